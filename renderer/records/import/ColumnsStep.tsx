import { tidyCell, type DateOrder } from '@shared/import/cells';
import type { ColumnMapping, ImportTarget } from '@shared/import/target';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { KindName } from '@shared/records/registry';
import {
  Button,
  DataTable,
  Form,
  FormActions,
  Note,
  Section,
  Select,
  Sheet,
  type FormProblem,
} from '../../ui';
import styles from './import.module.css';
import { countOf, rowWords } from './import-words';
import type { TableSummary } from './import-worker-client';

const previewColumns = 12;

const dateOrderOptions = [
  { value: 'day-first', label: 'Day first, like 24/11/2026' },
  { value: 'month-first', label: 'Month first, like 11/24/2026' },
  { value: 'mixed', label: 'Both: leave out the unclear ones' },
] as const;

/** The first rows, as they stand in the file, so that a wrong guess is seen. */
function Preview(props: { readonly table: TableSummary }) {
  const { table } = props;
  const headings = table.headings.slice(0, previewColumns);
  const left = table.headings.length - headings.length;
  return (
    <>
      <DataTable
        caption="First rows of the file"
        columns={[
          { key: 'row', label: 'Row', align: 'right' },
          ...headings.map((heading, index) => ({ key: String(index), label: heading })),
        ]}
        rows={table.firstRows.map((row) => ({
          key: String(row.row),
          cells: [row.row, ...headings.map((_, index) => tidyCell(row.cells[index] ?? '').slice(0, 60))],
        }))}
      />
      {left > 0 && (
        <p className={styles.more}>And {countOf(left, { one: 'more column', many: 'more columns' })}.</p>
      )}
    </>
  );
}

export interface ColumnsStepProps<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly table: TableSummary;
  readonly mapping: ColumnMapping;
  readonly onMapping: (mapping: ColumnMapping) => void;
  readonly dateOrder: DateOrder;
  readonly onDateOrder: (order: DateOrder) => void;
  /** The day on which these columns were chosen the last time; null when they are guessed. */
  readonly chosenOn: LocalDate | null;
  readonly errors: readonly FormProblem[];
  readonly isWorking: boolean;
  readonly problem: string | null;
  /** How many records of this file are saved already, because a save was refused on the way. */
  readonly savedPart: number;
  readonly onUndoPart: () => void;
  readonly onCheck: () => Promise<void>;
  readonly onSheet: (sheet: number) => void;
  readonly onOtherFile: () => void;
}

export function ColumnsStep<K extends KindName>(props: ColumnsStepProps<K>) {
  const { target, table, mapping, dateOrder, errors } = props;
  return (
    <Form errors={errors} onSubmit={props.onCheck} aria-label="Match the columns">
      {props.savedPart > 0 && (
        <Note kind="caution" title="Not all of it was saved">
          <p>{props.problem ?? `${countOf(props.savedPart, target.label)} of this file are saved.`}</p>
          <Button size="small" isPending={props.isWorking} onPress={props.onUndoPart}>
            Undo the part that was saved
          </Button>
        </Note>
      )}
      {props.savedPart === 0 && props.problem !== null && (
        <div role="alert">
          <Note kind="caution" title="Not checked">
            {props.problem}
          </Note>
        </div>
      )}
      <Section title="Which column is which">
        <p>
          {countOf(table.rowCount, rowWords)} under the headings in row {table.headingRow}.{' '}
          {props.chosenOn === null
            ? 'Change what does not fit.'
            : `Columns as last time, ${formatDate(props.chosenOn)}. Change them below.`}{' '}
          Columns that you leave out are not read.
        </p>
        {table.hiddenRows > 0 && (
          <p>
            {countOf(table.hiddenRows, { one: 'row is', many: 'rows are' })} hidden in the sheet, and read
            too.
          </p>
        )}
        {table.sheets.length > 1 && (
          <div className={styles.sheet}>
            <Select
              name="sheet"
              label="Sheet"
              width="full"
              value={String(table.sheet)}
              onChange={(sheet) => props.onSheet(Number(sheet))}
              options={table.sheets.map(({ name, isHidden }, index) => ({
                value: String(index),
                label: isHidden ? `${name} (hidden)` : name,
              }))}
            />
          </div>
        )}
        <div className={styles.mapping}>
          {target.columns.map((column) => (
            <Select
              key={column.key}
              name={column.key}
              label={column.label}
              isOptional={!column.isRequired}
              width="full"
              value={String(mapping[column.key] ?? '')}
              error={errors.find(({ field }) => field === column.key)?.message}
              onChange={(value) =>
                props.onMapping({ ...mapping, [column.key]: value === '' ? null : Number(value) })
              }
              options={[
                { value: '', label: 'Not in this file' },
                ...table.headings.map((heading, index) => ({ value: String(index), label: heading })),
              ]}
            />
          ))}
          {target.columns.some(({ isDate }) => isDate === true) && (
            <Select
              name="dateOrder"
              label="Dates in this file"
              hint={dateOrder === 'day-first' ? undefined : 'Some dates here put the month first.'}
              width="full"
              value={dateOrder}
              onChange={(value) =>
                props.onDateOrder(
                  dateOrderOptions.find((option) => option.value === value)?.value ?? 'day-first',
                )
              }
              options={dateOrderOptions}
            />
          )}
        </div>
      </Section>
      <Sheet>
        <Preview table={table} />
      </Sheet>
      <FormActions>
        <Button type="submit" variant="primary" isPending={props.isWorking}>
          Check these rows
        </Button>
        <Button variant="quiet" onPress={props.onOtherFile}>
          Choose another file
        </Button>
      </FormActions>
    </Form>
  );
}
