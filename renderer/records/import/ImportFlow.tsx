/**
 * Brings a file in, in three steps that are all said beforehand: choose the file, say which column is which,
 * check what would happen. Only the last button writes. Good rows are kept, bad rows are listed.
 */
import { Check } from 'lucide-react';
import Papa from 'papaparse';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { tidyCell, type DateOrder } from '@shared/import/cells';
import { importLimits } from '@shared/import/file-errors';
import { knownHeadings, missingColumns, suggestDateOrder, suggestMapping } from '@shared/import/mapping';
import { planImport, type PlanRequest } from '@shared/import/plan';
import type { SourceTable } from '@shared/import/table';
import type { ColumnMapping, ImportPlan, ImportTarget } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { errorText } from '../../app/error-text';
import { desktop, useToday } from '../../platform';
import {
  Button,
  DataTable,
  Figure,
  FigureRow,
  FileDrop,
  Form,
  FormActions,
  LinkButton,
  Note,
  Section,
  Select,
  Sheet,
  useSlow,
  useToast,
  type FormProblem,
} from '../../ui';
import { useRecords, useVault } from '../../vault';
import { commitPlan, undoImport, type CommittedImport } from './commit-plan';
import styles from './import.module.css';
import { countOf, importFileErrorText } from './import-words';
import { nextTask, readCsv } from './read-csv';

export interface ImportFlowProps<K extends KindName> {
  readonly target: ImportTarget<K>;
  /** Where to go when it is done, and what that button says. */
  readonly doneHref: string;
  readonly doneLabel: string;
  /** What the file is, and where people get it. */
  readonly hint?: ReactNode;
  readonly onDone?: ((plan: ImportPlan<K>) => void) | undefined;
}

type Step<K extends KindName> =
  | { readonly step: 'file' }
  | { readonly step: 'columns'; readonly table: SourceTable }
  | { readonly step: 'check'; readonly table: SourceTable; readonly plan: ImportPlan<K> }
  | {
      readonly step: 'done';
      readonly plan: ImportPlan<K>;
      readonly committed: CommittedImport;
      readonly isUndone: boolean;
    };

const previewRows = 5;
const previewColumns = 12;
const listedProblems = 100;
const stepNames = ['Choose a file', 'Match the columns', 'Check', 'Done'] as const;
const stepIndex = { file: 0, columns: 1, check: 2, done: 3 } as const;
const rowWords = { one: 'row', many: 'rows' };

const dateOrderOptions = [
  { value: 'day-first', label: 'Day first, like 24/11/2026' },
  { value: 'month-first', label: 'Month first, like 11/24/2026' },
  { value: 'mixed', label: 'Both: leave out the unclear ones' },
] as const;

function Steps(props: { readonly at: number }) {
  return (
    <ol className={styles.steps} aria-label="Steps">
      {stepNames.map((name, index) => (
        <li
          key={name}
          aria-current={index === props.at ? 'step' : undefined}
          className={index < props.at ? styles.done : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {index < props.at ? <Check /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}

function Progress(props: { readonly words: string; readonly share: number }) {
  const isSlow = useSlow(true);
  return (
    <div className={styles.progress} role="status">
      {isSlow && (
        <>
          <span>{props.words}</span>
          <progress max={1} value={props.share} aria-label={props.words} />
        </>
      )}
    </div>
  );
}

/** The first rows, as they stand in the file, so that a wrong guess is seen. */
function Preview(props: { readonly table: SourceTable }) {
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
        rows={table.rows.slice(0, previewRows).map((row) => ({
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

export function ImportFlow<K extends KindName>(props: ImportFlowProps<K>) {
  const { target } = props;
  const vault = useVault();
  const toast = useToast();
  const today = useToday();
  const people = useRecords('person');
  const existing = useRecords(target.kind);
  const [at, setAt] = useState<Step<K>>({ step: 'file' });
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const [dateOrder, setDateOrder] = useState<DateOrder>('day-first');
  const [work, setWork] = useState<{ readonly words: string; readonly share: number } | null>(null);
  const [fileError, setFileError] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [commitError, setCommitError] = useState<string | null>(null);
  const headings = useMemo(() => knownHeadings(target.columns), [target]);
  const stepHeading = useRef<HTMLDivElement>(null);
  const isAlive = useRef(true);
  useEffect(() => {
    isAlive.current = true;
    return () => {
      isAlive.current = false;
    };
  }, []);

  const goTo = (step: Step<K>): void => {
    setAt(step);
    setErrors([]);
    setCommitError(null);
    // The step that opens is what should be read next.
    requestAnimationFrame(() => {
      stepHeading.current?.focus();
      window.scrollTo(0, 0);
    });
  };

  const chooseFile = async (bytes: Uint8Array): Promise<void> => {
    setFileError(null);
    setWork({ words: 'Reading the file', share: 0 });
    const table = await readCsv(bytes, headings, (share) => setWork({ words: 'Reading the file', share }));
    setWork(null);
    if (!isAlive.current) return;
    if (!table.ok) {
      setFileError(importFileErrorText(table.error));
      return;
    }
    const suggested = suggestMapping(target.columns, table.value);
    setMapping(suggested);
    setDateOrder(suggestDateOrder(target.columns, table.value, suggested));
    goTo({ step: 'columns', table: table.value });
  };

  const check = async (table: SourceTable): Promise<void> => {
    const missing = missingColumns(target.columns, mapping);
    const used = new Map<number, string>();
    const problems: FormProblem[] = missing.map((column) => ({
      field: column.key,
      message: `Choose the column for ${column.label.toLowerCase()}`,
    }));
    for (const column of target.columns) {
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
    setErrors(problems);
    if (problems.length > 0) return;
    const request: PlanRequest<K> = {
      target,
      table,
      mapping,
      dateOrder,
      context: { today, people, existing },
    };
    setWork({ words: 'Checking each row', share: 0 });
    const steps = planImport(request);
    let step = steps.next();
    while (step.done !== true) {
      setWork({ words: 'Checking each row', share: step.value });
      await nextTask();
      if (!isAlive.current) return;
      step = steps.next();
    }
    setWork(null);
    goTo({ step: 'check', table, plan: step.value });
  };

  const bringIn = async (table: SourceTable, plan: ImportPlan<K>): Promise<void> => {
    setCommitError(null);
    setWork({ words: 'Saving', share: 0 });
    const { committed, error } = await commitPlan(vault, target.kind, plan, (share) =>
      setWork({ words: 'Saving', share }),
    );
    setWork(null);
    if (error !== null) {
      const savedCount = committed.created.length + committed.changed.length;
      const part =
        savedCount > 0
          ? ` ${countOf(savedCount, target.label)} were saved before that. Check again to bring in the rest.`
          : '';
      setCommitError(`${errorText(error)}${part}`);
      if (savedCount > 0) setAt({ step: 'columns', table });
      return;
    }
    props.onDone?.(plan);
    goTo({ step: 'done', plan, committed, isUndone: false });
  };

  const undo = async (step: Extract<Step<K>, { step: 'done' }>): Promise<void> => {
    const undone = await undoImport(vault, step.committed);
    if (undone.ok) goTo({ ...step, isUndone: true });
    else
      setCommitError(
        undone.error.tag === 'RevisionConflict'
          ? 'Some of these records have been changed since, so the import was not undone. Nothing was lost.'
          : errorText(undone.error),
      );
  };

  const saveProblems = async (plan: ImportPlan<K>): Promise<void> => {
    // Rows, columns and reasons only: what the cells held stays on the screen.
    const csv = Papa.unparse(
      {
        fields: ['Row', 'Column', 'What to do'],
        data: plan.problems.map(({ row, column, reason }) => [String(row), column, reason]),
      },
      { escapeFormulae: true, newline: '\r\n' },
    );
    const saved = await desktop['file.save']({
      suggestedName: 'rows-to-check.csv',
      bytes: new TextEncoder().encode(`\uFEFF${csv}`),
    });
    if (saved.ok) toast({ text: 'List saved. It holds no cell of your file.' });
    else if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
  };

  return (
    <div
      ref={stepHeading}
      tabIndex={-1}
      role="group"
      aria-label={`Step ${stepIndex[at.step] + 1} of 4: ${stepNames[stepIndex[at.step]]}`}
      className={styles.flow}
    >
      <Steps at={stepIndex[at.step]} />

      {at.step === 'file' && (
        <>
          {fileError !== null && (
            <div role="alert">
              <Note kind="caution" title="This file was not brought in">
                {fileError}
              </Note>
            </div>
          )}
          <FileDrop
            label="Choose a CSV file, or drop it here"
            hint={
              <>
                {props.hint} Up to {importLimits.rows.toLocaleString('en-GB')} rows and{' '}
                {importLimits.megabytes} MB. You see what would change before anything is saved.
              </>
            }
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            buttonLabel="Choose a file"
            onFile={({ bytes }) => void chooseFile(bytes)}
          />
        </>
      )}

      {at.step === 'columns' && (
        <Form errors={errors} onSubmit={() => check(at.table)} aria-label="Match the columns">
          {commitError !== null && (
            <Note kind="caution" title="Not all of it was saved">
              {commitError}
            </Note>
          )}
          <Section title="Which column is which">
            <p>
              {countOf(at.table.rows.length, rowWords)} under the headings in row {at.table.headingRow}.
              Change what does not fit. Columns that you leave out are not read.
            </p>
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
                    setMapping({ ...mapping, [column.key]: value === '' ? null : Number(value) })
                  }
                  options={[
                    { value: '', label: 'Not in this file' },
                    ...at.table.headings.map((heading, index) => ({ value: String(index), label: heading })),
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
                    setDateOrder(
                      dateOrderOptions.find((option) => option.value === value)?.value ?? 'day-first',
                    )
                  }
                  options={dateOrderOptions}
                />
              )}
            </div>
          </Section>
          <Sheet>
            <Preview table={at.table} />
          </Sheet>
          <FormActions>
            <Button type="submit" variant="primary" isPending={work !== null}>
              Check these rows
            </Button>
            <Button variant="quiet" onPress={() => goTo({ step: 'file' })}>
              Choose another file
            </Button>
          </FormActions>
        </Form>
      )}

      {at.step === 'check' && (
        <CheckStep
          target={target}
          plan={at.plan}
          isSaving={work !== null}
          error={commitError}
          onBack={() => goTo({ step: 'columns', table: at.table })}
          onBringIn={() => void bringIn(at.table, at.plan)}
          onSaveProblems={() => void saveProblems(at.plan)}
        />
      )}

      {at.step === 'done' && (
        <>
          {at.isUndone ? (
            <Note kind="good" title="The import is undone">
              Everything is as it was before. You can bring the file in again.
            </Note>
          ) : (
            <Note kind="good" title={doneTitle(target, at.plan)}>
              {at.plan.changed.length > 0 && at.plan.created.length > 0 && (
                <p>{countOf(at.plan.changed.length, target.label)} already here were brought up to date.</p>
              )}
              {at.plan.problemRows > 0 && (
                <p>
                  {countOf(at.plan.problemRows, rowWords)} were left out. Put them right in the file and bring
                  it in again: nothing will be doubled.
                </p>
              )}
              <p>
                Saved on this laptop, encrypted. The file you chose was not changed. Delete it if you no
                longer need it.
              </p>
            </Note>
          )}
          {commitError !== null && (
            <Note kind="caution" title="Not undone">
              {commitError}
            </Note>
          )}
          <div className={styles.actions}>
            <LinkButton href={props.doneHref} variant="primary">
              {props.doneLabel}
            </LinkButton>
            {!at.isUndone && at.plan.created.length + at.plan.changed.length > 0 && (
              <Button onPress={() => void undo(at)}>Undo this import</Button>
            )}
            <Button variant="quiet" onPress={() => goTo({ step: 'file' })}>
              Bring in another file
            </Button>
          </div>
        </>
      )}

      {work !== null && <Progress words={work.words} share={work.share} />}
    </div>
  );
}

function doneTitle<K extends KindName>(target: ImportTarget<K>, plan: ImportPlan<K>): string {
  if (plan.created.length > 0) return `${countOf(plan.created.length, target.label)} brought in`;
  if (plan.changed.length > 0) return `${countOf(plan.changed.length, target.label)} brought up to date`;
  return 'Nothing to bring in';
}

interface CheckStepProps<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly plan: ImportPlan<K>;
  readonly isSaving: boolean;
  readonly error: string | null;
  readonly onBack: () => void;
  readonly onBringIn: () => void;
  readonly onSaveProblems: () => void;
}

function CheckStep<K extends KindName>(props: CheckStepProps<K>) {
  const { target, plan, error } = props;
  const total = plan.created.length + plan.changed.length;
  const shown = plan.problems.slice(0, listedProblems);
  const turned = plan.notes['name-turned-round'] ?? 0;
  return (
    <>
      {error !== null && (
        <div role="alert">
          <Note kind="caution" title="Not brought in yet">
            {error}
          </Note>
        </div>
      )}
      <FigureRow>
        <Figure label="New" value={plan.created.length} />
        <Figure label="Changed" value={plan.changed.length} />
        <Figure label="Already the same" value={plan.unchanged} />
        <Figure
          label="Rows left out"
          value={plan.problemRows}
          detail={`of ${countOf(plan.rows, rowWords)}`}
        />
      </FigureRow>
      {(plan.changed.length > 0 || plan.repeated > 0 || turned > 0) && (
        <Note kind="info">
          {plan.changed.length > 0 && <p>Empty cells in the file never wipe what is recorded here.</p>}
          {plan.repeated > 0 && (
            <p>{countOf(plan.repeated, rowWords)} said the same as another row, and count once.</p>
          )}
          {turned > 0 && (
            <p>
              {countOf(turned, { one: 'name', many: 'names' })} stood last name first and will be turned
              round.
            </p>
          )}
        </Note>
      )}
      {plan.problems.length > 0 && (
        <Section
          title={`${countOf(plan.problemRows, rowWords)} to put right`}
          action={
            <Button size="small" variant="quiet" onPress={props.onSaveProblems}>
              Save this list
            </Button>
          }
        >
          <p>
            These rows will be left out. The others can be brought in now. Row 1 is the first row of the file.
          </p>
          <Sheet>
            <DataTable
              caption="Rows that will be left out"
              isCaptionHidden
              columns={[
                { key: 'row', label: 'Row' },
                { key: 'column', label: 'Column' },
                { key: 'reason', label: 'What to put right' },
                { key: 'value', label: 'In the file' },
              ]}
              rows={shown.map((problem, index) => ({
                key: String(index),
                cells: [
                  problem.row,
                  problem.column === '' ? 'Whole row' : problem.column,
                  problem.reason,
                  <span key="value" className={styles.value}>
                    {problem.value}
                  </span>,
                ],
              }))}
            />
          </Sheet>
          {plan.problems.length > shown.length && (
            <p className={styles.more}>
              And {countOf(plan.problems.length - shown.length, { one: 'more', many: 'more' })}. Save the list
              to see them all.
            </p>
          )}
        </Section>
      )}
      {total === 0 && plan.problems.length === 0 && (
        <Note kind="good" title="Everything in this file is already here" />
      )}
      <div className={styles.actions}>
        {total > 0 && (
          <Button variant="primary" isPending={props.isSaving} pendingText="Saving" onPress={props.onBringIn}>
            {plan.created.length > 0
              ? `Bring in ${countOf(total, target.label)}`
              : `Update ${countOf(total, target.label)}`}
          </Button>
        )}
        <Button variant={total > 0 ? 'quiet' : 'primary'} onPress={props.onBack}>
          Back to the columns
        </Button>
      </div>
    </>
  );
}
