import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCells, publishTables } from '@shared/disclosure/summary-model';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { addDays, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { engagements, type Person } from '@shared/records/person/person';
import type { StoredRecord } from '@shared/vault/vault-api';
import { boardSummary, quarterEnds, type BoardSummaryInput } from '@shared/reports/board-summary';

const periodEnd = toLocalDate('2026-03-31');
const service = {
  name: 'Harbour Steps',
  teamSize: 20,
  fullTimeWeeklyHours: 37.5,
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
    waves: [],
    plans: [],
    periodEnd,
    withServiceName: false,
    ...over,
  });
}
const cellOf = (model: ReturnType<typeof summarise>, table: string, row: string) =>
  model.tables.find(({ id }) => id === table)?.rows.find(({ key }) => key === row)?.cells[0];

describe('boardSummary', () => {
  test('6 leavers of an average of 14 (domain.md, story 5): 42.9% is shown when 6 people joined', () => {
    const people = [
      ...Array.from({ length: 8 }, (_value, index) => person(index)),
      ...Array.from({ length: 6 }, (_value, index) =>
        person(20 + index, { lastDay: toLocalDate('2025-10-01') }),
      ),
      ...Array.from({ length: 6 }, (_value, index) =>
        person(40 + index, { startDate: toLocalDate('2025-11-03') }),
      ),
    ];
    const model = summarise({ people });
    expect(cellOf(model, 'leaving', 'leavers')).toEqual({ state: 'shown', text: '6' });
    expect(cellOf(model, 'leaving', 'turnover')).toEqual({ state: 'shown', text: '42.9%' });
  });

  test('with 3 joiners the same figures are hidden: opening + joiners - leavers = closing would tell the 3', () => {
    const people = [
      ...Array.from({ length: 12 }, (_value, index) => person(index)),
      ...Array.from({ length: 6 }, (_value, index) =>
        person(20 + index, { lastDay: toLocalDate('2025-10-01') }),
      ),
      ...Array.from({ length: 3 }, (_value, index) =>
        person(40 + index, { startDate: toLocalDate('2025-11-03') }),
      ),
    ];
    const model = summarise({ people });
    expect(cellOf(model, 'leaving', 'leavers')).toEqual({ state: 'hidden', reason: 'protects-another' });
    expect(cellOf(model, 'leaving', 'turnover')).toEqual({ state: 'hidden', reason: 'protects-another' });
  });

  test('one person with most of the sickness hides the rate', () => {
    const people = Array.from({ length: 14 }, (_value, index) => person(index));
    const spell = (index: number, first: string, days: number) => ({
      kind: 'absence' as const,
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
    const even = [0, 1, 2, 3, 4, 5].map((index) => spell(index, '2025-09-01', 5));
    expect(cellOf(summarise({ people, absences: even }), 'sickness', 'rate')?.state).toBe('shown');
    expect(
      cellOf(summarise({ people, absences: [...even, spell(6, '2025-09-01', 90)] }), 'sickness', 'rate'),
    ).toEqual({ state: 'hidden', reason: 'one-person-dominates' });
  });

  test('a wellbeing average needs 8 replies; 16 replies of 18 are not counted out loud', () => {
    const wave = (replies: number, invited: number): StoredRecord<'wellbeing-wave'> => ({
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
        answerSets: Array.from({ length: replies }, (_value, index) => [index % 6, 2, 3, 1, 4]),
        isBaseline: true,
        lockedOn: toLocalDate('2026-02-17'),
        note: '',
      },
    });
    expect(cellOf(summarise({ waves: [wave(7, 20)] }), 'wellbeing-who5', 'percent')).toEqual({
      state: 'hidden',
      reason: 'too-few-people',
    });
    const sixteen = summarise({ waves: [wave(16, 18)] });
    expect(cellOf(sixteen, 'wellbeing-who5', 'percent')?.state).toBe('shown');
    expect(cellOf(sixteen, 'wellbeing-who5', 'replies')).toEqual({
      state: 'hidden',
      reason: 'small-complement',
    });
    expect(cellOf(summarise({ waves: [wave(16, 30)] }), 'wellbeing-who5', 'replies')).toEqual({
      state: 'shown',
      text: '16 of 30',
    });
  });

  test('no events and four events look alike', () => {
    expect(cellOf(summarise({}), 'events', 'events')).toEqual({ state: 'hidden', reason: 'small-count' });
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
      fc.property(fc.array(someone, { maxLength: 40 }), (list) => {
        const people = list.map(({ engagement, team, startDate, length }, index) =>
          person(index, {
            engagement,
            team,
            startDate,
            lastDay: length === null ? null : (addDays(startDate, length) as LocalDate),
          }),
        );
        const model = summarise({ people: people.length > 3 ? people : [...people, person(3)] });
        for (const table of model.tables.filter(({ columns }) => columns[1] === 'People')) {
          for (const row of table.rows) {
            const [first] = row.cells;
            if (first?.state !== 'shown') continue;
            expect(Number(first.text) === 0 || Number(first.text) >= 5).toBe(true);
          }
          const hidden = table.rows.filter((row) => row.isTotal !== true && row.cells[0]?.state === 'hidden');
          const isTotalShown = table.rows.find((row) => row.isTotal === true)?.cells[0]?.state === 'shown';
          if (isTotalShown) expect(hidden.length).not.toBe(1);
        }
        const text = JSON.stringify([publishTables(model), model.sentences]);
        expect(text).not.toMatch(/Canary|Surname|900\d\d/);
        expect(text.split('[c]').length - 1).toBe(hiddenCells(model).length);
      }),
    );
  });
});

test('a summary is made for quarter ends only', () => {
  expect(quarterEnds(toLocalDate('2026-05-20'), 3)).toEqual(['2026-03-31', '2025-12-31', '2025-09-30']);
  expect(quarterEnds(toLocalDate('2026-06-30'), 1)).toEqual(['2026-06-30']);
});
