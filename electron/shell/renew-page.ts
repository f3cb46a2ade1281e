/**
 * After a lock the page's process is ended and a new one started: what a script cleared may still stand in the
 * memory of the old one, and only its end takes that away. It is killed rather than crashed: the kernel writes no
 * memory dump of a process that was killed, and a page that hangs cannot put it off.
 */
import type { RendererPort, RenewedWindow, TimerPort } from '../ports';
import type { SessionState } from '../services/session-state';

const filesMs = 5_000;
const goneMs = 2_000;

export interface RenewPageDeps {
  readonly window: RenewedWindow;
  readonly contents: RendererPort;
  readonly session: SessionState;
  readonly timer: TimerPort;
  readonly startUrl: string;
  /** Ends a process of ours at once; throws where the system does not let us. */
  readonly kill: (pid: number) => void;
  /** Resolves when nothing that the page asked for is under way. */
  readonly callsSettled: () => Promise<void>;
}

export interface PageRenewal {
  load(): void;
  renew(): void;
  /** The window is about to close: its page goes with it, and no new one is wanted. */
  stop(): void;
}

export function installPageRenewal(deps: RenewPageDeps): PageRenewal {
  const { window, contents, session, timer } = deps;
  let isRenewing = false;
  let isStopped = false;
  let wasUnlocked = false;
  let heardOfEnd: () => void = () => undefined;

  const load = (): void => {
    if (isStopped || window.isDestroyed()) return;
    // It rejects when the process goes while it loads; then the next load is on its way already.
    window.loadURL(deps.startUrl).catch(() => undefined);
  };

  const kill = (): void => {
    try {
      const pid = contents.getOSProcessId();
      if (pid > 0) {
        deps.kill(pid);
        return;
      }
    } catch {
      // Not allowed, or gone: Electron's own way follows.
    }
    contents.forcefullyCrashRenderer();
  };

  const renewNow = async (): Promise<void> => {
    await Promise.race([deps.callsSettled(), timer.wait(filesMs)]);
    if (isStopped || window.isDestroyed()) return;
    const end = new Promise<boolean>((resolve) => {
      heardOfEnd = () => {
        resolve(true);
      };
    });
    kill();
    const isGone = await Promise.race([end, timer.wait(goneMs).then(() => false)]);
    if (!isGone && !window.isDestroyed()) contents.forcefullyCrashRenderer();
  };

  const renew = (): void => {
    if (isRenewing) return;
    isRenewing = true;
    void renewNow().finally(() => {
      isRenewing = false;
    });
  };

  contents.on('render-process-gone', (_event, details) => {
    heardOfEnd();
    // Its keys are gone with it. A fresh page starts at the lock screen.
    wasUnlocked = false;
    session.set('locked');
    if (details.reason !== 'clean-exit') load();
  });
  session.subscribe((state) => {
    if (state === 'locked' && wasUnlocked) renew();
    wasUnlocked = state === 'unlocked';
  });

  return {
    load,
    renew,
    stop: () => {
      isStopped = true;
    },
  };
}
