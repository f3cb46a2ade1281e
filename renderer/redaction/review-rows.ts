/** Lines of the lists beside the words: what was taken out or kept, and what to look at twice. Pure. */
import { doubtKinds, type RedactionDoubt } from '@shared/disclosure/redaction-doubts';
import type { Range } from '@shared/disclosure/redaction-roster';
import {
  normalisedSource,
  type Review,
  type ReviewedSpan,
  type ReviewedWords,
} from '@shared/disclosure/reviewed-words';

export interface ReviewedPart extends Review {
  readonly id: string;
  /** What these words are: "What we heard". Empty where there is one part alone. */
  readonly label: string;
}

export interface FoundRow {
  readonly key: string;
  readonly part: ReviewedPart;
  readonly span: ReviewedSpan;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const contextLength = 32;

/** A few words around a place, cut between words. */
export function contextOf(text: string, { from, to }: Range): { before: string; after: string } {
  const ahead = text.slice(Math.max(0, from - contextLength), from);
  const behind = text.slice(to, to + contextLength);
  const before = from > contextLength ? `…${ahead.replace(/^\S*\s/u, '')}` : ahead;
  const after = to + contextLength < text.length ? `${behind.replace(/\s\S*$/u, '')}…` : behind;
  return { before: before.replace(/[\r\n]+/gu, ' '), after: after.replace(/[\r\n]+/gu, ' ') };
}

export function foundRows(parts: readonly ReviewedPart[]): readonly FoundRow[] {
  return parts.flatMap((part) => {
    const text = normalisedSource(part.words);
    return part.words.spans.map((span) => ({
      key: `${part.id}-${String(span.from)}`,
      part,
      span,
      text: text.slice(span.from, span.to),
      ...contextOf(text, span),
    }));
  });
}

export interface DoubtRow {
  readonly key: string;
  readonly part: ReviewedPart;
  readonly kind: RedactionDoubt['kind'];
  /** Each spelling once, as it first stands. */
  readonly texts: readonly string[];
  readonly count: number;
}

/** The same words once a part; pronouns of a part are one line together. The gravest first. */
export function doubtRows(parts: readonly ReviewedPart[]): readonly DoubtRow[] {
  const rows = new Map<string, DoubtRow>();
  for (const part of parts)
    for (const { kind, text } of part.doubts) {
      const own = kind === 'one-person' ? '' : text.toLowerCase();
      const key = `${part.id}-${kind}-${own}`;
      const row = rows.get(key);
      const texts = row?.texts ?? [];
      const isNew = !texts.some((each) => each.toLowerCase() === text.toLowerCase());
      rows.set(key, {
        key,
        part,
        kind,
        texts: isNew ? [...texts, text] : texts,
        count: (row?.count ?? 0) + 1,
      });
    }
  return [...rows.values()].toSorted(
    (left, right) => doubtKinds.indexOf(left.kind) - doubtKinds.indexOf(right.kind),
  );
}

export function countsOf(parts: readonly { readonly words: ReviewedWords }[]): {
  readonly taken: number;
  readonly kept: number;
} {
  const spans = parts.flatMap(({ words }) => words.spans);
  const kept = spans.filter((span) => span.kept !== null).length;
  return { taken: spans.length - kept, kept };
}
