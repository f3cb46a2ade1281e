/**
 * Control charts, funnels and retention: the methods of the reference cases in terms of the project's
 * functions.
 */
import { z } from 'zod';
import {
  cChart,
  pChart,
  pPrimeChart,
  uChart,
  uPrimeChart,
  type AttributeLimits,
  type CountedShare,
} from '../../shared/statistics/attribute-charts';
import {
  arcsineProportionLimits,
  binomialFunnel,
  poissonRatioLimits,
  type FunnelLimits,
} from '../../shared/statistics/funnel';
import { kaplanMeier } from '../../shared/statistics/kaplan-meier';
import { gChart, tChart } from '../../shared/statistics/rare-events';
import { assuranceOf, xmrChart, type XmrChart, type XmrInput } from '../../shared/statistics/xmr';
import { readXmr } from '../../shared/statistics/xmr-reading';

/** One method: what it reads, and what the project's functions make of it under the names of the cases. */
type Method = (input: unknown) => Record<string, unknown>;

function method<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Record<string, unknown>,
): Method {
  return (input) => run(schema.parse(input));
}

const series = z.array(z.number().nullable());
const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const positions = z
  .array(z.number().int())
  .nullish()
  .transform((value) => value ?? []);
const improvement = z
  .enum(['increase', 'decrease', 'neutral'])
  .transform((value) => (value === 'increase' ? 'higher' : value === 'decrease' ? 'lower' : 'neutral'));

const xmrCase = z
  .object({
    values: series,
    dates: z.array(z.string()).nullish(),
    phaseStarts: positions,
    baselineN: optionalNumber,
    screenOutliers: z.boolean().default(true),
    improvement: improvement.default('neutral'),
    target: optionalNumber,
  })
  .transform(({ dates, values, ...rest }): XmrInput => ({
    ...rest,
    values: inDateOrder(values, dates ?? []),
  }));

/** A chart reads from left to right: rows that come in another order are put right first. */
function inDateOrder(values: readonly (number | null)[], dates: readonly string[]): (number | null)[] {
  if (dates.length !== values.length) return [...values];
  return values
    .map((value, place) => ({ value, date: dates[place] ?? '' }))
    .sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0))
    .map(({ value }) => value);
}

function chartAnswers(chart: XmrChart): Record<string, unknown> {
  return {
    phases: chart.phases.map(({ start, mean, limits }) => ({
      start,
      mean,
      lpl: limits?.lpl ?? null,
      upl: limits?.upl ?? null,
    })),
    pointRule: chart.points.map(({ rule }) => rule),
    pointType: chart.points.map(({ type }) => type),
    variationIcon: chart.variationIcon,
    assurance: chart.assurance,
  };
}

/** What a screen would show of the chart, beside its numbers. */
function readingAnswers(input: XmrInput): Record<string, unknown> {
  const chart = xmrChart(input);
  const reading = readXmr(chart);
  const missing = chart.points.flatMap(({ value }, place) => (value === null ? [place] : []));
  return {
    ...chartAnswers(chart),
    limits: reading.showsLimits ? (chart.phases.at(-1)?.limits ?? null) : null,
    verdict: reading.verdict,
    trialLimits: reading.verdict === 'trial-limits',
    iconShown: reading.showsIcons,
    neverFlagged: missing.filter((place) => chart.points[place]?.rule === 'none'),
    flags: reading.marks.filter((rule) => rule !== 'none').length,
  };
}

const xmrReading = method(xmrCase, readingAnswers);

const counted = z.object({
  numerator: series,
  denominator: series,
  exclude: positions,
  baselineN: optionalNumber,
});
const attributeMethod = (chart: (input: CountedShare) => AttributeLimits): Method =>
  method(counted, (input) => ({ ...chart(input) }));

function limitColumns(limits: readonly (FunnelLimits | null)[]): Record<string, unknown> {
  return {
    ll95: limits.map((limit) => limit?.ll95 ?? null),
    ul95: limits.map((limit) => limit?.ul95 ?? null),
    ll998: limits.map((limit) => limit?.ll998 ?? null),
    ul998: limits.map((limit) => limit?.ul998 ?? null),
  };
}

const tenure = z.object({
  time: z.array(z.number()),
  event: z.array(z.union([z.number(), z.boolean()])),
  entry: series.nullish(),
});

function kaplanMeierCase({ time, event, entry }: z.output<typeof tenure>): Record<string, unknown> {
  const { steps, median } = kaplanMeier(
    time.map((end, place) => ({
      time: end,
      event: Boolean(event[place]),
      entry: entry?.[place] ?? null,
    })),
  );
  return {
    eventTimes: steps.map((step) => step.time),
    atRisk: steps.map((step) => step.atRisk),
    events: steps.map((step) => step.events),
    survival: steps.map((step) => step.survival),
    greenwoodSE: steps.map((step) => step.standardError),
    lowerLogLog95: steps.map((step) => step.logLog?.lower ?? null),
    upperLogLog95: steps.map((step) => step.logLog?.upper ?? null),
    lowerLog95: steps.map((step) => step.log?.lower ?? null),
    upperLog95: steps.map((step) => step.log?.upper ?? null),
    median,
  };
}

export const spcMethods: Readonly<Record<string, Method>> = {
  xmr: method(xmrCase, (input) => chartAnswers(xmrChart(input))),
  'xmr-with-gaps': xmrReading,
  'xmr-constant': xmrReading,
  'xmr-too-few': xmrReading,
  'xmr-trial-limits': xmrReading,
  assurance: method(
    z.object({ lpl: optionalNumber, upl: optionalNumber, target: optionalNumber, improvement }),
    ({ lpl, upl, target, improvement: better }) => ({
      assurance: assuranceOf(lpl === null || upl === null ? null : { lpl, upl }, target, better),
    }),
  ),
  'p-chart': attributeMethod(pChart),
  'u-chart': attributeMethod(uChart),
  'p-prime': attributeMethod(pPrimeChart),
  'u-prime': attributeMethod(uPrimeChart),
  'c-chart': method(z.object({ count: series, exclude: positions, baselineN: optionalNumber }), (input) => ({
    ...cChart(input),
  })),
  'g-chart': method(
    z.object({ opportunitiesBetween: series, exclude: positions, baselineN: optionalNumber }),
    (input) => ({ ...gChart(input) }),
  ),
  't-chart': method(
    z.object({ timeBetween: series, exclude: positions, baselineN: optionalNumber }),
    (input) => {
      const chart = tChart(input);
      return chart.ok ? { ...chart.value } : { error: 'gap-not-positive' };
    },
  ),
  'funnel-sr-exact-poisson': method(
    z.object({ expected: z.array(z.number()), target: z.number().default(1) }),
    ({ expected, target }) => limitColumns(expected.map((count) => poissonRatioLimits(count, target))),
  ),
  'funnel-proportion-arcsine': method(
    z.object({ n: z.array(z.number()), target: z.number() }),
    ({ n, target }) => limitColumns(n.map((size) => arcsineProportionLimits(size, target))),
  ),
  'funnel-binomial-flag': method(
    z.object({ events: z.array(z.number()), n: z.array(z.number()) }),
    ({ events, n }) => {
      const { target, units } = binomialFunnel(
        events.map((count, place) => ({ events: count, n: n[place] ?? 0 })),
      );
      return {
        target,
        rate: units.map(({ rate }) => rate),
        twoSidedExactP: units.map(({ twoSidedExactP }) => twoSidedExactP),
        z: units.map(({ z: deviate }) => deviate),
        flag: units.map(({ flag }) => flag),
      };
    },
  ),
  'kaplan-meier': method(tenure, kaplanMeierCase),
};
