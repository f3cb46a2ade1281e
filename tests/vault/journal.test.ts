import { describe, expect, it } from 'vitest';
import type { FileError } from '@shared/ipc/errors';
import { createMemoryFiles } from '../support/vault-files';
import { at, must, passphraseOf, putOf, readAll, setupVaultKit, testId } from '../support/vault-kit';

/** A vault with `count` commits of one record each, and where each frame ends. */
async function setupJournal(count: number) {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  const ends = [0];
  for (let number = 1; number <= count; number += 1) {
    must(await vault.commit({ writes: [putOf(number, 0, number)], at: at + number }));
    ends.push(kit.files.journal.length);
  }
  return { kit, vault, ends, header: kit.files.header };
}

describe('a journal cut short', () => {
  it('at every seventh byte of the last frame: nothing acknowledged before it is lost, and saving goes on', async () => {
    const { kit, ends, header } = await setupJournal(3);
    const whole = kit.files.journal;
    const start = ends[2] ?? 0;
    for (let length = start; length < whole.length; length += 7) {
      const files = createMemoryFiles({ header, journal: whole.slice(0, length) });
      const cut = await setupVaultKit({ files, sodium: kit.sodium });
      const vault = await cut.restart();
      const report = must(await vault.unlock({ passphrase: passphraseOf() }));
      expect(report.records).toBe(2);
      expect(report.tornBytes).toBe(length - start);
      expect(files.quarantine.map((bytes) => bytes.length)).toEqual(length === start ? [] : [length - start]);
      if (length % 43 !== 0) continue;
      must(await vault.commit({ writes: [putOf(9)], at }));
      expect(must(await (await cut.restart()).unlock({ passphrase: passphraseOf() })).records).toBe(3);
    }
  }, 60_000);

  it('with zeros where the last frame should be', async () => {
    const { kit, ends } = await setupJournal(3);
    kit.files.journal.fill(0, ends[2]);
    const vault = await (await setupVaultKit({ files: kit.files })).restart();
    expect(must(await vault.unlock({ passphrase: passphraseOf() }))).toMatchObject({ records: 2 });
  });

  it('gives the lost save back from the cache when that still has it', async () => {
    for (const damage of ['flip', 'cut'] as const) {
      const { kit, vault, ends } = await setupJournal(3);
      must(await vault.commit({ writes: [putOf(1, 1, 99), putOf(4, 0, 44)], at }));
      const start = ends[3] ?? 0;
      if (damage === 'flip') kit.files.journal[start + 90] = (kit.files.journal[start + 90] ?? 0) ^ 4;
      else kit.files.journal = kit.files.journal.slice(0, start);
      const again = await kit.restart();
      const report = must(await again.unlock({ passphrase: passphraseOf() }));
      expect(report).toMatchObject({ records: 4, savedFromCache: 2, cacheRowsRepaired: 0 });
      const counts = Object.fromEntries(
        (await readAll(again)).map((record) => [record.id, record.value.openCases]),
      );
      expect(counts).toEqual({ [testId(1)]: 99, [testId(2)]: 2, [testId(3)]: 3, [testId(4)]: 44 });
      // It is in the journal again: the cache may go now.
      const bare = await setupVaultKit({ files: kit.files });
      expect(must(await (await bare.restart()).unlock({ passphrase: passphraseOf() })).records).toBe(4);
    }
  });
});

describe('a journal damaged before its end', () => {
  it('is refused, by frame number, and left untouched, whichever byte it is', async () => {
    const { kit, ends, header } = await setupJournal(3);
    const whole = kit.files.journal;
    // Every byte of the clear parts, and some of the sealed ones, which are all alike.
    for (let byte = 0; byte < (ends[2] ?? 0); byte += byte % (ends[1] ?? 1) < 70 ? 1 : 29) {
      const journal = whole.slice();
      journal[byte] = (journal[byte] ?? 0) ^ (1 << (byte % 8));
      const files = createMemoryFiles({ header, journal });
      const vault = await (await setupVaultKit({ files, sodium: kit.sodium })).restart();
      const frame = byte < (ends[1] ?? 0) ? 1 : 2;
      expect(await vault.unlock({ passphrase: passphraseOf() })).toEqual({
        ok: false,
        error: { tag: 'EnvelopeCorrupt', where: `journal frame ${String(frame)}` },
      });
      expect(files.journal).toEqual(journal);
      expect(files.quarantine).toEqual([]);
    }
  }, 60_000);

  it('is refused when whole frames are swapped, doubled, left out or from another vault', async () => {
    const { kit, ends, header } = await setupJournal(3);
    const frame = (number: number) => [...kit.files.journal.slice(ends[number - 1], ends[number])];
    const other = await setupJournal(1);
    const foreign = [...other.kit.files.journal];
    const [one, two, three] = [frame(1), frame(2), frame(3)];
    for (const frames of [
      [two, one, three],
      [one, one, two],
      [one, three],
      [two, three],
      [foreign, two],
      [one, two, two],
    ]) {
      const files = createMemoryFiles({ header, journal: Uint8Array.from(frames.flat()) });
      const vault = await (await setupVaultKit({ files, sodium: kit.sodium })).restart();
      expect((await vault.unlock({ passphrase: passphraseOf() })).ok).toBe(false);
      expect(files.quarantine).toEqual([]);
    }
  });
});

describe('when main cannot write', () => {
  const failures: readonly (readonly [FileError, object])[] = [
    [{ tag: 'DiskFull' }, { tag: 'StorageFull' }],
    [
      { tag: 'WriteFailed', code: 'EIO' },
      { tag: 'StorageUnavailable', code: 'EIO' },
    ],
  ];
  it.each(failures)('%o is no save, and the next one works', async (failure, expected) => {
    for (const written of [0, 7, 100, 5000]) {
      const { kit, vault } = await setupJournal(1);
      kit.files.failNextAppend(failure, written);
      expect(await vault.commit({ writes: [putOf(2)], at })).toEqual({ ok: false, error: expected });
      expect(await readAll(vault)).toHaveLength(1);
      must(await vault.commit({ writes: [putOf(3)], at }));
      const again = await kit.restart();
      must(await again.unlock({ passphrase: passphraseOf() }));
      expect((await readAll(again)).map((record) => record.id)).toEqual([testId(1), testId(3)]);
    }
  });

  it('asks to be locked when another writer was at the journal', async () => {
    const { kit, vault } = await setupJournal(1);
    kit.files.journal = Uint8Array.from([...kit.files.journal, 1, 2, 3]);
    expect(await vault.commit({ writes: [putOf(2)], at })).toEqual({
      ok: false,
      error: { tag: 'StorageUnavailable', code: 'OFFSET' },
    });
  });

  it('finds a save that the app died after, though the cache never heard of it', async () => {
    const { kit, vault } = await setupJournal(1);
    kit.files.crashAfterNextAppend();
    await expect(vault.commit({ writes: [putOf(2)], at })).rejects.toThrow();
    const after = createMemoryFiles(kit.files);
    const again = await (await setupVaultKit({ files: after, indexedDB: kit.indexedDB })).restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() }))).toMatchObject({
      records: 2,
      cacheRowsRepaired: 1,
    });
  });
});
