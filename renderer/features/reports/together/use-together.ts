/** Bundles → sums → what of them may leave. Without the engine's answer no sum is shown. */
import { useMemo } from 'react';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import type { LocalMonth } from '@shared/kernel/local-date';
import { shownSpan } from '@shared/bundle/received';
import { bringTogether, figuresByService, type TogetherSeries } from '@shared/bundle/together';
import { togetherTable } from '@shared/bundle/together-release';
import { publishedSeries } from '@shared/bundle/together-report';
import { ledgerOf } from '@shared/reports/decided-figures';
import { useRelease } from '../../../disclosure';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { useRecords } from '../../../vault';
import type { BundleRecord } from './senders';

export interface Together {
  readonly months: readonly LocalMonth[];
  readonly services: number;
  readonly hasRounded: boolean;
  readonly series: readonly TogetherSeries[];
  readonly hiddenSums: number;
  readonly ledger: EarlierRelease;
}

export type TogetherState =
  | {
      readonly state: 'working';
      readonly progress: { readonly done: number; readonly of: number } | null;
      readonly cancel: () => void;
    }
  | { readonly state: 'ready'; readonly together: Together }
  | { readonly state: 'failed'; readonly again: () => void };

const nothing = { cells: new Map(), table: { figures: [], sums: [] } } as const;

export function useTogether(records: readonly BundleRecord[]): TogetherState {
  const policy = useDisclosurePolicy();
  const entries = useRecords('export-entry');
  const sums = useMemo(() => {
    const bundles = records.map(({ value }) => value);
    const months = shownSpan(bundles);
    return {
      months,
      services: new Set(bundles.map(({ publicKey }) => publicKey)).size,
      hasRounded: bundles.some(({ rounding }) => rounding !== 'none'),
      series: bringTogether(figuresByService(bundles), months),
    };
  }, [records]);
  const input = useMemo(() => {
    const table = togetherTable(sums.series);
    if (table.figures.length === 0) return null;
    const { minimumCellSize, minimumSensitiveCellSize } = policy;
    const history = entries
      .filter(({ value }) => value.report === 'services-together')
      .toSorted((left, right) => left.savedAt - right.savedAt)
      .flatMap(({ value }) => value.ledger ?? []);
    return { table, policy: { minimumCellSize, minimumSensitiveCellSize }, history };
  }, [sums, policy, entries]);
  const release = useRelease(input);
  return useMemo((): TogetherState => {
    if (release.state === 'working') return release;
    if (release.state === 'failed') return { state: 'failed', again: release.again };
    const answer = release.state === 'done' ? release.release : nothing;
    const series = publishedSeries(sums.series, answer.cells);
    const hiddenSums = series
      .flatMap(({ points }) => points)
      .filter(({ value, of }) => value === null && of > 0).length;
    return {
      state: 'ready',
      together: { ...sums, series, hiddenSums, ledger: ledgerOf(answer.table, answer, false) },
    };
  }, [release, sums]);
}
