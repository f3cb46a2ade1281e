import { describe, expect, it } from 'vitest';
import { recordIdToBytes } from '@shared/kernel/ids';
import { err } from '@shared/kernel/result';
import {
  at,
  must,
  passphraseOf,
  putOf,
  readAll,
  settledStore,
  setupVaultKit,
  testId,
} from '../support/vault-kit';

async function setupSaved(count: number) {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  const writes = Array.from({ length: count }, (_, index) => putOf(index + 1, 0, index + 1));
  must(await vault.commit({ writes, at }));
  return { kit, vault };
}

describe('the cache', () => {
  it('may be deleted whole: everything comes back from the journal', async () => {
    const { kit } = await setupSaved(20);
    const bare = await setupVaultKit({ files: kit.files });
    const vault = await bare.restart();
    expect(must(await vault.unlock({ passphrase: passphraseOf() }))).toMatchObject({
      records: 20,
      cacheWasEmpty: true,
      cacheRowsRepaired: 20,
    });
    expect(await readAll(vault)).toHaveLength(20);
    expect(must(await (await settledStore(bare)).readAll())).toHaveLength(20);
    expect(must(await (await bare.restart()).unlock({ passphrase: passphraseOf() })).cacheRowsRepaired).toBe(
      0,
    );
  });

  it('is put right where rows are missing, altered, swapped, old, or not ours', async () => {
    const { kit, vault } = await setupSaved(6);
    const oldRow = must(await (await settledStore(kit)).readAll()).find((row) => row.id.at(-1) === 5);
    must(await vault.commit({ writes: [putOf(5, 1, 55)], at }));
    const store = await settledStore(kit);
    const rows = must(await store.readAll());
    const row = (number: number) => rows.find((candidate) => candidate.id.at(-1) === number) ?? rows[0]!;
    const altered = row(1).envelope.slice();
    altered[130] = (altered[130] ?? 0) ^ 1;
    must(
      await store.apply(
        [
          { id: row(1).id, envelope: altered },
          { id: row(3).id, envelope: row(4).envelope },
          { id: row(4).id, envelope: row(3).envelope },
          { id: row(5).id, envelope: oldRow?.envelope ?? altered },
          { id: recordIdToBytes(testId(77)), envelope: row(6).envelope },
          { id: new Uint8Array([1, 2, 3]), envelope: new Uint8Array(3) },
        ],
        [row(2).id],
      ),
    );
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() }))).toMatchObject({
      records: 6,
      cacheRowsRepaired: 7,
      cacheWasEmpty: false,
      savedFromCache: 0,
    });
    expect((await readAll(again)).map((record) => record.value.openCases)).toEqual([1, 2, 3, 4, 55, 6]);
    const repaired = must(await (await settledStore(kit)).readAll());
    const key = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    // The head of a row is sealed anew each time; the envelope in it is the one of the journal.
    const envelopeOf = (bytes: Uint8Array) => key(bytes.subarray(113));
    expect(repaired.map((entry) => [key(entry.id), envelopeOf(entry.envelope)]).sort()).toEqual(
      rows.map((entry) => [key(entry.id), envelopeOf(entry.envelope)]).sort(),
    );
  });

  it('failing to take a row does not turn a save into a failure', async () => {
    let isBroken = false;
    const kit = await setupVaultKit({
      store: (real) => ({
        ...real,
        apply: (puts, removes) =>
          isBroken
            ? Promise.resolve(err({ tag: 'StoreFailed', code: 'QuotaExceededError' } as const))
            : real.apply(puts, removes),
      }),
    });
    const vault = await kit.restart();
    must(await vault.create({ passphrase: passphraseOf() }));
    isBroken = true;
    must(await vault.commit({ writes: [putOf(1)], at }));
    await kit.settled();
    isBroken = false;
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() }))).toMatchObject({
      records: 1,
      cacheRowsRepaired: 1,
    });
  });

  it('that cannot be opened at all does not stop anything', async () => {
    const failed = () => Promise.resolve(err({ tag: 'StoreFailed', code: 'UnknownError' } as const));
    const kit = await setupVaultKit({
      store: () => ({
        readAll: failed,
        readSegments: failed,
        clearSegments: failed,
        apply: failed,
        rebuild: failed,
        rebuildOutlines: failed,
        reset: failed,
        close: () => undefined,
      }),
    });
    const vault = await kit.restart();
    must(await vault.create({ passphrase: passphraseOf() }));
    must(await vault.commit({ writes: [putOf(1)], at }));
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() })).records).toBe(1);
  });

  it('does not bring a removed record back', async () => {
    const { kit, vault } = await setupSaved(2);
    const rows = must(await (await settledStore(kit)).readAll());
    must(
      await vault.commit({
        writes: [{ type: 'remove', kind: 'caseload-count', id: testId(1), baseRevision: 1 }],
        at,
      }),
    );
    // A removal has a row of its own, without an envelope.
    expect(must(await (await settledStore(kit)).readAll()).map((row) => row.envelope.length)).toContain(113);
    must(await kit.store().apply(rows, []));
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() }))).toMatchObject({
      records: 1,
      cacheRowsRepaired: 1,
    });
    expect(await readAll(again)).toHaveLength(1);
  });
});
