/** The screens in words, and the two bars that they have to keep. */
import type { ScreenFigures } from '../screens/screens-page.js';
import { medianOf, spreadOf } from './figures.js';
import { inMs } from './print.js';
import type { TargetResult } from './targets.js';

const lines = [
  ['peopleMs', 'unlocked to the first screenful of People'],
  ['peopleWholeMs', 'unlocked to the whole list of People'],
  ['coverageMs', 'to the first screenful of coverage'],
  ['coverageWholeMs', 'to the whole table of coverage'],
  ['peopleAgainMs', 'back to People'],
  ['coverageAgainMs', 'back to coverage'],
  ['coveragePassMs', "coverage's arithmetic alone"],
  ['rawPassMs', 'raw pass: one loop for the last day held of each'],
  ['rawListMs', 'raw pass, and a plain list of the rows on the screen'],
] as const satisfies readonly (readonly [keyof ScreenFigures, string])[];

export function describeScreens(rounds: readonly ScreenFigures[]): readonly string[] {
  const [first] = rounds;
  if (first === undefined) return [];
  const { people, sessions, peopleRows, coverageRows } = first;
  return [
    `Screens, ${people} people and ${sessions.toLocaleString('en-GB')} sessions: opened ${rounds.length} times; rows drawn at first: People ${peopleRows}, coverage ${coverageRows}`,
    ...lines.flatMap(([field, words]) => {
      const spread = spreadOf(rounds.map((round) => round[field]));
      return spread === null
        ? []
        : [`  ${words}: min ${inMs(spread.min)}, median ${inMs(spread.median)}, max ${inMs(spread.max)}`];
    }),
  ];
}

/** `times` is what the milliseconds are on a machine of the kind they were set for, where the raw list takes 60 ms. */
const bars = [
  { field: 'peopleMs', name: 'People opens', under: 300, times: 5 },
  { field: 'coverageMs', name: 'Coverage opens', under: 500, times: 8 },
] as const;

/** Without a run they are not measured, as the targets of the lanes. */
export function judgeScreens(rounds: readonly ScreenFigures[]): readonly TargetResult[] {
  return bars.flatMap(({ field, name, under, times }): readonly TargetResult[] => {
    const size = `500 people, 20,000 sessions: ${name}`;
    const inTime = `${size} under ${under} ms`;
    const besideRaw = `${size} within ${times} times the raw pass and its plain list`;
    const found = medianOf(rounds.map((round) => round[field]));
    const raw = medianOf(rounds.map(({ rawListMs }) => rawListMs));
    if (found === null || raw === null) {
      const absent = { found: null, verdict: 'not measured', remark: 'did not run: screens' } as const;
      return [
        { target: inTime, unit: 'ms', ...absent },
        { target: besideRaw, unit: 'times', ...absent },
      ];
    }
    const ratio = found / raw;
    return [
      { target: inTime, unit: 'ms', found, verdict: found < under ? 'held' : 'missed', remark: '' },
      {
        target: besideRaw,
        unit: 'times',
        found: ratio,
        verdict: ratio <= times ? 'held' : 'missed',
        remark: `raw ${inMs(raw)} in the same run`,
      },
    ];
  });
}
