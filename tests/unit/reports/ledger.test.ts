/** Reports one after the other: what two of them say together is about nobody. */
import { beforeAll, describe, expect, test } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import { givenRelease } from '@shared/reports/figures/given-measures';
import {
  blocks,
  cellOf,
  many,
  openReports,
  person,
  spell,
  tableText,
  type MakeReport,
} from './report-support';

let make: MakeReport;
beforeAll(async () => {
  make = await openReports();
});

const leavesOn = (day: string) => ({ lastDay: toLocalDate(day) });
const q1 = toLocalDate('2026-03-31');
const q2 = toLocalDate('2026-06-30');
const leaving = { blocks: blocks('leaving') };
/** 14 at the start and at the end; six left and six joined in the year to March, spread over it. */
const staff = [
  ...many(8, 0),
  ...['2025-05-10', '2025-06-10', '2025-08-10', '2025-10-10', '2025-11-10', '2026-02-10'].map((day, index) =>
    person(20 + index, leavesOn(day)),
  ),
  ...['2025-05-12', '2025-06-12', '2025-08-12', '2025-10-12', '2025-11-12', '2026-02-12'].map((day, index) =>
    person(40 + index, { startDate: toLocalDate(day) }),
  ),
];

describe('twelve months, and again', () => {
  test('the same report is the same report, however often it is made', () => {
    const first = make({ people: staff }, { ...leaving, periodEnd: q1 });
    const again = make({ people: staff }, { ...leaving, periodEnd: q1 }, [first.ledger]);
    expect(again.published).toEqual(first.published);
    expect(tableText(first, 'leaving')).toMatchObject({ Left: '6', Turnover: '42.9%' });
  });

  test('a quarter later: two windows say only what the two outer quarters differ by', () => {
    const first = make({ people: staff }, { ...leaving, periodEnd: q1 });
    const second = make({ people: staff }, { ...leaving, periodEnd: q2 }, [first.ledger]);
    // Four left and four joined in the year to June: too few by themselves.
    expect(tableText(second, 'leaving')).toMatchObject({ Joined: '[c]', Left: '[c]', Turnover: '[c]' });
  });
});

describe('what was given out elsewhere', () => {
  const given = givenRelease({
    measure: 'leavers',
    periodEnd: toLocalDate('2025-06-30'),
    months: 3,
    team: '',
    value: 2,
  });

  test('one quarter of the four, told elsewhere, keeps the year inside and says so', () => {
    const alone = make({ people: staff }, { ...leaving, periodEnd: q1 });
    expect(cellOf(alone, 'leaving', 'leavers')?.state).toBe('shown');
    const beside = make({ people: staff }, { ...leaving, periodEnd: q1 }, [given]);
    expect(cellOf(beside, 'leaving', 'leavers')?.state).toBe('hidden');
    const blocked = beside.decided.hidden.filter(({ isBlocked }) => isBlocked);
    expect(blocked.map(({ rowLabel }) => rowLabel)).toContain('Left');
  });

  test('left out by the person, it is dealt with; over two years it is wide enough again', () => {
    const beside = make({ people: staff }, { ...leaving, periodEnd: q1 }, [given]);
    const leftOut = beside.decided.hidden.flatMap(({ key, isBlocked }) =>
      isBlocked && key !== null ? [key] : [],
    );
    const without = make({ people: staff }, { ...leaving, periodEnd: q1, leftOut }, [given]);
    expect(without.decided.hidden.filter(({ isBlocked, isLeftOut }) => isBlocked && !isLeftOut)).toEqual([]);
    const older = [
      ...staff,
      ...many(9, 100, leavesOn('2024-07-10')),
      ...many(9, 120, { startDate: toLocalDate('2024-08-01'), ...leavesOn('2024-11-01') }),
    ];
    const longer = make({ people: older }, { ...leaving, periodEnd: q1, months: 24 }, [given]);
    expect(cellOf(longer, 'leaving', 'leavers')).toEqual({ state: 'shown', text: '24' });
  });
});

test('a late correction of one person is not told by a second report of the same day', () => {
  const before = make({ people: many(20, 0) }, { blocks: blocks('people'), periodEnd: q1 });
  expect(cellOf(before, 'in-post', 'total')).toEqual({ state: 'shown', text: '20' });
  const corrected = [...many(19, 0), person(19, leavesOn('2026-03-01'))];
  const after = make({ people: corrected }, { blocks: blocks('people'), periodEnd: q1 }, [before.ledger]);
  expect(cellOf(after, 'in-post', 'total')?.state).toBe('hidden');
  expect(after.decided.hidden.length).toBe(2);
  expect(after.decided.hidden.every(({ isBlocked }) => isBlocked)).toBe(true);
});

test('sickness of a year and of two: the year between them is not one person’s', () => {
  const people = many(14, 0);
  const even = [0, 1, 2, 3, 4, 5].map((index) => spell(index, '2025-09-01', 5));
  // One long absence, in the older year alone.
  const absences = [spell(13, '2024-01-06', 2), ...even, spell(6, '2024-06-01', 120)];
  const choice = { blocks: blocks('sickness'), periodEnd: q1 };
  const year = make({ people, absences }, choice);
  expect(cellOf(year, 'sickness', 'rate')?.state).toBe('shown');
  const two = make({ people, absences }, { ...choice, months: 24 }, [year.ledger]);
  expect(cellOf(two, 'sickness', 'lost')?.state).toBe('hidden');
  expect(cellOf(two, 'sickness', 'rate')?.state).toBe('hidden');
});

test('rounded to 5, counts are ranges and shares come from them', () => {
  const report = make(
    { people: staff },
    { blocks: blocks('people', 'leaving'), periodEnd: q1 },
    [],
    'base-5',
  );
  expect(tableText(report, 'in-post')).toMatchObject({ 'Everyone counted': '15' });
  expect(report.published.footnotes.join(' ')).toContain('rounded to the nearest 5');
  const shown = tableText(report, 'leaving');
  for (const label of ['In post at the start', 'In post at the end'])
    if (shown[label] !== '[c]') expect(Number(shown[label]) % 5).toBe(0);
});

test('whoever has the staff lists of both ends cannot work few joiners out from the leavers', () => {
  const people = [
    ...many(12, 0),
    ...many(6, 20, leavesOn('2025-10-01')),
    ...many(3, 40, { startDate: toLocalDate('2025-11-03') }),
  ];
  expect(tableText(make({ people }, { ...leaving, periodEnd: q1 }), 'leaving')).toEqual({
    'In post at the start': '18',
    Joined: '[c]',
    Left: '[c]',
    'In post at the end': '15',
    Turnover: '[c]',
  });
});
