/**
 * Wording of a licensed form, loaded by a service that holds the licence (docs/wording-packs.md). Steading ships no
 * item wording; a pack stays sealed in the service's vault and is never part of an export.
 */
import { assertNever } from '../kernel/assert';
import { err, ok, type Result } from '../kernel/result';
import { z } from '../kernel/zod';
import type { Instrument } from './instrument';
import { allowedAnswers } from './score';

/** Far above any form: a larger file is something else. */
export const maxPackLength = 200_000;

const text = (most: number): z.ZodString =>
  z.string().trim().min(1, 'Enter something here').max(most, `Use ${most} characters or fewer`);

export const wordingPackSchema = z.strictObject({
  format: z.literal('steading-wording'),
  formatVersion: z.literal(1),
  /** id and version of the key that this wording belongs to */
  instrument: z.string().min(1).max(40),
  instrumentVersion: z.int().min(1),
  /** BCP 47, such as en-GB */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'Use a language code such as en-GB'),
  /** who has the licence and from whom */
  licence: text(300),
  /** the copyright line that the holder asks for; it stands on every form */
  notice: text(600),
  introduction: text(2000),
  items: z
    .array(z.strictObject({ number: z.int().min(1).max(200), text: text(500) }))
    .min(1)
    .max(200),
  /** which answers go with which items: a form may use more than one set of words */
  answers: z
    .array(
      z.strictObject({
        items: z.array(z.int().min(1).max(200)).min(1).max(200),
        options: z
          .array(z.strictObject({ value: z.int().min(0).max(100), text: text(120) }))
          .min(2)
          .max(20),
      }),
    )
    .min(1)
    .max(20),
});
export type WordingPack = z.infer<typeof wordingPackSchema>;

export type WordingProblem =
  | { readonly tag: 'TooLong' }
  | { readonly tag: 'NotJson' }
  /** `where` is a path with places counted from 1, such as "items 3 text" */
  | { readonly tag: 'Shape'; readonly where: string; readonly message: string }
  | { readonly tag: 'UnknownInstrument' }
  | { readonly tag: 'OtherVersion'; readonly expected: number; readonly given: number }
  | { readonly tag: 'ItemCount'; readonly expected: number; readonly given: number }
  | { readonly tag: 'ItemMissing' | 'ItemTwice' | 'ItemUnknown'; readonly item: number }
  | { readonly tag: 'AnswersMissing' | 'AnswersTwice' | 'AnswersUnknown'; readonly item: number }
  /** `set` is the place of the answer set, the first is 1 */
  | { readonly tag: 'AnswerValues'; readonly set: number; readonly expected: readonly number[] };

type NumberTags = {
  readonly missing: 'ItemMissing' | 'AnswersMissing';
  readonly twice: 'ItemTwice' | 'AnswersTwice';
  readonly unknown: 'ItemUnknown' | 'AnswersUnknown';
};

/** Each number from 1 to `count` has to be there once, and no other. */
function numberProblems(numbers: readonly number[], count: number, tags: NumberTags): WordingProblem[] {
  const seen = new Map<number, number>();
  for (const item of numbers) seen.set(item, (seen.get(item) ?? 0) + 1);
  const problems: WordingProblem[] = [];
  for (let item = 1; item <= count; item += 1)
    if (!seen.has(item)) problems.push({ tag: tags.missing, item });
  for (const [item, times] of seen) {
    if (item > count) problems.push({ tag: tags.unknown, item });
    else if (times > 1) problems.push({ tag: tags.twice, item });
  }
  return problems;
}

function fitProblems(pack: WordingPack, instrument: Instrument): WordingProblem[] {
  const { itemCount } = instrument;
  const problems: WordingProblem[] = [];
  if (pack.instrumentVersion !== instrument.version) {
    problems.push({ tag: 'OtherVersion', expected: instrument.version, given: pack.instrumentVersion });
  }
  if (pack.items.length !== itemCount) {
    problems.push({ tag: 'ItemCount', expected: itemCount, given: pack.items.length });
  }
  problems.push(
    ...numberProblems(
      pack.items.map((item) => item.number),
      itemCount,
      { missing: 'ItemMissing', twice: 'ItemTwice', unknown: 'ItemUnknown' },
    ),
    ...numberProblems(
      pack.answers.flatMap(({ items }) => items),
      itemCount,
      { missing: 'AnswersMissing', twice: 'AnswersTwice', unknown: 'AnswersUnknown' },
    ),
  );
  const expected = allowedAnswers(instrument).sort((left, right) => left - right);
  pack.answers.forEach(({ options }, index) => {
    // The order on the form is the licence holder's affair; the values have to be these, each once.
    const given = options.map(({ value }) => value).sort((left, right) => left - right);
    if (given.length !== expected.length || given.some((value, at) => value !== expected[at])) {
      problems.push({ tag: 'AnswerValues', set: index + 1, expected });
    }
  });
  return problems;
}

/** Reads and checks a pack. All that is wrong is told at once; nothing of the pack is in the problems. */
export function parseWordingPack(
  content: string,
  find: (id: string) => Instrument | null,
): Result<WordingPack, readonly WordingProblem[]> {
  if (content.length > maxPackLength) return err([{ tag: 'TooLong' }]);
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch {
    return err([{ tag: 'NotJson' }]);
  }
  const parsed = wordingPackSchema.safeParse(value);
  if (!parsed.success) return err(parsed.error.issues.map(shapeProblem));
  const instrument = find(parsed.data.instrument);
  if (instrument === null) return err([{ tag: 'UnknownInstrument' }]);
  const problems = fitProblems(parsed.data, instrument);
  if (problems.length > 0) return err(problems);
  const items = [...parsed.data.items].sort((left, right) => left.number - right.number);
  return ok({ ...parsed.data, items });
}

/** Where, and what was expected there. Names of unknown fields are the file's own words, so they are left out. */
function shapeProblem({ code, path, message }: z.core.$ZodIssue): WordingProblem {
  const where = path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(' ');
  if (code === 'unrecognized_keys') return { tag: 'Shape', where, message: 'There is a field too many here' };
  if (code === 'invalid_type')
    return { tag: 'Shape', where, message: 'Something is missing or of another kind' };
  if (code === 'invalid_value') return { tag: 'Shape', where, message: 'This has to be as the guide says' };
  if (code === 'too_small' || code === 'too_big') {
    return { tag: 'Shape', where, message: 'This is longer, shorter or larger than a pack allows' };
  }
  return { tag: 'Shape', where, message };
}

export function wordingProblemText(problem: WordingProblem): string {
  switch (problem.tag) {
    case 'TooLong':
      return 'This file is too large to be a wording pack.';
    case 'NotJson':
      return 'This file is not JSON, so nothing in it could be read.';
    case 'Shape':
      return `${problem.where === '' ? 'The file' : `At ${problem.where}`}: ${problem.message}.`;
    case 'UnknownInstrument':
      return 'Steading has no key for the measure that this pack names.';
    case 'OtherVersion':
      return `The pack is for version ${problem.given} of the key; Steading has version ${problem.expected}.`;
    case 'ItemCount':
      return `The measure has ${problem.expected} items; the pack has ${problem.given}.`;
    case 'ItemMissing':
      return `Item ${problem.item} is not in the pack.`;
    case 'ItemTwice':
      return `Item ${problem.item} is in the pack more than once.`;
    case 'ItemUnknown':
      return `The measure has no item ${problem.item}.`;
    case 'AnswersMissing':
      return `Item ${problem.item} has no answers.`;
    case 'AnswersTwice':
      return `Item ${problem.item} has more than one set of answers.`;
    case 'AnswersUnknown':
      return `A set of answers names item ${problem.item}, which the measure does not have.`;
    case 'AnswerValues':
      return `Answer set ${problem.set} needs these values, each once: ${problem.expected.join(', ')}.`;
    default:
      return assertNever(problem);
  }
}
