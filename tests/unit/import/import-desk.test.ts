/** What the import worker answers, asked as the page asks it but without a worker between. */
import { describe, expect, it } from 'vitest';
import { peopleTarget } from '@shared/import/targets/people';
import { toLocalDate } from '@shared/kernel/local-date';
import { createImportDesk, type OpenedFile } from '../../../renderer/records/import/import-desk';
import { text } from './support';
import { workbook, type Cell } from './workbooks';

const today = toLocalDate('2026-11-24');
const head = ['Payroll number', 'Name', 'Role', 'Weekly hours', 'Start date'];
const person = (index: number): Cell[] => [
  `P${String(index).padStart(5, '0')}`,
  `Person ${index}`,
  'Key worker',
  30,
  { day: '2021-04-23' },
];

async function open(desk: ReturnType<typeof createImportDesk>, bytes: Uint8Array): Promise<OpenedFile> {
  const opened = await desk.open(peopleTarget.id, bytes, () => undefined);
  if (!opened.ok) throw new Error(opened.error.tag);
  return opened.value;
}

describe('the import desk', () => {
  it('shows the first rows of a sheet, plans all of them, and gives the plan in slices', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => person(index));
    const bytes = await workbook({
      sheets: [
        { name: 'Notes', rows: [['A note']] },
        {
          name: 'Staff',
          rows: [head, ...rows, ['P99999', 'No Start', 'Nurse', 30, 'soon']],
          hiddenRows: [3, 4],
        },
      ],
    });
    const desk = createImportDesk();
    const { table, guess } = await open(desk, bytes);
    expect(table).toMatchObject({ rowCount: 1_201, headingRow: 1, sheet: 1, hiddenRows: 2, headings: head });
    expect(table.firstRows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    const shares: number[] = [];
    const { mapping, dateOrder } = guess;
    const plan = desk.plan({ mapping, dateOrder, today }, (share) => shares.push(share));
    if (!plan.ok) throw new Error(plan.error.tag);
    expect(plan.value.counts).toEqual({ created: 1_200, changed: 0, repeats: 0, problems: 1 });
    expect(desk.part('created', 1_000, 2_000)).toHaveLength(200);
    expect(desk.part('problems', 0, 10)).toMatchObject([{ row: 1_202, ownColumn: 'Start date' }]);
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
    expect(shares.length).toBeGreaterThan(0);
  });

  it('compares with what was handed over, and forgets it when asked to', async () => {
    const desk = createImportDesk();
    const { guess } = await open(
      desk,
      await workbook({ sheets: [{ name: 'Staff', rows: [head, person(1)] }] }),
    );
    const settings = { mapping: guess.mapping, dateOrder: guess.dateOrder, today };
    desk.plan(settings, () => undefined);
    const [created] = desk.part('created', 0, 1) as readonly { value: never }[];
    if (created === undefined) throw new Error('Nothing was planned');
    const { value } = created;
    const id = '00000000000000000000000000000001' as never;
    desk.addExisting([{ kind: 'person', id, revision: 1, savedAt: 0, value }]);
    expect(desk.plan(settings, () => undefined)).toMatchObject({
      value: { unchanged: 1, counts: { created: 0 } },
    });
    desk.forget();
    expect(desk.plan(settings, () => undefined)).toMatchObject({
      value: { unchanged: 0, counts: { created: 1 } },
    });
  });

  it('takes another sheet when asked, and text files as ever', async () => {
    const desk = createImportDesk();
    await open(
      desk,
      await workbook({
        sheets: [
          { name: 'Now', rows: [head, person(1)] },
          { name: 'Last year', rows: [head, person(1), person(2)] },
          { name: 'Empty', rows: [] },
        ],
      }),
    );
    expect(desk.chooseSheet(1)).toMatchObject({ value: { table: { rowCount: 2, sheet: 1 } } });
    expect(desk.chooseSheet(2)).toEqual({ ok: false, error: { tag: 'EmptyFile' } });
    expect(desk.chooseSheet(7)).toEqual({ ok: false, error: { tag: 'EmptyFile' } });
    const { table } = await open(desk, text('Payroll number,Name,Role,Start date\n1,A B,Nurse,03/04/2024\n'));
    expect(table).toMatchObject({ sheets: [], rowCount: 1, hiddenRows: 0 });
  });

  it('asked before there is a file, says that it has stopped', () => {
    const desk = createImportDesk();
    const nothing = { ok: false, error: { tag: 'ReaderStopped' } };
    expect(desk.chooseSheet(0)).toEqual(nothing);
    expect(desk.plan({ mapping: {}, dateOrder: 'day-first', today }, () => undefined)).toEqual(nothing);
    expect(desk.part('created', 0, 10)).toEqual([]);
  });
});
