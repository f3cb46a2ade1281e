/**
 * A vault as it is after a year or so of use, made by the real vault code over the real file services: every kind of
 * record, people, shared sessions, earlier versions, removals, the log, two checkpoints, a journal in several files
 * behind them, a cache, and two backups. Copies of it are kept as it was earlier on: they are what an attacker, or a
 * restored disk, could put back.
 */
import { buildDemoWrites } from '@shared/demo/demo-data';
import { createSeeded, type Seeded } from '@shared/demo/seeded';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { careSettingsKind } from '@shared/records/care-settings/care-settings';
import { exportEntryKind } from '@shared/records/export-entry/export-entry';
import { supervisionSessionKind } from '@shared/records/supervision-session/supervision-session';
import { kindNames, type KindName } from '@shared/records/registry';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { VaultApi, Write } from '@shared/vault/vault-api';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium, type Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { findBase } from '../../renderer/vault/worker/base';
import type { CheckpointInfo } from '../../renderer/vault/worker/crypto/v1/checkpoint';
import { decodeHeader, type VaultHeader } from '../../renderer/vault/worker/crypto/v1/header';
import { deriveKeys, type VaultKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import { rootKeyBySecret } from '../../renderer/vault/worker/key-slots';
import { createVault } from '../../renderer/vault/worker/vault';
import { createMemoryDisk, type MemoryDisk } from '../support/memory-disk';
import { serveFiles, type ServedFiles } from '../support/served-files';
import { folderOf } from '../support/vault-files';
import { at as startedAt, createQuickKdf, must, passphraseOf } from '../support/vault-kit';
import { createMemoryStore, type CacheState, type MemoryStore } from './memory-store';

/** Everything of a profile that outlives the app: its files, its cache, and the anchor beside it. */
export interface Profile {
  readonly disk: MemoryDisk;
  readonly cache: CacheState;
}

export const vaultFolder = folderOf('main');
const hourMs = 60 * 60 * 1000;
/** Small, so that the journal lies in several files. */
const segmentBytes = 24 * 1024;

export const firstPassphrase = 'harbour lantern thistle';
export const passphrase = 'seven tides under the pier';

export interface OpenProfile {
  readonly vault: VaultApi;
  readonly disk: MemoryDisk;
  readonly store: MemoryStore;
  readonly served: ServedFiles;
}

export function openProfile(sodium: Sodium, profile: Profile): OpenProfile {
  const disk = profile.disk;
  const served = serveFiles({ files: disk, segmentBytes });
  const store = createMemoryStore(profile.cache);
  const vault = createVault({
    sodium,
    segmentSeal: createSegmentSeal(sodium, crypto.subtle),
    files: served.dep(),
    store,
    kdf: createQuickKdf(sodium),
  });
  return { vault, disk, store, served };
}

export type PastName = 'young' | 'first checkpoint' | 'second checkpoint';

export interface SeededVault {
  readonly sodium: Sodium;
  readonly now: Profile;
  readonly past: Readonly<Record<PastName, Profile>>;
  /** Names in the folder of backups, oldest first. */
  readonly backups: readonly string[];
  /** What every version of every record said: id and revision to the text of its value. */
  readonly said: ReadonlyMap<string, string>;
  /** The same for what stands now, by id. */
  readonly standing: ReadonlyMap<RecordId, string>;
  readonly records: number;
  readonly logEntries: number;
  readonly recoveryCode: string;
  readonly vaultId: Uint8Array;
  readonly keys: VaultKeys;
  /** The newest checkpoint. */
  readonly base: CheckpointInfo;
  /** The vault after each of the last saves, oldest first; the last one is `now`'s own state but for a note. */
  readonly steps: readonly Profile[];
}

const textOf = (value: unknown): string => canonicalJson(value) ?? '';
export const versionKey = (id: string, revision: number): string => `${id} ${String(revision)}`;

/** libsodium with its randomness from the seed, so that a finding can be found again. */
function seededSodium(real: Sodium, random: Seeded): Sodium {
  return {
    ...real,
    randomBytes: (length) => Uint8Array.from({ length }, () => random.whole(0, 255)),
  };
}

export async function buildSeededVault(seed: number): Promise<SeededVault> {
  const random = createSeeded(seed);
  const sodium = seededSodium(await loadSodium(), createSeeded(seed + 1));
  const newId = (): RecordId => recordIdFromBytes(sodium.randomBytes(16));
  const open = openProfile(sodium, {
    disk: createMemoryDisk(),
    cache: { rows: [], segments: [], outlines: [] },
  });
  const { vault } = open;
  const { recoveryCode } = must(await vault.create({ passphrase: passphraseOf(firstPassphrase) }));
  const said = new Map<string, string>();
  let at = startedAt;
  const revisions = new Map<RecordId, number>();
  const save = async (writes: readonly Write[]): Promise<void> => {
    at += hourMs;
    const saved = must(await vault.commit({ writes, at }));
    saved.forEach(({ id, revision }, index) => {
      revisions.set(id, revision);
      const write = writes[index]!;
      if (write.type === 'put') said.set(versionKey(id, revision), textOf(write.value));
    });
  };
  const snapshot = async (): Promise<Profile> => {
    await settle(open);
    return { disk: open.disk.clone(), cache: open.store.state() };
  };

  const live = new Map<RecordId, Extract<Write, { type: 'put' }>>();
  const put = (write: Write): Write => {
    if (write.type === 'put') live.set(write.id, write);
    return write;
  };
  const again = (id: RecordId): Write => ({
    ...live.get(id)!,
    baseRevision: revisions.get(id) ?? 0,
  });
  const change = (kind: KindName): Write => {
    const ids = [...live].filter(([, write]) => write.kind === kind).map(([id]) => id);
    const write = again(random.pick(ids)) as Extract<Write, { type: 'put' }>;
    return put({ ...write, value: { ...(write.value as object), ...changeOf(kind, random) } });
  };
  const remove = (kind: KindName): Write => {
    const ids = [...live].filter(([, write]) => write.kind === kind).map(([id]) => id);
    const id = random.pick(ids);
    live.delete(id);
    return { type: 'remove', kind, id, baseRevision: revisions.get(id) ?? 0 };
  };
  const draft = (): Write =>
    put({
      type: 'put',
      kind: 'draft',
      id: newId(),
      baseRevision: 0,
      value: { form: 'person', recordId: null, title: 'A new person', fields: { name: 'Half a na' } },
    });
  const edit = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      await save([change(random.pick(editedKinds))]);
      if (index % 5 === 4) await save([remove(random.pick(removedKinds))]);
      if (index % 7 === 6) await save([draft()]);
      if (index % 3 === 2) must(await vault.note({ notes: [{ event: 'view', kind: 'person' }], at }));
    }
  };

  const everything = thinned(buildDemoWrites(newId));
  for (let start = 0; start < everything.length; start += 30)
    await save(everything.slice(start, start + 30).map(put));
  await save([
    put(newPut('care-settings', newId(), careSettingsKind.examples[0])),
    put(newPut('export-entry', newId(), exportEntryKind.examples[0])),
  ]);
  /** Somebody new, and a group that was not together before: new keys in the keyring. */
  const join = async (): Promise<void> => {
    const people = [...live].filter(([, write]) => write.kind === 'person');
    const id = newId();
    await save([put(newPut('person', id, people[0]![1].value))]);
    const others = [random.pick(people)[0], random.pick(people)[0]];
    const session = {
      ...supervisionSessionKind.examples[0],
      kind: 'reflective-group',
      personIds: [id, ...others],
    };
    await save([put(newPut('supervision-session', newId(), session))]);
  };

  await edit(12);
  const young = await snapshot();
  const backups = [must(await vault.backUp({ at })).name];

  must(await vault.compact({ at, force: true }));
  await join();
  await edit(14);
  const firstCheckpoint = await snapshot();
  must(await vault.setPassphrase({ passphrase: passphraseOf(passphrase) }));
  must(await vault.compact({ at, force: true }));
  await join();
  await edit(10);
  const secondCheckpoint = await snapshot();
  backups.push(must(await vault.backUp({ at })).name);
  const steps: Profile[] = [];
  for (let step = 0; step < 20; step += 1) {
    await edit(1);
    if (step === 10) await join();
    if (step === 12) backups.push(must(await vault.backUp({ at })).name);
    steps.push(await snapshot());
  }
  await save([remove('absence')]);
  steps.push(await snapshot());
  must(await vault.note({ notes: [{ event: 'export', kind: 'person', detail: 'csv' }], at }));

  const { count } = must(await vault.auditLog({}));
  const standing = await readStanding(vault);
  must(await vault.lock({}));
  const now = await snapshot();
  const { header, keys } = await keysOf(sodium, now);
  const { vaultId } = header;
  const served = serveFiles({ files: now.disk.clone(), segmentBytes });
  const { base } = must(await findBase({ sodium, files: served.dep() }, { vaultId, keys }));
  return {
    sodium,
    now,
    steps,
    vaultId,
    keys,
    base: base!.info,
    past: { young, 'first checkpoint': firstCheckpoint, 'second checkpoint': secondCheckpoint },
    backups,
    said,
    standing,
    records: standing.size,
    logEntries: count,
    recoveryCode,
  };
}

async function keysOf(
  sodium: Sodium,
  { disk }: Profile,
): Promise<{ readonly header: VaultHeader; readonly keys: VaultKeys }> {
  const header = must(decodeHeader(sodium, disk.bytesOf(`${vaultFolder}/keys.stk`)!));
  const parts = { sodium, kdf: createQuickKdf(sodium) };
  const secret = { by: 'passphrase', bytes: passphraseOf(passphrase) } as const;
  return { header, keys: deriveKeys(sodium, must(await rootKeyBySecret(parts, header, secret))) };
}

/** The cache and the anchor are written behind the answer. */
export async function settle({ served }: OpenProfile): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await served.settled();
  }
}

/** Every record that the vault shows, by id. */
export async function readStanding(vault: VaultApi): Promise<Map<RecordId, string>> {
  const standing = new Map<RecordId, string>();
  for (const kind of kindNames) {
    for (const record of must(await vault.list({ kind })))
      standing.set(record.id, `${String(record.revision)} ${textOf(record.value)}`);
  }
  return standing;
}

const editedKinds: readonly KindName[] = ['supervision-session', 'caseload-count', 'person', 'absence'];
const removedKinds: readonly KindName[] = ['caseload-count', 'absence', 'supervision-session'];

function newPut(kind: KindName, id: RecordId, value: unknown): Write {
  return { type: 'put', kind, id, baseRevision: 0, value };
}

/** Some hundred records open in a few milliseconds; more than 256, so that the cache has two segments. */
function thinned(writes: readonly Write[]): readonly Write[] {
  const each: Partial<Record<KindName, number>> = {
    'supervision-session': 8,
    absence: 4,
    'caseload-count': 3,
    establishment: 6,
  };
  return writes.filter(({ kind }, index) => index % (each[kind] ?? 1) === 0);
}

function changeOf(kind: KindName, random: Seeded): object {
  switch (kind) {
    case 'person':
      return { role: random.pick(['Key worker', 'Team lead', 'Peer worker', 'Counsellor']) };
    case 'absence':
      return { reason: random.pick(['Back pain', 'Cold, cough, flu', 'Not said']) };
    case 'caseload-count':
      return { openCases: random.whole(0, 60) };
    default:
      return { note: 'A quieter week. '.repeat(random.whole(1, 40)) };
  }
}
