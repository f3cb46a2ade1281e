/**
 * Words of a record that are about to leave as a sheet: what is taken out of them is decided when they leave and is not
 * kept, since the record holds them for the lock's inside. The confirmation is for these words in this shape alone.
 */
import { useEffect, useMemo, useState } from 'react';
import type { Roster } from '@shared/disclosure/redaction-roster';
import { applyReview, type ReviewedWords } from '@shared/disclosure/reviewed-words';
import type { ReviewedPart } from './review-rows';

export interface WordsPart {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

export interface LeavingWords {
  readonly parts: readonly ReviewedPart[];
  /** True while somebody has read exactly this. */
  readonly isConfirmed: boolean;
  confirm(isRead: boolean): void;
  change(id: string, words: ReviewedWords): void;
  /** The words of a part as they leave. */
  resultOf(id: string): string;
}

const settleMs = 250;

/** `parts` has to be the same object while its words are. */
export function useLeavingWords(parts: readonly WordsPart[], roster: Roster): LeavingWords {
  const [decided, setDecided] = useState<ReadonlyMap<string, ReviewedWords>>(new Map());
  const [settled, setSettled] = useState(parts);
  const [confirmedFor, setConfirmedFor] = useState<string | null>(null);
  useEffect(() => {
    if (settled === parts) return undefined;
    const timer = setTimeout(() => {
      setSettled(parts);
    }, settleMs);
    return () => {
      clearTimeout(timer);
    };
  }, [parts, settled]);
  const reviewed = useMemo(
    () =>
      settled.map(({ id, label, text }): ReviewedPart => ({
        id,
        label,
        ...applyReview(text, roster, decided.get(id) ?? null),
      })),
    [settled, roster, decided],
  );
  const shape = useMemo(
    () => JSON.stringify(reviewed.map(({ id, words }) => [id, words.result])),
    [reviewed],
  );
  return {
    parts: reviewed,
    isConfirmed: confirmedFor === shape && settled === parts,
    confirm: (isRead) => {
      setConfirmedFor(isRead ? shape : null);
    },
    change: (id, words) => {
      setDecided(new Map(decided).set(id, words));
    },
    resultOf: (id) => reviewed.find((part) => part.id === id)?.words.result ?? '',
  };
}
