/**
 * Outlines: the page has every list before the vault has been read to its end, and keeps them only when they are what
 * stands. Long texts are never in them.
 */
import { describe, expect, it } from 'vitest';
import { recordKinds, kindNames } from '@shared/records/registry';
import type { StoredOutline } from '@shared/vault/vault-api';
import { outlineRows } from '../../renderer/vault/worker/outlines';
import type { SealedStoreDep } from '../../renderer/vault/worker/store/sealed-store';
import { pullOutlines } from '../support/outlines';
import { at, must, passphraseOf, putOf, setupVaultKit, testId, type VaultKit } from '../support/vault-kit';

const note = 'Talked about nights and the long drive home.';

const sessionOf = (number: number) =>
  ({
    type: 'put',
    kind: 'supervision-session',
    id: testId(number),
    baseRevision: 0,
    value: { ...recordKinds['supervision-session'].examples[0]!, note },
  }) as const;

/** Saved, compacted and locked: the next unlock finds outlines. */
async function setup(records = 5, options: Parameters<typeof setupVaultKit>[0] = {}) {
  const kit = await setupVaultKit(options);
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  const writes = Array.from({ length: records }, (_, index) => sessionOf(index + 1));
  for (let from = 0; from < records; from += 500)
    must(await vault.commit({ writes: writes.slice(from, from + 500), at }));
  must(await vault.compact({ at, force: true }));
  await kit.settled();
  return { kit, vault };
}

async function reopen(kit: VaultKit) {
  const vault = await kit.restart();
  const opening = vault.unlock({ passphrase: passphraseOf() });
  let isOpen = false;
  void opening.then(() => {
    isOpen = true;
  });
  const early = await pullOutlines(vault);
  const wasEarly = !isOpen;
  const report = must(await opening);
  return { vault, early, wasEarly, report, stands: must(await vault.outlinesStand({})) };
}

describe('outlines at unlock', () => {
  it('come before the vault is open, whole but for long texts, and stand', async () => {
    const { kit } = await setup();
    const { early, wasEarly, stands, report } = await reopen(kit);
    expect({ wasEarly, stands, count: early?.size }).toEqual({ wasEarly: true, stands: true, count: 5 });
    expect(report.findings).toEqual([]);
    const { longFields = [], examples } = recordKinds['supervision-session'];
    const rest = Object.fromEntries(
      Object.entries(examples[0]!).filter(([field]) => !longFields.some((long) => long === field)),
    );
    expect(early?.get(testId(3))?.value).toEqual(rest);
    expect(JSON.stringify([...(early ?? [])])).not.toContain('nights');
  });

  it('hold what was saved, changed and removed since the checkpoint', async () => {
    const { kit, vault } = await setup();
    must(
      await vault.commit({
        writes: [
          putOf(9),
          { ...sessionOf(2), baseRevision: 1, value: { ...sessionOf(2).value, minutes: 75 } },
          { type: 'remove', kind: 'supervision-session', id: testId(4), baseRevision: 1 },
        ],
        at,
      }),
    );
    const { early, stands } = await reopen(kit);
    expect(stands).toBe(true);
    expect([...(early?.keys() ?? [])].sort()).toEqual([1, 2, 3, 5, 9].map(testId));
    expect(early?.get(testId(2))).toMatchObject({ revision: 2, value: { minutes: 75 } });
  });

  it('are handed over in several segments, and only as a whole set', async () => {
    let drop: number | null = null;
    const store = (real: SealedStoreDep): SealedStoreDep => ({
      ...real,
      readSegments: (kind, onSegment) =>
        real.readSegments(kind, (segment) => {
          const isKept = kind !== 'outlines' || segment.number !== drop;
          return isKept ? onSegment(segment) : Promise.resolve();
        }),
    });
    const records = outlineRows + 10;
    const { kit } = await setup(records, { store });
    expect(await reopen(kit)).toMatchObject({ stands: true, wasEarly: true });
    for (const missing of [1, 2]) {
      drop = missing;
      const { vault, early, stands, report } = await reopen(kit);
      expect({ early, stands, findings: report.findings }).toEqual({
        early: null,
        stands: false,
        findings: [],
      });
      // The open vault gives all of them.
      expect((await pullOutlines(vault))?.size).toBe(records);
      drop = null;
      await kit.settled();
      // And made the set anew in the background.
      expect(await reopen(kit)).toMatchObject({ stands: true, wasEarly: true });
    }
  });

  it('of an older checkpoint are not used', async () => {
    const kept: { number: number; bytes: Uint8Array }[] = [];
    let isOld = false;
    const store = (real: SealedStoreDep): SealedStoreDep => ({
      ...real,
      readSegments: async (kind, onSegment) => {
        if (kind !== 'outlines' || !isOld) return real.readSegments(kind, onSegment);
        for (const segment of kept) await onSegment(segment);
        return { ok: true, value: undefined };
      },
    });
    const { kit, vault } = await setup(3, { store });
    await kit.store().readSegments('outlines', (segment) => {
      kept.push({ number: segment.number, bytes: segment.bytes.slice() });
      return Promise.resolve();
    });
    must(await vault.commit({ writes: [{ ...sessionOf(1), baseRevision: 1 }], at }));
    must(await vault.compact({ at, force: true }));
    await kit.settled();
    isOld = true;
    expect(await reopen(kit)).toMatchObject({ early: null, stands: false });
  });

  it('do not stand when the journal behind them was put back to an earlier state', async () => {
    const { kit, vault } = await setup();
    const end = must(await kit.files.readJournal(must(await kit.files.journalStart()).lastSegment, 0, 1)).end;
    const { lastSegment } = must(await kit.files.journalStart());
    must(await vault.commit({ writes: [{ ...sessionOf(1), baseRevision: 1 }], at }));
    must(await vault.lock({}));
    must(await kit.files.cutTail(lastSegment, end));
    const { vault: opened, early, stands } = await reopen(kit);
    const listed = must(await opened.outlinesOf({ kind: 'supervision-session' }));
    // The cache had the save that the journal lost: what was handed over is not what stands.
    expect(stands).toBe(false);
    expect(early?.get(testId(1))?.revision).toBe(1);
    expect(listed.find(({ id }) => id === testId(1))?.revision).toBe(2);
    expect((await pullOutlines(opened))?.size).toBe(5);
  });

  it('say nothing to whoever has the wrong passphrase', async () => {
    const { kit } = await setup();
    const vault = await kit.restart();
    const opening = vault.unlock({ passphrase: passphraseOf('another three words') });
    expect(await pullOutlines(vault)).toBeNull();
    expect((await opening).ok).toBe(false);
    expect((await vault.outlines({ from: 0 })).ok).toBe(false);
    expect((await vault.outlinesStand({})).ok).toBe(false);
  });

  it('can still be read to their end once the vault is open, and are gone when it is locked', async () => {
    const { kit } = await setup();
    const vault = await kit.restart();
    must(await vault.unlock({ passphrase: passphraseOf() }));
    expect((await pullOutlines(vault))?.size).toBe(5);
    must(await vault.lock({}));
    expect((await vault.outlines({ from: 0 })).ok).toBe(false);
  });
});

describe('outlines of the open vault', () => {
  it('are each record without its long fields, for every kind', async () => {
    const kit = await setupVaultKit();
    const vault = await kit.restart();
    must(await vault.create({ passphrase: passphraseOf() }));
    const writes = kindNames.map((kind, index) => ({
      type: 'put' as const,
      kind,
      id: testId(index + 1),
      baseRevision: 0,
      value: recordKinds[kind].examples[0],
    }));
    must(await vault.commit({ writes, at }));
    for (const kind of kindNames) {
      const [outline] = must<readonly StoredOutline[]>(await vault.outlinesOf({ kind }));
      const [whole] = must(await vault.list({ kind }));
      const long: readonly string[] = recordKinds[kind].longFields ?? [];
      const rest = Object.fromEntries(
        Object.entries(whole!.value).filter(([field]) => !long.includes(field)),
      );
      expect(outline).toEqual({ ...whole, value: rest });
      // An outline can not be saved by mistake: what was left out is missing, not empty.
      if (long.length > 0) {
        const saved = await vault.commit({
          writes: [{ type: 'put', kind, id: outline!.id, baseRevision: 1, value: outline!.value }],
          at,
        });
        expect(saved.ok).toBe(false);
      }
    }
  });
});
