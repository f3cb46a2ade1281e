/**
 * Closing the window: the page is asked to put drafts away and lock, and gets at most three seconds for it. Then
 * file calls under way are waited for, so that no write is cut in half, what was copied goes from the clipboard, and
 * the window goes.
 */
import type { ClosingWindow, TimerPort } from '../ports';
import type { LockReason } from '../services/idle-lock';
import type { SessionState } from '../services/session-state';

const pageMs = 3_000;
const filesMs = 5_000;
const clipboardMs = 1_000;

export interface QuitFlowDeps {
  readonly window: ClosingWindow;
  readonly session: SessionState;
  readonly timer: TimerPort;
  readonly requestLock: (reason: LockReason) => void;
  /** Resolves when no file call is under way. */
  readonly filesSettled: () => Promise<void>;
  readonly clearClipboard: () => Promise<void>;
  /** No new page is wanted from now on. */
  readonly stopRenewal: () => void;
}

function locked(session: SessionState): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.subscribe((state) => {
      if (state !== 'locked') return;
      stop();
      resolve();
    });
  });
}

/** Takes over the window's close event. */
export function installQuitFlow(deps: QuitFlowDeps): void {
  let isClosing = false;
  deps.window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    deps.stopRenewal();
    void (async () => {
      if (deps.session.current() !== 'locked') {
        const shut = locked(deps.session);
        deps.requestLock('quit');
        await Promise.race([shut, deps.timer.wait(pageMs)]);
      }
      await Promise.race([deps.filesSettled(), deps.timer.wait(filesMs)]);
      await Promise.race([deps.clearClipboard(), deps.timer.wait(clipboardMs)]);
      if (!deps.window.isDestroyed()) deps.window.destroy(); // destroy() emits no further close event
    })();
  });
}
