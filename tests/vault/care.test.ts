/** What keeps a vault sound: checkpoints, earlier versions, the check, the log, erasure, backups; all with real parts. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import type { VaultApi, Write } from '@shared/vault/vault-api';
import { sessionDefaults } from '@shared/records/supervision-session/supervision-session';
import type { SealedSegment, SegmentRun } from '../../renderer/vault/worker/store/sealed-store';
import { createMemoryFiles } from '../support/vault-files';
import {
  at,
  codeOf,
  must,
  passphraseOf,
  putOf,
  readAll,
  setupVaultKit,
  testId,
  type VaultKit,
} from '../support/vault-kit';

const dayMs = 24 * 60 * 60 * 1000;

async function setupUnlocked() {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  const { recoveryCode } = must(await vault.create({ passphrase: passphraseOf() }));
  return { kit, vault, recoveryCode };
}

async function reopen(kit: VaultKit) {
  const vault = await kit.restart();
  const report = must(await vault.unlock({ passphrase: passphraseOf() }));
  return { vault, report };
}

const personId = testId(500);
const otherId = testId(501);
function bytesAt(kit: VaultKit, path: string): Uint8Array {
  const bytes = kit.files.disk.bytesOf(path);
  if (bytes === null) throw new Error('No such file');
  return bytes;
}

function countOf(owner: RecordId, number: number, baseRevision = 0, openCases = number): Write {
  return {
    type: 'put',
    kind: 'caseload-count',
    id: testId(number),
    baseRevision,
    value: { personId: owner, month: '2026-03', openCases },
  };
}

function groupOf(number: number, owners: readonly RecordId[], note: string, baseRevision = 0): Write {
  return {
    type: 'put',
    kind: 'supervision-session',
    id: testId(number),
    baseRevision,
    value: {
      kind: 'reflective-group',
      personIds: owners,
      date: '2026-03-04',
      status: 'held',
      minutes: 60,
      themes: [],
      wellbeingAsked: null,
      note,
      actions: [],
      nextDate: null,
      facilitator: '',
      ...sessionDefaults,
    },
  };
}

const countsOf = async (vault: VaultApi): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await readAll(vault)).map((record) => [record.id, record.value.openCases]));

describe('a checkpoint', () => {
  it('takes over from the journal, and everything is there after it, from the cache or without one', async () => {
    const { kit, vault } = await setupUnlocked();
    for (let number = 1; number <= 30; number += 1)
      must(await vault.commit({ writes: [putOf(number, 0, number)], at: at + number }));
    must(await vault.commit({ writes: [putOf(3, 1, 333)], at: at + 100 }));
    must(
      await vault.commit({
        writes: [{ type: 'remove', kind: 'caseload-count', id: testId(4), baseRevision: 1 }],
        at: at + 101,
      }),
    );
    const report = must(await vault.compact({ at: at + 200, force: true }));
    expect(report).toMatchObject({ records: 29 });
    must(await vault.commit({ writes: [putOf(5, 1, 555)], at: at + 300 }));
    const before = await countsOf(vault);
    const { vault: again, report: unlocked } = await reopen(kit);
    expect(unlocked).toMatchObject({ records: 29, cacheRowsRepaired: 0, findings: [], isOlderCopy: false });
    expect(await countsOf(again)).toEqual(before);
    const bare = await setupVaultKit({ files: createMemoryFiles(kit.files) });
    const { vault: without, report: rebuilt } = await reopen(bare);
    expect(rebuilt).toMatchObject({ records: 29, cacheWasEmpty: true, findings: [] });
    expect(await countsOf(without)).toEqual(before);
    expect((await reopen(bare)).report.cacheRowsRepaired).toBe(0);
    expect(await without.commit({ writes: [putOf(4, 2, 44)], at })).toMatchObject({ ok: true });
  });

  it('that follows close on another has the cache to itself, however slowly the one before is written', async () => {
    let writes = 0;
    const slowFirst = async function* (run: SegmentRun, ms: number): AsyncGenerator<SealedSegment> {
      for await (const segment of run) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        yield segment;
      }
    };
    const kit = await setupVaultKit({
      store: (real) => ({
        ...real,
        rebuild: ({ outlines, bodies }, kept) => {
          writes += 1;
          const ms = writes === 1 ? 60 : 0;
          return real.rebuild({ outlines: slowFirst(outlines, ms), bodies: slowFirst(bodies, ms) }, kept);
        },
      }),
    });
    const vault = await kit.restart();
    must(await vault.create({ passphrase: passphraseOf() }));
    for (const number of [1, 2]) {
      must(await vault.commit({ writes: [putOf(number, 0, number)], at: at + number }));
      must(await vault.compact({ at: at + number, force: true }));
    }
    await kit.settled();
    const { vault: again, report } = await reopen(kit);
    expect(report).toMatchObject({ records: 2, cacheRowsRepaired: 0, findings: [] });
    expect(await countsOf(again)).toEqual({ [testId(1)]: 1, [testId(2)]: 2 });
  });

  it('is written while saves go on, and holds up through several generations', async () => {
    const { kit, vault } = await setupUnlocked();
    let now = at;
    const expected: Record<string, number> = {};
    for (let round = 1; round <= 4; round += 1) {
      for (let number = 1; number <= 12; number += 1) {
        now += dayMs;
        const revision = round - 1;
        must(await vault.commit({ writes: [putOf(number, revision, round * 100 + number)], at: now }));
        expected[testId(number)] = round * 100 + number;
      }
      const compacting = vault.compact({ at: now, force: true });
      must(await vault.commit({ writes: [putOf(1000 + round, 0, round)], at: now }));
      expected[testId(1000 + round)] = round;
      must(await compacting);
    }
    const { vault: again, report } = await reopen(kit);
    expect(report.findings).toEqual([]);
    expect(await countsOf(again)).toEqual(expected);
    expect(must(await again.check({ at: now }))).toMatchObject({ findingCount: 0, records: 16 });
  });

  it.each(['begin', 'middle', 'end'] as const)(
    'damaged at its %s: nothing is lost, it is told, and the next one is whole',
    async (where) => {
      const { kit, vault } = await setupUnlocked();
      for (let number = 1; number <= 20; number += 1)
        must(await vault.commit({ writes: [putOf(number, 0, number)], at: at + number }));
      must(await vault.compact({ at: at + 100, force: true }));
      await kit.settled();
      const before = await countsOf(vault);
      const path = kit.files.disk.paths().find((each) => each.endsWith('cp-000001.stc')) ?? '';
      const bytes = bytesAt(kit, path);
      const offset = { begin: 120, middle: Math.floor(bytes.length / 2), end: bytes.length - 40 }[where];
      bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
      const { vault: again } = await reopen(kit);
      expect(await countsOf(again)).toEqual(before);
      const checked = must(await again.check({ at: at + 200 }));
      expect(checked.findingCount).toBeGreaterThan(0);
      expect(checked.findings.every((finding) => finding.isMended)).toBe(true);
      const { vault: third, report } = await reopen(kit);
      expect(report.findings).toEqual([]);
      expect(await countsOf(third)).toEqual(before);
      expect(must(await third.check({ at: at + 300 })).findingCount).toBe(0);
    },
  );
});

describe('earlier versions', () => {
  it('are kept for thirty days, over a checkpoint too, and then go', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1, 0, 10)], at }));
    must(await vault.commit({ writes: [putOf(1, 1, 20)], at: at + dayMs }));
    must(await vault.commit({ writes: [putOf(1, 2, 30)], at: at + 2 * dayMs }));
    const versions = async (from: VaultApi) =>
      must(await from.history({ kind: 'caseload-count', id: testId(1) })).map((version) => [
        version.revision,
        version.value.openCases,
        version.replacedAt - at,
      ]);
    const both = [
      [2, 20, 2 * dayMs],
      [1, 10, dayMs],
    ];
    expect(await versions(vault)).toEqual(both);
    must(await vault.compact({ at: at + 3 * dayMs, force: true }));
    expect(await versions(vault)).toEqual(both);
    must(await vault.compact({ at: at + 31.5 * dayMs, force: true }));
    expect(await versions((await reopen(kit)).vault)).toEqual([[2, 20, 2 * dayMs]]);
    must(await vault.compact({ at: at + 40 * dayMs, force: true }));
  });

  it('of removed records are in Deleted items until then, and can be brought back', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1, 0, 10), putOf(2, 0, 11)], at }));
    const remove = (id: number): Write => ({
      type: 'remove',
      kind: 'caseload-count',
      id: testId(id),
      baseRevision: 1,
    });
    must(await vault.commit({ writes: [remove(1), remove(2)], at: at + 5 }));
    must(await vault.compact({ at: at + dayMs, force: true }));
    const { vault: again } = await reopen(kit);
    const removed = must(await again.removed({}));
    expect(removed.map((each) => [each.id, each.replacedAt, each.removedRevision]).sort()).toEqual([
      [testId(1), at + 5, 2],
      [testId(2), at + 5, 2],
    ]);
    const [first] = removed;
    if (first === undefined) throw new Error('Nothing removed');
    const { kind, id, value, removedRevision } = first;
    must(
      await again.commit({
        writes: [{ type: 'put', kind, id, baseRevision: removedRevision, value }],
        at: at + 2 * dayMs,
      }),
    );
    expect(must(await again.removed({}))).toHaveLength(1);
    must(await again.compact({ at: at + 31 * dayMs, force: true }));
    expect(must(await again.removed({}))).toEqual([]);
    expect(await readAll((await reopen(kit)).vault)).toHaveLength(1);
  });
});

describe('the log', () => {
  it('holds what was done, in order, over checkpoints and restarts', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.note({ notes: [{ event: 'unlock' }], at }));
    must(await vault.commit({ writes: [putOf(1), putOf(2)], at: at + 1 }));
    must(await vault.compact({ at: at + 2, force: true }));
    must(await vault.note({ notes: [{ event: 'view', kind: 'person', ids: [personId] }], at: at + 3 }));
    const { vault: again } = await reopen(kit);
    const log = must(await again.auditLog({}));
    expect(log.entries.map(({ index, event, count }) => [index, event, count])).toEqual([
      [3, 'view', 1],
      [2, 'edit', 2],
      [1, 'unlock', undefined],
    ]);
    expect(log.brokenAt).toBeNull();
    expect(log.head).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('erasing', () => {
  async function setupPeople() {
    const setup = await setupUnlocked();
    const { vault } = setup;
    must(
      await vault.commit({
        writes: [countOf(personId, 1), countOf(otherId, 2), groupOf(3, [personId, otherId], 'Both of them')],
        at,
      }),
    );
    must(await vault.commit({ writes: [countOf(personId, 1, 1, 99)], at: at + 1 }));
    return setup;
  }

  it('a person ends every version of their records, in journal, checkpoint and backups made before', async () => {
    const { kit, vault } = await setupPeople();
    const backup = must(await vault.backUp({ at: at + 2 }));
    const journalBefore = kit.files.journal.slice();
    const refused = await vault.erasePerson({ personId, redactions: [], at: at + 3 });
    expect(refused.ok).toBe(false);
    const redactions: Write[] = [
      { type: 'remove', kind: 'caseload-count', id: testId(1), baseRevision: 2 },
      groupOf(3, [otherId], 'One of them', 1),
    ];
    expect(must(await vault.erasePerson({ personId, redactions, at: at + 4 }))).toMatchObject({
      erased: 1,
      redacted: 1,
    });
    expect(Object.keys(await countsOf(vault))).toEqual([testId(2)]);
    expect(must(await vault.history({ kind: 'supervision-session', id: testId(3) }))).toEqual([]);
    const { vault: again, report } = await reopen(kit);
    expect(report.findings).toEqual([]);
    expect(must(await again.list({ kind: 'supervision-session' }))).toMatchObject([
      { value: { note: 'One of them', personIds: [otherId] } },
    ]);
    // The old journal put back, with the keyring of now: what was theirs opens no more.
    const old = createMemoryFiles(kit.files);
    for (const path of old.disk.paths()) if (path.includes('/checkpoint/')) old.disk.remove(path);
    old.journal = journalBefore;
    const returned = await setupVaultKit({ files: old, sodium: kit.sodium });
    const opened = await returned.restart();
    must(await opened.unlock({ passphrase: passphraseOf() }));
    expect(Object.keys(await countsOf(opened))).toEqual([testId(2)]);
    expect(must(await opened.list({ kind: 'supervision-session' }))).toEqual([]);
    // Nor does it come back from the backup of before.
    must(await again.lock({}));
    const source = { from: 'folder', name: backup.name } as const;
    const secret = { by: 'passphrase', bytes: passphraseOf() } as const;
    must(await again.restoreBackup({ source, secret, at }));
    const { vault: restored } = await reopen(kit);
    expect(Object.keys(await countsOf(restored))).toEqual([testId(2)]);
  });

  it('single records gives their owners new keys: old copies open no more, the others do', async () => {
    const { kit, vault } = await setupPeople();
    const backup = must(await vault.backUp({ at: at + 4 }));
    must(await vault.commit({ writes: [countOf(personId, 7)], at: at + 5 }));
    const journalBefore = kit.files.journal.slice();
    expect(must(await vault.purge({ ids: [testId(1)], at: at + 6 }))).toEqual({ purged: 1 });
    const { vault: again, report } = await reopen(kit);
    expect(report.findings).toEqual([]);
    expect(Object.keys(await countsOf(again)).sort()).toEqual([testId(2), testId(7)]);
    expect(must(await again.removed({}))).toEqual([]);
    const old = createMemoryFiles(kit.files);
    for (const path of old.disk.paths()) if (path.includes('/checkpoint/')) old.disk.remove(path);
    old.journal = journalBefore;
    const opened = await (await setupVaultKit({ files: old, sodium: kit.sodium })).restart();
    must(await opened.unlock({ passphrase: passphraseOf() }));
    expect(Object.keys(await countsOf(opened))).toEqual([testId(2)]);
    // A backup of before has the keys of its day, and shows it still: the screen says so.
    must(await again.lock({}));
    const source = { from: 'folder', name: backup.name } as const;
    const secret = { by: 'passphrase', bytes: passphraseOf() } as const;
    must(await again.restoreBackup({ source, secret, at }));
    const { vault: restored } = await reopen(kit);
    expect(Object.keys(await countsOf(restored)).sort()).toEqual([testId(1), testId(2)]);
  });

  it('that is stopped after its frame is finished by the next unlock and checkpoint', async () => {
    const { kit, vault } = await setupPeople();
    const redactions: Write[] = [
      { type: 'remove', kind: 'caseload-count', id: testId(1), baseRevision: 2 },
      groupOf(3, [otherId], 'One of them', 1),
    ];
    kit.files.failNext('finishCheckpoint', { tag: 'WriteFailed', code: 'EIO' });
    expect((await vault.erasePerson({ personId, redactions, at: at + 4 })).ok).toBe(false);
    const { vault: again } = await reopen(kit);
    expect(Object.keys(await countsOf(again))).toEqual([testId(2)]);
    must(await again.compact({ at: at + 5 }));
    expect((await reopen(kit)).report.findings).toEqual([]);
  });
});

describe('backups', () => {
  it('restored by a process that is killed at once are whole, and nothing newer comes back from the cache', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1)], at }));
    const backup = must(await vault.backUp({ at: at + 1 }));
    must(await vault.commit({ writes: [putOf(2)], at: at + 2 }));
    must(await vault.commit({ writes: [putOf(3)], at: at + 3 }));
    await kit.settled();
    must(await vault.lock({}));
    const { finishRestore } = kit.files;
    // The vault is in its place, and then the process is gone: whatever it would have done next is not done.
    const gone = new Promise<void>((resolve) => {
      kit.files.finishRestore = async () => {
        must(await finishRestore());
        resolve();
        return new Promise(() => undefined);
      };
    });
    void vault.restoreBackup({
      source: { from: 'folder', name: backup.name },
      secret: { by: 'passphrase', bytes: passphraseOf() },
      at: at + 4,
    });
    await gone;
    kit.files.finishRestore = finishRestore;
    const again = await kit.restart();
    const report = must(await again.unlock({ passphrase: passphraseOf() }));
    expect(report).toMatchObject({ records: 1, savedFromCache: 0, isOlderCopy: true, findings: [] });
  });

  it('are proved when made, by a drill with either secret, and restore everything', async () => {
    const { kit, vault, recoveryCode } = await setupUnlocked();
    must(await vault.commit({ writes: [countOf(personId, 1), countOf(otherId, 2)], at }));
    must(await vault.compact({ at, force: true }));
    must(await vault.commit({ writes: [groupOf(3, [personId, otherId], 'Both')], at: at + 1 }));
    const proof = must(await vault.backUp({ at: at + 2 }));
    expect(proof).toMatchObject({
      records: 3,
      recordsByKind: { 'caseload-count': 2, 'supervision-session': 1 },
      hasDamage: false,
    });
    const source = { from: 'folder', name: proof.name } as const;
    for (const secret of [
      { by: 'passphrase', bytes: passphraseOf() },
      { by: 'code', bytes: codeOf(recoveryCode) },
    ] as const)
      expect(must(await vault.drill({ source, secret }))).toMatchObject({ records: 3, madeAt: at + 2 });
    expect(await vault.drill({ source, secret: { by: 'passphrase', bytes: passphraseOf('no') } })).toEqual({
      ok: false,
      error: { tag: 'WrongPassphrase' },
    });
    must(await vault.commit({ writes: [putOf(9)], at: at + 3 }));
    must(await vault.lock({}));
    must(
      await vault.restoreBackup({
        source,
        secret: { by: 'passphrase', bytes: passphraseOf() },
        at: at + 4,
      }),
    );
    const { vault: again, report } = await reopen(kit);
    expect(report).toMatchObject({ records: 3, isOlderCopy: true });
    must(await again.acceptOlderCopy({ at: at + 5 }));
    must(await again.commit({ writes: [putOf(10)], at: at + 6 }));
    must(await again.lock({}));
    const last = await reopen(kit);
    expect(last.report).toMatchObject({ records: 4, isOlderCopy: false, findings: [] });
  });
});

describe('the keyring', () => {
  it('is mended from its other copy, and from a backup when both are gone', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [countOf(personId, 1)], at }));
    must(await vault.backUp({ at: at + 1 }));
    const ring = (number: number) => `${kit.files.folder}/ring-${String(number)}.str`;
    const bytes = bytesAt(kit, ring(1));
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    const first = await reopen(kit);
    expect(first.report.findings).toMatchObject([{ piece: 'keyring', isMended: true }]);
    expect((await reopen(kit)).report.findings).toEqual([]);
    kit.files.disk.remove(ring(1));
    kit.files.disk.remove(ring(2));
    const second = await reopen(kit);
    expect(await countsOf(second.vault)).toEqual({ [testId(1)]: 1 });
    expect((await reopen(kit)).report.findings).toEqual([]);
  });
});

describe('an older copy', () => {
  it('of the whole vault is noticed by the anchor, and an empty anchor claims nothing', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1)], at }));
    must(await vault.lock({}));
    const copy = createMemoryFiles(kit.files);
    const { vault: again } = await reopen(kit);
    must(await again.commit({ writes: [putOf(2)], at: at + 1 }));
    must(await again.lock({}));
    const older = createMemoryFiles(kit.files);
    older.journal = copy.journal;
    const rolled = await setupVaultKit({ files: older, sodium: kit.sodium });
    expect((await reopen(rolled)).report).toMatchObject({ records: 1, isOlderCopy: true });
    const anchorless = createMemoryFiles(older);
    for (const path of anchorless.disk.paths()) if (path.endsWith('.sta')) anchorless.disk.remove(path);
    const unknown = await setupVaultKit({ files: anchorless, sodium: kit.sodium });
    expect((await reopen(unknown)).report.isOlderCopy).toBe(false);
  });
});
