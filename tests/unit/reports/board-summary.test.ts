import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { engagements } from '@shared/records/person/person';
import { quarterEnds } from '@shared/reports/build-report';
import type { StoredRecord } from '@shared/vault/vault-api';
import {
  blocks,
  cellOf,
  idOf,
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

const left = { lastDay: toLocalDate('2025-10-01') };
const joined = { startDate: toLocalDate('2025-11-03') };
/** So that sickness is known for the whole period. */
const earlierSpell = spell(13, '2025-01-06', 2);

function wave(
  answerSets: (number | null)[][],
  invited: number,
  over: Partial<StoredRecord<'wellbeing-wave'>['value']> = {},
): StoredRecord<'wellbeing-wave'> {
  return {
    kind: 'wellbeing-wave',
    revision: 1,
    savedAt: 0,
    id: idOf(900),
    value: {
      instrumentId: 'who5',
      instrumentVersion: 1,
      label: 'Spring',
      group: '',
      opensOn: toLocalDate('2026-02-02'),
      closesOn: toLocalDate('2026-02-16'),
      invited,
      answerSets,
      split: null,
      splitAnswers: [],
      isBaseline: true,
      lockedOn: toLocalDate('2026-02-17'),
      note: '',
      ...over,
    },
  };
}
const replies = (count: number) => Array.from({ length: count }, (_value, index) => [index % 6, 2, 3, 1, 4]);

describe('people who left', () => {
  test('6 leavers of an average of 14 (domain.md, story 5): 42.9% with its note when 6 people joined', () => {
    const report = make({ people: [...many(8, 0), ...many(6, 20, left), ...many(6, 40, joined)] });
    expect(tableText(report, 'leaving')).toEqual({
      'In post at the start': '14',
      Joined: '6',
      Left: '6',
      'In post at the end': '14',
      Turnover: '42.9%',
    });
    expect(JSON.stringify(report.published)).toContain('A small number of people');
  });

  test('with 3 joiners no three of the four are shown: opening + joiners - leavers = closing', () => {
    const report = make({ people: [...many(12, 0), ...many(6, 20, left), ...many(3, 40, joined)] });
    const texts = tableText(report, 'leaving');
    expect(texts['Joined']).toBe('[c]');
    expect(texts['Turnover']).toBe('[c]');
    expect(Object.values(texts).filter((text) => text === '[c]').length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(report.published)).not.toContain('A small number of people');
  });

  test('3 volunteers are not counted anywhere; none looks the same', () => {
    const staff = [...many(24, 0), ...many(6, 40, left)];
    const three = make({ people: [...staff, ...many(3, 60, { engagement: 'volunteer' })] });
    expect(three.published).toEqual(make({ people: staff }).published);
    expect(cellOf(three, 'in-post', 'total')).toEqual({ state: 'shown', text: '24' });
  });

  test('6 volunteers beside 2 agency people: neither can be worked out from totals', () => {
    const people = [
      ...many(24, 0),
      ...many(6, 40, left),
      ...many(6, 60, { engagement: 'volunteer' }),
      ...many(2, 80, { engagement: 'agency' }),
    ];
    const report = make({ people });
    expect(cellOf(report, 'in-post', 'Agency')?.state).toBe('hidden');
    expect(cellOf(report, 'in-post', 'Volunteer')?.state).toBe('hidden');
  });

  test('a staff list that never held a leaver gives no figure, rather than "0 people left"', () => {
    const report = make({ people: many(20, 0) });
    expect(cellOf(report, 'leaving', 'turnover')).toEqual({ state: 'not-enough-data' });
    expect(JSON.stringify(report.published.sections[0])).not.toContain('left');
  });
});

describe('sickness', () => {
  const people = many(14, 0);
  const even = [0, 1, 2, 3, 4, 5].map((index) => spell(index, '2025-09-01', 5));

  test('is shown for enough people, hidden when one has most of it', () => {
    const shown = make({ people, absences: [earlierSpell, ...even] });
    expect(tableText(shown, 'sickness')).toEqual({
      'WTE days lost': '30.0',
      'WTE days available': '5110.0',
      'Sickness rate': '0.6%',
    });
    const absences = [earlierSpell, ...even, spell(6, '2025-09-01', 90)];
    expect(cellOf(make({ people, absences }), 'sickness', 'rate')).toEqual({
      state: 'hidden',
      reason: 'one-person-dominates',
    });
  });

  test('is not "0.0%" where absences were never brought in, or only from the middle of the period', () => {
    expect(cellOf(make({ people }), 'sickness', 'rate')).toEqual({ state: 'not-enough-data' });
    expect(cellOf(make({ people, absences: even }), 'sickness', 'rate')).toEqual({
      state: 'not-enough-data',
    });
  });
});

describe('wellbeing', () => {
  const first = (waves: StoredRecord<'wellbeing-wave'>[], row: string) =>
    cellOf(make({ waves }), 'wellbeing-who5', row);

  test('an average needs 8 replies; 16 replies of 18 are not counted out loud', () => {
    expect(first([wave(replies(7), 20)], 'percent')).toEqual({ state: 'hidden', reason: 'too-few-people' });
    const sixteen = make({ waves: [wave(replies(16), 18)] });
    expect(cellOf(sixteen, 'wellbeing-who5', 'percent')?.state).toBe('shown');
    expect(cellOf(sixteen, 'wellbeing-who5', 'replied')?.state).toBe('hidden');
    expect(first([wave(replies(16), 30)], 'replied')).toEqual({ state: 'shown', text: '16' });
    expect(first([wave(replies(16), 30)], 'asked')).toEqual({ state: 'shown', text: '30' });
  });

  test('nine replies that are all alike would be nine people’s scores', () => {
    const alike = Array.from({ length: 9 }, () => [0, 0, 0, 0, 0]);
    expect(first([wave(alike, 20)], 'percent')?.state).toBe('hidden');
  });

  test('an open round, and a round of another version of the key, tell nothing', () => {
    expect(first([wave(replies(16), 30, { lockedOn: null })], 'percent')).toBeUndefined();
    expect(first([wave(replies(16), 30, { instrumentVersion: 9 })], 'percent')?.state).toBe('hidden');
  });
});

test('teams are numbers unless asked for, and stay numbers where the name holds somebody’s name', () => {
  const people = [
    ...many(8, 0, { team: 'Recovery hub' }),
    ...many(8, 20, { team: 'Grant’s team' }),
    person(60, { name: 'Grant Morrison', team: 'Recovery hub' }),
  ];
  const labels = (withTeamNames: boolean) =>
    Object.keys(tableText(make({ people }, { withTeamNames }), 'teams'));
  expect(labels(false)).toEqual(['Team 1', 'Team 2', 'Everyone counted']);
  expect(labels(true)).toEqual(['Team 1', 'Recovery hub', 'Everyone counted']);
});

test('small teams in one line: 9, 4 and 3 are 9 and 7', () => {
  const people = [
    ...many(9, 0, { team: 'Hub' }),
    ...many(4, 20, { team: 'Outreach' }),
    ...many(3, 40, { team: 'Nights' }),
  ];
  expect(Object.values(tableText(make({ people }), 'teams')).slice(0, -1)).toEqual(['[c]', '[c]', '[c]']);
  expect(tableText(make({ people }, { mergesTeams: true, withTeamNames: true }), 'teams')).toEqual({
    Hub: '9',
    'Smaller teams together': '7',
    'Everyone counted': '16',
  });
});

test('property: no count of people under 5, no name, no payroll number; every hidden cell bears one mark', () => {
  const day = fc.integer({ min: 0, max: 2400 }).map((offset) => addDays(toLocalDate('2020-01-01'), offset));
  const someone = fc.record({
    engagement: fc.constantFrom(...engagements),
    team: fc.constantFrom('Recovery hub', 'Outreach', '', 'Canary3 Surname3’s team'),
    startDate: day,
    length: fc.option(fc.integer({ min: 0, max: 1500 })),
  });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 40 }), fc.boolean(), (list, withTeamNames) => {
      const people = list.map(({ engagement, team, startDate, length }, index) =>
        person(index, {
          engagement,
          team,
          startDate,
          lastDay: length === null ? null : addDays(startDate, length),
        }),
      );
      const choice = {
        withTeamNames,
        blocks: blocks('headlines', 'people', 'teams', 'leaving', 'supervision', 'events'),
      };
      const report = make({ people: people.length > 3 ? people : [...people, person(3)] }, choice);
      const tables = report.published.sections.flatMap(({ parts }) =>
        parts.filter((part) => part.kind === 'table'),
      );
      for (const { columns, rows } of tables.filter((table) => table.columns[1] === 'People')) {
        expect(columns).toHaveLength(2);
        for (const { cells } of rows) {
          const [text = ''] = cells;
          if (text !== '[c]') expect(Number(text) === 0 || Number(text) >= 5).toBe(true);
        }
        // All parts or none.
        const parts = rows.filter(({ isTotal }) => !isTotal);
        expect(new Set(parts.map(({ cells }) => cells[0] === '[c]')).size).toBeLessThanOrEqual(1);
      }
      expect(JSON.stringify(report.published)).not.toMatch(/Canary|Surname|900\d\d/);
    }),
    { numRuns: 40 },
  );
});

test('a report is made for quarter ends only', () => {
  expect(quarterEnds(toLocalDate('2026-05-20'), 3)).toEqual(['2026-03-31', '2025-12-31', '2025-09-30']);
  expect(quarterEnds(toLocalDate('2026-06-30'), 1)).toEqual(['2026-06-30']);
});
