/** What stands in the way of reading the rows: a column that is missing, or one that is used for two things. */
import { missingColumns } from '@shared/import/mapping';
import type { ColumnMapping, ImportColumn } from '@shared/import/target';
import type { FormProblem } from '../../ui';

export function mappingProblems(columns: readonly ImportColumn[], mapping: ColumnMapping): FormProblem[] {
  const used = new Map<number, string>();
  const problems: FormProblem[] = missingColumns(columns, mapping).map((column) => ({
    field: column.key,
    message: `Choose the column for ${column.label.toLowerCase()}`,
  }));
  for (const column of columns) {
    const index = mapping[column.key] ?? null;
    if (index === null) continue;
    const other = used.get(index);
    if (other !== undefined)
      problems.push({
        field: column.key,
        message: `Choose another column for ${column.label.toLowerCase()}. This one is used for ${other.toLowerCase()}`,
      });
    used.set(index, column.label);
  }
  return problems;
}
