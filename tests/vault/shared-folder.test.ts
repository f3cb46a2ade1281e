/** One folder with the backups of two vaults: each looks after its own. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import type { Write } from '@shared/vault/vault-api';
import { backupTime } from '@shared/vault/backup-policy';
import { shredBackupRings } from '../../renderer/vault/worker/backup-ring';
import { at, must, passphraseOf, setupVaultKit, testId, type VaultKit } from '../support/vault-kit';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const personId = testId(500);
const folder = '/profile/backups';

function countOf(owner: RecordId, number: number): Write {
  const value = { personId: owner, month: '2026-03', openCases: number };
  return { type: 'put', kind: 'caseload-count', id: testId(number), baseRevision: 0, value };
}

async function setupVault(sodium?: VaultKit['sodium']) {
  const kit = await setupVaultKit(sodium === undefined ? {} : { sodium });
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  must(await vault.commit({ writes: [countOf(personId, 1)], at }));
  return { kit, vault };
}

/** Another vault's backup of this moment, put into the folder of `to`. */
async function strangerIn(to: VaultKit, madeAt: number): Promise<string> {
  const { kit, vault } = await setupVault(to.sodium);
  const { name } = must(await vault.backUp({ at: madeAt }));
  for (const path of [`${folder}/${name}`, `${folder}/${name}k`]) {
    const bytes = kit.files.disk.bytesOf(path);
    if (bytes === null) throw new Error('No backup was made');
    to.files.disk.put(path, bytes);
  }
  return name;
}

const namesIn = (kit: VaultKit): readonly string[] =>
  kit.files.disk.paths().filter((path) => path.startsWith(folder) && path.endsWith('.stb'));

describe('the newest backup', () => {
  it('is that of this vault, whole, and not from the future', async () => {
    const { kit, vault } = await setupVault();
    await strangerIn(kit, at + hourMs);
    expect(must(await vault.newestBackup({ at: at + 2 * hourMs })).name).toBeNull();
    const own = must(await vault.backUp({ at: at + 1000 }));
    expect(must(await vault.newestBackup({ at: at + 2 * hourMs })).name).toBe(own.name);
    // The clock stood a year ahead when this was made.
    must(await vault.backUp({ at: at + 365 * dayMs }));
    expect(must(await vault.newestBackup({ at: at + 2 * hourMs })).name).toBe(own.name);
    kit.files.disk.remove(`${folder}/${own.name}k`);
    expect(must(await vault.newestBackup({ at: at + 2 * hourMs })).name).toBeNull();
  });
});

describe('rotation', () => {
  it('leaves those of another vault, and the clock put back a year takes none away', async () => {
    const { kit, vault } = await setupVault();
    const stranger = await strangerIn(kit, at);
    const later = must(await vault.backUp({ at: at + 365 * dayMs }));
    for (let hour = 0; hour < 30; hour += 1) must(await vault.backUp({ at: at + hour * hourMs }));
    const names = namesIn(kit).map((path) => path.slice(folder.length + 1));
    expect(names).toContain(stranger);
    expect(names).toContain(later.name);
    const own = names.filter((name) => name !== stranger && name !== later.name);
    // 24 hours, and the newest of the day before.
    expect(own.length).toBeGreaterThanOrEqual(24);
    expect(own.length).toBeLessThan(30);
    expect(Math.max(...own.map((name) => backupTime(name) ?? 0))).toBe(at + 29 * hourMs);
  });
});

describe('keys beside the backups', () => {
  it('of another vault are not counted as not reached; of this one they are', async () => {
    const { kit, vault } = await setupVault();
    const stranger = await strangerIn(kit, at + hourMs);
    const own = must(await vault.backUp({ at: at + 1000 }));
    const strangerKeys = kit.files.disk.bytesOf(`${folder}/${stranger}k`)?.slice();
    const { sodium, files } = kit;
    const keys = { ringKey: new Uint8Array(32) } as Parameters<typeof shredBackupRings>[1]['keys'];
    const header = { vaultId: new Uint8Array(16) } as Parameters<typeof shredBackupRings>[1]['header'];
    // With keys that open nothing: one backup is ours and was not reached, the other is not ours.
    expect(await shredBackupRings({ sodium, files }, { header, keys }, () => true)).toBe(1);
    const redactions: Write[] = [{ type: 'remove', kind: 'caseload-count', id: testId(1), baseRevision: 1 }];
    const before = kit.files.disk.bytesOf(`${folder}/${own.name}k`)?.slice();
    expect(must(await vault.erasePerson({ personId, redactions, at: at + 2000 }))).toMatchObject({
      backupsNotReached: 0,
    });
    expect(kit.files.disk.bytesOf(`${folder}/${own.name}k`)).not.toEqual(before);
    expect(kit.files.disk.bytesOf(`${folder}/${stranger}k`)).toEqual(strangerKeys);
  });

  it('that cannot be rewritten, or looked for, are told of by an erasure', async () => {
    const failed = { ok: false, error: { tag: 'Failed', code: 'EACCES' } } as const;
    for (const [refused, backupsNotReached] of [
      ['rewriteBackupKeys', 1],
      ['listBackups', null],
    ] as const) {
      const { kit, vault } = await setupVault();
      must(await vault.backUp({ at: at + 1000 }));
      kit.files[refused] = () => Promise.resolve(failed as never);
      const redactions: Write[] = [
        { type: 'remove', kind: 'caseload-count', id: testId(1), baseRevision: 1 },
      ];
      expect(must(await vault.erasePerson({ personId, redactions, at: at + 2000 }))).toMatchObject({
        erased: 1,
        backupsNotReached,
      });
    }
  });

  it('come back from the newest backup of this vault, past a newer one of another', async () => {
    const { kit, vault } = await setupVault();
    must(await vault.backUp({ at: at + 1000 }));
    await strangerIn(kit, at + hourMs);
    must(await vault.lock({}));
    for (const copy of ['ring-1.str', 'ring-2.str']) kit.files.disk.remove(`/profile/vault/${copy}`);
    const again = await kit.restart();
    must(await again.unlock({ passphrase: passphraseOf() }));
    expect(must(await again.list({ kind: 'caseload-count' }))).toHaveLength(1);
  });
});

describe('a file without keys beside it', () => {
  it('is told as what it is', async () => {
    const { kit, vault } = await setupVault();
    const own = must(await vault.backUp({ at: at + 1000 }));
    const drill = (name: string) =>
      vault.drill({ source: { from: 'folder', name }, secret: { by: 'passphrase', bytes: passphraseOf() } });
    const foreign = 'steading-20200101-000000-00000000.stb';
    kit.files.disk.put(`${folder}/${foreign}`, new TextEncoder().encode('%PDF-1.7 and so on'.repeat(9)));
    expect(await drill(foreign)).toMatchObject({ error: { tag: 'BackupUnreadable', reason: 'foreign' } });
    kit.files.disk.put(`${folder}/${foreign}`, new Uint8Array(0));
    expect(await drill(foreign)).toMatchObject({ error: { tag: 'BackupUnreadable', reason: 'truncated' } });
    kit.files.disk.remove(`${folder}/${own.name}k`);
    expect(await drill(own.name)).toMatchObject({ error: { tag: 'BackupUnreadable', reason: 'truncated' } });
  });
});
