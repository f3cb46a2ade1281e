/** Bundles of several services: taken in, named, added up, saved as a file; and what is wrong with some of them. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readBundle, type BundleDraft, type BundleRow } from '@shared/bundle/bundle';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium.js';
import { madeUpDraft, signedFile } from '../../support/made-up-bundles.js';
import { expect, test } from '../fixtures.js';
import { expectHeading, expectToast, field, goTo, main, tableRows } from '../page-models/places.js';
import { createAxeWalk } from '../support/axe.js';
import { handOf, type Hand } from '../support/hand.js';
import { openDemo } from '../support/places.js';

const services = [1, 2, 3, 4, 5];

function valueIn(draft: BundleDraft, measure: string, month: string): BundleRow['value'] | undefined {
  return draft.tables.months.find((row) => row.measure === measure && row.month === month)?.value;
}

async function chooseFiles(hand: Hand, paths: readonly string[]): Promise<void> {
  const { page } = hand;
  const chosen = page.waitForEvent('filechooser');
  await hand.press(main(page).getByRole('button', { name: 'Choose files' }));
  await (await chosen).setFiles([...paths]);
}

test('bundles of five services become sums, and the sums a file', async ({ app }) => {
  const sodium = await loadSodium();
  const folder = `${app.userDataDir}-bundles`;
  await mkdir(folder);
  const put = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const drafts = services.map((seed) => madeUpDraft(seed));
  const files = await Promise.all(
    drafts.map((draft, at) => put(`service-${at}.json`, signedFile(sodium, draft, at))),
  );
  const whole = signedFile(sodium, madeUpDraft(6), 6);
  const changed = await put('changed.json', whole.replace('"edition":1', '"edition":2'));
  const other = await put('holiday-list.json', '{"days":[1,2,3]}');

  const page = await openDemo(app);
  const axe = createAxeWalk();
  const hand = handOf(page, 'keyboard');
  await goTo(hand, 'Reports');
  await hand.press(main(page).getByRole('link', { name: 'Services together' }));
  await expectHeading(page, 'Services together');
  await expect(main(page).getByText('No bundle is here yet')).toBeVisible();

  await chooseFiles(hand, [...files, changed, other]);
  const status = main(page).getByRole('status').filter({ hasText: 'bundles taken in' });
  await expect(status).toContainText('5 bundles taken in, 2 not');
  await expect(status).toContainText('changed.json: It was changed after the service signed it.');
  await expect(status).toContainText('holiday-list.json: It is no bundle of Steading.');

  const table = main(page).getByRole('table', { name: /^People in post, all services/ });
  const newest = drafts.reduce((sum, draft) => sum + Number(valueIn(draft, 'headcount', '2026-09')), 0);
  expect((await tableRows(table)).at(-1)).toEqual(['September 2026', String(newest), '5 of 5']);

  // Of few that show a number there is no sum; the number of services stands beside it.
  await hand.select(main(page).getByLabel('Measure'), 'Leavers');
  const leavers = main(page).getByRole('table', { name: /^Leavers, all services/ });
  const shown = drafts.flatMap((draft) => valueIn(draft, 'leavers', '2026-09') ?? []);
  const latest = (await tableRows(leavers)).at(-1);
  expect(latest?.[2]).toBe(`${shown.length} of 5`);
  const sum = shown.reduce((total, value) => total + value, 0);
  expect(latest?.[1]).toBe(shown.length < 3 ? 'No figure' : String(sum));

  // A person says once whose code it is; a later bundle with the same key is known by it.
  const list = main(page).getByRole('list', { name: 'Services whose bundles are here' });
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await expect(main(page).getByText('5 services without a name here')).toBeVisible();
  const first = readBundle(await readFile(files[0] ?? '', 'utf8'));
  const code = first.ok ? first.value.bundle.service : '';
  await hand.press(list.getByRole('button', { name: `Name it: Service ${code}` }));
  await hand.press(page.getByRole('button', { name: 'Save the name' }));
  await expect(page.getByRole('dialog')).toContainText('Enter what you call it');
  await axe.look(page, 'a name to give');
  await hand.fill(field(page, 'What you call this service'), 'Harbour Steps');
  await hand.press(page.getByRole('button', { name: 'Save the name' }));
  await expect(list.getByText('Harbour Steps')).toBeVisible();
  await expect(main(page).getByText('4 services without a name here')).toBeVisible();
  const later = await put('later.json', signedFile(sodium, { ...madeUpDraft(31), edition: 2 }, 0));
  await chooseFiles(hand, [later, files[1] ?? '']);
  await expect(main(page).getByRole('status').filter({ hasText: '1 bundle taken in' })).toContainText(
    '1 took the place of an earlier edition of the same period.',
  );
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await expect(list.getByText('Harbour Steps')).toBeVisible();

  await axe.look(page, 'sums of five services');
  expect(axe.report()).toEqual([]);

  const file = `${app.userDataDir}-together.csv`;
  await app.answerDialog({ kind: 'save', filePath: file });
  await hand.choose(page.getByRole('radio', { name: 'CSV' }));
  await hand.press(main(page).getByRole('button', { name: 'Save the CSV' }));
  await expectToast(page, 'Saved, and added to the export log.');
  await expect.poll(() => existsSync(file)).toBe(true);
  const text = await readFile(file, 'utf8');
  const rows = Papa.parse<string[]>(text.replace('\uFEFF', '')).data;
  const kept = [madeUpDraft(31), ...drafts.slice(1)];
  const now = kept.reduce((sum, draft) => sum + Number(valueIn(draft, 'headcount', '2026-09')), 0);
  expect(rows).toContainEqual(['September 2026', String(now), '5 of 5']);
  for (const canary of ['Harbour Steps', code, 'later.json']) expect(text).not.toContain(canary);
  for (const [name, ending, begins] of [
    ['Excel', 'xlsx', 'PK'],
    ['Word', 'docx', 'PK'],
    ['PDF', 'pdf', '%PDF'],
  ] as const) {
    const path = `${app.userDataDir}-together.${ending}`;
    await app.answerDialog({ kind: 'save', filePath: path });
    await hand.choose(page.getByRole('radio', { name, exact: true }));
    await hand.press(main(page).getByRole('button', { name: /^Save the (?:Excel|Word|PDF)/u }));
    await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
    expect((await readFile(path)).subarray(0, begins.length).toString('latin1')).toBe(begins);
  }
  await goTo(hand, 'Reports');
  const log = main(page).getByRole('list', { name: 'What has left' });
  await expect(log.getByRole('listitem').filter({ hasText: 'Services together' })).toHaveCount(4);
});

test('a service makes its bundle, sees what is hidden, and a director takes it in', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'mouse');
  await goTo(hand, 'Reports');
  await hand.press(main(page).getByRole('link', { name: 'Service-level bundle' }));
  await expectHeading(page, 'Check before it leaves');
  const save = main(page).getByRole('button', { name: 'Save the bundle' });
  await expect(save).toBeVisible({ timeout: 30_000 });
  const measures = await tableRows(main(page).getByRole('table', { name: 'Months of each measure' }));
  for (const [, ...counts] of measures)
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBeLessThanOrEqual(24);
  await hand.select(main(page).getByLabel('Measure'), 'Leavers');
  const seen = await tableRows(main(page).getByRole('table', { name: /^Leavers, month by month/ }));
  expect(seen).toHaveLength(24);

  const saved = async (name: string): Promise<string> => {
    const path = `${app.userDataDir}-${name}.json`;
    await app.answerDialog({ kind: 'save', filePath: path });
    await hand.press(save);
    await expectToast(page, 'Saved, and added to the export log.');
    await expect.poll(() => existsSync(path)).toBe(true);
    return path;
  };
  const first = readBundle(await readFile(await saved('first'), 'utf8'));
  if (!first.ok) throw new Error(first.error);
  const { bundle } = first.value;
  expect(bundle.tables.months.filter(({ state }) => state === 'shown').length).toBeGreaterThan(24);
  for (const [row, [, text]] of seen.entries()) {
    const { value } = bundle.tables.months.filter(({ measure }) => measure === 'leavers').at(-1 - row)!;
    if (value === null) expect(text).toMatch(/Hidden|Not known/u);
    else expect(text).toBe(String(value));
  }
  const text = JSON.stringify(bundle);
  for (const canary of ['Harbour Steps', 'Outreach', 'Recovery hub']) expect(text).not.toContain(canary);
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/u);

  // What was shown once is shown again: nothing has changed in between.
  await expect(save).toBeVisible({ timeout: 30_000 });
  const path = await saved('second');
  const second = readBundle(await readFile(path, 'utf8'));
  if (!second.ok) throw new Error(second.error);
  expect(second.value.bundle.tables).toEqual(bundle.tables);
  expect(second.value.bundle.service).toBe(bundle.service);
  expect(second.value.bundle.edition).toBe(bundle.edition + 1);

  await goTo(hand, 'Reports');
  await hand.press(main(page).getByRole('link', { name: 'Services together' }));
  await expect(main(page).getByText(bundle.service)).toBeVisible();
  await chooseFiles(hand, [path]);
  await expect(main(page).getByRole('status').filter({ hasText: '1 bundle taken in' })).toBeVisible();
  await expect(main(page).getByText('No sum to show yet')).toBeVisible();
});
