import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { drawRows } from '@shared/disclosure/generalise';
import { policyOf } from '@shared/disclosure/thresholds';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { exportEntryKind } from '@shared/records/export-entry/export-entry';
import { engagements, personDefaults, type Person } from '@shared/records/person/person';
import type { StoredRecord } from '@shared/vault/vault-api';
import {
  buildColumn,
  confidentialColumns,
  knownColumns,
  rowColumnIds,
  teamsInOrder,
  type RowColumnId,
} from '../../../renderer/features/reports/rows/row-columns';
import {
  earlierRows,
  keptRows,
  keptRowsOf,
  knowsAbsences,
  peopleOfChoice,
  periodEndingOn,
  rowFile,
  rowsCsv,
  rowsEntry,
} from '../../../renderer/features/reports/rows/row-file';
import { peopleOfPeriod, type RowRecords } from '../../../renderer/features/reports/rows/row-people';
import {
  leftOutWords,
  nothingSafeTitle,
  nothingSafeWords,
  reasonWords,
} from '../../../renderer/features/reports/rows/rows-words';
import { expectCalm } from '../ui/calm';

const period = periodEndingOn(toLocalDate('2026-09-30'));
const policy = policyOf(null);
const day = toLocalDate;

const idOf = (index: number) =>
  recordIdFromBytes(
    Uint8Array.from({ length: 16 }, (_value, at) => (at < 2 ? (index >> (8 * at)) & 255 : 7)),
  );
const stored = { revision: 1, savedAt: 0 } as const;

function person(index: number, over: Partial<Person> = {}): StoredRecord<'person'> {
  return {
    ...stored,
    kind: 'person',
    id: idOf(index),
    value: {
      name: `Canary${index} Surname${index}`,
      payrollNumber: String(90_000 + index),
      role: 'Key worker',
      team: 'Outreach',
      site: 'Harbour',
      engagement: 'staff',
      contract: 'permanent',
      weeklyHours: 37.5,
      startDate: day('2020-01-06'),
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

function absence(index: number, who: number, firstDay: string, lastDay: string | null) {
  return {
    ...stored,
    kind: 'absence',
    id: idOf(10_000 + index),
    value: {
      personId: idOf(who),
      firstDay: day(firstDay),
      lastDay: lastDay === null ? null : day(lastDay),
      reason: 'CanaryReason',
    },
  } satisfies StoredRecord<'absence'>;
}

function records(over: Partial<RowRecords> = {}): RowRecords {
  return {
    service: {
      name: 'Harbour Steps',
      nation: 'scotland',
      teamSize: 20,
      fullTimeWeeks: [{ from: null, hours: 37.5 }],
      caseloadLimit: null,
      supervisionIntervalDays: 56,
      workingDayStart: '09:00',
      workingDayEnd: '17:00',
      asOf: null,
      setUpDone: true,
    },
    people: [],
    absences: [],
    sessions: [],
    groupSessions: [],
    ...over,
  };
}

/** What each person reads in a column at a level, in the order of the people. */
function cells(id: RowColumnId, of: RowRecords, level = 0): string[] {
  const people = peopleOfPeriod(of.people, period);
  const { column, codes } = buildColumn(id, { records: of, people, period, policy });
  return codes.map((code) => column.levels[level]!.labels[code]!);
}

describe('who has a row', () => {
  test('everybody in post on any day of the year, once', () => {
    const { people } = records({
      people: [
        person(1),
        person(2, { lastDay: day('2025-09-30') }),
        person(3, { lastDay: day('2025-10-01') }),
        person(4, { startDate: day('2026-09-30') }),
        person(5, { startDate: day('2026-10-01') }),
        person(6, {
          startDate: day('2026-05-04'),
          earlierSpells: [
            { startDate: day('2019-01-07'), lastDay: day('2025-12-31'), leavingReason: 'CanaryReason' },
          ],
        }),
        person(7, {
          startDate: day('2026-11-02'),
          earlierSpells: [{ startDate: day('2019-01-07'), lastDay: day('2025-12-31'), leavingReason: '' }],
        }),
      ],
    });
    const rows = peopleOfPeriod(people, period);
    expect(rows.map(({ record }) => record.id)).toEqual([1, 3, 4, 6, 7].map(idOf));
    expect(rows.map(({ hasLeft }) => hasLeft)).toEqual([false, true, false, false, true]);
    expect(rows.map(({ asOf }) => asOf)).toEqual([
      '2026-09-30',
      '2025-10-01',
      '2026-09-30',
      '2026-09-30',
      '2025-12-31',
    ]);
  });

  test('volunteers have none where sickness is a column', () => {
    const of = records({ people: [person(1), person(2, { engagement: 'volunteer' })] });
    const count = (columns: RowColumnId[]) => peopleOfChoice(of, { period, columns }).length;
    expect([count(['team']), count(['team', 'long-sickness']), count(['days-lost'])]).toEqual([2, 1, 1]);
  });
});

describe('columns', () => {
  test('quarters of starting and leaving, never a day', () => {
    const of = records({
      people: [
        person(1, { startDate: day('2025-09-30') }),
        person(2, { startDate: day('2025-10-01'), lastDay: day('2025-12-31') }),
        person(3, { startDate: day('2026-03-31'), lastDay: day('2026-09-29') }),
        person(4, { startDate: day('2026-07-01'), lastDay: day('2026-09-30') }),
      ],
    });
    expect(cells('started-quarter', of)).toEqual([
      'Before the period',
      'October 2025 to December 2025',
      'January 2026 to March 2026',
      'July 2026 to September 2026',
    ]);
    expect(cells('started-quarter', of, 1)).toEqual([
      'Before the period',
      'October 2025 to March 2026',
      'October 2025 to March 2026',
      'April 2026 to September 2026',
    ]);
    expect(cells('started-quarter', of, 2).slice(0, 2)).toEqual(['Before the period', 'In the period']);
    expect(cells('left-quarter', of)).toEqual([
      'Had not left',
      'October 2025 to December 2025',
      'July 2026 to September 2026',
      'Had not left',
    ]);
    expect(cells('left', of)).toEqual(['No', 'Yes', 'Yes', 'No']);
  });

  test('time in post in whole years, to the last day of the year or their own', () => {
    const since = (...starts: string[]) =>
      cells('tenure', records({ people: starts.map((start, at) => person(at, { startDate: day(start) })) }));
    expect(since('2025-10-02', '2025-10-01', '2024-10-02', '2024-10-01', '2021-10-02', '2021-10-01')).toEqual(
      ['Under 1 year', '1 year', '1 year', '2 to 4 years', '2 to 4 years', '5 to 9 years'],
    );
    expect(since('2016-10-02', '2016-10-01', '1999-01-04')).toEqual([
      '5 to 9 years',
      '10 years or more',
      '10 years or more',
    ]);
  });

  test('working hours as a share of full time', () => {
    const of = (...hours: (number | null)[]) =>
      records({ people: hours.map((weeklyHours, at) => person(at, { weeklyHours })) });
    expect(cells('hours', of(37.5, 37, 18.75, 18, null))).toEqual([
      'Full time',
      'Half time or more',
      'Half time or more',
      'Under half time',
      'No hours recorded',
    ]);
  });

  test('long sickness is 29 days in one go, days lost are those of the year', () => {
    const of = records({
      people: [1, 2, 3, 4, 5].map((at) => person(at)),
      absences: [
        // Begun before the year: long as a whole, 3 days of it in the year.
        absence(1, 1, '2025-09-04', '2025-10-03'),
        absence(2, 2, '2026-01-01', '2026-01-28'),
        absence(3, 3, '2026-01-01', '2026-01-20'),
        absence(4, 3, '2026-01-21', '2026-01-29'),
        absence(5, 4, '2026-09-28', null),
      ],
    });
    expect(cells('long-sickness', of)).toEqual(['Yes', 'No', 'Yes', 'No', 'No']);
    expect(cells('days-lost', of)).toEqual(['1 to 7', '8 to 28', '29 or more', '1 to 7', 'None']);
    expect(cells('days-lost', of, 1)).toEqual(['0 to 7', '8 or more', '8 or more', '0 to 7', '0 to 7']);
    expect(knowsAbsences(of, period)).toBe(true);
    expect(knowsAbsences(records({ absences: [absence(1, 1, '2025-11-04', null)] }), period)).toBe(false);
    expect(knowsAbsences(records(), period)).toBe(false);
  });

  test('supervision is read on the last day of the year, or their own last day', () => {
    const session = (at: number, who: number, date: string) =>
      ({
        ...stored,
        kind: 'supervision-session',
        id: idOf(20_000 + at),
        value: { personIds: [idOf(who)], date: day(date), status: 'held', kind: 'line-management' },
      }) as unknown as RowRecords['sessions'][number];
    const of = records({
      people: [person(1), person(2), person(3, { lastDay: day('2026-01-31') }), person(4)],
      sessions: [
        session(1, 1, '2026-09-01'),
        session(2, 2, '2026-06-01'),
        session(3, 3, '2026-01-15'),
        session(4, 4, '2026-10-02'),
      ],
    });
    expect(cells('supervision', of)).toEqual(['Yes', 'No', 'Yes', 'No']);
  });

  test('small teams stand together, and are numbers in the file', () => {
    const of = records({
      people: Array.from({ length: 32 }, (_, at) =>
        person(at, { team: at < 20 ? 'Outreach' : at < 30 ? 'Canary club' : at < 31 ? 'Nights' : '' }),
      ),
    });
    expect(teamsInOrder(peopleOfPeriod(of.people, period))).toEqual(['Canary club', 'Nights', 'Outreach']);
    expect([...new Set(cells('team', of))]).toEqual(['Team 3', 'Team 1', 'Team 2', 'No team recorded']);
    expect([...new Set(cells('team', of, 1))]).toEqual(['Team 3', 'Team 1', 'Other teams']);
    expect([...new Set(cells('team', of, 2))]).toEqual(['Team 3', 'Other teams']);
  });
});

/** A large service, as uneven as services are. */
const services = fc
  .record({ count: fc.integer({ min: 20, max: 160 }), seed: fc.infiniteStream(fc.nat(999)) })
  .map(({ count, seed }) => {
    const next = (below: number): number => (seed.next().value as number) % below;
    const people = Array.from({ length: count }, (_, at) =>
      person(at, {
        engagement: engagements[next(10) < 7 ? 0 : next(4)]!,
        team: ['Outreach', 'Outreach', 'Recovery hub', 'CanaryTeam', ''][next(5)]!,
        weeklyHours: [37.5, 37.5, 30, 15, null][next(5)]!,
        startDate: addDays(day('2026-08-01'), -next(999) * (1 + next(5))),
        lastDay: next(5) === 0 ? addDays(day('2026-08-02'), -next(300)) : null,
      }),
    ).filter(({ value }) => value.lastDay === null || value.lastDay >= value.startDate);
    const absences = people.flatMap(({ value }, at) => {
      const firstDay = addDays(day('2026-08-01'), -next(400));
      if (next(2) === 0 || value.engagement === 'volunteer') return [];
      return [absence(at, at, firstDay, addDays(firstDay, next(3) === 0 ? 40 : next(12)))];
    });
    const draws = (below: number): number => Math.floor((next(1000) / 1000) * below);
    return { of: records({ people, absences }), draws };
  });
const choices = fc.subarray([...rowColumnIds], { minLength: 1 });

const month = '(January|April|July|October) \\d{4} to (March|June|September|December) \\d{4}';
const allowed = new RegExp(
  `^(Yes|No|None|Staff|Volunteer|Sessional|Agency|Staff, sessional or agency|Team \\d+|Other teams|No team recorded|Full time|Half time or more|Under half time|No hours recorded|Part time, or no hours recorded|Under 1 year|1 year|2 to 4 years|5 to 9 years|10 years or more|Under 2 years|2 years or more|5 years or more|Had not left|Left in the period|Before the period|In the period|1 to 7|8 to 28|29 or more|0 to 7|8 or more|${month})$`,
);

describe('the file', () => {
  test('holds words of a closed list alone; no name, number, reason, team or day', () => {
    let files = 0;
    fc.assert(
      fc.property(services, choices, ({ of, draws }, columns) => {
        const choice = { period, columns };
        const people = peopleOfChoice(of, choice);
        const made = rowFile({
          records: of,
          people,
          choice,
          policy,
          draw: drawRows(people.length, 5, draws),
        });
        if (!made.ok) return;
        files += 1;
        const rows = keptRowsOf(made.value);
        for (const cell of rows.rows.flat()) expect(cell).toMatch(allowed);
        const text = new TextDecoder().decode(rowsCsv(rows));
        expect(text).not.toMatch(/canary|surname|9\d{4}|harbour|outreach|\d{4}-\d{2}/i);
        expect(made.value.groups.at(-1)!.rows).toBeGreaterThanOrEqual(5);
        const entry = rowsEntry(rows, period, day('2026-10-05'));
        expect(exportEntryKind.schema.safeParse(entry).success).toBe(true);
        expect(keptRows(entry, policy)).toEqual(rows);
        const parsed = Papa.parse<string[]>(text.trim()).data;
        expect(parsed).toEqual([rows.columns.map(({ title }) => title), ...rows.rows]);
      }),
      { numRuns: 60 },
    );
    expect(files).toBeGreaterThan(20);
  });

  test('each level of a column joins whole groups of the one before', () => {
    fc.assert(
      fc.property(services, ({ of }) => {
        const people = peopleOfPeriod(of.people, period);
        for (const id of rowColumnIds) {
          const { column } = buildColumn(id, { records: of, people, period, policy });
          column.levels.slice(1).forEach(({ labels }, before) => {
            const coarse = new Map<string, string>();
            column.levels[before]!.labels.forEach((fine, code) => {
              expect(coarse.get(fine) ?? labels[code]).toBe(labels[code]);
              coarse.set(fine, labels[code]!);
            });
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('sickness and supervision are confidential, the rest may be known; nothing is both', () => {
    expect([...knownColumns, ...confidentialColumns].toSorted()).toEqual([...rowColumnIds].toSorted());
    const roleOf = (id: RowColumnId) => {
      const { column } = buildColumn(id, { records: records(), people: [], period, policy });
      return [column.role, column.minimum];
    };
    expect(roleOf('team')).toEqual(['known', 5]);
    expect(roleOf('supervision')).toEqual(['confidential', 5]);
    expect(roleOf('long-sickness')).toEqual(['confidential', 10]);
    expect(roleOf('days-lost')).toEqual(['confidential', 10]);
  });

  test('what a spreadsheet would run is inert', () => {
    const bytes = rowsCsv({ columns: [{ id: 'team', title: '=1+1' }], rows: [['@SUM(A1)'], ['Team 1']] });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      '\uFEFF"\'=1+1"\r\n"\'@SUM(A1)"\r\nTeam 1\r\n',
    );
  });
});

describe('what has left before', () => {
  const rows = {
    columns: [{ id: 'team' as const, title: 'Team' }],
    rows: Array.from({ length: 10 }, (_, at) => [at < 5 ? 'Team 1' : 'Team 2']),
  };
  const entry = (at: number, end: string) => ({
    ...stored,
    savedAt: at,
    kind: 'export-entry' as const,
    id: idOf(30_000 + at),
    value: rowsEntry(rows, periodEndingOn(day(end)), day('2026-10-05')),
  });
  const other = {
    ...entry(9, '2026-09-30'),
    value: {
      ...entry(9, '2026-09-30').value,
      report: 'board-summary' as const,
      model: { tables: [] },
    },
  };

  test('rows about any month of the year stand in the way, other reports and other years do not', () => {
    const found = (...ends: string[]) =>
      earlierRows([...ends.map((end, at) => entry(at, end)), other], period);
    expect(found()).toBeNull();
    expect(found('2025-09-30', '2027-09-30')).toBeNull();
    expect(found('2025-12-31')?.id).toBe(idOf(30_000));
    expect(found('2027-06-30')?.id).toBe(idOf(30_000));
    expect(found('2026-09-30', '2026-06-30')?.id).toBe(idOf(30_001));
  });

  test('the same file can be saved again as long as it passes the rules of today', () => {
    const { value } = entry(1, '2026-09-30');
    expect(keptRows(value, policy)).toEqual(rows);
    expect(keptRows(value, { ...policy, minimumCellSize: 6 })).toBeNull();
    expect(keptRows(other.value, policy)).toBeNull();
  });
});

test('the words are calm, and each reason has its own', () => {
  const column = { id: 'team', title: 'Team', level: 1 };
  const reasons = ([null, 'small-groups', 'too-alike', 'same-everywhere'] as const).flatMap((reason) =>
    ['Two bands', null].map((levelName) => reasonWords({ ...column, reason, levelName }, 7)),
  );
  expect(new Set(reasons).size).toBe(6);
  expect(reasons).toContain('Finer, some groups would be smaller than 7.');
  expect(reasons).toContain('With it, some groups would be smaller than 7.');
  const nothing = (['too-few-people', 'too-alike'] as const).flatMap((why) => [
    nothingSafeTitle(why),
    nothingSafeWords(why, 7),
  ]);
  expect(nothing[1]).toContain('needs 28 people');
  expect([leftOutWords(6, 0), leftOutWords(6, 2)]).toEqual(['by chance', '6 by chance, 2 in small groups']);
  for (const text of [...reasons, ...nothing]) expectCalm(text);
});
