import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  answerColumns,
  cellWords,
  inOrderFrom,
  itemKey,
  mostDifferentCells,
  splitKey,
  type CellMeaning,
} from '@shared/import/answers';
import { Button, Form, FormActions, Note, Section, Select, type FormProblem } from '../../../ui';
import { sortedAnswers } from './entry';
import styles from './replies.module.css';
import {
  cellsOf,
  inReadingOrder,
  columnProblems,
  partCellsOf,
  withMapping,
  withMeaning,
  type TableContext,
  type TableReading,
} from './table-import';

export interface TableColumnsProps {
  readonly reading: TableReading;
  readonly context: TableContext;
  readonly onChange: (reading: TableReading) => void;
  readonly onCheck: () => void;
  readonly onOtherFile: () => void;
}

/** Which column is which item, and what the other tool's answers mean here. */
export function TableColumns(props: TableColumnsProps) {
  const { reading, context, onChange, onCheck, onOtherFile } = props;
  const { table, mapping } = reading;
  const { split } = context;
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const columns = answerColumns(context.instrument.itemCount);
  const headings = table.headings.map((heading, index) => ({ value: String(index), label: heading }));
  const unmapped = columns.filter(({ key }) => (mapping[key] ?? null) === null).length;
  const map = (next: TableReading['mapping']): void => {
    onChange(withMapping(reading, next, context));
  };
  const errorAt = (field: string): string | undefined =>
    errors.find((problem) => problem.field === field)?.message;

  return (
    <Form
      errors={errors}
      aria-label="Say what is in the file"
      onSubmit={() => {
        const problems = columnProblems(reading, context);
        setErrors(problems);
        if (problems.length === 0) onCheck();
      }}
    >
      <Section title="Which column is which">
        <p>
          {unmapped === 0
            ? `Every item has a column, from “${table.headings[mapping[itemKey(1)] ?? 0] ?? ''}” on. Columns that are left out are not read.`
            : `${unmapped} of ${columns.length} items have no column yet. Do they stand side by side? Then say where item 1 is.`}
        </p>
        <Select
          label="Items in order, item 1 in"
          name="order"
          isOptional
          value={orderOf(reading, columns.length)}
          onChange={(value) => {
            if (value === '') return;
            map({ ...mapping, ...inOrderFrom(table, columns.length, Number(value)) });
          }}
          options={[{ value: '', label: 'As chosen below' }, ...headings]}
        />
        <details className={styles.fold} open={unmapped > 0 || errors.length > 0 ? true : undefined}>
          <summary>
            The column of each item <ChevronDown aria-hidden="true" />
          </summary>
          <div className={styles.mapping}>
            {columns.map(({ key, label }) => (
              <Select
                key={key}
                label={label}
                name={key}
                width="full"
                value={String(mapping[key] ?? '')}
                error={errorAt(key)}
                onChange={(value) => {
                  map({ ...mapping, [key]: value === '' ? null : Number(value) });
                }}
                options={[{ value: '', label: 'No column yet' }, ...headings]}
              />
            ))}
          </div>
        </details>
        {split !== null && (
          <Select
            label={split.question}
            name={splitKey}
            isOptional
            value={String(mapping[splitKey] ?? '')}
            onChange={(value) => {
              map({ ...mapping, [splitKey]: value === '' ? null : Number(value) });
            }}
            options={[{ value: '', label: 'Not in this file' }, ...headings]}
          />
        )}
      </Section>
      <Meanings
        title="What each answer means"
        cells={cellsOf(reading, context)}
        meaningOf={(cell) => reading.meanings.get(cellWords(cell))}
        options={sortedAnswers(context.instrument).map((value) => ({ value, label: String(value) }))}
        onChange={(cell, meaning) => {
          onChange({ ...reading, meanings: withMeaning(reading.meanings, cell, meaning) });
        }}
      />
      {split !== null && (
        <Meanings
          title="What each part is called"
          cells={partCellsOf(reading)}
          meaningOf={(cell) => reading.parts.get(cellWords(cell))}
          options={split.options.map((label, value) => ({ value, label }))}
          onChange={(cell, meaning) => {
            onChange({ ...reading, parts: withMeaning(reading.parts, cell, meaning) });
          }}
        />
      )}
      <FormActions>
        <Button type="submit" variant="primary">
          Check these rows
        </Button>
        <Button variant="quiet" onPress={onOtherFile}>
          Choose another file
        </Button>
      </FormActions>
    </Form>
  );
}

/** Where item 1 is, when the others follow it; as long as that is so the list says it. */
function orderOf({ table, mapping }: TableReading, itemCount: number): string {
  const first = mapping[itemKey(1)] ?? null;
  if (first === null) return '';
  const inOrder = Object.entries(inOrderFrom(table, itemCount, first));
  return inOrder.every(([key, place]) => (mapping[key] ?? null) === place) ? String(first) : '';
}

function Meanings(props: {
  readonly title: string;
  readonly cells: readonly string[];
  readonly meaningOf: (cell: string) => CellMeaning | undefined;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly onChange: (cell: string, meaning: CellMeaning) => void;
}) {
  const { title, cells, meaningOf, options, onChange } = props;
  if (cells.length === 0) return null;
  if (cells.length > mostDifferentCells) {
    return (
      <Section title={title}>
        <Note kind="caution" title="These columns hold too many different things">
          There are {cells.length}. A question with free text may be among the items: check the columns.
        </Note>
      </Section>
    );
  }
  return (
    <Section title={title}>
      <p>
        What the file says, and what it counts as here. Look twice: the other tool may count from another
        number.
      </p>
      <div className={styles.mapping}>
        {inReadingOrder(cells).map((cell) => (
          <Select
            key={cell}
            label={`“${cell}”`}
            name={`means-${cell}`}
            width="full"
            value={String(meaningOf(cell) ?? 'unknown')}
            onChange={(value) => {
              onChange(cell, value === 'blank' || value === 'unknown' ? value : Number(value));
            }}
            options={[
              ...options.map(({ value, label }) => ({ value: String(value), label })),
              { value: 'blank', label: 'Nothing answered' },
              { value: 'unknown', label: 'No answer of this measure' },
            ]}
          />
        ))}
      </div>
    </Section>
  );
}
