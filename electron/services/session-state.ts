/**
 * What main knows of the vault: only what the page says. `unknown` until it has spoken, and then treated as
 * open wherever that is the safer reading. Beside it, what a new page has to be told after a lock: in memory only.
 */
import type { Resume } from '@shared/ipc/session-contract';

export type LockState = 'unknown' | 'locked' | 'unlocked';

export interface SessionState {
  current(): LockState;
  set(state: LockState): void;
  subscribe(listener: (state: LockState) => void): () => void;
  /** Where the page that comes next begins. */
  resume(): Resume;
  keep(notes: Partial<Resume>): void;
}

export function createSessionState(): SessionState {
  let state: LockState = 'unknown';
  let notes: Resume = { vault: 'main', savedAt: null, place: null, isCurtained: false, isTimeUp: false };
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
    resume: () => notes,
    keep(changed) {
      notes = { ...notes, ...changed };
    },
  };
}
