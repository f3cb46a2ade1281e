import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, type SummaryTable } from '@shared/disclosure/summary-model';
import { addDays, addMonths, toLocalDate } from '@shared/kernel/local-date';
import { eventTypeLabels, eventTypes } from '@shared/records/event-plan/event-plan';
import { eventTables, yearTotal, type CountedEvent } from '@shared/reports/event-tables';

const periodEnd = toLocalDate('2026-06-30');
const firstQuarter = toLocalDate('2025-07-01');

/** So many events in each quarter, all of one kind unless said. */
function events(counts: readonly number[], eventType: CountedEvent['eventType'] = 'drug-related-death') {
  return counts.flatMap((count, quarter) =>
    Array.from({ length: count }, (_event, index) => ({
      occurredOn: addDays(addMonths(firstQuarter, 3 * quarter), index),
      eventType,
    })),
  );
}
function texts(table: SummaryTable | undefined): string[] {
  return (table?.rows ?? []).map((row) => `${row.label}: ${row.cells.map(cellText).join(' ')}`);
}

test('story 3: one death in May reads "fewer than 5 events", with no kind and no day', () => {
  const tables = eventTables(
    [{ occurredOn: toLocalDate('2026-05-11'), eventType: 'drug-related-death' }],
    periodEnd,
  );
  expect(texts(tables[0])).toEqual([
    'July to September 2025: fewer than 5 events',
    'October to December 2025: fewer than 5 events',
    'January to March 2026: fewer than 5 events',
    'April to June 2026: fewer than 5 events',
    'Twelve months: [c]',
  ]);
  const all = JSON.stringify(tables);
  expect(all).not.toContain(eventTypeLabels['drug-related-death']);
  expect(all).not.toMatch(/drug-related-death|2026-05-11|11 May/);
  expect(tables).toEqual(eventTables([], periodEnd));
});

test('a quarter counts from its first day to its last', () => {
  const on = (day: string) =>
    Array.from({ length: 5 }, () => ({ occurredOn: toLocalDate(day), eventType: 'suicide' as const }));
  const given = [...on('2026-03-31'), ...on('2026-04-01'), ...on('2026-06-30'), ...on('2026-07-01')];
  expect(texts(eventTables(given, periodEnd)[0]).slice(2)).toEqual([
    'January to March 2026: 5',
    'April to June 2026: 10',
    'Twelve months: [c]',
  ]);
});

test('the year is told when every quarter is, and not beside a small one', () => {
  expect(yearTotal([5, 6, 7, 8])).toBe(26);
  expect(yearTotal([9, 9, 9, 4])).toBeNull();
  expect(yearTotal([2, 3, 1, 2])).toBeNull();
});

test('whoever reads three summaries in a row cannot tell none from four in any small quarter', () => {
  // Six quarters of none to six events: 7^6 histories, grouped by what the three summaries say of them.
  const most = 6;
  const seen = new Map<string, { readonly counts: readonly number[]; readonly may: Set<number>[] }>();
  const said = (window: readonly number[]): string =>
    `${window.map((count) => (count < 5 ? '<5' : count)).join()}=${JSON.stringify(yearTotal(window))}`;
  for (let code = 0; code < (most + 1) ** 6; code += 1) {
    const counts: number[] = [];
    for (let rest = code, at = 0; at < 6; at += 1, rest = Math.floor(rest / (most + 1)))
      counts.push(rest % (most + 1));
    const key = [0, 1, 2].map((from) => said(counts.slice(from, from + 4))).join('|');
    const group = seen.get(key) ?? { counts, may: counts.map(() => new Set<number>()) };
    counts.forEach((count, at) => group.may[at]?.add(count));
    seen.set(key, group);
  }
  let fewest = Infinity;
  for (const { counts, may } of seen.values())
    counts.forEach((count, at) => {
      if (count < 5) fewest = Math.min(fewest, may[at]?.size ?? 0);
    });
  expect(fewest).toBe(5);
});

test('kinds are told from ten of each on, and only beside a year that is told', () => {
  const both = [...events([6, 6, 6, 6]), ...events([3, 3, 3, 3], 'suicide')];
  expect(texts(eventTables(both, periodEnd)[1])).toEqual(['Drug-related death: 24', 'Suicide: 12']);
  const few = [...events([6, 6, 6, 6]), ...events([3, 3, 3, 0], 'suicide')];
  expect(texts(eventTables(few, periodEnd)[1])).toEqual(['By kind: [c]']);
  const smallQuarter = events([12, 12, 12, 2]);
  expect(texts(eventTables(smallQuarter, periodEnd)[1])).toEqual(['By kind: [c]']);
});

test('property: no number from 1 to 4, no kind of fewer than ten, no day', () => {
  const some = fc.record({
    occurredOn: fc.integer({ min: 0, max: 364 }).map((days) => addDays(firstQuarter, days)),
    eventType: fc.constantFrom(...eventTypes.slice(0, 3)),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 90 }), (given) => {
      const [byQuarter, kinds] = eventTables(given, periodEnd);
      for (const row of [...(byQuarter?.rows ?? []), ...(kinds?.rows ?? [])]) {
        const [only] = row.cells;
        const number = /^(\d+)/.exec(only === undefined ? '' : cellText(only))?.[1];
        if (number !== undefined) expect(Number(number)).toBeGreaterThanOrEqual(5);
      }
      for (const type of eventTypes) {
        const count = given.filter((each) => each.eventType === type).length;
        if (count < 10) expect(JSON.stringify(kinds)).not.toContain(eventTypeLabels[type]);
      }
    }),
  );
});
