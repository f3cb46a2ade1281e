/**
 * Decides when the vault has to be shut although nobody asked: no key or pointer for five minutes, the
 * computer going to sleep, the system's own lock screen, or a clock that jumped (a sleep nobody announced).
 * Asking a vault that is already shut does nothing, so every doubt is settled by asking.
 */
import type { PushMessage } from '@shared/ipc/contract';
import type { ClocksPort, PowerPort, TimerPort } from '../ports';
import type { SessionState } from './session-state';

export type LockReason = PushMessage<'lock.requested'>['reason'];

const pollMs = 5_000;
const jumpMs = 30_000;
export const defaultIdleSeconds = 300;

export interface IdleLockDeps {
  readonly power: PowerPort;
  readonly clocks: ClocksPort;
  readonly timer: TimerPort;
  readonly session: SessionState;
  readonly requestLock: (reason: LockReason) => void;
  readonly idleSeconds?: number;
}

/** Starts watching; returns the function that stops the poll. */
export function startIdleLock(deps: IdleLockDeps): () => void {
  const idleSeconds = deps.idleSeconds ?? defaultIdleSeconds;
  let wall = deps.clocks.wall();
  let monotonic = deps.clocks.monotonic();
  deps.power.on('suspend', () => {
    deps.requestLock('suspend');
  });
  deps.power.on('lock-screen', () => {
    deps.requestLock('os-lock');
  });
  deps.power.on('user-did-resign-active', () => {
    deps.requestLock('os-lock');
  });
  return deps.timer.every(pollMs, () => {
    const wallPassed = deps.clocks.wall() - wall;
    const monotonicPassed = deps.clocks.monotonic() - monotonic;
    wall += wallPassed;
    monotonic += monotonicPassed;
    if (deps.session.current() === 'locked') return;
    // Some systems stop the steady clock during sleep, some do not: so compare the two, and the gap itself.
    if (Math.abs(wallPassed - monotonicPassed) > jumpMs || monotonicPassed > pollMs + jumpMs) {
      deps.requestLock('suspend');
    } else if (deps.power.getSystemIdleTime() >= idleSeconds) {
      deps.requestLock('idle');
    } else if (deps.power.getSystemIdleState(idleSeconds) === 'locked') {
      deps.requestLock('os-lock'); // Linux has no lock-screen event
    }
  });
}
