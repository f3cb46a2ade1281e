/**
 * The survey file, as somebody opens it who does not trust their manager: from a disk, with the network cut. What was
 * answered comes out of it in the sealed reply, and nowhere else.
 */
import { expect } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import UPNG from 'upng-js';
import { pulseMeasure } from '../../../shared/instruments/pulse';
import type { SurveyForm } from '../../../shared/survey/survey-form';
import {
  answer,
  expectPage,
  leftBehind,
  press,
  saveReply,
  test,
  type OpenSurvey,
} from '../page-models/survey.js';
import { attempts } from '../support/attempts.js';
import { createAxeWalk } from '../support/axe.js';
import { walkWithTab } from '../support/focus.js';
import { countPointerPresses, handOf, type Hand } from '../support/hand.js';

type Content = Omit<SurveyForm, 'publicKey'>;

const pulse: Content = {
  wording: {
    language: 'en-GB',
    title: pulseMeasure.title,
    notice: '',
    introduction: pulseMeasure.introduction,
    items: pulseMeasure.items.map(({ text }, index) => ({ number: index + 1, text })),
    answers: [{ items: pulseMeasure.items.map((_, index) => index + 1), options: pulseMeasure.answers }],
  },
  split: { question: 'Which part of the service do you work in?', options: ['Outreach', 'Residential'] },
  serviceName: 'Harbour Support',
  closesOn: '14 May 2026',
  isValidated: false,
};

/** As long as the longest measures are, with two sets of answers. */
const long: Content = {
  ...pulse,
  split: null,
  isValidated: true,
  wording: {
    ...pulse.wording,
    title: 'How work has been',
    notice: '© Example Holder. Used with permission.',
    items: Array.from({ length: 35 }, (_, index) => ({
      number: index + 1,
      text: `Statement ${index + 1} of a made-up form that says something about work.`,
    })),
    answers: [
      { items: Array.from({ length: 23 }, (_, index) => index + 1), options: pulseMeasure.answers },
      {
        items: Array.from({ length: 12 }, (_, index) => index + 24),
        options: [
          'Strongly disagree',
          'Disagree',
          'Neither one nor the other',
          'Agree',
          'Strongly agree',
        ].map((text, index) => ({ value: 5 - index, text })),
      },
    ],
  },
};

const chosen = [
  'Never',
  'Seldom',
  null,
  'Mostly',
  'Always',
  'Never',
  'About half the time',
  null,
  'Always',
  'Seldom',
];
const inReply = [1, 2, null, 4, 5, 1, 3, null, 5, 2];

async function answerPulse(hand: Hand): Promise<void> {
  await press(hand, 'Begin');
  await expectPage(hand.page, 'Questions');
  for (const [index, words] of chosen.entries()) {
    await answer(hand, `${index + 1}. ${pulse.wording.items[index]?.text ?? ''}`, words);
  }
  await answer(hand, 'Which part of the service do you work in?', 'Residential');
  await expect(hand.page.getByText('8 of 10 answered')).toBeVisible();
  await press(hand, 'Look over and finish');
  await expectPage(hand.page, 'Before you finish');
}

async function seal(hand: Hand): Promise<void> {
  await press(hand, 'Seal my answers');
  await expectPage(hand.page, 'Your answers are sealed');
}

const nothing = {
  local: 0,
  session: 0,
  databases: 0,
  cookie: '',
  state: null,
  // The empty page that the browser began with, and the file.
  visits: 2,
  hash: '',
  title: 'Questions from your service',
  name: '',
};
const expectNoTrouble = ({ trouble }: OpenSurvey): void =>
  expect(trouble).toEqual({ requests: [], errors: [] });

test('it is answered by keyboard alone, sealed and saved, with the network cut', async ({ makeSurvey }) => {
  const survey = await makeSurvey(pulse);
  const opened = await survey.open();
  const { page } = opened;
  const pointerPresses = await countPointerPresses(page);
  const hand = handOf(page, 'keyboard');
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Steading pulse' })).toBeVisible();
  await expect(page.getByText(/have not been tested in research/)).toBeVisible();
  await answerPulse(hand);
  expect(await leftBehind(page)).toEqual(nothing);

  // One that was left out: straight to it, and back without it.
  await expect(page.getByRole('list', { name: 'Questions left out' }).getByRole('button')).toHaveCount(2);
  await press(hand, 'Question 8');
  await expect(page.getByRole('group', { name: /^8\./ }).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('9 of 10 answered')).toBeVisible();
  await hand.press(page.getByRole('group', { name: /^8\./ }).getByRole('button', { name: 'Clear answer' }));
  await expect(page.getByText('8 of 10 answered')).toBeVisible();
  await press(hand, 'Look over and finish');

  await seal(hand);
  const { name, text } = await saveReply(hand);
  expect(name).toMatch(/^[a-z2-9]{12}\.steading-reply$/);
  expect(text).toMatch(/^steading-reply-1:[A-Za-z0-9_-]{416}\n$/);
  await expect(page.getByRole('status')).toContainText(name);
  const { answers, split } = survey.unseal(text);
  expect({ answers, split }).toEqual({ answers: inReply, split: 1 });

  // A second time it has another name, and is the same reply.
  const again = await saveReply(hand);
  expect(again.name).not.toBe(name);
  expect(again.text).toBe(text);

  expect(await leftBehind(page)).toEqual(nothing);
  expect(await pointerPresses()).toBe(0);
  expectNoTrouble(opened);
});

test('text and QR code hold the reply that the file holds', async ({ makeSurvey }) => {
  const survey = await makeSurvey(pulse);
  const opened = await survey.open({ deviceScaleFactor: 2, colorScheme: 'dark' });
  const { page } = opened;
  const hand = handOf(page, 'mouse');
  await answerPulse(hand);
  await seal(hand);
  const { text } = await saveReply(hand);
  await press(hand, 'Show as text');
  await expect(page.getByRole('textbox', { name: 'Your sealed reply as text' })).toHaveValue(text.trim());
  await press(hand, 'Show as QR code');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  const picture = UPNG.decode(
    Uint8Array.from(await page.getByRole('img', { name: 'QR code with your sealed reply' }).screenshot())
      .buffer,
  );
  const { width, height } = picture;
  const data = new Uint8Array(UPNG.toRGBA8(picture)[0] ?? new ArrayBuffer(0));
  expect(decodeQR({ width, height, data })).toBe(text.trim());
  expectNoTrouble(opened);
});

test('after sealing, nothing of the answers is left for the next person', async ({ makeSurvey }) => {
  const survey = await makeSurvey(pulse);
  const opened = await survey.open();
  const { page } = opened;
  const hand = handOf(page, 'keyboard');
  await answerPulse(hand);
  await seal(hand);
  await expect(page.getByRole('radio')).toHaveCount(0);
  const first = await saveReply(hand);
  await press(hand, 'Start again for the next person');
  await expectPage(page, 'Steading pulse');
  expect(await page.content()).not.toContain(first.text.trim());
  await press(hand, 'Begin');
  await expect(page.getByText('0 of 10 answered')).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Clear answer' })).toHaveCount(0);

  // Nothing was answered: there is nothing to seal.
  await press(hand, 'Look over and finish');
  await expect(page.getByText(/there is nothing to hand over/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Seal my answers' })).toHaveCount(0);
  await press(hand, 'Back to the questions');
  await answer(hand, /^1\./, 'Always');
  await press(hand, 'Look over and finish');
  await seal(hand);
  const second = await saveReply(hand);
  const [one, two] = [survey.unseal(first.text), survey.unseal(second.text)];
  expect(two.answers).toEqual([5, ...Array<null>(9).fill(null)]);
  expect(two.split).toBeNull();
  expect(Buffer.from(two.replyId).equals(Buffer.from(one.replyId))).toBe(false);
  expectNoTrouble(opened);
});

test('leaving with answers that are not sealed is asked about, and they do not come back', async ({
  makeSurvey,
}) => {
  const survey = await makeSurvey(pulse);
  const opened = await survey.open();
  const { page } = opened;
  const hand = handOf(page, 'keyboard');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual([]);
  await answerPulse(hand);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await press(hand, 'Begin');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  // Back from another page: an empty form, also when the browser kept the page.
  await answer(hand, /^1\./, 'Always');
  await page.goto('about:blank');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Steading pulse' })).toBeVisible();
  await press(hand, 'Begin');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  // Sealed and saved: nothing would be lost.
  await answer(hand, /^1\./, 'Always');
  await press(hand, 'Look over and finish');
  await seal(hand);
  await saveReply(hand);
  asked.length = 0;
  await page.reload();
  expect(asked).toEqual([]);
  expect(opened.trouble.requests.filter((url) => url !== 'about:blank')).toEqual([]);
  expect(opened.trouble.errors).toEqual([]);
});

test('a wording that looks like HTML is words, and a long one in another script has its own direction', async ({
  makeSurvey,
}) => {
  const trap = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1"><!--';
  const survey = await makeSurvey({
    ...pulse,
    serviceName: trap,
    split: { question: trap, options: [trap, 'Other'] },
    wording: {
      ...pulse.wording,
      language: 'ar',
      title: trap,
      notice: trap,
      introduction: `${trap}\n\nفكر في الأسابيع الأربعة الماضية.`,
      items: pulse.wording.items.map(({ number }) => ({
        number,
        text: number === 1 ? trap : 'شعرت بالأمان في العمل.',
      })),
    },
  });
  const opened = await survey.open({ viewport: { width: 320, height: 640 } });
  const { page } = opened;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(trap);
  await expect(page.locator('img, iframe, object, embed, link, base')).toHaveCount(0);
  expect(await page.evaluate(() => document.scripts.length)).toBe(2);
  await page.getByRole('button', { name: 'Begin' }).click();
  const second = page.getByRole('group', { name: /^2\./ });
  await expect(second.locator('legend span').last()).toHaveCSS('direction', 'rtl');
  await expect(second.locator('legend span').last()).toHaveAttribute('lang', 'ar');
  expect(await overflow(page)).toBe(0);
  expectNoTrouble(opened);
});

test('its policy lets nothing out and no foreign code in, whoever tries', async ({ makeSurvey }) => {
  const survey = await makeSurvey(pulse);
  const { page, trouble } = await survey.open();
  const tried = await attempts(page);
  // What no policy governs asks the person, or is the browser's own affair; the script has none of it.
  const governed = Object.entries(tried).filter(
    ([way]) =>
      !['peer', 'geolocation', 'notifications', 'microphone', 'readClipboard', 'serviceWorker'].includes(way),
  );
  expect(governed).toHaveLength(16);
  expect(governed.filter(([, refusal]) => refusal === null)).toEqual([]);
  // Refused by the policy, and not because the network is cut: this is also how the other tests would know.
  for (const breach of [
    'policy: connect-src https://collect.example.org/',
    'policy: connect-src wss://socket.example.org/',
    'policy: img-src https://image.example.org/pixel.png',
    'policy: script-src-elem https://script.example.org/code.js',
    'policy: style-src-elem https://style.example.org/look.css',
    'policy: frame-src https://frame.example.org/',
    'policy: script-src-elem inline',
    'policy: style-src-elem inline',
    'policy: style-src-attr inline',
    'policy: script-src eval',
  ]) {
    expect(trouble.errors).toContain(breach);
  }
});

test('where it cannot run it says so, calmly', async ({ makeSurvey }) => {
  const survey = await makeSurvey(pulse);
  const still = await survey.open({ javaScriptEnabled: false });
  await expect(still.page.getByText(/This file opens in a browser/)).toBeVisible();
  await expect(still.page.getByRole('heading', { level: 1 })).toHaveText('Questions from your service');

  const old = await survey.open();
  await old.page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await old.page.reload();
  await expectPage(old.page, 'This browser cannot seal answers');
  await expect(old.page.getByRole('button')).toHaveCount(0);

  // There, but not to be used: told before the first answer, and not after the last.
  const shut = await survey.open();
  await shut.page.addInitScript(() => {
    const refuse = (): Promise<never> => Promise.reject(new WebAssembly.CompileError('turned off'));
    Object.assign(WebAssembly, { instantiate: refuse, compile: refuse });
  });
  await shut.page.reload();
  await expectPage(shut.page, 'This browser cannot seal answers');
});

const overflow = async (page: OpenSurvey['page']): Promise<number> =>
  await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Every kind of page of the file, in turn; `look` is called on each. */
async function walk(opened: OpenSurvey, look: (where: string) => Promise<void>): Promise<void> {
  const hand = handOf(opened.page, 'mouse');
  const { page } = opened;
  await look('first page');
  await page.getByText('What this form can and cannot protect').click();
  await look('first page, unfolded');
  await press(hand, 'Begin');
  await look('questions');
  await answer(hand, /^1\./, 'Mostly');
  await answer(hand, /^3\./, 'Never');
  await look('questions, some answered');
  for (let turn = 0; turn < 3; turn += 1) await press(hand, 'Next');
  await answer(hand, /^35\./, 'Agree');
  await look('last questions');
  await press(hand, 'Look over and finish');
  await look('last look');
  await seal(hand);
  await look('sealed');
  await saveReply(hand);
  await press(hand, 'Show as text');
  await look('sealed, as text');
  await press(hand, 'Show as QR code');
  await look('sealed, as a QR code');
}

test('axe finds nothing on any page of it, in light and in dark', async ({ makeSurvey }) => {
  test.setTimeout(240_000);
  const survey = await makeSurvey(long);
  const axe = createAxeWalk();
  for (const forcedColors of ['none', 'active'] as const) {
    const opened = await survey.open({ forcedColors });
    await walk(opened, (where) => axe.look(opened.page, `${where}, forced colours ${forcedColors}`));
    expect(opened.trouble.requests).toEqual([]);
  }
  expect(axe.report()).toEqual([]);
});

test('nothing is out of reach at 320 px, with Tab, without motion, or in the colours of the system', async ({
  makeSurvey,
}) => {
  test.setTimeout(240_000);
  const survey = await makeSurvey(long);
  const found: string[] = [];
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 320, height: 256 },
    { width: 1366, height: 768 },
  ]) {
    for (const forcedColors of ['none', 'active'] as const) {
      const opened = await survey.open({ viewport, forcedColors, reducedMotion: 'reduce' });
      const { page } = opened;
      await walk(opened, async (place) => {
        const where = `${place}, ${viewport.width} × ${viewport.height}, forced colours ${forcedColors}`;
        if ((await overflow(page)) > 0) found.push(`${where}: scrolls sideways`);
        const moving = await page.evaluate(() => document.getAnimations().length);
        if (moving > 0) found.push(`${where}: ${moving} things move`);
        found.push(...(await walkWithTab(page, where)));
      });
      expectNoTrouble(opened);
    }
  }
  expect(found).toEqual([]);
});
