/**
 * The sums over services as a table for the disclosure engine. What a service has hidden is in no sum (together.ts). What
 * is left to look at are small sums, and earlier tables: two sums of one month that differ by a few would tell of the few
 * that a correction was about. That readers have the bundles as well is not taken for granted: who has them could be told
 * every sum, and who has not must not be told the difference.
 */
import type { ReleaseFigure, ReleaseTable } from '@shared/disclosure/release-figures';
import type { LocalMonth } from '@shared/kernel/local-date';
import { figureKey, periodOf } from '@shared/reports/figures/keys';
import type { BundleMeasure } from './measures';
import type { TogetherSeries } from './together';

const services = 'services';

export function togetherKey({ id }: BundleMeasure, month: LocalMonth): string {
  return figureKey(`together-${id}`, periodOf({ from: month, to: month }), services);
}

const isFlow = ({ id }: BundleMeasure): boolean => id === 'joiners' || id === 'leavers';

export function togetherTable(series: readonly TogetherSeries[]): ReleaseTable {
  const figures = series.flatMap(({ measure, points }) =>
    points.flatMap(({ month, value }): ReleaseFigure[] => {
      if (value === null) return [];
      const head = { key: togetherKey(measure, month), value, reason: null, isPublished: true };
      // A rate, or a sum of hours, of several services is made of what each has shown by itself: of no counts here.
      if (!measure.countsPeople) return [{ ...head, kind: 'statistic', madeOf: [] }];
      return [{ ...head, kind: 'count', ...(isFlow(measure) ? { hidesZero: true } : {}) }];
    }),
  );
  return { figures, sums: [] };
}
