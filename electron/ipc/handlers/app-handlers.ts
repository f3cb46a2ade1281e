import type { IpcHandlers, IpcReply } from '@shared/ipc/contract';
import { ok } from '@shared/kernel/result';
import type { Refusals } from '../refusals';

export function createAppHandlers(
  info: Omit<IpcReply<'app.info'>, 'refusals'>,
  refusals: Pick<Refusals, 'list'>,
): Pick<IpcHandlers, 'app.info'> {
  return { 'app.info': () => Promise.resolve(ok({ ...info, refusals: refusals.list() })) };
}
