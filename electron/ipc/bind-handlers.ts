/**
 * The one way in from the page: who sent it, is it what the contract says, run it, answer with a Result. The
 * page is treated as a stranger: nothing runs for another frame or origin, or with arguments of another shape.
 */
import { ipcContract, type IpcAnswer, type IpcHandlers, type IpcRequest } from '@shared/ipc/contract';
import { invokeChannels, type InvokeChannel } from '@shared/ipc/channels';
import type { IpcError } from '@shared/ipc/errors';
import { err } from '@shared/kernel/result';
import type { InvokeEvent, IpcMainPort } from '../ports';
import type { Refusals } from './refusals';

export interface BindHandlersDeps {
  readonly ipcMain: IpcMainPort;
  readonly handlers: IpcHandlers;
  /** The only origin that is listened to, e.g. app://local. */
  readonly trustedOrigin: string;
  /** Told of each refusal. */
  readonly refusals?: Pick<Refusals, 'note'>;
}

/** A dialog may stand open for as long as it likes; what follows on it is main's own work (services/page-dialogs). */
const waitsForPerson: ReadonlySet<InvokeChannel> = new Set([
  'file.save',
  'file.savePdf',
  'backup.chooseFolder',
  'backup.pick',
] satisfies InvokeChannel[]);

export interface BoundHandlers {
  /** Resolves when nothing that the page asked for is under way; open dialogs do not count. */
  settled(): Promise<void>;
}

function isTrusted(event: InvokeEvent, trustedOrigin: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === trustedOrigin;
}

function listener<C extends InvokeChannel>(
  channel: C,
  deps: BindHandlersDeps,
): (event: InvokeEvent, request: unknown) => Promise<IpcAnswer<C>> {
  const { request: schema } = ipcContract[channel];
  const handler = deps.handlers[channel];
  const refused = (tag: IpcError['tag']): IpcAnswer<C> => {
    deps.refusals?.note(channel, tag);
    return err({ tag });
  };
  return async (event, request) => {
    if (!isTrusted(event, deps.trustedOrigin)) return refused('UntrustedSender');
    const parsed = schema.safeParse(request);
    if (!parsed.success) return refused('BadArguments');
    try {
      // TypeScript cannot tie the schema of one channel to its request type through the generic key.
      return await handler(parsed.data as IpcRequest<C>);
    } catch {
      // A defect: its message may hold a path, so it stays here.
      return err({ tag: 'WriteFailed', code: 'EUNKNOWN' });
    }
  };
}

/** Binds every channel of the contract. */
export function bindHandlers(deps: BindHandlersDeps): BoundHandlers {
  const underWay = new Set<Promise<unknown>>();
  for (const channel of invokeChannels) {
    const answer = listener(channel, deps);
    deps.ipcMain.handle(channel, async (event, request) => {
      const call = answer(event, request);
      if (!waitsForPerson.has(channel)) underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
      }
    });
  }
  return {
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
