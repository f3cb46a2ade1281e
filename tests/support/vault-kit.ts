/** The real vault with real libsodium and Dexie, on fake-indexeddb and files in memory; only the KDF is quick. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { ok, type Result } from '@shared/kernel/result';
import type { KdfParams, KdfPolicy } from '@shared/vault/kdf-policy';
import type { StoredRecord, VaultApi, VaultName } from '@shared/vault/vault-api';
import { passphraseBytes } from '../../renderer/vault/passphrase';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium, type Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { deriveInline, type KdfDep } from '../../renderer/vault/worker/kdf';
import { createDexieStore } from '../../renderer/vault/worker/store/dexie';
import type { SealedStoreDep } from '../../renderer/vault/worker/store/sealed-store';
import { createVault } from '../../renderer/vault/worker/vault';
import { createMemoryFiles, type MemoryFiles } from './vault-files';

/** The smallest that Argon2id takes: for tests of everything but the KDF itself. */
export const quickParams: KdfParams = { opsLimit: 1, memLimitKib: 8 };
export const quickPolicy: KdfPolicy = { floor: quickParams, ceiling: { opsLimit: 4, memLimitKib: 1024 } };

export function createQuickKdf(sodium: Sodium): KdfDep {
  return {
    policy: quickPolicy,
    calibrate: () => Promise.resolve(ok(quickParams)),
    derive: (request) => Promise.resolve(deriveInline(sodium, request)),
  };
}

export interface VaultKit {
  readonly sodium: Sodium;
  readonly files: MemoryFiles;
  /** The profile's IndexedDB: outlives a vault, as a restart of the app does. */
  readonly indexedDB: IDBFactory;
  store(): SealedStoreDep;
  /** The cache is written after the answer: waits until that is done. */
  settled(): Promise<void>;
  /** A fresh worker's vault on the same files and IndexedDB. */
  restart(): Promise<VaultApi>;
}

export async function setupVaultKit(
  options: {
    readonly name?: VaultName;
    readonly files?: MemoryFiles;
    readonly indexedDB?: IDBFactory;
    readonly sodium?: Sodium;
    readonly store?: (real: SealedStoreDep) => SealedStoreDep;
  } = {},
): Promise<VaultKit> {
  const sodium = options.sodium ?? (await loadSodium());
  const files = options.files ?? createMemoryFiles();
  const indexedDB = options.indexedDB ?? new IDBFactory();
  const open: SealedStoreDep[] = [];
  const pending = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    pending.add(work);
    return work.finally(() => pending.delete(work));
  };
  const tracked = (real: SealedStoreDep): SealedStoreDep => ({
    ...real,
    apply: (...what) => track(real.apply(...what)),
    clearSegments: () => track(real.clearSegments()),
    rebuildOutlines: (...what) => track(real.rebuildOutlines(...what)),
    rebuild: (...what) => track(real.rebuild(...what)),
    reset: () => track(real.reset()),
  });
  const settled = async (): Promise<void> => {
    do {
      await new Promise((resolve) => setTimeout(resolve, 0));
      await Promise.allSettled([...pending]);
    } while (pending.size > 0);
  };
  const store = (): SealedStoreDep => {
    const made = createDexieStore(options.name ?? 'main', { indexedDB, IDBKeyRange });
    open.push(made);
    return made;
  };
  return {
    sodium,
    files,
    indexedDB,
    store,
    settled,
    restart: async () => {
      await settled();
      for (const old of open.splice(0)) old.close();
      const real = store();
      return createVault({
        sodium,
        segmentSeal: createSegmentSeal(sodium, crypto.subtle),
        files,
        store: tracked(options.store?.(real) ?? real),
        kdf: createQuickKdf(sodium),
      });
    },
  };
}

export const passphrase = 'harbour lantern thistle';

export function passphraseOf(text: string = passphrase): Uint8Array {
  const bytes = passphraseBytes(text);
  if (bytes === null) throw new Error('Not a passphrase that a vault takes');
  return bytes;
}

export function codeOf(text: string): Uint8Array {
  return new TextEncoder().encode(text.replaceAll('-', ''));
}

/** Ids that a test can tell apart: 1, 2, 3 … */
export function testId(number: number): RecordId {
  const bytes = new Uint8Array(16).fill(0xa0);
  new DataView(bytes.buffer).setUint32(12, number);
  return recordIdFromBytes(bytes);
}

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Expected ok, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export const at = Date.UTC(2026, 10, 24, 9, 0, 0);

/** A put of a valid 'caseload-count', the smallest kind, unless told another value. */
export function putOf(
  number: number,
  baseRevision = 0,
  count = 7,
): {
  readonly type: 'put';
  readonly kind: 'caseload-count';
  readonly id: RecordId;
  readonly baseRevision: number;
  readonly value: unknown;
} {
  return { type: 'put', kind: 'caseload-count', id: testId(number), baseRevision, value: caseload(count) };
}

export async function readAll(vault: VaultApi): Promise<readonly StoredRecord<'caseload-count'>[]> {
  return must(await vault.list({ kind: 'caseload-count' }));
}

function caseload(openCases: number): unknown {
  return { personId: '00112233445566778899aabbccddeeff', month: '2026-03', openCases };
}

export async function settledStore(kit: VaultKit): Promise<SealedStoreDep> {
  await kit.settled();
  return kit.store();
}
