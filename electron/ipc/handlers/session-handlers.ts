import type { IpcHandlers } from '@shared/ipc/contract';
import { err, ok } from '@shared/kernel/result';
import type { ClipboardGuard } from '../../services/clipboard-guard';
import type { PagePreferences } from '../../services/preferences';
import type { SessionState } from '../../services/session-state';
import type { UnlockTries } from '../../services/unlock-tries';

type SessionChannel =
  | 'session.locked'
  | 'session.resume'
  | 'session.tried'
  | 'preferences.read'
  | 'preferences.write'
  | 'clipboard.write'
  | 'clipboard.writeImage'
  | 'clipboard.copied';

export interface SessionHandlersDeps {
  readonly session: SessionState;
  readonly tries: UnlockTries;
  readonly preferences: PagePreferences;
  readonly clipboard: Pick<ClipboardGuard, 'write' | 'writeImage' | 'copied'>;
}

export function createSessionHandlers(deps: SessionHandlersDeps): Pick<IpcHandlers, SessionChannel> {
  const { session, tries, preferences, clipboard } = deps;
  return {
    'session.locked': ({ locked, ...notes }) => {
      session.keep(locked ? notes : { ...notes, isTimeUp: false });
      session.set(locked ? 'locked' : 'unlocked');
      return Promise.resolve(ok({}));
    },
    'session.resume': () => Promise.resolve(ok(session.resume())),
    'session.tried': (request) => Promise.resolve(ok(tries.tried(request))),
    'preferences.read': () => Promise.resolve(ok(preferences.current())),
    'preferences.write': (changed) => preferences.change(changed),
    'clipboard.write': async ({ text }) => {
      try {
        await clipboard.write(text);
        return ok({});
      } catch {
        return err({ tag: 'WriteFailed', code: 'ECLIPBOARD' });
      }
    },
    'clipboard.writeImage': async ({ png }) => {
      try {
        await clipboard.writeImage(png);
        return ok({});
      } catch {
        return err({ tag: 'WriteFailed', code: 'ECLIPBOARD' });
      }
    },
    'clipboard.copied': () => {
      // Answered at once: what is on the clipboard is looked at a moment later.
      void clipboard.copied();
      return Promise.resolve(ok({}));
    },
  };
}
