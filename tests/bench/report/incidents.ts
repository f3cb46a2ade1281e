/** Today, Incidents and the quick start in words, and the bar that the first two have to keep. */
import type { IncidentRun } from '../harness/measure-incidents.js';
import type { IncidentFigures, QuickFigures } from '../incidents/incidents-page.js';
import { medianOf, spreadOf } from './figures.js';
import { inMs } from './print.js';
import type { TargetResult } from './targets.js';

const lines = [
  ['todayMs', 'unlocked to what Today asks for'],
  ['incidentsMs', 'to the first plans of Incidents'],
  ['todayAgainMs', 'back to Today'],
  ['monthMs', 'to the first steps of the month view'],
  ['orderMs', 'the order of all plans alone'],
] as const satisfies readonly (readonly [keyof IncidentFigures, string])[];

export function describeIncidents({
  plans: rounds,
  quickInNew,
  quickInFull,
}: IncidentRun): readonly string[] {
  const [first] = rounds;
  if (first === undefined) return [];
  return [
    `Incidents, ${first.plans} open plans and ${first.steps.toLocaleString('en-GB')} steps: opened ${rounds.length} times; rows drawn at first: ${first.incidentRows}`,
    ...lines.flatMap(([field, words]) => {
      const spread = spreadOf(rounds.map((round) => round[field]));
      return spread === null
        ? []
        : [`  ${words}: min ${inMs(spread.min)}, median ${inMs(spread.median)}, max ${inMs(spread.max)}`];
    }),
    ...describeQuickStart(quickInNew, quickInFull),
  ];
}

const quickLines = [
  ['the form, from the shortcut', ({ formMs }) => formMs],
  ['the plan, from its button', ({ planMs }) => planMs],
  ['both together', ({ formMs, planMs }) => formMs + planMs],
] as const satisfies readonly (readonly [string, (figures: QuickFigures) => number])[];

/** Beside each other, as a ratio: what the size of a vault costs whoever needs a plan now. */
function describeQuickStart(
  inNew: readonly QuickFigures[],
  inFull: readonly QuickFigures[],
): readonly string[] {
  const [fresh, full] = [inNew[0], inFull[0]];
  if (fresh === undefined || full === undefined) return [];
  const counted = (count: number): string =>
    `${count.toLocaleString('en-GB')} record${count === 1 ? '' : 's'}`;
  return [
    `Quick start, a plan of ${full.steps} steps, in a vault of ${counted(fresh.records)} and of ${counted(full.records)}:`,
    ...quickLines.flatMap(([words, figure]) => {
      const [before, after] = [medianOf(inNew.map(figure)), medianOf(inFull.map(figure))];
      return before === null || after === null
        ? []
        : [`  ${words}: ${inMs(before)} and ${inMs(after)}, ${(after / before).toFixed(2)} times`];
    }),
  ];
}

const underMs = 300;
const bars = [
  { field: 'todayMs', name: 'Today opens' },
  { field: 'incidentsMs', name: 'Incidents opens' },
] as const;

/** Without a run they are not measured, as the targets of the lanes. */
export function judgeIncidents({ plans: rounds }: IncidentRun): readonly TargetResult[] {
  return bars.map(({ field, name }) => {
    const target = `400 plans of 20 steps: ${name} under ${underMs} ms`;
    const found = medianOf(rounds.map((round) => round[field]));
    if (found === null)
      return { target, unit: 'ms', found, verdict: 'not measured', remark: 'did not run: incidents' };
    return { target, unit: 'ms', found, verdict: found < underMs ? 'held' : 'missed', remark: '' };
  });
}
