/** Guesses which column of the file is which of ours. The person sees the guess and can change it. */
import { detectDateOrder, type DateOrder } from './cells';
import { headingWords } from './heading-words';
import type { SourceTable } from './table';
import type { ColumnMapping, ImportColumn } from './target';

function namesOf(column: ImportColumn): string[] {
  return [column.label, ...column.synonyms].map(headingWords);
}

/** Every heading that a target knows, for finding the heading row. */
export function knownHeadings(columns: readonly ImportColumn[]): ReadonlySet<string> {
  return new Set(columns.flatMap(namesOf));
}

/** Words that make a heading mean something else: "probation end date" is no last day, "manager name" no name. */
const turningWords =
  /\b(probation|previous|prior|former|past|old|manager|managers|supervisor|supervisors|leader|birth|dob|expected|planned|estimated|target|review|appraisal|visa|permit|dbs|pvg|disclosure|registration|renewal|expiry|training|induction|notice|annual|annually|yearly|year|monthly|month|next|due|certificate|fit note|pay|salary|overtime|additional|phone|email)\b/;

function turnsMeaning(heading: string, name: string): boolean {
  return turningWords.test(` ${heading} `.replace(` ${name} `, '  '));
}

/**
 * Exact names first, then the column's label or a synonym inside a longer heading ("Employee start date
 * (current post)"), unless another word in it turns the meaning. No column of the file is used twice.
 */
export function suggestMapping(columns: readonly ImportColumn[], table: SourceTable): ColumnMapping {
  const headings = table.headings.map(headingWords);
  const mapping: Record<string, number | null> = Object.fromEntries(columns.map(({ key }) => [key, null]));
  const used = new Set<number>();
  const take = (column: ImportColumn, isMatch: (heading: string, name: string) => boolean): void => {
    if (mapping[column.key] !== null) return;
    for (const name of namesOf(column)) {
      const index = headings.findIndex((heading, position) => !used.has(position) && isMatch(heading, name));
      if (index !== -1) {
        mapping[column.key] = index;
        used.add(index);
        return;
      }
    }
  };
  for (const column of columns) take(column, (heading, name) => heading === name);
  for (const column of columns)
    take(
      column,
      (heading, name) =>
        name.length >= 6 && ` ${heading} `.includes(` ${name} `) && !turnsMeaning(heading, name),
    );
  return mapping;
}

/** Our required columns that the file does not give. */
export function missingColumns(columns: readonly ImportColumn[], mapping: ColumnMapping): ImportColumn[] {
  const isMapped = (key: string): boolean => (mapping[key] ?? null) !== null;
  return columns.filter(
    (column) => column.isRequired && !isMapped(column.key) && !(column.standIns ?? []).some(isMapped),
  );
}

/** One order for the file: all its date columns come from the same system. */
export function suggestDateOrder(
  columns: readonly ImportColumn[],
  table: SourceTable,
  mapping: ColumnMapping,
): DateOrder {
  const positions = columns.filter(({ isDate }) => isDate === true).map(({ key }) => mapping[key] ?? null);
  function* cells(): Generator<string> {
    for (const position of positions) {
      if (position !== null) for (const row of table.rows) yield row.cells[position] ?? '';
    }
  }
  return detectDateOrder(cells());
}
