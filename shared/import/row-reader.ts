/** Reads the cells of one row under our own names of the columns; what cannot be read becomes a problem. */
import type { KindName } from '@shared/records/registry';
import { readChoice, readDate, readMonth, readOpenEnd, readYesNo, type DateOrder } from './cells';
import { readMinutes, readNumber, type DecimalMark } from './number-cells';
import { dayCell } from './sheet-rows';
import { shownCell } from './shown-cell';
import type { SourceRow, SourceTable } from './table';
import type {
  ColumnMapping,
  ImportContext,
  ImportNote,
  ImportProblem,
  ImportTarget,
  RowReader,
} from './target';

export interface PlanRequest<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly table: SourceTable;
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  readonly context: ImportContext<K>;
}

export const maxValueShown = 120;

/** A column as the file's heading has it, and as we call it. */
export function columnNames<K extends KindName>(
  { target, table, mapping }: PlanRequest<K>,
  key: string,
): Pick<ImportProblem, 'column' | 'ownColumn'> {
  const index = mapping[key] ?? null;
  const ownColumn = target.columns.find((own) => own.key === key)?.label ?? '';
  return { column: (index === null ? undefined : table.headings[index]) ?? ownColumn, ownColumn };
}

/** A name may be a word that means nothing elsewhere. */
const nameKeys = new Set(['name', 'firstName', 'lastName']);

export const wholeRow = { column: '', ownColumn: '', value: '' } as const;

export interface RowSink {
  problems: ImportProblem[];
  notes: ImportNote[];
}

export function createReader<K extends KindName>(
  request: PlanRequest<K>,
  decimalMark: DecimalMark,
  row: SourceRow,
  sink: RowSink,
): RowReader {
  const { mapping, dateOrder, table } = request;
  const position = (key: string): number | null => mapping[key] ?? null;
  const cell = (key: string): string => {
    const index = position(key);
    return index === null ? '' : shownCell(row.cells[index] ?? '', nameKeys.has(key));
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
    date: (key) => parsed(key, (text) => readDate(dayCell(text, table.facts), dateOrder)),
    month: (key) => parsed(key, (text) => readMonth(dayCell(text, table.facts), dateOrder)),
    openEnd: (key) => parsed(key, (text) => readOpenEnd(dayCell(text, table.facts), dateOrder)),
    number: (key) => parsed(key, (text) => readNumber(text, decimalMark)),
    minutes: (key) => parsed(key, (text) => readMinutes(text, decimalMark)),
    yesNo: (key) => parsed(key, readYesNo),
    choice: (key, words, reason) => {
      const text = cell(key);
      return text === '' ? null : (readChoice(text, words) ?? fail(key, reason));
    },
    fail,
    note: (kind) => sink.notes.push(kind),
  };
}
