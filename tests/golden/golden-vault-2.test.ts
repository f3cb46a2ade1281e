/** Keyring, checkpoint, journal, log, anchor and backups of format 1 as they were first written open for ever. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createMemoryFiles, type MemoryFiles } from '../support/vault-files';
import { codeOf, must, passphraseOf, testId } from '../support/vault-kit';
import { openVault2, passphrase2, records2 } from './golden-vault-2';
import type { VaultApi } from '@shared/vault/vault-api';
import { kindNames } from '@shared/records/registry';

const folder = resolve(import.meta.dirname, 'vault-2-on-disk');
const recoveryCode = (await readFile(join(folder, 'recovery-code.txt'), 'utf8')).trim();

async function frozenFiles(skip: (path: string) => boolean = () => false): Promise<MemoryFiles> {
  const files = createMemoryFiles();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'recovery-code.txt') continue;
    const path = `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`;
    if (skip(path)) continue;
    files.disk.put(path, Uint8Array.from(await readFile(join(entry.parentPath, entry.name))));
  }
  return files;
}

async function wordsById(vault: VaultApi): Promise<Readonly<Record<string, readonly [number, string]>>> {
  const found: Record<string, readonly [number, string]> = {};
  for (const kind of kindNames) {
    for (const { id, revision, value } of must(await vault.list({ kind }))) {
      const text = JSON.stringify(value);
      const words = records2[id]?.[1] ?? 'not in the list';
      found[id] = [revision, text.includes(words) ? words : text];
    }
  }
  return found;
}

it('opens, with its earlier versions, its log and its anchor', async () => {
  const vault = await openVault2(await frozenFiles());
  const report = must(await vault.unlock({ passphrase: passphraseOf(passphrase2) }));
  expect(report).toMatchObject({ records: 5, keptSealed: 0, isOlderCopy: false, findings: [] });
  expect(await wordsById(vault)).toEqual(records2);
  const history = must(await vault.history({ kind: 'supervision-session', id: testId(3) }));
  expect(history.map(({ value }) => value.note)).toEqual(['First thoughts']);
  expect(must(await vault.removed({})).map(({ id }) => id)).toEqual([testId(5)]);
  const log = must(await vault.auditLog({}));
  expect(log.brokenAt).toBeNull();
  const events = log.entries.map(({ event }) => event).toReversed();
  expect(events.slice(0, 6)).toEqual(['created', 'edit', 'edit', 'edit', 'edit', 'edit']);
  expect(events.slice(6)).toEqual(['remove', 'edit', 'purge', 'backup', 'edit', 'view', 'backup']);
});

it('opens from the checkpoint before when the newest one is gone, and says that', async () => {
  const vault = await openVault2(await frozenFiles((path) => path.endsWith('cp-000002.stc')));
  const report = must(await vault.unlock({ passphrase: passphraseOf(passphrase2) }));
  expect(report.records).toBe(5);
  expect(await wordsById(vault)).toEqual(records2);
});

it('has backups that open with either secret, and come back', async () => {
  const files = await frozenFiles();
  const vault = await openVault2(files);
  const backups = must(await files.listBackups());
  expect(backups).toHaveLength(2);
  for (const { name } of backups) {
    const source = { from: 'folder', name } as const;
    const byPassphrase = { by: 'passphrase', bytes: passphraseOf(passphrase2) } as const;
    expect(must(await vault.drill({ source, secret: byPassphrase })).records).toBe(5);
    const byCode = { by: 'code', bytes: codeOf(recoveryCode) } as const;
    expect(must(await vault.drill({ source, secret: byCode })).people).toBe(2);
  }
  const newest =
    backups
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? '';
  must(
    await vault.restoreBackup({
      source: { from: 'folder', name: newest },
      secret: { by: 'code', bytes: codeOf(recoveryCode) },
      at: 1,
    }),
  );
  must(await vault.unlock({ passphrase: passphraseOf(passphrase2) }));
  expect(await wordsById(vault)).toEqual(records2);
});
