/**
 * The data keys of people. One entry for each set of people that some record is about: a record of one person is
 * sealed under theirs, a shared one under the set's. Erasing a person drops every entry that holds them. The ring is
 * on the disk before anything is sealed under a new key.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { nobodyKeyId } from '@shared/vault/envelope-header';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { Sodium } from './crypto/sodium';
import type { RecordKey } from './crypto/v1/envelope';
import type { VaultKeys } from './crypto/v1/keys';
import { openRing, sealRing, type Ring, type RingEntry } from './crypto/v1/ring';
import { fileToVaultError } from './file-errors';

export interface KeyringDep {
  readonly sodium: Sodium;
  readonly files: Pick<VaultFilesDep, 'readRing' | 'writeRing'>;
}

export interface Keyring {
  revision(): number;
  cacheKey(): Uint8Array;
  /** The key for records about just these people; made when there is none yet, and then `isDirty`. */
  keyFor(owners: readonly RecordId[]): RecordKey;
  /** What may open an envelope with this key id; empty when the key is gone. */
  keysOf(keyId: Uint8Array): readonly Uint8Array[];
  isDirty(): boolean;
  /** Puts what was changed on the disk; does nothing when nothing was. */
  save(): Promise<Result<void, VaultError>>;
  /** Drops every key that these people hold alone or with others, and begins a new cache key. */
  dropPeople(ids: ReadonlySet<RecordId>): number;
  /** Gives each entry that these key ids name a new key; the old one still opens until `dropOldKeys`. */
  renewKeys(keyIds: readonly Uint8Array[]): void;
  dropOldKeys(): void;
  /** Entries that hold more than one key: a re-wrap that did not end. */
  hasOldKeys(): boolean;
  holdsAnyOf(ids: ReadonlySet<RecordId>): boolean;
  /** The next `save` writes both copies whether or not anything was changed. */
  touch(): void;
  /** The sealed file as it would be written now, for a backup. */
  sealed(): Uint8Array;
  wipe(): void;
}

export interface OpenedKeyring {
  readonly keyring: Keyring;
  /** What was wrong with the two copies, and where the keys came from instead. Null: nothing. */
  readonly problem: {
    readonly problem: 'missing' | 'altered' | 'older';
    readonly copyIn: 'keyring' | 'backup' | null;
  } | null;
  /** There was none at all: a vault from before the keyring, or one whose two copies are lost. */
  readonly isNew: boolean;
}

const nobodyId = recordIdFromBytes(nobodyKeyId);
const maxOwners = 0xffff;

/** `fallback` is asked for a sealed ring from elsewhere (a backup) when neither copy opens. */
export async function openKeyring(
  dep: KeyringDep,
  vaultId: Uint8Array,
  keys: VaultKeys,
  fallback: () => Promise<Uint8Array | null>,
): Promise<Result<OpenedKeyring, VaultError>> {
  const { sodium, files } = dep;
  const read = await files.readRing();
  if (!read.ok) return err(fileToVaultError(read.error));
  const rings: Ring[] = [];
  let isAltered = false;
  let present = 0;
  for (const bytes of read.value) {
    if (bytes === null) continue;
    present += 1;
    const opened = openRing(sodium, keys.ringKey, vaultId, bytes);
    if (opened.ok) rings.push(opened.value);
    else if (opened.error.tag === 'EnvelopeTooNew') return opened;
    else isAltered = true;
  }
  const newest = rings.reduce<Ring | null>(
    (best, ring) => (best === null || ring.revision > best.revision ? ring : best),
    null,
  );
  if (newest !== null) {
    const isUneven = rings.some((ring) => ring.revision !== newest.revision);
    const problem = isAltered ? 'altered' : present === 1 ? 'missing' : isUneven ? 'older' : null;
    const keyring = createKeyring(dep, vaultId, keys, newest, problem !== null);
    return ok({ keyring, problem: problem === null ? null : { problem, copyIn: 'keyring' }, isNew: false });
  }
  const bytes = await fallback();
  const kept = bytes === null ? null : openRing(sodium, keys.ringKey, vaultId, bytes);
  const problem = isAltered ? 'altered' : 'missing';
  if (kept?.ok === true) {
    const keyring = createKeyring(dep, vaultId, keys, kept.value, true);
    return ok({ keyring, problem: { problem, copyIn: 'backup' }, isNew: false });
  }
  const fresh: Ring = { revision: 0, cacheKey: sodium.randomBytes(format.keyBytes), entries: [] };
  const keyring = createKeyring(dep, vaultId, keys, fresh, true);
  // None at all is how a vault from before the keyring looks, and a new one: what was saved says which it is.
  return ok({ keyring, problem: isAltered ? { problem: 'altered', copyIn: null } : null, isNew: true });
}

function createKeyring(
  { sodium, files }: KeyringDep,
  vaultId: Uint8Array,
  keys: VaultKeys,
  from: Ring,
  startsDirty: boolean,
): Keyring {
  let ring = from;
  let isDirty = startsDirty;
  const nobody: RecordKey = { keyId: nobodyKeyId, keys: [keys.recordsKey] };
  const byKeyId = new Map<RecordId, RingEntry>();
  const byOwners = new Map<string, RingEntry>();
  const index = (entries: readonly RingEntry[]): void => {
    byKeyId.clear();
    byOwners.clear();
    for (const entry of entries) {
      byKeyId.set(recordIdFromBytes(entry.keyId), entry);
      byOwners.set(entry.owners.join(), entry);
    }
  };
  index(ring.entries);

  const change = (next: Ring): void => {
    ring = next;
    isDirty = true;
    index(ring.entries);
  };
  const wipeEntry = (entry: RingEntry): void => {
    sodium.wipe(...entry.keys);
  };

  return {
    revision: () => ring.revision,
    cacheKey: () => ring.cacheKey,
    keyFor: (owners) => {
      const set = [...new Set(owners)].sort().slice(0, maxOwners);
      if (set.length === 0) return nobody;
      const known = byOwners.get(set.join());
      if (known !== undefined) return known;
      const entry: RingEntry = {
        keyId: sodium.randomBytes(format.keyIdBytes),
        keys: [sodium.randomBytes(format.keyBytes)],
        owners: set,
      };
      // Grown in place: an import of thousands of people must not copy the ring for each of them.
      ring = { ...ring, entries: ring.entries };
      (ring.entries as RingEntry[]).push(entry);
      byKeyId.set(recordIdFromBytes(entry.keyId), entry);
      byOwners.set(entry.owners.join(), entry);
      isDirty = true;
      return entry;
    },
    keysOf: (keyId) => {
      const id = recordIdFromBytes(keyId);
      return id === nobodyId ? nobody.keys : (byKeyId.get(id)?.keys ?? []);
    },
    isDirty: () => isDirty,
    save: async () => {
      if (!isDirty) return ok();
      const next: Ring = { ...ring, revision: ring.revision + 1 };
      const written = await files.writeRing(sealRing(sodium, keys.ringKey, vaultId, next));
      if (!written.ok) return err(fileToVaultError(written.error));
      ring = next;
      isDirty = false;
      return ok();
    },
    dropPeople: (ids) => {
      const gone = ring.entries.filter((entry) => entry.owners.some((owner) => ids.has(owner)));
      gone.forEach(wipeEntry);
      change({
        ...ring,
        cacheKey: sodium.randomBytes(format.keyBytes),
        entries: ring.entries.filter((entry) => !gone.includes(entry)),
      });
      return gone.length;
    },
    renewKeys: (keyIds) => {
      const renewed = new Set(keyIds.map((keyId) => recordIdFromBytes(keyId)));
      change({
        ...ring,
        cacheKey: sodium.randomBytes(format.keyBytes),
        entries: ring.entries.map((entry) =>
          renewed.has(recordIdFromBytes(entry.keyId))
            ? { ...entry, keys: [sodium.randomBytes(format.keyBytes), ...entry.keys].slice(0, 4) }
            : entry,
        ),
      });
    },
    dropOldKeys: () => {
      for (const entry of ring.entries) sodium.wipe(...entry.keys.slice(1));
      change({
        ...ring,
        entries: ring.entries.map((entry) => ({ ...entry, keys: entry.keys.slice(0, 1) })),
      });
    },
    hasOldKeys: () => ring.entries.some((entry) => entry.keys.length > 1),
    holdsAnyOf: (ids) => ring.entries.some((entry) => entry.owners.some((owner) => ids.has(owner))),
    touch: () => {
      isDirty = true;
    },
    sealed: () => sealRing(sodium, keys.ringKey, vaultId, ring),
    wipe: () => {
      ring.entries.forEach(wipeEntry);
      sodium.wipe(ring.cacheKey);
    },
  };
}
