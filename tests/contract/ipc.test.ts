import { describe, expect, test } from 'vitest';
import { bindHandlers } from '../../electron/ipc/bind-handlers';
import { createAppHandlers } from '../../electron/ipc/handlers/app-handlers';
import { createFileHandlers } from '../../electron/ipc/handlers/file-handlers';
import { createSessionHandlers } from '../../electron/ipc/handlers/session-handlers';
import { createVaultHandlers } from '../../electron/ipc/handlers/vault-handlers';
import { createPush } from '../../electron/ipc/push';
import type { InvokeEvent } from '../../electron/ports';
import { createSessionState } from '../../electron/services/session-state';
import { type InvokeChannel, invokeChannels, pushChannels } from '../../shared/ipc/channels';
import { ipcContract, type IpcHandlers, type IpcRequest, pushContract } from '../../shared/ipc/contract';
import { ok } from '../../shared/kernel/result';

const origin = 'app://local';
const trusted: InvokeEvent = { senderFrame: { origin, parent: null } };

const goodRequests: { readonly [C in InvokeChannel]: IpcRequest<C> } = {
  'app.info': {},
  'vault.readHeader': { vault: 'main' },
  'vault.writeHeader': { vault: 'demo', bytes: Uint8Array.of(1) },
  'vault.readJournal': { vault: 'main', offset: 0, maxBytes: 1 },
  'vault.appendFrame': { vault: 'main', offset: 0, frame: Uint8Array.of(1) },
  'vault.cutTail': { vault: 'main', offset: 0 },
  'vault.eraseDemo': {},
  'file.save': { suggestedName: 'summary.csv', bytes: Uint8Array.of(1) },
  'file.savePdf': { suggestedName: 'summary.pdf', footer: 'Page' },
  'file.showLastSaved': {},
  'session.locked': { locked: true },
};

const wrongForAll: readonly unknown[] = [undefined, null, 0, 'x', [], { extra: 1 }, Uint8Array.of(1)];
const wrongFor: Partial<Record<InvokeChannel, readonly unknown[]>> = {
  'vault.readHeader': [{ vault: '../main' }, { vault: 'main', path: '/etc' }],
  'vault.writeHeader': [
    { vault: 'main', bytes: [1] },
    { vault: 'main', bytes: new Uint8Array(64 * 1024 + 1) },
  ],
  'vault.readJournal': [
    { vault: 'main', offset: -1, maxBytes: 1 },
    { vault: 'main', offset: 0.5, maxBytes: 1 },
    { vault: 'main', offset: 0, maxBytes: 2 ** 40 },
    { vault: 'main', offset: Number.NaN, maxBytes: 1 },
  ],
  'vault.appendFrame': [
    { vault: 'main', offset: 0, frame: 'text' },
    { vault: 'main', offset: Infinity, frame: Uint8Array.of(1) },
  ],
  'vault.cutTail': [{ vault: 'main', offset: '0' }],
  'vault.eraseDemo': [{ vault: 'main' }],
  'file.save': [
    { suggestedName: '../a.csv', bytes: Uint8Array.of(1) },
    { suggestedName: '/etc/a.csv', bytes: Uint8Array.of(1) },
    { suggestedName: 'a.exe', bytes: Uint8Array.of(1) },
    { suggestedName: 'a.csv\n', bytes: Uint8Array.of(1) },
  ],
  'file.savePdf': [{ suggestedName: 'a.pdf', footer: 'x'.repeat(121) }],
  'session.locked': [{ locked: 'yes' }],
};

interface Bound {
  readonly ran: InvokeChannel[];
  readonly invoke: (channel: string, event: InvokeEvent, request: unknown) => Promise<unknown>;
  readonly channels: string[];
}

function bound(handlers: (ran: InvokeChannel[]) => IpcHandlers): Bound {
  const listeners = new Map<string, (event: InvokeEvent, request: unknown) => Promise<unknown>>();
  const ran: InvokeChannel[] = [];
  bindHandlers({
    ipcMain: {
      handle: (channel, listener) => {
        expect(listeners.has(channel)).toBe(false);
        listeners.set(channel, listener);
      },
    },
    handlers: handlers(ran),
    trustedOrigin: origin,
  });
  return {
    ran,
    channels: [...listeners.keys()],
    invoke: (channel, event, request) => {
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`no handler for ${channel}`);
      return listener(event, request);
    },
  };
}

/** The real handler groups over services that only note what was asked of them. */
function realHandlers(ran: InvokeChannel[]): IpcHandlers {
  const note = <T>(channel: InvokeChannel, value: T) => {
    ran.push(channel);
    return Promise.resolve(ok(value));
  };
  const app = createAppHandlers({ version: '0.1.0', platform: 'linux', cloudFolder: false });
  const session = createSessionHandlers(createSessionState());
  return {
    'app.info': (request) => {
      ran.push('app.info');
      return app['app.info'](request);
    },
    'session.locked': (request) => {
      ran.push('session.locked');
      return session['session.locked'](request);
    },
    ...createVaultHandlers({
      readHeader: () => note<{ bytes: Uint8Array | null }>('vault.readHeader', { bytes: null }),
      writeHeader: () => note('vault.writeHeader', {}),
      readJournal: () => note('vault.readJournal', { bytes: new Uint8Array(), end: 0 }),
      appendFrame: () => note('vault.appendFrame', { end: 1 }),
      cutTail: () => note('vault.cutTail', {}),
      eraseDemo: () => note('vault.eraseDemo', {}),
      settled: () => Promise.resolve(),
    }),
    ...createFileHandlers(
      {
        save: () => note('file.save', {}),
        showLastSaved: () => {
          ran.push('file.showLastSaved');
          return ok({});
        },
      },
      { save: () => note('file.savePdf', {}) },
    ),
  };
}

test('the channel list is frozen: a change here is a change of what the page may do', () => {
  expect([...invokeChannels]).toEqual([
    'app.info',
    'vault.readHeader',
    'vault.writeHeader',
    'vault.readJournal',
    'vault.appendFrame',
    'vault.cutTail',
    'vault.eraseDemo',
    'file.save',
    'file.savePdf',
    'file.showLastSaved',
    'session.locked',
  ]);
  expect([...pushChannels]).toEqual(['lock.requested', 'menu.command', 'curtain.requested']);
});

test('contract, handlers and list name the same channels', () => {
  expect(Object.keys(ipcContract).sort()).toEqual([...invokeChannels].sort());
  expect(Object.keys(pushContract).sort()).toEqual([...pushChannels].sort());
  expect(bound(realHandlers).channels.sort()).toEqual([...invokeChannels].sort());
});

describe.each(invokeChannels.map((channel) => ({ channel })))('$channel', ({ channel }) => {
  test('answers our page with what the contract says', async () => {
    const { invoke, ran } = bound(realHandlers);
    const answer = (await invoke(channel, trusted, goodRequests[channel])) as { ok: boolean; value: unknown };
    expect(answer.ok).toBe(true);
    expect(ipcContract[channel].reply.safeParse(answer.value).success).toBe(true);
    expect(ran).toEqual([channel]);
  });

  test.each<[string, InvokeEvent]>([
    ['a frame that is gone', { senderFrame: null }],
    ['a frame inside the page', { senderFrame: { origin, parent: { origin } } }],
    ['a remote origin', { senderFrame: { origin: 'https://example.org', parent: null } }],
    ['an opaque origin', { senderFrame: { origin: 'null', parent: null } }],
    ['a longer host', { senderFrame: { origin: 'app://local.example', parent: null } }],
    ['a file', { senderFrame: { origin: 'file://', parent: null } }],
  ])('refuses %s', async (_name, event) => {
    const { invoke, ran } = bound(realHandlers);
    expect(await invoke(channel, event, goodRequests[channel])).toEqual({
      ok: false,
      error: { tag: 'UntrustedSender' },
    });
    expect(ran).toEqual([]);
  });

  test('refuses arguments of another shape', async () => {
    const { invoke, ran } = bound(realHandlers);
    for (const request of [...wrongForAll, ...(wrongFor[channel] ?? [])]) {
      expect(await invoke(channel, trusted, request)).toEqual({ ok: false, error: { tag: 'BadArguments' } });
    }
    expect(ran).toEqual([]);
  });

  test('a defect comes back as a code, without its message', async () => {
    const broken = (): never => {
      throw new Error('/home/somebody/secret');
    };
    const handlers = Object.fromEntries(
      invokeChannels.map((name) => [name, broken]),
    ) as unknown as IpcHandlers;
    const { invoke } = bound(() => handlers);
    expect(await invoke(channel, trusted, goodRequests[channel])).toEqual({
      ok: false,
      error: { tag: 'WriteFailed', code: 'EUNKNOWN' },
    });
  });
});

test('session.locked tells main what the page did', async () => {
  const state = createSessionState();
  const handlers = createSessionHandlers(state);
  expect(state.current()).toBe('unknown');
  await handlers['session.locked']({ locked: false });
  expect(state.current()).toBe('unlocked');
  await handlers['session.locked']({ locked: true });
  expect(state.current()).toBe('locked');
});

test('pushes go to a living window only', () => {
  const sent: unknown[] = [];
  let isDestroyed = false;
  const window = {
    isDestroyed: () => isDestroyed,
    webContents: { send: (channel: string, message: unknown) => sent.push([channel, message]) },
  };
  const push = createPush(() => window);
  push('lock.requested', { reason: 'idle' });
  isDestroyed = true;
  push('lock.requested', { reason: 'idle' });
  createPush(() => null)('curtain.requested', {});
  expect(sent).toEqual([['lock.requested', { reason: 'idle' }]]);
});
