/**
 * Re-basing an XmR chart: where a new phase could start. A suggestion only. The chart never re-bases itself,
 * because a new phase hides what the old limits would still say; a person adds it with its date, their reason
 * and their name.
 */
import type { RunSeries } from './run-chart';
import { xmrRunLength, type XmrChart } from './xmr';
import { xmrIconPoints } from './xmr-reading';

export type PhaseSuggestion = {
  /** first figure of the run */
  readonly start: number;
  readonly side: 'above' | 'below';
  /** figures in the run so far */
  readonly length: number;
  /** figures still to come before the new phase has full limits; 0 = it could be made now */
  readonly missing: number;
};

/**
 * The run on one side of the mean that the last phase ends in, once it is long enough to be a signal (7). A
 * gap does not end it here: no figure speaks against the change. Null without such a run. Whether there is a
 * known cause no arithmetic can tell.
 */
export function suggestPhase(
  values: RunSeries,
  chart: XmrChart,
  runLength: number = xmrRunLength,
): PhaseSuggestion | null {
  const phase = chart.phases.at(-1);
  if (phase === undefined || phase.mean === null) return null;
  const mean = phase.mean;
  const own = values
    .map((value, place) => ({ value, place }))
    .slice(phase.start, phase.end + 1)
    .flatMap(({ value, place }) => (value === null ? [] : [{ side: Math.sign(value - mean), place }]));
  const last = own.at(-1);
  if (last === undefined || last.side === 0) return null;
  const breakAt = own.findLastIndex(({ side }) => side !== last.side);
  const run = own.slice(breakAt + 1);
  const first = run[0];
  if (first === undefined || run.length < runLength) return null;
  return {
    start: first.place,
    side: last.side > 0 ? 'above' : 'below',
    length: run.length,
    missing: Math.max(0, xmrIconPoints - run.length),
  };
}
