/** ipcMain.handle and ipcMain.on. */
import { EventEmitter } from 'node:events';
import { errorText } from './log.js';
import { strict } from './strict.js';

type Handler = (event: unknown, ...parameters: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...parameters) => {
      handlers.delete(channel);
      return handler(...parameters);
    });
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain: IpcMain = strict('ipcMain', new IpcMain());

export async function invokeHandler(
  channel: string,
  event: unknown,
  parameters: readonly unknown[],
): Promise<{ ok: boolean; value: unknown }> {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { ok: true, value: await handler(event, ...parameters) };
  } catch (error) {
    return { ok: false, value: `Error invoking remote method '${channel}': ${errorText(error)}` };
  }
}
