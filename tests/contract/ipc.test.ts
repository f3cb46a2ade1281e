import { describe, expect, test } from 'vitest';
import { bindHandlers } from '../../electron/ipc/bind-handlers';
import { createAppHandlers } from '../../electron/ipc/handlers/app-handlers';
import { createBackupHandlers } from '../../electron/ipc/handlers/backup-handlers';
import { createFileHandlers } from '../../electron/ipc/handlers/file-handlers';
import { createNoticeHandlers } from '../../electron/ipc/handlers/notice-handlers';
import { createSessionHandlers } from '../../electron/ipc/handlers/session-handlers';
import { createVaultHandlers, type VaultHandlersDeps } from '../../electron/ipc/handlers/vault-handlers';
import { createPush } from '../../electron/ipc/push';
import { createRefusals, type Refusals } from '../../electron/ipc/refusals';
import type { InvokeEvent } from '../../electron/ports';
import type { BackupFiles } from '../../electron/services/backup-files';
import type { Backups } from '../../electron/services/backups';
import { createSessionState } from '../../electron/services/session-state';
import type { VaultFolder } from '../../electron/services/vault-folder';
import { defaultBackupPolicy } from '../../shared/ipc/backup-contract';
import { type InvokeChannel, invokeChannels, pushChannels } from '../../shared/ipc/channels';
import { ipcContract, type IpcHandlers, type IpcRequest, pushContract } from '../../shared/ipc/contract';
import { err, ok } from '../../shared/kernel/result';

const origin = 'app://local';
const trusted: InvokeEvent = { senderFrame: { origin, parent: null } };

const bytes = Uint8Array.of(1);
const backupName = 'steading-20261124-093000-0011aabb.stb';

const goodRequests: { readonly [C in InvokeChannel]: IpcRequest<C> } = {
  'app.info': {},
  'vault.readHeader': { vault: 'main' },
  'vault.writeHeader': { vault: 'demo', bytes },
  'vault.readRing': { vault: 'main' },
  'vault.writeRing': { vault: 'main', bytes },
  'vault.journalStart': { vault: 'main' },
  'vault.readJournal': { vault: 'main', fromSegment: 1, offset: 0, maxBytes: 1 },
  'vault.appendFrame': { vault: 'main', fromSegment: 1, offset: 0, frame: bytes, newSegment: false },
  'vault.cutTail': { vault: 'main', fromSegment: 1, offset: 0 },
  'vault.dropSegments': { vault: 'main', before: 1 },
  'vault.listCheckpoints': { vault: 'main' },
  'vault.readCheckpoint': { vault: 'main', number: 1, offset: 0, maxBytes: 1 },
  'vault.writeCheckpoint': { vault: 'main', number: 1, offset: 0, bytes },
  'vault.readCheckpointPart': { vault: 'main', number: 1, offset: 0, maxBytes: 1 },
  'vault.finishCheckpoint': { vault: 'main', number: 1 },
  'vault.dropCheckpoint': { vault: 'main', number: 1 },
  'vault.readAnchor': { vault: 'main', name: '0123456789abcdef0123456789abcdef' },
  'vault.writeAnchor': { vault: 'main', name: '0123456789abcdef0123456789abcdef', bytes },
  'vault.eraseDemo': {},
  'vault.clearCache': {},
  'restore.begin': { vault: 'main' },
  'restore.write': { vault: 'main', piece: 'header', number: 0, offset: 0, bytes },
  'restore.read': { vault: 'main', piece: 'ring', number: 0, offset: 0, maxBytes: 1 },
  'restore.finish': { vault: 'main' },
  'restore.aside': { vault: 'main' },
  'restore.deleteAside': { vault: 'main' },
  'backup.status': {},
  'backup.chooseFolder': {},
  'backup.useDefaultFolder': {},
  'backup.setPolicy': { policy: { hourly: 24, daily: 7, weekly: 4, monthly: 12 } },
  'backup.pick': { vault: 'main' },
  'backup.list': { vault: 'main' },
  'backup.read': { vault: 'main', name: null, part: 'body', offset: 0, maxBytes: 1 },
  'backup.writePart': { vault: 'main', name: backupName, part: 'body', offset: 0, bytes },
  'backup.readPart': { vault: 'main', name: backupName, part: 'keys', offset: 0, maxBytes: 1 },
  'backup.finish': { vault: 'main', name: backupName },
  'backup.drop': { vault: 'main', name: backupName },
  'backup.rewriteKeys': { vault: 'main', name: backupName, bytes },
  'disk.status': {},
  'file.save': { suggestedName: 'summary.csv', bytes: Uint8Array.of(1) },
  'file.savePdf': { suggestedName: 'summary.pdf', footer: 'Page' },
  'file.showLastSaved': {},
  'notice.show': { counts: { supervision: 2, 'access-request': 1 } },
  'session.locked': { locked: true, vault: 'main', savedAt: 1, place: '/people/new', isCurtained: false },
  'session.resume': {},
  'session.tried': { vault: 'main', outcome: 'wrong' },
  'preferences.read': {},
  'preferences.write': { idleMinutes: 15 },
  'clipboard.write': { text: 'page TypeError' },
  'clipboard.writeImage': { png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0) },
  'clipboard.copied': {},
};

function pngOf(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
}

const wrongForAll: readonly unknown[] = [undefined, null, 0, 'x', [], { extra: 1 }, Uint8Array.of(1)];
const wrongFor: Partial<Record<InvokeChannel, readonly unknown[]>> = {
  'vault.readHeader': [{ vault: '../main' }, { vault: 'main', path: '/etc' }],
  'vault.writeHeader': [
    { vault: 'main', bytes: [1] },
    { vault: 'main', bytes: new Uint8Array(64 * 1024 + 1) },
  ],
  'vault.writeRing': [{ vault: 'main', bytes: new Uint8Array(16 * 1024 * 1024 + 1) }],
  'vault.readJournal': [
    { vault: 'main', fromSegment: 1, offset: -1, maxBytes: 1 },
    { vault: 'main', fromSegment: 1, offset: 0.5, maxBytes: 1 },
    { vault: 'main', fromSegment: 1, offset: 0, maxBytes: 2 ** 40 },
    { vault: 'main', fromSegment: 1, offset: Number.NaN, maxBytes: 1 },
    { vault: 'main', fromSegment: 0, offset: 0, maxBytes: 1 },
    { vault: 'main', fromSegment: 1_000_000, offset: 0, maxBytes: 1 },
    { vault: 'main', offset: 0, maxBytes: 1 },
  ],
  'vault.appendFrame': [
    { vault: 'main', fromSegment: 1, offset: 0, frame: 'text', newSegment: false },
    { vault: 'main', fromSegment: 1, offset: Infinity, frame: bytes, newSegment: false },
    { vault: 'main', fromSegment: 1, offset: 0, frame: bytes },
  ],
  'vault.cutTail': [{ vault: 'main', fromSegment: 1, offset: '0' }],
  'vault.dropSegments': [{ vault: 'main', before: 0 }],
  'vault.readCheckpoint': [{ vault: 'main', number: '../1', offset: 0, maxBytes: 1 }],
  'vault.dropCheckpoint': [{ vault: 'main', number: -1 }],
  'vault.readAnchor': [{ vault: 'main', name: '../../x' }],
  'vault.writeAnchor': [
    { vault: 'main', name: 'A'.repeat(32), bytes },
    { vault: 'main', name: '0'.repeat(32), bytes: new Uint8Array(4097) },
  ],
  'restore.write': [{ vault: 'main', piece: 'journal', number: 0, offset: 0, bytes }],
  'restore.finish': [{ vault: 'other' }],
  'restore.deleteAside': [{ vault: 'main', path: '/etc' }],
  'backup.chooseFolder': [{ path: '/etc' }],
  'backup.setPolicy': [
    { policy: { hourly: 24, daily: 0, weekly: 4, monthly: 12 } },
    { policy: { hourly: 24, daily: 7, weekly: 4, monthly: 12, yearly: 1 } },
  ],
  'backup.pick': [{ vault: 'main', path: '/etc/passwd' }],
  'backup.read': [
    { vault: 'main', name: `../${backupName}`, part: 'body', offset: 0, maxBytes: 1 },
    { vault: 'main', name: `${backupName}\n`, part: 'body', offset: 0, maxBytes: 1 },
    { vault: 'main', name: null, part: 'header', offset: 0, maxBytes: 1 },
  ],
  'backup.writePart': [{ vault: 'main', name: null, part: 'body', offset: 0, bytes }],
  'backup.finish': [{ vault: 'main', name: 'steading-20261124-093000-0011aabb.stbk' }],
  'vault.eraseDemo': [{ vault: 'main' }],
  'file.save': [
    { suggestedName: '../a.csv', bytes: Uint8Array.of(1) },
    { suggestedName: '/etc/a.csv', bytes: Uint8Array.of(1) },
    { suggestedName: 'a.exe', bytes: Uint8Array.of(1) },
    { suggestedName: 'a.csv\n', bytes: Uint8Array.of(1) },
  ],
  'file.savePdf': [{ suggestedName: 'a.pdf', footer: 'x'.repeat(121) }],
  'notice.show': [
    { counts: { supervision: 'Ailsa Munro' } },
    { counts: { 'Ailsa Munro': 1 } },
    { counts: { supervision: 0 } },
    { counts: {}, text: 'Ailsa Munro' },
  ],
  'session.locked': [
    { locked: true },
    { locked: 'yes', vault: 'main', savedAt: null, place: null, isCurtained: false },
    { locked: true, vault: 'other', savedAt: null, place: null, isCurtained: false },
    { locked: true, vault: 'main', savedAt: -1, place: null, isCurtained: false },
    { locked: true, vault: 'main', savedAt: null, place: '/people?name=x', isCurtained: false },
    { locked: true, vault: 'main', savedAt: null, place: 'https://example.org', isCurtained: false },
  ],
  'session.tried': [{ vault: 'main', outcome: 'forgotten' }, { outcome: 'wrong' }],
  'preferences.write': [
    { idleMinutes: 0 },
    { idleMinutes: 16 },
    { idleMinutes: 1.5 },
    { idleMinutes: null },
    { lockOnMinimise: 'yes' },
    { folder: '/tmp' },
  ],
  'clipboard.write': [{ text: 1 }, { text: 'x'.repeat(100_001) }],
  'clipboard.writeImage': [
    { png: 'x' },
    { png: new Uint8Array(16) },
    { png: new Uint8Array(0) },
    { png: pngOf(8 * 1024 * 1024 + 1) },
  ],
};

interface Bound {
  readonly ran: InvokeChannel[];
  readonly invoke: (channel: string, event: InvokeEvent, request: unknown) => Promise<unknown>;
  readonly channels: string[];
  readonly refusals: Refusals;
  readonly settled: () => Promise<void>;
}

function bound(handlers: (ran: InvokeChannel[]) => IpcHandlers): Bound {
  const listeners = new Map<string, (event: InvokeEvent, request: unknown) => Promise<unknown>>();
  const ran: InvokeChannel[] = [];
  const refusals = createRefusals();
  const { settled } = bindHandlers({
    refusals,
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
    refusals,
    settled,
    channels: [...listeners.keys()],
    invoke: (channel, event, request) => {
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`no handler for ${channel}`);
      return listener(event, request);
    },
  };
}

type Note = <T>(channel: InvokeChannel, value: T) => Promise<{ ok: true; value: T }>;

const span = { bytes, end: 1 };

function notedVault(note: Note): VaultHandlersDeps {
  const folder: VaultFolder = {
    header: {
      read: () => note<{ bytes: Uint8Array | null }>('vault.readHeader', { bytes: null }),
      write: () => note('vault.writeHeader', {}),
    },
    ring: {
      read: () =>
        note<{ copies: [Uint8Array | null, Uint8Array | null] }>('vault.readRing', { copies: [bytes, null] }),
      write: () => note('vault.writeRing', {}),
    },
    journal: {
      start: () => note('vault.journalStart', { firstSegment: 1, lastSegment: 1 }),
      read: () => note('vault.readJournal', span),
      append: () => note('vault.appendFrame', { end: 1, segment: 1 }),
      cutTail: () => note('vault.cutTail', {}),
      dropSegments: () => note('vault.dropSegments', {}),
    },
    checkpoints: {
      list: () => note('vault.listCheckpoints', { numbers: [1] }),
      read: () => note('vault.readCheckpoint', span),
      write: () => note('vault.writeCheckpoint', {}),
      readPart: () => note('vault.readCheckpointPart', span),
      finish: () => note('vault.finishCheckpoint', {}),
      drop: () => note('vault.dropCheckpoint', {}),
    },
    anchor: {
      read: () => note<{ bytes: Uint8Array | null }>('vault.readAnchor', { bytes: null }),
      write: () => note('vault.writeAnchor', {}),
    },
    restore: {
      begin: () => note('restore.begin', {}),
      write: () => note('restore.write', {}),
      read: () => note('restore.read', span),
      finish: () => note('restore.finish', {}),
      aside: () => note('restore.aside', { movedAt: [1] }),
      deleteAside: () => note('restore.deleteAside', {}),
    },
    erase: () => note('vault.eraseDemo', {}),
    isReserveUsed: () => false,
    closeIdle: () => undefined,
    settled: () => Promise.resolve(),
  };
  return {
    clearCache: async () => {
      await note('vault.clearCache', {});
    },
    of: () => folder,
    diskStatus: async () =>
      (await note('disk.status', { freeBytes: null, isLow: false, isReserveUsed: false })).value,
  };
}

function notedBackups(note: Note): Backups {
  const status = {
    folderName: 'backups',
    isDefault: true,
    isCloud: false,
    isWritable: true,
    freeBytes: 1,
    policy: defaultBackupPolicy,
    lastProblem: null,
  };
  const files: BackupFiles = {
    list: () => Promise.resolve([]),
    read: () => note('backup.read', span),
    writePart: () => note('backup.writePart', {}),
    readPart: () => note('backup.readPart', span),
    finish: () => note('backup.finish', {}),
    drop: () => note('backup.drop', {}),
    rewriteKeys: () => note('backup.rewriteKeys', {}),
  };
  return {
    folder: {
      status: () => note('backup.status', status),
      choose: () => note('backup.chooseFolder', status),
      useDefault: () => note('backup.useDefaultFolder', status),
      setPolicy: () => note('backup.setPolicy', status),
    },
    pick: () => note('backup.pick', { name: null, size: 1, hasKeys: true }),
    list: () => note('backup.list', { backups: [], policy: defaultBackupPolicy }),
    read: () => note('backup.read', span),
    change: (_vault, task) => task(files),
    readPart: () => note('backup.readPart', span),
    finish: () => note('backup.finish', {}),
    settled: () => Promise.resolve(),
  };
}

/** The real handler groups over services that only note what was asked of them. */
function realHandlers(ran: InvokeChannel[]): IpcHandlers {
  const note: Note = (channel, value) => {
    ran.push(channel);
    return Promise.resolve(ok(value));
  };
  const app = createAppHandlers(
    { version: '0.1.0', platform: 'linux', cloudFolder: false },
    { list: () => [] },
  );
  const session = createSessionHandlers({
    session: createSessionState(),
    tries: { tried: () => ({ wrongTries: 3, sinceMs: 0, refused: 3 }) },
    preferences: {
      current: () => ({ idleMinutes: 5, lockOnMinimise: false }),
      change: () => Promise.resolve(ok({ idleMinutes: 15, lockOnMinimise: false })),
    },
    clipboard: {
      write: () => Promise.resolve(),
      writeImage: () => Promise.resolve(),
      copied: () => Promise.resolve(),
    },
  });
  const noted = Object.fromEntries(
    Object.entries(session).map(([channel, handler]) => [
      channel,
      (request: never) => {
        ran.push(channel as InvokeChannel);
        return handler(request);
      },
    ]),
  ) as unknown as typeof session;
  return {
    'app.info': (request) => {
      ran.push('app.info');
      return app['app.info'](request);
    },
    ...noted,
    ...createVaultHandlers(notedVault(note)),
    ...createBackupHandlers(notedBackups(note)),
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
    ...createNoticeHandlers({
      show: () => {
        ran.push('notice.show');
      },
    }),
  };
}

test('the channel list is frozen: a change here is a change of what the page may do', () => {
  expect([...invokeChannels]).toEqual([
    'app.info',
    'vault.readHeader',
    'vault.writeHeader',
    'vault.readRing',
    'vault.writeRing',
    'vault.journalStart',
    'vault.readJournal',
    'vault.appendFrame',
    'vault.cutTail',
    'vault.dropSegments',
    'vault.listCheckpoints',
    'vault.readCheckpoint',
    'vault.writeCheckpoint',
    'vault.readCheckpointPart',
    'vault.finishCheckpoint',
    'vault.dropCheckpoint',
    'vault.readAnchor',
    'vault.writeAnchor',
    'vault.eraseDemo',
    'vault.clearCache',
    'restore.begin',
    'restore.write',
    'restore.read',
    'restore.finish',
    'restore.aside',
    'restore.deleteAside',
    'backup.status',
    'backup.chooseFolder',
    'backup.useDefaultFolder',
    'backup.setPolicy',
    'backup.pick',
    'backup.list',
    'backup.read',
    'backup.writePart',
    'backup.readPart',
    'backup.finish',
    'backup.drop',
    'backup.rewriteKeys',
    'disk.status',
    'file.save',
    'file.savePdf',
    'file.showLastSaved',
    'notice.show',
    'session.locked',
    'session.resume',
    'session.tried',
    'preferences.read',
    'preferences.write',
    'clipboard.write',
    'clipboard.writeImage',
    'clipboard.copied',
  ]);
  expect([...pushChannels]).toEqual(['lock.requested', 'menu.command', 'curtain.requested', 'disk.low']);
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
    const { invoke, ran, refusals } = bound(realHandlers);
    expect(await invoke(channel, event, goodRequests[channel])).toEqual({
      ok: false,
      error: { tag: 'UntrustedSender' },
    });
    expect(ran).toEqual([]);
    expect(refusals.list()).toEqual([{ channel, tag: 'UntrustedSender', count: 1 }]);
  });

  test('refuses arguments of another shape', async () => {
    const { invoke, ran, refusals } = bound(realHandlers);
    const requests = [...wrongForAll, ...(wrongFor[channel] ?? [])];
    for (const request of requests) {
      expect(await invoke(channel, trusted, request)).toEqual({ ok: false, error: { tag: 'BadArguments' } });
    }
    expect(ran).toEqual([]);
    // How often, on which channel, and nothing of what was asked.
    expect(refusals.list()).toEqual([{ channel, tag: 'BadArguments', count: requests.length }]);
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

test('what the page says of itself is what the next page is told', async () => {
  const session = createSessionState();
  const handlers = createSessionHandlers({
    session,
    tries: { tried: () => ({ wrongTries: 0, sinceMs: 0, refused: 0 }) },
    preferences: {
      current: () => ({ idleMinutes: 5, lockOnMinimise: false }),
      change: () => Promise.resolve(err({ tag: 'DiskFull' })),
    },
    clipboard: {
      write: () => Promise.reject(new Error('no clipboard')),
      writeImage: () => Promise.reject(new Error('no clipboard')),
      copied: () => Promise.resolve(),
    },
  });
  expect(session.current()).toBe('unknown');
  const start = { vault: 'main', savedAt: null, place: null, isCurtained: false, isTimeUp: false };
  expect(await handlers['session.resume']({})).toEqual(ok(start));
  const open = { vault: 'demo', savedAt: null, place: '/today', isCurtained: false } as const;
  await handlers['session.locked']({ locked: false, ...open });
  expect(session.current()).toBe('unlocked');
  session.keep({ isTimeUp: true });
  const shut = { vault: 'demo', savedAt: 7, place: '/people', isCurtained: true } as const;
  await handlers['session.locked']({ locked: true, ...shut });
  expect(session.current()).toBe('locked');
  expect(await handlers['session.resume']({})).toEqual(ok({ ...shut, isTimeUp: true }));
  await handlers['session.locked']({ locked: false, ...open });
  expect(await handlers['session.resume']({})).toEqual(ok({ ...open, isTimeUp: false }));
  // What did not come about is said, as a value.
  expect(await handlers['preferences.write']({ idleMinutes: 1 })).toEqual(err({ tag: 'DiskFull' }));
  expect((await handlers['clipboard.write']({ text: 'x' })).ok).toBe(false);
  expect((await handlers['clipboard.writeImage']({ png: pngOf(9) })).ok).toBe(false);
});

test('a call that is under way is waited for', async () => {
  let end: () => void = () => undefined;
  const { invoke, settled } = bound((ran) => ({
    ...realHandlers(ran),
    'app.info': () =>
      new Promise((resolve) => {
        end = () => {
          resolve(err({ tag: 'Cancelled' }));
        };
      }),
  }));
  await settled();
  const call = invoke('app.info', trusted, {});
  let isSettled = false;
  const waiting = settled().then(() => {
    isSettled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isSettled).toBe(false);
  end();
  await Promise.all([call, waiting]);
  expect(isSettled).toBe(true);
});

test('an open dialog is not waited for: the page that asked may end', async () => {
  const { invoke, settled } = bound((ran) => ({
    ...realHandlers(ran),
    'file.save': () => new Promise(() => undefined),
    'backup.pick': () => new Promise(() => undefined),
  }));
  void invoke('file.save', trusted, goodRequests['file.save']);
  void invoke('backup.pick', trusted, goodRequests['backup.pick']);
  await settled();
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
