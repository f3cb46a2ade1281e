import { describe, expect, it } from 'vitest';
import { roundChart, scalesChart, wellbeingTrendChart } from '@shared/charts/wellbeing-charts';
import { chartTable } from '@shared/charts/chart-table';
import { publishTables } from '@shared/disclosure/summary-model';
import { bat12 } from '@shared/instruments/bat12';
import { hse35 } from '@shared/instruments/hse35';
import { instruments } from '@shared/instruments/registry';
import { proqol5 } from '@shared/instruments/proqol5';
import { stss } from '@shared/instruments/stss';
import { who5 } from '@shared/instruments/who5';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { roundTable } from '@shared/reports/round-table';
import { feedbackDue, heardSentences } from '@shared/wellbeing/feedback';
import { suggestedActions } from '@shared/actions/rules/rules';
import { findingsOf } from '@shared/wellbeing/findings';
import { builtInMeasures, measuresOf } from '@shared/wellbeing/measures';
import { alphasOf, bandsOf, itemsOf, keyNotice, normsBeside } from '@shared/wellbeing/round-details';
import {
  changeSince,
  earlierRounds,
  readScaleIds,
  roundViews,
  shownScale,
  type RoundRecord,
  type RoundView,
} from '@shared/wellbeing/round-results';
import { bandMoveText, changeRangeText } from '@shared/wellbeing/result-words';
import { rangeTicks, scaleRange } from '@shared/wellbeing/scale-range';
import { story4First, story4Next } from '../../support/hse-answers';

const day = toLocalDate('2026-01-05');

function record(id: string, over: Partial<WellbeingWave>, at = 0): RoundRecord {
  const opensOn = addDays(day, at);
  return {
    id,
    value: {
      instrumentId: 'who5',
      instrumentVersion: 1,
      label: id,
      group: '',
      opensOn,
      closesOn: addDays(opensOn, 10),
      invited: 40,
      answerSets: [],
      split: null,
      splitAnswers: [],
      isBaseline: false,
      lockedOn: addDays(opensOn, 11),
      note: '',
      ...over,
    },
  };
}
const set = (raw: number): number[] =>
  Array.from({ length: 5 }, (_, item) => Math.min(5, Math.max(0, raw - item * 5)));
const viewOf = (views: readonly RoundView[], id: string): RoundView => {
  const found = views.find((view) => view.id === id);
  if (found === undefined) throw new Error(`No round ${id}`);
  return found;
};
const story1 = [13, 9, 16, 11, 18, 8].map(set);
const hse = (answerSets: (number | null)[][], over: Partial<WellbeingWave> = {}): Partial<WellbeingWave> => ({
  instrumentId: 'hse35',
  invited: 14,
  answerSets,
  ...over,
});

describe('acceptance story 4, the part that is scored', () => {
  const views = roundViews([
    record('First', hse(story4First, { isBaseline: true })),
    record('Next', hse(story4Next), 60),
  ]);
  const [first, next] = [viewOf(views, 'First'), viewOf(views, 'Next')];

  it('has the averages and bands of the story', () => {
    const of = (view: RoundView, id: string): [string, string | null] => {
      const scale = shownScale(view, id);
      return [scale?.mean.toFixed(2) ?? '', scale?.groupBand ?? null];
    };
    expect(of(first, 'demands')).toEqual(['2.90', 'urgent']);
    expect(of(first, 'managerSupport')).toEqual(['3.50', 'good']);
    expect(of(first, 'peerSupport')).toEqual(['3.70', 'clear-need']);
    expect(of(first, 'role')).toEqual(['4.32', 'keep']);
    expect(of(next, 'demands')).toEqual(['3.05', 'clear-need']);
  });

  it('says what presses first, and the way from one band to the next with its range', () => {
    expect(scalesChart(hse35, first, null).headline).toBe('Demands needs attention first');
    const change = changeSince(first, next, 'demands');
    expect(change?.verdict).toBe('no-clear-change');
    expect(changeRangeText(change!, 'two-decimals')).toMatch(/^−0\.\d\d to \+0\.\d\d$/);
    expect(bandMoveText(shownScale(next, 'demands'), shownScale(first, 'demands'))).toBe(
      'Clear need to improve, was: urgent action needed',
    );
    expect(bandMoveText(shownScale(next, 'role'), shownScale(first, 'role'))).toBe('Doing well: keep it up');
    expect(scalesChart(hse35, next, first).headline).toBe(
      'Demands and Peer support are below the middle of the benchmark. No clear change since the baseline',
    );
  });

  it('puts what presses first among the findings, with something to begin with', () => {
    const findings = findingsOf(hse35, first, null);
    expect(findings[0]).toMatchObject({
      scaleId: 'demands',
      title: 'Demands',
      detail: '2.90 · Urgent action needed',
      isPressing: true,
    });
    expect(findings.filter(({ isPressing }) => isPressing).map(({ scaleId }) => scaleId)).toEqual([
      'demands',
      'peerSupport',
    ]);
    expect(suggestedActions('hse35', 'demands').length).toBeGreaterThan(1);
    expect(suggestedActions('somebody-elses', 'x')).toHaveLength(1);
  });
});

describe('what leaves', () => {
  it('has no average of six people, and no row about one', () => {
    const [view] = roundViews([record('Baseline', { answerSets: story1, invited: 7, isBaseline: true })]);
    const [table] = publishTables({
      title: '',
      serviceName: null,
      periodStart: day,
      periodEnd: day,
      sentences: [],
      tables: [roundTable(who5, view!, null)],
    });
    expect(table?.rows.map(({ label }) => label)).toEqual(['Well-being (0 to 100)', 'Replies']);
    expect(table?.rows[0]?.cells.slice(0, 6)).toEqual(['[c]', '[c]', '[c]', '[c]', '[c]', '[c]']);
    // One of seven did not reply: a count of one.
    expect(table?.rows[1]?.cells[0]).toBe('[c]');
    expect(JSON.stringify(table)).not.toContain('50.0');
  });

  it('has the averages of twelve, the change beside the chosen round, and nothing written by hand', () => {
    const views = roundViews([
      record('Kestrel', hse(story4First, { isBaseline: true, note: 'team moved office', invited: 12 })),
      record('Merlin', hse(story4Next, { invited: 12 }), 60),
    ]);
    const table = roundTable(hse35, viewOf(views, 'Merlin'), viewOf(views, 'Kestrel'));
    const text = JSON.stringify(table);
    expect(text).toContain('3.05');
    expect(text).toContain('Clear need to improve, was: urgent action needed');
    for (const word of ['Kestrel', 'Merlin', 'moved office']) expect(text).not.toContain(word);
    expect(table.rows.find(({ key }) => key === 'replies')?.cells[0]).toEqual({
      state: 'shown',
      text: '12 of 12',
    });
  });

  it('starts the sheet for staff without averages of fewer than 8', () => {
    const views = roundViews([
      record('Base', { answerSets: story1, invited: 7, isBaseline: true }),
      record('Later', { answerSets: [...story1, set(20)], invited: 14 }, 60),
    ]);
    const base = heardSentences(viewOf(views, 'Base'), null).join(' ');
    expect(base).not.toMatch(/\d+\.\d/);
    expect(base).not.toContain('6 of 7');
    const later = heardSentences(viewOf(views, 'Later'), viewOf(views, 'Base')).join(' ');
    expect(later).toContain('7 of 14 people replied.');
    expect(later).toContain('No clear change in wellbeing since the baseline.');
    expect(later).not.toMatch(/\d+\.\d/);
    const many = roundViews([record('Many', hse(story4First, { invited: 20 }))]);
    expect(heardSentences(many[0]!, null).join(' ')).toContain('Demands: 2.90 on average.');
  });
});

describe('people are told within eight weeks', () => {
  const closed = record('Spring', { answerSets: story1, lockedOn: toLocalDate('2026-03-02') });
  const on = (today: string, toldOn: string | null = null) =>
    feedbackDue(
      [closed],
      toldOn === null
        ? []
        : [
            {
              value: {
                waveId: closed.id as never,
                heard: '',
                willDo: '',
                cannotDo: '',
                toldOn: toLocalDate(toldOn),
              },
            },
          ],
      toLocalDate(today),
    );
  it('is said two weeks ahead, on the day, and for eight weeks after', () => {
    expect(on('2026-04-12')).toEqual([]);
    expect(on('2026-04-13')).toMatchObject([{ label: 'Spring', on: '2026-04-27', daysLate: -14 }]);
    expect(on('2026-04-27')[0]?.daysLate).toBe(0);
    expect(on('2026-06-22')[0]?.daysLate).toBe(56);
    expect(on('2026-06-23')).toEqual([]);
  });
  it('is over once people were told', () => {
    expect(on('2026-04-27', '2026-04-20')).toEqual([]);
  });
});

describe('every measure', () => {
  const many = (instrument: (typeof instruments)[number], count: number): (number | null)[][] => {
    const values = instrument.responseOptions.map(({ value }) => value);
    return Array.from({ length: count }, (_, person) =>
      Array.from(
        { length: instrument.itemCount },
        (_item, item) => values[(person * 5 + item * (1 + (person % 3))) % values.length] ?? null,
      ),
    );
  };

  it.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
    '%s: is drawn on its own range, with a table of the same numbers and a sentence without a cause',
    (_id, instrument) => {
      const views = roundViews([
        record('One', { instrumentId: instrument.id, answerSets: many(instrument, 12), isBaseline: true }),
        record('Two', { instrumentId: instrument.id, answerSets: many(instrument, 15).reverse() }, 40),
      ]);
      const [one, two] = [viewOf(views, 'One'), viewOf(views, 'Two')];
      const spec = roundChart(instrument, two, one);
      expect(spec.hidden).toBeNull();
      expect(spec.headline).not.toMatch(/because|due to|caused/);
      const [low = 0] = spec.y.ticks;
      const high = spec.y.ticks.at(-1) ?? 0;
      for (const series of spec.series) {
        for (const value of series.values) {
          if (value !== null) expect(value >= low - 1e-9 && value <= high + 1e-9).toBe(true);
        }
      }
      expect(chartTable(spec).rows).toHaveLength(spec.x.points.length);
      for (const id of readScaleIds(instrument)) {
        const { low: first, high: last } = scaleRange(instrument, id);
        const ticks = rangeTicks({ low: first, high: last });
        expect([ticks[0], ticks.at(-1)]).toEqual([first, last]);
        expect(wellbeingTrendChart(instrument, views, { scaleId: id }).y.ticks).toEqual(ticks);
      }
    },
  );

  it('draws sums of different lengths each on its own range', () => {
    const views = roundViews([record('One', { instrumentId: 'stss', answerSets: many(stss, 12) })]);
    const spec = scalesChart(stss, views[0]!, null);
    expect(spec.y.ticks.at(-1)).toBe(100);
    const total = shownScale(views[0]!, 'total')!.mean;
    expect(spec.series[0]?.values[0]).toBeCloseTo(((total - 17) / (85 - 17)) * 100, 9);
  });

  it('can be set against any earlier round of the same version, and no later one', () => {
    const views = roundViews([
      record('One', { answerSets: story1, isBaseline: true }),
      record('Two', { answerSets: story1 }, 40),
      record('Three', { answerSets: story1 }, 80),
      record('Team', { answerSets: story1, group: 'Hub' }, 20),
    ]);
    expect(earlierRounds(views, viewOf(views, 'Two')).map(({ id }) => id)).toEqual(['One']);
    expect(earlierRounds(views, viewOf(views, 'Three')).map(({ id }) => id)).toEqual(['One', 'Two']);
    expect(roundChart(who5, viewOf(views, 'Three'), viewOf(views, 'Two')).headline).toContain('since “Two”');
  });
});

describe('beside the averages', () => {
  /** `low` people in the lowest band of every scale, `high` in the highest, the others between. */
  const proqol = (low: number, middle: number, high: number): number[][] =>
    [
      ...Array.from({ length: low }, () => 1),
      ...Array.from({ length: middle }, () => 3),
      ...Array.from({ length: high }, () => 5),
    ].map((value) =>
      Array.from({ length: 30 }, (_, item) => (proqol5.reverseScored.includes(item + 1) ? 6 - value : value)),
    );
  const sharesOf = (answerSets: number[][], over: Partial<WellbeingWave> = {}, more: RoundRecord[] = []) => {
    const views = roundViews([record('Round', { instrumentId: 'proqol5', answerSets, ...over }), ...more]);
    return bandsOf(viewOf(views, 'Round'), views, builtInMeasures).map(
      ({ shares }) => shares?.map(({ count }) => count) ?? null,
    );
  };

  it('shows all bands of persons when each holds 5, and none of them otherwise', () => {
    expect(sharesOf(proqol(5, 6, 5))).toEqual([
      [5, 6, 5],
      [5, 6, 5],
      [5, 6, 5],
    ]);
    expect(sharesOf(proqol(4, 9, 5))).toEqual([null, null, null]);
    expect(sharesOf(proqol(0, 9, 9))).toEqual([null, null, null]);
  });

  it('shows no bands and no counts of a team beside the whole: both could be subtracted', () => {
    const whole = record('Whole', { instrumentId: 'proqol5', answerSets: proqol(8, 9, 9) });
    expect(sharesOf(proqol(6, 6, 6), { group: 'Hub' }, [whole])).toEqual([null, null, null]);
    const sets = Array.from({ length: 24 }, (_, index) => set((index * 7) % 26));
    const views = roundViews([
      record('Whole', { answerSets: sets }),
      record('Team', { answerSets: sets.slice(0, 14), group: 'Hub' }),
    ]);
    const flagged = (id: string) => {
      const { state } = viewOf(views, id);
      return state.kind === 'shown' ? state.summary.flagged?.shown : 'hidden';
    };
    expect(flagged('Whole')).toBe(true);
    expect(flagged('Team')).toBe(false);
    expect(itemsOf(viewOf(views, 'Team'), views).hidden).toBe(true);
    expect(itemsOf(viewOf(views, 'Whole'), views).hidden).toBe(false);
  });

  it('keeps recalled bands off until somebody has checked them', () => {
    const answerSets = Array.from({ length: 20 }, (_, person) =>
      Array.from({ length: 17 }, (_i, item) => ((person + item) % 5) + 1),
    );
    const [view] = roundViews([record('Round', { instrumentId: 'stss', answerSets })]);
    expect(bandsOf(view!, [view!], builtInMeasures)).toEqual([]);
    expect(keyNotice(stss, builtInMeasures)).toBe('check-bands');
    expect(keyNotice(proqol5, builtInMeasures)).toBeNull();
    const checked = measuresOf([], ['stss@1/bands/total']);
    expect(bandsOf(view!, [view!], checked)).toHaveLength(1);
    expect(keyNotice(stss, checked)).toBeNull();
  });

  it('gives alpha from 20 replies on, and published averages with their source', () => {
    const sets = (count: number) => Array.from({ length: count }, (_, index) => set((index * 7) % 26));
    const [few] = roundViews([record('Few', { answerSets: sets(19) })]);
    const [enough] = roundViews([record('Enough', { answerSets: sets(20) })]);
    expect(alphasOf(few!)).toEqual([]);
    expect(alphasOf(enough!)).toHaveLength(1);
    expect(normsBeside(enough!)).toMatchObject([{ scaleId: 'percent', norm: { mean: 70, evidence: 'V2' } }]);
    // A recalled average is told, and not drawn.
    const cbi = instruments.find(({ id }) => id === 'cbi')!;
    const answers = Array.from({ length: 12 }, (_, person) =>
      Array.from({ length: 19 }, (_i, item) => ((person + item) % 5) * 25),
    );
    const [cbiRound] = roundViews([record('Cbi', { instrumentId: 'cbi', answerSets: answers })]);
    expect(normsBeside(cbiRound!)).toHaveLength(3);
    expect(scalesChart(cbi, cbiRound!, null).series.map(({ id }) => id)).toEqual(['now']);
    expect(keyNotice(bat12, builtInMeasures)).toBeNull();
  });
});
