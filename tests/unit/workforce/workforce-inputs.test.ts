import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sicknessRateChart, turnoverChart } from '@shared/charts/workforce-charts';
import { absencesTarget } from '@shared/import/targets/absences';
import { caseloadTarget } from '@shared/import/targets/caseload';
import { establishmentTarget } from '@shared/import/targets/establishment';
import { peopleTarget } from '@shared/import/targets/people';
import { monthOf, toLocalDate } from '@shared/kernel/local-date';
import type { Absence } from '@shared/records/absence/absence';
import type { Establishment } from '@shared/records/establishment/establishment';
import { personDefaults, type Person } from '@shared/records/person/person';
import { caseloadMonths } from '@shared/workforce/caseload';
import { latestVacancies } from '@shared/workforce/vacancies';
import {
  firstAbsenceMonth,
  lastFullMonth,
  workforceMonths,
  workforceView,
  type WithId,
} from '@shared/workforce/workforce-inputs';
import { planFile, stored } from '../import/support';

const expected = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/input/expected.json'), 'utf8'),
) as { asOf: string; months: Record<string, string | number | null>[] };
const asOf = toLocalDate(expected.asOf);
const fullTimeWeeks = [{ from: null, hours: 37.5 }];
const basis = { fullTimeWeeks, asOf };

async function extract() {
  const people = stored(
    'person',
    (await planFile(peopleTarget, 'input/people.csv')).created.map(({ value }) => value),
  );
  const absences = stored(
    'absence',
    (await planFile(absencesTarget, 'input/absence.csv', { people })).created.map(({ value }) => value),
  );
  return { people, absences, fullTimeWeeks, asOf };
}

const person = (over: Partial<Person>, id = 'p'): WithId<Person> => ({
  id,
  value: {
    name: 'Somebody',
    payrollNumber: '',
    role: 'Key worker',
    team: 'Hub',
    site: '',
    engagement: 'staff',
    contract: 'permanent',
    weeklyHours: 37.5,
    startDate: toLocalDate('2020-01-01'),
    lastDay: null,
    leavingReason: '',
    frontFacing: true,
    exposure: 'direct',
    supervisionIntervalDays: null,
    ...personDefaults,
    ...over,
  },
});
const absence = (over: Partial<Absence>): WithId<Absence> => ({
  id: 'a',
  value: {
    personId: 'p' as never,
    firstDay: toLocalDate('2024-05-10'),
    lastDay: toLocalDate('2024-05-12'),
    reason: '',
    ...over,
  },
});

describe('from the imported extract to the monthly figures', () => {
  it('gives every figure of the separate program, through importer, records and adapter', async () => {
    const months = workforceMonths(await extract(), '2023-04' as never, '2026-03' as never);
    expect(months).toHaveLength(expected.months.length);
    for (const [index, want] of expected.months.entries()) {
      for (const [key, value] of Object.entries(want)) {
        const have = months[index]![key as keyof (typeof months)[number]];
        if (typeof value === 'number') expect(have, `${String(want['month'])} ${key}`).toBeCloseTo(value, 9);
        else expect(have, key).toBe(value);
      }
    }
  });

  it('draws the very numbers of the separate program', async () => {
    const view = workforceView(await extract(), 36);
    expect(view.months).toHaveLength(36);
    const turnover = turnoverChart(view.months, view.earlier);
    const sickness = sicknessRateChart(view.months, view.sicknessKnownFrom);
    expected.months.forEach((want, at) => {
      expect(turnover.series[0]?.values[at]).toBeCloseTo(Number(want['turnoverAverage12']), 9);
      expect(sickness.series[0]?.values[at]).toBeCloseTo(Number(want['sicknessRate']), 9);
    });
    expect(turnover.x.points.at(-1)?.detail).toBe('1 of 18');
    expect(view.now).toMatchObject({ headcount: 18, volunteers: 2 });
    expect(view.starters12).toBe(1);
  });

  it('takes caseload and funded posts of the extract', async () => {
    const { people } = await extract();
    const counts = stored(
      'caseload-count',
      (await planFile(caseloadTarget, 'input/caseload.csv', { people })).created.map(({ value }) => value),
    );
    const posts = stored(
      'establishment',
      (await planFile(establishmentTarget, 'input/establishment.csv')).created.map(({ value }) => value),
    );
    const caseload = caseloadMonths(counts, people, basis);
    expect(caseload).toHaveLength(36);
    expect(caseload.every((row) => row.medianPerWte !== null)).toBe(true);
    const vacancies = latestVacancies(posts, people, basis, monthOf(asOf));
    expect(vacancies?.month).toBe('2026-03');
    expect(vacancies?.total.wteInPost).toBeCloseTo(11.7, 9);
    expect(vacancies?.teams.map((team) => team.team)).toEqual(['Assertive outreach', 'Recovery hub']);
  });
});

describe('what is known and what is not', () => {
  it('shows only full months, and the day itself apart', () => {
    expect(lastFullMonth(toLocalDate('2026-03-31'))).toBe('2026-03');
    expect(lastFullMonth(toLocalDate('2026-03-30'))).toBe('2026-02');
    expect(lastFullMonth(toLocalDate('2024-02-29'))).toBe('2024-02');
    const view = workforceView(
      { people: [person({})], absences: [], fullTimeWeeks, asOf: toLocalDate('2026-03-10') },
      12,
    );
    expect(view.months.map((row) => row.month)).toEqual(expect.arrayContaining(['2025-03', '2026-02']));
    expect(view.months).toHaveLength(12);
    expect(view.earlier).toHaveLength(12);
    expect(view.now).toMatchObject({ month: '2026-03', isPartial: true });
  });

  it('has no sickness figure before the first absence, rather than zero', () => {
    expect(firstAbsenceMonth([])).toBeNull();
    const known = firstAbsenceMonth([absence({}), absence({ firstDay: toLocalDate('2024-03-02') })]);
    expect(known).toBe('2024-03');
    const months = workforceMonths(
      {
        people: [person({})],
        absences: [absence({})],
        fullTimeWeeks,
        asOf: toLocalDate('2024-12-31'),
      },
      '2024-01' as never,
      '2024-12' as never,
    );
    const chart = sicknessRateChart(months, '2024-05' as never);
    expect(chart.x.points[0]?.key).toBe('2024-05');
    expect(chart.headline).toContain('too early');
    expect(sicknessRateChart(months, null).hidden).not.toBeNull();
  });

  it('leaves volunteers out of posts filled, and says over rather than a negative vacancy', () => {
    const people = [
      person({ weeklyHours: 75 }, 'a'),
      person({ engagement: 'volunteer' }, 'b'),
      person({ team: 'Other' }, 'c'),
    ];
    const posts = [{ id: 'e', value: { month: '2026-02' as never, team: 'Hub', fundedWte: 1.5 } }];
    expect(latestVacancies(posts, people, basis, '2026-03' as never)).toMatchObject({
      month: '2026-02',
      total: { wteInPost: 2, vacantWte: -0.5 },
    });
    expect(latestVacancies(posts, people, basis, '2026-01' as never)).toBeNull();
  });

  it('knows a team however it is written, and says when nobody is in it', () => {
    const post = (team: string, fundedWte: number): WithId<Establishment> => ({
      id: team,
      value: { month: '2026-02' as never, team, fundedWte },
    });
    const vacancies = latestVacancies(
      [post('Recovery Hub', 2), post('recovery  hub ', 1), post('Night shift', 1)],
      [person({ team: 'recovery-hub' }), person({ team: 'Night team' }, 'q')],
      basis,
      '2026-03' as never,
    );
    expect(vacancies?.teams).toEqual([
      expect.objectContaining({ team: 'Night shift', peopleInPost: 0, fundedWte: 1, vacantWte: 1 }),
      expect.objectContaining({ team: 'Recovery Hub', peopleInPost: 1, fundedWte: 3, wteInPost: 1 }),
    ]);
    expect(vacancies?.total).toMatchObject({ peopleInPost: 1, fundedWte: 4, wteInPost: 1 });
  });

  it('tells people without hours from nobody', () => {
    const post = { id: 'e', value: { month: '2026-02' as never, team: 'Hub', fundedWte: 1 } };
    const vacancies = latestVacancies([post], [person({ weeklyHours: null })], basis, '2026-03' as never);
    expect(vacancies?.teams[0]).toMatchObject({ peopleInPost: 1, wteInPost: 0 });
  });

  it('gives caseload for each worker’s own hours, no range under 8 and nothing under 5', () => {
    const people = Array.from({ length: 9 }, (_, index) =>
      person({ weeklyHours: index === 0 ? 18.75 : 37.5 }, `w${index}`),
    );
    const counts = (size: number) =>
      people.slice(0, size).map(({ id }) => ({
        id,
        value: { personId: id as never, month: '2026-02' as never, openCases: 20 },
      }));
    expect(caseloadMonths(counts(4), people, basis)[0]).toMatchObject({
      workers: 4,
      medianPerWte: null,
      range: null,
    });
    expect(caseloadMonths(counts(7), people, basis)[0]).toMatchObject({ medianPerWte: 20, range: null });
    expect(caseloadMonths(counts(8), people, basis)[0]).toMatchObject({
      medianPerWte: 20,
      range: { lower: 20, upper: 40 },
    });
    const unknown = [...people.slice(1), person({ weeklyHours: null }, 'w0')];
    expect(caseloadMonths(counts(9), unknown, basis)[0]).toMatchObject({ workers: 8, withoutHours: 1 });
  });
});
