/**
 * Decides when the vault has to be shut although nobody asked: no key or pointer for as long as the person set, the
 * computer going to sleep, the system's own lock screen, a clock that jumped (a sleep nobody announced), a window
 * made small where that is wished, or eight hours open. Asking a vault that is already shut does nothing, so every
 * doubt is settled by asking.
 */
import type { PushMessage } from '@shared/ipc/contract';
import type { ClocksPort, MinimisingWindow, PowerPort, TimerPort } from '../ports';
import type { SessionState } from './session-state';

export type LockReason = PushMessage<'lock.requested'>['reason'];

const pollMs = 5_000;
const jumpMs = 30_000;
const longestOpenMs = 8 * 60 * 60 * 1_000;
const defaultIdleMinutes = 5;
const longestIdleMinutes = 15;

export interface IdleLockDeps {
  readonly power: PowerPort;
  readonly window: MinimisingWindow;
  readonly clocks: ClocksPort;
  readonly timer: TimerPort;
  readonly session: SessionState;
  readonly requestLock: (reason: LockReason) => void;
  /** As the person set them now. */
  readonly settings: () => { readonly idleMinutes: number; readonly lockOnMinimise: boolean };
}

/** The setting where it makes sense: a broken one must never mean "never". */
function idleSecondsOf(minutes: number): number {
  const isSound = minutes >= 1 && minutes <= longestIdleMinutes;
  return 60 * (isSound ? minutes : defaultIdleMinutes);
}

/** Starts watching; returns the function that stops the poll. */
export function startIdleLock(deps: IdleLockDeps): () => void {
  let wall = deps.clocks.wall();
  let monotonic = deps.clocks.monotonic();
  let openMs = 0;
  deps.power.on('suspend', () => {
    deps.requestLock('suspend');
  });
  deps.power.on('lock-screen', () => {
    deps.requestLock('os-lock');
  });
  deps.power.on('user-did-resign-active', () => {
    deps.requestLock('os-lock');
  });
  deps.window.on('minimize', () => {
    if (deps.settings().lockOnMinimise) deps.requestLock('minimise');
  });
  deps.session.subscribe(() => {
    openMs = 0;
  });
  return deps.timer.every(pollMs, () => {
    const wallPassed = deps.clocks.wall() - wall;
    const monotonicPassed = deps.clocks.monotonic() - monotonic;
    wall += wallPassed;
    monotonic += monotonicPassed;
    if (deps.session.current() === 'locked') return;
    openMs += monotonicPassed;
    const idleSeconds = idleSecondsOf(deps.settings().idleMinutes);
    // Some systems stop the steady clock during sleep, some do not: so compare the two, and the gap itself.
    if (Math.abs(wallPassed - monotonicPassed) > jumpMs || monotonicPassed > pollMs + jumpMs) {
      deps.requestLock('suspend');
    } else if (deps.power.getSystemIdleTime() >= idleSeconds) {
      deps.requestLock('idle');
    } else if (deps.power.getSystemIdleState(idleSeconds) === 'locked') {
      deps.requestLock('os-lock'); // Linux has no lock-screen event
    } else if (openMs >= longestOpenMs) {
      deps.requestLock('time-up');
    }
  });
}
