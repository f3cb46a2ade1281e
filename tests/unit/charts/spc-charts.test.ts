import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartTable } from '@shared/charts/chart-table';
import { funnelChartSpec, type FunnelTeam } from '@shared/charts/funnel-chart';
import { limitsChartSpec, type LimitsChartInput } from '@shared/charts/limits-chart';
import { monthPoint } from '@shared/charts/month-points';
import { retentionChartSpec, serviceText } from '@shared/charts/retention-chart';
import { xmrChartSpec, type XmrChartInput } from '@shared/charts/xmr-chart';
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import { pChart } from '@shared/statistics/attribute-charts';
import { binomialFunnel, smoothFunnelLimits } from '@shared/statistics/funnel';
import type { TenureSpell } from '@shared/statistics/kaplan-meier';

const start = '2024-01' as LocalMonth;
const causes = /because|due to|caused|thanks to|as a result|worst|best|league/i;
const seesaw = (length: number, low = 0.05): number[] =>
  Array.from({ length }, (_, at) => low + (at % 2) / 100);
const xmr = (values: readonly (number | null)[], over: Partial<XmrChartInput> = {}) =>
  xmrChartSpec({
    id: 'sickness',
    title: 'Sickness by month',
    measure: 'Sickness',
    valueLabel: 'Share of WTE days',
    format: 'percent',
    possible: { low: 0, high: 1 },
    improvement: 'lower',
    phases: [],
    series: values.map((value, at) => ({ month: addMonthsToMonth(start, at), value })),
    ...over,
  });

describe('xmrChartSpec', () => {
  it('says that nothing is drawn without a figure, and draws no limits below five', () => {
    expect(xmr([]).hidden).toContain('No figures');
    expect(xmr([null]).hidden).toContain('No figures');
    const four = xmr(seesaw(4));
    expect(four).toMatchObject({ hidden: null, bands: [], flags: [], notes: [] });
    expect(four.subtitle).toBe('January 2024 to April 2024. Too few figures for limits.');
  });

  it('draws trial limits without the words of an icon', () => {
    const spec = xmr(seesaw(8), { target: 0.9 });
    expect(spec.bands?.[0]?.spans).toHaveLength(8);
    expect(spec.bands?.[0]?.trialPhases).toEqual([0]);
    expect(spec.reading).toBeNull();
    expect(spec.headline).toContain('a first one, from 8 months');
    expect(spec.notes.join(' ')).not.toContain('target');
  });

  it('has the words of both icons from 13 figures on, and the rule set by its name', () => {
    const spec = xmr([...seesaw(16), 0.3], { target: 0.01 });
    expect(spec.headline).toBe(
      'Sickness in May 2025 was above its usual range. Its whole usual range misses the target',
    );
    expect(spec.flags.at(-1)).toEqual({ at: 16, reason: 'Above the upper limit', tone: 'concern' });
    expect(spec.reading).toMatchObject({
      variation: { icon: 'concern-high', name: 'Higher than usual, which is a concern' },
      assurance: { icon: 'fail', name: 'Does not meet the target' },
    });
    expect(spec.notes[0]).toContain('Making Data Count rules with 7 in a row');
    expect(spec.references).toEqual([{ kind: 'limit', label: 'Target', value: 0.01 }]);
  });

  it('keeps the limits of an old phase, and tells the reason for the new one', () => {
    const month = addMonthsToMonth(start, 14);
    const spec = xmr([...seesaw(14), ...seesaw(14, 0.2)], {
      phases: [
        { month, reason: 'Second site opened' },
        { month: '2040-01' as LocalMonth, reason: 'Not yet' },
      ],
    });
    const band = spec.bands![0]!;
    expect(band.phaseStarts).toEqual([0, 14]);
    expect(band.spans[13]?.middle).toBeCloseTo(0.055, 12);
    expect(band.spans[14]?.middle).toBeCloseTo(0.205, 12);
    expect(spec.annotations).toEqual([{ at: 14, label: 'New phase: Second site opened', kind: 'phase' }]);
    expect(spec.flags).toEqual([]);
  });

  it('draws limits no further than a figure can go, and says so', () => {
    const spec = xmr(Array.from({ length: 14 }, (_, at) => (at % 2) / 10));
    expect(spec.bands?.[0]?.spans[0]?.low).toBe(0);
    expect(spec.notes.join(' ')).toContain('no further than a figure can go');
    expect(xmr(seesaw(14, 0.3)).notes.join(' ')).not.toContain('no further');
    expect(spec.y.ticks[0]).toBe(0);
  });

  it('has the limits in the table', () => {
    const table = chartTable(xmr([...seesaw(13), 0.3]));
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Month',
      'Sickness',
      'Lower limit',
      'Average',
      'Upper limit',
      'Marked because',
    ]);
    expect(table.rows.at(-1)?.cells.at(-1)).toBe('Above the upper limit');
  });

  it('holds every figure and limit on its axis, with finite ticks and no cause', () => {
    const anyValue = fc.option(
      fc.nat(1000).map((share) => share / 1000),
      { freq: 6 },
    );
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 40 }), fc.option(fc.nat(40)), (values, at) => {
        const phases = at === null ? [] : [{ month: addMonthsToMonth(start, at), reason: 'A reason' }];
        const spec = xmr(values, { phases });
        const [low, high] = [spec.y.ticks[0]!, spec.y.ticks.at(-1)!];
        const drawn = [
          ...values.filter((value) => value !== null),
          ...(spec.bands ?? []).flatMap(({ spans }) => spans.flatMap((s) => (s ? [s.low, s.high] : []))),
        ];
        for (const value of drawn) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-9);
          expect(value).toBeLessThanOrEqual(high + 1e-9);
        }
        expect(spec.headline).not.toMatch(causes);
        expect(JSON.stringify(spec)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});

describe('funnelChartSpec', () => {
  const funnel = (teams: readonly FunnelTeam[]) =>
    funnelChartSpec({
      id: 'turnover-teams',
      title: 'Turnover, team by team',
      period: '12 months to March 2026',
      valueLabel: 'Share of people who left',
      verb: 'left',
      teams,
    });
  const team = (id: string, events: number, n: number): FunnelTeam => ({ id, name: id, events, n });

  it('keeps teams in their order, says that chance is enough, and makes no order of rank', () => {
    const spec = funnel([team('West', 5, 25), team('Night', 1, 10), team('East', 8, 22)]);
    expect(spec.x.points.map(({ label }) => label)).toEqual(['West', 'Night', 'East']);
    expect(spec.headline).toBe('No team differs from the others by more than chance gives');
    expect(spec.flags).toEqual([]);
    expect(JSON.stringify(spec)).not.toMatch(causes);
    expect(spec.ranges[0]?.spans).toHaveLength(3);
  });

  it('names a team beyond the 99.8% limits, and only counts those beyond 95%', () => {
    const spec = funnel([team('West', 6, 40), team('Night', 10, 40), team('East', 24, 40)]);
    expect(spec.headline).toBe('East is above what chance gives: 24 of 40 people left');
    expect(spec.flags).toEqual([{ at: 2, reason: 'Outside the 99.8% limits, above', tone: 'neutral' }]);
    expect(spec.notes[1]).toBe(
      '2 teams lie outside the 95% limits. About 1 in 20 is expected there by chance.',
    );
  });

  it('draws curves that hold exactly the teams that are not marked', () => {
    const anyTeam = fc
      .record({ n: fc.integer({ min: 5, max: 120 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ n, share }) => team('Team', Math.round(n * share), n));
    fc.assert(
      fc.property(fc.array(anyTeam, { minLength: 2, maxLength: 8 }), (teams) => {
        const { target, units } = binomialFunnel(teams);
        units.forEach(({ rate, flag }, at) => {
          const limits = smoothFunnelLimits(teams[at]!.n, target!, 'in998')!;
          const isInside = rate! >= limits.low - 1e-9 && rate! <= limits.high + 1e-9;
          expect(isInside).toBe(flag !== 'outside-998');
        });
      }),
    );
    const [outer, inner] = funnel([team('West', 6, 40), team('East', 8, 60)]).regions!;
    inner!.points.forEach(({ low, high }, at) => {
      expect(low).toBeGreaterThanOrEqual(outer!.points[at]!.low);
      expect(high).toBeLessThanOrEqual(outer!.points[at]!.high);
    });
  });

  it('leaves a team of fewer than five out of the picture and out of the average', () => {
    const spec = funnel([team('West', 5, 25), team('Tiny', 4, 4), team('East', 5, 25)]);
    expect(spec.x.points.map(({ key }) => key)).toEqual(['West', 'East']);
    expect(spec.ranges[0]?.spans[0]?.middle).toBe(0.2);
    expect(JSON.stringify(spec)).not.toContain('Tiny');
    expect(spec.notes[2]).toBe('1 team of fewer than 5 people left out, also from the average.');
    expect(funnel([team('Tiny', 4, 4)])).toMatchObject({ ranges: [], notes: [] });
    expect(funnel([team('Tiny', 4, 4)]).hidden).toContain('No team has 5 people');
    expect(funnel([team('West', 5, 25)]).headline).toBe('With one team there is nothing to compare');
  });
});

describe('limitsChartSpec', () => {
  const share = (numerator: (number | null)[], over: Partial<LimitsChartInput> = {}) =>
    limitsChartSpec({
      id: 'missed',
      kind: 'p',
      title: 'Training missed',
      period: 'A year',
      measure: 'Training missed',
      valueLabel: 'Share of places',
      format: 'percent',
      limits: pChart({ numerator, denominator: numerator.map((_, at) => (at === 0 ? 20 : 50)) }),
      axis: {
        label: 'Month',
        points: numerator.map((_, at) => monthPoint(addMonthsToMonth(start, at))),
      },
      ...over,
    });

  it('has limits that follow each denominator, and marks what lies beyond', () => {
    const spec = share([2, 5, 5, null, 5, 25, 5, 5, 5, 5, 5, 5]);
    const spans = spec.bands?.[0]?.spans ?? [];
    expect(spans[0]!.high).toBeGreaterThan(spans[1]!.high);
    expect(spans[3]).toBeNull();
    expect(spec.headline).toBe('Training missed was above its upper limit in June 2024');
    expect(spec.flags).toEqual([{ at: 5, reason: 'Above the upper limit', tone: 'neutral' }]);
    expect(share([2, 5, 5, null, 5, 25], { improvement: 'lower' }).flags[0]?.tone).toBe('concern');
    expect(spec.subtitle).toContain('p-chart');
    expect(chartTable(spec).rows[3]?.cells).toEqual(['April 2024', 'No figure', '', '', '', '']);
    expect(share([2, 25, 1, 1, 1, 1, 30, 1, 1]).headline).toBe(
      'Training missed was above its upper limit in July 2024, and beyond its range once before',
    );
  });
  it('says that all is usual, that it is too early, or that there is nothing', () => {
    expect(share([2, 5, 6, 5, 4]).headline).toBe(
      'Training missed has stayed within its usual range throughout',
    );
    const four = share([2, 5, 6, 45, null]);
    expect(four).toMatchObject({ bands: [], flags: [], notes: [], hidden: null });
    expect(four.headline).toBe('It is too early for a usual range: 4 figures, and 5 are needed');
    expect(share([null]).hidden).toContain('No figures');
  });
  it('tells a gap between events as long or short', () => {
    const limits = pChart({ numerator: [1, 1, 1, 1, 1, 40], denominator: [50, 50, 50, 50, 50, 50] });
    expect(share([1, 1, 1, 1, 1, 1], { kind: 't', limits }).headline).toContain(
      'longer than its usual range',
    );
  });
});

describe('retentionChartSpec', () => {
  const day = 365.25;
  const spell = (years: number, event: boolean): TenureSpell => ({ time: years * day, event, entry: null });
  const source = 'Staff list as of 31 March 2026';

  it('tells the share after a year and after the longest service that five people have reached', () => {
    const spells = [
      ...Array.from({ length: 4 }, () => spell(0.8, true)),
      ...Array.from({ length: 4 }, () => spell(2.5, true)),
      ...Array.from({ length: 12 }, () => spell(4.5, false)),
    ];
    const spec = retentionChartSpec({ spells, source });
    expect(spec.headline).toBe(
      'Of people who start, 80.0% are still here after 1 year and 60.0% after 4 years',
    );
    expect(spec.x.points.map(({ shortLabel }) => shortLabel)).toEqual([
      '3 months',
      '6 months',
      '1 year',
      '2 years',
      '3 years',
      '4 years',
    ]);
    expect(spec.series[0]?.intervals?.[0]).toBeNull();
    expect(spec.series[0]?.intervals?.[2]?.lower).toBeLessThan(0.8);
    expect(spec.notes[0]).toContain('Fewer than half had left by 4.5 years');
    expect(spec.x.points[5]?.detail).toBe('12 people');
  });

  it('speaks of those who had been here already when the records began late', () => {
    const spells = Array.from({ length: 9 }, (_, at) => ({
      time: (3 + at / 10) * day,
      event: at < 4,
      entry: 1.5 * day,
    }));
    const spec = retentionChartSpec({ spells, source });
    expect(spec.headline).toMatch(/^Of people here for 18 months or longer, /);
    expect(spec.x.points[0]?.shortLabel).toBe('2 years');
  });

  it('draws nothing on fewer than five people, nor before anybody has been here for three months', () => {
    const few = retentionChartSpec({ spells: [spell(1, true), spell(2, false)], source });
    expect(few).toMatchObject({ headline: 'It is too early to say how long people stay', notes: [] });
    expect(few.hidden).toContain('5 are needed');
    expect(chartTable(few).rows).toEqual([]);
    const fresh = retentionChartSpec({ spells: Array(9).fill(spell(0.1, false)) as TenureSpell[], source });
    expect(fresh.hidden).toContain('5 are needed');
  });

  it('puts service into words', () => {
    expect([30, 300, 730, 731, 1000].map(serviceText)).toEqual([
      '1 month',
      '10 months',
      '2 years',
      '2 years',
      '2.5 years',
    ]);
  });
});
