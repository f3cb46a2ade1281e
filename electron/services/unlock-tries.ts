/** Wrong passphrases in a row, counted here so that a new page knows of them. In memory only. */
import type { IpcReply, IpcRequest } from '@shared/ipc/contract';
import type { ClocksPort } from '../ports';

type Tried = IpcRequest<'session.tried'>;

export interface UnlockTries {
  /** Takes note of how a try ended; answers with the wrong tries in a row and the time since the last. */
  tried(request: Tried): IpcReply<'session.tried'>;
}

export function createUnlockTries(clocks: Pick<ClocksPort, 'monotonic'>): UnlockTries {
  const kept: Record<Tried['vault'], { wrongTries: number; lastAt: number }> = {
    main: { wrongTries: 0, lastAt: 0 },
    demo: { wrongTries: 0, lastAt: 0 },
  };
  return {
    tried({ vault, outcome }) {
      const now = clocks.monotonic();
      if (outcome !== 'none') {
        kept[vault] = { wrongTries: outcome === 'wrong' ? kept[vault].wrongTries + 1 : 0, lastAt: now };
      }
      const { wrongTries, lastAt } = kept[vault];
      return { wrongTries, sinceMs: Math.max(0, Math.floor(now - lastAt)) };
    },
  };
}
