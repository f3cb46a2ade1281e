/** Flow B: a supervision is recorded in under two minutes. Counted as a person's fingers are: bars K1 and K3. */
import { readFile, rm } from 'node:fs/promises';
import { expect, test } from '../fixtures.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from '../page-models/places.js';
import { recordSession } from '../page-models/supervision.js';
import { countPresses, handOf } from '../support/hand.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 240_000 });

const who = 'Mhairi Laidlaw';
const noteOfThen = 'A heavy month. Talked about what can wait.';
const note = 'Quieter now. The new rota helps, and she sleeps again.';

/** Last week's session: what it agreed is asked about today. The made-up service stands at Tuesday 31 March 2026. */
const lastWeek = {
  kind: 'Clinical',
  people: [who],
  date: '24/03/2026',
  agreed: ['Swap the Thursday clinic @manager'],
  next: '19/05/2026',
  note: noteOfThen,
} as const;

for (const by of ['keyboard', 'mouse'] as const) {
  test(`by ${by}`, async ({ app }) => {
    const page = await openDemo(app);
    const hand = handOf(page, by);
    await recordSession(hand, lastWeek);
    await goTo(hand, 'Today');
    await page.getByRole('button', { name: 'Close this message' }).first().focus();
    await page.keyboard.press('Enter');

    const presses = await countPresses(page);
    const { keyboard } = page;
    const tab = async (times = 1): Promise<void> => {
      for (let count = 0; count < times; count += 1) await keyboard.press('Tab');
    };
    const outcome = page.getByRole('radiogroup', { name: 'Swap the Thursday clinic' });

    await test.step('two letters pick the person; last time stands beside', async () => {
      if (by === 'keyboard') await keyboard.press('Control+Shift+S');
      else {
        await page
          .getByRole('navigation', { name: 'Places' })
          .getByRole('link', { name: 'Supervision' })
          .click();
        await main(page).getByRole('link', { name: 'Record supervision' }).first().click();
      }
      await expectHeading(page, 'Record supervision');
      await expect(combo(page, 'Who with')).toBeFocused();
      await keyboard.type('mh');
      const found = page.getByRole('listbox', { name: 'Who with' }).getByRole('option');
      await expect(found).toHaveCount(1);
      if (by === 'keyboard') await keyboard.press('Enter');
      else await found.click();
      await expect(combo(page, 'Who with')).toHaveValue(who);
      await expect(outcome).toBeVisible();
      await expect(page.getByRole('region', { name: 'Last time' })).toContainText('24 March 2026');
    });

    await test.step('what became of it, themes, asked', async () => {
      const asked = radio(page, 'Did you ask how they are?', 'Asked');
      const themes = page.getByRole('group', { name: /^What came up/ });
      if (by === 'keyboard') {
        await tab(3);
        await keyboard.press('Space');
        await expect(outcome.getByRole('radio', { name: 'Done' })).toBeChecked();
        // Past what never belongs here, the kind, whether it was held and the minutes: all as they should be.
        await tab(5);
        await expect(themes.getByRole('checkbox', { name: 'Workload' })).toBeFocused();
        await keyboard.press('Space');
        await tab();
        await keyboard.press('Space');
        await tab(7);
        await keyboard.press('Space');
        await tab();
      } else {
        // What is pressed lies over its words.
        await outcome.getByRole('radio', { name: 'Done' }).click();
        await themes.getByRole('checkbox', { name: 'Workload' }).click();
        await themes.getByRole('checkbox', { name: 'Impact of the work' }).click();
        await asked.click();
        await field(page, 'How are they, in their words?').click();
      }
      await expect(asked).toBeChecked();
      await expect(radio(page, 'Kind', 'Clinical')).toBeChecked();
      await expect(radio(page, 'Minutes', '60')).toBeChecked();
    });

    await test.step('their words, what was agreed, saved', async () => {
      await expect(field(page, 'How are they, in their words?')).toBeFocused();
      await keyboard.type(note);
      if (by === 'keyboard') await tab();
      else await field(page, 'What we agreed').click();
      await keyboard.type('Take the half day that is owed @fri');
      await expect(page.getByText('Understood: by 3 Apr')).toBeVisible();
      // The agreement of the two says every eight weeks.
      await expect(field(page, 'Next time')).toHaveValue('26 May 2026');
      if (by === 'keyboard') await keyboard.press('Control+Enter');
      else await page.getByRole('button', { name: 'Save record' }).click();
      await expectToast(page, 'Saved. Next time: Tuesday 26 May 2026.');
    });

    const { keys, letters, clicks } = await presses();
    if (by === 'keyboard') {
      expect(clicks).toBe(0);
      expect(keys).toBeLessThanOrEqual(30);
      expect(letters).toBeLessThanOrEqual(200);
    } else {
      expect(clicks).toBeLessThanOrEqual(12);
      expect(keys).toBe(0);
    }

    await test.step('from the message: the day for a calendar that names nobody, and their copy', async () => {
      const messages = page.getByRole('region', { name: 'Messages' });
      const file = `${app.userDataDir}-date.ics`;
      await app.answerDialog({ kind: 'save', filePath: file });
      if (by === 'keyboard') {
        await keyboard.press('F6');
        await expect(messages.getByRole('button', { name: 'Print their copy' })).toBeFocused();
        await tab();
        await expect(messages.getByRole('button', { name: 'Add to calendar' })).toBeFocused();
        await keyboard.press('Enter');
      } else await messages.getByRole('button', { name: 'Add to calendar' }).click();
      await expectToast(page, 'Saved. Open it with your calendar.');
      const calendar = await readFile(file, 'utf8');
      await rm(file);
      expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      expect(calendar).toContain('DTSTART;VALUE=DATE:20260526');
      expect(calendar).toContain('SUMMARY:Supervision\r\n');
      expect(calendar).not.toMatch(/Mhairi|Laidlaw|half day/i);

      const print = messages.getByRole('button', { name: 'Print their copy' });
      if (by === 'keyboard') {
        await keyboard.press('Shift+Tab');
        await expect(print).toBeFocused();
        await keyboard.press('Enter');
      } else await print.click();
      await expectHeading(page, 'What we recorded on 31 March 2026');
      await expect(main(page)).toContainText(note);
    });

    await test.step('the record holds it all', async () => {
      await goTo(hand, 'Supervision');
      await hand.press(
        page.getByRole('list', { name: 'Recent sessions' }).getByRole('link', { name: who }).first(),
      );
      await expectHeading(page, 'Clinical supervision');
      const content = main(page);
      await expect(content).toContainText('Tuesday 31 March 2026');
      await expect(content).toContainText('Workload, Impact of the work');
      await expect(content).toContainText(note);
      await expect(page.getByRole('list', { name: 'From last time' })).toContainText(
        /Swap the Thursday clinic\s*Done/,
      );
      await expect(content).toContainText('Take the half day that is owed');
      await expect(content).toContainText('by 3 Apr');
    });

    await test.step('last week’s record is told, and keeps its words', async () => {
      await goTo(hand, 'Supervision');
      await hand.press(
        page.getByRole('list', { name: 'Recent sessions' }).getByRole('link', { name: who }).nth(1),
      );
      await expect(main(page)).toContainText(noteOfThen);
      await expect(page.getByRole('checkbox', { name: /^Swap the Thursday clinic/ })).toBeChecked();
    });
  });
}

test('rare fields, a warning that stops nothing, a draft that comes back, signatures', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await page.keyboard.press('Control+Shift+S');
  await hand.pick(combo(page, 'Who with'), who);
  const warned = page.getByText('This looks like it holds the name of someone who uses the service');
  await hand.fill(field(page, 'How are they, in their words?'), 'Spoke about client Anna');
  await expect(warned).toBeVisible();
  await hand.fill(field(page, 'How are they, in their words?'), 'Spoke with Torquil Baird about the rota');
  await expect(warned).toHaveCount(0);
  await hand.press(page.getByText('Add more, or leave it for later'));
  await hand.choose(radio(page, 'How you met', 'By video'));
  await hand.fill(field(page, 'Open cases'), 'many');
  await hand.fill(field(page, 'What was learned'), 'Call 07700 900123 for the course');
  await expect(page.getByText('This looks like it holds a phone number')).toBeVisible();

  await goTo(hand, 'Today');
  await hand.press(main(page).getByRole('link', { name: new RegExp(`supervision with ${who}`) }));
  await expect(page.getByText('Your draft is back')).toBeVisible();
  await expect(field(page, 'Open cases')).toHaveValue('many');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await hand.press(page.getByRole('link', { name: 'Enter a whole number, like 31' }));
  await expect(field(page, 'Open cases')).toBeFocused();
  await hand.fill(field(page, 'Open cases'), '31');
  await hand.fill(field(page, 'What was decided'), 'No new cases until May.');
  await hand.tick(page.getByRole('checkbox', { name: /^Both sign this record/ }));
  await page.keyboard.press('Control+Enter');
  await expectToast(page, /^Saved\./);

  await goTo(hand, 'Supervision');
  const recent = page.getByRole('list', { name: 'Recent sessions' });
  await hand.press(recent.getByRole('link', { name: who }).first());
  for (const words of ['By video', '31', 'Call 07700 900123', 'No new cases until May.', '60'])
    await expect(main(page)).toContainText(words);
  await hand.press(page.getByRole('button', { name: 'The person: signed, or not agreed' }));
  await hand.press(page.getByRole('button', { name: 'Save signature' }));
  await expect(page.getByRole('list', { name: 'Signatures' })).toContainText('Signed 31 Mar');

  // A change of one thing keeps everything else, the long texts too.
  await hand.press(main(page).getByRole('link', { name: 'Change', exact: true }));
  await expectHeading(page, 'Change this record');
  await hand.choose(radio(page, 'Did it happen?', 'Held'));
  await hand.fill(field(page, 'Minutes planned'), '75');
  await page.keyboard.press('Control+Enter');
  await expectToast(page, 'Changes saved.');
  for (const words of [
    '60, of 75 planned',
    'No new cases until May.',
    'Spoke with Torquil Baird',
    'Signed 31 Mar',
  ])
    await expect(main(page)).toContainText(words);
});

test('what is no longer needed is not done: in the record, in Actions, and open again', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await recordSession(hand, lastWeek);
  await page.keyboard.press('Control+Shift+S');
  await hand.pick(combo(page, 'Who with'), who);
  await hand.choose(radio(page, 'Swap the Thursday clinic', 'Not needed'));
  await page.keyboard.press('Control+Enter');
  await expectToast(page, /^Saved\./);

  await goTo(hand, 'Supervision');
  await hand.press(
    page.getByRole('list', { name: 'Recent sessions' }).getByRole('link', { name: who }).nth(1),
  );
  await expect(main(page)).toContainText('No longer needed since 31 Mar');
  await expect(page.getByRole('checkbox', { name: /^Swap the Thursday clinic/ })).toHaveCount(0);

  const section = (name: string) =>
    main(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });
  await goTo(hand, 'Actions');
  await expect(section('No longer needed')).toContainText('Swap the Thursday clinic');
  await expect(section('No longer needed')).toContainText('Not needed since 31 March 2026');
  await expect(section('Open, from supervision')).not.toContainText('Swap the Thursday clinic');
  await expect(section('Done')).not.toContainText(`Swap the Thursday clinic with ${who}`);
  await hand.press(page.getByRole('button', { name: 'Open again: Swap the Thursday clinic', exact: true }));
  await expectToast(page, 'It is open again.');
  await expect(section('Open, from supervision')).toContainText('Swap the Thursday clinic');
  await hand.press(page.getByRole('button', { name: 'Undo' }).last());
  await expectToast(page, 'Marked as no longer needed.');
});

test('a cancelled session says why', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await page.keyboard.press('Control+Shift+S');
  await hand.pick(combo(page, 'Who with'), who);
  await hand.choose(radio(page, 'Did it happen?', 'Service cancelled'));
  await hand.select(page.getByRole('combobox', { name: /^Why was it cancelled/ }), 'Not enough staff');
  await page.keyboard.press('Control+Enter');
  await expectToast(page, /^Saved\./);
  await goTo(hand, 'Supervision');
  await hand.press(
    page.getByRole('list', { name: 'Recent sessions' }).getByRole('link', { name: who }).first(),
  );
  await expect(main(page)).toContainText('Cancelled by the service');
  await expect(main(page)).toContainText('Not enough staff');
});
