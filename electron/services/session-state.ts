/**
 * What main knows of the vault: only what the page says. `unknown` until it has spoken, and then treated as
 * open wherever that is the safer reading.
 */
export type LockState = 'unknown' | 'locked' | 'unlocked';

export interface SessionState {
  current(): LockState;
  set(state: LockState): void;
  subscribe(listener: (state: LockState) => void): () => void;
}

export function createSessionState(): SessionState {
  let state: LockState = 'unknown';
  const listeners = new Set<(state: LockState) => void>();
  return {
    current: () => state,
    set(next) {
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
