/**
 * Tells whether something in byte strings of two kinds gives the kind away. Every figure is compared with what it is
 * when the kinds are dealt out at random again and again (as in a permutation test).
 */

/** From 0 to `below` - 1. Mulberry32: quick, and the same at every run. Nothing secret hangs on it. */
export function pickFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function shuffled<Item>(items: readonly Item[], pick: (below: number) => number): Item[] {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

export interface Figures {
  /** Pearson's chi-square of kind against byte value, summed over all positions. */
  readonly sum: number;
  /** The value at one position that is most out of balance between the kinds, in standard errors. */
  readonly cell: number;
  /** The same for how often one bit is set. */
  readonly bit: number;
}

/** Position by position: what is asked a hundred times of 300 positions has to be quick. */
export interface Columns {
  readonly count: number;
  readonly columns: readonly Uint8Array[];
  /** How often each value stands at a position. */
  readonly totals: readonly Uint16Array[];
}

export function columnsOf(rows: readonly Uint8Array[]): Columns {
  const columns = Array.from(rows[0]!, (_, at) => Uint8Array.from(rows, (row) => row[at]!));
  const totals = columns.map((column) => {
    const total = new Uint16Array(256);
    for (const byte of column) total[byte]! += 1;
    return total;
  });
  return { count: rows.length, columns, totals };
}

function bitError(high: number, all: number, rows: number, share: number): number {
  const variance = ((all * (rows - all)) / rows) * share * (1 - share);
  return variance === 0 ? 0 : Math.abs(high - all * share) / Math.sqrt(variance);
}

export function figuresOf({ count, columns, totals }: Columns, isHigh: readonly boolean[]): Figures {
  const kinds = Uint8Array.from(isHigh, Number);
  const share = kinds.reduce((sum, kind) => sum + kind, 0) / count;
  const high = new Uint16Array(256);
  let [sum, cell, bit] = [0, 0, 0];
  columns.forEach((column, at) => {
    const total = totals[at]!;
    high.fill(0);
    for (let row = 0; row < count; row += 1) high[column[row]!]! += kinds[row]!;
    const [setInHigh, setInAll] = [new Array<number>(8).fill(0), new Array<number>(8).fill(0)];
    for (let byte = 0; byte < 256; byte += 1) {
      const all = total[byte]!;
      if (all === 0) continue;
      const square = (high[byte]! - all * share) ** 2 / (all * share * (1 - share));
      sum += square;
      if (square > cell) cell = square;
      for (let place = 0; place < 8; place += 1) {
        if ((byte & (1 << place)) === 0) continue;
        setInHigh[place]! += high[byte]!;
        setInAll[place]! += all;
      }
    }
    for (let place = 0; place < 8; place += 1) {
      bit = Math.max(bit, bitError(setInHigh[place]!, setInAll[place]!, count, share));
    }
  });
  return { sum, cell: Math.sqrt(cell), bit };
}

/** How often the kind changes from one to the next: few changes, or many, would be an order. */
export function runsOf(isHigh: readonly boolean[]): number {
  return isHigh.filter((kind, at) => at === 0 || kind !== isHigh[at - 1]).length;
}

/** For each figure, how far it is above what deals at random give, in their standard deviations. */
export function beyondChance<Key extends string>(
  isHigh: readonly boolean[],
  figures: (isHigh: readonly boolean[]) => Readonly<Record<Key, number>>,
  deals: number,
  pick: (below: number) => number,
): Record<Key, number> {
  const real = figures(isHigh);
  const keys = Object.keys(real) as Key[];
  const dealt = Array.from({ length: deals }, () => figures(shuffled(isHigh, pick)));
  const away = (key: Key): number => {
    const mean = dealt.reduce((sum, each) => sum + each[key], 0) / deals;
    const variance = dealt.reduce((sum, each) => sum + (each[key] - mean) ** 2, 0) / (deals - 1);
    return (real[key] - mean) / Math.sqrt(variance);
  };
  return Object.fromEntries(keys.map((key) => [key, away(key)])) as Record<Key, number>;
}
