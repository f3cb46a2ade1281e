/** Spaces: story 5's rooms in their numbers, a check by both groups, what follows from it, a soothing box, and pictures. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import {
  combo,
  expectHeading,
  expectToast,
  field,
  goTo,
  main,
  radio,
  tableRows,
} from '../page-models/places.js';
import { countPointerPresses, handOf, type Hand } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 240_000 });

const link = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const list = (page: Page, name: string) => main(page).getByRole('list', { name, exact: true });

async function addSite(hand: Hand, name: string): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Spaces');
  await hand.press(link(page, 'Add a site'));
  await expectHeading(page, 'Add a site');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Say what the site is called' })).toBeVisible();
  await hand.fill(field(page, 'Site'), name);
  await hand.tick(page.getByRole('checkbox', { name: 'On an island' }));
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, name);
}

interface Measures {
  readonly name: string;
  readonly length: string;
  readonly width: string;
  readonly height: string;
  readonly desks: string;
}

async function measure(hand: Hand, room: Measures): Promise<void> {
  const { page } = hand;
  await hand.press(link(page, 'Add a room'));
  await expectHeading(page, 'Add a room');
  await hand.fill(field(page, 'Room'), room.name);
  await hand.fill(field(page, 'Length'), room.length);
  await hand.fill(field(page, 'Width'), room.width);
  await hand.fill(field(page, 'Height'), room.height);
  await hand.fill(field(page, 'Desks'), room.desks);
}

test('a room is worked out as it is typed, a site is checked by both groups, and a gap becomes an action', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);
  await addSite(hand, 'Harbour');

  await test.step('72.9 m³ for 8 desks is 9.11 each, and 6 fit', async () => {
    await measure(hand, { name: 'Front office', length: '6.0', width: '4,5', height: '2.7', desks: '8' });
    await expect(main(page)).toContainText(
      '72.9 m³ for 8 desks is 9.11 m³ each. The rule of thumb is 11. At most 6 desks fit.',
    );
    await expect(main(page)).toContainText('2 desks too many');
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, 'Harbour');
    await expect(list(page, 'Rooms')).toContainText('2 desks too many');
    await expect(main(page)).toContainText('8 desks, room for 6');
  });

  await test.step('5 by 4 by 3.6 counts as 60 m³, and 5 fit', async () => {
    await measure(hand, { name: 'Back office', length: '5', width: '4', height: '3.6', desks: '5' });
    await expect(main(page)).toContainText(
      '60 m³ for 5 desks is 12 m³ each. The rule of thumb is 11. At most 5 desks fit. Height above 3 m is not counted.',
    );
    await hand.fill(field(page, 'Desks'), '6');
    await expect(main(page)).toContainText('60 m³ for 6 desks is 10 m³ each.');
    await hand.fill(field(page, 'Desks'), '5');
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, 'Harbour');
  });

  await test.step('staff check it', async () => {
    await hand.press(link(page, 'Check with staff'));
    await expectHeading(page, 'Check with staff');
    await page.keyboard.press('Control+Enter');
    await expect(
      page.getByRole('link', { name: 'Enter how many people agreed on the answers, such as 6' }),
    ).toBeVisible();
    await hand.fill(field(page, 'People who agreed on the answers'), '6');
    await hand.choose(radio(page, 'Warm enough all year', 'Yes'));
    await hand.choose(radio(page, 'Noise and light that let people settle', 'Yes'));
    await hand.choose(radio(page, 'Somewhere to be alone after a hard call', 'No'));
    await hand.fill(field(page, 'What is missing'), 'Only the stairwell');
    await hand.fill(field(page, 'Who sees to it'), 'Team lead');
    await expect(main(page)).toContainText('3 of 22 answered');
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, /^Check with staff, /);
    await expect(main(page)).toContainText('6 people agreed on the answers');
    await expect(main(page)).toContainText('Only the stairwell');
  });

  await test.step('people who use the service see it differently, and four of them are no number', async () => {
    await hand.press(link(page, 'Harbour'));
    await hand.press(link(page, 'Check with people who use the service'));
    await expect(page.getByText('A place to rest and eat')).toHaveCount(0);
    await hand.fill(field(page, 'People who agreed on the answers'), '4');
    await hand.choose(radio(page, 'Noise and light that let you settle', 'Partly'));
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, /^Check with people who use the service, /);
    await expect(main(page)).toContainText('A few people agreed on the answers');
    await expect(main(page)).not.toContainText('4 people');
    await hand.press(link(page, 'Harbour'));
    await expect(main(page)).toContainText('The two groups see 1 of them differently.');
    expect(await tableRows(page.getByRole('table', { name: 'Answers of both groups' }))).toEqual([
      ['Warm enough all year', 'Yes', 'Not asked'],
      ['Noise and light that let people settle They differ', 'Yes', 'Partly'],
      ['Somewhere to be alone after a hard call', 'No', 'Not asked'],
    ]);
  });

  await test.step('a gap becomes an action, and says so', async () => {
    await hand.press(link(page, /^Make an action ?: Somewhere to be alone/));
    await expectHeading(page, /action/i);
    const what = field(page, 'What you will do');
    await hand.fill(what, 'Clear the store room and put a chair in it');
    await page.keyboard.press('Control+Enter');
    await expect(what).toHaveCount(0);
    await goTo(hand, 'Spaces');
    await hand.press(link(page, 'Harbour'));
    await expect(link(page, /^Action agreed ?: Somewhere to be alone/)).toBeVisible();
  });

  await test.step('what was begun is there again after going away', async () => {
    await hand.press(link(page, 'Check with staff'));
    await hand.choose(radio(page, 'Drinking water', 'Yes'));
    await goTo(hand, 'Today');
    await hand.press(link(page, /check of a site with staff/i));
    await expect(page.getByText('Your draft is back')).toBeVisible();
    await expect(radio(page, 'Drinking water', 'Yes')).toBeChecked();
    await hand.press(button(page, 'Discard draft'));
  });
  expect(await pointerPresses()).toBe(0);
});

test('a check is printed after a look, without its numbers of few and without a name', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  await addSite(hand, 'North isles');
  await hand.press(link(page, 'Check with staff'));
  await hand.fill(field(page, 'People who agreed on the answers'), '3');
  await hand.choose(radio(page, 'Phone signal, or another way to call for help', 'No'));
  await hand.fill(field(page, 'What is missing'), 'Ring me on 07700 900123');
  await page.keyboard.press('Control+Enter');
  await hand.press(link(page, 'Print check'));
  await expectHeading(page, 'Print check');
  await expect(page.getByRole('region', { name: 'The sheet as it will look' })).toContainText(
    'A few people agreed on the answers',
  );
  await hand.tick(page.getByRole('checkbox', { name: /I have read it/ }));
  const path = join(app.userDataDir, 'site-check.pdf');
  await app.answerDialog({ kind: 'save', filePath: path });
  await hand.press(button(page, 'Save as PDF'));
  await expectToast(page, 'Saved as a PDF, and added to the export log.');
  // Runs of drawn text are joined without spaces: none are compared.
  const text = readPdf(await readFile(path)).text.replace(/\s+/g, '');
  expect(text).toContain('Phonesignal,oranotherwaytocallforhelp');
  expect(text).toContain('Afewpeopleagreed');
  expect(text).not.toContain('07700');
  expect(text).not.toContain('900123');
  expect(text).not.toContain('3people');
});

test('a soothing box is filled up and its use is counted', async ({ app, page, secrets }) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  await goTo(hand, 'Spaces');
  await hand.press(
    page.getByRole('navigation', { name: 'Pages of spaces' }).getByRole('link', { name: 'Resources' }),
  );
  await hand.press(link(page, 'Add a resource'));
  await hand.fill(field(page, 'Name'), 'Soothing box, back room');
  await hand.fill(field(page, 'What is in it'), 'Tissues, every day\nStress ball');
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'Soothing box, back room');
  await expect(list(page, 'What is in it')).toContainText('When worn');

  const tally = main(page).getByText(/^\d+ times? in /);
  await expect(tally).toHaveText(/^0 times in /);
  await hand.press(button(page, /^Used$/));
  await expectToast(page, 'Counted.');
  await expect(tally).toHaveText(/^1 time in /);
  await hand.press(button(page, /^Used$/));
  await expect(tally).toHaveText(/^2 times in /);
  await hand.press(page.getByRole('button', { name: 'Undo' }).last());
  await expect(tally).toHaveText(/^1 time in /);

  await hand.press(button(page, 'All full and checked'));
  await expectToast(page, 'Full and looked through as of today.');
});

/** A GPS position as cameras write it, in the words that a search of bytes would find. */
const place = 'Exif\0\0II*\0GPSLatitude 58.9 Kirkwall maker Zembla';

function withExif(jpeg: Buffer): Buffer {
  const body = Buffer.from(place, 'latin1');
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A JPEG as large as a camera's. */
async function photograph(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1800);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas');
    for (let stripe = 0; stripe < 24; stripe += 1) {
      context.fillStyle = `hsl(${String(stripe * 15)} 50% 60%)`;
      context.fillRect(stripe * 100, 0, 100, 1800);
    }
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
    );
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(text, 'base64');
}

/** Every picture in the files of the vault, opened with the passphrase as the rescue tool opens them. */
async function storedPictures(
  folder: string,
  passphrase: string,
): Promise<{ readonly all: string; readonly pictures: readonly Buffer[] }> {
  const secretFile = join(folder, 'secret-for-rescue.txt');
  await writeFile(secretFile, passphrase);
  const root = join(import.meta.dirname, '../../..');
  const { stdout: all } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      '--tsconfig',
      join(root, 'tests/tsconfig.json'),
      join(root, 'scripts/rescue.ts'),
      'export',
      join(folder, 'vault'),
      '--secret-file',
      secretFile,
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const pictures = [...all.matchAll(/"bytes":\s*"([A-Za-z0-9+/=]+)"/g)].map(([, text]) =>
    Buffer.from(text ?? '', 'base64'),
  );
  return { all, pictures };
}

test('pictures are off; a chosen one is kept without its place and its name; off again erases it', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  await addSite(hand, 'Harbour');
  await expect(main(page).getByRole('heading', { name: 'Pictures' })).toHaveCount(0);

  await goTo(hand, 'Spaces');
  await hand.press(
    page.getByRole('navigation', { name: 'Pages of spaces' }).getByRole('link', { name: 'Pictures' }),
  );
  await hand.press(button(page, 'Switch on pictures of rooms'));
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Switch it on' }));
  await expectToast(page, 'Pictures are on.');

  await goTo(hand, 'Spaces');
  await hand.press(link(page, 'Harbour'));
  await hand.press(link(page, 'Add a picture'));
  await expectHeading(page, 'Pictures');
  const file = withExif(await photograph(page));
  expect(file.includes('GPSLatitude')).toBe(true);
  const input = page.locator('main input[type="file"]');
  await input.setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await expect(main(page)).toContainText('This file does not open as a picture.');
  await hand.fill(field(page, 'What it shows'), 'The desks from the door');
  await hand.select(combo(page, 'Taken in'), 'Not known');
  await input.setInputFiles({ name: 'IMG_Anstruther_2041.jpg', mimeType: 'image/jpeg', buffer: file });
  await expectToast(page, /^Picture saved/);
  const shown = main(page).getByRole('img', { name: 'The desks from the door, Harbour' });
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1600);

  await test.step('in the files of the vault is the picture and nothing else', async () => {
    const { all, pictures } = await storedPictures(app.userDataDir, secrets.passphrase);
    expect(pictures).toHaveLength(1);
    const [bytes = Buffer.alloc(0)] = pictures;
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(bytes.length).toBeLessThanOrEqual(400_000);
    for (const word of ['Exif', 'GPS', 'Kirkwall', 'Zembla']) expect(bytes.includes(word)).toBe(false);
    expect(all).not.toContain('Anstruther');
  });

  await goTo(hand, 'Spaces');
  await hand.press(
    page.getByRole('navigation', { name: 'Pages of spaces' }).getByRole('link', { name: 'Pictures' }),
  );
  await hand.press(button(page, 'Switch off pictures of rooms'));
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Switch off and erase' }));
  await expectToast(page, 'Pictures are off, and all of them are erased.');
  await expect(main(page)).toContainText('None are kept now.');
  expect((await storedPictures(app.userDataDir, secrets.passphrase)).pictures).toHaveLength(0);
});
