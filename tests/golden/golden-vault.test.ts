/** The vault that format 1 was frozen with has to open for ever, with the real KDF policy. */
import * as nodeFiles from 'node:fs/promises';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { ok } from '@shared/kernel/result';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { deriveInline } from '../../renderer/vault/worker/kdf';
import { createDexieStore } from '../../renderer/vault/worker/store/dexie';
import { createVault } from '../../renderer/vault/worker/vault';
import { serveFiles } from '../support/served-files';
import { createMemoryFiles } from '../support/vault-files';
import { codeOf, must, passphraseOf, putOf } from '../support/vault-kit';
import { buildGoldenVault, goldenPassphrase, goldenRecords, goldenRecoveryCode } from './golden-vault';

const sodium = await loadSodium();
const bytesOf = async (name: string): Promise<Uint8Array> =>
  Uint8Array.from(await readFile(resolve(import.meta.dirname, 'vault-1', name)));
const frozen = { header: await bytesOf('header.bin'), journal: await bytesOf('journal.bin') };

function openGolden() {
  const files = createMemoryFiles(frozen);
  const vault = createVault({
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
  return { files, vault };
}

type FrozenService = Extract<(typeof goldenRecords)[number], { kind: 'service' }>['value'];

/** Since service v3 the one full-time week is the first of a dated list. */
function serviceAsRead({ fullTimeWeeklyHours, ...rest }: FrozenService): object {
  return { ...rest, fullTimeWeeks: [{ from: null, hours: fullTimeWeeklyHours }], caseloadLimit: null };
}

it.each([goldenPassphrase, goldenPassphrase.normalize('NFD')])('opens with its passphrase', async (text) => {
  const { files, vault } = openGolden();
  const report = must(await vault.unlock({ passphrase: passphraseOf(text) }));
  expect(report).toEqual({
    records: 4,
    cacheRowsRepaired: 4,
    cacheWasEmpty: true,
    tornBytes: 0,
    keptSealed: 1,
    savedFromCache: 0,
    isOlderCopy: false,
    findings: [],
  });
  for (const { kind, id, revision, value } of goldenRecords) {
    const [record] = must(await vault.list({ kind }));
    const asRead = kind === 'service' ? serviceAsRead(value) : value;
    expect(record).toMatchObject({ id, revision, value: asRead });
  }
  expect(must(await vault.list({ kind: 'caseload-count' }))).toEqual([]);
  // What this version cannot read stays: after a save and another opening it is still there.
  must(await vault.commit({ writes: [putOf(8)], at: 1 }));
  expect(files.journal.subarray(0, frozen.journal.length)).toEqual(frozen.journal);
  must(await vault.lock({}));
  expect(must(await vault.unlock({ passphrase: passphraseOf(text) }))).toMatchObject({
    records: 5,
    keptSealed: 1,
  });
});

it('opens with its recovery code', async () => {
  must(await openGolden().vault.unlockWithRecoveryCode({ code: codeOf(goldenRecoveryCode) }));
});

it('is joined from its files on a disk by the main process', async () => {
  // A copy: an open vault has a lock file in it.
  const userData = await mkdtemp(join(tmpdir(), 'steading-golden-'));
  await cp(resolve(import.meta.dirname, 'vault-1-on-disk'), userData, { recursive: true });
  const served = serveFiles({ files: nodeFiles, userData });
  const main = served.dep();
  expect(must(await main.readHeader())).toEqual(frozen.header);
  expect(must(await main.readJournal(1, 0, 1 << 20)).bytes).toEqual(frozen.journal);
  await served.settled();
  await rm(userData, { recursive: true });
});

it('is still written byte for byte the same', () => {
  expect(buildGoldenVault(sodium)).toEqual(frozen);
});
