/**
 * A vault with every piece of format 1: keyring, checkpoint, journal behind it, log, anchor and backups, written once
 * by the vault itself (tests/golden/make-golden-2.ts). What is in it stands here; the bytes in vault-2-on-disk/.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { RecordId } from '@shared/kernel/ids';
import { ok } from '@shared/kernel/result';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import type { VaultApi, Write } from '@shared/vault/vault-api';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { deriveInline } from '../../renderer/vault/worker/kdf';
import { createDexieStore } from '../../renderer/vault/worker/store/dexie';
import { createVault } from '../../renderer/vault/worker/vault';
import type { MemoryFiles } from '../support/vault-files';
import { must, passphraseOf, testId } from '../support/vault-kit';

export const passphrase2 = 'nine quiet boats at anchor';
const dayMs = 24 * 60 * 60 * 1000;
export const start2 = Date.UTC(2026, 10, 25, 9, 0, 0);

export const ailsa = testId(1);
export const bjorn = testId(2);

function personOf(name: string): unknown {
  return {
    name,
    payrollNumber: '',
    role: 'Key worker',
    team: 'Recovery hub',
    site: 'Harbour',
    engagement: 'staff',
    contract: 'permanent',
    weeklyHours: 37.5,
    startDate: '2021-03-01',
    lastDay: null,
    leavingReason: '',
    frontFacing: true,
    exposure: 'frequent',
    supervisionIntervalDays: 28,
  };
}

function sessionOf(personIds: readonly RecordId[], note: string): unknown {
  return {
    kind: personIds.length === 1 ? 'clinical' : 'reflective-group',
    personIds,
    date: '2026-03-04',
    status: 'held',
    minutes: 60,
    themes: [],
    wellbeingAsked: null,
    note,
    actions: [],
    nextDate: null,
    facilitator: '',
  };
}

const countOf = (personId: RecordId, openCases: number): unknown => ({
  personId,
  month: '2026-03',
  openCases,
});

const put = (kind: Write['kind'], number: number, baseRevision: number, value: unknown): Write => ({
  type: 'put',
  kind,
  id: testId(number),
  baseRevision,
  value,
});

/** The real policy, at its floor; a fresh cache. */
export async function openVault2(files: MemoryFiles): Promise<VaultApi> {
  const sodium = await loadSodium();
  return createVault({
    sodium,
    segmentSeal: createSegmentSeal(sodium, crypto.subtle),
    files,
    store: createDexieStore('main', { indexedDB: new IDBFactory(), IDBKeyRange }),
    kdf: {
      policy: kdfPolicy,
      calibrate: () => Promise.resolve(ok(kdfPolicy.floor)),
      derive: (request) => Promise.resolve(deriveInline(sodium, request)),
    },
  });
}

/** Makes it anew: only ever for a new folder. Answers with the recovery code. */
export async function writeVault2(files: MemoryFiles): Promise<string> {
  const vault = await openVault2(files);
  const { recoveryCode } = must(await vault.create({ passphrase: passphraseOf(passphrase2) }));
  must(await vault.note({ notes: [{ event: 'created' }], at: start2 }));
  const steps: readonly (readonly Write[])[] = [
    [put('person', 1, 0, personOf('Ailsa Munro')), put('person', 2, 0, personOf('Bjørn Å. O’Neill'))],
    [put('supervision-session', 3, 0, sessionOf([ailsa], 'First thoughts'))],
    [put('supervision-session', 3, 1, sessionOf([ailsa], 'Second thoughts'))],
    [put('supervision-session', 4, 0, sessionOf([ailsa, bjorn], 'Both of them'))],
    [put('caseload-count', 5, 0, countOf(ailsa, 21)), put('caseload-count', 6, 0, countOf(bjorn, 22))],
    [{ type: 'remove', kind: 'caseload-count', id: testId(5), baseRevision: 1 }],
    [put('caseload-count', 7, 0, countOf(bjorn, 7))],
  ];
  let at = start2;
  for (const writes of steps) must(await vault.commit({ writes, at: (at += 1000) }));
  must(await vault.purge({ ids: [testId(7)], at: (at += 1000) }));
  must(await vault.backUp({ at: (at += 1000) }));
  must(await vault.compact({ at: start2 + dayMs, force: true }));
  at = start2 + dayMs;
  must(await vault.commit({ writes: [put('caseload-count', 6, 1, countOf(bjorn, 23))], at: (at += 1000) }));
  must(await vault.note({ notes: [{ event: 'view', kind: 'person', ids: [ailsa] }], at: (at += 1000) }));
  must(await vault.backUp({ at: (at += 1000) }));
  must(await vault.lock({}));
  return recoveryCode;
}

/** What opens, by id: revision and what to know it by. */
export const records2: Readonly<Record<RecordId, readonly [revision: number, words: string]>> = {
  [ailsa]: [1, 'Ailsa Munro'],
  [bjorn]: [1, 'Bjørn Å. O’Neill'],
  [testId(3)]: [2, 'Second thoughts'],
  [testId(4)]: [1, 'Both of them'],
  [testId(6)]: [2, '23'],
};
