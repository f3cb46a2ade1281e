/** Supervision by month for a group: who had it within their interval, of those who were there to have it. */
import { openEnd, type MonthWindow, type NumberSpan } from '@shared/statistics/workforce-engine';

export interface CoveredPerson {
  readonly stints: readonly NumberSpan[];
  /** Absences and long leave. */
  readonly away: readonly NumberSpan[];
  /** Days of sessions held, in order. */
  readonly held: readonly number[];
  readonly intervalDays: number;
}

export interface CoverageCount {
  held: number;
  eligible: number;
}

function isWithin(spans: readonly NumberSpan[], first: number, last: number): boolean {
  for (const span of spans) if (span.start <= first && span.end >= last) return true;
  return false;
}

/**
 * Every window from `from` on whose last day somebody counts on, and whether they had supervision. Eligible: in post
 * throughout the interval that ends on the day, and not away for all of it. The day on which supervision falls due is
 * still within the interval. Stints and times away are merged ones.
 */
export function eachCoverage(
  person: CoveredPerson,
  windows: readonly MonthWindow[],
  from: number,
  found: (at: number, isHeld: boolean) => void,
): void {
  const { stints, away, held, intervalDays } = person;
  const start = stints[0]?.start;
  const end = stints.at(-1)?.end;
  if (start === undefined || end === undefined) return;
  let next = 0;
  for (let at = from; at < windows.length; at += 1) {
    const last = windows[at]?.last ?? end + 1;
    const first = last - intervalDays;
    if (first < start) continue;
    if (last > end) return;
    if (!isWithin(stints, first, last) || isWithin(away, first, last)) continue;
    while ((held[next] ?? openEnd) <= last) next += 1;
    found(at, (held[next - 1] ?? -openEnd) >= first);
  }
}
