/** Which sheet of a workbook a list is on: the one whose headings fit best. The person can take another one. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { ImportFileError } from './file-errors';
import { guessColumns } from './guess';
import { knownHeadings } from './mapping';
import { toSourceTable, type SourceTable } from './table';
import type { ImportColumn } from './target';
import type { SourceSheet } from './xlsx/workbook';

/** What was read of a file: one sheet without a name for a text file. */
export interface Source {
  readonly isWorkbook: boolean;
  readonly sheets: readonly SourceSheet[];
}

export function tableOfSheet(
  source: Source,
  sheet: number,
  columns: readonly ImportColumn[],
): Result<SourceTable, ImportFileError> {
  const content = source.sheets[sheet]?.content ?? err({ tag: 'EmptyFile' });
  if (!content.ok) return content;
  const table = toSourceTable(content.value, knownHeadings(columns));
  if (!table.ok || !source.isWorkbook) return table;
  const sheets = source.sheets.map(({ name, isHidden }) => ({ name, isHidden }));
  return ok({ ...table.value, sheets, sheet });
}

/** Hidden sheets hold lists to choose from and old copies: only where nothing else can be read. */
export function bestTable(
  source: Source,
  columns: readonly ImportColumn[],
): Result<SourceTable, ImportFileError> {
  let best: SourceTable | null = null;
  let bestScore = -1;
  let error: ImportFileError | null = null;
  for (const [index, { isHidden }] of source.sheets.entries()) {
    const table = tableOfSheet(source, index, columns);
    if (!table.ok) {
      // An empty sheet says less than one that is too long.
      if (error === null || error.tag === 'EmptyFile') error = table.error;
      continue;
    }
    const { mapping, missing } = guessColumns(columns, table.value);
    const found = Object.values(mapping).filter((column) => column !== null).length;
    const score = (isHidden ? 0 : 10_000) + (missing.length === 0 ? 1_000 : 0) + found;
    if (score > bestScore) {
      best = table.value;
      bestScore = score;
    }
  }
  return best === null ? err(error ?? { tag: 'EmptyFile' }) : ok(best);
}
