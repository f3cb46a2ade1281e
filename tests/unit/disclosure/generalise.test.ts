import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawRows,
  generaliseRows,
  leastPeople,
  type GeneralisedRows,
  type RowColumn,
  type RowsInput,
} from '@shared/disclosure/generalise';
import { rowsStandUp } from '@shared/disclosure/generalise-check';

const k = 5;

/** A column of a few values whose levels join neighbours: 4 values, 2 of them, or none. */
function columnOf(index: number, values: number, role: RowColumn['role'], minimum: number): RowColumn {
  const labels = (width: number): string[] =>
    Array.from({ length: values }, (_, code) => `c${index}w${width}:${Math.floor(code / width)}`);
  const widths = [1, 2, 4].filter((width) => width === 1 || width < values);
  return {
    id: `c${index}`,
    title: `Column ${index}`,
    role,
    minimum,
    levels: widths.map((width) => ({ name: `by ${width}`, labels: labels(width) })),
  };
}

const shapes = fc.array(
  fc.record({
    values: fc.integer({ min: 1, max: 6 }),
    role: fc.constantFrom<RowColumn['role']>('known', 'known', 'confidential'),
    minimum: fc.constantFrom(5, 10),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Uneven on purpose: low codes are common, high ones rare, so that small groups come about. */
const inputs = fc
  .record({ shapes, people: fc.integer({ min: 15, max: 120 }), seed: fc.integer() })
  .chain(({ shapes: some, people }) =>
    fc
      .record({
        rows: fc.array(
          fc.tuple(...some.map(({ values }) => fc.nat(99).map((n) => Math.floor((n / 100) ** 2 * values)))),
          { minLength: people, maxLength: people },
        ),
        draws: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      })
      .map(({ rows, draws }): RowsInput => ({
        columns: some.map(({ values, role, minimum }, index) => columnOf(index, values, role, minimum)),
        rows,
        k,
        draw: drawRows(people, k, (below) => Math.floor((draws.next().value as number) * below)),
      })),
  );

function made(input: RowsInput): GeneralisedRows | null {
  const result = generaliseRows(input);
  return result.ok ? result.value : null;
}

const inFile = (input: RowsInput, file: GeneralisedRows): RowColumn[] =>
  input.columns.filter((_, position) => file.columns[position]!.levelName !== null);

/** Every count that a filter on any of the columns gives: one value each, or any. */
function everyCount(rows: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (let mask = 0; mask < 2 ** row.length; mask += 1) {
      const key = JSON.stringify(row.map((cell, at) => ((mask >> at) & 1 ? cell : null)));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

describe('rows that leave', () => {
  test('no filter finds 1 to 4 of them, nor all but 1 to 4 of another filter', () => {
    let files = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        const file = made(input);
        if (file === null) return;
        files += 1;
        const confidential = inFile(input, file).filter(({ role }) => role === 'confidential');
        const least = Math.max(k, ...confidential.map(({ minimum }) => minimum));
        const counts = [...everyCount(file.rows)].map(([key, count]) => ({
          at: JSON.parse(key) as (string | null)[],
          count,
        }));
        for (const wide of counts) {
          expect(wide.count).toBeGreaterThanOrEqual(least);
          for (const narrow of counts) {
            const isWithin = wide.at.every((cell, at) => cell === null || cell === narrow.at[at]);
            const rest = wide.count - narrow.count;
            if (isWithin && rest !== 0) expect(rest).toBeGreaterThanOrEqual(least);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(files).toBeGreaterThan(50);
  });

  test('whoever knows all of a row but one confidential cell is left with every value of it', () => {
    let seen = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        const file = made(input);
        if (file === null) return;
        inFile(input, file).forEach(({ role }, at) => {
          if (role !== 'confidential') return;
          seen += 1;
          const values = new Set(file.rows.map((row) => row[at]));
          expect(values.size).toBeGreaterThan(1);
          const byRest = new Map<string, Set<string>>();
          for (const row of file.rows) {
            const rest = JSON.stringify(row.toSpliced(at, 1));
            byRest.set(rest, (byRest.get(rest) ?? new Set()).add(row[at]!));
          }
          for (const group of byRest.values()) expect(group.size).toBe(values.size);
        });
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  test('are only made coarser, never changed, and nobody twice; at most one in twenty goes as small', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const file = made(input);
        if (file === null) return;
        const kept = input.draw.order.slice(input.draw.leftOut).map((position) =>
          input.columns.flatMap((column, at) => {
            const level = column.levels[file.columns[at]!.level];
            return level === undefined ? [] : [level.labels[input.rows[position]![at]!]!];
          }),
        );
        const groups = new Set(file.groups.map(({ values }) => JSON.stringify(values)));
        expect(file.rows).toEqual(kept.filter((row) => groups.has(JSON.stringify(row))));
        expect(file.leftOutByChance).toBe(input.draw.leftOut);
        expect(file.rows.length + file.leftOutByChance + file.leftOutAsSmall).toBe(input.rows.length);
        expect(file.leftOutAsSmall).toBeLessThanOrEqual(input.rows.length / 20);
        expect(generaliseRows(input)).toEqual({ ok: true, value: file });
      }),
    );
  });

  test('no other choice of levels would be safe and lose less, by trying all of them', () => {
    let compared = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        if (input.rows.length < leastPeople(k)) return;
        const result = generaliseRows(input);
        const kept = input.draw.order.slice(input.draw.leftOut).map((position) => input.rows[position]!);
        const most = Math.floor(input.rows.length / 20);
        const safe = allLevels(input.columns).filter((levels) => isSafe(input, kept, levels, most));
        if (!result.ok) {
          expect(safe).toEqual([]);
          return;
        }
        compared += 1;
        const least = Math.min(...safe.map((levels) => loss(input, kept, levels)));
        const levels = result.value.columns.map(({ level }) => level);
        expect(safe).toContainEqual(levels);
        expect(loss(input, kept, levels)).toBeCloseTo(least, 8);
      }),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(8);
  });
});

/** The same rules and the same measure, written down a second time and as plainly as they go. */
function allLevels(columns: readonly RowColumn[]): number[][] {
  return columns.reduce<number[][]>(
    (some, { levels }) =>
      some.flatMap((begun) => Array.from({ length: levels.length + 1 }, (_, level) => [...begun, level])),
    [[]],
  );
}

function isSafe(
  { columns }: RowsInput,
  kept: readonly (readonly number[])[],
  levels: readonly number[],
  most: number,
): boolean {
  const used = columns.flatMap((column, at) => {
    const level = column.levels[levels[at]!];
    return level === undefined ? [] : [{ column, cell: (row: readonly number[]) => level.labels[row[at]!]! }];
  });
  const read = (row: readonly number[], role: RowColumn['role']): string[] =>
    used.filter(({ column }) => column.role === role).map(({ cell }) => cell(row));
  const confidential = used.filter(({ column }) => column.role === 'confidential');
  const combinations = confidential.reduce((all, { cell }) => all * new Set(kept.map(cell)).size, 1);
  const least = Math.max(k, ...confidential.map(({ column }) => column.minimum));
  const stays = kept.filter((row) => {
    const group = kept.filter((other) => String(read(other, 'known')) === String(read(row, 'known')));
    const cells = group.map((other) => String(read(other, 'confidential')));
    const sizes = [...new Set(cells)].map((cell) => cells.filter((other) => other === cell).length);
    if (group.length < k) return false;
    return (
      confidential.length === 0 || (sizes.length === combinations && sizes.every((size) => size >= least))
    );
  });
  return (
    used.length > 0 &&
    kept.length - stays.length <= most &&
    used.every(({ cell }) => new Set(stays.map(cell)).size > 1)
  );
}

function loss(
  { columns }: RowsInput,
  kept: readonly (readonly number[])[],
  levels: readonly number[],
): number {
  const bits = (labels: readonly string[]): number =>
    labels.reduce((sum, label) => {
      const share = labels.filter((other) => other === label).length / labels.length;
      return sum - Math.log2(share) / labels.length;
    }, 0);
  return columns.reduce((sum, column, at) => {
    const of = (level: number): number => bits(kept.map((row) => column.levels[level]!.labels[row[at]!]!));
    if (levels[at] === column.levels.length) return sum + 1;
    return sum + (of(0) === 0 ? 0 : 1 - of(levels[at]!) / of(0));
  }, 0);
}

describe('what chance leaves out', () => {
  test('is a tenth to a fifth, five to ten at least, and each row as likely as each other', () => {
    const left = new Map<number, number>();
    const times = Array.from({ length: 30 }, () => 0);
    for (let round = 0; round < 3000; round += 1) {
      const { order, leftOut } = drawRows(30, k, (below) => Math.floor(Math.random() * below));
      expect(order.toSorted((a, b) => a - b)).toEqual(times.map((_, position) => position));
      left.set(leftOut, (left.get(leftOut) ?? 0) + 1);
      for (const position of order.slice(0, leftOut)) times[position]! += 1;
    }
    expect([...left.keys()].toSorted((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10]);
    // A quarter of 3000 rounds on average; six standard deviations are 142.
    for (const count of times) expect(Math.abs(count - 750)).toBeLessThan(150);
    for (const count of left.values()) expect(Math.abs(count - 500)).toBeLessThan(130);
    expect(drawRows(200, k, () => 0).leftOut).toBe(20);
    expect(drawRows(200, k, (below) => below - 1).leftOut).toBe(40);
    expect(drawRows(200, 30, () => 0).leftOut).toBe(30);
  });
});

describe('nothing safe', () => {
  const draw = (people: number) => drawRows(people, k, () => 0);
  test('with fewer than 20 people, or when each is like no other', () => {
    const column = columnOf(0, 2, 'known', k);
    const rows = (people: number) => Array.from({ length: people }, (_, index) => [index % 2]);
    expect(generaliseRows({ columns: [column], rows: rows(19), k, draw: draw(19) })).toEqual({
      ok: false,
      error: { tag: 'NothingSafe', why: 'too-few-people' },
    });
    expect(made({ columns: [column], rows: rows(20), k, draw: draw(20) })?.rows).toHaveLength(15);
    const own: RowColumn = {
      ...column,
      levels: [{ name: 'each', labels: Array.from({ length: 40 }, (_, index) => `v${index}`) }],
    };
    const each = Array.from({ length: 40 }, (_, index) => [index]);
    expect(generaliseRows({ columns: [own], rows: each, k, draw: draw(40) })).toEqual({
      ok: false,
      error: { tag: 'NothingSafe', why: 'too-alike' },
    });
  });

  test('a confidential answer that all but nine have stays out', () => {
    const rows = Array.from({ length: 60 }, (_, index) => [index < 15 ? 1 : 0]);
    const answered = (yes: number) =>
      made({
        columns: [columnOf(0, 2, 'confidential', 10)],
        rows: rows.map((_, index) => [index < yes ? 1 : 0]),
        k,
        // The last six are left out: each of them has a 0.
        draw: { order: rows.map((_, index) => 59 - index), leftOut: 6 },
      });
    expect(answered(9)).toBeNull();
    expect(answered(10)?.groups.map((group) => group.rows)).toEqual([44, 10]);
  });
});

describe('the second look', () => {
  const columns = [
    { role: 'known', minimum: 5 },
    { role: 'confidential', minimum: 5 },
  ] as const;
  const good = ['A', 'B'].flatMap((team) =>
    ['Yes', 'No'].flatMap((answer) => Array.from({ length: 5 }, () => [team, answer])),
  );

  test('passes what is safe, and finds a row that is changed, taken away or alike', () => {
    expect(rowsStandUp(columns, good, 5)).toBe(true);
    expect(rowsStandUp(columns, good, 6)).toBe(false);
    expect(rowsStandUp(columns, good.with(0, ['C', 'Yes']), 5)).toBe(false);
    expect(rowsStandUp(columns, good.slice(1), 5)).toBe(false);
    expect(rowsStandUp([columns[0], { role: 'confidential', minimum: 10 }], good, 5)).toBe(false);
    const alike = good.map(([team, answer]) => [team!, team === 'A' ? 'Yes' : answer!]);
    expect(rowsStandUp(columns, alike, 5)).toBe(false);
    expect(rowsStandUp(columns, [], 5)).toBe(false);
  });
});
