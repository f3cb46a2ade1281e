/** Collects the figures of a report for the disclosure engine: what is in it, and what follows from what is in it. */
import type { FigureSum, ReleaseFigure, ReleaseTable } from '@shared/disclosure/release-figures';
import type { HiddenReason } from '@shared/disclosure/thresholds';

export type FigureOptions = Partial<Omit<ReleaseFigure, 'key' | 'value'>>;

export interface FigureBook {
  /** Answers the key. A figure may be added again: it is published where it is so once, and keeps a reason of its own. */
  add(key: string, value: number, options?: FigureOptions): string;
  /** Only where every one of them is here: a sum of one part says that the two are the same. */
  sum(total: string, parts: readonly string[]): void;
  reasonOf(key: string): HiddenReason | null;
  table(): ReleaseTable;
}

export function createFigureBook(): FigureBook {
  const figures = new Map<string, ReleaseFigure>();
  const sums: FigureSum[] = [];
  return {
    add: (key, value, options = {}) => {
      const before = figures.get(key);
      const isPublished = options.isPublished ?? true;
      figures.set(key, {
        kind: 'count',
        ...before,
        ...options,
        key,
        value,
        reason: options.reason ?? before?.reason ?? null,
        isPublished: isPublished || before?.isPublished === true,
      });
      return key;
    },
    sum: (total, parts) => {
      if (figures.has(total) && parts.length > 0 && parts.every((key) => figures.has(key)))
        sums.push({ total, parts });
    },
    reasonOf: (key) => figures.get(key)?.reason ?? null,
    table: () => ({ figures: [...figures.values()], sums }),
  };
}
