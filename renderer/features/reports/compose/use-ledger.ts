import { useMemo } from 'react';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { givenRelease } from '@shared/reports/figures/given-measures';
import { useRecords } from '../../../vault';

export interface Ledger {
  /** Oldest first: what was given out from here, and what was typed in as given out elsewhere. */
  readonly releases: readonly EarlierRelease[];
  readonly reports: number;
  readonly elsewhere: number;
  /** Reports of before there was a ledger: they cannot be checked. */
  readonly unchecked: number;
  /** Charts and rounds whose numbers were copied or saved by themselves: they have no figures in the ledger. */
  readonly copied: number;
}

const withFigures: ReadonlySet<string> = new Set(['board-summary']);
const byThemselves: ReadonlySet<string> = new Set(['chart', 'round-results']);

export function useLedger(): Ledger {
  const entries = useRecords('export-entry');
  const given = useRecords('given-figure');
  return useMemo(() => {
    // Sums over other services are about nobody here.
    const ofReports = entries
      .filter(({ value }) => value.report !== 'services-together')
      .toSorted((left, right) => left.savedAt - right.savedAt)
      .flatMap(({ value }) => value.ledger ?? []);
    return {
      releases: [...ofReports, ...given.map(({ value }) => givenRelease(value))],
      reports: ofReports.length,
      elsewhere: given.length,
      copied: entries.filter(({ value }) => byThemselves.has(value.report)).length,
      unchecked: entries.filter(({ value }) => value.ledger === null && withFigures.has(value.report)).length,
    };
  }, [entries, given]);
}
