/** Reading answers out of another tool's table: what is guessed, and what somebody has to say. Pure. */
import {
  answerColumns,
  cellWords,
  differentCells,
  itemKey,
  splitKey,
  suggestAnswers,
  suggestMeaning,
  suggestPart,
  type AnswerWords,
  type CellMeaning,
  type CellMeanings,
} from '@shared/import/answers';
import type { SourceTable } from '@shared/import/table';
import type { ColumnMapping } from '@shared/import/target';
import type { Instrument } from '@shared/instruments/instrument';
import type { FormSplit, FormWording } from '@shared/survey/survey-form';
import { mappingProblems } from '../../../records/import/mapping-problems';
import type { FormProblem } from '../../../ui';
import { sortedAnswers } from './entry';

export interface TableReading {
  readonly table: SourceTable;
  readonly mapping: ColumnMapping;
  readonly meanings: CellMeanings;
  readonly parts: CellMeanings;
}

export interface TableContext {
  readonly instrument: Instrument;
  readonly split: FormSplit | null;
  readonly wording: FormWording | null;
}

/** Words that two sets of answers use for different numbers mean neither. */
function answerWords({ instrument, wording }: TableContext): AnswerWords {
  const options = [
    ...instrument.responseOptions.map(({ value, label }) => ({ value, text: label })),
    ...(wording?.answers.flatMap((set) => set.options) ?? []),
  ];
  const texts = new Map<string, number>();
  const unclear = new Set<string>();
  for (const { value, text } of options) {
    const words = cellWords(text);
    if (texts.has(words) && texts.get(words) !== value) unclear.add(words);
    texts.set(words, value);
  }
  for (const words of unclear) texts.delete(words);
  return { allowed: sortedAnswers(instrument), notApplicable: instrument.notApplicable, texts };
}

function itemPlaces(mapping: ColumnMapping, itemCount: number): readonly number[] {
  return Array.from({ length: itemCount }, (_, index) => mapping[itemKey(index + 1)] ?? null).filter(
    (place) => place !== null,
  );
}

/** What stands in the columns of the items, or of the parts, as it stands there. */
export function cellsOf(reading: TableReading, { instrument }: TableContext): readonly string[] {
  return differentCells(reading.table, itemPlaces(reading.mapping, instrument.itemCount));
}
export function partCellsOf({ table, mapping }: TableReading): readonly string[] {
  const place = mapping[splitKey] ?? null;
  return place === null ? [] : differentCells(table, [place]);
}

/** With other columns come other cells; what somebody said of one stays. */
export function withMapping(
  reading: TableReading,
  mapping: ColumnMapping,
  context: TableContext,
): TableReading {
  const changed = { ...reading, mapping };
  const words = answerWords(context);
  const meanings = new Map(reading.meanings);
  for (const cell of cellsOf(changed, context)) {
    const key = cellWords(cell);
    if (!meanings.has(key)) meanings.set(key, suggestMeaning(cell, words));
  }
  const parts = new Map(reading.parts);
  for (const cell of partCellsOf(changed)) {
    const key = cellWords(cell);
    if (!parts.has(key)) parts.set(key, suggestPart(cell, context.split?.options ?? []));
  }
  return { ...changed, meanings, parts };
}

export function beginReading(table: SourceTable, context: TableContext): TableReading {
  const { instrument, split } = context;
  const mapping = suggestAnswers(table, instrument.itemCount, split?.question ?? '');
  return withMapping({ table, mapping: {}, meanings: new Map(), parts: new Map() }, mapping, context);
}

const namedProblems = 5;

/** Columns that are missing or stand for two items; the first few by name. */
export function columnProblems(reading: TableReading, { instrument }: TableContext): readonly FormProblem[] {
  const all = mappingProblems(answerColumns(instrument.itemCount), reading.mapping);
  const more = all.length - namedProblems;
  return more <= 0
    ? all
    : [...all.slice(0, namedProblems), { field: '', message: `${more} more items need a column` }];
}

/** Numbers of the measure that stand there as they are need nobody's eye; anything else does. */
export function isPlain(reading: TableReading, context: TableContext): boolean {
  const isNumber = (cell: string): boolean =>
    /^\d{1,3}$/u.test(cell) && reading.meanings.get(cellWords(cell)) === Number(cell);
  return (
    columnProblems(reading, context).length === 0 &&
    context.split === null &&
    cellsOf(reading, context).every(isNumber)
  );
}

/** Numbers first, then words. */
export function inReadingOrder(cells: readonly string[]): readonly string[] {
  return [...cells].sort((left, right) => left.localeCompare(right, 'en-GB', { numeric: true }));
}

export function withMeaning(meanings: CellMeanings, cell: string, meaning: CellMeaning): CellMeanings {
  return new Map(meanings).set(cellWords(cell), meaning);
}
