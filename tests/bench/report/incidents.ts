/** Today and Incidents in words, and the bar that both have to keep. */
import type { IncidentFigures } from '../incidents/incidents-page.js';
import { medianOf, spreadOf } from './figures.js';
import { inMs } from './print.js';
import type { TargetResult } from './targets.js';

const lines = [
  ['todayMs', 'unlocked to what Today asks for'],
  ['incidentsMs', 'to the first plans of Incidents'],
  ['todayAgainMs', 'back to Today'],
  ['orderMs', 'the order of all plans alone'],
] as const satisfies readonly (readonly [keyof IncidentFigures, string])[];

export function describeIncidents(rounds: readonly IncidentFigures[]): readonly string[] {
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
  ];
}

const underMs = 300;
const bars = [
  { field: 'todayMs', name: 'Today opens' },
  { field: 'incidentsMs', name: 'Incidents opens' },
] as const;

/** Without a run they are not measured, as the targets of the lanes. */
export function judgeIncidents(rounds: readonly IncidentFigures[]): readonly TargetResult[] {
  return bars.map(({ field, name }) => {
    const target = `400 plans of 20 steps: ${name} under ${underMs} ms`;
    const found = medianOf(rounds.map((round) => round[field]));
    if (found === null)
      return { target, unit: 'ms', found, verdict: 'not measured', remark: 'did not run: incidents' };
    return { target, unit: 'ms', found, verdict: found < underMs ? 'held' : 'missed', remark: '' };
  });
}
