/** Journal, checkpoint and backup, each cut at every kilobyte: what is whole opens, what is not is said, nothing is made up. */
import { describe, expect, it } from 'vitest';
import { createMemoryFiles, type MemoryFiles } from '../support/vault-files';
import {
  at,
  must,
  passphraseOf,
  putOf,
  readAll,
  setupVaultKit,
  settledStore,
  testId,
  type VaultKit,
} from '../support/vault-kit';

const step = 1024;
const commits = 40;
const perCommit = 3;

/** Commits of a few records each, and where the journal ended after each. */
async function setup() {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  const ends: number[] = [];
  for (let number = 0; number < commits; number += 1) {
    const first = number * perCommit + 1;
    const writes = [0, 1, 2].map((more) => putOf(first + more, 0, first + more));
    must(await vault.commit({ writes, at: at + number }));
    ends.push(kit.files.journal.length);
  }
  return { kit, vault, ends };
}

/** The same files as the next start finds them, with an empty cache. */
async function openWithoutCache(kit: VaultKit, files: MemoryFiles) {
  const again = await setupVaultKit({ files, sodium: kit.sodium });
  const vault = await again.restart();
  return { vault, answer: await vault.unlock({ passphrase: passphraseOf() }) };
}

const cutsOf = (size: number): readonly number[] =>
  Array.from({ length: Math.ceil(size / step) }, (_, index) => index * step);

type Opened = Awaited<ReturnType<typeof openWithoutCache>>['vault'];

/** Every record that is there is one that was saved, as it was saved. */
async function soundRecords(vault: Opened): Promise<number> {
  const records = await readAll(vault);
  for (const { id, value } of records) expect(testId(value.openCases)).toBe(id);
  return records.length;
}

describe('the journal', () => {
  it('gives back every commit that is whole, says what was cut off, and is noticed as older', async () => {
    const { kit, vault, ends } = await setup();
    must(await vault.lock({}));
    const whole = kit.files.journal.slice();
    const cuts = cutsOf(whole.length);
    expect(cuts.length).toBeGreaterThan(30);
    for (const cut of cuts) {
      const files = createMemoryFiles(kit.files);
      files.journal = whole.slice(0, cut);
      const { vault: again, answer } = await openWithoutCache(kit, files);
      const report = must(answer);
      const kept = ends.filter((end) => end <= cut);
      expect(await soundRecords(again), `cut at ${String(cut)}`).toBe(kept.length * perCommit);
      expect(report.tornBytes).toBeGreaterThanOrEqual(0);
      expect(report.isOlderCopy, `cut at ${String(cut)}`).toBe(true);
      if (report.tornBytes > 0)
        expect(files.quarantine.map(({ length }) => length)).toEqual([report.tornBytes]);
    }
  });

  it('with its cache beside it nothing is lost at all', async () => {
    const { kit, vault } = await setup();
    must(await vault.lock({}));
    await settledStore(kit);
    const whole = kit.files.journal.slice();
    const cut = Math.floor(whole.length / 2 / step) * step;
    kit.files.journal = whole.slice(0, cut);
    const again = await kit.restart();
    const report = must(await again.unlock({ passphrase: passphraseOf() }));
    expect(await soundRecords(again)).toBe(commits * perCommit);
    expect(report.savedFromCache).toBeGreaterThan(0);
  });
});

/** At unlock; or, where only the copy at its end is cut and every record is there, by the check. */
async function expectTold(vault: Opened, findings: number, cut: number): Promise<void> {
  const found = findings > 0 ? findings : must(await vault.check({ at: at + 2000 })).findingCount;
  expect(found, `cut at ${String(cut)}`).toBeGreaterThan(0);
}

describe('the checkpoint', () => {
  const pathIn = (files: MemoryFiles): string => {
    const path = files.disk.paths().find((each) => each.endsWith('.stc'));
    if (path === undefined) throw new Error('There is no checkpoint');
    return path;
  };

  it('costs nothing while the journal behind it is still kept', async () => {
    const { kit, vault } = await setup();
    must(await vault.compact({ at: at + 1000, force: true }));
    must(await vault.commit({ writes: [putOf(500, 0, 500)], at: at + 1001 }));
    must(await vault.lock({}));
    const path = pathIn(kit.files);
    const whole = kit.files.disk.bytesOf(path)?.slice() ?? new Uint8Array(0);
    expect(whole.length).toBeGreaterThan(20 * step);
    for (const cut of cutsOf(whole.length)) {
      const files = createMemoryFiles(kit.files);
      files.disk.put(path, whole.slice(0, cut));
      const { vault: again, answer } = await openWithoutCache(kit, files);
      const report = must(answer);
      expect(await soundRecords(again), `cut at ${String(cut)}`).toBe(commits * perCommit + 1);
      await expectTold(again, report.findings.length, cut);
    }
  });

  it('that stands alone never passes for whole', async () => {
    const { kit, vault } = await setup();
    const later = at + 30 * 24 * 60 * 60 * 1000;
    must(await vault.compact({ at: at + 1000, force: true }));
    must(await vault.compact({ at: later, force: true }));
    must(await vault.compact({ at: later + later, force: true }));
    must(await vault.lock({}));
    const checkpoints = kit.files.disk.paths().filter((each) => each.endsWith('.stc'));
    const path = checkpoints.at(-1) ?? '';
    const whole = kit.files.disk.bytesOf(path)?.slice() ?? new Uint8Array(0);
    for (const cut of cutsOf(whole.length)) {
      const files = createMemoryFiles(kit.files);
      for (const other of checkpoints) if (other !== path) files.disk.remove(other);
      files.disk.put(path, whole.slice(0, cut));
      const { vault: again, answer } = await openWithoutCache(kit, files);
      if (!answer.ok) {
        expect(['EnvelopeCorrupt', 'HeaderCorrupt'], `cut at ${String(cut)}`).toContain(answer.error.tag);
        continue;
      }
      const count = await soundRecords(again);
      if (answer.value.findings.length === 0) expect(count).toBe(commits * perCommit);
      await expectTold(again, answer.value.findings.length, cut);
    }
  });
});

describe('a backup', () => {
  it('is refused as cut short, and the vault stays as it was', async () => {
    const { kit, vault } = await setup();
    const { name } = must(await vault.backUp({ at: at + 1000 }));
    must(await vault.lock({}));
    const path = `/profile/backups/${name}`;
    const whole = kit.files.disk.bytesOf(path)?.slice() ?? new Uint8Array(0);
    expect(whole.length).toBeGreaterThan(20 * step);
    const source = { from: 'folder', name } as const;
    const secret = () => ({ by: 'passphrase', bytes: passphraseOf() }) as const;
    const cutShort = { ok: false, error: { tag: 'BackupUnreadable', reason: 'truncated' } };
    for (const cut of cutsOf(whole.length)) {
      kit.files.disk.put(path, whole.slice(0, cut));
      expect(await vault.drill({ source, secret: secret() }), `cut at ${String(cut)}`).toEqual(cutShort);
      expect(await vault.restoreBackup({ source, secret: secret(), at }), `cut at ${String(cut)}`).toEqual(
        cutShort,
      );
    }
    kit.files.disk.put(path, whole);
    const keys = kit.files.disk.bytesOf(`${path}k`)?.slice() ?? new Uint8Array(0);
    for (let cut = 0; cut < keys.length; cut += 16) {
      kit.files.disk.put(`${path}k`, keys.slice(0, cut));
      expect(await vault.drill({ source, secret: secret() })).toMatchObject({
        error: { tag: 'BackupUnreadable' },
      });
    }
    kit.files.disk.put(`${path}k`, keys);
    expect((await vault.drill({ source, secret: secret() })).ok).toBe(true);
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() })).findings).toEqual([]);
    expect(await soundRecords(again)).toBe(commits * perCommit);
  });
});
