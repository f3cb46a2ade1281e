/** Bundles brought together in words, and the bar that it has to keep. */
import type { BundleFigures } from '../bundles/bundles-page.js';
import { medianOf, spreadOf } from './figures.js';
import { inMs } from './print.js';
import type { TargetResult } from './targets.js';

const lines = [
  ['readMs', 'read, checked against the schema, signatures verified'],
  ['sumMs', 'made into records and added up'],
  ['allMs', 'all of it'],
] as const satisfies readonly (readonly [keyof BundleFigures, string])[];

export function describeBundles(rounds: readonly BundleFigures[]): readonly string[] {
  const [first] = rounds;
  if (first === undefined) return [];
  return [
    `Bundles, ${first.bundles} of ${first.months} months, ${first.kilobytes.toLocaleString('en-GB')} KiB, ${first.sums} sums: opened ${rounds.length} times`,
    ...lines.flatMap(([field, words]) => {
      const spread = spreadOf(rounds.map((round) => round[field]));
      return spread === null
        ? []
        : [`  ${words}: min ${inMs(spread.min)}, median ${inMs(spread.median)}, max ${inMs(spread.max)}`];
    }),
  ];
}

const underMs = 5000;

/** Without a run it is not measured, as the targets of the lanes. */
export function judgeBundles(rounds: readonly BundleFigures[]): readonly TargetResult[] {
  const target = `500 bundles of 24 months: read, verified and added up under ${underMs} ms`;
  const found = medianOf(rounds.map(({ allMs }) => allMs));
  if (found === null)
    return [{ target, unit: 'ms', found, verdict: 'not measured', remark: 'did not run: bundles' }];
  return [{ target, unit: 'ms', found, verdict: found < underMs ? 'held' : 'missed', remark: '' }];
}
