/** Answers out of another tool's table: which column is which item, and what its cells mean. */
import { describe, expect, it } from 'vitest';
import {
  answerHeadings,
  cellWords,
  differentCells,
  inOrderFrom,
  itemKey,
  planAnswers,
  splitKey,
  suggestAnswers,
  suggestMeaning,
  suggestPart,
  type AnswerWords,
  type CellMeaning,
} from '@shared/import/answers';
import { toSourceTable, type SourceTable } from '@shared/import/table';
import { findInstrument } from '@shared/instruments/registry';
import {
  beginReading,
  cellsOf,
  columnProblems,
  isPlain,
} from '../../../renderer/features/wellbeing/replies/table-import';

function tableOf(rows: readonly (readonly string[])[], itemCount = 3): SourceTable {
  const table = toSourceTable({ records: rows }, answerHeadings(itemCount));
  if (!table.ok) throw new Error(table.error.tag);
  return table.value;
}

const words: AnswerWords = {
  allowed: [0, 1, 2, 3, 4, 5],
  notApplicable: null,
  texts: new Map([
    ['never', 1],
    ['always', 5],
  ]),
};

describe('which column is which item', () => {
  it('finds the headings above answers that are bare numbers', () => {
    const table = tableOf([
      ['When', 'Cheerful', 'Calm', 'Rested'],
      ['09:12', '1', '2', '3'],
      ['09:13', '3', '2', '1'],
    ]);
    expect(table.headings).toEqual(['When', 'Cheerful', 'Calm', 'Rested']);
    expect(suggestAnswers(table, 3, '')).toEqual({ item1: null, item2: null, item3: null, split: null });
    expect(inOrderFrom(table, 3, 1)).toEqual({ item1: 1, item2: 2, item3: 3 });
    expect(inOrderFrom(table, 3, 2)).toEqual({ item1: 2, item2: 3, item3: null });
  });

  it('goes by the number that a heading begins with, and by the question of the parts', () => {
    const table = tableOf([
      ['Id', '2. In a calm mood', 'Q3: rested', '1. Cheerful', 'How you work here'],
      ['7', '2', '3', '1', 'Paid'],
    ]);
    expect(suggestAnswers(table, 3, 'How you work here')).toEqual({ item1: 3, item2: 1, item3: 2, split: 4 });
  });

  it('guesses nothing where two headings begin with the same number, or a date does', () => {
    const table = tableOf([
      ['1. Cheerful', '1. Comment', '02/05/2026', 'Q3'],
      ['1', 'none', 'x', '3'],
    ]);
    expect(suggestAnswers(table, 3, '')).toMatchObject({ item1: null, item2: null, item3: 3 });
  });
});

describe('what a cell means', () => {
  it.each<[string, CellMeaning]>([
    ['4', 4],
    ['4.0', 4],
    ['Always', 5],
    ['3 – mostly', 3],
    ['4 (often)', 4],
    ['6', 'unknown'],
    ['-1', 'unknown'],
    ['2.5', 'unknown'],
    ['n/a', 'blank'],
    ['–', 'blank'],
    ['No answer', 'blank'],
    ['sometimes', 'unknown'],
  ])('%s', (text, meaning) => {
    expect(suggestMeaning(text, words)).toBe(meaning);
  });

  it('is “does not apply” only for a measure that has it', () => {
    expect(suggestMeaning('N/A', { ...words, notApplicable: 0 })).toBe(0);
    expect(suggestMeaning('No answer', { ...words, notApplicable: 0 })).toBe('blank');
  });

  it('of a part goes by its name or its number from 1', () => {
    const parts = ['Paid', 'Volunteer'];
    expect(suggestPart('volunteer', parts)).toBe(1);
    expect(suggestPart('1', parts)).toBe(0);
    expect(suggestPart('3', parts)).toBe('unknown');
    expect(suggestPart('prefer not to say', parts)).toBe('blank');
  });

  it('is asked once, however often and however it is written', () => {
    const table = tableOf([
      ['Q1', 'Q2', 'Q3'],
      ['Never', 'never ', '-1'],
      ['NEVER', '1', ''],
    ]);
    expect(differentCells(table, [0, 1, 2])).toEqual(['Never', '-1', '1']);
    expect(cellWords('-1')).not.toBe(cellWords('1'));
  });
});

describe('reading the rows', () => {
  const table = tableOf([
    ['Name', 'Q1', 'Q2', 'Q3', 'Part'],
    ['Una', 'never', '2', '', 'Paid'],
    ['Otto', '1', '2', '', 'Paid'],
    ['Ida', '1', '2', '', ''],
    ['Jo', '9', '2', '3', 'Night'],
    ['Kim', '-', '', '', 'Paid'],
  ]);
  const plan = planAnswers({
    table,
    mapping: { ...suggestAnswers(table, 3, ''), [splitKey]: 4 },
    itemCount: 3,
    allowed: [1, 2, 3],
    meanings: new Map<string, CellMeaning>([
      ['never', 1],
      ['-', 'blank'],
      ['9', 'unknown'],
    ]),
    split: { meanings: new Map<string, CellMeaning>([['paid', 0]]) },
  });

  it('keeps equal replies, in an order that says nothing', () => {
    expect(plan.replies).toEqual([
      { answers: [1, 2, null], split: null },
      { answers: [1, 2, null], split: 0 },
      { answers: [1, 2, null], split: 0 },
    ]);
  });

  it('leaves out a row with anything that cannot be read, and counts empty ones', () => {
    expect(plan.emptyRows).toBe(1);
    expect(plan.problems.map(({ row, column }) => [row, column])).toEqual([
      [5, 'Q1'],
      [5, 'Part'],
    ]);
    expect(plan.problems[0]?.reason).toBe('Use a whole number from 1 to 3, or leave it blank');
  });
});

describe('a table for a round', () => {
  const instrument = findInstrument('who5');
  if (instrument === null) throw new Error('no WHO-5');
  const context = { instrument, split: null, wording: null };
  const headings = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'];

  it('needs no eye where everything stands there as the measure has it', () => {
    const reading = beginReading(
      tableOf([headings, ['0', '1', '2', '3', ''], ['5', '', '', '', '']], 5),
      context,
    );
    expect(isPlain(reading, context)).toBe(true);
  });

  it('needs one for a word, for a number that is no answer, and for parts', () => {
    const plain = [headings, ['0', '1', '2', '3', '4']];
    const worded = beginReading(tableOf([headings, ['0', '1', 'often', '3', '4']], 5), context);
    expect(isPlain(worded, context)).toBe(false);
    expect(worded.meanings.get('often')).toBe('unknown');
    expect(isPlain(beginReading(tableOf([headings, ['6', '1', '2', '3', '4']], 5), context), context)).toBe(
      false,
    );
    const asked = { ...context, split: { question: 'How you work here', options: ['Paid', 'Volunteer'] } };
    expect(isPlain(beginReading(tableOf(plain, 5), asked), asked)).toBe(false);
  });

  it('takes words from the form, but not those that two sets of answers use for different numbers', () => {
    const items = [1, 2, 3, 4, 5];
    const wording = {
      language: 'en-GB',
      title: 'Made up',
      notice: '',
      introduction: '',
      items: items.map((number) => ({ number, text: `Made-up item ${number}` })),
      answers: [
        {
          items: [1, 2],
          options: [
            { value: 1, text: 'Often' },
            { value: 2, text: 'Rarely' },
          ],
        },
        {
          items: [3, 4, 5],
          options: [
            { value: 1, text: 'Rarely' },
            { value: 2, text: 'Now and then' },
          ],
        },
      ],
    };
    const table = tableOf([headings, ['often', 'rarely', 'now and then', '', '']], 5);
    const reading = beginReading(table, { ...context, wording });
    expect(reading.meanings.get('often')).toBe(1);
    expect(reading.meanings.get('now and then')).toBe(2);
    expect(reading.meanings.get('rarely')).toBe('unknown');
  });

  it('says which items have no column, the first few by name, and which share one', () => {
    const reading = beginReading(
      tableOf(
        [
          ['Q1', 'Q2', 'Other'],
          ['1', '2', '3'],
        ],
        5,
      ),
      context,
    );
    expect(columnProblems(reading, context).map(({ field }) => field)).toEqual(['item3', 'item4', 'item5']);
    const shared = {
      ...reading,
      mapping: { ...reading.mapping, [itemKey(3)]: 0, [itemKey(4)]: 1, [itemKey(5)]: 2 },
    };
    expect(columnProblems(shared, context).map(({ field }) => field)).toEqual(['item3', 'item4']);
    expect(cellsOf(shared, context)).toEqual(['1', '2', '3']);
  });
});
