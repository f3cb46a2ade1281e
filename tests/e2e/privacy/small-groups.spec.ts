/**
 * Groups of 1 to 4 stand in the vault as parts, teams, rests and blanks. This walks every screen and file that could show
 * them, reads each figure off it, and looks whether anything about fewer than 5 people is there, or follows from what is.
 */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type AppHost } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { addPerson } from '../page-models/people.js';
import { goTo, main, tableRows } from '../page-models/places.js';
import { openSummary, saveSummary } from '../page-models/reports.js';
import { holdRound, saveResults, show } from '../page-models/round-results.js';
import { setToday } from '../support/clock.js';
import { handOf, type Hand } from '../support/hand.js';
import {
  everybody,
  figureOf,
  forbidden,
  hsePeople,
  hub,
  later,
  pulsePeople,
  shore,
  truths,
  type Read,
} from '../support/small-groups.js';
import { singledOut } from '../../support/figure-audit.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 240_000 });

/** Everything that the page says: text, names and tips. */
async function saidOn(page: Page): Promise<string> {
  return await page.evaluate(() =>
    [
      document.title,
      document.body.textContent,
      ...[...document.querySelectorAll('[title], [aria-label], [aria-description]')].flatMap((element) => [
        element.getAttribute('title') ?? '',
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('aria-description') ?? '',
      ]),
    ].join('\n'),
  );
}

async function readTables(page: Page, label: string): Promise<Read[]> {
  const found: Read[] = [];
  for (const table of await main(page).getByRole('table').all()) {
    const heads = await table.getByRole('columnheader').allTextContents();
    const rows = await tableRows(table);
    const at = (name: string): number => heads.indexOf(name);
    for (const cells of rows) {
      const average = cells[at('Average')] ?? '';
      if (!/^\d+\.\d+$/.test(average)) continue;
      if (heads[0] === 'Round' && at('Replied') > 0) {
        const n = Number(/^(\d+) of/.exec(cells[at('Replied')] ?? '')?.[1]);
        found.push({ round: cells[0] ?? '', scale: 'percent', part: '', n, mean: average });
      } else if (heads[0] === 'Scale') {
        found.push({
          round: label,
          scale: cells[0] ?? '',
          part: '',
          n: Number(cells[at('Scored')]),
          mean: average,
        });
      } else if (heads[0] === 'Part') {
        const scale = at('Scale') > 0 ? (cells[at('Scale')] ?? '') : 'percent';
        found.push({
          round: label,
          scale,
          part: cells[0] ?? '',
          n: Number(cells[at('Scored')]),
          mean: average,
        });
      }
    }
  }
  return found;
}

/** The page as it stands, with every table open, every choice taken, and every point of its charts walked. */
async function readPage(page: Page, label: string, never: readonly string[]): Promise<Read[]> {
  await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
  const found: Read[] = [];
  const look = async (): Promise<void> => {
    // An opener that was pressed is called something else: the first one that is left is the next.
    const openers = main(page).getByRole('button', { name: 'Show as table' });
    while ((await openers.count()) > 0) await openers.first().click();
    for (const drawing of await main(page).locator('svg.recharts-surface[tabindex]').all()) {
      await drawing.focus();
      for (let step = 0; step < 8; step += 1) {
        await page.keyboard.press('ArrowRight');
        const said = await saidOn(page);
        for (const figure of never) expect(said).not.toContain(figure);
      }
      await page.keyboard.press('Escape');
    }
    const said = await saidOn(page);
    for (const figure of never) expect(said).not.toContain(figure);
    // A count of people in a table is 0 or at least 5.
    for (const table of await main(page).getByRole('table').all()) {
      for (const cells of await tableRows(table)) {
        expect(cells.slice(1).filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
      }
    }
    found.push(...(await readTables(page, label)));
  };
  await look();
  for (const list of await main(page).getByRole('combobox').all()) {
    const options = await list.locator('option').allTextContents();
    for (const option of options) {
      await list.selectOption({ label: option });
      await look();
    }
  }
  return found;
}

async function holdAll(hand: Hand): Promise<ReadonlyMap<string, string>> {
  const { page } = hand;
  for (const [name, team] of [
    ['Aila Finn', 'Hub'],
    ['Bryn Moar', 'Shore'],
  ] as const) {
    await addPerson(hand, { name, role: 'Worker', engagement: 'Staff', team, startDate: '01/02/2024' });
  }
  await setToday(page, '2026-06-01');
  const days = { opensOn: '02/03/2026', closesOn: '16/03/2026' };
  const at = new Map<string, string>();
  const hold = async (
    label: string,
    round: Omit<Parameters<typeof holdRound>[1], 'label'>,
  ): Promise<void> => {
    at.set(label, await holdRound(hand, { ...round, label }));
  };
  await hold('Springtide', { measure: 'who5', ...days, invited: 20, isSplit: true, replies: everybody });
  await hold('Hubwide', { measure: 'who5', ...days, group: 'Hub', invited: 12, replies: hub });
  await hold('Shoreline', { measure: 'who5', ...days, group: 'Shore', invited: 9, replies: shore });
  await hold('Pulsewise', { measure: 'pulse', ...days, invited: 18, replies: pulsePeople });
  await hold('Causewise', { measure: 'hse35', ...days, invited: 18, replies: hsePeople });
  const next = { opensOn: '04/05/2026', closesOn: '18/05/2026' };
  await hold('Latterly', { measure: 'who5', ...next, invited: 24, isSplit: true, replies: later });
  return at;
}

test('no figure about 1 to 4 people is on any screen or in any file, nor follows from them', async ({
  app,
  page,
  secrets,
}) => {
  await setToday(page, '2026-06-01');
  await unlock(page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  const at = await holdAll(hand);
  const never = forbidden();
  const reads: Read[] = [];

  for (const { label } of truths) {
    const address = at.get(label) ?? '';
    await show(page, address);
    reads.push(...(await readPage(page, label, never)));
    await show(page, `${address}/heard`);
    await readPage(page, label, never);
  }
  for (const path of ['/wellbeing', '/today', '/reports', '/actions']) {
    await show(page, path);
    await readPage(page, '', never);
  }
  // What has to be hidden is, and what can be shown is: an empty screen would pass anything.
  const has = (round: string, scale: string, part = ''): boolean =>
    reads.some((read) => read.round === round && read.scale === scale && read.part === part);
  expect(has('Springtide', 'percent')).toBe(true);
  expect(has('Springtide', 'percent', 'Paid')).toBe(false);
  expect(has('Hubwide', 'percent')).toBe(false);
  expect(has('Shoreline', 'percent')).toBe(false);
  expect(has('Latterly', 'percent', 'Paid') && has('Latterly', 'percent', 'Volunteer')).toBe(true);
  expect(has('Pulsewise', 'Breaks')).toBe(true);
  expect(has('Pulsewise', 'All ten together')).toBe(false);
  expect(has('Causewise', 'Demands')).toBe(true);
  expect(has('Causewise', 'Change')).toBe(false);

  // All that was read on all screens, put together.
  const distinct = [
    ...new Map(reads.map((read) => [`${read.round} ${read.scale} ${read.part}`, read])).values(),
  ];
  const bySpell = ['Springtide Hubwide Shoreline', 'Latterly', 'Pulsewise', 'Causewise'];
  for (const rounds of bySpell) {
    const figures = distinct.filter(({ round }) => rounds.split(' ').includes(round)).map(figureOf);
    expect(figures.length).toBeGreaterThan(0);
    expect(singledOut(figures)).toBeNull();
  }

  await search(page, never);
  await files(app, hand, at, never);
});

async function search(page: Page, never: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  for (const words of ['Springtide', 'Shoreline', 'Volunteer']) {
    await palette
      .getByRole('searchbox')
      .or(palette.getByRole('combobox'))
      .or(palette.getByRole('textbox'))
      .first()
      .fill(words);
    await page.waitForTimeout(300);
    const said = await palette.textContent();
    for (const figure of never) expect(said).not.toContain(figure);
    expect(said).not.toMatch(/\d+\.\d/);
  }
  await page.keyboard.press('Escape');
}

/** What leaves: no row about a person, no average of fewer than 8, nothing of a hidden round. */
async function files(
  app: AppHost,
  hand: Hand,
  at: ReadonlyMap<string, string>,
  never: readonly string[],
): Promise<void> {
  const { page } = hand;
  for (const { label, instrument } of truths) {
    await show(page, at.get(label) ?? '');
    await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
    const saving = main(page).getByRole('button', { name: 'Save as CSV' });
    if ((await saving.count()) === 0) continue;
    const csv = await saveResults(app, hand, join(app.userDataDir, `${label}.csv`));
    for (const figure of never) expect(csv).not.toContain(figure);
    const rows = csv.split('\r\n').filter((line) => line !== '');
    const scales = instrument.scales.length + instrument.derivedScales.length;
    expect(rows.length).toBeLessThanOrEqual(scales + 5);
    expect(csv).not.toMatch(/,[1-7](,|\r)/);
    for (const part of ['Paid', 'Volunteer', label]) expect(csv).not.toContain(part);
  }
  await goTo(hand, 'Reports');
  await openSummary(hand);
  const path = join(app.userDataDir, 'summary.csv');
  await saveSummary(app, hand, 'CSV', path);
  expect(existsSync(path)).toBe(true);
  const summary = await readFile(path, 'utf8');
  for (const figure of never) expect(summary).not.toContain(figure);
}
