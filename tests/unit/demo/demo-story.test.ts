/** That the made-up service tells its story by the app's own reckoning: charts, rounds and dates agree with each other. */
import { describe, expect, it } from 'vitest';
import { measureSeries } from '@shared/charts/measure-series';
import { demoCaseloadLimit } from '@shared/demo/demo-figures';
import { teamSeenMeasure } from '@shared/habits/team-seen-measure';
import { addDays, lastDayOf, toLocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { xmrStory } from '@shared/statistics/xmr-story';
import { feedbackDays, feedbackDue } from '@shared/wellbeing/feedback';
import { findingsOf } from '@shared/wellbeing/findings';
import { hse35 } from '@shared/instruments/hse35';
import { changeSince, shownScale } from '@shared/wellbeing/round-results';
import { measureOf, type MeasureId } from '@shared/workforce/measures';
import { all, asOf, namedIds, rows, views } from './made-up-service';

function storyOf(id: MeasureId) {
  const measure = measureOf(id);
  const series = measureSeries(measure, rows, null);
  return xmrStory({
    measure: measure.sentenceName,
    series: series.points,
    improvement: series.improvement,
  });
}
const marksOf = (id: MeasureId, from: string, to: string): readonly string[] => {
  const { points, reading } = storyOf(id);
  return points.flatMap(({ month }, at) => {
    const mark = reading.marks[at];
    return month >= from && month <= to && mark !== undefined ? [mark] : [];
  });
};
const valuesOf = (id: MeasureId, from: string, to: string): readonly number[] =>
  rows
    .filter(({ month }) => month >= from && month <= to)
    .map((row) => measureOf(id).valueOf(row))
    .filter((value) => value !== null);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const round = (instrumentId: string, label: string) => {
  const found = views.find((view) => view.wave.instrumentId === instrumentId && view.wave.label === label);
  if (found === undefined) throw new Error(`No round ${label}`);
  return found;
};

describe('the story of the made-up service', () => {
  it('is of fourteen people, eleven paid and three volunteers, in teams of eight and six', () => {
    const inPost = all('person').filter(({ value }) => value.lastDay === null);
    expect(inPost).toHaveLength(14);
    expect(inPost.filter(({ value }) => value.engagement === 'volunteer')).toHaveLength(3);
    const teams = inPost.map(({ value }) => value.team);
    expect(teams.filter((team) => team === 'Recovery hub')).toHaveLength(8);
    expect(teams.filter((team) => team === 'Outreach')).toHaveLength(6);
    expect(all('service')[0]?.value.teamSize).toBe(14);
  });

  it('loses six paid people within a year, and turnover says so', () => {
    const left = all('person').filter(
      ({ value }) =>
        value.engagement !== 'volunteer' &&
        value.lastDay !== null &&
        value.lastDay >= '2024-06-01' &&
        value.lastDay <= '2025-05-31',
    );
    expect(left).toHaveLength(6);
    const [may] = valuesOf('turnover-average', '2025-05', '2025-05');
    expect(may).toBeGreaterThan(0.4);
    expect(valuesOf('turnover-average', '2026-03', '2026-03')[0]).toBeLessThan(0.25);
  });

  it('finds demands urgent in September 2023, and clearly better in March 2026', () => {
    const [before, after] = [
      round('hse35', 'Causes of stress, baseline'),
      round('hse35', 'Causes of stress, March 2026'),
    ];
    expect(shownScale(before, 'demands')?.groupBand).toBe('urgent');
    // What presses first is what the round is remembered for.
    expect(findingsOf(hse35, before, null)[0]?.scaleId).toBe('demands');
    expect(findingsOf(hse35, after, before).map(({ detail }) => detail)).not.toContainEqual(
      expect.stringContaining('Urgent'),
    );
    expect(shownScale(after, 'demands')?.groupBand).toBe('clear-need');
    expect(changeSince(before, after, 'demands')?.meaning).toBe('better');
  });

  it('has a winter of sickness above its usual range, and only that', () => {
    for (const mark of marksOf('sickness-days', '2024-12', '2025-02')) expect(mark).toBe('outside-high');
    for (const mark of marksOf('sickness-days', '2025-04', '2026-03')) expect(mark).not.toMatch(/high|up/);
    expect(mean(valuesOf('sickness-days', '2024-11', '2025-02'))).toBeGreaterThan(
      3 * mean(valuesOf('sickness-days', '2025-04', '2026-03')),
    );
  });

  it('has caseloads that rise to the winter, and stay below their usual range since the limit of May 2025', () => {
    for (const mark of marksOf('caseload', '2024-12', '2025-04')) expect(mark).toBe('outside-high');
    for (const mark of marksOf('caseload', '2025-10', '2026-03')) expect(mark).toMatch(/low/);
    for (const value of valuesOf('caseload', '2025-09', '2026-03'))
      expect(value).toBeLessThanOrEqual(demoCaseloadLimit + 1);
    expect(storyOf('caseload').headline).toBe('Caseload in March 2026 was below its usual range');
  });

  it('has a newsletter of June 2025 after which nobody felt more supported, nor fewer', () => {
    const before = round('pulse', 'Pulse, May 2025');
    for (const label of ['Pulse, August 2025', 'Pulse, November 2025'])
      expect(changeSince(before, round('pulse', label), 'supported')?.meaning).toBe('no-clear-change');
  });

  it('has supervision that is patchy, thin in the hard winter, and reaches nearly everyone since autumn 2025', () => {
    expect(mean(valuesOf('supervision-coverage', '2023-06', '2024-03'))).toBeLessThan(0.85);
    expect(mean(valuesOf('supervision-coverage', '2024-10', '2025-03'))).toBeLessThan(0.6);
    for (const value of valuesOf('supervision-coverage', '2025-12', '2026-03'))
      expect(value).toBeGreaterThan(0.85);
    expect(
      changeSince(round('pulse', 'Pulse, May 2025'), round('pulse', 'Pulse, February 2026'), 'supervision')
        ?.meaning,
    ).toBe('better');
  });

  it('tells its people what a round found within eight weeks, and says what the newsletter did', () => {
    const rounds = new Map(all('wellbeing-wave').map(({ id, value }) => [id, value]));
    for (const { value } of all('round-feedback')) {
      const lockedOn = rounds.get(value.waveId)?.lockedOn ?? asOf;
      expect(value.toldOn !== null && value.toldOn > lockedOn).toBe(true);
      expect(value.toldOn !== null && value.toldOn <= addDays(lockedOn, feedbackDays)).toBe(true);
    }
    expect(all('round-feedback').some(({ value }) => value.heard.includes('no clear change'))).toBe(true);
    expect(feedbackDue(all('wellbeing-wave'), all('round-feedback'), asOf)).toEqual([]);
  });

  it('wins back breaks and protected time', () => {
    for (const id of ['breaks', 'protected-time'] as const)
      expect(mean(valuesOf(id, '2025-10', '2026-03'))).toBeGreaterThan(
        mean(valuesOf(id, '2024-10', '2025-03')) + 0.1,
      );
  });

  it('shows every round but the one on the isles, each of eight or more', () => {
    expect(views.filter(({ state }) => state.kind === 'hidden').map(({ wave }) => wave.group)).toEqual([
      'North isles',
    ]);
    for (const { wave, state } of views)
      if (state.kind === 'shown') expect(wave.answerSets.length).toBeGreaterThanOrEqual(8);
  });

  it('looks after the death of January 2025 to its anniversary', () => {
    const plan = all('event-plan').find(({ value }) => value.occurredOn === '2025-01-14')?.value;
    expect(plan?.eventType).toBe('drug-related-death');
    expect(plan?.steps.every(({ doneOn }) => doneOn !== null)).toBe(true);
    expect(plan?.closedOn).toBe('2026-01-21');
  });
});

describe('people, dates and numbers of the made-up service', () => {
  const people = new Map(all('person').map(({ id, value }) => [id, value]));
  const inPost = (id: RecordId, day: string): boolean => {
    const person = people.get(id);
    return person !== undefined && person.startDate <= day && (person.lastDay ?? day) >= day;
  };
  const isAway = (id: RecordId, day: string): boolean =>
    all('absence').some(
      ({ value }) => value.personId === id && value.firstDay <= day && (value.lastDay ?? day) >= day,
    );

  it('invite to a round exactly those who were in post, and to one about the manager all but her', () => {
    for (const { value } of all('wellbeing-wave')) {
      const isAboutManager = value.instrumentId === teamSeenMeasure.id;
      const there = [...people].filter(
        ([id, person]) =>
          inPost(id, value.opensOn) &&
          (value.group === '' || person.site === value.group) &&
          !(isAboutManager && person.role === 'Service manager'),
      );
      expect(`${value.label}: ${value.invited}`).toBe(`${value.label}: ${there.length}`);
    }
  });

  it('have nobody in supervision or with cases while they are away or gone', () => {
    for (const { value } of all('supervision-session'))
      if (value.status === 'held')
        for (const id of value.personIds) expect(isAway(id, value.date)).toBe(false);
    for (const { value } of all('group-session'))
      for (const { personId, answer } of value.attendance)
        if (answer === 'came') expect(isAway(personId, value.date)).toBe(false);
    for (const { value } of all('caseload-count'))
      expect(inPost(value.personId, lastDayOf(value.month))).toBe(true);
  });

  it('have nobody off sick while on long leave', () => {
    for (const { value } of all('absence'))
      for (const leave of people.get(value.personId)?.leaves ?? [])
        expect(value.firstDay > (leave.lastDay ?? asOf) || (value.lastDay ?? asOf) < leave.firstDay).toBe(
          true,
        );
  });

  it('have who was at an event at work that day', () => {
    for (const { value } of all('event-plan'))
      for (const { personId, duty } of value.affected)
        if (duty === 'on-duty') expect(isAway(personId, value.occurredOn)).toBe(false);
  });

  it('have no day after the last one', () => {
    for (const { value } of all('wellbeing-wave'))
      expect(value.lockedOn && value.lockedOn <= asOf).toBe(true);
    for (const { value } of all('person')) expect(value.startDate <= asOf).toBe(true);
    for (const { value } of all('vacancy')) expect(value.clearedOn <= asOf).toBe(true);
    expect(toLocalDate('2026-03-31')).toBe(asOf);
  });

  it('name each other only by records that are there', () => {
    const named = namedIds();
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ isThere }) => !isThere)).toEqual([]);
  });

  it('have vacancies that come to what the funded posts lack', () => {
    const newest = rows.at(-1);
    const funded = all('establishment')
      .filter(({ value }) => value.month === '2026-03')
      .reduce((sum, { value }) => sum + value.fundedWte, 0);
    const open = all('vacancy').reduce((sum, { value }) => sum + value.wte, 0);
    expect(funded - (newest?.wte ?? 0)).toBeCloseTo(open, 5);
  });
});
