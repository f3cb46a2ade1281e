/**
 * From rows to a plan: what is new, what changes, what stays, and which rows have a problem. Nothing is
 * written here. The plan is made in steps (a generator), so that a window stays awake during a large file.
 */
import { recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import {
  plainWords,
  readChoice,
  readDate,
  readMonth,
  readNumber,
  readYesNo,
  tidyCell,
  type DateOrder,
} from './cells';
import type { SourceRow, SourceTable } from './table';
import type {
  ColumnMapping,
  ImportContext,
  ImportNote,
  ImportPlan,
  ImportProblem,
  ImportTarget,
  PlannedChange,
  PlannedNew,
  ReadRow,
  RowReader,
} from './target';

export interface PlanRequest<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly table: SourceTable;
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  readonly context: ImportContext<K>;
}

const stepRows = 250;
const maxValueShown = 120;

/** Rows that are no data: totals, repeated headings, lone lines above or below the table. */
function strayRowReason(row: SourceRow, table: SourceTable, mappedCount: number): string | null {
  const cells = row.cells.map(tidyCell).filter((cell) => cell !== '');
  if (cells.some((cell) => /^(grand |sub ?-? ?|overall )?totals?( [\p{L}]+)?( ?[:(].*)?$/iu.test(cell))) {
    return 'This looks like a total row, so it was left out';
  }
  const headings = new Set(table.headings.map(plainWords));
  if (cells.length > 1 && cells.every((cell) => headings.has(plainWords(cell))))
    return 'This row repeats the headings, so it was left out';
  if (cells.length === 1 && mappedCount > 2)
    return 'Only one cell is filled. It looks like a note, so it was left out';
  return null;
}

/** A column as the file's heading has it, and as we call it. */
function columnNames<K extends KindName>(
  { target, table, mapping }: PlanRequest<K>,
  key: string,
): Pick<ImportProblem, 'column' | 'ownColumn'> {
  const index = mapping[key] ?? null;
  const ownColumn = target.columns.find((own) => own.key === key)?.label ?? '';
  return { column: (index === null ? undefined : table.headings[index]) ?? ownColumn, ownColumn };
}

const wholeRow = { column: '', ownColumn: '', value: '' } as const;

interface RowSink {
  problems: ImportProblem[];
  notes: ImportNote[];
}

function createReader<K extends KindName>(request: PlanRequest<K>, row: SourceRow, sink: RowSink): RowReader {
  const { mapping, dateOrder } = request;
  const position = (key: string): number | null => mapping[key] ?? null;
  const cell = (key: string): string => {
    const index = position(key);
    return index === null ? '' : tidyCell(row.cells[index] ?? '');
  };
  const fail = (key: string, reason: string): null => {
    const value = cell(key).slice(0, maxValueShown);
    sink.problems.push({ ...columnNames(request, key), row: row.row, reason, value });
    return null;
  };
  const parsed = <T>(
    key: string,
    parse: (text: string) => { ok: true; value: T } | { ok: false; error: string },
  ): T | null => {
    const text = cell(key);
    if (text === '') return null;
    const result = parse(text);
    return result.ok ? result.value : fail(key, result.error);
  };
  return {
    isMapped: (key) => position(key) !== null,
    text: cell,
    requiredText: (key) => (cell(key) === '' ? fail(key, 'This cell is empty') : cell(key)),
    date: (key) => parsed(key, (text) => readDate(text, dateOrder)),
    month: (key) => parsed(key, (text) => readMonth(text, dateOrder)),
    number: (key) => parsed(key, readNumber),
    yesNo: (key) => parsed(key, readYesNo),
    choice: (key, words, reason) => {
      const text = cell(key);
      return text === '' ? null : (readChoice(text, words) ?? fail(key, reason));
    },
    fail,
    note: (kind) => sink.notes.push(kind),
  };
}

interface Candidate<K extends KindName> extends ReadRow<K> {
  readonly row: number;
  readonly fingerprint: string;
}

/** Key order does not count; record values are plain data. */
function fingerprint(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(fingerprint).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries
      .map(([key, part]) => `${JSON.stringify(key)}:${fingerprint(part)}`)
      .sort()
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

function listRows(rows: readonly number[]): string {
  const shown = rows.slice(0, 4).join(', ');
  return rows.length > 4 ? `${shown} and ${rows.length - 4} more` : shown;
}

/** Yields the share done (0 to 1) between steps and returns the plan. */
export function* planImport<K extends KindName>(request: PlanRequest<K>): Generator<number, ImportPlan<K>> {
  const { target, table, context } = request;
  const handler = target.begin(context);
  const mappedCount = Object.values(request.mapping).filter((index) => index !== null).length;
  const width = table.headings.length;
  const problems: ImportProblem[] = [];
  const notes: Partial<Record<ImportNote, number>> = {};
  const candidates: Candidate<K>[] = [];

  let done = 0;
  for (const row of table.rows) {
    done += 1;
    if (done % stepRows === 0) yield (done / table.rows.length) * 0.6;
    if (table.brokenAtRow !== null && row.row >= table.brokenAtRow) {
      problems.push({
        ...wholeRow,
        row: row.row,
        reason:
          'A quotation mark opens in this row and never closes, so the rest of the file could not be read',
      });
      break;
    }
    const stray = strayRowReason(row, table, mappedCount);
    if (stray !== null) {
      problems.push({ ...wholeRow, row: row.row, reason: stray });
      continue;
    }
    if (row.cells.slice(width).some((cell) => tidyCell(cell) !== '')) {
      problems.push({
        ...wholeRow,
        row: row.row,
        reason: 'This row has more cells than there are headings. A stray separator may have split one',
      });
      continue;
    }
    const sink: RowSink = { problems: [], notes: [] };
    const read = handler.read(createReader(request, row, sink));
    problems.push(...sink.problems);
    if (read === null || sink.problems.length > 0) continue;
    for (const note of sink.notes) notes[note] = (notes[note] ?? 0) + 1;
    candidates.push({ ...read, row: row.row, fingerprint: fingerprint(read.patch) });
  }

  const byKey = new Map<string, Candidate<K>[]>();
  const byWeakKey = new Map<string, Candidate<K>>();
  for (const candidate of candidates) {
    const group = byKey.get(candidate.key);
    if (group === undefined) byKey.set(candidate.key, [candidate]);
    else group.push(candidate);
    if (candidate.weakKey !== null && candidate.weakKey !== candidate.key)
      byWeakKey.set(candidate.weakKey, candidate);
  }

  const created: PlannedNew<K>[] = [];
  const changed: PlannedChange<K>[] = [];
  const claimed = new Map<string, number>();
  let unchanged = 0;
  let repeated = 0;
  done = 0;
  for (const group of byKey.values()) {
    done += 1;
    if (done % stepRows === 0) yield 0.6 + (done / byKey.size) * 0.4;
    const [first] = group;
    if (first === undefined) continue;
    const fail = (row: number, reason: string, ownColumn = ''): void => {
      problems.push({ row, column: ownColumn, ownColumn, reason, value: '' });
    };
    if (group.some((other) => other.fingerprint !== first.fingerprint)) {
      const rows = group.map(({ row }) => row);
      for (const { row } of group) {
        fail(row, `Rows ${listRows(rows)} ${target.doubled} but differ, so none of them was taken`);
      }
      continue;
    }
    const double = byWeakKey.get(first.key);
    if (double !== undefined && double.key !== first.key) {
      for (const { row } of group)
        fail(row, `Row ${double.row} looks like the same ${target.label.one}, with more detail`);
      continue;
    }
    repeated += group.length - 1;

    const match = handler.match(first);
    if (match.type === 'covered') {
      unchanged += 1;
      continue;
    }
    if (match.type === 'problem') {
      for (const { row } of group) fail(row, match.reason, match.column);
      continue;
    }
    const claim = match.type === 'new' ? undefined : claimed.get(match.record.id);
    if (claim !== undefined) {
      fail(first.row, `Row ${claim} is about the same ${target.label.one}`);
      continue;
    }
    const wanted: unknown =
      match.type === 'new'
        ? handler.complete(first.patch)
        : { ...((match.base ?? match.record.value) as object), ...first.patch };
    const parsed = recordKinds[target.kind].schema.safeParse(wanted);
    if (!parsed.success) {
      const seen = new Set<string>();
      for (const issue of parsed.error.issues) {
        const field = String(issue.path[0] ?? '');
        const key = target.columnOfField[field] ?? field;
        if (seen.has(key)) continue;
        seen.add(key);
        const index = request.mapping[key] ?? null;
        const source = table.rows.find(({ row }) => row === first.row);
        problems.push({
          ...columnNames(request, key),
          row: first.row,
          reason: issue.message,
          value: index === null ? '' : tidyCell(source?.cells[index] ?? '').slice(0, maxValueShown),
        });
      }
      continue;
    }
    // The kind's schema has just made this value.
    const value = parsed.data as RecordValue<K>;
    if (match.type === 'new') {
      created.push({ row: first.row, value });
      continue;
    }
    claimed.set(match.record.id, first.row);
    if (fingerprint(match.record.value) === fingerprint(value)) unchanged += 1;
    else
      changed.push({
        row: first.row,
        id: match.record.id,
        baseRevision: match.record.revision,
        before: match.record.value,
        value,
      });
  }

  problems.sort((left, right) => left.row - right.row);
  return {
    created,
    changed,
    unchanged,
    repeated,
    rows: table.rows.length,
    problems,
    problemRows: new Set(problems.map(({ row }) => row)).size,
    notes,
  };
}

/** The whole plan at once: for small files and tests. */
export function planImportNow<K extends KindName>(request: PlanRequest<K>): ImportPlan<K> {
  const steps = planImport(request);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
