import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, toLocalDate } from '@shared/kernel/local-date';
import { eventTypeLabels, eventTypes, type EventPlan } from '@shared/records/event-plan/event-plan';
import { yearTotal } from '@shared/reports/blocks/care-blocks';
import { eventPlanKind } from '@shared/records/event-plan/event-plan';
import type { ReportRecords } from '@shared/reports/report-input';
import { blocks, idOf, openReports, tableText, type MakeReport } from './report-support';

let make: MakeReport;
beforeAll(async () => {
  make = await openReports();
});

const periodEnd = toLocalDate('2026-06-30');
const firstQuarter = toLocalDate('2025-07-01');
type Counted = Pick<EventPlan, 'occurredOn' | 'eventType'>;

function plansOf(given: readonly Counted[]): ReportRecords['plans'] {
  const [example] = eventPlanKind.examples;
  if (example === undefined) throw new Error('No example of a plan');
  return given.map(
    (counted, index) =>
      ({
        kind: 'event-plan',
        id: idOf(index),
        revision: 1,
        savedAt: 0,
        value: { ...example, ...counted },
      }) as unknown as ReportRecords['plans'][number],
  );
}
const reportOf = (given: readonly Counted[]) =>
  make({ plans: plansOf(given) }, { periodEnd, blocks: blocks('events') });
/** So many events in each quarter, all of one kind unless said. */
function events(counts: readonly number[], eventType: Counted['eventType'] = 'drug-related-death') {
  return counts.flatMap((count, quarter) =>
    Array.from({ length: count }, (_event, index) => ({
      occurredOn: addDays(addMonths(firstQuarter, 3 * quarter), index),
      eventType,
    })),
  );
}

test('story 3: one death in May reads "fewer than 5 events", with no kind and no day', () => {
  const report = reportOf([{ occurredOn: toLocalDate('2026-05-11'), eventType: 'drug-related-death' }]);
  expect(tableText(report, 'events')).toEqual({
    'July to September 2025': 'fewer than 5 events',
    'October to December 2025': 'fewer than 5 events',
    'January to March 2026': 'fewer than 5 events',
    'April to June 2026': 'fewer than 5 events',
    'The whole period': '[c]',
  });
  const all = JSON.stringify(report.published);
  expect(all).not.toContain(eventTypeLabels['drug-related-death']);
  expect(all).not.toMatch(/drug-related-death|2026-05-11|11 May/);
  expect(report.published).toEqual(reportOf([]).published);
});

test('a quarter counts from its first day to its last', () => {
  const on = (day: string) =>
    Array.from({ length: 5 }, () => ({ occurredOn: toLocalDate(day), eventType: 'suicide' as const }));
  const report = reportOf([
    ...on('2026-03-31'),
    ...on('2026-04-01'),
    ...on('2026-06-30'),
    ...on('2026-07-01'),
  ]);
  expect(tableText(report, 'events')).toMatchObject({
    'January to March 2026': '5',
    'April to June 2026': '10',
    'The whole period': '[c]',
  });
});

test('the year is told when every quarter is, and not beside a small one', () => {
  expect(yearTotal([5, 6, 7, 8], 5)).toBe(26);
  expect(yearTotal([9, 9, 9, 4], 5)).toBeNull();
  expect(yearTotal([2, 3, 1, 2], 5)).toBeNull();
});

test('whoever reads three summaries in a row cannot tell none from four in any small quarter', () => {
  // Six quarters of none to six events: 7^6 histories, grouped by what the three summaries say of them.
  const most = 6;
  const seen = new Map<string, { readonly counts: readonly number[]; readonly may: Set<number>[] }>();
  const said = (window: readonly number[]): string =>
    `${window.map((count) => (count < 5 ? '<5' : count)).join()}=${JSON.stringify(yearTotal(window, 5))}`;
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

test('three summaries in a row through the ledger say of each quarter what it says of itself', () => {
  const plans = plansOf(events([6, 2, 7, 0]));
  const first = make({ plans }, { periodEnd: toLocalDate('2026-03-31'), blocks: blocks('events') });
  const second = make({ plans }, { periodEnd, blocks: blocks('events') }, [first.ledger]);
  expect(tableText(second, 'events')).toMatchObject({
    'July to September 2025': '6',
    'October to December 2025': 'fewer than 5 events',
    'January to March 2026': '7',
    'April to June 2026': 'fewer than 5 events',
  });
  expect(second.decided.hidden.some(({ isBlocked }) => isBlocked)).toBe(false);
});

test('kinds are told from ten of each on, and only beside a year that is told', () => {
  const kinds = (given: readonly Counted[]) => tableText(reportOf(given), 'event-kinds');
  const both = [...events([6, 6, 6, 6]), ...events([3, 3, 3, 3], 'suicide')];
  expect(kinds(both)).toEqual({ 'Drug-related death': '24', Suicide: '12' });
  expect(kinds([...events([6, 6, 6, 6]), ...events([3, 3, 3, 0], 'suicide')])).toEqual({ 'By kind': '[c]' });
  expect(kinds(events([12, 12, 12, 2]))).toEqual({ 'By kind': '[c]' });
});

test('property: no number from 1 to 4, no kind of fewer than ten, no day', () => {
  const some = fc.record({
    occurredOn: fc.integer({ min: 0, max: 364 }).map((days) => addDays(firstQuarter, days)),
    eventType: fc.constantFrom(...eventTypes.slice(0, 3)),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 90 }), (given) => {
      const report = reportOf(given);
      const kinds = tableText(report, 'event-kinds');
      for (const text of [...Object.values(tableText(report, 'events')), ...Object.values(kinds)]) {
        const number = /^(\d+)/.exec(text)?.[1];
        if (number !== undefined) expect(Number(number)).toBeGreaterThanOrEqual(5);
      }
      for (const type of eventTypes) {
        const count = given.filter((each) => each.eventType === type).length;
        if (count < 10) expect(Object.keys(kinds)).not.toContain(eventTypeLabels[type]);
      }
    }),
    { numRuns: 40 },
  );
});
