/** Figures of a service that does not exist, the same in every run. */
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import type { TenureSpell } from '@shared/statistics/kaplan-meier';

/** Numbers between 0 and 1 in a fixed order: mulberry32. */
export function fixedDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** About normal: three draws. */
function around(draw: () => number, middle: number, spread: number): number {
  return middle + (draw() + draw() + draw() - 1.5) * spread;
}

export const firstMonth = '2023-04' as LocalMonth;

export function months(count: number, first: LocalMonth = firstMonth): LocalMonth[] {
  return Array.from({ length: count }, (_, at) => addMonthsToMonth(first, at));
}

/** Monthly rates around a level that may change. */
export function rates(seed: number, levels: readonly (readonly [count: number, level: number])[]): number[] {
  const draw = fixedDraws(seed);
  return levels.flatMap(([count, level]) =>
    Array.from({ length: count }, () => Math.max(0, around(draw, level, level * 0.5))),
  );
}

export function counts(seed: number, sizes: readonly number[], share: (at: number) => number): number[] {
  const draw = fixedDraws(seed);
  return sizes.map((size, at) => {
    let count = 0;
    for (let each = 0; each < size; each += 1) if (draw() < share(at)) count += 1;
    return count;
  });
}

export function spells(seed: number, people: number): TenureSpell[] {
  const draw = fixedDraws(seed);
  return Array.from({ length: people }, () => {
    const stay = -Math.log(1 - draw() * 0.999) * 365.25 * 3.6;
    const seen = 40 + draw() * 365.25 * 8;
    return { time: Math.max(1, Math.round(Math.min(stay, seen))), event: stay <= seen, entry: null };
  });
}
