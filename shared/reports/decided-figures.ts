/** What the disclosure engine answered, by the names that the report has for its figures; and what the ledger keeps. */
import { keyWithoutVersion } from '@shared/disclosure/reconcile';
import type { Release } from '@shared/disclosure/release';
import type { EarlierRelease, ReleaseTable } from '@shared/disclosure/release-figures';
import type { HiddenReason } from '@shared/disclosure/thresholds';
import type { DecidedFigures } from './decide';

export function decidedFigures(
  answer: Pick<Release, 'cells' | 'blockedByHistory'>,
  isRounded: boolean,
): DecidedFigures {
  const cells = new Map<string, { readonly value: number } | { readonly reason: HiddenReason }>();
  for (const [key, cell] of answer.cells)
    cells.set(
      keyWithoutVersion(key),
      cell.state === 'shown' ? { value: cell.value } : { reason: cell.reason },
    );
  return { cells, blocked: new Set(answer.blockedByHistory.map(keyWithoutVersion)), isRounded };
}

/** What has to be known of this release when the next one is made. `table`: as it was audited. */
export function ledgerOf(
  table: ReleaseTable,
  answer: Pick<Release, 'cells'>,
  isRounded: boolean,
): EarlierRelease {
  const isCount = new Set(table.figures.flatMap(({ key, kind }) => (kind === 'statistic' ? [] : [key])));
  const shownKeys = [...answer.cells].flatMap(([key, cell]) => (cell.state === 'shown' ? [key] : []));
  return {
    figures: table.figures,
    sums: table.sums,
    shownKeys,
    ...(isRounded ? { roundedKeys: shownKeys.filter((key) => isCount.has(key)) } : {}),
  };
}
