/** The worker's answer to what is typed: asked when the typing rests, and again while older records are still to come. */
import { useEffect, useState } from 'react';
import type { SearchFilter, SearchGuess, SearchHit } from '@shared/vault/vault-api';
import { useVault } from '../../vault';

const restMs = 80;
const againMs = 400;
const maxFound = 20;
/** Whoever narrows looks through a list. */
const maxNarrowed = 50;

export interface Searched {
  readonly hits: readonly SearchHit[];
  /** Words that are nowhere as they were typed, and what was looked for instead. */
  readonly guesses: readonly SearchGuess[];
  /** The answer to what stands there now is not here yet. */
  readonly isLooking: boolean;
  /** False while there may be more than was answered. */
  readonly isComplete: boolean;
}

interface Answered {
  readonly text: string;
  readonly filter: SearchFilter | null;
  readonly hits: readonly SearchHit[];
  readonly guesses: readonly SearchGuess[];
  readonly isComplete: boolean;
}

const none: readonly never[] = [];
const nothing: Answered = { text: '', filter: null, hits: none, guesses: none, isComplete: true };

/** `filter`: the same object for as long as it says the same; null: everything. */
export function useSearch(typed: string, filter: SearchFilter | null): Searched {
  const vault = useVault();
  const [answered, setAnswered] = useState(nothing);
  const text = typed.trim();
  const isAsked = text !== '' || filter !== null;
  useEffect(() => {
    if (!isAsked) return;
    let isHere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const limit = filter === null ? maxFound : maxNarrowed;
      const answer = await vault.search(text, limit, filter ?? undefined);
      if (!isHere) return;
      // What cannot be asked (the vault has just locked) finds nothing; the lock says the rest.
      setAnswered({ ...nothing, ...(answer.ok ? answer.value : {}), text, filter });
      if (answer.ok && !answer.value.isComplete) timer = setTimeout(() => void ask(), againMs);
    };
    timer = setTimeout(() => void ask(), restMs);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [vault, text, filter, isAsked]);
  if (!isAsked) return { hits: none, guesses: none, isLooking: false, isComplete: true };
  const isOfNow = answered.text === text && answered.filter === filter;
  // While a word goes on, what its start found stays, so that the list does not blink.
  const isStart = answered.text !== '' && text.startsWith(answered.text) && answered.filter === filter;
  return {
    hits: isOfNow || isStart ? answered.hits : none,
    guesses: isOfNow ? answered.guesses : none,
    isLooking: !isOfNow,
    isComplete: !isOfNow || answered.isComplete,
  };
}
