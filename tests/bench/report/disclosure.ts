/** The check of a large table in words, and the bar that it has to keep. */
import type { DisclosureFigures } from '../disclosure/disclosure-page.js';
import { medianOf, spreadOf } from './figures.js';
import { inMs } from './print.js';
import type { TargetResult } from './targets.js';

const lines = [
  ['firstMs', 'planned and audited, in a worker just opened'],
  ['againMs', 'once more in the same worker'],
] as const satisfies readonly (readonly [keyof DisclosureFigures, string])[];

const inPercent = (share: number): string => `${Math.round(share * 100)}%`;

export function describeDisclosure(rounds: readonly DisclosureFigures[]): readonly string[] {
  const [first] = rounds;
  if (first === undefined) return [];
  return [
    `Disclosure control, ${first.figures.toLocaleString('en-GB')} figures, ${first.protectedCount.toLocaleString('en-GB')} to protect: opened ${rounds.length} times`,
    ...lines.flatMap(([field, words]) => {
      const spread = spreadOf(rounds.map((round) => round[field]));
      return spread === null
        ? []
        : [`  ${words}: min ${inMs(spread.min)}, median ${inMs(spread.median)}, max ${inMs(spread.max)}`];
    }),
    `  shown: ${first.shown} of ${first.safe} that are not small by themselves (${inPercent(first.shown / first.safe)}), method "${first.method}"`,
  ];
}

const underMs = 3000;

/** Without a run it is not measured, as the targets of the lanes. */
export function judgeDisclosure(rounds: readonly DisclosureFigures[]): readonly TargetResult[] {
  const target = `10 years by 20 teams by 6 reasons, all margins: planned and audited under ${underMs} ms`;
  const found = medianOf(rounds.map(({ firstMs }) => firstMs));
  if (found === null)
    return [{ target, unit: 'ms', found, verdict: 'not measured', remark: 'did not run: disclosure' }];
  return [{ target, unit: 'ms', found, verdict: found < underMs ? 'held' : 'missed', remark: '' }];
}
