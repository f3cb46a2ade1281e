/** Rows as other systems write them: read as they are meant, or left out with a reason; never taken wrongly. */
import { describe, expect, it } from 'vitest';
import { readDate, readMonth, readOpenEnd } from '@shared/import/cells';
import { guessColumns } from '@shared/import/guess';
import { firstLines } from '@shared/import/source-text';
import { toSourceTable } from '@shared/import/table';
import { knownHeadings } from '@shared/import/mapping';
import { absencesTarget } from '@shared/import/targets/absences';
import { contractMeaning, isVolunteerRole } from '@shared/import/targets/contract-words';
import { leaveReason } from '@shared/import/targets/leave-words';
import { establishmentTarget } from '@shared/import/targets/establishment';
import { peopleTarget } from '@shared/import/targets/people';
import { supervisionTarget } from '@shared/import/targets/supervision';
import { planTable, readTable, stored, text } from './support';
import { toLocalDate } from '@shared/kernel/local-date';
import { personDefaults, type Person } from '@shared/records/person/person';

const isla: Person = {
  ...personDefaults,
  name: 'Isla Drever',
  payrollNumber: '1',
  role: 'Nurse',
  team: '',
  site: '',
  engagement: 'staff',
  contract: 'permanent',
  weeklyHours: 30,
  startDate: toLocalDate('2021-04-01'),
  lastDay: null,
  leavingReason: '',
  frontFacing: true,
  exposure: 'direct',
  supervisionIntervalDays: null,
};
const people = stored('person', [isla]);

const absences = async (rows: string, headings = 'Payroll no,First day,Last day,Reason') =>
  planTable(absencesTarget, await readTable(absencesTarget, text(`${headings}\n${rows}\n`)), { people });
const staff = async (
  rows: string,
  headings = 'Payroll no,Name,Role,Contract,Weekly hours,Start date,Last day',
) => planTable(peopleTarget, await readTable(peopleTarget, text(`${headings}\n${rows}\n`)));
const reasons = ({ problems }: Awaited<ReturnType<typeof staff | typeof absences>>): (string | number)[][] =>
  problems.map(({ row, ownColumn, reason }) => [row, ownColumn, reason]);

describe('an end that has not come', () => {
  it.each([
    ...['ongoing', 'Present', 'n/a', '-', '0', '00/01/1900', '0000-00-00', '31/12/9999', '31-DEC-4712'],
    ...['9999-12-31', '2958465', '31/12/2999', '31/12/2099', '9999-12-31 00:00:00'],
  ])('%s is no day', (cell) => {
    expect(readOpenEnd(cell, 'day-first')).toEqual({ ok: true, value: null });
  });

  it.each(['99/99/9999', '31/02/2024', 'Hub', '30/06/9999', 'x'])('%s is not taken for one', (cell) => {
    expect(readOpenEnd(cell, 'day-first').ok).toBe(false);
  });
});

describe('days', () => {
  it('are not read from a time of another zone', () => {
    expect(readDate('2026-03-31T23:00:00Z', 'day-first').ok).toBe(false);
    expect(readDate('2026-03-31T00:00:00+01:00', 'day-first')).toEqual({ ok: true, value: '2026-03-31' });
    expect(readDate('31/03/2026 23:00', 'day-first')).toEqual({ ok: true, value: '2026-03-31' });
  });

  it('are not looked for in a cell of any length', () => {
    const started = performance.now();
    expect(readDate(','.repeat(200_000), 'day-first').ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('are months in six digits too', () => {
    expect(readMonth('202304', 'day-first')).toEqual({ ok: true, value: '2023-04' });
    expect(readMonth('202313', 'day-first').ok).toBe(false);
  });

  it('far ahead or long gone are years mistyped', async () => {
    expect(reasons(await staff('1,A B,Nurse,,30,01/03/2036,\n2,C D,Nurse,,30,01/01/1900,'))).toEqual([
      [2, 'Start date', 'This day is more than 2 years ahead. Check the year'],
      [3, 'Start date', 'This day is more than 80 years ago. Check the year'],
    ]);
  });
});

describe('absences', () => {
  it('need a column for their end, which may be the day of return', async () => {
    const only = await readTable(absencesTarget, text('Payroll no,First day\n1,01/02/2026\n'));
    expect(guessColumns(absencesTarget.columns, only).missing.map(({ key }) => key)).toEqual(['lastDay']);
    const plan = await absences(
      '1,01/02/2026,09/02/2026\n1,01/03/2026,\n1,05/04/2026,05/04/2026',
      'Payroll no,Absence start,Return to work date',
    );
    expect(plan.created.map(({ value }) => value.lastDay)).toEqual(['2026-02-08', null]);
    expect(reasons(plan)).toEqual([
      [4, 'Day back at work', 'The day back at work is not after the first day'],
    ]);
  });

  it('leave out leave that is not sickness, and keep sickness that sounds like it', async () => {
    const plan = await absences(
      '1,01/02/2026,02/02/2026,Annual leave\n1,03/02/2026,04/02/2026,Pregnancy related\n1,05/02/2026,06/02/2026,Maternity\n1,07/02/2026,08/02/2026,Total knee replacement',
    );
    expect(plan.created.map(({ row }) => row)).toEqual([3, 5]);
    expect(plan.problems.map(({ row }) => row)).toEqual([2, 4]);
    expect(['Bereavement', 'Stress', 'Holiday illness', 'Training injury'].map(leaveReason)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('are not taken from a row that was cut off', async () => {
    const plan = await absences('1,01/02/2026,09/02/2026,Other\n1,10/03/2026,12/03/2026,Other\n1,01/04/2026');
    expect(plan.created).toHaveLength(2);
    expect(reasons(plan)).toEqual([
      [4, '', 'This row has fewer cells than there are headings. It may have been cut off'],
    ]);
  });
});

describe('quotation marks in the wrong place', () => {
  it('let no row take on the cells of the next', async () => {
    const plan = await staff(
      '1,"Isla" Drever,Nurse,,30,01/04/2021,\n2,"Rory Tulloch",Cook,,37.5,01/05/2021,\n3,Magnus Flett,Cook,,37.5,01/05/2021,',
    );
    expect(plan.created.map(({ value }) => value.name)).toEqual(['Magnus Flett']);
    expect(plan.problems.map(({ row }) => row)).toEqual([2]);
    expect(plan.problems[0]?.reason).toMatch(/^A quotation mark stands where none can be/);
  });

  it('give no number to a person', async () => {
    expect(reasons(await staff('1",Isla Drever,Nurse,,30,01/04/2021,'))).toEqual([
      [2, 'Payroll number', 'A quotation mark stands in this number. Take it out'],
    ]);
  });
});

describe('what spreadsheets and databases leave in cells', () => {
  it('is no value', async () => {
    const plan = await staff(
      '="007",Isla Drever,Nurse,NULL,30,01/04/2021,NULL\n2,Jo Null,Cook,,30,01/04/2021,\n3,#N/A,Cook,,30,01/04/2021,\n4,Al Flett,Cook,,####,01/04/2021,\n"10,595",Ann Bain,Cook,,30,01/04/2021,',
    );
    expect(plan.created.map(({ value }) => [value.payrollNumber, value.name, value.lastDay])).toEqual([
      ['007', 'Isla Drever', null],
      ['2', 'Jo Null', null],
      ['10595', 'Ann Bain', null],
    ]);
    expect(plan.problems.map(({ row, ownColumn }) => [row, ownColumn])).toEqual([
      [4, 'Name'],
      [5, 'Weekly hours'],
    ]);
  });

  it('is no whole number where a decimal comma cut it in two', async () => {
    const file = 'Month,Team,Funded WTE\n2026-01,Hub,12,5\n2026-02,Hub,12,5\n2026-03,Hub,14\n';
    const plan = planTable(establishmentTarget, await readTable(establishmentTarget, text(file)));
    expect(plan.created.map(({ value }) => value.fundedWte)).toEqual([14]);
    expect(plan.problems.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('is no team where it is the sum of them', async () => {
    const file = 'Month,Team,Funded WTE\n2026-01,Hub,12\n2026-01,All teams,40\n2026-01,Hub total,12\n';
    const plan = planTable(establishmentTarget, await readTable(establishmentTarget, text(file)));
    expect(plan.created.map(({ value }) => value.team)).toEqual(['Hub']);
  });
});

describe('headings', () => {
  it('with a word that turns their meaning are not used', async () => {
    const table = await readTable(
      peopleTarget,
      text(
        'Payroll no,Full name,Job title,Start date,Probation end date,Manager name,Annual contracted hours\n1,2,3,4,5,6,7\n',
      ),
    );
    expect(guessColumns(peopleTarget.columns, table).mapping).toMatchObject({
      name: 1,
      role: 2,
      startDate: 3,
      lastDay: null,
      weeklyHours: null,
    });
  });
});

describe('contracts', () => {
  it('are known in longer wording, unless it says two things', () => {
    expect(contractMeaning('Permanent - 37.5 hrs')).toMatchObject({ contract: 'permanent' });
    expect(contractMeaning('Fixed-term (to March)')).toBeNull();
    expect(contractMeaning('Bank (zero hours)')).toMatchObject({ engagement: 'sessional' });
    expect(contractMeaning('Non-permanent')).toBeNull();
    expect(contractMeaning('Agency, was permanent')).toBeNull();
  });

  it('make a volunteer of a role that says so, and not of who leads them', async () => {
    const plan = await staff(
      '1,A B,Peer volunteer,,4,01/04/2021,\n2,C D,Volunteer coordinator,,30,01/04/2021,',
    );
    expect(plan.created.map(({ value }) => value.engagement)).toEqual(['volunteer', 'staff']);
    expect(isVolunteerRole('Volunteers')).toBe(true);
  });
});

describe('one person in two rows', () => {
  it('who came back has two times here', async () => {
    const plan = await staff(
      '1,Isla Drever,Nurse,,30,01/04/2024,\n1,Isla Drever,Nurse,,30,01/04/2018,31/12/2019',
    );
    expect(plan).toMatchObject({ problems: [], notes: { 'times-joined': 1 } });
    expect(plan.created[0]?.value).toMatchObject({
      startDate: '2024-04-01',
      lastDay: null,
      earlierSpells: [{ startDate: '2018-04-01', lastDay: '2019-12-31', leavingReason: '' }],
    });
  });

  it.each([
    ['overlaps', '1,Isla Drever,Nurse,,30,01/04/2024,\n1,Isla Drever,Nurse,,30,01/04/2018,01/04/2024'],
    ['has no end', '1,Isla Drever,Nurse,,30,01/04/2024,\n1,Isla Drever,Nurse,,30,01/04/2018,'],
    ['is somebody else', '1,Isla Drever,Nurse,,30,01/04/2024,\n1,Rory Flett,Nurse,,30,01/04/2018,31/12/2019'],
    [
      'was unpaid',
      '1,Isla Drever,Nurse,permanent,30,01/04/2024,\n1,Isla Drever,Nurse,volunteer,4,01/04/2018,31/12/2019',
    ],
  ])('whose second row %s is left out', async (_, rows) => {
    const plan = await staff(rows);
    expect(plan.created).toEqual([]);
    expect(plan.problems.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('under two numbers is not counted twice', async () => {
    const plan = await staff('0417,Isla Drever,Nurse,,30,01/04/2021,\n417,Isla Drever,Nurse,,30,01/04/2021,');
    expect(plan.created).toEqual([]);
    expect(plan.problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'Row 3 looks like the same person under another number, so neither was taken'],
      [3, 'Row 2 looks like the same person under another number, so neither was taken'],
    ]);
  });

  it('takes no longer for each row when thousands are alike', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at + 1},A B,Nurse,,30,01/04/2021,`);
    const started = performance.now();
    const plan = await staff(rows.join('\n'));
    expect(plan).toMatchObject({ created: [], problemRows: 20_000 });
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 60_000);

  it('says which rows say the same, and lists them all when that row cannot be taken', async () => {
    const plan = await staff('1,A B,Nurse,,30,01/04/2021,\n1,A B,Nurse,,30,01/04/2021,');
    expect(plan).toMatchObject({ repeated: 1, repeats: [{ row: 3, sameAs: 2 }] });
    const capitals = await staff('1,A B,Nurse,,30,01/04/2021,\n1,A B,NURSE,,30,2021‑04‑01,');
    expect(capitals.created.map(({ row }) => row)).toEqual([2]);
    expect(capitals.repeats).toEqual([{ row: 3, sameAs: 2 }]);
    const wrong = await staff('1,A B,Nurse,,300,01/04/2021,\n1,A B,Nurse,,300,01/04/2021,');
    expect(wrong).toMatchObject({ created: [], repeated: 0 });
    expect(wrong.problems.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('goes over a record only where the file knows all its times', async () => {
    const two =
      '1,Isla Drever,Nurse,permanent,30,01/04/2021,31/03/2023\n1,Isla Drever,Nurse,permanent,30,01/06/2024,';
    const headings = 'Payroll no,Name,Role,Contract,Weekly hours,Start date,Last day';
    const table = await readTable(peopleTarget, text(`${headings}\n${two}\n`));
    const known = planTable(peopleTarget, table, { existing: people });
    expect(known.changed.map(({ value }) => [value.startDate, value.lastDay, value.earlierSpells])).toEqual([
      ['2024-06-01', null, [{ startDate: '2021-04-01', lastDay: '2023-03-31', leavingReason: '' }]],
    ]);
    const other = stored('person', [{ ...isla, startDate: toLocalDate('2020-01-01') }]);
    expect(planTable(peopleTarget, table, { existing: other })).toMatchObject({
      changed: [],
      problemRows: 2,
    });
  });
});

describe('sessions', () => {
  it('of an hour are 60 minutes', async () => {
    const file =
      'Date,Payroll no,Kind,Duration,Status\n01/02/2026,1,clinical,1:00,held\n02/02/2026,1,clinical,45 mins,held\n';
    const plan = planTable(supervisionTarget, await readTable(supervisionTarget, text(file)), { people });
    expect(plan.created.map(({ value }) => value.minutes)).toEqual([60, 45]);
  });
});

describe('lines', () => {
  it('are counted as a text editor does, line ends in cells included', () => {
    expect(firstLines({ records: [['a'], ['b\nc', 'd'], [''], ['e\n\nf'], ['g']] })).toEqual([1, 2, 4, 5, 8]);
  });

  it('keep a column of words without a heading', () => {
    const records = [['Name', 'Role'], ...Array.from({ length: 4 }, () => ['A', 'B', 'words'])];
    const table = toSourceTable({ records }, knownHeadings(peopleTarget.columns));
    expect(table.ok && table.value.headings).toEqual(['Name', 'Role', 'Column 3']);
  });
});
