/** Answers by item number as they are typed: which digits are kept, and what they come to. */
import type { Instrument } from '@shared/instruments/instrument';
import { allowedAnswers } from '@shared/instruments/score';
import type { AnswerSet } from '@shared/wellbeing/wave-rules';

/** What stands in each box. */
export type TypedAnswers = readonly string[];

export function emptyTyped({ itemCount }: Instrument): TypedAnswers {
  return Array.from({ length: itemCount }, () => '');
}

export interface TakenText {
  readonly text: string;
  /** No longer answer begins like this: the next box can have the focus. */
  readonly isWhole: boolean;
}

/** What stays in the box of what was typed into it; null: no answer begins like that. */
export function takeText(instrument: Instrument, typed: string): TakenText | null {
  const text = typed.trim();
  if (text === '') return { text, isWhole: false };
  const answers = allowedAnswers(instrument).map(String);
  const beginning = answers.filter((answer) => answer.startsWith(text));
  if (beginning.length > 0) {
    return { text, isWhole: beginning.length === 1 && beginning[0] === text };
  }
  // Typed on over what stood there: the new digit counts.
  return text.length > 1 ? takeText(instrument, text.slice(-1)) : null;
}

export interface ReadAnswers {
  readonly answers: AnswerSet;
  /** Numbers of the items whose box has the beginning of an answer only. */
  readonly unfinished: readonly number[];
}

export function readTyped(instrument: Instrument, typed: TypedAnswers): ReadAnswers {
  const allowed = allowedAnswers(instrument);
  const answers = typed.map((text) => allowed.find((answer) => String(answer) === text) ?? null);
  const unfinished = typed.flatMap((text, index) =>
    text !== '' && answers[index] === null ? [index + 1] : [],
  );
  return { answers, unfinished };
}

/** "0 to 5", or each one where there are gaps: "0, 25, 50, 75 or 100". */
export function answersText(instrument: Instrument): string {
  const answers = allowedAnswers(instrument).toSorted((left, right) => left - right);
  const lowest = answers[0] ?? 0;
  const highest = answers.at(-1) ?? 0;
  return highest - lowest === answers.length - 1
    ? `${String(lowest)} to ${String(highest)}`
    : `${answers.slice(0, -1).join(', ')} or ${String(highest)}`;
}
