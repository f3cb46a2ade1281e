/**
 * Tries that were refused, counted here so that a new page knows of them: wrong passphrases in a row make the next one
 * wait, and whoever comes in finds in the log how many did not. In memory only.
 */
import type { IpcReply, IpcRequest } from '@shared/ipc/contract';
import type { ClocksPort } from '../ports';

type Tried = IpcRequest<'session.tried'>;

export interface UnlockTries {
  /** Takes note of how a try ended; answers with the wrong tries in a row and the time since the last. */
  tried(request: Tried): IpcReply<'session.tried'>;
}

interface Kept {
  readonly wrongTries: number;
  readonly lastAt: number;
  /** Codes too, which never make anybody wait. */
  readonly refused: number;
}

const none: Kept = { wrongTries: 0, lastAt: 0, refused: 0 };

function next(before: Kept, outcome: Tried['outcome'], now: number): Kept {
  switch (outcome) {
    case 'none':
      return before;
    case 'wrong':
      return { wrongTries: before.wrongTries + 1, lastAt: now, refused: before.refused + 1 };
    case 'wrong-code':
      return { ...before, refused: before.refused + 1 };
    case 'right':
      return { ...none, lastAt: now };
  }
}

export function createUnlockTries(clocks: Pick<ClocksPort, 'monotonic'>): UnlockTries {
  const kept: Record<Tried['vault'], Kept> = { main: none, demo: none };
  return {
    tried({ vault, outcome }) {
      const now = clocks.monotonic();
      const before = kept[vault];
      const after = next(before, outcome, now);
      kept[vault] = after;
      return {
        wrongTries: after.wrongTries,
        sinceMs: Math.max(0, Math.floor(now - after.lastAt)),
        refused: outcome === 'right' ? before.refused : after.refused,
      };
    },
  };
}
