import { describe, expect, it } from 'vitest';
import {
  at,
  codeOf,
  must,
  passphraseOf,
  putOf,
  readAll,
  settledStore,
  setupVaultKit,
  testId,
} from '../support/vault-kit';

async function setupUnlocked() {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  const { recoveryCode } = must(await vault.create({ passphrase: passphraseOf() }));
  return { kit, vault, recoveryCode };
}

describe('making and opening', () => {
  it('is absent, then locked, then unlocked', async () => {
    const kit = await setupVaultKit();
    const vault = await kit.restart();
    expect(must(await vault.inspect({}))).toEqual({ state: 'absent' });
    expect(await vault.unlock({ passphrase: passphraseOf() })).toEqual({
      ok: false,
      error: { tag: 'VaultAbsent' },
    });
    must(await vault.create({ passphrase: passphraseOf() }));
    expect(must(await vault.inspect({}))).toEqual({ state: 'unlocked' });
    must(await vault.lock({}));
    expect(must(await vault.inspect({}))).toEqual({ state: 'locked' });
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf() }));
  });

  it('never makes a vault over another, nor over a journal whose header is gone', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1)], at }));
    const next = await kit.restart();
    expect(await next.create({ passphrase: passphraseOf('another one') })).toEqual({
      ok: false,
      error: { tag: 'VaultExists' },
    });
    kit.files.header = null;
    for (const answer of [await next.create({ passphrase: passphraseOf() }), await next.inspect({})]) {
      expect(answer).toEqual({ ok: false, error: { tag: 'HeaderCorrupt' } });
    }
  });

  it('tells a wrong passphrase from a damaged header', async () => {
    const { kit } = await setupUnlocked();
    const wrong = await (await kit.restart()).unlock({ passphrase: passphraseOf('harbour lantern thistl') });
    expect(wrong).toEqual({ ok: false, error: { tag: 'WrongPassphrase' } });
    const header = kit.files.header ?? new Uint8Array(0);
    header[40] = (header[40] ?? 0) ^ 1;
    const damaged = await (await kit.restart()).unlock({ passphrase: passphraseOf() });
    expect(damaged).toEqual({ ok: false, error: { tag: 'HeaderCorrupt' } });
  });

  it('opens with either Unicode form of one passphrase', async () => {
    const kit = await setupVaultKit();
    const words = 'café Ångström ﬁnd';
    must(await (await kit.restart()).create({ passphrase: passphraseOf(words.normalize('NFC')) }));
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf(words.normalize('NFD')) }));
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf(words.normalize('NFKC')) }));
  });

  it.each([1, 10_000])('takes a passphrase of %i characters', async (length) => {
    const kit = await setupVaultKit();
    const words = 'é'.repeat(length);
    must(await (await kit.restart()).create({ passphrase: passphraseOf(words) }));
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf(words.normalize('NFD')) }));
    expect((await (await kit.restart()).unlock({ passphrase: passphraseOf('e'.repeat(length)) })).ok).toBe(
      false,
    );
  });

  it('opens with the recovery code, however it is typed, and then takes a new passphrase', async () => {
    const { kit, vault, recoveryCode } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1)], at }));
    const again = await kit.restart();
    const typed = recoveryCode.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    must(await again.unlockWithRecoveryCode({ code: codeOf(typed) }));
    expect(await readAll(again)).toHaveLength(1);
    must(await again.setPassphrase({ passphrase: passphraseOf('the new one') }));
    expect(await (await kit.restart()).unlock({ passphrase: passphraseOf() })).toEqual({
      ok: false,
      error: { tag: 'WrongPassphrase' },
    });
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf('the new one') }));
    must(await (await kit.restart()).unlockWithRecoveryCode({ code: codeOf(recoveryCode) }));
  });

  it('ends the old recovery code when it makes a new one', async () => {
    const { kit, vault, recoveryCode } = await setupUnlocked();
    const replaced = must(await vault.replaceRecoveryCode({}));
    const wrong = { ok: false, error: { tag: 'WrongRecoveryCode' } };
    expect(await (await kit.restart()).unlockWithRecoveryCode({ code: codeOf(recoveryCode) })).toEqual(wrong);
    expect(await (await kit.restart()).unlockWithRecoveryCode({ code: codeOf('ABCD') })).toEqual(wrong);
    must(await (await kit.restart()).unlockWithRecoveryCode({ code: codeOf(replaced.recoveryCode) }));
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf() }));
  });

  it('keeps the old passphrase when the new header cannot be written', async () => {
    const { kit, vault } = await setupUnlocked();
    kit.files.failNextHeader({ tag: 'DiskFull' });
    expect(await vault.setPassphrase({ passphrase: passphraseOf('new') })).toEqual({
      ok: false,
      error: { tag: 'StorageFull' },
    });
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf() }));
  });

  it('refuses everything while locked', async () => {
    const { vault } = await setupUnlocked();
    must(await vault.lock({}));
    const locked = { ok: false, error: { tag: 'VaultLocked' } };
    expect(await vault.commit({ writes: [putOf(1)], at })).toEqual(locked);
    expect(await vault.list({ kind: 'person' })).toEqual(locked);
    expect(await vault.setPassphrase({ passphrase: passphraseOf() })).toEqual(locked);
    expect(await vault.replaceRecoveryCode({})).toEqual(locked);
  });

  it('wipes the passphrase that it is given', async () => {
    const { kit } = await setupUnlocked();
    const bytes = passphraseOf();
    must(await (await kit.restart()).unlock({ passphrase: bytes }));
    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('refuses header parameters under the floor or over the ceiling without deriving', async () => {
    const { kit } = await setupUnlocked();
    const { decodeHeader, encodeHeader } = await import('../../renderer/vault/worker/crypto/v1/header');
    const header = must(decodeHeader(kit.sodium, kit.files.header ?? new Uint8Array(0)));
    for (const params of [
      { opsLimit: 1, memLimitKib: 4 },
      { opsLimit: 0, memLimitKib: 8 },
      { opsLimit: 1, memLimitKib: 4 * 1024 * 1024 },
      { opsLimit: 1000, memLimitKib: 8 },
    ]) {
      const slots = header.slots.map((slot) => (slot.type === 'passphrase' ? { ...slot, params } : slot));
      kit.files.header = encodeHeader(kit.sodium, { ...header, slots });
      const answer = await (await kit.restart()).unlock({ passphrase: passphraseOf() });
      expect(answer).toEqual({ ok: false, error: { tag: 'HeaderCorrupt' } });
    }
    // Within the policy, but not what was sealed.
    const slots = header.slots.map((slot) => ({ ...slot, params: { opsLimit: 2, memLimitKib: 8 } }));
    kit.files.header = encodeHeader(kit.sodium, { ...header, slots });
    expect((await (await kit.restart()).unlock({ passphrase: passphraseOf() })).ok).toBe(false);
  });
});

describe('saving', () => {
  it('keeps records over a restart, in order, with revision and time', async () => {
    const { kit, vault } = await setupUnlocked();
    expect(must(await vault.commit({ writes: [putOf(1), putOf(2)], at }))).toEqual([
      {
        id: testId(1),
        revision: 1,
        outline: expect.objectContaining({ id: testId(1), revision: 1 }) as unknown,
      },
      {
        id: testId(2),
        revision: 1,
        outline: expect.objectContaining({ id: testId(2), revision: 1 }) as unknown,
      },
    ]);
    must(await vault.commit({ writes: [putOf(1, 1, 9)], at: at + 5 }));
    const again = await kit.restart();
    const report = must(await again.unlock({ passphrase: passphraseOf() }));
    expect(report).toEqual({
      records: 2,
      cacheRowsRepaired: 0,
      cacheWasEmpty: false,
      tornBytes: 0,
      keptSealed: 0,
      savedFromCache: 0,
      isOlderCopy: false,
      findings: [],
    });
    expect((await readAll(again)).map((record) => [record.id, record.revision, record.savedAt])).toEqual([
      [testId(1), 2, at + 5],
      [testId(2), 1, at],
    ]);
    expect((await readAll(again))[0]?.value.openCases).toBe(9);
  });

  it('lists only the ids asked for that are there', async () => {
    const { vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1), putOf(2)], at }));
    const listed = must(await vault.list({ kind: 'caseload-count', ids: [testId(2), testId(3)] }));
    expect(listed.map((record) => record.id)).toEqual([testId(2)]);
    expect(must(await vault.list({ kind: 'person', ids: [testId(2)] }))).toEqual([]);
  });

  it('refuses a stale revision and says which is current', async () => {
    const { vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1)], at }));
    const conflict = (currentRevision: number, number = 1) => ({
      ok: false,
      error: { tag: 'RevisionConflict', id: testId(number), currentRevision },
    });
    expect(await vault.commit({ writes: [putOf(1)], at })).toEqual(conflict(1));
    must(await vault.commit({ writes: [putOf(1, 1)], at }));
    expect(await vault.commit({ writes: [putOf(1, 1)], at })).toEqual(conflict(2));
    expect(await vault.commit({ writes: [putOf(5, 3)], at })).toEqual(conflict(0, 5));
    const otherKind = { type: 'remove', kind: 'person', id: testId(1), baseRevision: 2 } as const;
    expect(await vault.commit({ writes: [otherKind], at })).toEqual(conflict(2));
  });

  it('removes, remembers that it did, and takes a record back on the revision of the removal', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1)], at }));
    const remove = { type: 'remove', kind: 'caseload-count', id: testId(1), baseRevision: 1 } as const;
    expect(must(await vault.commit({ writes: [remove], at }))).toEqual([
      { id: testId(1), revision: 2, outline: null },
    ]);
    expect(await readAll(vault)).toEqual([]);
    expect((await vault.commit({ writes: [remove], at })).ok).toBe(false);
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() })).records).toBe(0);
    expect((await again.commit({ writes: [putOf(1)], at })).ok).toBe(false);
    must(await again.commit({ writes: [putOf(1, 2)], at }));
    expect((await readAll(again))[0]?.revision).toBe(3);
  });

  it('refuses all writes of a commit when one does not pass, naming the field', async () => {
    const { kit, vault } = await setupUnlocked();
    const before = kit.files.journal.length;
    const answer = await vault.commit({ writes: [putOf(1), putOf(2, 0, -4)], at });
    expect(answer).toMatchObject({
      ok: false,
      error: { tag: 'RecordInvalid', issues: [{ path: 'openCases' }] },
    });
    expect(JSON.stringify(answer)).not.toContain('-4');
    expect(kit.files.journal.length).toBe(before);
    expect(await readAll(vault)).toEqual([]);
  });

  it('refuses a draft that is not plain data', async () => {
    const { vault } = await setupUnlocked();
    const value = { form: 'person', recordId: null, title: '', fields: { when: new Map([[1, 2]]) } };
    const answer = await vault.commit({
      writes: [{ type: 'put', kind: 'draft', id: testId(1), baseRevision: 0, value }],
      at,
    });
    expect(answer).toMatchObject({ ok: false, error: { tag: 'RecordInvalid' } });
  });

  it('puts an import of 500 rows in one frame', async () => {
    const { kit, vault } = await setupUnlocked();
    const writes = Array.from({ length: 500 }, (_, index) => putOf(index, 0, index));
    must(await vault.commit({ writes, at }));
    expect(kit.files.appends).toBe(1);
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() })).records).toBe(500);
  });

  it('keeps commits that are sent at once apart', async () => {
    const { kit, vault } = await setupUnlocked();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => vault.commit({ writes: [putOf(n)], at })));
    answers.forEach(must);
    const same = await Promise.all([1, 2, 3].map(() => vault.commit({ writes: [putOf(1, 1)], at })));
    expect(same.filter((answer) => answer.ok)).toHaveLength(1);
    must(await (await kit.restart()).unlock({ passphrase: passphraseOf() }));
  });

  it('stores nothing readable: no word of a record in journal, header or cache', async () => {
    const { kit, vault } = await setupUnlocked();
    const value = {
      form: 'supervision',
      recordId: null,
      title: 'Zanzibarquux',
      fields: { note: 'Xylophonicity' },
    };
    must(
      await vault.commit({
        writes: [{ type: 'put', kind: 'draft', id: testId(1), baseRevision: 0, value }],
        at,
      }),
    );
    const rows = must(await (await settledStore(kit)).readAll());
    const all = [
      kit.files.journal,
      kit.files.header ?? new Uint8Array(0),
      ...rows.map((row) => row.envelope),
    ];
    for (const bytes of all) {
      const text = Buffer.from(bytes).toString('latin1');
      for (const word of ['Zanzibarquux', 'Xylophonicity', 'draft', 'supervision', 'caseload']) {
        expect(text).not.toContain(word);
      }
    }
    expect(rows).toHaveLength(1);
  });

  it('keeps demo and main apart', async () => {
    const { kit, vault } = await setupUnlocked();
    must(await vault.commit({ writes: [putOf(1)], at }));
    const demoKit = await setupVaultKit({ name: 'demo', indexedDB: kit.indexedDB });
    const demo = await demoKit.restart();
    must(await demo.create({ passphrase: passphraseOf('demo') }));
    must(await demo.commit({ writes: [putOf(2), putOf(3)], at }));
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() }))).toMatchObject({
      records: 1,
      cacheRowsRepaired: 0,
    });
    expect((await kit.indexedDB.databases()).map((database) => database.name).sort()).toEqual([
      's-demo',
      's-main',
    ]);
  });
});
