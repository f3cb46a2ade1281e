import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { personKind } from '@shared/records/person/person';
import { supervisionSessionKind } from '@shared/records/supervision-session/supervision-session';
import type { VaultApi, Write } from '@shared/vault/vault-api';
import { createVaultClient, type VaultClient } from '../../renderer/vault/client';
import { createMemoryFiles } from '../support/vault-files';
import { at, must, passphrase, passphraseOf, setupVaultKit, testId } from '../support/vault-kit';
import { createFakeWorkers } from '../support/vault-worker';

const ailsa = testId(1);
const calum = testId(2);

function personWrite(id: RecordId, name: string, baseRevision = 0): Write {
  return { type: 'put', kind: 'person', id, baseRevision, value: { ...personKind.examples[0]!, name } };
}

function sessionWrite(id: RecordId, personId: RecordId, note: string, baseRevision = 0): Write {
  const value = { ...supervisionSessionKind.examples[0]!, personIds: [personId], note };
  return { type: 'put', kind: 'supervision-session', id, baseRevision, value };
}

function draftWrite(id: RecordId, note: string): Write {
  const value = { form: 'supervision', recordId: null, title: '', fields: { note } };
  return { type: 'put', kind: 'draft', id, baseRevision: 0, value };
}

async function setupUnlocked() {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  must(
    await vault.commit({ writes: [personWrite(ailsa, 'Ailsa Munro'), personWrite(calum, 'Calum Reid')], at }),
  );
  must(await vault.commit({ writes: [sessionWrite(testId(3), ailsa, 'The rota is kinder')], at: at + 1 }));
  must(await vault.commit({ writes: [sessionWrite(testId(4), calum, 'A word on the rota')], at: at + 2 }));
  must(await vault.commit({ writes: [draftWrite(testId(5), 'rota, half said')], at: at + 3 }));
  return { kit, vault };
}

async function found(vault: VaultApi, text: string, limit = 20): Promise<readonly RecordId[]> {
  // As the palette does: again while a busy machine has not read everything.
  let answer = must(await vault.search({ text, limit }));
  while (!answer.isComplete) answer = must(await vault.search({ text, limit }));
  return answer.hits.map(({ id }) => id);
}

describe('search in the vault', () => {
  it('finds what was just saved, the newest first and drafts last', async () => {
    const { vault } = await setupUnlocked();
    expect(await found(vault, 'rot')).toEqual([testId(4), testId(3), testId(5)]);
    expect(must(await vault.search({ text: 'ailsa', limit: 1 })).hits).toEqual([
      { kind: 'person', id: ailsa, field: 'name' },
    ]);
    expect(await found(vault, 'rota', 2)).toHaveLength(2);
    expect(await found(vault, '')).toEqual([]);
  });

  it('follows a change and a removal', async () => {
    const { vault } = await setupUnlocked();
    expect(await found(vault, 'kinder')).toEqual([testId(3)]);
    must(await vault.commit({ writes: [sessionWrite(testId(3), ailsa, 'Gentler now', 1)], at: at + 4 }));
    expect(await found(vault, 'kinder')).toEqual([]);
    expect(await found(vault, 'gentler')).toEqual([testId(3)]);
    const remove: Write = { type: 'remove', kind: 'supervision-session', id: testId(3), baseRevision: 2 };
    must(await vault.commit({ writes: [remove], at: at + 5 }));
    expect(await found(vault, 'gentler')).toEqual([]);
  });

  it('finds nothing that was refused', async () => {
    const { vault } = await setupUnlocked();
    const stale = await vault.commit({ writes: [sessionWrite(testId(3), ailsa, 'Never saved', 7)], at });
    expect(stale.ok).toBe(false);
    expect(await found(vault, 'never saved')).toEqual([]);
    expect(await found(vault, 'kinder')).toEqual([testId(3)]);
  });

  it('is there again after a restart, and closed while the vault is', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.lock({}));
    const locked = { ok: false, error: { tag: 'VaultLocked' } };
    expect(await vault.search({ text: 'rota', limit: 5 })).toEqual(locked);
    const next = await kit.restart();
    expect(await next.search({ text: 'rota', limit: 5 })).toEqual(locked);
    must(await next.unlock({ passphrase: passphraseOf() }));
    expect(await found(next, 'rota')).toEqual([testId(4), testId(3), testId(5)]);
  });

  it('finds nothing of a person who was erased, and all of the others', async () => {
    const { vault } = await setupUnlocked();
    const redactions: readonly Write[] = [
      { type: 'remove', kind: 'supervision-session', id: testId(3), baseRevision: 1 },
      { type: 'remove', kind: 'person', id: ailsa, baseRevision: 1 },
    ];
    must(await vault.erasePerson({ personId: ailsa, redactions, at: at + 6 }));
    for (const gone of ['ailsa', 'munro', 'kinder']) expect(await found(vault, gone)).toEqual([]);
    expect(await found(vault, 'rota')).toEqual([testId(4), testId(5)]);
  });

  it('finds nothing that was purged', async () => {
    const { vault } = await setupUnlocked();
    must(await vault.purge({ ids: [testId(3)], at: at + 6 }));
    expect(await found(vault, 'kinder')).toEqual([]);
    expect(await found(vault, 'calum')).toEqual([calum]);
  });

  it('writes nothing: what was asked is in no log and no file', async () => {
    const { kit, vault } = await setupUnlocked();
    const writes = kit.files.journal.length;
    const entries = must(await vault.auditLog({})).entries.length;
    await found(vault, 'sproddlekin');
    await found(vault, 'ailsa');
    await kit.settled();
    expect(must(await vault.auditLog({})).entries).toHaveLength(entries);
    expect(kit.files.journal).toHaveLength(writes);
  });
});

describe('search from the page', () => {
  const open: VaultClient[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((client) => client.lock()));
  });

  it('asks the worker while unlocked, and starts none while locked', async () => {
    const workers = createFakeWorkers(new IDBFactory());
    const client = createVaultClient({
      name: 'main',
      files: createMemoryFiles(),
      clock: { now: () => at },
      createWorker: workers.createWorker,
    });
    open.push(client);
    expect(await client.search('rota', 5)).toEqual({ ok: false, error: { tag: 'VaultLocked' } });
    expect(workers.made).toBe(0);
    must(await client.create(passphrase));
    const saved = must(await client.put('person', { ...personKind.examples[0]!, name: 'Catrìona Bàn' }));
    while (!must(await client.search('', 1)).isComplete);
    const answer = must(await client.search('ban catr', 5));
    const hits = [{ kind: 'person', id: saved.id, field: 'name' }];
    expect(answer).toEqual({ hits, guesses: [], isComplete: true });
    const guesses = [{ typed: 'catrioan', words: ['catriona'] }];
    expect(must(await client.search('catrioan', 5, { personId: saved.id }))).toEqual({
      hits,
      guesses,
      isComplete: true,
    });
    expect(must(await client.search('', 5, { kinds: ['absence'] })).hits).toEqual([]);
    await client.lock();
    expect(await client.search('catr', 5)).toEqual({ ok: false, error: { tag: 'VaultLocked' } });
  });
});
