import { describe, expect, it } from 'vitest';
import { funnelChartSpec } from '@shared/charts/funnel-chart';
import { toLocalDate } from '@shared/kernel/local-date';
import { personKind, type Person } from '@shared/records/person/person';
import { groupCounts } from '@shared/workforce/group-counts';

const day = toLocalDate;
const [example] = personKind.examples as readonly [Person];
const to = day('2026-03-31');
const person = (id: string, changes: Partial<Person>) => ({
  id,
  value: { ...example, team: 'North', site: 'Pier', startDate: day('2020-01-06'), ...changes },
});
const absence = (personId: string, firstDay: string, lastDay: string | null) => ({
  id: `absence of ${personId}`,
  value: {
    personId: personId as never,
    firstDay: day(firstDay),
    lastDay: lastDay === null ? null : day(lastDay),
    reason: '',
  },
});

const people = [
  person('stays', {}),
  person('left', { lastDay: day('2025-10-31') }),
  person('left on the last day', { lastDay: day('2026-03-31') }),
  person('moved on', { team: 'South', earlierTeams: [{ team: 'North', lastDay: day('2025-10-31') }] }),
  person('came later', { startDate: day('2025-04-01') }),
  person('helps', { engagement: 'volunteer', lastDay: day('2025-10-31') }),
  person('south left', { team: 'south', site: '', lastDay: day('2025-05-31') }),
];

describe('people of each group in a year', () => {
  it('counts who left by the team at the start; a move to another team is no leaving', () => {
    expect(groupCounts({ people, absences: [], by: 'team', event: 'left', to })).toEqual([
      { id: 'north', name: 'North', events: 1, n: 4 },
      { id: 'south', name: 'south', events: 1, n: 1 },
    ]);
  });

  it('counts by site too, without those who have none', () => {
    expect(groupCounts({ people, absences: [], by: 'site', event: 'left', to })).toEqual([
      { id: 'pier', name: 'Pier', events: 1, n: 4 },
    ]);
  });

  it('counts who was away at all, of those here all year, and each of them once', () => {
    const absences = [
      absence('stays', '2025-03-28', '2025-04-01'),
      absence('stays', '2025-09-01', '2025-09-02'),
      absence('moved on', '2025-03-01', '2025-03-31'),
      absence('left', '2025-05-01', '2025-05-31'),
      absence('left on the last day', '2026-03-30', null),
    ];
    expect(groupCounts({ people, absences, by: 'team', event: 'sick', to })).toEqual([
      { id: 'north', name: 'North', events: 2, n: 3 },
    ]);
  });
});

describe('the funnel of sites', () => {
  it('speaks of sites, and of one in twenty', () => {
    const spec = funnelChartSpec({
      id: 'funnel',
      title: 'People who left',
      period: '12 months',
      valueLabel: 'Share',
      verb: 'left',
      groups: 'site',
      teams: [
        { id: 'a', name: 'Pier', events: 5, n: 30 },
        { id: 'b', name: 'Main Street', events: 4, n: 28 },
        { id: 'c', name: 'Isles', events: 1, n: 3 },
      ],
    });
    expect(spec.headline).toBe('No site differs from the others by more than chance gives');
    expect(spec.notes).toContain(
      'No site lies outside the 95% limits. About 1 in 20 is expected there by chance.',
    );
    expect(JSON.stringify(spec)).not.toContain('Isles');
    expect(JSON.stringify(spec)).not.toMatch(/team/u);
  });
});
