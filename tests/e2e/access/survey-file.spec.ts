/** The survey file for everybody: axe, small windows, the keyboard, no motion, the colours of the system. */
import { expect } from '@playwright/test';
import {
  answer,
  expectNoTrouble,
  overflow,
  press,
  saveReply,
  test,
  type OpenSurvey,
} from '../page-models/survey.js';
import { long, seal } from '../page-models/survey-forms.js';
import { createAxeWalk } from '../support/axe.js';
import { walkWithTab } from '../support/focus.js';
import { handOf } from '../support/hand.js';

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
