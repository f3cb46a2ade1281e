import type { IpcHandlers } from '@shared/ipc/contract';
import { ok } from '@shared/kernel/result';
import type { SessionState } from '../../services/session-state';

export function createSessionHandlers(session: SessionState): Pick<IpcHandlers, 'session.locked'> {
  return {
    'session.locked': ({ locked }) => {
      session.set(locked ? 'locked' : 'unlocked');
      return Promise.resolve(ok({}));
    },
  };
}
