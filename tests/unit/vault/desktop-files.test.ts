import { expect, it, vi } from 'vitest';
import type { Desktop } from '@shared/ipc/contract';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { createDesktopFiles } from '../../../renderer/vault/desktop-files';

const bytes = Uint8Array.of(1, 2);
const span = { bytes, end: 9 };
const place = { fromSegment: 3, offset: 7 };
const backup = { name: 'steading-20261124-093000-0011aabb.stb', part: 'keys' } as const;
const policy = { hourly: 1, daily: 2, weekly: 3, monthly: 4 };
const backups = [{ name: backup.name, size: 5, hasKeys: true }];

/** Each method: how it is asked, which channel it uses with what, and what of the reply it hands on. */
const calls: {
  readonly [M in keyof VaultFilesDep]: readonly [
    ask: (files: VaultFilesDep) => Promise<unknown>,
    channel: string,
    request: object,
    reply: object,
    value: unknown,
  ];
} = {
  readHeader: [(files) => files.readHeader(), 'vault.readHeader', {}, { bytes }, bytes],
  writeHeader: [(files) => files.writeHeader(bytes), 'vault.writeHeader', { bytes }, {}, undefined],
  readRing: [(files) => files.readRing(), 'vault.readRing', {}, { copies: [bytes, null] }, [bytes, null]],
  writeRing: [(files) => files.writeRing(bytes), 'vault.writeRing', { bytes }, {}, undefined],
  journalStart: [
    (files) => files.journalStart(),
    'vault.journalStart',
    {},
    { firstSegment: 2, lastSegment: 4 },
    { firstSegment: 2, lastSegment: 4 },
  ],
  readJournal: [
    (files) => files.readJournal(3, 7, 5),
    'vault.readJournal',
    { ...place, maxBytes: 5 },
    span,
    span,
  ],
  appendFrame: [
    (files) => files.appendFrame(3, 7, bytes, true),
    'vault.appendFrame',
    { ...place, frame: bytes, newSegment: true },
    { end: 9, segment: 4 },
    { end: 9, segment: 4 },
  ],
  cutTail: [(files) => files.cutTail(3, 7), 'vault.cutTail', place, {}, undefined],
  dropSegments: [(files) => files.dropSegments(6), 'vault.dropSegments', { before: 6 }, {}, undefined],
  listCheckpoints: [
    (files) => files.listCheckpoints(),
    'vault.listCheckpoints',
    {},
    { numbers: [1, 2] },
    [1, 2],
  ],
  readCheckpoint: [
    (files) => files.readCheckpoint(2, 7, 5),
    'vault.readCheckpoint',
    { number: 2, offset: 7, maxBytes: 5 },
    span,
    span,
  ],
  writeCheckpoint: [
    (files) => files.writeCheckpoint(2, 7, bytes),
    'vault.writeCheckpoint',
    { number: 2, offset: 7, bytes },
    {},
    undefined,
  ],
  readCheckpointPart: [
    (files) => files.readCheckpointPart(2, 7, 5),
    'vault.readCheckpointPart',
    { number: 2, offset: 7, maxBytes: 5 },
    span,
    span,
  ],
  finishCheckpoint: [
    (files) => files.finishCheckpoint(2),
    'vault.finishCheckpoint',
    { number: 2 },
    {},
    undefined,
  ],
  dropCheckpoint: [(files) => files.dropCheckpoint(2), 'vault.dropCheckpoint', { number: 2 }, {}, undefined],
  readAnchor: [(files) => files.readAnchor('ab'), 'vault.readAnchor', { name: 'ab' }, { bytes: null }, null],
  writeAnchor: [
    (files) => files.writeAnchor('ab', bytes),
    'vault.writeAnchor',
    { name: 'ab', bytes },
    {},
    undefined,
  ],
  listBackups: [(files) => files.listBackups(), 'backup.list', {}, { backups, policy }, backups],
  backupPolicy: [(files) => files.backupPolicy(), 'backup.list', {}, { backups, policy }, policy],
  readBackup: [
    (files) => files.readBackup(null, 'keys', 7, 5),
    'backup.read',
    { name: null, part: 'keys', offset: 7, maxBytes: 5 },
    span,
    span,
  ],
  writeBackupPart: [
    (files) => files.writeBackupPart(backup.name, 'keys', 7, bytes),
    'backup.writePart',
    { ...backup, offset: 7, bytes },
    {},
    undefined,
  ],
  readBackupPart: [
    (files) => files.readBackupPart(backup.name, 'keys', 7, 5),
    'backup.readPart',
    { ...backup, offset: 7, maxBytes: 5 },
    span,
    span,
  ],
  finishBackup: [
    (files) => files.finishBackup(backup.name),
    'backup.finish',
    { name: backup.name },
    {},
    undefined,
  ],
  dropBackup: [(files) => files.dropBackup(backup.name), 'backup.drop', { name: backup.name }, {}, undefined],
  rewriteBackupKeys: [
    (files) => files.rewriteBackupKeys(backup.name, bytes),
    'backup.rewriteKeys',
    { name: backup.name, bytes },
    {},
    undefined,
  ],
  beginRestore: [(files) => files.beginRestore(), 'restore.begin', {}, {}, undefined],
  writeRestore: [
    (files) => files.writeRestore('checkpoint', 2, 7, bytes),
    'restore.write',
    { piece: 'checkpoint', number: 2, offset: 7, bytes },
    {},
    undefined,
  ],
  readRestore: [
    (files) => files.readRestore('ring', 0, 7, 5),
    'restore.read',
    { piece: 'ring', number: 0, offset: 7, maxBytes: 5 },
    span,
    span,
  ],
  finishRestore: [(files) => files.finishRestore(), 'restore.finish', {}, {}, undefined],
};

it.each(Object.entries(calls))(
  '%s asks for one vault over its channel',
  async (_method, [ask, channel, request, reply, value]) => {
    const invoke = vi.fn().mockResolvedValue({ ok: true, value: reply });
    const files = createDesktopFiles({ [channel]: invoke } as unknown as Desktop, 'demo');
    expect(await ask(files)).toEqual({ ok: true, value });
    expect(invoke.mock.calls).toEqual([[{ vault: 'demo', ...request }]]);
  },
);

it('the quick copies of both vaults are cleared at once', async () => {
  const invoke = vi.fn().mockResolvedValue({ ok: true, value: {} });
  const files = createDesktopFiles({ 'vault.clearCache': invoke } as unknown as Desktop, 'demo');
  expect(await files.clearCache()).toEqual({ ok: true, value: undefined });
  expect(invoke.mock.calls).toEqual([[{}]]);
});

it.each([
  [
    { tag: 'OffsetMismatch', end: 4 },
    { tag: 'OffsetMismatch', end: 4 },
  ],
  [{ tag: 'InUse' }, { tag: 'InUse' }],
  [{ tag: 'UntrustedSender' }, { tag: 'WriteFailed', code: 'UNTRUSTED' }],
  [{ tag: 'BadArguments' }, { tag: 'WriteFailed', code: 'BADARGS' }],
])('%j comes back as a file that did not do as asked', async (error, expected) => {
  const invoke = vi.fn().mockResolvedValue({ ok: false, error });
  const files = createDesktopFiles({ 'vault.cutTail': invoke } as unknown as Desktop, 'main');
  expect(await files.cutTail(1, 2)).toEqual({ ok: false, error: expected });
});
