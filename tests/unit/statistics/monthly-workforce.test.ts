import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  isLocalMonth,
  localDate,
  toLocalDate,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import type { AbsenceSpell } from '@shared/statistics/absence';
import { monthlyWorkforce, type WorkforcePerson } from '@shared/statistics/monthly-workforce';

const fixtures = resolve(import.meta.dirname, '../../fixtures/input');
const month = (text: string): LocalMonth => {
  if (!isLocalMonth(text)) throw new Error(text);
  return text;
};

function rows(file: string): Record<string, string>[] {
  const text = readFileSync(resolve(fixtures, file), 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
function ukDay(text: string | undefined): LocalDate | null {
  const parts = (text ?? '').split('/').map(Number);
  return parts.length === 3 ? localDate(parts[2]!, parts[1]!, parts[0]!) : null;
}

const people = rows('people.csv').map((row): WorkforcePerson => ({
  id: row['Payroll no']!,
  start: ukDay(row['Start date'])!,
  end: ukDay(row['Last day']),
  weeklyHours: Number(row['Weekly hours']),
  fullTimeHours: 37.5,
  isVolunteer: row['Contract'] === 'volunteer',
  reason: row['Leaving reason'] || null,
}));
const absences = rows('absence.csv').map((row): AbsenceSpell => ({
  person: row['Payroll no']!,
  start: ukDay(row['First day'])!,
  end: ukDay(row['Last day']),
}));
type Expected = {
  asOf: string;
  people: number;
  absences: number;
  months: Record<string, string | number | null>[];
};
const expected = JSON.parse(readFileSync(resolve(fixtures, 'expected.json'), 'utf8')) as Expected;

const run = (
  over: Partial<Parameters<typeof monthlyWorkforce>[0]> = {},
): ReturnType<typeof monthlyWorkforce> =>
  monthlyWorkforce({
    people,
    absences,
    from: month('2023-04'),
    to: month('2026-03'),
    asOf: toLocalDate('2026-03-31'),
    ...over,
  });

describe('monthlyWorkforce', () => {
  it('reads the whole extract', () => {
    expect([people.length, absences.length]).toEqual([expected.people, expected.absences]);
  });

  const figures = new Map(run().map((row) => [row.month as string, row]));
  it.each(expected.months)('matches the separate program in $month', (want) => {
    const got = figures.get(String(want['month']))!;
    for (const [key, value] of Object.entries(want)) {
      const have = got[key as keyof typeof got];
      if (typeof value === 'number') expect(have, key).toBeCloseTo(value, 9);
      else expect(have, key).toBe(value);
    }
  });

  it('covers exactly the months asked for', () => {
    expect([...figures.keys()]).toEqual(expected.months.map((row) => row['month']));
  });

  it('stops at asOf: later months are left out and the running month is partial', () => {
    const rows = run({ asOf: toLocalDate('2026-02-10') });
    expect(rows.at(-1)).toMatchObject({ month: '2026-02', through: '2026-02-10', isPartial: true });
    expect(rows.at(-2)).toMatchObject({ month: '2026-01', through: '2026-01-31', isPartial: false });
  });

  it('gives nulls, not zeros, when there is nobody', () => {
    const [row] = run({ people: [], absences: [], from: month('2024-02'), to: month('2024-02') });
    expect(row).toMatchObject({
      headcount: 0,
      volunteers: 0,
      wte: 0,
      joiners: 0,
      leavers: 0,
      turnoverAverage12: null,
      turnoverOpening12: null,
      stabilityIndex12: null,
      sicknessRate: null,
      fteDaysAvailable: 0,
    });
  });

  it('keeps volunteers out of every rate and counts people whose hours are not known', () => {
    const start = toLocalDate('2020-01-01');
    const absent = { start: toLocalDate('2024-02-01'), end: null };
    const [row] = run({
      people: [
        { id: 'v', start, end: null, weeklyHours: 37.5, fullTimeHours: 37.5, isVolunteer: true },
        { id: 'p', start, end: null, weeklyHours: null, fullTimeHours: 37.5, isVolunteer: false },
        { id: 'q', start, end: null, weeklyHours: 18.75, fullTimeHours: 37.5, isVolunteer: false },
      ],
      absences: [{ person: 'v', ...absent }],
      from: month('2024-02'),
      to: month('2024-02'),
    });
    expect(row).toMatchObject({
      headcount: 2,
      volunteers: 1,
      wte: 0.5,
      withoutHours: 1,
      fteDaysLost: 0,
      fteDaysAvailable: 14.5,
      sicknessRate: 0,
    });
  });
});
