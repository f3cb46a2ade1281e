/**
 * The one way in from the page: who sent it, is it what the contract says, run it, answer with a Result. The
 * page is treated as a stranger: nothing runs for another frame or origin, or with arguments of another shape.
 */
import { ipcContract, type IpcAnswer, type IpcHandlers, type IpcRequest } from '@shared/ipc/contract';
import { invokeChannels, type InvokeChannel } from '@shared/ipc/channels';
import { err } from '@shared/kernel/result';
import type { InvokeEvent, IpcMainPort } from '../ports';

export interface BindHandlersDeps {
  readonly ipcMain: IpcMainPort;
  readonly handlers: IpcHandlers;
  /** The only origin that is listened to, e.g. app://local. */
  readonly trustedOrigin: string;
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
  return async (event, request) => {
    if (!isTrusted(event, deps.trustedOrigin)) return err({ tag: 'UntrustedSender' });
    const parsed = schema.safeParse(request);
    if (!parsed.success) return err({ tag: 'BadArguments' });
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
export function bindHandlers(deps: BindHandlersDeps): void {
  for (const channel of invokeChannels) deps.ipcMain.handle(channel, listener(channel, deps));
}
