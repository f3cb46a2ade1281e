/** Lists in workbooks: what a careful person reads off the sheet comes in, and the rest has a reason. */
import { describe, expect, it } from 'vitest';
import { bestTable, tableOfSheet } from '@shared/import/choose-sheet';
import type { SourceTable } from '@shared/import/table';
import type { ImportPlan } from '@shared/import/target';
import { absencesTarget } from '@shared/import/targets/absences';
import { peopleTarget } from '@shared/import/targets/people';
import { readSource } from '../../../renderer/records/import/read-source';
import { planTable, stored } from './support';
import { ailsa, head, magnus, staff } from './workbook-samples';
import { serialOf, workbook, type Book, type Cell, type Sheet } from './workbooks';

async function tableOf(bytes: Uint8Array): Promise<SourceTable> {
  const source = await readSource(bytes);
  if (!source.ok) throw new Error(source.error.tag);
  const table = bestTable(source.value, peopleTarget.columns);
  if (!table.ok) throw new Error(table.error.tag);
  return table.value;
}
const planBook = async (book: Book): Promise<ImportPlan<'person'>> =>
  planTable(peopleTarget, await tableOf(await workbook(book)));
const planSheet = (sheet: Sheet, more: Partial<Book> = {}): Promise<ImportPlan<'person'>> =>
  planBook({ sheets: [sheet], ...more });
const people = ({ created }: ImportPlan<'person'>) =>
  created.map(({ value }) => [
    value.payrollNumber,
    value.name,
    value.weeklyHours,
    value.startDate,
    value.lastDay,
  ]);
const reasons = ({ problems }: ImportPlan<'person'>) =>
  problems.map(({ row, column, reason }) => [row, column, reason]);
const both = [
  ['001', 'Ailsa Munro', 37.5, '2021-04-03', null],
  ['002', 'Magnus Flett', 22.25, '2022-12-11', '2024-03-05'],
];

describe('a staff list in a workbook', () => {
  it.each([
    ['with shared texts', {}],
    ['with text in its cells', { isInline: true }],
    ['that counts from 1904', { is1904: true }],
  ])('%s comes in: days are never turned', async (_, more) => {
    const plan = await planSheet(staff([ailsa, magnus]), more);
    expect(reasons(plan)).toEqual([]);
    expect(people(plan)).toEqual(both);
  });

  it('numbers its rows as the sheet does, over titles and empty rows', async () => {
    const plan = await planSheet({
      name: 'Staff',
      rows: [['Staff list'], [], head, ailsa, [], ['003', 'Kirsty Leask', 'Nurse', 30, 'soon', null]],
    });
    expect(people(plan)).toEqual([both[0]]);
    expect(reasons(plan)).toEqual([[6, 'Start date', expect.stringContaining('not a date') as string]]);
  });

  it.each([false, true])('reads a day that is shown as a number (from 1904: %s)', async (is1904) => {
    const row = ['001', 'Ailsa Munro', 'Key worker', 37.5, serialOf('2021-04-03', is1904), null];
    const plan = await planSheet(staff([row]), { is1904 });
    expect(people(plan)).toEqual([both[0]]);
  });

  it('reads numbers padded with zeros, hours as a time, and a name in two fonts', async () => {
    const plan = await planSheet(
      staff([
        [
          { xml: 's="2"><v>1</v>' },
          {
            xml: 't="inlineStr"><is><r><rPr><b/></rPr><t>Ailsa </t></r><r><t>Munro</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>',
          },
          'Key worker',
          { xml: 's="3"><v>1.5625</v>' },
          { day: '2021-04-03' },
        ],
      ]),
      { formats: ['000', '[h]:mm'] },
    );
    expect(people(plan)).toEqual([both[0]]);
  });

  it('gives each cell that has no value a reason, and takes the row with none of it', async () => {
    const broken: readonly (readonly [number, string])[] = [
      [3, '><f>C2*2</f>'],
      [3, 't="e"><v>#DIV/0!</v>'],
      [4, 't="s"><v>999</v>'],
      [5, 's="1"><v>-4</v>'],
      [0, 's="1"><v>417</v>'],
      [3, 's="77"><v>37.5</v>'],
    ];
    const rows = broken.map(([column, xml], index): readonly Cell[] => {
      const row = [...magnus];
      row[0] = `1${index}`;
      row[1] = `Person ${String.fromCharCode(65 + index)}`;
      row[column] = { xml };
      return row;
    });
    const plan = await planSheet(staff([...rows, ailsa]));
    expect(people(plan)).toEqual([both[0]]);
    expect(plan.problems.map(({ row, ownColumn }) => [row, ownColumn])).toEqual(
      broken.map(([column], index) => [index + 2, head[column]]),
    );
  });

  it('lists a row that is nothing but formulas without a value', async () => {
    const formula = { xml: '><f>Sheet2!A1</f>' };
    const plan = await planSheet(staff([ailsa, head.map(() => formula)]));
    expect(people(plan)).toEqual([both[0]]);
    expect(plan.problemRows).toBe(1);
  });

  it('does not fill merged cells, and says which rows they cross', async () => {
    const plan = await planSheet(
      staff([ailsa, magnus, [null, 'Kirsty Leask', 'Nurse', 30, { day: '2023-05-01' }], []], {
        merged: ['A3:A4', 'A1:F1', 'H2:J9'],
      }),
    );
    expect(people(plan)).toEqual([both[0]]);
    expect(reasons(plan).map(([row, , reason]) => [row, String(reason).slice(0, 23)])).toEqual([
      [3, 'Cells of this row are m'],
      [4, 'Cells of this row are m'],
    ]);
  });

  it('takes a cell that is merged only to be wider', async () => {
    const rows = [ailsa, magnus].map((row) => [...row.slice(0, 3), null, ...row.slice(3)]);
    const wide = [...head.slice(0, 3), null, ...head.slice(3)];
    const plan = await planBook({
      sheets: [{ name: 'Staff', rows: [wide, ...rows], merged: ['C1:D1', 'C2:D2', 'C3:D3'] }],
    });
    expect(people(plan)).toEqual(both);
  });

  it('does not trust days that another country’s setting has turned', async () => {
    const turned = staff([
      ['001', 'Ailsa Munro', 'Key worker', 37.5, { day: '2021-03-04' }, null],
      ['002', 'Magnus Flett', 'Key worker', 22.25, '25/04/2022', null],
    ]);
    const plan = await planSheet(turned);
    expect(people(plan).map(([number]) => number)).toEqual(['002']);
    expect(reasons(plan)).toEqual([[2, 'Start date', expect.stringContaining('turned round') as string]]);
    const more = await planSheet(staff([...turned.rows.slice(1), ['003', ...magnus.slice(1)]]));
    expect(more.problems.some(({ reason }) => reason.includes('turned round'))).toBe(true);
  });

  it('trusts them where some are over 12', async () => {
    const plan = await planSheet(
      staff([
        ['001', 'Ailsa Munro', 'Key worker', 37.5, { day: '2021-04-23' }, null],
        ['002', 'Magnus Flett', 'Key worker', 22.25, '25/04/2022', null],
        ['003', 'Kirsty Leask', 'Key worker', 30, { day: '2021-04-03' }, null],
      ]),
    );
    expect(plan.problems).toEqual([]);
  });

  it('reads hidden rows as the others, and counts them', async () => {
    const bytes = await workbook({ sheets: [staff([ailsa, magnus], { hiddenRows: [3] })] });
    const table = await tableOf(bytes);
    expect(table.facts?.hiddenRows).toBe(1);
    expect(people(planTable(peopleTarget, table))).toEqual(both);
  });

  it('does not hold a note beside the table against its row', async () => {
    const plan = await planSheet(staff([[...ailsa, null, 'ask Kirsty'], magnus]));
    expect(people(plan)).toEqual(both);
  });

  it('with decimals of three digits beside a decimal comma stays what it is', async () => {
    const plan = await planSheet(
      staff([
        ['001', 'Ailsa Munro', 'Key worker', 7.125, { day: '2021-04-03' }],
        ['002', 'Magnus Flett', 'Key worker', '22,25', { day: '2022-12-11' }],
      ]),
    );
    expect(people(plan).map(([, , hours]) => hours)).toEqual([7.125, 22.25]);
  });
});

describe('absences in a workbook', () => {
  it('an empty last day is still away, and a day of zero too', async () => {
    const person = stored('person', [{ ...(await planSheet(staff([ailsa]))).created[0]!.value }]);
    const bytes = await workbook({
      sheets: [
        {
          name: 'Absence',
          rows: [
            ['Payroll number', 'First day', 'Last day'],
            ['001', { day: '2024-01-08' }, { day: '2024-01-12' }],
            ['001', { day: '2024-02-05' }, null],
            ['001', { day: '2024-05-06' }, { xml: 's="1"><f>G1</f><v>0</v>' }],
          ],
        },
      ],
    });
    const source = await readSource(bytes);
    const table = source.ok ? bestTable(source.value, absencesTarget.columns) : source;
    if (!table.ok) throw new Error(table.error.tag);
    const plan = planTable(absencesTarget, table.value, { people: person });
    expect(plan.problems).toEqual([]);
    expect(plan.created.map(({ value }) => [value.firstDay, value.lastDay])).toEqual([
      ['2024-01-08', '2024-01-12'],
      ['2024-02-05', null],
      ['2024-05-06', null],
    ]);
  });
});

describe('a workbook of several sheets', () => {
  const book: Book = {
    sheets: [
      { name: 'Read me', rows: [['How to use'], ['Ask HR', 'any time']] },
      { name: 'Old', rows: [head, ailsa], state: 'hidden' },
      {
        name: 'Absence',
        rows: [
          ['Payroll number', 'First day', 'Last day'],
          ['001', { day: '2024-01-08' }],
        ],
      },
      staff([ailsa, magnus]),
      { name: 'Empty', rows: [] },
    ],
  };

  it('gives the one whose headings fit, and any other that is asked for', async () => {
    const table = await tableOf(await workbook(book));
    expect(table.sheet).toBe(3);
    expect(table.sheets).toEqual([
      { name: 'Read me', isHidden: false },
      { name: 'Old', isHidden: true },
      { name: 'Absence', isHidden: false },
      { name: 'Staff', isHidden: false },
      { name: 'Empty', isHidden: false },
    ]);
    const source = await readSource(await workbook(book));
    if (!source.ok) throw new Error(source.error.tag);
    const hidden = tableOfSheet(source.value, 1, peopleTarget.columns);
    expect(hidden.ok && hidden.value.rows.length).toBe(1);
    expect(tableOfSheet(source.value, 4, peopleTarget.columns)).toEqual({
      ok: false,
      error: { tag: 'EmptyFile' },
    });
  });

  it('takes a hidden one only where there is no other', async () => {
    const [, old] = book.sheets;
    if (old === undefined) throw new Error('No sheet');
    expect((await tableOf(await workbook({ sheets: [old] }))).sheet).toBe(0);
  });
});
