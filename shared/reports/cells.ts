/** Small makers of cells and tables, shared by the parts of a report. */
import { suppressPartition } from '@shared/disclosure/partition';
import type { SummaryCell, SummaryRow, SummaryTable } from '@shared/disclosure/summary-model';
import { disclosureThresholds, type HiddenReason } from '@shared/disclosure/thresholds';

export const minimum = disclosureThresholds.minimumCellSize;

export function shown(text: string): SummaryCell {
  return { state: 'shown', text };
}

export const notEnoughData: SummaryCell = { state: 'not-enough-data' };

/** Hidden for the reason, or shown as `text`. */
export function cell(reason: HiddenReason | null, text: string): SummaryCell {
  if (reason === null) return shown(text);
  return reason === 'not-enough-data' ? notEnoughData : { state: 'hidden', reason };
}

export function percent(proportion: number | null): string {
  return proportion === null ? '' : `${(proportion * 100).toFixed(1)}%`;
}

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** A list of counts with its total. Parts that nobody is in are left out of it, unless `keepsEmptyParts`. */
export function partitionTable(
  head: Pick<SummaryTable, 'id' | 'title' | 'note'> & { readonly totalLabel: string },
  given: readonly Part[],
  keepsEmptyParts = false,
): SummaryTable {
  const parts = keepsEmptyParts ? given : given.filter(({ count }) => count > 0);
  const counts = parts.map(({ count }) => count);
  const result = suppressPartition(counts, minimum);
  const totalRow: SummaryRow = {
    key: 'total',
    label: head.totalLabel,
    cells: [cell(result.totalHidden, String(counts.reduce((sum, count) => sum + count, 0)))],
    isTotal: true,
  };
  const rows = parts.map(({ key, label, count }, index) => ({
    key,
    label,
    cells: [cell(result.hidden[index] ?? null, String(count))],
  }));
  return {
    id: head.id,
    title: head.title,
    note: head.note,
    columns: ['', 'People'],
    rows: result.mayListParts ? [...rows, totalRow] : [totalRow],
  };
}

/** True when every part of a list is shown. */
export function showsParts(table: SummaryTable): boolean {
  return table.rows.length > 1 && table.rows.every((row) => row.cells[0]?.state === 'shown');
}
