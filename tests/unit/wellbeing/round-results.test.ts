import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartTable } from '@shared/charts/chart-table';
import { scalesChart, wellbeingTrendChart } from '@shared/charts/wellbeing-charts';
import { hse35 } from '@shared/instruments/hse35';
import { who5 } from '@shared/instruments/who5';
import { addDays, monthOf, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import {
  baselineOf,
  changeSince,
  minimumReplies,
  roundViews,
  shownScale,
  type RoundRecord,
} from '@shared/wellbeing/round-results';

const day = toLocalDate('2026-01-05');
const record = (id: string, over: Partial<WellbeingWave>): RoundRecord => ({
  id,
  value: {
    instrumentId: 'who5',
    instrumentVersion: 1,
    label: id,
    group: '',
    opensOn: day,
    closesOn: addDays(day, 10),
    invited: 400,
    answerSets: [],
    split: null,
    splitAnswers: [],
    isBaseline: false,
    lockedOn: addDays(day, 11),
    note: '',
    ...over,
  },
});
/** Raw sum `raw` of WHO-5, spread over its five items. */
const set = (raw: number): number[] =>
  Array.from({ length: 5 }, (_, item) => Math.min(5, Math.max(0, raw - item * 5)));
const sets = (count: number): number[][] =>
  Array.from({ length: count }, (_, index) => set((index * 7) % 26));
const story1 = [13, 9, 16, 11, 18, 8].map(set);

describe('a round', () => {
  it('shows the numbers of acceptance story 1', () => {
    const views = roundViews([record('baseline', { answerSets: story1, invited: 7, isBaseline: true })]);
    const view = views[0]!;
    expect(shownScale(view, 'percent')).toMatchObject({ n: 6, mean: 50, median: 48 });
    expect(shownScale(view, 'percent')!.sd).toBeCloseTo(15.7, 1);
    if (view.state.kind !== 'shown') throw new Error('hidden');
    expect(view.state.summary.responseRate).toBeCloseTo(0.857, 3);
    expect(view.state.summary.responseRateBand).toBe('very-good');
    expect(view.state.summary.flagged).toEqual({ shown: false });
    expect(wellbeingTrendChart(who5, views).headline).toContain('too early');
  });

  it('shows nothing while it is open, however many replies are in', () => {
    const [view] = roundViews([record('open', { answerSets: sets(40), lockedOn: null })]);
    expect(view!.state).toEqual({ kind: 'open' });
    expect(shownScale(view!, 'percent')).toBeNull();
    expect(wellbeingTrendChart(who5, [view!]).hidden).not.toBeNull();
  });

  it('shows nothing below 5, in the chart, its table and its words', () => {
    const views = roundViews([
      record('few', { answerSets: sets(4) }),
      record('later', { answerSets: sets(9), opensOn: addDays(day, 90), closesOn: addDays(day, 99) }),
    ]);
    expect(views[0]!.state).toEqual({ kind: 'hidden', reason: 'too-few-replies' });
    const spec = wellbeingTrendChart(who5, views);
    expect(spec.series[0]?.values[0]).toBeNull();
    expect(spec.series[0]?.intervals?.[0]).toBeNull();
    expect(chartTable(spec).rows[0]?.cells.slice(1, 3)).toEqual(['No figure', '']);
  });

  it('is drawn with what happened between the first round and the last, at the round that followed', () => {
    const later = (index: number) => addDays(day, 90 * index);
    const views = roundViews(
      [0, 1, 2, 3].map((index) =>
        record(`round ${index}`, {
          answerSets: sets(9),
          opensOn: later(index),
          closesOn: addDays(later(index), 10),
        }),
      ),
    );
    const note = (label: string, from: LocalDate) => ({ label, from, day: from, month: monthOf(from) });
    const happened = [
      note('before', addDays(day, -5)),
      note('between', addDays(later(1), 20)),
      note('after', addDays(later(3), 30)),
    ];
    const four = wellbeingTrendChart(who5, views, { happened });
    expect(four.annotations.map(({ at, label }) => [at, label])).toEqual([[2, 'between']]);
    const three = wellbeingTrendChart(who5, views.slice(0, 3), { happened });
    expect(three.annotations).toEqual([]);
    expect(three.notes.filter((words) => words.endsWith(': between'))).toHaveLength(1);
  });

  it('hides a scale on which all replies come out the same: the mean is each of them', () => {
    const [view] = roundViews([record('alike', { answerSets: Array.from({ length: 8 }, () => set(12)) })]);
    expect(view!.state.kind).toBe('shown');
    expect(shownScale(view!, 'percent')).toBeNull();
    expect(wellbeingTrendChart(who5, [view!]).hidden).not.toBeNull();
  });

  it('cannot be read with another version of its measure', () => {
    const [view] = roundViews([record('old', { answerSets: sets(9), instrumentVersion: 99 })]);
    expect(view!.state).toEqual({ kind: 'hidden', reason: 'measure-unknown' });
  });
});

describe('a team beside the whole service', () => {
  it('is hidden when 1 to 4 would be left, and the whole stays', () => {
    const views = roundViews([
      record('whole', { answerSets: sets(11) }),
      record('team', { group: 'Hub', answerSets: sets(7) }),
    ]);
    const states = Object.fromEntries(views.map((view) => [view.id, view.state.kind]));
    expect(states).toEqual({ whole: 'shown', team: 'hidden' });
  });

  it('is shown when nobody, or 5 and more, would be left, or the days do not meet', () => {
    const kindOf = (whole: number, team: number, over: Partial<WellbeingWave> = {}): string | undefined =>
      roundViews([
        record('whole', { answerSets: sets(whole) }),
        record('team', { group: 'Hub', answerSets: sets(team), ...over }),
      ]).find((view) => view.id === 'team')?.state.kind;
    expect(kindOf(12, 7)).toBe('shown');
    expect(kindOf(7, 7)).toBe('shown');
    expect(kindOf(11, 7, { opensOn: addDays(day, 30), closesOn: addDays(day, 40) })).toBe('shown');
    expect(kindOf(11, 7, { instrumentId: 'hse35' })).not.toBe('shown');
  });

  it('is hidden when blanks leave 1 to 4 scored people, whatever the number of replies', () => {
    const blanks = Array.from({ length: 3 }, () => [1, 2, 3, 4, null]);
    const views = roundViews([
      record('all', { answerSets: [...sets(9), ...blanks] }),
      record('team', { answerSets: sets(5), group: 'Recovery hub' }),
    ]);
    expect(views.map(({ id, state }) => [id, state.kind])).toEqual([
      ['all', 'shown'],
      ['team', 'hidden'],
    ]);
  });

  it('never leaves a group of 1 to 4 to any subtraction of what is shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 9 }),
        (teams, rest) => {
          const whole = teams.reduce((sum, size) => sum + size, 0) + rest;
          const views = roundViews([
            record('whole', { answerSets: sets(whole) }),
            ...teams.map((size, index) =>
              record(`team${index}`, { group: `Team ${index}`, answerSets: sets(size) }),
            ),
          ]);
          const shown = views.filter((view) => view.state.kind === 'shown');
          const sizes = shown
            .filter((view) => view.wave.group !== '')
            .map((view) => view.wave.answerSets.length);
          expect(shown.every((view) => view.wave.answerSets.length >= minimumReplies)).toBe(true);
          if (!shown.some((view) => view.id === 'whole')) return;
          for (let subset = 0; subset < 2 ** sizes.length; subset += 1) {
            const taken = sizes.reduce(
              (sum, size, index) => sum + ((subset >> index) % 2 === 1 ? size : 0),
              0,
            );
            const left = whole - taken;
            expect(left === 0 || Math.abs(left) >= minimumReplies).toBe(true);
          }
        },
      ),
    );
  });
});

it('tells nothing of a hidden round, not even how few replied', () => {
  const views = roundViews([record('few', { answerSets: sets(3) }), record('many', { answerSets: sets(9) })]);
  expect(JSON.stringify(chartTable(wellbeingTrendChart(who5, views)))).not.toContain('3 of');
});

describe('against the baseline', () => {
  const later = (count: number, raws: number[][]): RoundRecord =>
    record('later', {
      answerSets: raws.slice(0, count),
      opensOn: addDays(day, 90),
      closesOn: addDays(day, 99),
    });

  it('says that it is no clear change when it could be chance', () => {
    const views = roundViews([
      record('base', { answerSets: story1, isBaseline: true }),
      later(7, [18, 11, 16, 13, 18, 9, 16].map(set)),
    ]);
    expect(baselineOf(views, views[1]!)?.id).toBe('base');
    expect(changeSince(views[0]!, views[1]!, 'percent')?.verdict).toBe('no-clear-change');
    const spec = wellbeingTrendChart(who5, views);
    expect(spec.headline).toMatch(
      /^No clear change in wellbeing since the baseline: \d+\.\d now, 50\.0 then$/,
    );
    expect(spec.layout).toBe('rows');
    expect(spec.references).toMatchObject([
      { kind: 'baseline', value: 50 },
      // The published average of the general population, where its source was read.
      { kind: 'limit', value: 70 },
    ]);
  });

  it('names a change that is clear, without a cause', () => {
    const many = (raw: number): number[][] =>
      Array.from({ length: 60 }, (_, index) => set(raw + (index % 3)));
    const views = roundViews([
      record('base', { answerSets: many(8), isBaseline: true }),
      later(60, many(18)),
    ]);
    expect(wellbeingTrendChart(who5, views).headline).toMatch(/^Wellbeing is higher than at the baseline/);
  });

  it('is not set against an open baseline, nor another group or measure', () => {
    const views = roundViews([
      record('open', { answerSets: sets(9), isBaseline: true, lockedOn: null }),
      record('hub', { answerSets: sets(9), isBaseline: true, group: 'Hub' }),
      later(9, sets(9)),
    ]);
    expect(
      baselineOf(
        views,
        views.find((view) => view.id === 'later')!,
      ),
    ).toBeNull();
  });

  it('bands the means of story 4 by the benchmark and puts no line between scales', () => {
    const hse = Array.from({ length: 12 }, (_, index) =>
      Array.from({ length: 35 }, (_unused, item) => ((index + item) % 5) + 1),
    );
    const views = roundViews([record('hse', { instrumentId: 'hse35', answerSets: hse })]);
    const spec = scalesChart(hse35, views[0]!, null);
    expect(spec.series).toHaveLength(1);
    expect(spec.series[0]?.isJoined).toBe(false);
    expect(spec.ranges[0]?.spans[0]?.low).toBe(2.9387);
    expect(chartTable(spec).rows).toHaveLength(7);
    expect(chartTable(spec).rows[0]?.cells).toContain('2.94');
  });
});
