import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumn, unpackColumn, type Packed } from '@shared/vault/packed-column';
import { testId } from '../../support/vault-kit';

const throughJson = (packed: Packed): Packed => JSON.parse(JSON.stringify(packed)) as Packed;
const there = (values: readonly unknown[]): readonly unknown[] =>
  unpackColumn(throughJson(packColumn(values)), values.length);

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const ids = fc.nat(500).map((number) => testId(number) as string);
const action = fc.record({ text: fc.string(), owner: fc.constantFrom('', 'Team lead'), due: fc.option(day) });
const columns = fc.oneof(
  fc.array(fc.jsonValue({ maxDepth: 2 })),
  fc.array(day),
  fc.array(fc.option(day)),
  fc.array(ids),
  fc.array(fc.maxSafeNat()),
  fc.array(fc.array(action, { maxLength: 3 })),
  fc.array(fc.array(ids, { maxLength: 3 })),
  fc.array(fc.constantFrom('held', 'cancelled')),
);

describe('a packed column', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(columns, (values) => {
        expect(there(values)).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  it('keeps the order of fields', () => {
    const rows = Array.from({ length: 9 }, (_, n) => ({ b: n, a: 'same', c: `${String(n)}.` }));
    expect(there(rows).map((row) => Object.keys(row as object))).toEqual(rows.map((row) => Object.keys(row)));
  });

  it('takes a text that only looks like a day for what it is', () => {
    const days = ['2026-02-30', '2026-13-01', '2026-02-28', '0000-00-00', '1969-12-31', '2026-03-01'];
    expect(there(days)).toEqual(days);
  });

  it('tells a list from the text of a list', () => {
    const mixed = ['[]', [], '[]', [], '[]', []];
    expect(there(mixed)).toEqual(mixed);
  });

  it('says a value that repeats once, and gives out one that nobody can change', () => {
    const packed = packColumn(Array.from({ length: 30 }, (_, n) => [`theme ${String(n % 2)}`]));
    expect(JSON.stringify(packed).match(/theme/g)).toHaveLength(2);
    const [first, , third] = unpackColumn(throughJson(packed), 30);
    expect(third).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });
});
