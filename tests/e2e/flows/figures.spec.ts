/** One figure by keys alone: from the overview to its page, a target, a phase with its reason, a marked month. */
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { importWhole } from '../page-models/imports.js';
import { openPeopleImport } from '../page-models/people.js';
import { expectHeading, expectToast, goTo, main, radio, tableRows } from '../page-models/places.js';
import type { Hand } from '../support/hand.js';
import { inputFile } from '../support/inputs.js';
import { begin, expectOwnHand } from './main-job-run.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 600_000 });

async function openFigure(hand: Hand, list: string, figure: string): Promise<void> {
  await goTo(hand, 'Workforce');
  const row = main(hand.page)
    .getByRole('list', { name: list })
    .getByRole('link', { name: figure, exact: true });
  await hand.press(row);
  await expectHeading(hand.page, figure);
}

test('a figure is opened, given a target, a phase and a mark, and keeps them', async ({
  app,
  launchApp,
  secrets,
}) => {
  const run = await begin(app, 'keyboard', '2026-03-31');
  const { hand } = run;
  const { page } = hand;
  await unlock(page, secrets.passphrase);
  await openPeopleImport(hand);
  await importWhole(hand, inputFile('people.csv'), 'Bryce Lockhart', '46 people');
  await goTo(hand, 'Workforce');
  await hand.press(main(page).getByRole('link', { name: 'Bring in figures' }));
  await hand.press(main(page).getByRole('link', { name: 'Absences' }));
  await importWhole(hand, inputFile('absence.csv'), '10595', '173 absences');

  await openFigure(hand, 'Sickness', 'Sickness, in days');
  const figure = main(page).getByRole('figure');
  await expect(figure).toContainText('Public Health Scotland run chart rules');

  await test.step('the XmR chart says its variation in words', async () => {
    await hand.choose(radio(page, 'Kind of chart', 'XmR chart'));
    await expect(figure).toContainText('Making Data Count rules');
    await expect(figure).toContainText(/variation|than usual/i);
  });

  await test.step('the records behind the month add up to the figure', async () => {
    const said = await main(page)
      .getByText(/WTE days lost of [\d,.]+$/)
      .last()
      .textContent();
    const [lost = '', available = ''] = (said ?? '').match(/[\d.]+/g) ?? [];
    const numberOf = (text: string): number => Number(text.replaceAll(',', ''));
    const people = page.getByRole('table', { name: 'People in post in the month' });
    await expect(people).toBeVisible();
    const later = page.getByRole('button', { name: 'Later rows: People in post in the month' });
    // The sum stands under the last page.
    while (!(await people.getByText(/^All \d+$/).isVisible())) await hand.press(later);
    const sumOf = async (table: typeof people): Promise<number> =>
      numberOf((await tableRows(table)).at(-1)?.at(-1) ?? '');
    expect(await sumOf(people)).toBeCloseTo(numberOf(available), 0);
    expect(await sumOf(page.getByRole('table', { name: 'Absences' }))).toBeCloseTo(numberOf(lost), 0);
  });

  await test.step('a target stands on the chart and is judged in words', async () => {
    await hand.press(page.getByRole('button', { name: 'Change target and rules' }));
    const target = page.getByRole('textbox', { name: /^Target/ });
    await hand.fill(target, 'four');
    await page.keyboard.press('Control+Enter');
    await expect(
      page.getByRole('alert').or(page.getByText('Enter a number, such as 4.5')).first(),
    ).toBeVisible();
    await hand.fill(target, '4');
    await page.keyboard.press('Control+Enter');
    await expectToast(page, 'Saved. The chart reads by it.');
    await expect(main(page).getByText('Lower is better. Target 4.0%')).toBeVisible();
    await expect(figure).toContainText('With a target');
    await expect(figure).toContainText(/the target/);
  });

  await test.step('a phase needs a reason, and says it on the chart', async () => {
    await hand.press(page.getByRole('button', { name: 'Start a new phase', exact: true }));
    const dialog = page.getByRole('dialog', { name: 'Start a new phase' });
    await hand.select(dialog.getByRole('combobox', { name: 'First month of the new phase' }), 'April 2025');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText('Say what was known to change').first()).toBeVisible();
    await hand.fill(dialog.getByRole('textbox', { name: 'What changed' }), 'Second site opened');
    await hand.fill(dialog.getByRole('textbox', { name: 'Who decided' }), 'Service manager');
    await page.keyboard.press('Control+Enter');
    await expectToast(page, 'Phase started.');
    await expect(dialog).toHaveCount(0);
    await expect(figure).toContainText('New phase: Second site opened');
    await expect(page.getByRole('list', { name: 'Phases of the chart' })).toContainText('From April 2025');
  });

  const marks = page.getByRole('list', { name: 'Marked months of the chart' });
  await test.step('a month is marked by a person, and undone', async () => {
    await hand.choose(radio(page, 'Kind of chart', 'Run chart'));
    for (const isKept of [false, true]) {
      await hand.press(page.getByRole('button', { name: 'Mark a month' }));
      const dialog = page.getByRole('dialog', { name: 'Mark a month' });
      await hand.select(dialog.getByRole('combobox', { name: 'Month that stands out' }), 'December 2025');
      await hand.fill(dialog.getByRole('textbox', { name: 'Why it stands out' }), 'Flu on the ward');
      await hand.fill(dialog.getByRole('textbox', { name: 'Who decided' }), 'Service manager');
      await page.keyboard.press('Control+Enter');
      await expect(marks).toContainText('December 2025');
      if (isKept) continue;
      await hand.press(
        page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last(),
      );
      await expect(marks).toHaveCount(0);
    }
    await hand.press(figure.getByRole('button', { name: 'Show as table' }));
    await expect(figure.getByRole('table')).toContainText('Marked by Service manager: Flu on the ward');
  });

  await test.step('a mark that is taken back stays as history', async () => {
    await hand.press(page.getByRole('button', { name: 'Take back the mark of December 2025' }));
    await expect(marks).toContainText('Taken back 31 March 2026');
    await expect(figure.getByRole('table')).not.toContainText('Flu on the ward');
  });

  await test.step('all of it is there after a restart', async () => {
    await expectOwnHand(run);
    await app.quit();
    const again = await launchApp(app.userDataDir);
    const next = await begin(again, 'keyboard', '2026-03-31');
    await unlock(again.page, secrets.passphrase);
    await openFigure(next.hand, 'Sickness', 'Sickness, in days');
    await expect(main(again.page).getByText('Lower is better. Target 4.0%')).toBeVisible();
    await expect(again.page.getByRole('list', { name: 'Phases of the chart' })).toContainText(
      'From April 2025',
    );
    await expect(again.page.getByRole('list', { name: 'Marked months of the chart' })).toContainText(
      'Taken back',
    );
    await expectOwnHand(next);
  });
});
