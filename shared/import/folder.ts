/**
 * A folder of extracts, each brought in as the app would after its own guesses, with nobody there to change them:
 * people first, then what is about them. Nothing is stored; the records are handed back, and every row that is not
 * among them is listed.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';
import type { ImportFileError } from './file-errors';
import { planImportNow } from './plan';
import { recogniseExtract, type RecognisedExtract } from './recognise';
import { firstLines, type ParsedText } from './source-text';
import type { ImportPlan, ImportProblem, ImportTarget } from './target';
import { extractTargets, type ExtractKind, type ExtractTarget } from './targets/all';
import type { Result } from '@shared/kernel/result';

export interface FolderFile {
  readonly name: string;
  readonly content: Result<ParsedText, ImportFileError>;
}

export type ExtractRecords = { readonly [K in ExtractKind]: readonly StoredRecord<K>[] };

export interface RejectedRow {
  readonly file: string;
  /** The line of the file in which the row begins, from 1; null when it is about the whole file. */
  readonly line: number | null;
  readonly reason: string;
}

export interface FileOutcome {
  readonly file: string;
  /** Null: the file is no extract that is known, and nothing of it was taken. */
  readonly target: ExtractTarget | null;
  readonly isAnswers: boolean;
  readonly rows: number;
  readonly created: number;
  /** Rows that changed or repeated what an earlier file of the folder had said. */
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly unusedHeadings: readonly string[];
  /** Our columns that the file does not give. */
  readonly absentColumns: readonly string[];
  readonly notes: ImportPlan['notes'];
}

export interface FolderImport {
  readonly records: ExtractRecords;
  readonly files: readonly FileOutcome[];
  readonly rejected: readonly RejectedRow[];
}

export interface FolderRequest {
  readonly files: readonly FolderFile[];
  readonly today: LocalDate;
  readonly newId: () => RecordId;
  readonly fileErrorText: (error: ImportFileError) => string;
}

const nothingOf = (file: string, isAnswers: boolean): FileOutcome => ({
  file,
  target: null,
  isAnswers,
  rows: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  unusedHeadings: [],
  absentColumns: [],
  notes: {},
});

const unknownFile =
  'We do not know this list by its columns, so nothing of it was taken. Check that the headings are there';

/** Several things wrong with one row are said in one line. */
function rejectedRows(
  file: string,
  problems: readonly ImportProblem[],
  lineOf: (row: number) => number,
): RejectedRow[] {
  const byRow = new Map<number, string[]>();
  for (const { row, ownColumn, reason } of problems) {
    const said = ownColumn === '' ? reason : `${ownColumn}: ${reason}`;
    byRow.set(row, [...(byRow.get(row) ?? []), said]);
  }
  return [...byRow]
    .sort(([left], [right]) => left - right)
    .map(([row, reasons]) => ({ file, line: lineOf(row), reason: [...new Set(reasons)].join('; ') }));
}

function apply<K extends KindName>(
  kind: K,
  existing: readonly StoredRecord<K>[],
  plan: ImportPlan<K>,
  newId: () => RecordId,
): StoredRecord<K>[] {
  const changed = new Map<RecordId, RecordValue<K>>(plan.changed.map(({ id, value }) => [id, value]));
  return [
    ...existing.map((record) => {
      const value = changed.get(record.id);
      return value === undefined ? record : { ...record, revision: record.revision + 1, value };
    }),
    ...plan.created.map(({ value }): StoredRecord<K> => ({
      kind,
      id: newId(),
      revision: 1,
      savedAt: 0,
      value,
    })),
  ];
}

interface Extract extends Omit<RecognisedExtract, 'type'> {
  readonly file: string;
  readonly lines: readonly number[];
}

interface Brought<K extends KindName> {
  readonly records: readonly StoredRecord<K>[];
  readonly files: readonly FileOutcome[];
  readonly rejected: readonly RejectedRow[];
}

/** All files of one extract, one after the other: what an earlier one said is there for the next. */
function bringIn<K extends KindName>(
  target: ImportTarget<K>,
  extracts: readonly Extract[],
  people: readonly StoredRecord<'person'>[],
  before: readonly StoredRecord<K>[],
  request: FolderRequest,
): Brought<K> {
  let records = before;
  const files: FileOutcome[] = [];
  const rejected: RejectedRow[] = [];
  for (const { file, table, guess, lines, target: found } of extracts) {
    if (found.id !== target.id) continue;
    const plan = planImportNow({
      target,
      table,
      mapping: guess.mapping,
      dateOrder: guess.dateOrder,
      context: { today: request.today, people, existing: records },
    });
    records = apply(target.kind, records, plan, request.newId);
    const used = new Set(Object.values(guess.mapping));
    const again = plan.repeats.map(({ row, sameAs }): ImportProblem => ({
      row,
      column: '',
      ownColumn: '',
      reason: `This row says the same as line ${lines[sameAs - 1] ?? sameAs}, so it counts once`,
      value: '',
    }));
    const listed = rejectedRows(file, [...plan.problems, ...again], (row) => lines[row - 1] ?? row);
    rejected.push(...listed);
    files.push({
      file,
      target: found,
      isAnswers: false,
      rows: plan.rows,
      created: plan.created.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged,
      rejected: listed.length,
      unusedHeadings: table.headings.filter((_, index) => !used.has(index)),
      absentColumns: target.columns
        .filter(({ key }) => (guess.mapping[key] ?? null) === null)
        .map(({ label }) => label),
      notes: plan.notes,
    });
  }
  return { records, files, rejected };
}

function whyUnknown(between: readonly ExtractTarget[]): string {
  const names = between.map(({ label }) => label.many).join(' or ');
  return `By its columns this could be a list of ${names}, so nothing of it was taken`;
}

export function importFolder(request: FolderRequest): FolderImport {
  const extracts: Extract[] = [];
  const files: FileOutcome[] = [];
  const rejected: RejectedRow[] = [];
  const refuse = (file: string, reason: string): void => {
    files.push(nothingOf(file, false));
    rejected.push({ file, line: null, reason });
  };
  for (const { name, content } of request.files) {
    if (!content.ok) {
      refuse(name, request.fileErrorText(content.error));
      continue;
    }
    const found = recogniseExtract(content.value);
    if (found.type === 'extract') extracts.push({ ...found, file: name, lines: firstLines(content.value) });
    else if (found.type === 'answers') files.push(nothingOf(name, true));
    else if (found.type === 'no-table') refuse(name, request.fileErrorText(found.error));
    else if (found.type === 'ambiguous') refuse(name, whyUnknown(found.between));
    else if (found.nearest === null) refuse(name, unknownFile);
    else
      refuse(
        name,
        `This looks like a list of ${found.nearest.target.label.many}, but has no column for: ${found.nearest.missing.join(', ')}. Nothing of it was taken`,
      );
  }
  const [peopleTarget, absences, caseload, establishment, supervision, leavers, practiceTime] =
    extractTargets;
  const listed = bringIn(peopleTarget, extracts, [], [], request);
  const staff = bringIn(leavers, extracts, [], listed.records, request);
  const parts = {
    practiceTime: bringIn(practiceTime, extracts, staff.records, [], request),
    absences: bringIn(absences, extracts, staff.records, [], request),
    caseload: bringIn(caseload, extracts, staff.records, [], request),
    establishment: bringIn(establishment, extracts, staff.records, [], request),
    supervision: bringIn(supervision, extracts, staff.records, [], request),
  };
  const all = [
    listed,
    staff,
    parts.absences,
    parts.caseload,
    parts.establishment,
    parts.supervision,
    parts.practiceTime,
  ];
  return {
    records: {
      person: staff.records,
      absence: parts.absences.records,
      'caseload-count': parts.caseload.records,
      establishment: parts.establishment.records,
      'supervision-session': parts.supervision.records,
      'practice-time': parts.practiceTime.records,
    },
    files: [...all.flatMap((part) => part.files), ...files],
    rejected: [...all.flatMap((part) => part.rejected), ...rejected],
  };
}
