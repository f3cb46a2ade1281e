/** The drawing of ten years in words, and the bars that it has to keep. */
import type { ChartFigures } from '../charts/charts-page.js';
import { medianOf, spreadOf } from './figures.js';
import { inMs } from './print.js';
import type { TargetResult } from './targets.js';

const lines = [
  ['firstMs', 'drawn for the first time'],
  ['redrawMs', 'drawn anew with other figures'],
  ['walkMs', 'one step of an arrow key'],
  ['rawMs', 'the same points as one plain path, drawn anew'],
] as const satisfies readonly (readonly [keyof ChartFigures, string])[];

export function describeCharts(rounds: readonly ChartFigures[]): readonly string[] {
  const [first] = rounds;
  if (first === undefined) return [];
  return [
    `Charts, ${first.points} points: ${rounds.length} rounds`,
    ...lines.flatMap(([field, words]) => {
      const spread = spreadOf(rounds.map((round) => round[field]));
      return spread === null
        ? []
        : [`  ${words}: min ${inMs(spread.min)}, median ${inMs(spread.median)}, max ${inMs(spread.max)}`];
    }),
  ];
}

/** `times`: the raw path waits for its frame as well, so it is never much under 16 ms. */
const bars = [
  { field: 'redrawMs', name: 'A chart is drawn anew', under: 100, times: 6 },
  { field: 'walkMs', name: 'An arrow key moves on', under: 50, times: 3 },
] as const;

export function judgeCharts(rounds: readonly ChartFigures[]): readonly TargetResult[] {
  return bars.flatMap(({ field, name, under, times }): readonly TargetResult[] => {
    const target = `520 weekly points: ${name}`;
    const found = medianOf(rounds.map((round) => round[field]));
    const raw = medianOf(rounds.map(({ rawMs }) => rawMs));
    const inTime = { target: `${target} under ${under} ms`, unit: 'ms' } as const;
    const besideRaw = { target: `${target} within ${times} times one plain path`, unit: 'times' } as const;
    if (found === null || raw === null) {
      const absent = { found: null, verdict: 'not measured', remark: 'did not run: charts' } as const;
      return [
        { ...inTime, ...absent },
        { ...besideRaw, ...absent },
      ];
    }
    const ratio = found / raw;
    return [
      { ...inTime, found, verdict: found < under ? 'held' : 'missed', remark: '' },
      {
        ...besideRaw,
        found: ratio,
        verdict: ratio <= times ? 'held' : 'missed',
        remark: `raw ${inMs(raw)} in the same run`,
      },
    ];
  });
}
