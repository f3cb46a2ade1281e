/**
 * The survey file, as somebody opens it who does not trust their manager: from a disk, with the network cut. What was
 * answered comes out of it in the sealed reply, and nowhere else.
 */
import { expect } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import UPNG from 'upng-js';
import {
  answer,
  expectNoTrouble,
  expectPage,
  leftBehind,
  overflow,
  press,
  saveReply,
  test,
} from '../page-models/survey.js';
import { answerPulse, inReply, pulse, seal } from '../page-models/survey-forms.js';
import { attempts } from '../support/attempts.js';
import { countPointerPresses, handOf } from '../support/hand.js';

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
    'policy: frame-src https://frame.example.org',
    'policy: script-src-elem inline',
    'policy: style-src-elem inline',
    'policy: style-src-attr inline',
    'policy: script-src eval',
  ]) {
    // Of a frame only the origin is told.
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
