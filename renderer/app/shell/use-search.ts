/** The worker's answer to what is typed: asked when the typing rests, and again while older records are still to come. */
import { useEffect, useState } from 'react';
import type { SearchHit } from '@shared/vault/vault-api';
import { useVault } from '../../vault';

const restMs = 80;
const againMs = 400;
const maxFound = 20;

export interface Searched {
  readonly hits: readonly SearchHit[];
  /** The answer to what stands there now is not here yet. */
  readonly isLooking: boolean;
  /** False while there may be more than was answered. */
  readonly isComplete: boolean;
}

interface Answered {
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly isComplete: boolean;
}

const none: readonly SearchHit[] = [];
const nothing: Answered = { text: '', hits: none, isComplete: true };

export function useSearch(typed: string): Searched {
  const vault = useVault();
  const [answered, setAnswered] = useState(nothing);
  const text = typed.trim();
  useEffect(() => {
    if (text === '') return;
    let isHere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await vault.search(text, maxFound);
      if (!isHere) return;
      // What cannot be asked (the vault has just locked) finds nothing; the lock says the rest.
      setAnswered({ text, ...(answer.ok ? answer.value : { hits: none, isComplete: true }) });
      if (answer.ok && !answer.value.isComplete) timer = setTimeout(() => void ask(), againMs);
    };
    timer = setTimeout(() => void ask(), restMs);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [vault, text]);
  if (text === '') return { hits: none, isLooking: false, isComplete: true };
  const isOfNow = answered.text === text;
  // While a word goes on, what its start found stays, so that the list does not blink.
  const isStart = answered.text !== '' && text.startsWith(answered.text);
  const hits = isOfNow || isStart ? answered.hits : none;
  return { hits, isLooking: !isOfNow, isComplete: !isOfNow || answered.isComplete };
}
