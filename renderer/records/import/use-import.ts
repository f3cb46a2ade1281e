/** The course of one import: which step it is at, and what each button does. Only `bringIn` and `undo` write. */
import { useEffect, useRef, useState } from 'react';
import type { DateOrder } from '@shared/import/cells';
import type { ColumnMapping, ImportPlan, ImportTarget } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { errorText } from '../../app/error-text';
import type { LocalDate } from '@shared/kernel/local-date';
import { clock, desktop, useToday } from '../../platform';
import { useToast, type FormProblem } from '../../ui';
import { useRecords, useVault } from '../../vault';
import { commitPlan, sizeOfImport, type CommittedImport } from './commit-plan';
import { mappingWrites, staleRunWrites } from './import-record';
import { countOf, importFileErrorText } from './import-words';
import {
  createImportReader,
  type ImportReader,
  type OpenedFile,
  type TableSummary,
} from './import-worker-client';
import { mappingProblems } from './mapping-problems';
import { columnsOf, sheetOfLastTime, wholeExisting } from './opened-file';
import { problemListCsv } from './problem-list';
import type { Work } from './Steps';
import { takeBackImport } from './take-back';
import { stayed, takenBackText, wentBack } from './take-back-words';

/** `earlier` is the part that was saved when a commit was refused on the way; it can still be undone. */
type Step<K extends KindName> =
  | { readonly step: 'file' }
  | { readonly step: 'columns'; readonly table: TableSummary; readonly earlier: CommittedImport | null }
  | {
      readonly step: 'check';
      readonly table: TableSummary;
      readonly plan: ImportPlan<K>;
      readonly earlier: CommittedImport | null;
    }
  | {
      readonly step: 'done';
      readonly plan: ImportPlan<K>;
      readonly committed: CommittedImport;
      /** Null: it stands. Otherwise how far the undoing came, in words; `isWhole` when all of it went back. */
      readonly undone: Undone | null;
    };
type At<K extends KindName, S extends Step<K>['step']> = Extract<Step<K>, { step: S }>;

export interface Undone {
  readonly title: string;
  readonly isWhole: boolean;
  readonly words: string;
}

/** The name stays in the vault's list of imports and goes nowhere else. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportParts<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly onDone: ((plan: ImportPlan<K>) => void) | undefined;
  /** Called when another step has opened. */
  readonly onStep: () => void;
}

export function useImport<K extends KindName>({ target, onDone, onStep }: ImportParts<K>) {
  const vault = useVault();
  const toast = useToast();
  const today = useToday();
  const people = useRecords('person');
  const [at, setAt] = useState<Step<K>>({ step: 'file' });
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const [dateOrder, setDateOrder] = useState<DateOrder>('day-first');
  const [work, setWork] = useState<Work | null>(null);
  const [fileError, setFileError] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [fileName, setFileName] = useState('');
  /** The day on which these columns were chosen the last time; null when they are guessed. */
  const [chosenOn, setChosenOn] = useState<LocalDate | null>(null);
  const reader = useRef<ImportReader<K> | null>(null);
  const closeReader = (): void => {
    reader.current?.close();
    reader.current = null;
  };
  // What was read goes with the page, and with the keys.
  useEffect(() => {
    const stop = vault.clearOnLock(closeReader);
    return () => {
      stop();
      closeReader();
    };
  }, [vault]);
  const newReader = (): ImportReader<K> => {
    closeReader();
    const made = createImportReader(target);
    reader.current = made;
    return made;
  };

  const goTo = (step: Step<K>): void => {
    setAt(step);
    setErrors([]);
    setProblem(null);
    onStep();
  };

  const showColumns = (opened: OpenedFile): void => {
    const columns = columnsOf(vault, target, opened);
    setMapping(columns.mapping);
    setDateOrder(columns.dateOrder);
    setChosenOn(columns.chosenOn);
  };

  const chooseFile = async ({ name, bytes }: ChosenFile): Promise<void> => {
    setFileError(null);
    setFileName(name);
    setWork({ words: 'Reading the file', share: 0 });
    const current = newReader();
    const opened = await current.openFile(bytes, (share) => setWork({ words: 'Reading the file', share }));
    // The page was left, or another file chosen meanwhile.
    if (reader.current !== current) return;
    if (!opened.ok) {
      setWork(null);
      setFileError(importFileErrorText(opened.error));
      return;
    }
    const shown = await sheetOfLastTime(vault, target, current, opened.value);
    if (reader.current !== current) return;
    setWork(null);
    showColumns(shown);
    goTo({ step: 'columns', table: shown.table, earlier: null });
  };

  const chooseSheet = async (step: At<K, 'columns'>, sheet: number): Promise<void> => {
    const current = reader.current;
    if (current === null) return;
    setErrors([]);
    setProblem(null);
    setWork({ words: 'Reading the sheet', share: null });
    const opened = await current.chooseSheet(sheet);
    if (reader.current !== current) return;
    setWork(null);
    if (!opened.ok) {
      setProblem(importFileErrorText(opened.error));
      return;
    }
    showColumns(opened.value);
    // The focus stays where the sheet was chosen.
    setAt({ ...step, table: opened.value.table });
  };

  const check = async ({ table, earlier }: At<K, 'columns'>): Promise<void> => {
    const current = reader.current;
    const problems = mappingProblems(target.columns, mapping);
    setErrors(problems);
    if (problems.length > 0 || current === null) return;
    setProblem(null);
    setWork({ words: 'Checking each row', share: 0 });
    const existing = await wholeExisting(vault, target.kind);
    if (!existing.ok) {
      setWork(null);
      setProblem(errorText(existing.error));
      return;
    }
    const context = { today, people, existing: existing.value };
    const planned = await current.plan({ mapping, dateOrder, context }, (share) =>
      setWork({ words: 'Checking each row', share }),
    );
    if (reader.current !== current) return;
    setWork(null);
    if (planned.ok) goTo({ step: 'check', table, plan: planned.value, earlier });
    else setProblem(importFileErrorText(planned.error));
  };

  const bringIn = async ({ table, plan, earlier }: At<K, 'check'>): Promise<void> => {
    setProblem(null);
    setWork({ words: 'Saving', share: null });
    const now = clock.now();
    const { id: targetId, columns } = target;
    const confirmed = {
      targetId,
      columns,
      headings: table.headings,
      mapping,
      dateOrder,
      sheet: table.sheets[table.sheet]?.name ?? '',
      on: today,
    };
    const { committed, error } = await commitPlan(
      vault,
      {
        kind: target.kind,
        plan,
        head: {
          target: targetId,
          at: now,
          fileName: fileName.trim().slice(0, 200),
          leftOut: plan.problemRows,
        },
        earlier,
        also: [...mappingWrites(vault, confirmed), ...staleRunWrites(vault, now)],
      },
      (share) => setWork({ words: 'Saving', share }),
    );
    setWork(null);
    // A big one leaves a journal that takes long to go through: not for the next unlock to find.
    void vault.care.compact();
    const saved = sizeOfImport(committed) - (earlier === null ? 0 : sizeOfImport(earlier));
    if (error === null) onDone?.(plan);
    // Somebody who has gone to another page in the meantime stays there: what came of it is in the list of imports.
    if (reader.current === null) return;
    if (error === null) {
      goTo({ step: 'done', plan, committed, undone: null });
    } else if (saved > 0) {
      goTo({ step: 'columns', table, earlier: committed });
      setProblem(
        `${errorText(error)} ${countOf(saved, target.label)} were saved before that. Check again to bring in the rest.`,
      );
    } else setProblem(errorText(error));
  };

  /** Null when nothing was done at all; the problem then says why. */
  const takeBack = async ({ runId }: CommittedImport): Promise<Undone | null> => {
    setProblem(null);
    setWork({ words: 'Undoing', share: null });
    const answer = await takeBackImport(vault, runId, {
      now: clock.now(),
      onProgress: (share) => setWork({ words: 'Undoing', share }),
    });
    setWork(null);
    if (!answer.ok) {
      setProblem(errorText(answer.error));
      return null;
    }
    const { takenBack, error } = answer.value;
    const words = takenBackText(takenBack, target.label);
    const isWhole = error === null && stayed(takenBack) === 0;
    const part = wentBack(takenBack) === 0 ? 'Not undone' : 'Undone in part';
    return {
      title: isWhole ? 'The import is undone' : part,
      isWhole,
      words: error === null ? words : `${words} ${errorText(error)}`,
    };
  };

  const undo = async (step: At<K, 'done'>): Promise<void> => {
    const undone = await takeBack(step.committed);
    if (undone !== null) goTo({ ...step, undone });
  };

  const undoPart = async (step: At<K, 'columns'>): Promise<void> => {
    if (step.earlier === null) return;
    const undone = await takeBack(step.earlier);
    if (undone === null) return;
    goTo({ ...step, earlier: null });
    toast({ text: undone.isWhole ? 'Undone. Nothing of this file is saved now.' : undone.words });
  };

  const saveProblems = async (plan: ImportPlan<K>): Promise<void> => {
    const saved = await desktop['file.save']({
      suggestedName: 'rows-to-check.csv',
      bytes: problemListCsv(plan.problems),
    });
    if (saved.ok) toast({ text: 'List saved. It holds no cell of your file.' });
    else if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
  };

  return {
    at,
    goTo,
    mapping,
    setMapping,
    dateOrder,
    setDateOrder,
    chosenOn,
    work,
    fileError,
    errors,
    problem,
    chooseFile,
    chooseSheet,
    check,
    bringIn,
    undo,
    undoPart,
    saveProblems,
  };
}
