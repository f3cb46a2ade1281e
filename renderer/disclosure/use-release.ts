/** What of a table may leave, worked out anew whenever the table, the rules or the ledger change. */
import { useEffect, useState } from 'react';
import { useVault } from '../vault';
import { auditRelease } from './disclosure-client';
import type { AuditedRelease, AuditError, AuditInput, AuditProgress } from './protocol';

export type ReleaseState =
  /** Nothing was asked. */
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly progress: AuditProgress | null; readonly cancel: () => void }
  | { readonly state: 'done'; readonly release: AuditedRelease }
  | { readonly state: 'failed'; readonly error: AuditError; readonly again: () => void };

type Answer = Exclude<ReleaseState, { readonly state: 'idle' }>;

/** `input` is compared by identity: make it with useMemo. An answer is given for the very input it was made for. */
export function useRelease(input: AuditInput | null): ReleaseState {
  const vault = useVault();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ readonly to: AuditInput; readonly is: Answer } | null>(null);

  useEffect(() => {
    if (input === null) return;
    const stopper = new AbortController();
    let isWanted = true;
    const give = (is: Answer): void => {
      if (isWanted) setAnswer({ to: input, is });
    };
    const cancel = (): void => {
      stopper.abort();
    };
    give({ state: 'working', progress: null, cancel });
    const onProgress = (progress: AuditProgress): void => {
      give({ state: 'working', progress, cancel });
    };
    void auditRelease(vault, input, { onProgress, signal: stopper.signal }).then((result) => {
      const again = (): void => {
        setAttempt((before) => before + 1);
      };
      give(
        result.ok
          ? { state: 'done', release: result.value }
          : { state: 'failed', error: result.error, again },
      );
    });
    return () => {
      isWanted = false;
      stopper.abort();
    };
  }, [vault, input, attempt]);

  if (input === null) return { state: 'idle' };
  // Between a new input and its first effect there is no answer to it yet.
  return answer?.to === input ? answer.is : { state: 'working', progress: null, cancel: () => undefined };
}
