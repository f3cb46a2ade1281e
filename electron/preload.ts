/**
 * Builds `window.desktop` from the channel list and nothing else. Only plain data crosses: a push listener
 * gets the message, never Electron's event, through which a page could reach the sender.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { invokeChannels, pushChannels } from '@shared/ipc/channels';

type Listener = (message: unknown) => void;

const invokers = invokeChannels.map((channel) => [
  channel,
  (request: unknown): Promise<unknown> => ipcRenderer.invoke(channel, request),
]);

function on(channel: unknown, listener: unknown): () => void {
  const known = pushChannels.find((name) => name === channel);
  if (known === undefined || typeof listener !== 'function') throw new TypeError('unknown channel');
  const forward = (_event: IpcRendererEvent, message: unknown): void => {
    (listener as Listener)(message);
  };
  ipcRenderer.on(known, forward);
  return () => {
    ipcRenderer.removeListener(known, forward);
  };
}

contextBridge.exposeInMainWorld('desktop', Object.freeze({ ...Object.fromEntries(invokers), on }));
