/** Records → the engine → a bundle: what is in it, and what is not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, whatIsWrong, type BundleDraft } from '@shared/bundle/bundle';
import { bundleMeasureOf } from '@shared/bundle/measures';
import type { ReleaseTools } from '@shared/disclosure/release';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { policyOf } from '@shared/disclosure/thresholds';
import {
  addDays,
  addMonthsToMonth,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  toLocalDate,
} from '@shared/kernel/local-date';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import { month, signedFile } from '../../support/made-up-bundles';
import { loadTools } from '../disclosure/release-support';
import { absence, drawnService, giveOut, inputOf, person, rowOf } from './services';

let tools: ReleaseTools;
beforeAll(async () => {
  tools = await loadTools();
});

const from = month('2024-10');
const to = month('2026-09');
const valueOf = (draft: BundleDraft, at: string, measure: string): number | string | undefined => {
  const row = rowOf(draft, at, measure);
  return row?.value ?? row?.state;
};

/** 300 people, of whom this many leave and come in each month of the two years. */
function movingService(leavers: (at: number) => number, joiners: (at: number) => number) {
  const months = monthsBetween(from, to);
  let next = 1000;
  const people = Array.from({ length: 300 }, (_, at) => person(at));
  let leaving = 0;
  months.forEach((at, index) => {
    for (let count = leavers(index); count > 0; count -= 1, leaving += 1)
      people[leaving] = person(leaving, { lastDay: addDays(firstDayOf(at), 9) });
    for (let count = joiners(index); count > 0; count -= 1, next += 1)
      people.push(person(next, { startDate: addDays(firstDayOf(at), 9) }));
  });
  return { people };
}

describe('a drawn service', () => {
  it.each([6, 14, 40])('of %i people gives no small number away', (staff) => {
    const { draft, result } = giveOut(inputOf(drawnService(staff, staff)), [], tools);
    expect(whatIsWrong(draft)).toBeNull();
    expect(result.audit.alreadyDisclosed).toEqual([]);
    for (const [key, { lower, upper }] of result.audit.intervals(result.audit.protectedKeys))
      if (upper !== null) expect.soft(upper - lower, key).toBeGreaterThanOrEqual(5);
    const hiddenOnes = draft.tables.months.filter(({ state }) => state === 'hidden');
    expect(hiddenOnes.length).toBeGreaterThan(0);
    for (const row of draft.tables.months) {
      expect(bundleMeasureOf(row.measure), row.measure).not.toBeNull();
      expect(row.value === null).toBe(row.state !== 'shown');
      expect(row.peopleAtLeast === null || row.value !== null).toBe(true);
    }
    for (const at of monthsBetween(from, to)) {
      // Two headcounts and one of the flows are the other flow.
      const flows = ['joiners', 'leavers'].map((measure) => rowOf(draft, at, measure)?.state);
      expect(flows[0], at).toBe(flows[1]);
    }
  });

  it('has nothing of a person, a team or a text in it, and no day', () => {
    const service = drawnService(3, 60);
    const { draft } = giveOut(inputOf(service), [], tools);
    const text = JSON.stringify(draft);
    for (const canary of ['Canary', 'Surname', 'Key worker', 'Recovery hub', 'Harbour', '9000'])
      expect(text).not.toContain(canary);
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    const months = new Set(draft.tables.months.map((row) => row.month));
    expect([...months].sort()).toEqual(monthsBetween(from, to));
    expect(new Set(draft.tables.months.map(({ group }) => group))).toEqual(new Set(['paid', 'everyone']));
  });

  it('tells hours no finer than whole WTE, and rates that say nothing more than the numbers beside them', () => {
    const { draft } = giveOut(inputOf(drawnService(150, 150)), [], tools);
    const shownRows = draft.tables.months.filter(({ state }) => state === 'shown');
    for (const row of shownRows.filter(({ measure }) => bundleMeasureOf(measure)?.format === 'whole'))
      expect(Number.isInteger(row.value), row.measure).toBe(true);
    let rates = 0;
    for (const row of shownRows.filter(({ measure }) => measure === 'sickness-rate')) {
      const lost = Number(valueOf(draft, row.month, 'sickness-days-lost'));
      const available = Number(valueOf(draft, row.month, 'sickness-days-available'));
      const days = Number(lastDayOf(month(row.month)).slice(8));
      expect(available % days).toBe(0);
      expect(row.value).toBeCloseTo((100 * lost) / available, 1);
      rates += 1;
    }
    expect(rates).toBeGreaterThan(12);
  });
});

describe('one month of few leavers', () => {
  const service = movingService(
    (at) => (at === 15 ? 2 : 6),
    () => 6,
  );

  it('is hidden with the starters of that month and with its quarter, and the others are shown', () => {
    const { draft } = giveOut(inputOf(service), [], tools);
    expect(valueOf(draft, '2026-01', 'leavers')).toBe('hidden');
    expect(valueOf(draft, '2026-01', 'joiners')).toBe('hidden');
    // Which of a list is hidden must not tell which of it is small.
    expect(valueOf(draft, '2026-02', 'leavers')).toBe('hidden');
    expect(valueOf(draft, '2026-04', 'leavers')).toBe(6);
    expect(valueOf(draft, '2025-12', 'joiners')).toBe(6);
    expect(valueOf(draft, '2026-02', 'headcount')).toBe(304);
  });

  it('hides a second month where a report has told the twelve months', () => {
    const first = giveOut(inputOf(service), [], tools);
    const year = 'leavers|2025-10..2026-09|paid';
    const quarters = ['2025-10..2025-12', '2026-01..2026-03', '2026-04..2026-06', '2026-07..2026-09'].map(
      (span) => `leavers|${span}|paid`,
    );
    const values = new Map(first.table.figures.map(({ key, value }) => [key, value]));
    const report: EarlierRelease = {
      figures: [
        { key: year, value: 68, kind: 'count', reason: null, isPublished: true, hidesZero: true },
        ...quarters.map((key) => ({
          key,
          value: values.get(key) ?? 0,
          kind: 'count' as const,
          reason: null,
          isPublished: false,
          hidesZero: true,
        })),
      ],
      sums: [{ total: year, parts: quarters }],
      shownKeys: [year],
    };
    const { draft } = giveOut(inputOf(service), [report], tools);
    const states = monthsBetween(month('2025-10'), to).map((at) => rowOf(draft, at, 'leavers')?.state);
    expect(states.filter((state) => state === 'hidden').length).toBeGreaterThanOrEqual(2);
    expect(valueOf(draft, '2025-03', 'leavers')).toBe(6);
  });
});

describe('what the next quarter brings', () => {
  it('shows the same numbers again, and hides one that was corrected by one person', () => {
    const people = Array.from({ length: 30 }, (_, at) => person(at));
    const before = giveOut(inputOf({ people }), [], tools);
    expect(valueOf(before.draft, '2026-03', 'headcount')).toBe(30);
    const again = giveOut(inputOf({ people }), [before.asEarlier], tools);
    expect(valueOf(again.draft, '2026-03', 'headcount')).toBe(30);
    const late = person(29, { lastDay: toLocalDate('2026-02-10') });
    const corrected = giveOut(inputOf({ people: [...people.slice(0, 29), late] }), [before.asEarlier], tools);
    expect(valueOf(corrected.draft, '2026-01', 'headcount')).toBe(30);
    expect(valueOf(corrected.draft, '2026-03', 'headcount')).toBe('hidden');
  });
});

describe('what is not known', () => {
  it('is said of months before the staff list, and never of what would tell that nobody left or was ill', () => {
    const people = Array.from({ length: 20 }, (_, at) =>
      person(at, { startDate: toLocalDate('2025-05-01') }),
    );
    const absences = [absence(1, 1, toLocalDate('2026-02-02'), 3)];
    const { draft } = giveOut(inputOf({ people, absences }), [], tools);
    expect(valueOf(draft, '2025-04', 'headcount')).toBe('not-known');
    expect(valueOf(draft, '2025-07', 'headcount')).toBe(20);
    expect(valueOf(draft, '2025-06', 'leavers')).toBe('hidden');
    expect(valueOf(draft, '2025-06', 'sickness-days-lost')).toBe('hidden');
    expect(valueOf(draft, '2026-02', 'sickness-days-lost')).toBe('hidden');
    expect(valueOf(draft, '2026-02', 'supervision-on-time')).toBe('not-known');
    expect(valueOf(draft, '2026-02', 'vacancy-rate')).toBe('not-known');
  });
});

describe('rules that a service has raised', () => {
  it('stand in the bundle and hold for it', () => {
    const rules = policyOf({ ...policyOf(null), minimumCellSize: 10, minimumForStatistic: 20 });
    const service = movingService(
      () => 7,
      () => 12,
    );
    const { draft } = giveOut(inputOf(service), [], tools, rules);
    expect(draft.rules).toEqual({
      smallestCount: 10,
      smallestSensitiveCount: 10,
      smallestForStatistic: 20,
      rounding: 'none',
    });
    expect(valueOf(draft, '2026-01', 'leavers')).toBe('hidden');
    expect(rowOf(draft, '2026-01', 'headcount')?.peopleAtLeast).toBe(10);
    expect(rowOf(draft, '2026-01', 'wte')?.peopleAtLeast).toBe(20);
  });

  it('round every count to the nearest five', () => {
    const rules = { ...policyOf(null), rounding: 'base-5' as const };
    const { draft } = giveOut(
      inputOf(
        movingService(
          () => 11,
          () => 13,
        ),
      ),
      [],
      tools,
      rules,
    );
    const counts = draft.tables.months.filter(
      ({ measure, state }) => state === 'shown' && bundleMeasureOf(measure)?.countsPeople === true,
    );
    expect(counts.length).toBeGreaterThan(24);
    for (const { value, measure } of counts) expect(Number(value) % 5, measure).toBe(0);
    // Hours beside a rounded count would tell the exact one.
    expect(valueOf(draft, '2026-01', 'headcount')).not.toBe('hidden');
    for (const measure of ['wte', 'sickness-days-available', 'sickness-rate'])
      expect(valueOf(draft, '2026-01', measure), measure).toBe('hidden');
  });
});

it('is a file that reads as it was made', async () => {
  const { draft } = giveOut(inputOf(drawnService(12, 40), { from: addMonthsToMonth(to, -11) }), [], tools);
  const read = readBundle(signedFile(await loadSodium(), draft, 1));
  expect(read.ok && read.value.bundle.tables).toEqual(draft.tables);
});
