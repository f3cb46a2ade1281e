import { median } from './descriptive';

/** A value per period in order; null keeps the place of a period without a figure. */
export type RunSeries = readonly (number | null)[];

function present(values: RunSeries): number[] {
  return values.filter((value) => value !== null);
}

/** Median of the first `baselineN` places (missing ones do not move it), extended unchanged; null = of all. */
export function baselineMedian(values: RunSeries, baselineN: number | null): number | null {
  return median(present(baselineN === null ? values : values.slice(0, baselineN)));
}

/** -1 below, 0 on, 1 above the centre line; null where there is no value. */
function sideOf(value: number | null, centreLine: number | null): -1 | 0 | 1 | null {
  if (value === null || centreLine === null) return null;
  return value > centreLine ? 1 : value < centreLine ? -1 : 0;
}

/** Smallest x with P(X <= x) >= probability for X ~ Binomial(size, 1/2); R's qbinom(probability, size, 0.5). */
export function fairBinomialQuantile(probability: number, size: number): number {
  // In logarithms, because 0.5^size underflows for long series.
  let logTerm = -size * Math.LN2;
  let cumulative = Math.exp(logTerm);
  let x = 0;
  while (cumulative < probability && x < size) {
    logTerm += Math.log((size - x) / (x + 1));
    x += 1;
    cumulative += Math.exp(logTerm);
  }
  return x;
}

export type AnhoejAnalysis = {
  readonly median: number | null;
  /** values not on the median; both rules depend on it */
  readonly nUseful: number;
  readonly longestRun: number | null;
  /** a longer run is a signal: round(log2(nUseful)) + 3 */
  readonly longestRunMax: number | null;
  readonly crossings: number | null;
  /** fewer crossings are a signal: 5% point of Binomial(nUseful - 1, 1/2) */
  readonly crossingsMin: number | null;
  readonly signal: boolean;
};

/**
 * Anhoej's two rules: an unusually long run, or unusually few crossings. Points on the median and missing ones
 * are skipped: they neither count nor break a run. A fixed baseline median is compared with every point.
 * Source: Anhoej and Olesen 2014 (PLoS ONE 0113825), as in qicharts2. Without a useful point all is null.
 */
export function anhoejRules(values: RunSeries, baselineN: number | null): AnhoejAnalysis {
  const centreLine = baselineMedian(values, baselineN);
  const sides = values
    .map((value) => sideOf(value, centreLine))
    .filter((side) => side !== null && side !== 0);
  const nUseful = sides.length;
  if (nUseful === 0) {
    return {
      median: centreLine,
      nUseful,
      longestRun: null,
      longestRunMax: null,
      crossings: null,
      crossingsMin: null,
      signal: false,
    };
  }
  let crossings = 0;
  let run = 0;
  let longestRun = 0;
  sides.forEach((side, index) => {
    const crossed = index > 0 && side !== sides[index - 1];
    if (crossed) crossings += 1;
    run = crossed ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  });
  const longestRunMax = Math.round(Math.log2(nUseful)) + 3;
  const crossingsMin = fairBinomialQuantile(0.05, nUseful - 1);
  return {
    median: centreLine,
    nUseful,
    longestRun,
    longestRunMax,
    crossings,
    crossingsMin,
    signal: longestRun > longestRunMax || crossings < crossingsMin,
  };
}

/** A run of neighbouring places that obey one rule; both ends included, 0-based. */
export type RunSignal =
  | { readonly rule: 'shift'; readonly side: 'above' | 'below'; readonly start: number; readonly end: number }
  | {
      readonly rule: 'trend';
      readonly side: 'rising' | 'falling';
      readonly start: number;
      readonly end: number;
    };

export type PhsAnalysis = {
  readonly median: number | null;
  /** true for each point in a shift or a trend, one per place */
  readonly shift: readonly boolean[];
  readonly trend: readonly boolean[];
  readonly signals: readonly RunSignal[];
};

export const phsShiftLength = 6;
export const phsTrendLength = 5;

/**
 * Public Health Scotland's production rule: a shift is 6 or more neighbouring points strictly on one side of the
 * median; a trend is 5 or more neighbouring points strictly rising or falling. A point on the median ends
 * a shift, an equal pair ends a trend, and a missing point ends both. (The rule as often taught skips ties instead:
 * other flags.) A turning point may belong to a fall and to the rise after it.
 * Source: Public-Health-Scotland/Creates-SPBAND-dataframes, retold.
 */
export function phsRules(values: RunSeries, baselineN: number | null): PhsAnalysis {
  const centreLine = baselineMedian(values, baselineN);
  const signals: RunSignal[] = [];

  let start = 0;
  for (let place = 0; place <= values.length; place += 1) {
    const side = sideOf(values[place] ?? null, centreLine);
    const sideBefore = place === 0 ? null : sideOf(values[place - 1] ?? null, centreLine);
    if (place < values.length && side === sideBefore) continue;
    if (sideBefore !== null && sideBefore !== 0 && place - start >= phsShiftLength) {
      signals.push({ rule: 'shift', side: sideBefore > 0 ? 'above' : 'below', start, end: place - 1 });
    }
    start = place;
  }

  // A step is the move into a place from the one before it.
  const stepInto = (place: number): -1 | 0 | 1 | null =>
    place < 1 ? null : sideOf(values[place] ?? null, values[place - 1] ?? null);
  let firstStep = 1;
  for (let place = 1; place <= values.length; place += 1) {
    const step = stepInto(place);
    const stepBefore = stepInto(place - 1);
    if (place < values.length && place > 1 && step === stepBefore) continue;
    if (stepBefore !== null && stepBefore !== 0 && place - firstStep + 1 >= phsTrendLength) {
      const side = stepBefore > 0 ? 'rising' : 'falling';
      signals.push({ rule: 'trend', side, start: firstStep - 1, end: place - 1 });
    }
    firstStep = place;
  }

  const flagged = (rule: RunSignal['rule']): boolean[] =>
    values.map((_, place) =>
      signals.some((signal) => signal.rule === rule && place >= signal.start && place <= signal.end),
    );
  return { median: centreLine, shift: flagged('shift'), trend: flagged('trend'), signals };
}

export type RunSegment = {
  readonly type: 'baseline' | 'sustained';
  readonly median: number | null;
  /** places the median was taken from */
  readonly start: number;
  readonly end: number;
  /** start of the next segment, or the last place */
  readonly extendTo: number;
};

/**
 * Median taken anew after a sustained run: the first `runLength` useful points beyond the segment that lie on
 * one side of its median ('above', 'below' or 'both' wanted). The new median is that of those points alone; the
 * search goes on after the run's last point. Points on the median and missing ones neither count nor break.
 * Source: johnmackintosh/runcharter, retold. A series with no place at all has no segment.
 */
export function rebasedMedians(
  values: RunSeries,
  options: {
    readonly baselineN: number | null;
    readonly runLength: number;
    readonly direction: 'above' | 'below' | 'both';
  },
): RunSegment[] {
  if (values.length === 0) return [];
  const baselineN = Math.max(1, Math.min(options.baselineN ?? values.length, values.length));
  const segments: RunSegment[] = [
    {
      type: 'baseline',
      median: baselineMedian(values, baselineN),
      start: 0,
      end: baselineN - 1,
      extendTo: values.length - 1,
    },
  ];
  let centreLine = segments[0]!.median;
  let runSide: -1 | 1 | null = null;
  let run: number[] = [];
  for (let place = baselineN; place < values.length; place += 1) {
    const side = sideOf(values[place] ?? null, centreLine);
    if (side === null || side === 0) continue;
    run = side === runSide ? [...run, place] : [place];
    runSide = side;
    // Only the first points of a run can complete it: one in the unwanted direction stays unwanted however long.
    const isWanted = options.direction === 'both' || side === (options.direction === 'above' ? 1 : -1);
    if (!isWanted || run.length < options.runLength) continue;
    const start = run[0]!;
    segments[segments.length - 1] = { ...segments.at(-1)!, extendTo: start };
    centreLine = median(run.map((at) => values[at]!));
    segments.push({ type: 'sustained', median: centreLine, start, end: place, extendTo: values.length - 1 });
    run = [];
    runSide = null;
  }
  return segments;
}
