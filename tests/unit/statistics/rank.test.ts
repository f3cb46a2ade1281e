import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankOf } from '@shared/statistics/rank';

/** The size of the largest square part whose determinant is not 0, by Laplace: slow, exact and another way. */
function determinant(table: readonly (readonly number[])[]): number {
  if (table.length === 0) return 1;
  const [first, ...rest] = table;
  return first!.reduce(
    (sum, value, at) =>
      value === 0
        ? sum
        : sum +
          (at % 2 === 0 ? 1 : -1) *
            value *
            determinant(rest.map((row) => row.filter((_, place) => place !== at))),
    0,
  );
}

function choices<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}

function byMinors(columns: readonly (readonly number[])[], rows: number): number {
  const places = Array.from({ length: rows }, (_, row) => row);
  for (let size = Math.min(rows, columns.length); size > 0; size -= 1) {
    const isThere = choices(columns, size).some((chosen) =>
      choices(places, size).some(
        (kept) => determinant(chosen.map((column) => kept.map((row) => column[row]!))) !== 0,
      ),
    );
    if (isThere) return size;
  }
  return 0;
}

describe('rankOf', () => {
  it('is the size of the largest part with a determinant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.array(fc.array(fc.constantFrom(0, 1), { minLength: rows, maxLength: rows }), {
              maxLength: 5,
            }),
          ),
        ),
        ([rows, columns]) => {
          expect(rankOf(columns, rows)).toBe(byMinors(columns, rows));
        },
      ),
    );
  });
  it('leaves the table as it was', () => {
    const columns = [
      [1, 1],
      [1, 0],
    ];
    expect(rankOf(columns, 2)).toBe(2);
    expect(columns).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });
});
