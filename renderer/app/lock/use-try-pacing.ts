/** A little time between wrong passphrases. Main counts them, the rule is in shared, the person is told how long. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { waitLeft } from '@shared/vault/try-pacing';
import { desktop } from '../../platform';
import type { VaultName } from '../../vault';

interface Ended {
  readonly waitMs: number;
  readonly refused: number;
}

export interface TryPacing {
  /** The wait that the last answer of main began; 0 once it is over. */
  readonly waitMs: number;
  /** Resolves when the next try may start. */
  readonly ready: () => Promise<void>;
  /** How a try ended; answers with the wait before the next one, and how many were refused since the last right one. */
  readonly ended: (outcome: 'wrong' | 'wrong-code' | 'right') => Promise<Ended>;
}

export function useTryPacing(vault: VaultName): TryPacing {
  const [waitMs, setWaitMs] = useState(0);
  const gate = useRef<Promise<void>>(Promise.resolve());

  const ask = useCallback(
    async (outcome: 'none' | 'wrong' | 'wrong-code' | 'right'): Promise<Ended> => {
      const answer = await desktop['session.tried']({ vault, outcome });
      const wait = answer.ok ? waitLeft(answer.value.wrongTries, answer.value.sinceMs) : 0;
      setWaitMs(wait);
      const next = new Promise<void>((resolve) => setTimeout(resolve, wait));
      gate.current = next;
      void next.then(() => {
        if (gate.current === next) setWaitMs(0);
      });
      return { waitMs: wait, refused: answer.ok ? answer.value.refused : 0 };
    },
    [vault],
  );
  useEffect(() => {
    gate.current = ask('none').then(() => gate.current);
  }, [ask]);

  const ready = useCallback(() => gate.current, []);
  return { waitMs, ready, ended: ask };
}

/** Said with the wrong passphrase, and by a new page while the wait goes on. Never counted down. */
export function waitWords(waitMs: number): string {
  if (waitMs <= 0) return '';
  const seconds = Math.ceil(waitMs / 1000);
  return `The next try can start in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. You cannot be locked out.`;
}
