import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cheapestFlow, entriesAround } from '@shared/disclosure/flow';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { twoWayTable } from '@shared/disclosure/linked-table';
import { moveTable, type MoveTable } from '@shared/disclosure/move-table';
import { planProblem } from '@shared/disclosure/plan-problem';
import { createWidthProofs, fits, type Difference } from '@shared/disclosure/width-proofs';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { withTotals } from './brute-force';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

/** 2 and 3 are small and hidden; the totals stay shown. */
const cells = [
  [2, 10, 6],
  [9, 3, 12],
  [11, 8, 15],
];

function tableOf(): MoveTable {
  const table = twoWayTable(withTotals(cells));
  const alwaysShown = new Set(table.sums.map(({ total }) => table.entries[total]!.key));
  return moveTable(planProblem(table, { threshold: 5, requiredWidth: 5, zerosShown: true, alwaysShown }));
}

const at = (table: MoveTable, key: string): number => table.columnByKey.get(key)!;
const change = (table: MoveTable, by: Record<string, number>): Difference =>
  new Map(Object.entries(by).map(([key, value]) => [at(table, key), value]));
const hide = (table: MoveTable, keys: readonly string[]): void => {
  for (const key of keys) table.isHidden[at(table, key)] = 1;
};
const rectangle = { '0,0': 5, '0,1': -5, '1,0': -5, '1,1': 5 };

describe('fits', () => {
  test('a rectangle of hidden cells fits, and not while one of them is shown', () => {
    const table = tableOf();
    hide(table, ['0,1']);
    expect(fits(table, change(table, rectangle))).toBe(false);
    hide(table, ['1,0']);
    expect(fits(table, change(table, rectangle))).toBe(true);
  });

  test('not where a sum no longer holds, a cell would be below 1, or the numbers are no whole ones', () => {
    const table = tableOf();
    hide(table, ['0,1', '1,0']);
    expect(fits(table, change(table, { '0,0': 5, '0,1': -5 }))).toBe(false);
    const times = (by: number): Difference => change(table, { '0,0': by, '0,1': -by, '1,0': -by, '1,1': by });
    expect(fits(table, times(8))).toBe(true);
    expect(fits(table, times(9))).toBe(false);
    expect(fits(table, times(2.5))).toBe(false);
  });
});

describe('proofs of width', () => {
  const proofsOf = (table: MoveTable) =>
    createWidthProofs(table, new Map([at(table, '0,0'), at(table, '1,1')].map((column) => [column, 5])));

  test('one table may prove several cells, and none that does not fit proves anything', () => {
    const table = tableOf();
    const proofs = proofsOf(table);
    expect(proofs.take(change(table, rectangle))).toBe(false);
    expect(proofs.isProved(at(table, '0,0'))).toBe(false);
    hide(table, ['0,1', '1,0']);
    expect(proofs.take(change(table, rectangle))).toBe(true);
    expect(proofs.isProved(at(table, '0,0'))).toBe(true);
    expect(proofs.isProved(at(table, '1,1'))).toBe(true);
    expect(proofs.hold()).toBe(true);
  });

  test('to show a cell again takes the proofs that rest on it', () => {
    const table = tableOf();
    const proofs = proofsOf(table);
    hide(table, ['0,1', '1,0']);
    proofs.take(change(table, rectangle));
    table.isHidden[at(table, '0,1')] = 0;
    expect(proofs.hold()).toBe(false);
    const { columns, restore } = proofs.dropRestingOn(at(table, '0,1'));
    expect(columns.toSorted()).toEqual([at(table, '0,0'), at(table, '1,1')].toSorted());
    expect(proofs.isProved(at(table, '0,0'))).toBe(false);
    restore();
    hide(table, ['0,1']);
    expect(proofs.hold()).toBe(true);
    expect(proofs.dropRestingOn(at(table, '2,2')).columns).toEqual([]);
  });
});

describe('cheapestFlow', () => {
  const asked = (table: MoveTable, by: number, mayHide: boolean) => ({
    column: at(table, '0,0'),
    by,
    among: table.keys.map((_, column) => column),
    cost: Float64Array.from(table.keys, (_, column) => (table.isHidden[column] === 1 ? 0 : 1)),
    mayHide,
  });

  test('hides the two that make a rectangle with the other small cell', () => {
    const table = tableOf();
    const flow = cheapestFlow(table, asked(table, 5, true), solver);
    expect(flow?.cost).toBe(2);
    expect(flow?.difference).toEqual(change(table, rectangle));
  });

  test('finds no way where nothing may be hidden, and none below what is possible', () => {
    const table = tableOf();
    expect(cheapestFlow(table, asked(table, 5, false), solver)).toBeNull();
    hide(table, ['0,1', '1,0']);
    expect(cheapestFlow(table, asked(table, 5, false), solver)?.cost).toBe(0);
    expect(cheapestFlow(table, asked(table, -1, true), solver)?.difference.get(at(table, '0,0'))).toBe(-1);
  });
});

test('entriesAround: beside it in its sums, and the corners between', () => {
  const table = tableOf();
  const worth = Float64Array.from(table.keys, (key) => (['0,1', '1,0'].includes(key) ? 1 : 0));
  const around = entriesAround(table, at(table, '0,0'), { beside: 1, above: 0, mostColumns: 100 }, worth);
  const keys = around.map((column) => table.keys[column]);
  expect(keys).toEqual(expect.arrayContaining(['0,0', '0,1', '1,0', '1,1']));
  expect(keys[0]).toBe('0,0');
});
