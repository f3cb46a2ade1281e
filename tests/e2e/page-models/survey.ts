/** The survey file as staff have it: a file on a disk, in a browser that has nothing to do with the app. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import sodium from 'libsodium-wrappers';
import { decodeAnswers, decodeReply, type Answered } from '../../../shared/survey/reply-format';
import type { SurveyForm } from '../../../shared/survey/survey-form';
import { buildSurveyFile } from '../../../renderer/survey/survey-file';
import { findChromium } from '../../../scripts/lib/chromium-binary.js';
import { REPOSITORY } from '../../../scripts/lib/host-command.js';
import { buildSurveyPage } from '../../../scripts/survey-bundle.js';
import type { Hand } from '../support/hand.js';

/** Everything that must not happen, as it happened. */
interface Trouble {
  /** Anything asked for, besides the file itself and what it made. */
  readonly requests: string[];
  readonly errors: string[];
}

export interface OpenSurvey {
  readonly page: Page;
  readonly trouble: Trouble;
}

interface Survey {
  readonly form: SurveyForm;
  readonly file: string;
  /** Opens the file from the disk, in a browser without network. */
  open(options?: BrowserContextOptions): Promise<OpenSurvey>;
  /** As the app will, with the key that never left the vault. */
  unseal(reply: string): Answered;
}

export type MakeSurvey = (form: Omit<SurveyForm, 'publicKey'>) => Promise<Survey>;

const wordsOf = (policy: string): string => `policy: ${policy}`;

async function watch(page: Page, file: string): Promise<Trouble> {
  const trouble: Trouble = { requests: [], errors: [] };
  const own = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('blob:')) trouble.requests.push(request.url());
  });
  page.on('websocket', (socket) => trouble.requests.push(socket.url()));
  page.on('pageerror', (error) => trouble.errors.push(String(error)));
  // A breach of the policy is written there too.
  page.on('console', (message) => trouble.errors.push(message.text()));
  await page.exposeFunction('reportPolicy', (policy: string) => trouble.errors.push(wordsOf(policy)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { reportPolicy: (policy: string) => void }).reportPolicy(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  });
  return trouble;
}

/** `makeSurvey`: the file is built as the app builds it, from the same script and style. */
export const test = base.extend<{ makeSurvey: MakeSurvey }>({
  makeSurvey: async ({ playwright }, use) => {
    await sodium.ready;
    const folder = await mkdtemp(join(tmpdir(), 'steading-survey-'));
    const browser = await playwright.chromium.launch({ executablePath: findChromium() });
    await use(async (content) => {
      const pair = sodium.crypto_box_keypair();
      const form = { ...content, publicKey: Buffer.from(pair.publicKey).toString('base64url') };
      const html = await buildSurveyFile(form, await buildSurveyPage(REPOSITORY));
      const file = join(folder, `${createHash('sha256').update(html).digest('hex').slice(0, 12)}.html`);
      await writeFile(file, html);
      return {
        form,
        file,
        open: async (options = {}) => {
          const context = await browser.newContext({
            viewport: { width: 1366, height: 768 },
            ...options,
            offline: true,
            acceptDownloads: true,
          });
          const page = await context.newPage();
          const trouble = await watch(page, file);
          await page.goto(pathToFileURL(file).href);
          return { page, trouble };
        },
        unseal: (reply) => {
          const decoded = decodeReply(reply);
          if (!decoded.ok) throw new Error(`not a reply: ${decoded.error}`);
          const answered = decodeAnswers(
            sodium.crypto_box_seal_open(decoded.value.sealed, pair.publicKey, pair.privateKey),
          );
          if (answered === null) throw new Error('not what a form writes');
          return answered;
        },
      };
    });
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  },
});

/** Chooses an answer by the words on it; null leaves the item out. */
export async function answer(hand: Hand, item: string | RegExp, words: string | null): Promise<void> {
  if (words === null) return;
  const group = hand.page.getByRole('group', { name: item });
  await hand.choose(group.getByRole('radio', { name: words, exact: true }));
}

export async function press(hand: Hand, name: string): Promise<void> {
  await hand.press(hand.page.getByRole('button', { name, exact: true }));
}

export async function expectPage(page: Page, heading: string): Promise<void> {
  const shown = page.getByRole('heading', { level: 1, name: heading, exact: true });
  await expect(shown).toBeVisible();
  await expect(shown).toBeFocused();
}

/** Presses the button that saves, and reads the file that comes. */
export async function saveReply(hand: Hand): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    hand.page.waitForEvent('download'),
    press(hand, 'Save my sealed reply'),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** How far the page scrolls sideways, in px. */
export const overflow = async (page: Page): Promise<number> =>
  await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const expectNoTrouble = ({ trouble }: OpenSurvey): void =>
  expect(trouble).toEqual({ requests: [], errors: [] });

/** All that a page can leave behind in a browser. */
export async function leftBehind(page: Page): Promise<Record<string, unknown>> {
  return await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookie: document.cookie,
    state: history.state as unknown,
    visits: history.length,
    hash: location.hash + location.search,
    title: document.title,
    name: window.name,
  }));
}
