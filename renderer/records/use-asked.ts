/** Something that the vault or the main process is asked for when a page opens, and again when it is wanted. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Result } from '@shared/kernel/result';

export type Answer<T, E> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: E }
  | { readonly state: 'ready'; readonly value: T };

export interface Asked<T, E> {
  /** While it is asked again, the answer before stands. */
  readonly answer: Answer<T, E>;
  readonly again: () => void;
}

/** Asked once for each `key`. */
export function useAsked<T, E>(key: string, ask: () => Promise<Result<T, E>>): Asked<T, E> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<T, E>>({ state: 'waiting' });
  const run = useEffectEvent(ask);
  useEffect(() => {
    let isHere = true;
    void run().then((result) => {
      if (!isHere) return;
      setAnswer(
        result.ok ? { state: 'ready', value: result.value } : { state: 'failed', error: result.error },
      );
    });
    return () => {
      isHere = false;
    };
  }, [key, attempt]);
  const again = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  return { answer, again };
}
