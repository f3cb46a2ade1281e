/**
 * The lattice of generalisations: a node is a level for each column. Looked through from the least loss on, so that the
 * first safe node is the best one. A node is not even looked at where two of its columns alone, all others left out,
 * are not safe at these levels: leaving columns out only joins classes (the subset property, LeFevre's Incognito 2005).
 */
import type { RowColumn } from './generalise';

export interface LatticeInput {
  readonly columns: readonly RowColumn[];
  readonly rows: readonly (readonly number[])[];
  readonly k: number;
  /** How many rows may be left out for being in classes that fail. */
  readonly mostSmall: number;
}

export interface NodeReading {
  readonly isSafe: boolean;
  /** Rows of classes with fewer than k. */
  readonly rowsInSmall: number;
  /** Rows of classes in which a confidential value is missing or too rare. */
  readonly rowsTooAlike: number;
  /** Positions of the rows that stay. */
  readonly rows: readonly number[];
}

export interface BestNode {
  readonly levels: number[];
  readonly rows: readonly number[];
}

/** The codes of one column at one level, renumbered from 0: `codes[row]`; one code for all where it is left out. */
interface CodedLevel {
  readonly codes: Uint32Array;
  readonly size: number;
  readonly loss: number;
}

export interface Lattice {
  /** The safe node that loses least; null without any. */
  best(): BestNode | null;
  /** What the next finer level of one column would have done; null when it reads the same in all rows anyway. */
  oneFiner(levels: readonly number[], position: number): NodeReading | null;
}

export function createLattice(input: LatticeInput): Lattice {
  const { columns, rows, k, mostSmall } = input;
  const coded = columns.map((column, position) => codeLevels(column, rows, position));
  const top = columns.map(({ levels }) => levels.length);
  const isKept = (levels: readonly number[], position: number): boolean => levels[position]! < top[position]!;

  const read = (levels: readonly number[]): NodeReading => {
    const kept = columns.flatMap((column, position) =>
      isKept(levels, position) ? [{ column, position }] : [],
    );
    const known = kept.filter(({ column }) => column.role === 'known').map(({ position }) => position);
    const confidential = kept.filter(({ column }) => column.role === 'confidential');
    const at = (position: number): CodedLevel => coded[position]![levels[position]!]!;
    const least = confidential.reduce((most, { column }) => Math.max(most, column.minimum), k);
    const cellsOfClass = confidential.reduce((cells, { position }) => cells * at(position).size, 1);

    // Thousands of nodes are read: numbers in arrays, and no object a class.
    const numbers = new Map<number, number>();
    const classOf = new Uint32Array(rows.length);
    const sizes: number[] = [];
    for (let row = 0; row < rows.length; row += 1) {
      let key = 0;
      for (const position of known) key = key * at(position).size + at(position).codes[row]!;
      let number = numbers.get(key);
      if (number === undefined) {
        number = sizes.push(0) - 1;
        numbers.set(key, number);
      }
      classOf[row] = number;
      sizes[number]! += 1;
    }
    const cells = new Uint32Array(sizes.length * cellsOfClass);
    for (let row = 0; row < rows.length; row += 1) {
      let cell = 0;
      for (const { position } of confidential) cell = cell * at(position).size + at(position).codes[row]!;
      cells[classOf[row]! * cellsOfClass + cell]! += 1;
    }
    const isSmall = sizes.map((size) => size < k);
    const isTooAlike = sizes.map(
      (_, number) =>
        !isSmall[number]! &&
        confidential.length > 0 &&
        cells.subarray(number * cellsOfClass, (number + 1) * cellsOfClass).some((count) => count < least),
    );
    const rowsIn = (fails: readonly boolean[]): number =>
      sizes.reduce((sum, size, number) => sum + (fails[number]! ? size : 0), 0);
    const rowsInSmall = rowsIn(isSmall);
    const rowsTooAlike = rowsIn(isTooAlike);
    // In the order in which they came, which is one of chance.
    const staying = range(rows.length).filter(
      (row) => !isSmall[classOf[row]!]! && !isTooAlike[classOf[row]!]!,
    );
    // A column whose other values went with small classes would say of all that are left that they are the same.
    const saysSomething = kept.every(({ position }) => {
      const { codes } = at(position);
      return staying.some((row) => codes[row] !== codes[staying[0]!]);
    });
    return {
      isSafe: kept.length > 0 && saysSomething && rowsInSmall + rowsTooAlike <= mostSmall,
      rowsInSmall,
      rowsTooAlike,
      rows: staying,
    };
  };

  /** For each pair of columns at each pair of levels whether it is safe by itself. */
  const pairs = columns.map((_, left) =>
    columns
      .slice(0, left)
      .map((__, right) =>
        range(top[left]!).map((leftLevel) =>
          range(top[right]!).map(
            (rightLevel) => read(top.with(left, leftLevel).with(right, rightLevel)).isSafe,
          ),
        ),
      ),
  );
  const singles = columns.map((_, position) =>
    range(top[position]!).map((level) => read(top.with(position, level)).isSafe),
  );

  const best = (): BestNode | null => {
    const nodes: { levels: number[]; loss: number; coarseness: number }[] = [];
    const walk = (levels: number[], loss: number, coarseness: number): void => {
      const position = levels.length;
      if (position === columns.length) {
        // So that sums of the same parts in another order compare as equal.
        nodes.push({ levels, loss: Math.round(loss * 1e9), coarseness });
        return;
      }
      for (let level = 0; level <= top[position]!; level += 1) {
        const isLeftOut = level === top[position]!;
        // What reads the same in every row says nothing that leaving it out does not, or says it of everybody.
        if (!isLeftOut && (coded[position]![level]!.size < 2 || !singles[position]![level]!)) continue;
        const fits = levels.every(
          (other, at) => isLeftOut || other === top[at]! || pairs[position]![at]![level]![other]!,
        );
        if (fits) walk([...levels, level], loss + coded[position]![level]!.loss, coarseness + level);
      }
    };
    walk([], 0, 0);
    nodes.sort(
      (left, right) =>
        left.loss - right.loss || left.coarseness - right.coarseness || firstFiner(left.levels, right.levels),
    );
    for (const { levels } of nodes) {
      const reading = read(levels);
      if (reading.isSafe) return { levels, rows: reading.rows };
    }
    return null;
  };
  const oneFiner = (levels: readonly number[], position: number): NodeReading | null => {
    const finer = range(levels[position]!).findLast((level) => coded[position]![level]!.size > 1);
    return finer === undefined ? null : read(levels.with(position, finer));
  };
  return { best, oneFiner };
}

/** Where two nodes lose the same, the one that keeps the column that was chosen first. */
function firstFiner(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((level, position) => level !== right[position]);
  return at === -1 ? 0 : left[at]! - right[at]!;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Loss: the share of a column's entropy that is gone at the level, so that each column counts alike. */
function codeLevels(column: RowColumn, rows: readonly (readonly number[])[], position: number): CodedLevel[] {
  const listed = column.levels.map(({ labels }) => {
    const numbers = new Map<string, number>();
    const codes = Uint32Array.from(rows, (row) => {
      const label = labels[row[position]!]!;
      const number = numbers.get(label) ?? numbers.size;
      numbers.set(label, number);
      return number;
    });
    return { codes, size: numbers.size };
  });
  const finest = entropy(listed[0]);
  return [
    ...listed.map((level) => ({ ...level, loss: finest === 0 ? 0 : 1 - entropy(level) / finest })),
    { codes: new Uint32Array(rows.length), size: 1, loss: 1 },
  ];
}

function entropy(level: Pick<CodedLevel, 'codes' | 'size'> | undefined): number {
  if (level === undefined || level.codes.length === 0) return 0;
  const counts = new Array<number>(level.size).fill(0);
  for (const code of level.codes) counts[code]! += 1;
  const all = level.codes.length;
  return -counts.reduce((sum, count) => sum + (count / all) * Math.log2(count / all), 0);
}
