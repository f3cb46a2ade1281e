/**
 * The vault: one state machine, one queue. It takes its parts, so that tests in Node drive the real thing. Keys
 * live here and leave in no answer; expected failures are values; a throw is a defect and locks (`entry.ts`).
 */
import { assert } from '@shared/kernel/assert';
import { err, ok, type Result } from '@shared/kernel/result';
import { recordIdToBytes, type RecordId } from '@shared/kernel/ids';
import { isKindName, type KindName } from '@shared/records/registry';
import type { EnvelopePlace } from '@shared/vault/envelope-header';
import type { RecordError, VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import { isWithinKdfPolicy, weakerKdfParams, type KdfParams } from '@shared/vault/kdf-policy';
import { formatRecoveryCode, parseRecoveryCode } from '@shared/vault/recovery-code';
import type {
  Saved,
  StoredRecord,
  UnlockReport,
  VaultApi,
  VaultFilesDep,
  VaultState,
  Write,
} from '@shared/vault/vault-api';
import { readCache, repairCache } from './cache-repair';
import type { Sodium } from './crypto/sodium';
import { openEnvelope, sealEnvelope } from './crypto/v1/envelope';
import type { FrameOp } from './crypto/v1/frame';
import {
  decodeHeader,
  encodeHeader,
  openSlot,
  recoveryKeyEncryptionKey,
  sealSlot,
  type KeySlot,
  type SlotType,
  type VaultHeader,
} from './crypto/v1/header';
import { deriveKeys, wipeKeys, type VaultKeys } from './crypto/v1/keys';
import { fileToVaultError } from './file-errors';
import { openJournal, type Journal } from './journal';
import type { KdfDep } from './kdf';
import { applyOps, type LastOps, type LiveRecord, type LiveRecords } from './live-records';
import { decodePayload, encodePayload, kindByName } from './payload';
import { salvageFromCache } from './salvage';
import type { SealedStoreDep } from './store/sealed-store';

export interface VaultParts {
  readonly sodium: Sodium;
  readonly store: SealedStoreDep;
  readonly files: VaultFilesDep;
  readonly kdf: KdfDep;
}

interface Unlocked {
  readonly header: VaultHeader;
  readonly keys: VaultKeys;
  readonly journal: Journal;
  readonly records: LiveRecords;
  readonly report: UnlockReport;
}

const codeBytes = 20;
/** 10,000 characters, each of which NFKC may spread over 18 of up to 4 bytes. */
const maxPassphraseBytes = 720_000;

export function createVault(parts: VaultParts): VaultApi {
  const { sodium, store, files, kdf } = parts;
  let unlocked: Unlocked | null = null;
  let isUnlocking = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** One at a time: a commit never meets a lock, a passphrase change or another commit half way. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  const readHeader = async (): Promise<Result<VaultHeader, VaultError>> => {
    const read = await files.readHeader();
    if (!read.ok) return err(fileToVaultError(read.error));
    if (read.value !== null) return decodeHeader(sodium, read.value);
    // A journal without a header is a vault whose key file was lost, not a place for a new one.
    const journal = await files.readJournal(0, 1);
    if (!journal.ok) return err(fileToVaultError(journal.error));
    return journal.value.end > 0 ? err({ tag: 'HeaderCorrupt' }) : err({ tag: 'VaultAbsent' });
  };

  const writeHeader = async (header: VaultHeader): Promise<Result<void, VaultError>> => {
    const written = await files.writeHeader(encodeHeader(sodium, header));
    return written.ok ? ok() : err(fileToVaultError(written.error));
  };

  /** Wipes the passphrase. Where the machine refuses the memory, asks for less, never below the floor. */
  const makePassphraseSlot = async (
    vaultId: Uint8Array,
    revision: number,
    passphrase: Uint8Array,
    rootKey: Uint8Array,
  ): Promise<Result<KeySlot, VaultError>> => {
    try {
      const calibrated = await kdf.calibrate();
      if (!calibrated.ok) return calibrated;
      let params: KdfParams | null = calibrated.value;
      while (params !== null) {
        const salt = sodium.randomBytes(format.saltBytes);
        const derived = await kdf.derive({ passphrase: passphrase.slice(), salt, params });
        if (derived.ok) {
          const slot = sealSlot(
            sodium,
            vaultId,
            { type: 'passphrase', revision, params, salt },
            derived.value,
            rootKey,
          );
          sodium.wipe(derived.value);
          return ok(slot);
        }
        params = weakerKdfParams(params);
      }
      return err({ tag: 'KdfOutOfMemory' });
    } finally {
      sodium.wipe(passphrase);
    }
  };

  const makeRecoverySlot = (
    vaultId: Uint8Array,
    revision: number,
    rootKey: Uint8Array,
  ): { readonly slot: KeySlot; readonly recoveryCode: string } => {
    const code160 = sodium.randomBytes(codeBytes);
    const keyEncryptionKey = recoveryKeyEncryptionKey(sodium, code160);
    const slot = sealSlot(sodium, vaultId, { type: 'recovery', revision }, keyEncryptionKey, rootKey);
    const recoveryCode = formatRecoveryCode(code160);
    sodium.wipe(code160, keyEncryptionKey);
    return { slot, recoveryCode };
  };

  const rootKeyByPassphrase = async (
    header: VaultHeader,
    passphrase: Uint8Array,
  ): Promise<Result<Uint8Array, VaultError>> => {
    const slot = header.slots.find((candidate) => candidate.type === 'passphrase');
    if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' });
    // Parameters under the floor mean a changed file: to derive with them would help whoever changed it.
    if (slot === undefined || !isWithinKdfPolicy(slot.params, kdf.policy))
      return err({ tag: 'HeaderCorrupt' });
    const derived = await kdf.derive({ passphrase, salt: slot.salt, params: slot.params });
    if (!derived.ok) return derived;
    const rootKey = openSlot(sodium, header.vaultId, slot, derived.value);
    sodium.wipe(derived.value);
    return rootKey === null ? err({ tag: 'WrongPassphrase' }) : ok(rootKey);
  };

  const rootKeyByCode = (header: VaultHeader, code: Uint8Array): Result<Uint8Array, VaultError> => {
    const slot = header.slots.find((candidate) => candidate.type === 'recovery');
    if (slot === undefined) return err({ tag: 'HeaderCorrupt' });
    const code160 = parseRecoveryCode(code);
    sodium.wipe(code);
    if (code160 === null) return err({ tag: 'WrongRecoveryCode' });
    const keyEncryptionKey = recoveryKeyEncryptionKey(sodium, code160);
    const rootKey = openSlot(sodium, header.vaultId, slot, keyEncryptionKey);
    sodium.wipe(code160, keyEncryptionKey);
    return rootKey === null ? err({ tag: 'WrongRecoveryCode' }) : ok(rootKey);
  };

  /** Takes the root key over: it is wiped when anything does not verify. */
  const load = async (
    header: VaultHeader,
    rootKey: Uint8Array,
  ): Promise<Result<UnlockReport, VaultError>> => {
    const keys = deriveKeys(sodium, rootKey);
    const loaded = await loadWith(header, keys);
    if (!loaded.ok) {
      wipeKeys(sodium, keys);
      return loaded;
    }
    unlocked = loaded.value;
    return ok(loaded.value.report);
  };

  const loadWith = async (header: VaultHeader, keys: VaultKeys): Promise<Result<Unlocked, VaultError>> => {
    const lastOps: LastOps = new Map();
    const { vaultId } = header;
    const opened = await openJournal(parts, { vaultId, journalKey: keys.journalKey }, (ops) => {
      applyOps(lastOps, ops);
    });
    if (!opened.ok) return opened;
    const journal = opened.value;

    let found = await readCache(store, lastOps);
    const wasEmpty = found.wasEmpty;
    const salvaged = salvageFromCache(sodium, keys.recordsKey, vaultId, lastOps, found.strangers);
    if (salvaged.length > 0) {
      // Saved once, and lost to the journal by damage at its end: back in before anything else is written. When
      // the disk refuses, the rows stay where they are and the next unlock finds them again.
      await journal.append(salvaged);
      applyOps(lastOps, salvaged);
      found = await readCache(store, lastOps);
    }

    const records: LiveRecords = new Map();
    let keptSealed = 0;
    for (const op of lastOps.values()) {
      const record = openRecord(vaultId, keys, op);
      if (!record.ok) return record;
      if (!record.value.isRemoved && record.value.opened === null) keptSealed += 1;
      records.set(op.recordId, record.value);
    }
    const cacheRowsRepaired = await repairCache(store, found);
    const report: UnlockReport = {
      records: [...lastOps.values()].filter((op) => op.type === 'put').length,
      cacheRowsRepaired,
      cacheWasEmpty: wasEmpty,
      tornBytes: journal.tornBytes,
      keptSealed,
      savedFromCache: salvaged.length,
    };
    return ok({ header, keys, journal, records, report });
  };

  const openRecord = (vaultId: Uint8Array, keys: VaultKeys, op: FrameOp): Result<LiveRecord, VaultError> => {
    const { tableId, revision, schema, savedAt } = op;
    if (op.type === 'remove')
      return ok({ tableId, revision, schema, savedAt, isRemoved: true, opened: null });
    const place: EnvelopePlace = { vaultId, tableId, recordId: op.recordId, revision, schema };
    const bytes = openEnvelope(sodium, keys.recordsKey, place, op.envelope);
    if (!bytes.ok) {
      // A later envelope format is kept like a later schema: sealed, and never dropped.
      if (bytes.error.tag !== 'EnvelopeTooNew') return bytes;
      return ok({ tableId, revision, schema, savedAt, isRemoved: false, opened: null });
    }
    const payload = decodePayload(tableId, schema, bytes.value);
    sodium.wipe(bytes.value);
    return ok({ tableId, revision, schema, savedAt, isRemoved: false, opened: payload });
  };

  const unlockWith = (
    rootKeyOf: (header: VaultHeader) => Promise<Result<Uint8Array, VaultError>>,
  ): Promise<Result<UnlockReport, VaultError>> =>
    inTurn(async () => {
      isUnlocking = true;
      try {
        const header = await readHeader();
        if (!header.ok) return header;
        const rootKey = await rootKeyOf(header.value);
        if (!rootKey.ok) return rootKey;
        if (unlocked !== null) {
          // Asked again while open: the secret was right, and nothing has to be read again.
          sodium.wipe(rootKey.value);
          return ok(unlocked.report);
        }
        return await load(header.value, rootKey.value);
      } finally {
        isUnlocking = false;
      }
    });

  /** Writes one slot anew beside the others; the file is swapped whole, so the old or the new one works. */
  const replaceSlot = async (
    current: Unlocked,
    type: SlotType,
    make: (revision: number) => Promise<Result<KeySlot, VaultError>>,
  ): Promise<Result<void, VaultError>> => {
    const old = current.header.slots.find((slot) => slot.type === type);
    const made = await make((old?.revision ?? 0) + 1);
    if (!made.ok) return made;
    const others = current.header.slots.filter((slot) => slot.type !== type);
    const header = {
      ...current.header,
      revision: current.header.revision + 1,
      slots: [...others, made.value],
    };
    const written = await writeHeader(header);
    if (written.ok && unlocked !== null) unlocked = { ...unlocked, header };
    return written;
  };

  return {
    inspect: async () => {
      if (unlocked !== null) return ok({ state: 'unlocked' });
      if (isUnlocking) return ok({ state: 'unlocking' });
      const header = await readHeader();
      if (header.ok) return ok<{ readonly state: VaultState }>({ state: 'locked' });
      return header.error.tag === 'VaultAbsent' ? ok({ state: 'absent' }) : header;
    },

    create: ({ passphrase }) =>
      inTurn(async () => {
        if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' });
        const present = await readHeader();
        if (present.ok) return err({ tag: 'VaultExists' });
        if (present.error.tag !== 'VaultAbsent') return present;
        const vaultId = sodium.randomBytes(format.vaultIdBytes);
        const rootKey = sodium.randomBytes(format.keyBytes);
        const slot = await makePassphraseSlot(vaultId, 1, passphrase, rootKey);
        if (!slot.ok) {
          sodium.wipe(rootKey);
          return slot;
        }
        const recovery = makeRecoverySlot(vaultId, 1, rootKey);
        const header: VaultHeader = { vaultId, revision: 1, slots: [slot.value, recovery.slot] };
        const written = await writeHeader(header);
        if (!written.ok) {
          sodium.wipe(rootKey);
          return written;
        }
        const loaded = await load(header, rootKey);
        return loaded.ok ? ok({ recoveryCode: recovery.recoveryCode }) : loaded;
      }),

    unlock: ({ passphrase }) => unlockWith((header) => rootKeyByPassphrase(header, passphrase)),

    unlockWithRecoveryCode: ({ code }) =>
      unlockWith((header) => Promise.resolve(rootKeyByCode(header, code))),

    setPassphrase: ({ passphrase }) =>
      inTurn(async () => {
        const current = unlocked;
        if (current === null) return err({ tag: 'VaultLocked' });
        if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' });
        return replaceSlot(current, 'passphrase', (revision) =>
          makePassphraseSlot(current.header.vaultId, revision, passphrase, current.keys.rootKey),
        );
      }),

    replaceRecoveryCode: () =>
      inTurn(async () => {
        const current = unlocked;
        if (current === null) return err({ tag: 'VaultLocked' });
        let recoveryCode = '';
        const replaced = await replaceSlot(current, 'recovery', (revision) => {
          const made = makeRecoverySlot(current.header.vaultId, revision, current.keys.rootKey);
          recoveryCode = made.recoveryCode;
          return Promise.resolve(ok(made.slot));
        });
        return replaced.ok ? ok({ recoveryCode }) : replaced;
      }),

    lock: () =>
      inTurn(() => {
        if (unlocked !== null) {
          wipeKeys(sodium, unlocked.keys);
          unlocked.records.clear();
        }
        unlocked = null;
        store.close();
        return Promise.resolve(ok());
      }),

    commit: ({ writes, at }) =>
      inTurn(async () => {
        const current = unlocked;
        if (current === null) return err({ tag: 'VaultLocked' });
        if (writes.length === 0) return ok([]);
        const sealed = sealWrites(parts.sodium, current, writes, at);
        if (!sealed.ok) return sealed;
        const appended = await current.journal.append(sealed.value.ops);
        if (!appended.ok) return appended;
        // On the disk: from here on nothing may turn the save into a failure.
        for (const [id, record] of sealed.value.records) current.records.set(id, record);
        // The answer does not wait for the copy; the next in turn does.
        void inTurn(() => putIntoCache(store, sealed.value.ops));
        return ok(sealed.value.saved);
      }),

    list: (request) => Promise.resolve(listRecords(unlocked, request)),
  } satisfies VaultApi;
}

function listRecords<K extends KindName>(
  unlocked: Unlocked | null,
  { kind, ids }: { readonly kind: K; readonly ids?: readonly RecordId[] },
): Result<readonly StoredRecord<K>[], VaultError | RecordError> {
  if (unlocked === null) return err({ tag: 'VaultLocked' });
  if (!isKindName(kind)) return err({ tag: 'KindUnknown' });
  const listed: StoredRecord<K>[] = [];
  for (const id of ids ?? unlocked.records.keys()) {
    const record = unlocked.records.get(id);
    if (record?.opened?.kind !== kind) continue;
    // The payload has passed this kind's schema.
    const value = record.opened.value as StoredRecord<K>['value'];
    listed.push({ kind, id, revision: record.revision, savedAt: record.savedAt, value });
  }
  return ok(listed);
}

function isPassphrase(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.length <= maxPassphraseBytes;
}

interface SealedWrites {
  readonly ops: readonly FrameOp[];
  readonly records: ReadonlyMap<RecordId, LiveRecord>;
  readonly saved: readonly Saved[];
}

/** Checks and seals every write before anything is stored: one that does not pass refuses them all. */
function sealWrites(
  sodium: Sodium,
  current: Unlocked,
  writes: readonly Write[],
  at: number,
): Result<SealedWrites, VaultError | RecordError> {
  assert(Number.isSafeInteger(at) && at >= 0, 'The time of a save is whole milliseconds');
  const ops: FrameOp[] = [];
  const saved: Saved[] = [];
  const records = new Map<RecordId, LiveRecord>();
  for (const write of writes) {
    if (!isKindName(write.kind)) return err({ tag: 'KindUnknown' });
    const kind = kindByName(write.kind);
    const { tableId } = kind;
    const before = records.get(write.id) ?? current.records.get(write.id);
    const currentRevision = before?.revision ?? 0;
    const isOfKind = before === undefined || before.tableId === tableId;
    const isThere = write.type === 'put' || (before !== undefined && !before.isRemoved);
    if (write.baseRevision !== currentRevision || !isOfKind || !isThere) {
      return err({ tag: 'RevisionConflict', id: write.id, currentRevision });
    }
    if (before !== undefined && before.schema > kind.schemaVersion) {
      return err({ tag: 'SchemaTooNew', version: before.schema });
    }
    const revision = currentRevision + 1;
    if (write.type === 'remove') {
      const empty = new Uint8Array(0);
      ops.push({
        type: 'remove',
        tableId,
        recordId: write.id,
        revision,
        schema: 0,
        savedAt: at,
        envelope: empty,
      });
      records.set(write.id, { tableId, revision, schema: 0, savedAt: at, isRemoved: true, opened: null });
    } else {
      const payload = encodePayload(kind, write.value);
      if (!payload.ok) return payload;
      const schema = kind.schemaVersion;
      const place: EnvelopePlace = {
        vaultId: current.header.vaultId,
        tableId,
        recordId: write.id,
        revision,
        schema,
      };
      const envelope = sealEnvelope(sodium, current.keys.recordsKey, place, payload.value.bytes);
      sodium.wipe(payload.value.bytes);
      ops.push({ type: 'put', tableId, recordId: write.id, revision, schema, savedAt: at, envelope });
      const opened = { kind: write.kind, value: payload.value.value };
      records.set(write.id, { tableId, revision, schema, savedAt: at, isRemoved: false, opened });
    }
    saved.push({ id: write.id, revision });
  }
  return ok({ ops, records, saved });
}

/**
 * The copy in IndexedDB. When it fails, the record is saved all the same: the journal has it, and the next unlock
 * compares every row and puts this one right.
 */
async function putIntoCache(store: SealedStoreDep, ops: readonly FrameOp[]): Promise<void> {
  const last = new Map(ops.map((op) => [op.recordId, op]));
  const puts = [...last.values()].filter((op) => op.type === 'put');
  const removes = [...last.values()].filter((op) => op.type === 'remove');
  await store.apply(
    puts.map((op) => ({ id: recordIdToBytes(op.recordId), envelope: op.envelope })),
    removes.map((op) => recordIdToBytes(op.recordId)),
  );
}
