/** How often the page asked for what it may not: the channel and the reason, never what was asked. */
import type { InvokeChannel } from '@shared/ipc/channels';
import type { IpcReply } from '@shared/ipc/contract';
import type { IpcError } from '@shared/ipc/errors';

type Refused = IpcReply<'app.info'>['refusals'];

export interface Refusals {
  note(channel: InvokeChannel, tag: IpcError['tag']): void;
  /** Since the app was started; one entry for each channel and reason. */
  list(): Refused;
}

export function createRefusals(): Refusals {
  const counts = new Map<string, Refused[number]>();
  return {
    note(channel, tag) {
      const key = `${channel} ${tag}`;
      counts.set(key, { channel, tag, count: (counts.get(key)?.count ?? 0) + 1 });
    },
    list: () => [...counts.values()],
  };
}
