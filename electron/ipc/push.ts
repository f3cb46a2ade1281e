import type { PushChannel } from '@shared/ipc/channels';
import type { PushMessage } from '@shared/ipc/contract';

/** The window as the pushes see it. */
export interface PushTarget {
  isDestroyed(): boolean;
  readonly webContents: { send(channel: string, message: unknown): void };
}

export type Push = <C extends PushChannel>(channel: C, message: PushMessage<C>) => void;

/** Sends to the window that is there now; without one there is nobody to tell. */
export function createPush(currentWindow: () => PushTarget | null): Push {
  return (channel, message) => {
    const window = currentWindow();
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, message);
  };
}
