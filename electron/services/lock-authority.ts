/**
 * Asks the page to lock, and has the last word: a page that has not said that it is locked within three seconds is
 * ended, and with it whatever it held. The page's own steps take two and a half seconds at the very most.
 */
import type { Push } from '../ipc/push';
import type { TimerPort } from '../ports';
import type { LockReason } from './idle-lock';
import type { SessionState } from './session-state';

const pageMs = 3_000;

export interface LockAuthorityDeps {
  readonly push: Push;
  readonly session: SessionState;
  readonly timer: TimerPort;
  /** Ends the page's process; a new one starts at the lock screen. */
  readonly endPage: () => void;
}

export function createLockAuthority(deps: LockAuthorityDeps): (reason: LockReason) => void {
  const { session } = deps;
  let isWaiting = false;
  return (reason) => {
    if (session.current() !== 'locked') session.keep({ isTimeUp: reason === 'time-up' });
    deps.push('lock.requested', { reason });
    if (isWaiting || session.current() === 'locked') return;
    isWaiting = true;
    let hasLocked = false;
    const stop = session.subscribe((state) => {
      hasLocked ||= state === 'locked';
    });
    void deps.timer.wait(pageMs).then(() => {
      isWaiting = false;
      stop();
      if (hasLocked) return;
      session.set('locked');
      deps.endPage();
    });
  };
}
