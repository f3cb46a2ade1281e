/** Measures by keys alone: choosing one, a key that is checked, a licensed wording, and a measure of the service's own. */
import { expect, test } from '../fixtures.js';
import * as measures from '../page-models/measures.js';
import { combo, expectHeading, expectToast, field, main, radio } from '../page-models/places.js';
import { expectReplies } from '../page-models/wellbeing.js';
import { countPointerPresses, handOf } from '../support/hand.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 180_000 });

const numbers = Array.from({ length: 9 }, (_, index) => index + 1);
const pack = {
  format: 'steading-wording',
  formatVersion: 1,
  instrument: 'uwes9',
  instrumentVersion: 1,
  language: 'en-GB',
  licence: 'Held by a made-up service',
  notice: 'A made-up copyright line',
  introduction: 'A made-up introduction',
  items: numbers.map((number) => ({ number, text: `Made-up item ${number}` })),
  answers: [
    {
      items: numbers,
      options: [0, 1, 2, 3, 4, 5, 6].map((value) => ({ value, text: `Made-up answer ${value}` })),
    },
  ],
};

const fromElsewhere = {
  format: 'steading-measure',
  formatVersion: 1,
  id: 'their-week',
  version: 3,
  title: 'Their week',
  about: 'A measure of another service.',
  introduction: 'Think of the last week.',
  minutes: 1,
  answers: [
    { value: 0, text: 'No' },
    { value: 1, text: 'Yes' },
  ],
  items: [{ text: 'I felt safe at work.', isReversed: false }],
  scales: [
    { id: 'all', title: 'All', items: [1], aggregation: 'sum', better: 'higher', needs: 'every-item' },
  ],
};

test('a key is checked, its bands count, and a licensed wording is loaded', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);
  await measures.openMeasure(hand, 'Utrecht Work Engagement Scale, nine items');
  const bands = page.getByRole('table', { name: 'Bands and prompts, with their source' });

  await test.step('bands are off until each part was held against the manual', async () => {
    await expect(measures.parts(hand)).toHaveCount(2);
    await expect(bands.getByText('Off until checked')).toBeVisible();
    await measures.checkKey(hand, 'The manual, 2004');
    await expect(bands.getByText('In use', { exact: true }).last()).toBeVisible();
    await expect(bands.getByText('Off until checked')).toHaveCount(0);
    await expect(measures.parts(hand).first()).toContainText('against The manual, 2004');
    await hand.press(main(page).getByRole('button', { name: /^Take the check back: The bands/ }));
    await expect(bands.getByText('Off until checked')).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expect(bands.getByText('Off until checked')).toHaveCount(0);
  });

  await test.step('what is wrong with a pack is listed, and nothing is lost', async () => {
    await measures.choosePack(hand, { ...pack, items: pack.items.slice(1) });
    const alert = main(page).getByRole('alert').filter({ hasText: 'This pack was not loaded' });
    await expect(alert).toContainText('Item 1 is not in the pack.');
    await expect(alert).not.toContainText('Made-up');
    await measures.choosePack(hand, { ...pack, instrument: 'swemwbs' });
    await expect(alert).toContainText('The measure has 7 items; the pack has 9.');
    await expect(page.getByText('Read the form as it was loaded')).toHaveCount(0);
  });

  await test.step('a pack that fits is loaded, removed and put back', async () => {
    await measures.choosePack(hand, pack);
    await expectToast(page, 'Wording loaded. It stays sealed in this vault.');
    await expect(page.getByText('9 items, for version 1 of the key')).toBeVisible();
    await hand.press(page.getByText('Read the form as it was loaded'));
    await expect(page.getByText('Made-up item 9')).toBeVisible();
    await hand.press(main(page).getByRole('button', { name: 'Remove the wording' }));
    await expect(page.getByText('Made-up item 9')).toHaveCount(0);
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expect(page.getByText('9 items, for version 1 of the key')).toBeVisible();
  });

  await test.step('the form of a new round says that the wording is held', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Open a round' }));
    await expectHeading(page, 'New round');
    await expect(combo(page, 'Measure')).toHaveValue('uwes9');
    await expect(page.getByText(/Wording: held here/)).toBeVisible();
    await expect(page.getByText('Check this key with your manual before use')).toHaveCount(0);
  });
  expect(await pointerPresses()).toBe(0);
});

test('a measure is composed, a round is opened with it, and a change makes a new version', async ({
  app,
}) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const title = 'Our week';

  await test.step('with 4 people there is nothing to choose: talk', async () => {
    await measures.openMeasures(hand);
    await expect(measures.fitting(hand)).not.toHaveCount(0);
    await hand.fill(field(page, 'People you would ask'), '4');
    await expect(page.getByText('Talk instead', { exact: true })).toBeVisible();
    await expect(measures.fitting(hand)).toHaveCount(0);
    await hand.fill(field(page, 'People you would ask'), '20');
    await hand.select(combo(page, 'Takes at most'), '1 minute');
    // Two that are built in, and the one that the made-up service made for its manager.
    await expect(measures.fitting(hand)).toHaveCount(3);
  });

  await test.step('a measure in own words', async () => {
    await measures.compose(hand, {
      title,
      about: 'How the week went.',
      items: ['I could take my breaks.', 'I left work on time.', 'Somebody had time for me.'],
    });
    await expect(page.getByText('Not validated: for talking and trends only').first()).toBeVisible();
    await expect(main(page).getByRole('table', { name: 'Scales and how each is worked out' })).toContainText(
      'Items 1 to 3',
    );
  });

  await test.step('a round with it, with a question about the part of the service', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Open a round' }));
    await expectHeading(page, 'New round');
    await expect(combo(page, 'Measure').locator('option:checked')).toHaveText(title);
    await hand.fill(field(page, 'Name of the round'), 'First week');
    await hand.fill(field(page, 'People invited'), '9');
    await hand.choose(radio(page, 'Ask which part of the service', 'My own parts'));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('link', { name: 'Give at least two parts, one a line' })).toBeVisible();
    await hand.choose(radio(page, 'Ask which part of the service', 'Paid or volunteer'));
    await expect(page.getByText(/two parts cannot both reach 5 replies/)).toBeVisible();
    await hand.fill(field(page, 'People invited'), '20');
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, 'First week');
    await expect(main(page)).toContainText(title);
    await expectReplies(hand, 0, 20);
  });

  await test.step('the round keeps its version when an item changes', async () => {
    await measures.openMeasure(hand, title);
    await hand.press(main(page).getByRole('link', { name: 'Change' }));
    await expect(page.getByText('A round was opened with this version')).toBeVisible();
    await hand.fill(field(page, 'Item 2'), 'I left work on time, most days.');
    await page.keyboard.press('Control+Enter');
    await expectToast(page, /Saved as version 2/);
    await expect(main(page)).toContainText('I left work on time, most days.');
    await hand.press(main(page).getByRole('link', { name: 'Version 1', exact: true }));
    await expect(page.getByText('An earlier version', { exact: true })).toBeVisible();
    await expect(main(page)).not.toContainText('most days');
    await expect(main(page).getByRole('link', { name: 'Open a round' })).toHaveCount(0);
    await hand.press(main(page).getByRole('link', { name: 'Version 2', exact: true }));
    await expect(main(page).getByRole('link', { name: 'Open a round' })).toBeVisible();
    await hand.press(main(page).getByRole('button', { name: 'More' }));
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expectToast(page, /Measure deleted/);
    // The version that the round has is the newest again.
    await measures.openMeasure(hand, title);
    await expect(main(page)).toContainText('I left work on time.');
    expect(page.url()).not.toContain('week');
    await hand.press(main(page).getByRole('button', { name: 'More' }));
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expectToast(page, /A round was opened with this measure, so it stays/);
  });

  await test.step('a measure of another service comes in once', async () => {
    await measures.openMeasures(hand);
    const alert = main(page).getByRole('alert').filter({ hasText: 'Not brought in' });
    await measures.chooseMeasure(hand, { ...fromElsewhere, items: [] });
    await expect(alert).toContainText('Give at least one item');
    await measures.chooseMeasure(hand, fromElsewhere);
    await expectHeading(page, 'Their week');
    await expect(main(page)).toContainText('I felt safe at work.');
    await measures.openMeasures(hand);
    await measures.chooseMeasure(hand, fromElsewhere);
    await expect(alert).toContainText('This measure is here already');
  });
});
