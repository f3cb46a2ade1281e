/** The frozen vaults and a fresh one, read with what docs/format.md says and nothing else (`page-reader.ts`). */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeVault, type FileTree } from '../support/rescue-kit';
import { must, testId } from '../support/vault-kit';
import { goldenRecords, goldenRecoveryCode } from './golden-vault';
import { records2 } from './golden-vault-2';
import {
  anchorName,
  entryOfOp,
  genesis,
  openAnchor,
  openEnvelope,
  openHeader,
  openRing,
  readBackup,
  readCheckpoint,
  readFrames,
  readLog,
  rootOf,
  type Checkpoint,
  type Entry,
  type Frame,
  type Keys,
  type LogEnd,
  type Op,
  type Ring,
} from './page-reader';

const read = (...names: string[]): Buffer => readFileSync(resolve(import.meta.dirname, ...names));

/** Section 1: all segments from one on, in the order of their numbers; a gap is a lost file. */
function joinSegments(tree: FileTree, from: number): Buffer {
  const names = [...tree.keys()].filter((name) => /^vault\/journal\/seg-\d{6}\.stj$/.test(name)).sort();
  const run = names.filter((name) => Number(name.slice(18, 24)) >= from);
  run.forEach((name, index) => expect(Number(name.slice(18, 24))).toBe(from + index));
  return Buffer.concat(run.map((name) => tree.get(name) ?? Buffer.alloc(0)));
}

interface Whole {
  readonly keys: Keys;
  readonly ring: Ring | null;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly frames: readonly Frame[];
  readonly values: ReadonlyMap<string, readonly [number, unknown]>;
  readonly log: LogEnd;
}

const logStart: LogEnd = { count: 0, head: Buffer.alloc(32), events: [] };

/** The live records: each from the put that the manifest names. */
function valuesOf(keys: Keys, ring: Ring | null, entries: Iterable<Entry>, ops: readonly Op[]) {
  const values = new Map<string, readonly [number, unknown]>();
  const byHash = new Map(
    ops.filter(({ type }) => type === 1).map((op) => [entryOfOp(op).hash.toString('hex'), op]),
  );
  for (const { type, id, revision, hash } of entries) {
    if (type !== 1) continue;
    const op = byHash.get(hash.toString('hex'));
    if (op?.revision !== revision) throw new Error('A put is missing');
    values.set(id, [revision, openEnvelope(keys, ring, op)]);
  }
  return values;
}

/** Section 12, step by step. */
function readVault(tree: FileTree, code: string): Whole {
  const file = (name: string): Buffer => Buffer.from(tree.get(`vault/${name}`) ?? []);
  const keys = openHeader(file('keys.stk'), code);
  const rings = ['ring-1.str', 'ring-2.str']
    .filter((name) => tree.has(`vault/${name}`))
    .map((name) => openRing(keys, file(name)));
  const [ring = null] = [...rings].sort((a, b) => b.revision - a.revision);
  const checkpoints = [...tree.keys()].filter((name) => name.startsWith('vault/checkpoint/')).sort();
  const newest = checkpoints.at(-1);
  const base =
    newest === undefined
      ? null
      : readCheckpoint(keys, Buffer.from(tree.get(newest) ?? []), Number(newest.slice(-10, -4)));
  const entries = new Map((base?.entries ?? []).map((entry) => [entry.id, entry]));
  let log = readLog(keys, base?.ops ?? [], logStart);
  if (base !== null) expectLog(log, base);

  const frames = readFrames(keys, joinSegments(tree, base?.firstSegment ?? 1), {
    context: 'steading1/frame',
    segment: 1,
    seq: (base?.seq ?? 0) + 1,
    prevHash: base?.prevHash ?? genesis(keys.vaultId, 'steading1/frame', 1),
  });
  for (const { seq, ops } of frames) {
    for (const op of ops) if ([1, 2, 5].includes(op.type)) entries.set(op.id.toString('hex'), entryOfOp(op));
    log = readLog(keys, ops, log);
    const head = ops.at(-1);
    if (head?.type === 3) expectHead(head, seq, { keys, entries, log, ring });
  }
  const ops = [...(base?.ops ?? []), ...frames.flatMap((frame) => frame.ops)];
  return { keys, ring, entries, frames, values: valuesOf(keys, ring, entries.values(), ops), log };
}

function expectLog(log: LogEnd, { auditCount, auditHead }: Checkpoint): void {
  expect(log.count).toBe(auditCount);
  expect(log.head).toEqual(auditHead);
}

function expectHead(
  { envelope, revision, tableId }: Op,
  seq: number,
  { keys, entries, log, ring }: Pick<Whole, 'keys' | 'entries' | 'log' | 'ring'>,
): void {
  expect([revision, tableId, envelope.length]).toEqual([seq, 0, 84]);
  expect(envelope.subarray(0, 32)).toEqual(rootOf(keys, entries.values()));
  expect(Number(envelope.readBigUInt64BE(32))).toBeLessThanOrEqual(ring?.revision ?? 0);
  expect(Number(envelope.readBigUInt64BE(40))).toBe(log.count);
  expect(envelope.subarray(48, 80)).toEqual(log.head);
  expect(envelope.readUInt32BE(80)).toBe([...entries.values()].filter(({ type }) => type === 1).length);
}

/** Files by name, as `writeVault` gives them. */
function treeOf(folder: string): FileTree {
  const root = resolve(import.meta.dirname, folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

describe('the first vault', () => {
  function expectRecords(tree: FileTree): void {
    const { values, ring, entries } = readVault(tree, goldenRecoveryCode);
    expect(ring).toBeNull();
    expect([entries.size, values.size]).toEqual([5, 4]);
    for (const { id, revision, value } of goldenRecords) expect(values.get(id)).toEqual([revision, value]);
  }

  it('is read from header and journal', () => {
    const [header, journal] = [read('vault-1', 'header.bin'), read('vault-1', 'journal.bin')];
    expect(header).toHaveLength(263);
    expectRecords(
      new Map([
        ['vault/keys.stk', header],
        ['vault/journal/seg-000001.stj', journal],
      ]),
    );
  });

  it('is read as it lies on a disk, its journal in two segments', () => {
    expectRecords(treeOf('vault-1-on-disk'));
  });
});

describe('the vault with every piece', () => {
  const frozen = treeOf('vault-2-on-disk');
  const code = read('vault-2-on-disk', 'recovery-code.txt').toString('utf8').trim();
  const tree = new Map([...frozen].map(([name, bytes]) => [name.replace('profile/', ''), bytes] as const));

  function expectRecords(values: Whole['values']): void {
    const found = [...values].map(([id, [revision, value]]) => {
      const words = Object.entries(records2).find(([known]) => known === id)?.[1][1] ?? 'not in the list';
      return [id, [revision, JSON.stringify(value).includes(words) ? words : 'something else']];
    });
    expect(Object.fromEntries(found)).toEqual(records2);
  }

  it('is read: keyring, checkpoint, journal, heads and log', () => {
    const { values, ring, entries, log, frames } = readVault(tree, code);
    expectRecords(values);
    expect(entries.get(testId(5))?.type).toBe(2);
    expect(entries.get(testId(7))?.type).toBe(5);
    expect(frames.map(({ seq }) => seq)).toEqual([11, 12, 13]);
    expect(log.events).toEqual([
      'created',
      'edit',
      'edit',
      'edit',
      'edit',
      'edit',
      'remove',
      'edit',
      'purge',
      'backup',
      'edit',
      'view',
      'backup',
    ]);
    expect(tree.get('vault/ring-1.str')).toEqual(tree.get('vault/ring-2.str'));
    expect(ring?.revision).toBe(5);
    const sets = [[testId(1)], [testId(2)], [testId(1), testId(2)]];
    expect(ring?.owners.map((set) => set.join()).sort()).toEqual(sets.map((set) => set.join()).sort());
  });

  it('has its newest state noted in the anchor', () => {
    const { keys, frames, entries } = readVault(tree, code);
    const anchor = openAnchor(
      keys,
      Buffer.from(tree.get(`appdata/Steading Anchor/${anchorName(keys.vaultId)}.sta`) ?? []),
    );
    expect(anchor.seq).toBe(13);
    expect(anchor.headHash).toEqual(frames.at(-1)?.chainHash);
    expect(anchor.root).toEqual(rootOf(keys, entries.values()));
  });

  it('has both its backups read, each with its own keys beside it', () => {
    const names = [...tree.keys()].filter((name) => name.endsWith('.stb')).sort();
    expect(names).toHaveLength(2);
    const backups = names.map((name) =>
      readBackup(Buffer.from(tree.get(name) ?? []), Buffer.from(tree.get(`${name}k`) ?? []), code),
    );
    for (const { keys, ring, checkpoint, seq } of backups) {
      expect([checkpoint.number, checkpoint.firstSegment, checkpoint.seq]).toEqual([1, 1, seq]);
      expectLog(readLog(keys, checkpoint.ops, logStart), checkpoint);
      expect(valuesOf(keys, ring, checkpoint.entries, checkpoint.ops).size).toBe(5);
    }
    const newest = backups.at(-1);
    if (newest === undefined) throw new Error('No backup');
    const { keys, ring, checkpoint } = newest;
    expectRecords(valuesOf(keys, ring, checkpoint.entries, checkpoint.ops));
  });
});

it('reads a vault of today, with a backup of several pieces', async () => {
  const at = Date.UTC(2026, 10, 24);
  const note = 'a long thought, '.repeat(9000);
  const value = { form: 'supervision', recordId: null, title: '', fields: { note } };
  const { tree, code } = await writeVault(async (vault) => {
    const put = { type: 'put', kind: 'draft', id: testId(1), baseRevision: 0, value } as const;
    must(await vault.commit({ writes: [put], at }));
    must(await vault.compact({ at, force: true }));
    must(await vault.backUp({ at }));
  });
  expect(readVault(tree, code).values).toEqual(new Map([[testId(1), [1, value]]]));
  const name = [...tree.keys()].find((file) => file.endsWith('.stb')) ?? '';
  const { keys, ring, checkpoint, chunks } = readBackup(
    Buffer.from(tree.get(name) ?? []),
    Buffer.from(tree.get(`${name}k`) ?? []),
    code,
  );
  expect(chunks).toBe(3);
  expect(valuesOf(keys, ring, checkpoint.entries, checkpoint.ops)).toEqual(
    new Map([[testId(1), [1, value]]]),
  );
});
