/** The export model: what a file, a chart, a preview and the export log are all made from. */
import type { LocalDate } from '@shared/kernel/local-date';
import { hiddenMark, type HiddenReason } from './thresholds';

export type SummaryCell =
  | { readonly state: 'shown'; readonly text: string }
  | { readonly state: 'hidden'; readonly reason: HiddenReason }
  | { readonly state: 'not-enough-data' };

export interface SummaryRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly SummaryCell[];
  readonly isTotal?: boolean;
}

export interface SummaryTable {
  readonly id: string;
  readonly title: string;
  /** How the figures are worked out, in a sentence: the rule set is always named. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryModel {
  readonly title: string;
  readonly serviceName: string | null;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly sentences: readonly string[];
  readonly tables: readonly SummaryTable[];
}

/** As the file has it: the reason is gone, every hidden cell reads the same. */
export interface PublishedTable {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly string[];
    readonly isTotal: boolean;
  }[];
}

export function cellText(cell: SummaryCell): string {
  if (cell.state === 'shown') return cell.text;
  return cell.state === 'hidden' ? hiddenMark : 'not enough data';
}

export function publishTables(model: SummaryModel): PublishedTable[] {
  return model.tables.map((table) => ({
    title: table.title,
    note: table.note,
    columns: table.columns,
    rows: table.rows.map((row) => ({
      label: row.label,
      cells: row.cells.map(cellText),
      isTotal: row.isTotal === true,
    })),
  }));
}

export interface HiddenCell {
  readonly tableId: string;
  readonly tableTitle: string;
  readonly rowLabel: string;
  readonly column: string;
  readonly reason: HiddenReason;
}

/** Every hidden cell with its reason, for the preview alone. */
export function hiddenCells(model: SummaryModel): HiddenCell[] {
  return model.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.flatMap((cell, index) =>
        cell.state === 'hidden'
          ? [
              {
                tableId: table.id,
                tableTitle: table.title,
                rowLabel: row.label,
                column: table.columns[index + 1] ?? '',
                reason: cell.reason,
              },
            ]
          : [],
      ),
    ),
  );
}
