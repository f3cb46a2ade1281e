/** What the typing of one answer means, and what two typings of one sheet differ in. Pure. */
import type { Instrument } from '@shared/instruments/instrument';
import { allowedAnswers } from '@shared/instruments/score';
import type { AnswerSet, Reply } from '@shared/wellbeing/wave-rules';

export type Typed =
  | { readonly kind: 'empty' }
  /** `isDone`: nothing that could still be typed makes another answer of it. */
  | { readonly kind: 'kept'; readonly value: number; readonly isDone: boolean }
  /** The first digits of an answer, and no answer yet: the 2 of 25. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'refused' };

export function readTyped(text: string, allowed: readonly number[]): Typed {
  if (text === '') return { kind: 'empty' };
  if (!/^\d{1,3}$/.test(text)) return { kind: 'refused' };
  const isLonger = (value: number): boolean =>
    String(value).length > text.length && String(value).startsWith(text);
  const value = allowed.find((each) => String(each) === text);
  const goesOn = allowed.some(isLonger);
  if (value !== undefined) return { kind: 'kept', value, isDone: !goesOn };
  return goesOn ? { kind: 'begun' } : { kind: 'refused' };
}

/** From smallest to largest; the form's own order is for the form. */
export function sortedAnswers(instrument: Instrument): readonly number[] {
  return [...new Set(allowedAnswers(instrument))].sort((left, right) => left - right);
}

/** "1 to 5", or "0, 25, 50, 75 or 100" where some numbers between are none. */
export function allowedText(instrument: Instrument): string {
  const values = sortedAnswers(instrument);
  const first = values[0] ?? 0;
  const last = values.at(-1) ?? 0;
  return values.length > 2 && last - first === values.length - 1
    ? `${first} to ${last}`
    : new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values.map(String));
}

export function emptyReply(instrument: Instrument): Reply {
  return { answers: Array.from({ length: instrument.itemCount }, () => null), split: null };
}

export function isBegun({ answers, split }: Reply): boolean {
  return split !== null || answers.some((answer) => answer !== null);
}

export function withAnswer(answers: AnswerSet, index: number, answer: number | null): AnswerSet {
  return answers.map((before, at) => (at === index ? answer : before));
}

/** Where two typings of one sheet do not say the same. */
export interface Difference {
  /** Null: which part of the service. Items are counted from 1. */
  readonly item: number | null;
  readonly first: number | null;
  readonly second: number | null;
}

export function differencesOf(first: Reply, second: Reply): readonly Difference[] {
  const items = first.answers.flatMap((answer, index): Difference[] => {
    const other = second.answers[index] ?? null;
    return answer === other ? [] : [{ item: index + 1, first: answer, second: other }];
  });
  return first.split === second.split
    ? items
    : [...items, { item: null, first: first.split, second: second.split }];
}

/** `choices`: for each difference, in its order, which typing is right. */
export function settled(
  first: Reply,
  differences: readonly Difference[],
  choices: readonly ('first' | 'second')[],
): Reply {
  return differences.reduce<Reply>((reply, difference, at) => {
    if (choices[at] !== 'second') return reply;
    return difference.item === null
      ? { ...reply, split: difference.second }
      : { ...reply, answers: withAnswer(reply.answers, difference.item - 1, difference.second) };
  }, first);
}
