/** Wellbeing Plans under their owner's passphrase: the real vault, real libsodium, files in memory. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { planSections, type WellbeingPlan } from '@shared/records/wellbeing-plan/wellbeing-plan';
import type { OwnPlan } from '@shared/vault/owner-plans';
import type { VaultApi } from '@shared/vault/vault-api';
import { emptyPlan, maxOwnScores, planContentSchema, type PlanContent } from '@shared/wellbeing/plan-content';
import { decodeHeader } from '../../renderer/vault/worker/crypto/v1/header';
import {
  decodeSealedPlan,
  encodeSealedPlan,
  lockPlanKey,
  openPlan,
  sealPlan,
  unlockPlanKey,
} from '../../renderer/vault/worker/crypto/v1/owner-plan';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { deriveInline } from '../../renderer/vault/worker/kdf';
import { day } from '../unit/retention/support';
import { createFolder, rescue, writeVault } from '../support/rescue-kit';
import { createMemoryFiles } from '../support/vault-files';
import {
  at,
  must,
  passphrase as managers,
  passphraseOf,
  quickParams,
  setupVaultKit,
  testId,
  type VaultKit,
} from '../support/vault-kit';

const owner = testId(501);
const other = testId(502);
const mine = 'kelp otter granite';
const today = day('2026-06-01');
const secret = 'MARROWSTONE is nobody else’s';
const told = 'BRACKENFIELD may be read';
const words: PlanContent = {
  version: 2,
  sections: { 'drains-me': secret, 'helps-in-the-moment': told, 'who-to-contact': 'PEATSMOKE too' },
  // The day is the canary of the scores: it is nowhere else.
  scores: [{ measureId: 'who5', measureVersion: 1, takenOn: day('1987-03-14'), answers: [3, 2, null, 1, 4] }],
};
const plan: OwnPlan = {
  content: words,
  shared: [
    { sectionId: 'helps-in-the-moment', text: told, until: day('2026-06-30') },
    { sectionId: 'who-to-contact', text: 'PEATSMOKE too', until: day('2026-06-10') },
  ],
  reviewOn: day('2026-09-01'),
};

async function setupUnlocked() {
  const kit = await setupVaultKit();
  const vault = await kit.restart();
  must(await vault.create({ passphrase: passphraseOf() }));
  return { kit, vault };
}

/** What "Done" and the next unlock do. */
async function reopen(kit: VaultKit, before: VaultApi): Promise<VaultApi> {
  must(await before.lock({}));
  const vault = await kit.restart();
  must(await vault.unlock({ passphrase: passphraseOf() }));
  return vault;
}

async function write(vault: VaultApi, ownerId: RecordId = owner, passphrase = mine): Promise<void> {
  must(await vault.handOver({ ownerId }));
  must(await vault.beginOwnPlan({ passphrase: passphraseOf(passphrase), today, at }));
  must(await vault.saveOwnPlan({ plan, today, at }));
}

async function plansIn(vault: VaultApi) {
  return must(await vault.list({ kind: 'wellbeing-plan' }));
}

async function putRecord(vault: VaultApi, number: number, value: WellbeingPlan, baseRevision = 0) {
  const write = { type: 'put', kind: 'wellbeing-plan', id: testId(number), baseRevision, value } as const;
  must(await vault.commit({ writes: [write], at }));
}

describe('a plan', () => {
  it('opens with its owner’s passphrase, and the manager’s vault has only what is shared', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const reopened = await reopen(kit, vault);
    const [record] = await plansIn(reopened);
    expect(record?.value.shared).toEqual(plan.shared);
    expect(JSON.stringify(record)).not.toMatch(/MARROWSTONE|1987-03-14|measureId/);
    for (const text of ['MARROWSTONE', 'who5', '1987-03-14'])
      expect(must(await reopened.search({ text, limit: 10 })).hits).toEqual([]);
    must(await reopened.handOver({ ownerId: owner }));
    expect(await reopened.openOwnPlan({ passphrase: passphraseOf('kelp otter granit'), today })).toEqual({
      ok: false,
      error: { tag: 'WrongPassphrase' },
    });
    expect(await reopened.openOwnPlan({ passphrase: passphraseOf(), today })).toMatchObject({ ok: false });
    expect(must(await reopened.openOwnPlan({ passphrase: passphraseOf(mine), today }))).toEqual(plan);
  });

  it('opens with its owner’s new passphrase alone once that was changed', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const change = { next: passphraseOf('dune plover slate'), today, at };
    expect(await vault.changeOwnPassphrase({ ...change, passphrase: passphraseOf('guess') })).toMatchObject({
      error: { tag: 'WrongPassphrase' },
    });
    const next = passphraseOf('dune plover slate');
    must(await vault.changeOwnPassphrase({ passphrase: passphraseOf(mine), next, today, at }));
    // Still open, and sealed under the new one from now on.
    must(await vault.saveOwnPlan({ plan: { ...plan, reviewOn: null }, today, at }));
    const again = await reopen(kit, vault);
    must(await again.handOver({ ownerId: owner }));
    expect(await again.openOwnPlan({ passphrase: passphraseOf(mine), today })).toMatchObject({ ok: false });
    const opened = await again.openOwnPlan({ passphrase: passphraseOf('dune plover slate'), today });
    expect(must(opened)).toEqual({ ...plan, reviewOn: null });
  });

  it('does not open as another person’s, in another record, or with a bit changed', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const reopened = await reopen(kit, vault);
    const [record] = await plansIn(reopened);
    if (record === undefined) throw new Error('No plan');
    await putRecord(reopened, 900, { ...record.value, ownerId: other });
    const bytes = Uint8Array.from(atob(record.value.sealed), (character) => character.charCodeAt(0));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await putRecord(reopened, 901, {
      ...record.value,
      ownerId: testId(503),
      sealed: btoa(String.fromCharCode(...bytes)),
    });
    must(await reopened.handOver({ ownerId: other }));
    expect(await reopened.openOwnPlan({ passphrase: passphraseOf(mine), today })).toMatchObject({
      ok: false,
    });
    const third = await reopen(kit, reopened);
    must(await third.handOver({ ownerId: testId(503) }));
    expect(await third.openOwnPlan({ passphrase: passphraseOf(mine), today })).toMatchObject({ ok: false });
  });

  it('can be deleted by who lost its passphrase, and begun anew', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const reopened = await reopen(kit, vault);
    must(await reopened.handOver({ ownerId: owner }));
    expect(await reopened.beginOwnPlan({ passphrase: passphraseOf('x y z'), today, at })).toMatchObject({
      error: { tag: 'RevisionConflict' },
    });
    must(await reopened.deleteOwnPlan({ at }));
    expect(
      must(await reopened.beginOwnPlan({ passphrase: passphraseOf('x y z'), today, at })).content,
    ).toEqual(emptyPlan);
    const last = await reopen(kit, reopened);
    expect((await plansIn(last)).map(({ value }) => value.shared)).toEqual([[]]);
  });
});

describe('what an earlier or a later Steading sealed', () => {
  /** The owner's plan, with other content under the same passphrase and key. */
  async function sealedAs(content: string) {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const reopened = await reopen(kit, vault);
    const [record] = await plansIn(reopened);
    if (record === undefined) throw new Error('No plan');
    const { disk } = kit.files;
    const header = disk.bytesOf(disk.paths().find((path) => path.endsWith('keys.stk')) ?? '');
    const { vaultId } = must(decodeHeader(kit.sodium, header ?? new Uint8Array(0)));
    const place = { vaultId, recordId: record.id, ownerId: owner };
    const bytes = Uint8Array.from(atob(record.value.sealed), (character) => character.charCodeAt(0));
    const { lock } = must(decodeSealedPlan(bytes));
    const kek = must(deriveInline(kit.sodium, { passphrase: passphraseOf(mine), ...lock }));
    const planKey = unlockPlanKey(kit.sodium, place, lock, kek);
    if (planKey === null) throw new Error('Not its key');
    const resealed = sealPlan(kit.sodium, place, lock, planKey, new TextEncoder().encode(content));
    const value = { ...record.value, sealed: btoa(String.fromCharCode(...resealed)) };
    const change = { type: 'put', kind: 'wellbeing-plan', id: record.id, value } as const;
    must(await reopened.commit({ writes: [{ ...change, baseRevision: record.revision }], at }));
    must(await reopened.handOver({ ownerId: owner }));
    return { kit, vault: reopened };
  }
  const opened = (vault: VaultApi) => vault.openOwnPlan({ passphrase: passphraseOf(mine), today });

  it('opens: words of before there were scores, which are sealed as the newest with the next save', async () => {
    const { kit, vault } = await sealedAs('{"sections":{"review":"With Ailsa"},"version":1}');
    const first = must(await opened(vault));
    expect(first.content).toEqual({ version: 2, sections: { review: 'With Ailsa' }, scores: [] });
    const content = { ...first.content, scores: words.scores };
    must(await vault.saveOwnPlan({ plan: { ...first, content }, today, at: at + 1 }));
    const again = await reopen(kit, vault);
    must(await again.handOver({ ownerId: owner }));
    expect(must(await opened(again)).content).toEqual(content);
  });

  it('is told from damage when it is of a later version, and stays as it is', async () => {
    const { vault } = await sealedAs('{"moods":[],"scores":[],"sections":{},"version":3}');
    const tooNew = { ok: false, error: { tag: 'EnvelopeTooNew', version: 3 } };
    expect(await opened(vault)).toEqual(tooNew);
    expect(await vault.saveOwnPlan({ plan, today, at })).toMatchObject({ error: { tag: 'VaultLocked' } });
    expect(await opened(vault)).toEqual(tooNew);
  });
});

describe('a hand-over', () => {
  it('shuts everything else until the lock, for one person only', async () => {
    const { vault } = await setupUnlocked();
    const bytes = () => passphraseOf();
    must(await vault.handOver({ ownerId: owner }));
    const locked = { ok: false, error: { tag: 'VaultLocked' } };
    expect(await vault.list({ kind: 'person' })).toEqual(locked);
    expect(await vault.search({ text: 'a', limit: 5 })).toEqual(locked);
    expect(await vault.commit({ writes: [], at })).toEqual(locked);
    expect(await vault.history({ kind: 'wellbeing-plan', id: testId(1) })).toEqual(locked);
    expect(await vault.removed({})).toEqual(locked);
    expect(await vault.auditLog({})).toEqual(locked);
    expect(await vault.purge({ ids: [], at })).toEqual(locked);
    expect(await vault.erasePerson({ personId: owner, redactions: [], at })).toEqual(locked);
    expect(await vault.unlock({ passphrase: bytes() })).toEqual(locked);
    expect(await vault.setPassphrase({ passphrase: bytes() })).toEqual(locked);
    expect(await vault.replaceRecoveryCode({})).toEqual(locked);
    expect(await vault.handOver({ ownerId: other })).toEqual(locked);
    expect(await vault.dropExpiredSections({ today, at })).toEqual(locked);
    must(await vault.lock({}));
    expect(await vault.openOwnPlan({ passphrase: bytes(), today })).toEqual(locked);
  });

  it('is needed: nothing of a plan is sealed or opened without one', async () => {
    const { vault } = await setupUnlocked();
    const locked = { ok: false, error: { tag: 'VaultLocked' } };
    expect(await vault.beginOwnPlan({ passphrase: passphraseOf(mine), today, at })).toEqual(locked);
    expect(await vault.saveOwnPlan({ plan, today, at })).toEqual(locked);
    expect(await vault.deleteOwnPlan({ at })).toEqual(locked);
  });
});

describe('what was shared and is no more', () => {
  /** Every envelope that any file of the vault still has opens into none of these words. */
  async function readsAnywhere(kit: VaultKit, vault: VaultApi, id: RecordId): Promise<string> {
    const history = must(await vault.history({ kind: 'wellbeing-plan', id }));
    const removed = must(await vault.removed({}));
    return JSON.stringify([await plansIn(vault), history, removed]);
  }

  it('goes from view, versions and files when it is taken back, and stays as a day', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const before = kit.files.disk.paths().filter((path) => path.includes('journal'));
    must(await vault.saveOwnPlan({ plan: { ...plan, shared: [] }, today, at: at + 1 }));
    const reopened = await reopen(kit, vault);
    const [record] = await plansIn(reopened);
    expect(record?.value).toMatchObject({ shared: [], withdrawnOn: [today] });
    expect(await readsAnywhere(kit, reopened, record?.id ?? testId(0))).not.toMatch(/BRACKENFIELD|PEATSMOKE/);
    for (const path of before) expect(kit.files.disk.paths()).not.toContain(path);
    const log = must(await reopened.auditLog({})).entries;
    expect(log.some(({ detail, kind }) => kind === 'wellbeing-plan' && detail === 'taken-back')).toBe(true);
    expect(JSON.stringify(log)).not.toMatch(/BRACKENFIELD|MARROWSTONE|measureId|1987-03-14/);
    // The owner has every word still.
    must(await reopened.handOver({ ownerId: owner }));
    expect(must(await reopened.openOwnPlan({ passphrase: passphraseOf(mine), today })).content).toEqual(
      words,
    );
  });

  it('does not come back with the old files beside the keys of now', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    await kit.settled();
    const isRecord = (path: string): boolean => path.includes('journal') || path.includes('checkpoint');
    const before = new Map(
      kit.files.disk
        .paths()
        .filter(isRecord)
        .map((path) => [path, kit.files.disk.bytesOf(path)?.slice() ?? new Uint8Array(0)]),
    );
    expect(before.size).toBeGreaterThan(0);
    must(await vault.saveOwnPlan({ plan: { ...plan, shared: [] }, today, at: at + 1 }));
    const read = async (): Promise<number> => {
      const later = await setupVaultKit({ files: createMemoryFiles(kit.files) });
      for (const path of later.files.disk.paths()) if (isRecord(path)) later.files.disk.remove(path);
      for (const [path, bytes] of before) later.files.disk.put(path, bytes);
      const opened = await later.restart();
      must(await opened.unlock({ passphrase: passphraseOf() }));
      return (await plansIn(opened)).length;
    };
    expect(await read()).toBe(0);
  });

  it('goes on its day: one section ends, the other stays', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const reopened = await reopen(kit, vault);
    const on = day('2026-06-11');
    expect(must(await reopened.dropExpiredSections({ today: day('2026-06-10'), at: at + 1 }))).toEqual({
      dropped: 0,
    });
    expect(must(await reopened.dropExpiredSections({ today: on, at: at + 1 }))).toEqual({ dropped: 1 });
    expect(must(await reopened.dropExpiredSections({ today: on, at: at + 2 }))).toEqual({ dropped: 0 });
    const last = await reopen(kit, reopened);
    const [record] = await plansIn(last);
    expect(record?.value.shared.map(({ sectionId }) => sectionId)).toEqual(['helps-in-the-moment']);
    expect(await readsAnywhere(kit, last, record?.id ?? testId(0))).not.toContain('PEATSMOKE');
    expect(must(await last.check({ at: at + 3 })).findingCount).toBe(0);
  });

  it('is finished by the next checkpoint when the app stops in between', async () => {
    const { kit, vault } = await setupUnlocked();
    await write(vault);
    const taken = vault.saveOwnPlan({ plan: { ...plan, shared: [] }, today, at: at + 1 });
    // The lock overtakes the tidying, not the save itself.
    void vault.lock({});
    await taken;
    const reopened = await kit.restart();
    must(await reopened.unlock({ passphrase: passphraseOf() }));
    const [record] = await plansIn(reopened);
    expect(record?.value.shared).toEqual([]);
    must(await reopened.compact({ at: at + 2 }));
    expect(await readsAnywhere(kit, reopened, record?.id ?? testId(0))).not.toContain('BRACKENFIELD');
  });
});

describe('the sealed bytes', async () => {
  const sodium = await loadSodium();
  const place = { vaultId: new Uint8Array(16).fill(7), recordId: testId(1), ownerId: owner };
  const kek = new Uint8Array(32).fill(1);
  const key = new Uint8Array(32).fill(2);
  const lock = lockPlanKey(
    sodium,
    place,
    { params: quickParams, salt: new Uint8Array(16).fill(3) },
    kek,
    key,
  );
  const sealed = sealPlan(sodium, place, lock, key, new TextEncoder().encode('a plan'));
  const read = (bytes: Uint8Array, where = place): Uint8Array | null => {
    const decoded = decodeSealedPlan(bytes);
    if (!decoded.ok) return null;
    const planKey = unlockPlanKey(sodium, where, decoded.value.lock, kek);
    return planKey === null ? null : openPlan(sodium, where, decoded.value, planKey);
  };

  it('give back any content, and never show its length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
        const bytes = sealPlan(sodium, place, lock, key, content);
        expect(read(bytes)).toEqual(content);
        expect(encodeSealedPlan(must(decodeSealedPlan(bytes)))).toEqual(bytes);
        expect((bytes.length - sealed.length) % 256).toBe(0);
      }),
    );
  });

  it('open nowhere with any bit changed, cut, or moved', () => {
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), (index, mask) => {
        const bytes = sealed.slice();
        bytes[index] = (bytes[index] ?? 0) ^ mask;
        expect(read(bytes)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), (length) => {
        expect(read(sealed.slice(0, length))).toBeNull();
      }),
    );
    expect(read(sealed)).not.toBeNull();
    expect(read(sealed, { ...place, recordId: testId(2) })).toBeNull();
    expect(read(sealed, { ...place, ownerId: other })).toBeNull();
    expect(read(sealed, { ...place, vaultId: new Uint8Array(16).fill(8) })).toBeNull();
  });

  it('of a later format are told from damage', () => {
    const later = sealed.slice();
    later[3] = '2'.charCodeAt(0);
    expect(decodeSealedPlan(later)).toEqual({ ok: false, error: { tag: 'EnvelopeTooNew', version: 2 } });
  });

  it('hold sections of the greatest length in any script, and as many scores as are kept', () => {
    const sections = Object.fromEntries(planSections.map((id) => [id, '語'.repeat(10_000)]));
    const longest = {
      measureId: 'm'.repeat(40),
      measureVersion: 10_000,
      takenOn: day('2026-05-11'),
      answers: Array.from({ length: 60 }, () => 1000),
    };
    const scores = Array.from({ length: maxOwnScores }, () => longest);
    const content = planContentSchema.parse({ version: 2, sections, scores });
    expect(planContentSchema.safeParse({ ...content, scores: [...scores, longest] }).success).toBe(false);
    const bytes = sealPlan(sodium, place, lock, key, new TextEncoder().encode(JSON.stringify(content)));
    expect(Math.ceil(bytes.length / 3) * 4).toBeLessThan(700_000);
  });
});

describe('a backup', () => {
  it('opened with the rescue tool has what is shared, and nothing that is not', async () => {
    const folder = createFolder();
    try {
      const { tree } = await writeVault(async (vault) => {
        await write(vault);
        must(await vault.backUp({ at: at + 1 }));
      });
      const names = [...tree.keys()].filter((name) => /\.stbk?$/.test(name));
      for (const name of names) folder.write(name, tree.get(name) ?? new Uint8Array(0));
      const backup = names.find((name) => name.endsWith('.stb')) ?? '';
      const { code, out } = await rescue(folder, ['export', join(folder.path, backup)], managers);
      expect(code).toBe(0);
      expect(out).toContain('BRACKENFIELD');
      expect(out).not.toMatch(/MARROWSTONE|kelp|measureId|1987-03-14/);
    } finally {
      folder.remove();
    }
  });

  it('made after something was taken back does not have it any more', async () => {
    const folder = createFolder();
    try {
      const { tree } = await writeVault(async (vault) => {
        await write(vault);
        must(await vault.saveOwnPlan({ plan: { ...plan, shared: [] }, today, at: at + 1 }));
        must(await vault.backUp({ at: at + 2 }));
      });
      folder.writeTree(tree);
      const backup = [...tree.keys()].find((name) => name.endsWith('.stb')) ?? '';
      for (const source of [join(folder.path, backup), join(folder.path, 'vault')]) {
        const { out } = await rescue(folder, ['export', source], managers);
        expect(out).toContain('withdrawnOn');
        expect(out).not.toMatch(/BRACKENFIELD|PEATSMOKE|MARROWSTONE|measureId|1987-03-14/);
      }
    } finally {
      folder.remove();
    }
  });
});
