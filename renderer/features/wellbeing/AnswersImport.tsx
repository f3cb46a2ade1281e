import { useState } from 'react';
import { answerColumns, namingColumns, planAnswers, type AnswersPlan } from '@shared/import/answers';
import { knownHeadings, missingColumns, suggestMapping } from '@shared/import/mapping';
import type { Instrument } from '@shared/instruments/instrument';
import type { AnswerSet } from '@shared/wellbeing/wave-rules';
import { importFileErrorText } from '../../records/import/import-words';
import { readCsv } from '../../records/import/read-csv';
import { Button, DataTable, FileDrop, Note } from '../../ui';
import { answerRange } from './rounds';
import styles from './wellbeing.module.css';

type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'plan'; readonly plan: AnswersPlan; readonly ignored: readonly string[] };

const problemsShown = 20;

/** Answers out of a CSV: one row a reply, one column an item. Good rows are kept, bad ones listed; nothing else is read. */
export function AnswersImport(props: {
  readonly instrument: Instrument;
  /** Answers in words why not, or null once stored. */
  readonly onAdd: (replies: readonly AnswerSet[]) => Promise<string | null>;
}) {
  const { instrument, onAdd } = props;
  const [reading, setReading] = useState<Reading>({ kind: 'none' });
  const [isAdding, setAdding] = useState(false);
  const { lowest, highest } = answerRange(instrument);

  async function read(bytes: Uint8Array): Promise<void> {
    const columns = answerColumns(instrument.itemCount);
    const table = await readCsv(bytes, knownHeadings(columns));
    if (!table.ok) {
      setReading({ kind: 'refused', text: importFileErrorText(table.error) });
      return;
    }
    const mapping = suggestMapping(columns, table.value);
    const missing = missingColumns(columns, mapping);
    if (missing.length > 0) {
      const named = missing
        .slice(0, 5)
        .map((column) => column.label)
        .join(', ');
      setReading({
        kind: 'refused',
        text: `The file has no column for ${named}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}. Nothing was changed. Head the columns Q1, Q2 and so on to Q${instrument.itemCount}.`,
      });
      return;
    }
    const plan = planAnswers({
      table: table.value,
      mapping,
      itemCount: instrument.itemCount,
      minimum: lowest,
      maximum: highest,
    });
    setReading({ kind: 'plan', plan, ignored: namingColumns(table.value) });
  }

  async function add(plan: AnswersPlan): Promise<void> {
    setAdding(true);
    const problem = await onAdd(plan.answerSets);
    setAdding(false);
    setReading(problem === null ? { kind: 'none' } : { kind: 'refused', text: problem });
  }

  return (
    <div className={styles.sides}>
      <FileDrop
        label="A CSV of answers"
        hint={`One row a reply, columns Q1 to Q${instrument.itemCount}. Other columns are not read. Drop it here, or choose it.`}
        accept=".csv,.txt,text/csv,text/plain"
        buttonLabel="Choose a file"
        onFile={(file) => {
          void read(file.bytes);
        }}
      />
      <div role="status">
        {reading.kind === 'refused' && <Note kind="caution">{reading.text}</Note>}
        {reading.kind === 'plan' && (
          <div className={styles.sides}>
            <Note
              kind={reading.plan.answerSets.length > 0 ? 'info' : 'caution'}
              title={`${reading.plan.answerSets.length} replies can be added`}
            >
              {reading.plan.problems.length > 0 &&
                `${new Set(reading.plan.problems.map((each) => each.row)).size} rows have a problem and are left out. `}
              {reading.plan.emptyRows > 0 && `${reading.plan.emptyRows} empty rows are left out. `}
              {reading.ignored.length > 0 &&
                'The file has columns that may say whose a reply is. They were not read. '}
              Nothing is saved yet.
            </Note>
            {reading.plan.problems.length > 0 && (
              <DataTable
                caption="Rows left out"
                columns={[
                  { key: 'row', label: 'Row' },
                  { key: 'column', label: 'Column' },
                  { key: 'reason', label: 'Reason' },
                ]}
                rows={reading.plan.problems.slice(0, problemsShown).map((problem) => ({
                  key: `${problem.row}-${problem.column}`,
                  cells: [String(problem.row), problem.column, problem.reason],
                }))}
              />
            )}
            {reading.plan.problems.length > problemsShown && (
              <p className={styles.muted}>And {reading.plan.problems.length - problemsShown} more.</p>
            )}
            <div className={styles.bar}>
              {reading.plan.answerSets.length > 0 && (
                <Button
                  variant="primary"
                  isPending={isAdding}
                  onPress={() => {
                    void add(reading.plan);
                  }}
                >
                  {`Add ${reading.plan.answerSets.length} replies`}
                </Button>
              )}
              <Button
                variant="quiet"
                onPress={() => {
                  setReading({ kind: 'none' });
                }}
              >
                Not now
              </Button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
