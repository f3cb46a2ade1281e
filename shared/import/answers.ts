/**
 * Answer sets of a questionnaire by item number: one row a reply, no names. They become part of one wave,
 * so this is no record target: the wellbeing place puts the sets into the wave it is entering.
 */
import { plainWords, tidyCell } from './cells';
import { knownHeadings, suggestMapping } from './mapping';
import { readNumber } from './number-cells';
import type { SourceTable } from './table';
import type { ColumnMapping, ImportColumn, ImportProblem } from './target';

/** What a cell of the file means: an answer, nothing answered, or nothing that can be read. */
export type CellMeaning = number | 'blank' | 'unknown';

/** By what the cell says, in plain words; what is not in it is taken as it stands. */
export type CellMeanings = ReadonlyMap<string, CellMeaning>;

export interface AnswersRequest {
  readonly table: SourceTable;
  readonly mapping: ColumnMapping;
  readonly itemCount: number;
  readonly allowed: readonly number[];
  readonly meanings?: CellMeanings;
  /** Which part of the service: places among the options, the first is 0. */
  readonly split?: { readonly meanings: CellMeanings } | null;
}

export interface AnswerRow {
  /** Item 1 first, null = not answered. */
  readonly answers: readonly (number | null)[];
  readonly split: number | null;
}

export interface AnswersPlan {
  /** In no order that says whose they are: sorted. */
  readonly replies: readonly AnswerRow[];
  readonly emptyRows: number;
  readonly problems: readonly ImportProblem[];
}

export const splitKey = 'split';
export const itemKey = (number: number): string => `item${number}`;

/** One column per item: "Q1", "Item 1", "1" all mean item 1. */
export function answerColumns(itemCount: number): ImportColumn[] {
  return Array.from({ length: itemCount }, (_, index) => {
    const number = index + 1;
    return {
      key: itemKey(number),
      label: `Item ${number}`,
      isRequired: true,
      synonyms: [
        `q${number}`,
        `q ${number}`,
        `${number}`,
        `item${number}`,
        `question ${number}`,
        `question${number}`,
        `answer ${number}`,
      ],
    };
  });
}

/** For finding the row of headings. Bare numbers are left out: every row of answers is made of them. */
export function answerHeadings(itemCount: number): ReadonlySet<string> {
  const known = [...knownHeadings(answerColumns(itemCount))];
  return new Set(known.filter((heading) => !/^\d+$/u.test(heading)));
}

/** Headings such as "3. (the question itself)", as survey tools write them. */
const leadingNumber = /^(?:q|item|question|answer)? ?0*(\d{1,3})(?: [^\d]|$)/u;

/** By heading; then by the number that a heading begins with, where only one does. The person sees it and can change it. */
export function suggestAnswers(table: SourceTable, itemCount: number, splitQuestion: string): ColumnMapping {
  const mapping: Record<string, number | null> = { ...suggestMapping(answerColumns(itemCount), table) };
  const headings = table.headings.map(plainWords);
  const used = new Set(Object.values(mapping));
  for (let number = 1; number <= itemCount; number += 1) {
    if (mapping[itemKey(number)] !== null) continue;
    const found = headings.flatMap((heading, index) =>
      !used.has(index) && Number(leadingNumber.exec(heading)?.[1] ?? 0) === number ? [index] : [],
    );
    if (found.length === 1) mapping[itemKey(number)] = found[0] ?? null;
  }
  const split = splitQuestion === '' ? -1 : headings.indexOf(plainWords(splitQuestion));
  mapping[splitKey] = split === -1 ? null : split;
  return mapping;
}

/** Item 1 in this column, the others in those behind it; null where the file has none left. */
export function inOrderFrom(table: SourceTable, itemCount: number, first: number): ColumnMapping {
  return Object.fromEntries(
    Array.from({ length: itemCount }, (_, index) => [
      itemKey(index + 1),
      first + index < table.headings.length ? first + index : null,
    ]),
  );
}

export const mostDifferentCells = 40;

/** Everything that stands in these columns, each once, in the order of the file; empty cells say nothing. */
export function differentCells(table: SourceTable, columns: readonly number[]): readonly string[] {
  const found = new Map<string, string>();
  for (const { cells } of table.rows) {
    for (const column of columns) {
      const text = tidyCell(cells[column] ?? '');
      const words = cellWords(text);
      if (words !== '' && !found.has(words)) found.set(words, text.slice(0, 80));
    }
  }
  return [...found.values()];
}

/** How a cell is looked up: marks alone ("-", "?") are told apart, everything else by its words. */
export function cellWords(text: string): string {
  const tidy = tidyCell(text);
  const words = plainWords(tidy);
  return /^[-−]\s*\d/u.test(tidy) ? tidy : words === '' ? tidy : words;
}

const blankWords = new Set([
  '-',
  '–',
  '.',
  '?',
  'n a',
  'na',
  'none',
  'blank',
  'missing',
  'no answer',
  'no response',
  'not answered',
  'prefer not to say',
  'skipped',
]);
const notApplicableWords = new Set(['n a', 'na', 'not applicable', 'does not apply']);

export interface AnswerWords {
  readonly allowed: readonly number[];
  readonly notApplicable: number | null;
  /** The words of the form's answers, where we hold them. */
  readonly texts: ReadonlyMap<string, number>;
}

/** A first guess: the number itself, the form's own words, a number ahead of words ("4 – mostly"), or a word for nothing. */
export function suggestMeaning(text: string, words: AnswerWords): CellMeaning {
  const plain = cellWords(text);
  const number = readNumber(tidyCell(text));
  if (number.ok) return words.allowed.includes(number.value) ? number.value : 'unknown';
  const own = words.texts.get(plain);
  if (own !== undefined) return own;
  if (words.notApplicable !== null && notApplicableWords.has(plain)) return words.notApplicable;
  if (blankWords.has(plain)) return 'blank';
  const ahead = /^(\d{1,3}) [^\d]/u.exec(plain)?.[1];
  return ahead !== undefined && words.allowed.includes(Number(ahead)) ? Number(ahead) : 'unknown';
}

/** A part by its name, or by its number where the first is 1. */
export function suggestPart(text: string, options: readonly string[]): CellMeaning {
  const plain = cellWords(text);
  const named = options.findIndex((option) => plainWords(option) === plain);
  if (named !== -1) return named;
  if (blankWords.has(plain)) return 'blank';
  const number = Number(plain);
  return Number.isInteger(number) && number >= 1 && number <= options.length ? number - 1 : 'unknown';
}

const compare = (left: number | null, right: number | null): number => (left ?? -1) - (right ?? -1);

function compareRows(left: AnswerRow, right: AnswerRow): number {
  for (let index = 0; index < left.answers.length; index += 1) {
    const order = compare(left.answers[index] ?? null, right.answers[index] ?? null);
    if (order !== 0) return order;
  }
  return compare(left.split, right.split);
}

/** Columns that could say whose a reply is. They are never read; the person is told that they are there. */
export function namingColumns(table: SourceTable): string[] {
  const risky =
    /\b(name|email|e mail|mail|payroll|employee|staff|id|ip|timestamp|time|date|submitted|phone|username)\b/;
  return table.headings.filter((heading) => risky.test(plainWords(heading)));
}

function allowedWords(allowed: readonly number[]): string {
  const [least, most] = [Math.min(...allowed), Math.max(...allowed)];
  return most - least === allowed.length - 1
    ? `a whole number from ${least} to ${most}`
    : `one of ${[...allowed].sort((left, right) => left - right).join(', ')}`;
}

/** Equal rows are all kept: two people may have answered alike. */
export function planAnswers(request: AnswersRequest): AnswersPlan {
  const {
    table,
    mapping,
    itemCount,
    allowed,
    meanings = new Map<string, CellMeaning>(),
    split = null,
  } = request;
  const columns = answerColumns(itemCount);
  const replies: AnswerRow[] = [];
  const problems: ImportProblem[] = [];
  let emptyRows = 0;
  const asItStands = (text: string): CellMeaning => {
    const number = readNumber(text);
    return number.ok && allowed.includes(number.value) ? number.value : 'unknown';
  };
  for (const row of table.rows) {
    const found: ImportProblem[] = [];
    const read = (
      key: string,
      ownColumn: string,
      meaningOf: (text: string) => CellMeaning,
      reason: string,
    ): number | null => {
      const index = mapping[key] ?? null;
      const text = index === null ? '' : tidyCell(row.cells[index] ?? '');
      if (text === '') return null;
      const meaning = meaningOf(text);
      if (meaning === 'blank') return null;
      if (meaning !== 'unknown') return meaning;
      const column = (index === null ? undefined : table.headings[index]) ?? ownColumn;
      found.push({ row: row.row, column, ownColumn, reason, value: text.slice(0, 40) });
      return null;
    };
    const answers = columns.map(({ key, label }) =>
      read(
        key,
        label,
        (text) => meanings.get(cellWords(text)) ?? asItStands(text),
        `Use ${allowedWords(allowed)}, or leave it blank`,
      ),
    );
    const part =
      split === null
        ? null
        : read(
            splitKey,
            'Part of the service',
            (text) => split.meanings.get(cellWords(text)) ?? 'unknown',
            'Use one of the parts of this round, or leave it blank',
          );
    if (found.length > 0) problems.push(...found);
    else if (answers.every((answer) => answer === null)) emptyRows += 1;
    else replies.push({ answers, split: part });
  }
  return { replies: replies.sort(compareRows), emptyRows, problems };
}
