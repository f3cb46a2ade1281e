import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCells, publishTables } from '@shared/disclosure/summary-model';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { engagements, personDefaults, type Person } from '@shared/records/person/person';
import type { StoredRecord } from '@shared/vault/vault-api';
import { boardSummary, quarterEnds, type BoardSummaryInput } from '@shared/reports/board-summary';

const periodEnd = toLocalDate('2026-03-31');
const service = {
  name: 'Harbour Steps',
  nation: 'scotland' as const,
  teamSize: 20,
  fullTimeWeeks: [{ from: null, hours: 37.5 }],
  caseloadLimit: null,
  supervisionIntervalDays: 56,
  workingDayStart: '09:00',
  workingDayEnd: '17:00',
  asOf: null,
  setUpDone: true,
};
const idOf = (index: number) =>
  recordIdFromBytes(
    Uint8Array.from({ length: 16 }, (_value, at) => (at < 2 ? (index >> (8 * at)) & 255 : 7)),
  );

function person(index: number, over: Partial<Person> = {}): StoredRecord<'person'> {
  return {
    kind: 'person',
    revision: 1,
    savedAt: 0,
    id: idOf(index),
    value: {
      name: `Canary${index} Surname${index}`,
      payrollNumber: String(90_000 + index),
      role: 'Key worker',
      team: 'Recovery hub',
      site: '',
      engagement: 'staff',
      contract: 'permanent',
      weeklyHours: 37.5,
      startDate: toLocalDate('2020-01-06'),
      lastDay: null,
      leavingReason: '',
      frontFacing: true,
      exposure: 'direct',
      supervisionIntervalDays: null,
      ...personDefaults,
      ...over,
    },
  };
}

function summarise(over: Partial<BoardSummaryInput>) {
  return boardSummary({
    service,
    people: [],
    absences: [],
    sessions: [],
    groupSessions: [],
    waves: [],
    plans: [],
    periodEnd,
    withServiceName: false,
    withTeamNames: false,
    ...over,
  });
}
const cellOf = (model: ReturnType<typeof summarise>, table: string, row: string) =>
  model.tables.find(({ id }) => id === table)?.rows.find(({ key }) => key === row)?.cells[0];

const many = (count: number, from: number, over: Partial<Person> = {}) =>
  Array.from({ length: count }, (_value, index) => person(from + index, over));
const left = { lastDay: toLocalDate('2025-10-01') };
const joined = { startDate: toLocalDate('2025-11-03') };
const spell = (index: number, first: string, days: number): StoredRecord<'absence'> => ({
  kind: 'absence',
  revision: 1,
  savedAt: 0,
  id: idOf(500 + index),
  value: {
    personId: idOf(index),
    firstDay: toLocalDate(first),
    lastDay: addDays(toLocalDate(first), days - 1),
    reason: '',
  },
});
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
  test('6 leavers of an average of 14 (domain.md, story 5): 42.9% is shown when 6 people joined', () => {
    const model = summarise({ people: [...many(8, 0), ...many(6, 20, left), ...many(6, 40, joined)] });
    expect(cellOf(model, 'leaving', 'leavers')).toEqual({ state: 'shown', text: '6' });
    expect(cellOf(model, 'leaving', 'turnover')).toEqual({ state: 'shown', text: '42.9%' });
  });

  test('with 3 joiners both are hidden: opening + joiners - leavers = closing would tell the 3', () => {
    const model = summarise({ people: [...many(12, 0), ...many(6, 20, left), ...many(3, 40, joined)] });
    expect(cellOf(model, 'leaving', 'leavers')).toEqual({ state: 'hidden', reason: 'protects-another' });
    expect(cellOf(model, 'leaving', 'turnover')).toEqual({ state: 'hidden', reason: 'protects-another' });
  });

  test('3 volunteers are not counted anywhere, so that turnover cannot tell them; none looks the same', () => {
    const staff = [...many(24, 0), ...many(6, 40, left)];
    const three = summarise({ people: [...staff, ...many(3, 60, { engagement: 'volunteer' })] });
    expect(publishTables(three)).toEqual(publishTables(summarise({ people: staff })));
    expect(cellOf(three, 'in-post', 'total')).toEqual({ state: 'shown', text: '24' });
  });

  test('6 volunteers beside hidden parts: turnover would tell the paid people, so it is hidden', () => {
    const people = [
      ...many(24, 0),
      ...many(6, 40, left),
      ...many(6, 60, { engagement: 'volunteer' }),
      ...many(2, 80, { engagement: 'agency' }),
    ];
    const model = summarise({ people });
    expect(cellOf(model, 'in-post', 'volunteer')?.state).toBe('hidden');
    expect(cellOf(model, 'leaving', 'turnover')).toEqual({ state: 'hidden', reason: 'protects-another' });
  });

  test('a staff list that never held a leaver gives no figure, rather than "0 people left"', () => {
    const model = summarise({ people: many(20, 0) });
    expect(cellOf(model, 'leaving', 'turnover')).toEqual({ state: 'not-enough-data' });
    expect(model.sentences.join(' ')).not.toContain('left');
  });
});

describe('sickness', () => {
  const people = many(14, 0);
  const even = [0, 1, 2, 3, 4, 5].map((index) => spell(index, '2025-09-01', 5));

  test('is shown for enough people, hidden when one has most of it', () => {
    expect(cellOf(summarise({ people, absences: [earlierSpell, ...even] }), 'sickness', 'rate')?.state).toBe(
      'shown',
    );
    const absences = [earlierSpell, ...even, spell(6, '2025-09-01', 90)];
    expect(cellOf(summarise({ people, absences }), 'sickness', 'rate')).toEqual({
      state: 'hidden',
      reason: 'one-person-dominates',
    });
  });

  test('is not "0.0%" where absences were never brought in, or only from the middle of the period', () => {
    expect(cellOf(summarise({ people }), 'sickness', 'rate')).toEqual({ state: 'not-enough-data' });
    expect(cellOf(summarise({ people, absences: even }), 'sickness', 'rate')).toEqual({
      state: 'not-enough-data',
    });
  });
});

describe('wellbeing', () => {
  test('an average needs 8 replies; 16 replies of 18 are not counted out loud', () => {
    expect(cellOf(summarise({ waves: [wave(replies(7), 20)] }), 'wellbeing-who5', 'percent')).toEqual({
      state: 'hidden',
      reason: 'too-few-people',
    });
    const sixteen = summarise({ waves: [wave(replies(16), 18)] });
    expect(cellOf(sixteen, 'wellbeing-who5', 'percent')?.state).toBe('shown');
    expect(cellOf(sixteen, 'wellbeing-who5', 'replies')?.state).toBe('hidden');
    expect(cellOf(summarise({ waves: [wave(replies(16), 30)] }), 'wellbeing-who5', 'replies')).toEqual({
      state: 'shown',
      text: '16 of 30',
    });
  });

  test('nine replies that are all alike would be nine people’s scores', () => {
    const alike = Array.from({ length: 9 }, () => [0, 0, 0, 0, 0]);
    expect(cellOf(summarise({ waves: [wave(alike, 20)] }), 'wellbeing-who5', 'percent')?.state).toBe(
      'hidden',
    );
  });

  test('an open round, and a round of another version of the key, tell nothing', () => {
    expect(
      summarise({ waves: [wave(replies(16), 30, { lockedOn: null })] }).tables.some(({ id }) =>
        id.startsWith('wellbeing'),
      ),
    ).toBe(false);
    const other = summarise({ waves: [wave(replies(16), 30, { instrumentVersion: 9 })] });
    expect(cellOf(other, 'wellbeing-who5', 'percent')?.state).toBe('hidden');
  });
});

test('no events: every quarter says fewer than 5, and the year is not told', () => {
  const model = summarise({});
  expect(cellOf(model, 'events', '2026-01')).toEqual({ state: 'shown', text: 'fewer than 5 events' });
  expect(cellOf(model, 'events', 'total')).toEqual({ state: 'hidden', reason: 'protects-another' });
  expect(cellOf(model, 'event-kinds', 'kinds')?.state).toBe('hidden');
});

test('teams are numbers unless asked for, and stay numbers where the name holds somebody’s name', () => {
  const people = [
    ...many(8, 0, { team: 'Recovery hub' }),
    ...many(8, 20, { team: 'Grant’s team' }),
    person(60, { name: 'Grant Morrison', team: 'Recovery hub' }),
  ];
  const labels = (withTeamNames: boolean) =>
    publishTables(summarise({ people, withTeamNames }))
      .find(({ title }) => title === 'People in post by team')
      ?.rows.map(({ label }) => label);
  expect(labels(false)).toEqual(['Team 1', 'Team 2', 'Everyone counted']);
  expect(labels(true)).toEqual(['Team 1', 'Recovery hub', 'Everyone counted']);
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
      const model = summarise({ people: people.length > 3 ? people : [...people, person(3)], withTeamNames });
      for (const table of model.tables.filter(({ columns }) => columns[1] === 'People')) {
        const parts = table.rows.filter((row) => row.isTotal !== true);
        for (const row of table.rows) {
          const [first] = row.cells;
          if (first?.state !== 'shown') continue;
          expect(Number(first.text) === 0 || Number(first.text) >= 5).toBe(true);
        }
        // All parts or none.
        expect(new Set(parts.map((row) => row.cells[0]?.state)).size).toBeLessThanOrEqual(1);
      }
      const text = JSON.stringify([publishTables(model), model.sentences]);
      expect(text).not.toMatch(/Canary|Surname|900\d\d/);
      expect(text.split('[c]').length - 1).toBe(hiddenCells(model).length);
    }),
  );
});

test('a summary is made for quarter ends only', () => {
  expect(quarterEnds(toLocalDate('2026-05-20'), 3)).toEqual(['2026-03-31', '2025-12-31', '2025-09-30']);
  expect(quarterEnds(toLocalDate('2026-06-30'), 1)).toEqual(['2026-06-30']);
});
