import { describe, expect, it } from 'vitest';
import { knownHeadings } from '@shared/import/mapping';
import { peopleTarget } from '@shared/import/targets/people';
import { readCsv } from '../../../renderer/records/import/read-csv';
import { fixtureBytes, planFile, planTable, readTable, stored, text } from './support';

const names = knownHeadings(peopleTarget.columns);
const tagOf = async (bytes: Uint8Array): Promise<string> => {
  const table = await readCsv(bytes, names);
  return table.ok ? 'read' : table.error.tag;
};
const problems = (plan: Awaited<ReturnType<typeof planFile>>) =>
  plan.problems.map(({ row, column, reason }) => [row, column, reason]);

describe('files that are no table', () => {
  it.each([
    ['dirty/renamed.pdf.csv', 'LooksLikePdf'],
    ['dirty/renamed.xlsx.csv', 'LooksLikeSpreadsheet'],
    ['dirty/bytes.csv', 'NotText'],
    ['dirty/empty.csv', 'EmptyFile'],
    ['dirty/only-blank-lines.csv', 'EmptyFile'],
    ['dirty/no-rows.csv', 'NoRows'],
  ])('%s is named: %s', async (file, tag) => {
    expect(await tagOf(fixtureBytes(file))).toBe(tag);
  });

  it('names an old spreadsheet, text with zeros, and a file over the limit', async () => {
    expect(await tagOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe(
      'LooksLikeSpreadsheet',
    );
    expect(await tagOf(text('Name,Role\nA\u0000,B\n'))).toBe('NotText');
    expect(await tagOf(new Uint8Array(50 * 1024 * 1024 + 1).fill(0x41))).toBe('FileTooLarge');
    expect(await tagOf(text(`${'a,'.repeat(600)}b\n1\n`))).toBe('TooManyColumns');
  });
});

describe('encodings, separators, quotes', () => {
  it('reads a byte-order mark and CRLF, and keeps zeros in front', async () => {
    const plan = await planFile(peopleTarget, 'dirty/bom-crlf.csv');
    expect(plan.problems).toEqual([]);
    expect(plan.created.map(({ value }) => [value.payrollNumber, value.contract, value.lastDay])).toEqual([
      ['001', 'permanent', null],
      ['002', 'fixed-term', '2024-04-03'],
    ]);
  });

  it('reads semicolons, decimal commas and names turned round', async () => {
    const plan = await planFile(peopleTarget, 'dirty/semicolons-decimal-commas.csv');
    expect(plan.problems).toEqual([]);
    expect(
      plan.created.map(({ value }) => [value.name, value.weeklyHours, value.startDate, value.engagement]),
    ).toEqual([
      ['Ailsa Munro', 37.5, '2021-03-01', 'staff'],
      ['Magnus Flett', 22.25, '2022-06-15', 'agency'],
      ['Kirsty Leask', 4, '2023-05-01', 'volunteer'],
    ]);
    expect(plan.created[1]?.value.site).toBe('Main St; annexe');
    expect(plan.notes).toEqual({ 'name-turned-round': 3 });
  });

  it('keeps a cell with line ends in one row, with row numbers as in the spreadsheet', async () => {
    const plan = await planFile(peopleTarget, 'dirty/quoted-newlines.csv');
    expect(plan.created.map(({ row, value }) => [row, value.name, value.role, value.team])).toEqual([
      [2, 'Shona Bain', 'Nurse "prescriber"', 'Hub, north'],
      [3, 'Eilidh Gunn', 'Nurse', 'Hub'],
    ]);
  });

  it('reads UTF-16 with tabs and Windows-1252', async () => {
    expect((await planFile(peopleTarget, 'dirty/utf16le.csv')).created[0]?.value.name).toBe('Sìne Bàin');
    expect((await planFile(peopleTarget, 'dirty/windows-1252.csv')).created[0]?.value.name).toBe(
      'Zoë O’Neill',
    );
  });

  it('reads first and last name columns', async () => {
    const plan = await planFile(peopleTarget, 'dirty/two-name-columns.csv');
    expect(plan.created.map(({ value }) => value.name)).toEqual(['Isla Drever']);
    expect(problems(plan)).toEqual([[3, 'Leaving Date', 'The last day is before the start date']]);
  });

  it('says where a quotation mark never closes and keeps what stood before', async () => {
    const plan = await planFile(peopleTarget, 'dirty/unclosed-quote.csv');
    expect(plan.created.map(({ value }) => value.name)).toEqual(['Isla Drever']);
    expect(plan.problems.map(({ row }) => row)).toEqual([3]);
    expect(plan.problems[0]?.reason).toContain('never closes');
  });

  it('takes no row that a stray separator has shifted', async () => {
    const plan = await planFile(peopleTarget, 'dirty/stray-separator.csv');
    expect(plan.created.map(({ value }) => value.name)).toEqual(['Kirsty Leask']);
    expect(plan.problems.map(({ row }) => row)).toEqual([2]);
  });

  it('reads 50 columns', async () => {
    const plan = await planFile(peopleTarget, 'dirty/fifty-columns.csv');
    expect(plan.created).toHaveLength(1);
    expect(plan.problems).toEqual([]);
  });
});

describe('dates', () => {
  it('reads one day in eleven styles', async () => {
    const plan = await planFile(peopleTarget, 'dirty/date-styles.csv');
    expect(plan.problems).toEqual([]);
    expect(plan.created).toHaveLength(11);
    expect(new Set(plan.created.map(({ value }) => value.startDate))).toEqual(new Set(['2016-11-29']));
  });

  it('lists impossible days by row, column and reason, and keeps the good rows', async () => {
    const plan = await planFile(peopleTarget, 'dirty/impossible-dates.csv');
    expect(problems(plan)).toEqual([
      [2, 'Start date', 'That day is not in the calendar'],
      [3, 'Start date', 'That day is not in the calendar'],
      [4, 'Start date', 'There is no such month. Write the day first, like 24/11/2026'],
      [5, 'Start date', 'This is not a date we can read. Write it like 24/11/2026'],
      [6, 'Start date', 'That day is not in the calendar'],
      [8, 'Last day', 'The last day is before the start date'],
      [9, 'Start date', 'The start date is missing'],
    ]);
    expect(plan.created.map(({ row }) => row)).toEqual([7, 10, 11, 12, 13]);
  });

  it('sees that a file puts the month first', async () => {
    const plan = await planFile(peopleTarget, 'dirty/month-first.csv');
    expect(plan.created.map(({ value }) => value.startDate)).toEqual([
      '2023-11-24',
      '2024-03-04',
      '2022-12-31',
    ]);
  });

  it('guesses no day in a file that mixes both orders', async () => {
    const plan = await planFile(peopleTarget, 'dirty/mixed-date-orders.csv');
    expect(plan.created.map(({ value }) => value.startDate)).toEqual([
      '2023-11-24',
      '2022-12-31',
      '2022-05-05',
    ]);
    expect(plan.problems.map(({ row, column }) => [row, column])).toEqual([[3, 'Start date']]);
  });
});

describe('rows that are doubled, totals, or notes', () => {
  it('takes neither of two people with one number, and counts an identical row once', async () => {
    const plan = await planFile(peopleTarget, 'dirty/duplicate-numbers.csv');
    expect(plan.created.map(({ value }) => value.name)).toEqual(['Rory Tulloch', 'Magnus Flett']);
    expect(plan.repeated).toBe(1);
    expect(plan.problems.map(({ row }) => row)).toEqual([2, 4]);
    expect(plan.problems[0]?.reason).toMatch(/^Rows 2, 4 have the same payroll number/);
  });

  it('finds the headings under a title and reports totals, repeated headings and notes', async () => {
    const plan = await planFile(peopleTarget, 'dirty/totals-and-notes.csv');
    expect(plan.created.map(({ row }) => row)).toEqual([5, 8, 10]);
    expect(plan.problems.map(({ row, reason }) => [row, reason.split(',')[0]])).toEqual([
      [9, 'This row repeats the headings'],
      [11, 'This looks like a total row'],
      [12, 'Only one cell is filled. It looks like a note'],
    ]);
  });

  it('sees a volunteer without a number beside the same person with one', async () => {
    const table = await readTable(
      peopleTarget,
      text(
        'Payroll no,Name,Role,Start date\n1,Isla Drever,Nurse,01/04/2021\n,Isla Drever,Nurse,01/04/2021\n',
      ),
    );
    const plan = planTable(peopleTarget, table);
    expect(plan.created).toHaveLength(1);
    expect(problems(plan)).toEqual([[3, '', 'Row 2 looks like the same person, with more detail']]);
  });
});

describe('a second import', () => {
  const rows = 'Payroll no,Name,Role,Start date,Team,Last day\n';
  const first = async () =>
    stored(
      'person',
      planTable(
        peopleTarget,
        await readTable(peopleTarget, text(`${rows}0417,Isla Drever,Nurse,01/04/2021,Hub,\n`)),
      ).created.map(({ value }) => value),
    );

  it('updates what the file says and wipes nothing that it leaves empty', async () => {
    const existing = (await first()).map((record) => ({
      ...record,
      value: { ...record.value, supervisionIntervalDays: 28, site: 'Harbour' },
    }));
    const plan = planTable(
      peopleTarget,
      await readTable(peopleTarget, text(`${rows}0417,Isla Drever,Team lead,01/04/2021,,31/03/2026\n`)),
      { existing },
    );
    expect(plan.created).toEqual([]);
    expect(plan.changed[0]).toMatchObject({
      id: existing[0]?.id,
      baseRevision: 1,
      value: {
        role: 'Team lead',
        team: 'Hub',
        site: 'Harbour',
        lastDay: '2026-03-31',
        supervisionIntervalDays: 28,
      },
    });
  });

  it('knows a number whose zeros a spreadsheet dropped', async () => {
    const plan = planTable(
      peopleTarget,
      await readTable(peopleTarget, text(`${rows}417,Isla Drever,Nurse,01/04/2021,Hub,\n`)),
      { existing: await first() },
    );
    expect(plan.created).toEqual([]);
  });

  it('refuses to turn one person into another', async () => {
    const plan = planTable(
      peopleTarget,
      await readTable(peopleTarget, text(`${rows}0417,Rory Tulloch,Nurse,02/05/2024,Hub,\n`)),
      { existing: await first() },
    );
    expect(plan).toMatchObject({ created: [], changed: [], unchanged: 0, problemRows: 1 });
  });

  it('gives a number to someone who was added by hand without one', async () => {
    const existing = (await first()).map((record) => ({
      ...record,
      value: { ...record.value, payrollNumber: '' },
    }));
    const plan = planTable(
      peopleTarget,
      await readTable(peopleTarget, text(`${rows}0417,Isla Drever,Nurse,01/04/2021,Hub,\n`)),
      { existing },
    );
    expect(plan.changed.map(({ value }) => value.payrollNumber)).toEqual(['0417']);
  });
});

describe('a large file', () => {
  const line = (index: number): string =>
    `${index},Person ${index},Support worker,Recovery hub,Harbour,permanent,37.5,29/11/2016,,,Y,frequent${' '.repeat(340)}`;
  const header =
    'Payroll no,Name,Role,Team,Site,Contract,Weekly hours,Start date,Last day,Leaving reason,Front-facing,Exposure';

  it('reads 20 MB in slices and never holds the thread for long', async () => {
    const bytes = text([header, ...Array.from({ length: 48_000 }, (_, index) => line(index))].join('\r\n'));
    expect(bytes.length).toBeGreaterThan(20_000_000);
    let longest = 0;
    let last = performance.now();
    const heartbeat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const shares: number[] = [];
    const table = await readCsv(bytes, names, (share) => shares.push(share));
    clearInterval(heartbeat);
    expect(table.ok && table.value.rows.length).toBe(48_000);
    expect(shares.length).toBeGreaterThan(20);
    expect(longest).toBeLessThan(2000);
  });

  it('states the limit when there are more rows than it takes', async () => {
    const bytes = text(
      [header, ...Array.from({ length: 50_001 }, (_, index) => `${index},P,R,,,,,29/11/2016,,,,`)].join('\n'),
    );
    const table = await readCsv(bytes, names);
    expect(table).toEqual({ ok: false, error: { tag: 'TooManyRows', limit: 50_000 } });
  });
});
