/** What the import worker does: reads a file, keeps its rows, and plans what they would change. It writes nothing. */
import type { DateOrder } from '@shared/import/cells';
import { bestTable, tableOfSheet, type Source } from '@shared/import/choose-sheet';
import type { ImportFileError } from '@shared/import/file-errors';
import { guessColumns, type Guess } from '@shared/import/guess';
import { planImport } from '@shared/import/plan';
import type { SheetName } from '@shared/import/sheet-facts';
import type { SourceRow, SourceTable } from '@shared/import/table';
import type { ColumnMapping, ImportPlan, ImportTarget } from '@shared/import/target';
import { extractTargets } from '@shared/import/targets/all';
import type { LocalDate } from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';
import type { StoredRecord } from '@shared/vault/vault-api';
import { readSource } from './read-source';

/** What the page shows of a file. All of its rows stay in the worker. */
export interface TableSummary {
  readonly headings: readonly string[];
  readonly headingRow: number;
  readonly rowCount: number;
  readonly firstRows: readonly SourceRow[];
  /** Empty for a text file. */
  readonly sheets: readonly SheetName[];
  readonly sheet: number;
  readonly hiddenRows: number;
}

export interface OpenedFile {
  readonly table: TableSummary;
  readonly guess: Guess;
}

export interface PlanSettings {
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  readonly today: LocalDate;
}

/** The long lists of a plan, which go to the page in slices. */
export const planLists = ['created', 'changed', 'repeats', 'problems'] as const;
export type PlanList = (typeof planLists)[number];
export interface PlanHead extends Omit<ImportPlan, PlanList> {
  readonly counts: Readonly<Record<PlanList, number>>;
}

export type OnProgress = (share: number) => void;

export interface ImportDesk {
  open(
    targetId: string,
    bytes: Uint8Array,
    onProgress: OnProgress,
  ): Promise<Result<OpenedFile, ImportFileError>>;
  chooseSheet(sheet: number): Result<OpenedFile, ImportFileError>;
  /** Empties what was handed over for the plan before. */
  forget(): void;
  addPeople(people: readonly StoredRecord<'person'>[]): void;
  addExisting(existing: readonly StoredRecord[]): void;
  plan(settings: PlanSettings, onProgress: OnProgress): Result<PlanHead, ImportFileError>;
  part(list: PlanList, from: number, to: number): readonly unknown[];
}

const shownRows = 5;
const stopped = err({ tag: 'ReaderStopped' });

/** A message for each hundredth, not for each row. */
function seldom(onProgress: OnProgress): OnProgress {
  let last = 0;
  return (share) => {
    if (share < last + 0.01) return;
    last = share;
    onProgress(share);
  };
}

export function createImportDesk(): ImportDesk {
  let target: ImportTarget | null = null;
  let source: Source | null = null;
  let table: SourceTable | null = null;
  let people: StoredRecord<'person'>[] = [];
  let existing: StoredRecord[] = [];
  let planned: ImportPlan | null = null;

  const opened = (
    wanted: ImportTarget,
    read: Result<SourceTable, ImportFileError>,
  ): Result<OpenedFile, ImportFileError> => {
    if (!read.ok) return read;
    table = read.value;
    const { headings, headingRow, rows, sheets, sheet, facts } = read.value;
    return ok({
      table: {
        headings,
        headingRow,
        rowCount: rows.length,
        firstRows: rows.slice(0, shownRows),
        sheets,
        sheet,
        hiddenRows: facts?.hiddenRows ?? 0,
      },
      guess: guessColumns(wanted.columns, read.value),
    });
  };

  return {
    async open(targetId, bytes, onProgress) {
      const wanted: ImportTarget | undefined = extractTargets.find(({ id }) => id === targetId);
      if (wanted === undefined) throw new Error('There is no such list to bring in');
      target = wanted;
      table = null;
      planned = null;
      const read = await readSource(bytes, seldom(onProgress));
      if (!read.ok) return read;
      source = read.value;
      return opened(wanted, bestTable(source, wanted.columns));
    },
    chooseSheet: (sheet) =>
      target === null || source === null
        ? stopped
        : opened(target, tableOfSheet(source, sheet, target.columns)),
    forget() {
      people = [];
      existing = [];
      planned = null;
    },
    addPeople(more) {
      people = people.concat(more);
    },
    addExisting(more) {
      existing = existing.concat(more);
    },
    plan({ mapping, dateOrder, today }, onProgress) {
      if (target === null || table === null) return stopped;
      const tell = seldom(onProgress);
      const steps = planImport({ target, table, mapping, dateOrder, context: { today, people, existing } });
      let step = steps.next();
      while (step.done !== true) {
        tell(step.value);
        step = steps.next();
      }
      planned = step.value;
      const { created, changed, repeats, problems, ...head } = planned;
      return ok({
        ...head,
        counts: {
          created: created.length,
          changed: changed.length,
          repeats: repeats.length,
          problems: problems.length,
        },
      });
    },
    part: (list, from, to) => planned?.[list].slice(from, to) ?? [],
  };
}
