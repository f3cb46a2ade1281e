/** Records → the figures of a bundle, for the disclosure engine; and what it lets through → the bundle. */
import { keyWithoutVersion } from '@shared/disclosure/reconcile';
import type { ReleaseCell } from '@shared/disclosure/release';
import type { DisclosurePolicy } from '@shared/disclosure/thresholds';
import type { LocalMonth } from '@shared/kernel/local-date';
import type { Nation } from '@shared/kernel/bank-holidays';
import { createFigureBook, type FigureBook } from '@shared/reports/figures/figure-book';
import { bundleFormat, bundleVersion, type BundleDraft, type BundleRow, type BundleRules } from './bundle';
import type { BundleFigure, BundleFigures, BundleInput, BundleSheet } from './bundle-input';
import { addRounds, addSupervision } from './care-figures';
import { addSickness } from './sickness-figures';
import { addStaff } from './staff-figures';

export function bundleFigures(input: BundleInput): BundleFigures {
  const book: FigureBook = createFigureBook();
  const rows: BundleFigure[] = [];
  const sheet: BundleSheet = {
    input,
    book,
    headcounts: new Map(),
    row: (figure) => {
      rows.push({ group: 'paid', behind: 'count', over: 1, ...figure });
    },
  };
  addStaff(sheet);
  addSickness(sheet);
  addSupervision(sheet);
  addRounds(sheet);
  return { table: book.table(), rows };
}

export interface BundleHead {
  readonly nation: Nation;
  readonly from: LocalMonth;
  readonly to: LocalMonth;
  /** Higher than that of any earlier bundle of this service. */
  readonly edition: number;
  readonly policy: DisclosurePolicy;
}

/** Of what the engine lets through, and of nothing else. */
export function bundleFrom(
  { rows }: Pick<BundleFigures, 'rows'>,
  cells: ReadonlyMap<string, ReleaseCell>,
  { nation, from, to, edition, policy }: BundleHead,
): BundleDraft {
  const rules: BundleRules = {
    smallestCount: policy.minimumCellSize,
    smallestSensitiveCount: policy.minimumSensitiveCellSize,
    smallestForStatistic: policy.minimumForStatistic,
    rounding: policy.rounding,
  };
  // A corrected figure has a newer name in the ledger.
  const byKey = new Map([...cells].map(([key, cell]) => [keyWithoutVersion(key), cell]));
  const months = rows
    .map((figure) => rowOf(figure, figure.key === null ? null : (byKey.get(figure.key) ?? null), rules))
    .sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  return {
    format: bundleFormat,
    version: bundleVersion,
    nation,
    periodFrom: from,
    periodTo: to,
    edition,
    rules,
    tables: { months },
  };
}

const nameOf = ({ month, measure, group }: BundleRow): string => `${month} ${measure} ${group}`;

function rowOf(
  { month, measure, group, key, behind, over }: BundleFigure,
  cell: ReleaseCell | null,
  rules: BundleRules,
): BundleRow {
  const head = { month, measure, group };
  if (key === null) return { ...head, value: null, state: 'not-known', peopleAtLeast: null };
  if (cell?.state !== 'shown') return { ...head, value: null, state: 'hidden', peopleAtLeast: null };
  const value = over === 1 ? cell.value : Number((cell.value / over).toFixed(1));
  const least = behind === 'count' ? rules.smallestCount : rules.smallestForStatistic;
  return { ...head, value, state: 'shown', peopleAtLeast: behind === 'count' && value === 0 ? null : least };
}
