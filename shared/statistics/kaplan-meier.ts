/**
 * Kaplan-Meier curve: the share still in post after each length of service, counting people who are still
 * here for as long as they have been here. Source: Kaplan and Meier 1958; variance by Greenwood; agrees with
 * R survival 3.5-3 survfit().
 */
import { normalCritical } from './student-t';

/** One stretch under observation. `time` is tenure at its end, in any one unit. */
export type TenureSpell = {
  readonly time: number;
  /** true = left at `time`; false = still in post then (censored) */
  readonly event: boolean;
  /** tenure when observation began: not at risk at or before it. Null = observed from the start. */
  readonly entry: number | null;
};

export type SurvivalStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** proportion still in post just after `time` */
  readonly survival: number;
  /** Greenwood; null once the curve has reached 0, where it is undefined */
  readonly standardError: number | null;
  /** on the log(-log) scale: stays within 0..1. The one to show. */
  readonly logLog: { readonly lower: number; readonly upper: number } | null;
  /** on the log scale (R's default), upper limit clipped at 1; for comparison */
  readonly log: { readonly lower: number; readonly upper: number } | null;
};

export type SurvivalCurve = {
  /** one per time at which somebody left */
  readonly steps: readonly SurvivalStep[];
  /** null when not reached */
  readonly median: number | null;
  readonly people: number;
};

/** Half a double's digits, R's own measure of "equal to a half". */
const halfTolerance = 2 ** -26;

/**
 * First time with the curve at or below a half. When it stays on exactly a half for a while, the middle of
 * that while; when it ends there, its start.
 */
function medianOf(steps: readonly SurvivalStep[]): number | null {
  const at = steps.findIndex(({ survival }) => survival < 0.5 + halfTolerance);
  const first = steps[at];
  if (first === undefined) return null;
  if (Math.abs(first.survival - 0.5) >= halfTolerance) return first.time;
  const next = steps.slice(at + 1).find(({ survival }) => survival < first.survival);
  return next === undefined ? first.time : (first.time + next.time) / 2;
}

/**
 * At one tenure leavers come before the censored, so somebody censored at t is at risk at t. A spell that
 * ends at or before its entry was never under observation and is left out. Times before the first leaver have
 * survival 1.
 */
export function kaplanMeier(spells: readonly TenureSpell[], confidence = 0.95): SurvivalCurve {
  const observed = spells.filter(({ time, entry }) => entry === null || time > entry);
  const z = normalCritical(confidence);
  const endings = observed.map(({ time }) => time).sort((left, right) => left - right);
  const entries = observed
    .flatMap(({ entry }) => (entry === null ? [] : [entry]))
    .sort((left, right) => left - right);
  const leavers = new Map<number, number>();
  for (const { time, event } of observed) if (event) leavers.set(time, (leavers.get(time) ?? 0) + 1);

  const steps: SurvivalStep[] = [];
  let survival = 1;
  /** Greenwood's sum of d / (n (n - d)): variance of the log of the curve */
  let logVariance = 0;
  let ended = 0;
  let entered = 0;
  for (const [time, events] of [...leavers].sort(([left], [right]) => left - right)) {
    while (ended < endings.length && endings[ended]! < time) ended += 1;
    while (entered < entries.length && entries[entered]! < time) entered += 1;
    const atRisk = observed.length - ended - (entries.length - entered);
    survival *= (atRisk - events) / atRisk;
    logVariance += events / (atRisk * (atRisk - events));
    steps.push({ time, atRisk, events, survival, ...uncertainty(survival, Math.sqrt(logVariance), z) });
  }
  return { steps, median: medianOf(steps), people: observed.length };
}

function uncertainty(
  survival: number,
  logError: number,
  z: number,
): Pick<SurvivalStep, 'standardError' | 'logLog' | 'log'> {
  if (!(survival > 0) || !Number.isFinite(logError)) return { standardError: null, logLog: null, log: null };
  const logSurvival = Math.log(survival);
  const half = (z * logError) / logSurvival;
  return {
    standardError: survival * logError,
    // Both factors are negative, so the larger exponent is the lower limit.
    logLog: { lower: survival ** Math.exp(-half), upper: survival ** Math.exp(half) },
    log: {
      lower: Math.exp(logSurvival - z * logError),
      upper: Math.min(1, Math.exp(logSurvival + z * logError)),
    },
  };
}

/** The curve just after `time`: 1 before anybody left. */
export function survivalAt(curve: SurvivalCurve, time: number): number {
  return curve.steps.findLast((step) => step.time <= time)?.survival ?? 1;
}
