/** Rounds in which groups of 1 to 4 stand as parts, teams, rests and blanks; and what a reader makes of figures from them. */
import { expect } from '@playwright/test';
import { hse35 } from '@shared/instruments/hse35';
import type { Instrument } from '@shared/instruments/instrument';
import { pulse } from '@shared/instruments/pulse';
import { score } from '@shared/instruments/score';
import { who5 } from '@shared/instruments/who5';
import type { Figure } from '../../support/figure-audit.js';
import type { StoryReply } from '../page-models/round-results.js';

export interface Truth {
  readonly label: string;
  readonly instrument: Instrument;
  /** Each with a name of its own: the same person in two rounds of the same days has the same one. */
  readonly people: readonly (StoryReply & { readonly who: string })[];
}

const raw = (sum: number): number[] =>
  Array.from({ length: 5 }, (_, item) => Math.min(5, Math.max(0, sum - item * 5)));
const scattered = (instrument: Instrument, person: number): number[] => {
  const values = instrument.responseOptions.map(({ value }) => value);
  return Array.from(
    { length: instrument.itemCount },
    (_, item) => values[(person * 7 + item * (2 + (person % 3)) + 1) % values.length] ?? 0,
  );
};

const allRaws = [3, 17, 9, 22, 12, 6, 19, 14, 8, 21, 11, 16, 5];
export const everybody = allRaws.map((sum, index) => ({
  who: `spring${index}`,
  answers: raw(sum),
  part: index < 9 ? 'Paid' : 'Volunteer',
}));
/** Four of the whole are not in this team: their average follows from both, so the team has to stay hidden. */
export const hub = everybody.slice(2, 11);
const laterRaws = [7, 18, 12, 20, 9, 15, 23, 6, 14, 10, 17, 13, 19, 11];
export const later = laterRaws.map((sum, index) => ({
  who: `later${index}`,
  answers: raw(sum),
  part: index < 8 ? 'Paid' : 'Volunteer',
}));
export const shore = [6, 13, 20, 10].map((sum, index) => ({ who: `shore${index}`, answers: raw(sum) }));
/** One person leaves item 4 blank: the total less the nine others would be that person's. */
export const pulsePeople = Array.from({ length: 9 }, (_, person) => ({
  who: `pulse${person}`,
  answers: scattered(pulse, person).map((answer, item) => (person === 4 && item === 3 ? null : answer)),
}));
const changeItems = hse35.scales.find(({ id }) => id === 'change')?.items ?? [];
/** Only four people answer the items on change. */
export const hsePeople = Array.from({ length: 9 }, (_, person) => ({
  who: `hse${person}`,
  answers: scattered(hse35, person).map((answer, item) =>
    person < 5 && changeItems.includes(item + 1) ? null : answer,
  ),
}));

export const truths: readonly Truth[] = [
  { label: 'Springtide', instrument: who5, people: everybody },
  { label: 'Hubwide', instrument: who5, people: hub },
  { label: 'Latterly', instrument: who5, people: later },
  { label: 'Shoreline', instrument: who5, people: shore },
  { label: 'Pulsewise', instrument: pulse, people: pulsePeople },
  { label: 'Causewise', instrument: hse35, people: hsePeople },
];

function scoresOf(truth: Truth, scaleId: string, people = truth.people): number[] {
  return people.flatMap(({ answers }) => {
    const scored = score(truth.instrument, answers);
    const value = scored.ok ? scored.value.scales[scaleId] : undefined;
    return value === undefined ? [] : [value];
  });
}
const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** The averages of every group of 1 to 4 that stands in these rounds, as a screen would write them. */
export function forbidden(): readonly string[] {
  const spring = truths[0]!;
  const groups: readonly number[][] = [
    scoresOf(spring, 'percent', everybody.slice(9)),
    scoresOf(spring, 'percent', [...everybody.slice(0, 2), ...everybody.slice(11)]),
    scoresOf(truths[3]!, 'percent'),
  ];
  const change = scoresOf(truths[5]!, 'change');
  return [...groups.map((scores) => mean(scores).toFixed(1)), mean(change).toFixed(2)];
}

/** One figure that was read: who stands behind it is known from the rounds above. */
export interface Read {
  readonly round: string;
  readonly scale: string;
  readonly part: string;
  readonly n: number;
  readonly mean: string;
}

const titleOf = (instrument: Instrument, id: string): string =>
  [...instrument.scales, ...instrument.derivedScales].find((scale) => scale.id === id)?.title ?? id;

/** The figure as a sum over unknowns, and a check that the screen tells the truth about it. */
export function figureOf(read: Read): Figure {
  const truth = truths.find(({ label }) => label === read.round);
  if (truth === undefined) throw new Error(`Unknown round ${read.round}`);
  const { instrument } = truth;
  const id =
    [...instrument.scales, ...instrument.derivedScales].find(
      (scale) => scale.id === read.scale || titleOf(instrument, scale.id) === read.scale,
    )?.id ?? read.scale;
  const people = truth.people.filter(({ part }) => read.part === '' || part === read.part);
  const scores = scoresOf(truth, id, people);
  expect([read, scores.length]).toEqual([read, read.n]);
  expect(Math.abs(mean(scores) - Number(read.mean))).toBeLessThan(0.0501);
  const scale = instrument.scales.find((each) => each.id === id);
  const parts = instrument.scales.filter(
    (part) =>
      scale !== undefined &&
      part.items.length < scale.items.length &&
      part.items.every((item) => scale.items.includes(item)),
  );
  const figure = new Map<string, number>();
  for (const { who, answers } of people) {
    const scored = score(instrument, answers);
    if (!scored.ok || scored.value.scales[id] === undefined) continue;
    const isWhole = scale?.items.every((item) => answers[item - 1] !== null) ?? true;
    if (parts.length === 0 || !isWhole) figure.set(`${who} ${id}`, 1);
    else for (const part of parts) figure.set(`${who} ${part.id}`, part.items.length);
  }
  return figure;
}
