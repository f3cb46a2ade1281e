import { describe, expect, it } from 'vitest';
import { importLimits } from '@shared/import/file-errors';
import type { ImportPlan } from '@shared/import/target';
import { err, ok } from '@shared/kernel/result';
import { eventPlanKind } from '@shared/records/event-plan/event-plan';
import { format } from '@shared/vault/format';
import type { Write } from '@shared/vault/vault-api';
import {
  commitPlan,
  joinImports,
  sealedBytes,
  sizeOfImport,
  undoImport,
} from '../../../renderer/records/import/commit-plan';
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
/** Room for two small records in each commit. */
const two = 1000;

describe('an import', () => {
  it('is one commit, and so is taking it back', async () => {
    const vault = fakeVault();
    const { committed, error } = await commitPlan(vault, 'caseload-count', planOf(5000, 3000));
    expect(error).toBeNull();
    expect(vault.commits.map(({ length }) => length)).toEqual([8000]);
    const undone = await undoImport(vault, committed);
    expect(vault.commits.map(({ length }) => length)).toEqual([8000, 8000]);
    expect(vault.commits[1]?.at(-1)).toMatchObject({ type: 'put', baseRevision: 5, value: value(2) });
    expect([undone.error, sizeOfImport(undone.left)]).toEqual([null, 0]);
  });

  it('goes in several only where one frame is too small, and says what was saved before a refusal', async () => {
    const vault = fakeVault(2);
    const plan = planOf(3, 3);
    const { committed, error } = await commitPlan(vault, 'caseload-count', plan, undefined, two);
    expect(error).toEqual({ tag: 'StorageFull' });
    expect(vault.commits.map(({ length }) => length)).toEqual([2, 2]);
    expect(committed.changed.map(({ saved, before }) => [saved.revision, before])).toEqual(
      plan.changed.map(({ before }) => [5, before]),
    );
    expect(committed.created).toHaveLength(1);
  });

  it('that went back in part says what is left, and the rest can still go back', async () => {
    const { committed } = await commitPlan(fakeVault(), 'caseload-count', planOf(3, 2));
    // All three removals are one commit; the first of the two changed records is the next.
    const stuck = await undoImport(fakeVault(2), committed, undefined, 600);
    expect(stuck.error).toEqual({ tag: 'StorageFull' });
    expect(stuck.left).toEqual({ ...committed, created: [], changed: committed.changed.slice(1) });
    const vault = fakeVault();
    const rest = await undoImport(vault, stuck.left);
    expect(sizeOfImport(rest.left)).toBe(0);
    expect(vault.commits[0]).toHaveLength(sizeOfImport(stuck.left));
  });

  it('in two parts is undone as one: to what was there before the first', () => {
    const saved = (number: number, revision: number) => ({ id: testId(number), revision });
    const kind = 'caseload-count' as const;
    const earlier = {
      kind,
      created: [saved(1, 1)],
      changed: [{ saved: saved(2, 5), before: 'first' }],
    };
    const later = {
      kind,
      created: [saved(3, 1)],
      changed: [
        { saved: saved(1, 2), before: 'mine' },
        { saved: saved(2, 6), before: 'second' },
        { saved: saved(4, 9), before: 'other' },
      ],
    };
    expect(joinImports(null, later)).toBe(later);
    expect(joinImports(earlier, later)).toEqual({
      kind,
      created: [saved(1, 2), saved(3, 1)],
      changed: [
        { saved: saved(2, 6), before: 'first' },
        { saved: saved(4, 9), before: 'other' },
      ],
    });
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
