import { describe, expect, it } from 'vitest';
import { importLimits } from '@shared/import/file-errors';
import type { ImportPlan } from '@shared/import/target';
import { err, ok } from '@shared/kernel/result';
import { eventPlanKind } from '@shared/records/event-plan/event-plan';
import { format } from '@shared/vault/format';
import type { Write } from '@shared/vault/vault-api';
import { commitPlan, sealedBytes } from '../../../renderer/records/import/commit-plan';
import { openFrame, sealFrame } from '../../../renderer/vault/worker/crypto/v1/frame';
import { must, passphraseOf, putOf, setupVaultKit, testId } from '../../support/vault-kit';

const value = (openCases: number) => ({ personId: testId(1), month: '2026-03', openCases }) as never;

function planOf(created: number, changed = 0): ImportPlan<'caseload-count'> {
  return {
    created: Array.from({ length: created }, (_, row) => ({ row, value: value(1) })),
    changed: Array.from({ length: changed }, (_, row) => ({
      row,
      id: testId(row),
      baseRevision: 4,
      before: value(2),
      value: value(3),
    })),
    unchanged: 0,
    repeated: 0,
    repeats: [],
    rows: created + changed,
    problems: [],
    problemRows: 0,
    notes: {},
  };
}

/** Takes commits until `limit`, then says that the disk is full. */
function fakeVault(limit = Number.POSITIVE_INFINITY) {
  const commits: (readonly Write[])[] = [];
  return {
    commits,
    commit: (writes: readonly Write[]) => {
      if (commits.length >= limit) return Promise.resolve(err({ tag: 'StorageFull' } as const));
      commits.push(writes);
      return Promise.resolve(ok(writes.map(({ id, baseRevision }) => ({ id, revision: baseRevision + 1 }))));
    },
  };
}
/** Room for two small records in each commit, and for what is noted of them. */
const two = 1200;

const head = { target: 'caseload', at: 1, fileName: '', leftOut: 0 };
const planned = (plan: ImportPlan<'caseload-count'>, also: readonly Write[] = []) => ({
  kind: 'caseload-count' as const,
  plan,
  head,
  earlier: null,
  also,
});

describe('an import', () => {
  it('is one commit, with the record of what it wrote and what is remembered of it', async () => {
    const vault = fakeVault();
    const also: Write[] = [{ type: 'remove', kind: 'import-run', id: testId(9), baseRevision: 1 }];
    const { committed, error } = await commitPlan(vault, planned(planOf(1500, 1000), also));
    expect(error).toBeNull();
    expect(committed).toMatchObject({ parts: 1, created: 1500, changed: 1000 });
    expect(vault.commits.map(({ length }) => length)).toEqual([2502]);
    expect(vault.commits[0]?.slice(-2)).toMatchObject([
      { kind: 'import-run', value: { part: 1, created: 1500, changed: 1000 } },
      also[0],
    ]);
  });

  it('of thousands goes in several, the last of which says so', async () => {
    const vault = fakeVault();
    const shares: number[] = [];
    const { committed } = await commitPlan(vault, planned(planOf(6000)), (share) => shares.push(share));
    expect(vault.commits.map(({ length }) => length)).toEqual([2501, 2501, 1001]);
    expect(committed).toMatchObject({ parts: 3, created: 6000 });
    expect(shares).toEqual([2500 / 6000, 5000 / 6000, 1]);
  });

  it('goes in several where one frame is too small, and says what was saved before a refusal', async () => {
    const vault = fakeVault(2);
    const also: Write[] = [{ type: 'remove', kind: 'import-run', id: testId(9), baseRevision: 1 }];
    const { committed, error } = await commitPlan(vault, planned(planOf(3, 3), also), undefined, two);
    expect(error).toEqual({ tag: 'StorageFull' });
    // Two records and their own part of the import each; what is remembered would have come with the last.
    expect(vault.commits.map((writes) => writes.map(({ kind }) => kind))).toEqual([
      ['caseload-count', 'caseload-count', 'import-run'],
      ['caseload-count', 'caseload-count', 'import-run'],
    ]);
    expect(committed).toMatchObject({ parts: 2, changed: 3, created: 1 });
    const rest = fakeVault();
    const again = { ...planned(planOf(2)), earlier: committed };
    const whole = await commitPlan(rest, again);
    expect(whole.committed).toEqual({ runId: committed.runId, parts: 3, changed: 3, created: 3 });
    expect(rest.commits[0]?.at(-1)).toMatchObject({ value: { runId: committed.runId, part: 3 } });
  });
});

describe('the size of a commit', () => {
  it('is never larger in the real vault than it was taken for', async () => {
    const kit = await setupVaultKit();
    const api = await kit.restart();
    must(await api.create({ passphrase: passphraseOf() }));
    const lengths = [1, 60, 250, 251, 900, 5000];
    const writes = lengths.map((length, index): Write => ({
      type: 'put',
      kind: 'event-plan',
      id: testId(index),
      baseRevision: 0,
      value: { ...eventPlanKind.examples[0], facts: 'é'.repeat(length) },
    }));
    for (const write of writes) {
      const before = kit.files.journal.length;
      must(await api.commit({ writes: [write], at: 1 }));
      // What every commit carries beside its records: the frame, its head, and an entry of the log.
      const frameBytes = 4 + 8 + 32 + 24 + 5 + 16 + 16 + (41 + 84) + (41 + 24 + 256 + 16);
      expect(kit.files.journal.length - before - frameBytes).toBeLessThanOrEqual(sealedBytes(write));
    }
  });

  it('lets the longest list that is read go into one frame', async () => {
    const { sodium } = await setupVaultKit();
    const write = putOf(1);
    const envelope = new Uint8Array(sealedBytes(write));
    const op = { type: 'put', tableId: 7, recordId: testId(1), revision: 1, schema: 1, savedAt: 1 } as const;
    const ops = Array.from({ length: importLimits.rows }, () => ({ ...op, envelope }));
    const key = new Uint8Array(format.keyBytes);
    const place = { vaultId: new Uint8Array(16), seq: 1, prevHash: new Uint8Array(32) };
    const frame = sealFrame(sodium, key, place, ops);
    expect(frame.length).toBeLessThan(format.maxFrameBytes * 0.75);
    expect(must(openFrame(sodium, key, place, frame))).toHaveLength(importLimits.rows);
  });
});
