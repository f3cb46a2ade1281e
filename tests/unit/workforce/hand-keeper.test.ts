import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalMonth } from '@shared/kernel/local-date';
import { recordKinds, type KindName } from '@shared/records/registry';
import type { HandField } from '@shared/workforce/hand-sheets';
import {
  cellKey,
  cellOfKey,
  createHandKeeper,
  type HandCell,
  type HandKeeper,
} from '../../../renderer/features/workforce/by-hand/hand-keeper';
import { nextPlace } from '../../../renderer/features/workforce/by-hand/use-cell-moves';
import { shownSheet } from '../../../renderer/features/workforce/by-hand/hand-rows';

interface Kept {
  readonly kind: KindName;
  readonly id: string;
  readonly revision: number;
  readonly savedAt: number;
  readonly value: unknown;
}
interface AnyWrite {
  readonly type: 'put' | 'remove';
  readonly kind: KindName;
  readonly id: string;
  readonly baseRevision: number;
  readonly value?: unknown;
}

/** As the vault: all or none, by revision, and through the kind's own schema. */
function vaultOf() {
  let kept: readonly Kept[] = [];
  let commits = 0;
  let refusal: string | null = null;
  const client = {
    records: (kind: KindName) => kept.filter((record) => record.kind === kind),
    commit: async (writes: readonly AnyWrite[]) => {
      await Promise.resolve();
      if (refusal !== null) return { ok: false, error: { tag: refusal } };
      commits += 1;
      const next = new Map(kept.map((record) => [record.id, record]));
      for (const { type, kind, id, baseRevision, value } of writes) {
        if ((next.get(id)?.revision ?? 0) !== baseRevision)
          return { ok: false, error: { tag: 'RevisionConflict' } };
        if (type === 'remove') next.delete(id);
        else {
          const parsed = recordKinds[kind].schema.parse(value);
          next.set(id, { kind, id, revision: baseRevision + 1, savedAt: commits, value: parsed });
        }
      }
      kept = [...next.values()];
      return { ok: true, value: writes.map(({ id, baseRevision }) => ({ id, revision: baseRevision + 1 })) };
    },
  };
  return {
    client: client as never,
    values: () => kept.map(({ value }) => value as Readonly<Record<string, unknown>>),
    commits: () => commits,
    refuse: (tag: string | null) => {
      refusal = tag;
    },
  };
}

const month = (text: string): LocalMonth => text as LocalMonth;
const staffing = { kind: 'month-figures', team: '' } as const;
const at = (field: HandField, of = '2026-05', team = ''): HandCell => ({
  kind: 'month-figures',
  team,
  month: month(of),
  field,
});
const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};
const enter = async (keeper: HandKeeper, cell: HandCell, text: string): Promise<void> => {
  keeper.enter([{ ...cell, text }]);
  await settled();
};

describe('cells that are left', () => {
  it('are saved with their month, in one record whatever the pace', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(vault.client, new Map());
    keeper.enter([{ ...at('headcount'), text: '42' }]);
    keeper.enter([{ ...at('leavers'), text: '2' }]);
    keeper.enter([{ ...at('wte'), text: '36,5' }]);
    await settled();
    expect(vault.values()).toHaveLength(1);
    expect(vault.values()[0]).toMatchObject({
      month: '2026-05',
      team: '',
      headcount: 42,
      leavers: 2,
      wte: 36.5,
    });
    expect(keeper.state()).toMatchObject({ isSaving: false, error: null });
    expect(keeper.state().typed.size).toBe(0);
    expect(keeper.textOf(at('wte'))).toBe('36.5');
  });

  it('keep a wrong entry as it was typed, and the figure in the vault as it stood', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(vault.client, new Map());
    await enter(keeper, at('leavers'), '2');
    await enter(keeper, at('leavers'), 'two or so');
    expect(keeper.textOf(at('leavers'))).toBe('two or so');
    expect(keeper.problemOf(at('leavers'))).toBe('This is not a number we can read. Write it like 37.5');
    expect(vault.values()[0]).toMatchObject({ leavers: 2 });
    await enter(keeper, at('starters'), '1');
    expect(vault.values()[0]).toMatchObject({ leavers: 2, starters: 1 });
    expect(keeper.textOf(at('leavers'))).toBe('two or so');
  });

  it('are saved once what they waited for has come', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(vault.client, new Map());
    await enter(keeper, at('hoursContracted'), '100');
    await enter(keeper, at('hoursLost'), '120');
    expect(keeper.state().typed.size).toBe(1);
    await enter(keeper, at('hoursContracted'), '6000');
    expect(keeper.state().typed.size).toBe(0);
    expect(vault.values()[0]).toMatchObject({ hoursContracted: 6000, hoursLost: 120 });
  });

  it('leave no record when the last figure of a month goes', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(vault.client, new Map());
    await enter(keeper, at('leavers'), '2');
    await enter(keeper, at('leavers'), '');
    expect(vault.values()).toEqual([]);
  });

  it('are there still when the vault refuses, and go in with the next try', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(vault.client, new Map());
    vault.refuse('DiskFull');
    await enter(keeper, at('leavers'), '2');
    expect(keeper.state().error).toEqual({ tag: 'DiskFull' });
    expect(keeper.textOf(at('leavers'))).toBe('2');
    vault.refuse(null);
    keeper.retry();
    await settled();
    expect(keeper.state()).toMatchObject({ error: null });
    expect(vault.values()[0]).toMatchObject({ leavers: 2 });
  });

  it('go in one commit when they come as a block', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(vault.client, new Map());
    keeper.enter(
      ['2026-03', '2026-04', '2026-05'].map((of, index) => ({
        ...at('hoursLost', of),
        text: ['1.250', '312,5', '40'][index] ?? '',
        mark: 'comma' as const,
      })),
    );
    await settled();
    expect(vault.commits()).toBe(1);
    expect(vault.values().map(({ hoursLost }) => hoursLost)).toEqual([1250, 312.5, 40]);
  });
});

describe('undo', () => {
  it('puts the last step back and does it again, each of its own sheet and team', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(vault.client, new Map());
    await enter(keeper, at('leavers'), '2');
    await enter(keeper, at('leavers'), '3');
    await enter(keeper, at('leavers', '2026-05', 'Night team'), '1');
    expect(keeper.undo({ kind: 'practice-time', team: '' })).toBeNull();
    expect(keeper.undo(staffing)).toMatchObject([at('leavers')]);
    await settled();
    expect(vault.values().map(({ leavers }) => leavers)).toEqual([2, 1]);
    keeper.redo(staffing);
    await settled();
    expect(vault.values().map(({ leavers }) => leavers)).toEqual([3, 1]);
  });

  it('brings back all that stood there, whatever was typed', async () => {
    const entry = fc.record({
      field: fc.constantFrom<HandField>('leavers', 'resignations', 'hoursLost', 'hoursContracted'),
      month: fc.constantFrom('2026-04', '2026-05'),
      text: fc.oneof(
        fc.integer({ min: 0, max: 30 }).map(String),
        fc.constantFrom('', '1,250', '0.5', 'x', '-'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        async (steps) => {
          const vault = vaultOf();
          const keeper = createHandKeeper(vault.client, new Map());
          for (const step of steps) {
            const cells = new Map(
              step.map(({ field, month: of, text }) => [`${of} ${field}`, { ...at(field, of), text }]),
            );
            keeper.enter([...cells.values()]);
            await settled();
          }
          while (keeper.undo(staffing) !== null) await settled();
          expect(vault.values()).toEqual([]);
          expect(keeper.state().typed.size).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what was typed before', () => {
  it('stands in its cell, unsaved, until somebody goes on with it', async () => {
    const vault = vaultOf();
    const keeper = createHandKeeper(
      vault.client,
      new Map([
        [cellKey(at('leavers')), '1'],
        ['nonsense', '4'],
      ]),
    );
    await settled();
    expect(vault.values()).toEqual([]);
    expect(keeper.textOf(at('leavers'))).toBe('1');
    await enter(keeper, at('leavers'), '1');
    expect(vault.values()[0]).toMatchObject({ leavers: 1 });
  });

  it('knows its cell by a key, whatever the team is called', () => {
    fc.assert(
      fc.property(fc.string(), (team) => {
        const cell = at('hoursLost', '2026-05', team);
        expect(cellOfKey(cellKey(cell))).toEqual(cell);
      }),
    );
    expect(cellOfKey('month-figures|2026-13|leavers|')).toBeNull();
    expect(cellOfKey('month-figures|2026-05|toString|')).toBeNull();
    expect(cellOfKey('person|2026-05|leavers|')).toBeNull();
  });
});

describe('the next cell', () => {
  const months = ['2026-04', '2026-05'].map(month);
  const shown = shownSheet(staffing, months, [], new Map());
  const next = (
    field: HandField,
    of: string,
    by: Parameters<typeof nextPlace>[2],
    start: HandField | null = null,
  ) => {
    const to = nextPlace(shown, { month: month(of), field }, by, start);
    return to === null ? null : `${to.month} ${to.field}`;
  };

  it('is where a spreadsheet has it; Enter goes under the start of a run of Tab keys', () => {
    expect(next('headcount', '2026-04', 'tab')).toBe('2026-04 wte');
    expect(next('volunteers', '2026-04', 'down', 'headcount')).toBe('2026-05 headcount');
    expect(next('volunteers', '2026-04', 'down')).toBe('2026-05 volunteers');
    expect(next('wte', '2026-05', 'row-end')).toBe('2026-05 workersWithCases');
    expect(next('wte', '2026-05', 'first')).toBe('2026-04 headcount');
  });

  it('is none past the edge, so that the Tab key leaves the sheet', () => {
    expect(next('workersWithCases', '2026-04', 'tab')).toBeNull();
    expect(next('headcount', '2026-05', 'back-tab')).toBeNull();
    expect(next('headcount', '2026-05', 'down')).toBeNull();
    expect(next('headcount', '2026-04', 'up')).toBeNull();
  });
});
