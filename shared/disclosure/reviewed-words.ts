/**
 * Own words on their way out: what was found in them, what a person decided about it, and the words as they will leave.
 * They may leave once somebody has read them as they are now. Any change takes that back, and what was learned since
 * (somebody joined) is looked at again on the way out.
 */
import type { LocalDate } from '@shared/kernel/local-date';
import { localDateSchema, z } from '@shared/kernel/zod';
import { normaliseText, redact, withMarkers } from './redaction';
import type { RedactionDoubt } from './redaction-doubts';
import { redactionKinds } from './redaction-patterns';
import { findPhrases, type Range, type Roster } from './redaction-roster';

/** Why something that was found stays. None of them is "they agreed": whoever is named leaves by another door. */
export const keptReasons = ['ordinary-word', 'body-or-place', 'about-nobody'] as const;
export type KeptReason = (typeof keptReasons)[number];

export const reviewedTextMax = 20_000;

const spanSchema = z
  .strictObject({
    /** A place in the normalised source. */
    from: z.int().min(0),
    to: z.int().min(1),
    kind: z.enum(redactionKinds),
    /** Null: taken out. */
    kept: z.enum(keptReasons).nullable(),
  })
  .refine(({ from, to }) => from < to);
export type ReviewedSpan = z.infer<typeof spanSchema>;

export const reviewedWordsSchema = z
  .strictObject({
    source: z.string().max(reviewedTextMax, 'Use 20,000 characters or fewer'),
    spans: z.array(spanSchema).max(reviewedTextMax),
    /** As it leaves: each span that is not kept has its marker. Empty while it was not looked at. */
    result: z.string(),
    confirmedOn: localDateSchema.nullable(),
  })
  .refine(
    ({ spans }) => spans.every(({ from }, index) => from >= (spans[index - 1]?.to ?? 0)),
    'The parts do not follow each other',
  )
  // Nothing that somebody confirmed can be other words than those that follow from the source.
  .refine(
    ({ source, spans, result, confirmedOn }) =>
      confirmedOn === null || result === resultOf(normaliseText(source), spans),
    'The words are not those that were confirmed',
  );
export type ReviewedWords = z.infer<typeof reviewedWordsSchema>;

export interface Review {
  readonly words: ReviewedWords;
  /** Where to look twice. */
  readonly doubts: readonly RedactionDoubt[];
}

export const noWords: ReviewedWords = { source: '', spans: [], result: '', confirmedOn: null };

/** A key press asks for it several times, and each is a walk through the whole text. */
const normalised = new WeakMap<ReviewedWords, string>();

/** The text that the places of spans are places in. */
export function normalisedSource(words: ReviewedWords): string {
  const known = normalised.get(words);
  if (known !== undefined) return known;
  const made = normaliseText(words.source);
  normalised.set(words, made);
  return made;
}

function resultOf(text: string, spans: readonly ReviewedSpan[]): string {
  return withMarkers(
    text,
    spans.filter(({ kept }) => kept === null),
  );
}

/** Places of `before` that still stand in `after`: those in front of the change, and those behind it, moved. */
function moved(spans: readonly ReviewedSpan[], before: string, after: string): ReviewedSpan[] {
  if (before === after) return [...spans];
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && before[front] === after[front]) front += 1;
  let back = 0;
  while (back < most - front && before[before.length - 1 - back] === after[after.length - 1 - back])
    back += 1;
  const shift = after.length - before.length;
  return spans.flatMap((span) => {
    if (span.to <= front) return [span];
    if (span.from < before.length - back) return [];
    return [{ ...span, from: span.from + shift, to: span.to + shift }];
  });
}

const overlap = (left: Range, right: Range): boolean => left.from < right.to && right.from < left.to;

/** Adds what was taken out by hand. What it meets is taken out with it, kept or not. */
function withHand(spans: readonly ReviewedSpan[], hand: readonly Range[]): ReviewedSpan[] {
  let all = [...spans];
  for (const range of hand) {
    const met = all.filter((span) => overlap(span, range));
    if (met.some(({ from, to, kept }) => kept === null && from <= range.from && range.to <= to)) continue;
    const from = Math.min(range.from, ...met.map((span) => span.from));
    const to = Math.max(range.to, ...met.map((span) => span.to));
    all = [...all.filter((span) => !met.includes(span)), { from, to, kind: 'by hand', kept: null }];
  }
  return all.toSorted((left, right) => left.from - right.from);
}

/** Looks the source over, with the decisions of `before` where they still fit. */
export function applyReview(source: string, roster: Roster, before: ReviewedWords | null): Review {
  const { normalised: text, spans: found, doubts } = redact(source, roster);
  const decided = before === null ? [] : moved(before.spans, normalisedSource(before), text);
  const placeOf = ({ from, to }: Range): string => `${String(from)}-${String(to)}`;
  const kept = new Map(
    decided.flatMap((span) => (span.kept === null ? [] : [[placeOf(span), span.kept] as const])),
  );
  const own = found.map(({ from, to, kind }): ReviewedSpan => ({
    from,
    to,
    kind,
    kept: kept.get(placeOf({ from, to })) ?? null,
  }));
  const hand = decided.filter(({ kind }) => kind === 'by hand');
  const spans = withHand(own, hand);
  const isSame =
    before !== null &&
    before.source === source &&
    JSON.stringify(spans.map(keyOf)) === JSON.stringify(before.spans.map(keyOf));
  const words = {
    source,
    spans,
    result: resultOf(text, spans),
    confirmedOn: isSame ? before.confirmedOn : null,
  };
  const isGone = (doubt: RedactionDoubt): boolean =>
    spans.some((span) => span.kept === null && overlap(span, doubt));
  return { words, doubts: doubts.filter((doubt) => !isGone(doubt)) };
}

/** Key order does not matter: a stored span may have another. */
const keyOf = ({ from, to, kind, kept }: ReviewedSpan): readonly unknown[] => [from, to, kind, kept];

/** While typing, before it is looked at again: what was decided moves along, and nothing may leave. */
export function typedWords(words: ReviewedWords, source: string): ReviewedWords {
  const text = normaliseText(source);
  const spans = moved(words.spans, normalisedSource(words), text);
  const typed = { source, spans, result: '', confirmedOn: null };
  normalised.set(typed, text);
  return typed;
}

function withSpans(words: ReviewedWords, spans: readonly ReviewedSpan[]): ReviewedWords {
  return {
    source: words.source,
    spans: [...spans],
    result: resultOf(normalisedSource(words), spans),
    confirmedOn: null,
  };
}

/** Keeps what was found at this place, with a reason; null takes it out again. */
export function keepSpan(words: ReviewedWords, from: number, kept: KeptReason | null): ReviewedWords {
  return withSpans(
    words,
    words.spans.map((span) => (span.from === from ? { ...span, kept } : span)),
  );
}

/** What was taken out by hand stands there again; what a pattern finds in it is the caller's to look for. */
export function putBack(words: ReviewedWords, from: number): ReviewedWords {
  return withSpans(
    words,
    words.spans.filter((span) => span.from !== from || span.kind !== 'by hand'),
  );
}

/** Takes these words out wherever they stand; null when they stand nowhere. */
export function takeOutWords(words: ReviewedWords, text: string): ReviewedWords | null {
  const found = findPhrases(normalisedSource(words), [normaliseText(text)]);
  return found.length === 0 ? null : withSpans(words, withHand(words.spans, found));
}

/** Takes out one place. */
export function takeOutPlace(words: ReviewedWords, { from, to }: Range): ReviewedWords {
  return withSpans(words, withHand(words.spans, [{ from, to }]));
}

export function confirmWords(words: ReviewedWords, on: LocalDate | null): ReviewedWords {
  return { ...words, confirmedOn: on };
}

export interface WordsSegment {
  readonly text: string;
  /** Null: words that nobody found anything in. */
  readonly span: ReviewedSpan | null;
}

/** The source in pieces, for a preview that marks what was taken out and what was kept. */
export function segmentsOf(words: ReviewedWords): readonly WordsSegment[] {
  const text = normalisedSource(words);
  const segments: WordsSegment[] = [];
  let done = 0;
  for (const span of words.spans) {
    if (span.from > done) segments.push({ text: text.slice(done, span.from), span: null });
    segments.push({ text: text.slice(span.from, span.to), span });
    done = span.to;
  }
  if (done < text.length) segments.push({ text: text.slice(done), span: null });
  return segments;
}

/** True when these words may leave now: confirmed, and nothing in them that the roster of today would find. */
export function stillClean(words: ReviewedWords, roster: Roster): boolean {
  if (words.source.trim() === '') return true;
  if (words.confirmedOn === null) return false;
  const { words: again } = applyReview(words.source, roster, words);
  return again.confirmedOn !== null && again.result === words.result;
}

/** When somebody is erased: other words, so nobody has looked at them yet. */
export function wordsWithout(words: ReviewedWords, without: (text: string) => string): ReviewedWords {
  const source = without(words.source);
  return source === words.source ? words : typedWords(words, source);
}
