/** The course of one import: which step it is at, and what each button does. Only `bringIn` and `undo` write. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DateOrder } from '@shared/import/cells';
import { guessColumns } from '@shared/import/guess';
import { knownHeadings } from '@shared/import/mapping';
import { planImport } from '@shared/import/plan';
import type { SourceTable } from '@shared/import/table';
import type { ColumnMapping, ImportPlan, ImportTarget } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { errorText } from '../../app/error-text';
import { desktop, useToday } from '../../platform';
import { useToast, type FormProblem } from '../../ui';
import { useRecords, useVault } from '../../vault';
import {
  commitPlan,
  joinImports,
  sizeOfImport,
  undoImport,
  type CommitError,
  type CommittedImport,
} from './commit-plan';
import { countOf, importFileErrorText } from './import-words';
import { mappingProblems } from './mapping-problems';
import { problemListCsv } from './problem-list';
import { nextTask, readCsv } from './read-csv';
import type { Work } from './Steps';

/** `earlier` is the part that was saved when a commit was refused on the way; it can still be undone. */
type Step<K extends KindName> =
  | { readonly step: 'file' }
  | { readonly step: 'columns'; readonly table: SourceTable; readonly earlier: CommittedImport | null }
  | {
      readonly step: 'check';
      readonly table: SourceTable;
      readonly plan: ImportPlan<K>;
      readonly earlier: CommittedImport | null;
    }
  | {
      readonly step: 'done';
      readonly plan: ImportPlan<K>;
      readonly committed: CommittedImport;
      readonly isUndone: boolean;
    };
type At<K extends KindName, S extends Step<K>['step']> = Extract<Step<K>, { step: S }>;

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
  const headings = useMemo(() => knownHeadings(target.columns), [target]);
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
    setProblem(null);
    onStep();
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
    const guess = guessColumns(target.columns, table.value);
    setMapping(guess.mapping);
    setDateOrder(guess.dateOrder);
    goTo({ step: 'columns', table: table.value, earlier: null });
  };

  const check = async ({ table, earlier }: At<K, 'columns'>): Promise<void> => {
    const problems = mappingProblems(target.columns, mapping);
    setErrors(problems);
    if (problems.length > 0) return;
    setWork({ words: 'Checking each row', share: 0 });
    // A row changes what it names and leaves the rest: for that the whole record has to be there.
    const found = await vault.whole(
      target.kind,
      vault.records(target.kind).map(({ id }) => id),
    );
    if (!found.ok) {
      setWork(null);
      setProblem(errorText(found.error));
      return;
    }
    const context = { today, people, existing: found.value };
    const steps = planImport({ target, table, mapping, dateOrder, context });
    let step = steps.next();
    while (step.done !== true) {
      setWork({ words: 'Checking each row', share: step.value });
      await nextTask();
      if (!isAlive.current) return;
      step = steps.next();
    }
    setWork(null);
    goTo({ step: 'check', table, plan: step.value, earlier });
  };

  const bringIn = async ({ table, plan, earlier }: At<K, 'check'>): Promise<void> => {
    setProblem(null);
    setWork({ words: 'Saving', share: null });
    const { committed, error } = await commitPlan(vault, target.kind, plan, (share) =>
      setWork({ words: 'Saving', share }),
    );
    setWork(null);
    const saved = joinImports(earlier, committed);
    // A big one leaves a journal that takes long to go through: not for the next unlock to find.
    void vault.care.compact();
    if (error === null) {
      onDone?.(plan);
      goTo({ step: 'done', plan, committed: saved, isUndone: false });
    } else if (sizeOfImport(committed) > 0) {
      goTo({ step: 'columns', table, earlier: saved });
      setProblem(
        `${errorText(error)} ${countOf(sizeOfImport(committed), target.label)} were saved before that. Check again to bring in the rest.`,
      );
    } else setProblem(errorText(error));
  };

  const takeBack = async (committed: CommittedImport) => {
    setProblem(null);
    setWork({ words: 'Undoing', share: null });
    const undone = await undoImport(vault, committed, (share) => setWork({ words: 'Undoing', share }));
    setWork(null);
    const left = sizeOfImport(undone.left);
    const wentBack = sizeOfImport(committed) - left;
    return { ...undone, words: undone.error === null ? null : undoWords(undone.error, wentBack, left) };
  };

  /** Nothing or a part went back: which, and why no more. */
  const undoWords = (error: CommitError, wentBack: number, left: number): string => {
    const isChangedSince = error.tag === 'RevisionConflict';
    if (wentBack === 0)
      return isChangedSince
        ? 'Some of these records have been changed since, so the import was not undone. Nothing was lost.'
        : errorText(error);
    const reason = isChangedSince ? 'Some of those have been changed since.' : errorText(error);
    return `${countOf(wentBack, target.label)} went back to how they were. ${countOf(left, target.label)} are still as the import left them. ${reason}`;
  };

  const undo = async (step: At<K, 'done'>): Promise<void> => {
    const { left, words } = await takeBack(step.committed);
    if (words === null) goTo({ ...step, isUndone: true });
    else {
      setAt({ ...step, committed: left });
      setProblem(words);
    }
  };

  const undoPart = async (step: At<K, 'columns'>): Promise<void> => {
    if (step.earlier === null) return;
    const { left, words } = await takeBack(step.earlier);
    if (words === null) {
      goTo({ ...step, earlier: null });
      toast({ text: 'Undone. Nothing of this file is saved now.' });
    } else {
      setAt({ ...step, earlier: left });
      setProblem(words);
    }
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
    work,
    fileError,
    errors,
    problem,
    chooseFile,
    check,
    bringIn,
    undo,
    undoPart,
    saveProblems,
  };
}
