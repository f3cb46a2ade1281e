import { expect, test } from '../fixtures.js';
import { setUp } from '../page-models/first-run.js';
import { goTo } from '../support/places.js';
import { chooseFile } from '../support/states.js';
import { workbook } from '../../unit/import/workbooks.js';
test('pictures', async ({ app, page }) => {
  test.setTimeout(300_000);
  await setUp(app);
  const head = ['Payroll number', 'Name', 'Role', 'Team', 'Start date', 'Last day'];
  const bytes = await workbook({ sheets: [
    { name: 'Staff list', rows: [['Staff'], head, ['001', 'Munro, Ailsa', 'Key worker', 'Day', { day: '2021-04-03' }], ['002', 'Otto Test', 'Nurse', 'Day', { day: '2022-11-12' }, { day: '2024-05-06' }], ['003', 'Ida Test', 'Nurse', 'Day', { xml: '><f>TODAY()</f>' }]], hiddenRows: [4], merged: ['A3:B3'] },
    { name: 'Last year', rows: [head], state: 'hidden' }, { name: 'Notes', rows: [['x']] } ] });
  const shot = async (name: string) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const [width, height] of [[1366, 768], [320, 700]] as const) {
        await page.setViewportSize({ width, height });
        await page.waitForTimeout(150);
        await page.screenshot({ path: `/tmp/picA/${name}-${scheme}-${width}.png`, fullPage: true });
      }
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  };
  await goTo(page, '/people'); await goTo(page, '/people/import');
  await chooseFile(page, 'a.xlsx', Buffer.from(bytes.slice(0, 500)));
  await expect(page.getByRole('alert').filter({ hasText: 'Some of this workbook' })).toBeVisible();
  await shot('file');
  await chooseFile(page, 'a.xlsx', Buffer.from(bytes));
  await expect(page.getByRole('heading', { name: 'Which column is which' })).toBeVisible();
  await shot('columns');
  await page.getByRole('button', { name: 'Check these rows' }).click();
  await expect(page.getByRole('table', { name: 'Rows that will be left out' })).toBeVisible();
  await shot('check');
});
