/**
 * Brings a file in, in three steps that are all said beforehand: choose the file, say which column is which,
 * check what would happen. Only the last button writes. Good rows are kept, bad rows are listed.
 */
import { useRef, type ReactNode } from 'react';
import { importLimits } from '@shared/import/file-errors';
import type { ImportPlan, ImportTarget } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { FileDrop, Note } from '../../ui';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import { sizeOfImport } from './commit-plan';
import { DoneStep } from './DoneStep';
import styles from './import.module.css';
import { Progress, stepNames, Steps } from './Steps';
import { useImport, type ChosenFile } from './use-import';

export interface ImportFlowProps<K extends KindName> {
  readonly target: ImportTarget<K>;
  /** Where to go when it is done, and what that button says. */
  readonly doneHref: string;
  readonly doneLabel: string;
  /** What the file is, and where people get it. */
  readonly hint?: ReactNode;
  readonly onDone?: ((plan: ImportPlan<K>) => void) | undefined;
}

const stepIndex = { file: 0, columns: 1, check: 2, done: 3 } as const;

export function ImportFlow<K extends KindName>(props: ImportFlowProps<K>) {
  const { target } = props;
  const stepHeading = useRef<HTMLDivElement>(null);
  // The step that opens is what should be read next.
  const focusStep = (): void => {
    requestAnimationFrame(() => {
      stepHeading.current?.focus();
      window.scrollTo(0, 0);
    });
  };
  const flow = useImport({ target, onDone: props.onDone, onStep: focusStep });
  const { at, work, problem } = flow;
  const chooseAgain = (): void => flow.goTo({ step: 'file' });

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
        <FileStep error={flow.fileError} hint={props.hint} onFile={(file) => void flow.chooseFile(file)} />
      )}
      {at.step === 'columns' && (
        <ColumnsStep
          target={target}
          table={at.table}
          mapping={flow.mapping}
          onMapping={flow.setMapping}
          dateOrder={flow.dateOrder}
          onDateOrder={flow.setDateOrder}
          chosenOn={flow.chosenOn}
          errors={flow.errors}
          isWorking={work !== null}
          problem={problem}
          savedPart={at.earlier === null ? 0 : sizeOfImport(at.earlier)}
          onUndoPart={() => void flow.undoPart(at)}
          onCheck={() => flow.check(at)}
          onSheet={(sheet) => void flow.chooseSheet(at, sheet)}
          onOtherFile={chooseAgain}
        />
      )}
      {at.step === 'check' && (
        <CheckStep
          target={target}
          plan={at.plan}
          isSaving={work !== null}
          error={problem}
          onBack={() => flow.goTo({ step: 'columns', table: at.table, earlier: at.earlier })}
          onBringIn={() => void flow.bringIn(at)}
          onSaveProblems={() => void flow.saveProblems(at.plan)}
        />
      )}
      {at.step === 'done' && (
        <DoneStep
          target={target}
          plan={at.plan}
          committed={at.committed}
          undone={at.undone}
          isWorking={work !== null}
          problem={problem}
          doneHref={props.doneHref}
          doneLabel={props.doneLabel}
          onUndo={() => void flow.undo(at)}
          onOtherFile={chooseAgain}
        />
      )}

      {work !== null && <Progress words={work.words} share={work.share} />}
    </div>
  );
}

function FileStep(props: {
  readonly error: string | null;
  readonly hint: ReactNode;
  readonly onFile: (file: ChosenFile) => void;
}) {
  return (
    <>
      {props.error !== null && (
        <div role="alert">
          <Note kind="caution" title="This file was not brought in">
            {props.error}
          </Note>
        </div>
      )}
      <FileDrop
        label="Choose a CSV or Excel (XLSX) file, or drop it here"
        hint={
          <>
            {props.hint} Up to {importLimits.rows.toLocaleString('en-GB')} rows and {importLimits.megabytes}{' '}
            MB. You see what would change before anything is saved.
          </>
        }
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        buttonLabel="Choose a file"
        onFile={props.onFile}
      />
    </>
  );
}
