import { describe, expect, it } from 'vitest';
import { importFolder } from '@shared/import/folder';
import { recogniseExtract } from '@shared/import/recognise';
import { leaversTarget } from '@shared/import/targets/leavers';
import { practiceTimeTarget } from '@shared/import/targets/practice-time';
import { toLocalDate } from '@shared/kernel/local-date';
import { personKind, type Person } from '@shared/records/person/person';
import { noPracticeTime } from '@shared/records/practice-time/practice-time';
import { readRecords } from '../../../renderer/records/import/read-csv';
import { testId } from '../../support/vault-kit';
import { planTable, readTable, stored, text } from './support';

const [example] = personKind.examples;
function person(fields: Partial<Person>): Person {
  if (example === undefined) throw new Error('A person is needed');
  return {
    ...example,
    startDate: toLocalDate('2021-04-01'),
    lastDay: null,
    leavingReason: '',
    earlierSpells: [],
    ...fields,
  };
}

const existing = stored('person', [
  person({ name: 'Isla Drever', payrollNumber: '1' }),
  person({ name: 'Rory Tulloch', payrollNumber: '' }),
  person({
    name: 'Ada Back',
    payrollNumber: '3',
    startDate: toLocalDate('2024-01-08'),
    earlierSpells: [
      {
        startDate: toLocalDate('2019-01-07'),
        lastDay: toLocalDate('2022-06-30'),
        leavingReason: 'moved away',
      },
    ],
  }),
]);

async function plan(csv: string) {
  return planTable(leaversTarget, await readTable(leaversTarget, text(csv)), { existing });
}

describe('a list of leavers', () => {
  it('ends the posts of people who are here, and changes nothing else of them', async () => {
    const { changed, created, problems } = await plan(
      'Payroll no,Employee,Leaving date,Reason for leaving\n1,"Drever, Isla",31/03/2026,Pay\n,Rory Tulloch,28/02/2026,\n',
    );
    expect(problems).toEqual([]);
    expect(created).toEqual([]);
    expect(changed.map(({ value }) => [value.name, value.lastDay, value.leavingReason])).toEqual([
      ['Isla Drever', '2026-03-31', 'Pay'],
      ['Rory Tulloch', '2026-02-28', ''],
    ]);
    for (const { before, value } of changed)
      expect({ ...value, lastDay: before.lastDay, leavingReason: before.leavingReason }).toEqual(before);
  });

  it('finds somebody without a number here by the name, and is the same the second time', async () => {
    const csv = 'Payroll no,Name,Last day\n77,Rory Tulloch,28/02/2026\n';
    const first = await plan(csv);
    expect(first.changed.map(({ value }) => value.lastDay)).toEqual(['2026-02-28']);
    const after = existing.map((record) => ({
      ...record,
      value: first.changed.find(({ id }) => id === record.id)?.value ?? record.value,
    }));
    const again = planTable(leaversTarget, await readTable(leaversTarget, text(csv)), { existing: after });
    expect([again.created.length, again.changed.length, again.unchanged]).toEqual([0, 0, 1]);
  });

  it('adds who is not here only when it says enough of them', async () => {
    const { created, problems } = await plan(
      'Payroll no,Name,Last day,Start date,Role,Team\n90,Una New,31/03/2026,01/04/2024,Nurse,Day\n91,Otto New,31/03/2026,,Nurse,Day\n92,Ida New,31/03/2024,01/04/2024,Nurse,Day\n93,Isla Drever,31/03/2026,01/04/2021,Nurse,Day\n',
    );
    expect(created.map(({ value }) => [value.name, value.startDate, value.lastDay, value.team])).toEqual([
      ['Una New', '2024-04-01', '2026-03-31', 'Day'],
    ]);
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'Nobody in People fits. To add them, give a name, a role and a start date too'],
      [4, 'The last day is before the start date'],
      [5, 'Someone here has this name and start date and another payroll number'],
    ]);
  });

  it('never ends the post of somebody else, or of somebody who has come back', async () => {
    const { changed, unchanged, problems } = await plan(
      'Payroll no,Name,Last day\n1,Una Other,31/03/2026\n3,Ada Back,30/06/2022\n3,Ada Back,01/01/2023\n1,Isla Drever,\n',
    );
    expect(changed).toEqual([]);
    // The end of the earlier time is known already.
    expect(unchanged).toBe(1);
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'Someone with another name has this payroll number'],
      [4, 'The last day is before the start date that is recorded here'],
      [5, 'The last day is missing'],
    ]);
  });

  it('takes none of two rows that end one post on two days', async () => {
    const { changed, problemRows } = await plan('Payroll no,Last day\n1,31/03/2026\n1,30/04/2026\n');
    expect([changed.length, problemRows]).toEqual([0, 2]);
  });
});

describe('a list of time to practise', () => {
  const read = async (csv: string, has = {}) =>
    planTable(practiceTimeTarget, await readTable(practiceTimeTarget, text(csv)), has);
  const csv =
    'Month,Team,Breaks due,Breaks taken,Training booked,Training missed (workload),Training missed (other)\nMar 2026,Day,420,361,8,5,3\n';

  it('reads what is there and leaves the rest unsaid; without a team they are the whole service’s', async () => {
    const { created, problems } = await read(csv);
    expect(problems).toEqual([]);
    expect(created.map(({ value }) => value)).toEqual([
      {
        ...noPracticeTime,
        month: '2026-03',
        team: 'Day',
        breaksDue: 420,
        breaksTaken: 361,
        trainingBooked: 8,
        trainingMissedWorkload: 5,
        trainingMissedOther: 3,
      },
    ]);
    const whole = await read('Month,Breaks due,Breaks taken\nMar 2026,900,700\n');
    expect(whole.created.map(({ value }) => value)).toEqual([
      { ...noPracticeTime, month: '2026-03', team: '', breaksDue: 900, breaksTaken: 700 },
    ]);
    const total = await read(`${csv}Mar 2026,All teams,900,700,,,\n`);
    expect([total.created.length, total.problemRows]).toEqual([1, 1]);
    const again = await read(csv, {
      existing: stored(
        'practice-time',
        created.map(({ value }) => value),
      ),
    });
    expect([again.created.length, again.changed.length, again.unchanged]).toEqual([0, 0, 1]);
  });

  it('lays a second list over the first: a figure it does not give stays', async () => {
    const first = await read(csv);
    const { changed } = await read('Month,Team,Shifts planned,Shifts filled\nMar 2026,day,62,57\n', {
      existing: stored(
        'practice-time',
        first.created.map(({ value }) => value),
      ),
    });
    expect(changed.map(({ value }) => [value.breaksDue, value.shiftsFilled])).toEqual([[420, 57]]);
  });

  it('says why a row is left out', async () => {
    const { created, problems } = await read(
      'Month,Team,Breaks due,Breaks taken\nMar 2026,Day,10,12\nApr 2026,Day,,\nMay 2026,,4,4\nJun 2026,Day,4.5,4\n,Day,4,4\n',
    );
    expect(created).toEqual([]);
    expect(problems.map(({ row, ownColumn, reason }) => [row, ownColumn, reason])).toEqual([
      [2, 'Breaks taken', 'This is more than the breaks due'],
      [3, 'Month', 'This row has no figure in a column that is read'],
      [4, 'Team', 'This cell is empty'],
      [5, 'Breaks due', 'Use a whole number'],
      [6, 'Month', 'The month is missing'],
    ]);
  });
});

describe('an unattended folder', () => {
  async function kindOf(csv: string): Promise<string> {
    const parsed = await readRecords(text(csv));
    if (!parsed.ok) throw new Error(parsed.error.tag);
    const found = recogniseExtract(parsed.value);
    return found.type === 'extract' ? found.target.id : found.type;
  }

  it('knows both lists by their headings, and takes nothing else for them', async () => {
    const [one, two] = ['1,Una Test,31/03/2026,Pay', '2,Otto Test,30/04/2026,Moved'];
    expect(await kindOf(`Payroll no,Name,Leaving date,Reason\n${one}\n${two}\n`)).toBe('leavers');
    expect(await kindOf('Month,Team,Breaks due,Breaks taken\nMar 2026,Day,4,3\n')).toBe('practice-time');
    // A staff list has leavers in it; a list of absences without first days must end nobody's post.
    expect(
      await kindOf(
        `Payroll no,Name,Job title,Start date,Leaving date\n1,Una Test,Nurse,01/02/2020,31/03/2026\n`,
      ),
    ).toBe('people');
    expect(await kindOf(`Payroll no,Last day,Absence reason\n1,31/03/2026,Flu\n`)).toBe('unknown');
    expect(await kindOf(`Payroll no,Last day\n1,31/03/2026\n`)).toBe('unknown');
    expect(await kindOf('Month,Team,Funded WTE\nMar 2026,Day,12\n')).toBe('establishment');
  });

  it('ends posts of the staff list by the list of leavers beside it', async () => {
    const file = async (name: string, csv: string) => ({ name, content: await readRecords(text(csv)) });
    let next = 0;
    const { records, rejected } = importFolder({
      files: [
        await file(
          'leavers.csv',
          'Payroll no,Name,Leaving date\n1,Una Test,31/03/2026\n9,Nobody Here,31/03/2026\n',
        ),
        await file(
          'staff.csv',
          'Payroll no,Name,Job title,Start date\n1,Una Test,Nurse,01/02/2020\n2,Otto Test,Nurse,01/02/2020\n',
        ),
      ],
      today: toLocalDate('2026-11-24'),
      newId: () => testId((next += 1)),
      fileErrorText: ({ tag }) => tag,
    });
    expect(records.person.map(({ value }) => [value.name, value.lastDay])).toEqual([
      ['Una Test', '2026-03-31'],
      ['Otto Test', null],
    ]);
    expect(rejected.map(({ file: name, line }) => [name, line])).toEqual([['leavers.csv', 3]]);
  });
});
