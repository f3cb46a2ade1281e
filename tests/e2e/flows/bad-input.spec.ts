/** Files and answers as they come from real life: told in words, nothing wiped, and the window keeps answering. */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../../../scripts/lib/host-command.js';
import { expect, test } from '../fixtures.js';
import { setUp } from '../page-models/first-run.js';
import { bringIn, checkFile, importWhole } from '../page-models/imports.js';
import { openPeopleImport } from '../page-models/people.js';
import { expectHeading, field, goTo, main, tableRows } from '../page-models/places.js';
import { setToday } from '../support/clock.js';
import { handOf } from '../support/hand.js';

test.describe.configure({ timeout: 600_000 });

const dirty = (name: string): string => join(REPOSITORY, 'tests/fixtures/dirty', name);

/** A list of 20 MB: few rows, each with a cell that somebody pasted a letter into. */
function largeFile(): Buffer {
  const head = 'Payroll no,Name,Role,Start date,Remarks';
  const remark = 'x'.repeat(1024);
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `P${at},Person ${at},Key worker,01/04/2021,${remark}`,
  );
  return Buffer.from([head, ...rows].join('\r\n'), 'utf8');
}

test('files that are no list, and lists that are not tidy', async ({ app, page }) => {
  await setToday(page, '2026-06-08');
  await setUp(app);
  const hand = handOf(page, 'mouse');
  const notBroughtIn = page.getByRole('alert').filter({ hasText: 'This file was not brought in' });

  await test.step('a PDF under another name, a spreadsheet, an empty file, headings alone', async () => {
    await openPeopleImport(hand);
    const refused = {
      'renamed.pdf.csv': 'This is a PDF, whatever its name ends in. Nothing was changed.',
      'renamed.xlsx.csv': 'Some of this workbook cannot be read. Nothing was changed.',
      'empty.csv': 'This file is empty. Nothing was changed.',
      'no-rows.csv': 'This file has headings and no rows below them. Nothing was changed.',
    };
    for (const [name, words] of Object.entries(refused)) {
      await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), dirty(name));
      await expect(notBroughtIn).toContainText(words);
    }
  });

  await test.step('semicolons, decimal commas, names turned round', async () => {
    await checkFile(hand, dirty('semicolons-decimal-commas.csv'), 'Munro, Ailsa');
    await expect(page.getByText('3 names stood last name first and will be turned round.')).toBeVisible();
    await bringIn(hand, '3 people');
  });

  await test.step('quoted line ends, and fifty columns', async () => {
    await openPeopleImport(hand);
    await importWhole(hand, dirty('quoted-newlines.csv'), 'Eilidh Gunn', '2 people');
    await openPeopleImport(hand);
    await importWhole(hand, dirty('fifty-columns.csv'), 'Isla Drever', '1 person');
  });

  await test.step('impossible dates and doubled numbers are listed by row', async () => {
    for (const name of ['impossible-dates.csv', 'duplicate-numbers.csv']) {
      await openPeopleImport(hand);
      await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), dirty(name));
      await hand.press(page.getByRole('button', { name: 'Check these rows' }));
      const rows = await tableRows(page.getByRole('table', { name: 'Rows that will be left out' }));
      expect(rows.length).toBeGreaterThan(0);
      for (const [row, column, reason] of rows) {
        expect(row).toMatch(/^\d+$/);
        expect(column).not.toBe('');
        expect(reason).not.toBe('');
      }
    }
  });

  await test.step('a file of 20 MB', async () => {
    await openPeopleImport(hand);
    const path = join(app.userDataDir, 'large.csv');
    await writeFile(path, largeFile());
    expect((await stat(path)).size).toBeGreaterThan(20 * 1024 * 1024);
    await checkFile(hand, path, 'Person 0');
    await expect(page.getByRole('button', { name: 'Bring in 20,000 people' })).toBeVisible();
    await goTo(hand, 'People');
    await expect(main(page).getByRole('status').filter({ hasText: '6 people' })).toBeVisible();
  });
});

test('a leaving date before the start date is refused at the field, and what was typed stays', async ({
  app,
  page,
}) => {
  await setToday(page, '2026-06-08');
  await setUp(app);
  const hand = handOf(page, 'mouse');
  await goTo(hand, 'People');
  await hand.press(main(page).getByRole('link', { name: 'Add a person' }));
  await hand.fill(field(page, 'Name'), 'Ailsa Munro');
  await hand.fill(field(page, 'Role'), 'Key worker');
  await hand.fill(field(page, 'Start date'), '03/02/2025');
  await hand.fill(field(page, 'Last day in post'), '02/02/2025');
  await hand.press(page.getByRole('button', { name: 'Save person' }));

  const summary = page.getByRole('group', { name: 'There is a problem' });
  await expect(summary).toBeFocused();
  expect(await page.title()).toMatch(/^Error: /);
  const lastDay = field(page, 'Last day in post');
  await expect(lastDay).toHaveAttribute('aria-invalid', 'true');
  await hand.press(summary.getByRole('link'));
  await expect(lastDay).toBeFocused();
  await expect(lastDay).toHaveValue('02/02/2025');
  await expect(field(page, 'Name')).toHaveValue('Ailsa Munro');
  await hand.fill(lastDay, '03/02/2026');
  await hand.press(page.getByRole('button', { name: 'Save person' }));
  await expectHeading(page, 'Ailsa Munro');
  expect(await page.title()).not.toMatch(/^Error: /);
});
