/** The figures of Workforce in words, and the bar that they have to keep. */
import type { FiguresFigures } from '../figures/figures-page.js';
import { medianOf, spreadOf } from './figures.js';
import { inMs } from './print.js';
import type { TargetResult } from './targets.js';

const lines = [
  ['firstMs', 'all figures of all teams, in a worker just opened'],
  ['againMs', 'again, after a setting was changed'],
  ['savedMs', 'after one absence more'],
  ['sliceMs', 'of it the longest piece in the page: records of one kind made into numbers'],
  ['rawMs', 'the same records handed to a worker as they are, and each read once'],
] as const satisfies readonly (readonly [keyof FiguresFigures, string])[];

export function describeFigures(rounds: readonly FiguresFigures[]): readonly string[] {
  const [first] = rounds;
  if (first === undefined) return [];
  const again = medianOf(rounds.map(({ againMs }) => againMs));
  const raw = medianOf(rounds.map(({ rawMs }) => rawMs));
  return [
    `Workforce figures, ${first.people.toLocaleString('en-GB')} people and ${first.absences.toLocaleString('en-GB')} absences, ${first.groups} groups of ${first.months} months: opened ${rounds.length} times`,
    ...lines.flatMap(([field, words]) => {
      const spread = spreadOf(rounds.map((round) => round[field]));
      return spread === null
        ? []
        : [`  ${words}: min ${inMs(spread.min)}, median ${inMs(spread.median)}, max ${inMs(spread.max)}`];
    }),
    ...(again === null || raw === null
      ? []
      : [`  figures over a raw pass: ${(again / raw).toFixed(1)} times`]),
  ];
}

const underMs = 1000;

/** Without a run it is not measured, as the targets of the lanes. */
export function judgeFigures(rounds: readonly FiguresFigures[]): readonly TargetResult[] {
  const target = `500 posts, 10 years, 40,000 absences: all figures under ${underMs} ms`;
  const found = medianOf(rounds.map(({ firstMs }) => firstMs));
  if (found === null)
    return [{ target, unit: 'ms', found, verdict: 'not measured', remark: 'did not run: figures' }];
  return [{ target, unit: 'ms', found, verdict: found < underMs ? 'held' : 'missed', remark: '' }];
}
