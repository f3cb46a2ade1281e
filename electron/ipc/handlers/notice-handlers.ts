import type { IpcHandlers } from '@shared/ipc/contract';
import { ok } from '@shared/kernel/result';
import type { Notices } from '../../services/notices';

export function createNoticeHandlers(notices: Notices): Pick<IpcHandlers, 'notice.show'> {
  return {
    'notice.show': ({ counts }) => {
      notices.show(counts);
      return Promise.resolve(ok({}));
    },
  };
}
