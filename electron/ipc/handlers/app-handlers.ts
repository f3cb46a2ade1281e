import type { IpcHandlers, IpcReply } from '@shared/ipc/contract';
import { ok } from '@shared/kernel/result';

export function createAppHandlers(info: IpcReply<'app.info'>): Pick<IpcHandlers, 'app.info'> {
  return { 'app.info': () => Promise.resolve(ok(info)) };
}
