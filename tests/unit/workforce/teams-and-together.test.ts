import { describe, expect, it } from 'vitest';
import { hiddenTeamsWords, teamPanels } from '@shared/charts/team-panels';
import { pairCharts } from '@shared/charts/together-charts';
import { toLocalDate, type LocalMonth } from '@shared/kernel/local-date';
import { blankChartSetting } from '@shared/records/chart-setting/chart-setting';
import { personKind, type Person } from '@shared/records/person/person';
import { workforceFigures } from '@shared/workforce/figures';
import { measureOf } from '@shared/workforce/measures';
import { measurePairs, movementWords } from '@shared/workforce/together';

const day = toLocalDate;
const [example] = personKind.examples as readonly [Person];
const person = (id: string, changes: Partial<Person> = {}) => ({
  id,
  value: { ...example, team: 'North', startDate: day('2020-01-06'), weeklyHours: 37.5, ...changes },
});
const moved = person('moved', {
  team: 'South',
  earlierTeams: [{ team: 'North', lastDay: day('2025-10-31') }],
});
const people = [
  ...Array.from({ length: 6 }, (_, at) => person(`north ${at}`)),
  ...Array.from({ length: 5 }, (_, at) => person(`south ${at}`, { team: 'South' })),
  ...Array.from({ length: 4 }, (_, at) => person(`west ${at}`, { team: 'West' })),
  moved,
];
const absences = ['north 0', 'south 0', 'west 0'].map((personId, at) => ({
  id: `absence ${at}`,
  value: {
    personId: personId as never,
    firstDay: day('2024-02-05'),
    lastDay: day(`2024-02-${10 + at}`),
    reason: '',
  },
}));
const groups = workforceFigures(
  {
    people,
    absences,
    caseloadCounts: [],
    establishment: [],
    sessions: [],
    groupSessions: [],
    monthFigures: [],
    practiceTimes: [],
    fullTimeWeeks: [{ from: null, hours: 37.5 }],
    asOf: day('2026-03-31'),
    supervisionIntervalDays: 56,
  },
  '2024-01' as LocalMonth,
  '2026-03' as LocalMonth,
);
const rowOf = (team: string | null, month: string) =>
  groups.find((group) => group.team === team)?.rows.find((row) => row.month === month);

describe('a move between teams', () => {
  it('is a leaver of one and a starter in the other, and neither for the service', () => {
    const flows = (team: string | null) => {
      const row = rowOf(team, '2025-11');
      return [row?.joiners, row?.leavers, row?.headcount];
    };
    expect(flows('North')).toEqual([0, 1, 6]);
    expect(flows('South')).toEqual([1, 0, 6]);
    expect(flows(null)).toEqual([0, 0, 16]);
    expect(rowOf('North', '2025-10')?.headcount).toBe(7);
  });
});

const panels = (changes: Partial<Parameters<typeof teamPanels>[0]> = {}) =>
  teamPanels({
    measure: measureOf('sickness-days'),
    groups,
    shown: 24,
    settings: [],
    threshold: null,
    leaversFrom: null,
    ...changes,
  });

describe('team beside team', () => {
  it('is the service and then the teams by name, and hides the small one whole', () => {
    const all = panels();
    expect(all.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Whole service', false],
      ['North', false],
      ['South', false],
      ['West', true],
    ]);
    const west = all[3]?.spec;
    expect(west?.hidden).toBe('Hidden: fewer than 5');
    expect(west?.x.points).toEqual([]);
    expect(west?.series.flatMap(({ values }) => values)).toEqual([]);
    expect(hiddenTeamsWords(all)).toBe('1 team has fewer than 5 people here. The whole service includes it.');
    expect(new Set(all.map(({ spec }) => spec.id)).size).toBe(4);
  });

  it('draws the target of the service, that of a team where it has one, and else the threshold', () => {
    const lines = (all: ReturnType<typeof panels>) =>
      all
        .filter(({ isHidden }) => !isHidden)
        .map(({ spec }) =>
          spec.references
            .filter(({ kind }) => kind === 'limit')
            .map(({ label, value }) => `${label} ${value}`),
        );
    const settings = [
      { ...blankChartSetting('sickness-days', null), target: 0.04 },
      { ...blankChartSetting('sickness-days', 'south'), target: 0.06 },
    ];
    const threshold = { label: 'Local limit', value: 0.05 };
    expect(lines(panels({ settings, threshold }))).toEqual([
      ['Target 0.04'],
      ['Target 0.04'],
      ['Target 0.06'],
    ]);
    expect(lines(panels({ threshold }))).toEqual([
      ['Local limit 0.05'],
      ['Local limit 0.05'],
      ['Local limit 0.05'],
    ]);
    expect(lines(panels())).toEqual([[], [], []]);
  });
});

describe('two figures on the same months', () => {
  const rows = groups[0]?.rows ?? [];
  const pair = measurePairs.find(({ id }) => id === 'coverage-turnover');
  if (pair === undefined) throw new Error('the pair');
  const note = (from: string, label: string) => ({
    month: from.slice(0, 7) as LocalMonth,
    label,
    day: from,
    from: day(from),
  });

  it('has a chart for each, with its own scale; notes of the months shown hang on one of them', () => {
    const charts = pairCharts({
      pair,
      rows,
      shown: 12,
      team: null,
      settings: [{ ...blankChartSetting('turnover-average', null), target: 0.15 }],
      notes: [note('2024-02-01', 'before'), note('2025-06-02', 'Moved')],
      leaversFrom: null,
    });
    expect(charts.map(({ id }) => id)).toEqual([
      'coverage-turnover-supervision-coverage',
      'coverage-turnover-turnover-average',
    ]);
    expect(charts.flatMap(({ annotations }) => annotations.map(({ label }) => label))).toEqual(['Moved']);
    expect(charts[1]?.references.some(({ label }) => label === 'Target')).toBe(true);
    for (const { series } of charts) expect(series.length).toBeLessThanOrEqual(1);
  });

  it('says of each what it did, and nothing of a small group', () => {
    const headcount = measureOf('headcount');
    expect(movementWords(headcount, rows)).toBe(
      'Headcount was 16 in January 2024 and in March 2026, and the same in between.',
    );
    expect(movementWords(headcount, rows.slice(0, 1))).toBeNull();
    expect(movementWords(headcount, groups.find(({ team }) => team === 'West')?.rows ?? [])).toBeNull();
    const north = groups.find(({ team }) => team === 'North')?.rows ?? [];
    expect(movementWords(headcount, north)).toBe(
      'Headcount was 7 in January 2024 and 6 in March 2026; it lay between 6 and 7.',
    );
  });

  it('never speaks of a cause', () => {
    const words = JSON.stringify(measurePairs);
    expect(words).not.toMatch(/because|cause|leads to|due to|therefore/iu);
  });
});
