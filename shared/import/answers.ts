/**
 * Answer sets of a questionnaire by item number: one row a reply, no names. They become part of one wave,
 * so this is no record target: the wellbeing place puts the sets into the wave it is entering.
 */
import { plainWords, readNumber, tidyCell } from './cells';
import type { SourceTable } from './table';
import type { ColumnMapping, ImportColumn, ImportProblem } from './target';

export interface AnswersRequest {
  readonly table: SourceTable;
  readonly mapping: ColumnMapping;
  readonly itemCount: number;
  readonly minimum: number;
  readonly maximum: number;
}

export interface AnswersPlan {
  /** Item 1 first, null = not answered. In no order that says whose they are: sorted. */
  readonly answerSets: readonly (readonly (number | null)[])[];
  readonly emptyRows: number;
  readonly problems: readonly ImportProblem[];
}

/** One column per item: "Q1", "Item 1", "1" all mean item 1. */
export function answerColumns(itemCount: number): ImportColumn[] {
  return Array.from({ length: itemCount }, (_, index) => {
    const number = index + 1;
    return {
      key: `item${number}`,
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

const compare = (left: number | null, right: number | null): number => (left ?? -1) - (right ?? -1);

function compareSets(left: readonly (number | null)[], right: readonly (number | null)[]): number {
  for (let index = 0; index < left.length; index += 1) {
    const order = compare(left[index] ?? null, right[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** Columns that could say whose a reply is. They are never read; the person is told that they are there. */
export function namingColumns(table: SourceTable): string[] {
  const risky =
    /\b(name|email|e mail|mail|payroll|employee|staff|id|ip|timestamp|time|date|submitted|phone|username)\b/;
  return table.headings.filter((heading) => risky.test(plainWords(heading)));
}

export function planAnswers({ table, mapping, itemCount, minimum, maximum }: AnswersRequest): AnswersPlan {
  const columns = answerColumns(itemCount);
  const answerSets: (number | null)[][] = [];
  const problems: ImportProblem[] = [];
  let emptyRows = 0;
  for (const row of table.rows) {
    const found: ImportProblem[] = [];
    const answers = columns.map((column): number | null => {
      const index = mapping[column.key] ?? null;
      const text = index === null ? '' : tidyCell(row.cells[index] ?? '');
      if (text === '') return null;
      const number = readNumber(text);
      if (number.ok && Number.isInteger(number.value) && number.value >= minimum && number.value <= maximum)
        return number.value;
      found.push({
        row: row.row,
        column: (index === null ? undefined : table.headings[index]) ?? column.label,
        ownColumn: column.label,
        reason: `Use a whole number from ${minimum} to ${maximum}, or leave it blank`,
        value: text.slice(0, 40),
      });
      return null;
    });
    if (found.length > 0) problems.push(...found);
    else if (answers.every((answer) => answer === null)) emptyRows += 1;
    else answerSets.push(answers);
  }
  return { answerSets: answerSets.sort(compareSets), emptyRows, problems };
}
