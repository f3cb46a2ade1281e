/** A list of counts with its total: all parts or none (shared/disclosure/partition.ts). */
import { suppressPartition } from '@shared/disclosure/partition';
import type { ReleaseFigure } from '@shared/disclosure/release-figures';
import { figure, type DraftRow, type DraftTable } from '../draft';
import type { FigureBook } from '../figures/figure-book';

export interface ListPart {
  /** Of the figure. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

export interface ListTotal {
  readonly key: string;
  readonly label: string;
  /** How many there are is known to everybody who works here. */
  readonly isKnown?: boolean;
}

export interface ListRules {
  readonly minimum: number;
  readonly kind?: ReleaseFigure['kind'];
  /** How much of the list can be one person's: 1 of people. */
  readonly mostOfOne?: number;
  readonly keepsEmptyParts?: boolean;
  /** False: the parts stay out of it, their names too. */
  readonly mayListParts?: boolean;
}

/**
 * Parts that nobody is in are left out, unless they are kept. Where zero is as sensitive as one, the engine hears of them
 * all the same: a total beside all the parts that are listed would say that the others are empty.
 */
export function listTable(
  book: FigureBook,
  head: Pick<DraftTable, 'id' | 'title' | 'note' | 'columns'>,
  total: ListTotal,
  given: readonly ListPart[],
  rules: ListRules,
): DraftTable {
  const { minimum, kind = 'count', mostOfOne = 1, keepsEmptyParts = false } = rules;
  const parts = keepsEmptyParts ? given : given.filter(({ count }) => count > 0);
  const counts = parts.map(({ count }) => count);
  const result = suppressPartition(counts, minimum);
  const mayListParts = result.mayListParts && rules.mayListParts !== false;
  const options = { kind, mostOfOne };
  const unlisted = kind === 'sensitive-count' ? given.filter((part) => !parts.includes(part)) : [];
  for (const { key, count } of unlisted) book.add(key, count, { ...options, isPublished: false });
  book.add(
    total.key,
    counts.reduce((sum, count) => sum + count, 0),
    { ...options, reason: result.totalHidden, ...(total.isKnown === true ? { isKnown: true } : {}) },
  );
  parts.forEach(({ key, count }, index) => {
    const reason = result.hidden[index] ?? null;
    book.add(key, count, { ...options, reason, isPublished: mayListParts });
  });
  book.sum(
    total.key,
    [...parts, ...unlisted].map(({ key }) => key),
  );
  const rows = parts.map(({ key, label }): DraftRow => ({ key, label, cells: [figure(key)] }));
  const totalRow: DraftRow = { key: 'total', label: total.label, cells: [figure(total.key)], isTotal: true };
  return { kind: 'table', ...head, rows: mayListParts ? [...rows, totalRow] : [totalRow] };
}
