import { describe, expect, it } from 'vitest';
import { namingColumns } from '@shared/import/answers';
import { missingColumns, suggestMapping } from '@shared/import/mapping';
import { absencesTarget } from '@shared/import/targets/absences';
import { caseloadTarget } from '@shared/import/targets/caseload';
import { peopleTarget } from '@shared/import/targets/people';
import { supervisionTarget } from '@shared/import/targets/supervision';
import { planTable, readTable, stored, text } from './support';
import { sessionDefaults } from '@shared/records/supervision-session/supervision-session';

const person = (name: string, payrollNumber: string) =>
  ({
    name,
    payrollNumber,
    role: 'Nurse',
    team: '',
    site: '',
    engagement: 'staff',
    contract: 'permanent',
    weeklyHours: 30,
    startDate: '2021-04-01',
    lastDay: null,
    leavingReason: '',
    frontFacing: true,
    exposure: 'direct',
    supervisionIntervalDays: null,
  }) as never;
const people = stored('person', [
  person('Isla Drever', '1'),
  person('Rory Tulloch', '2'),
  person('Rory Tulloch', '3'),
]);
const isla = people[0]?.id;

describe('mapping', () => {
  it('names the required columns that are not there, unless another stands in', async () => {
    const table = await readTable(peopleTarget, text('Surname,Forename,Colour\nDrever,Isla,red\n'));
    expect(
      missingColumns(peopleTarget.columns, suggestMapping(peopleTarget.columns, table)).map(({ key }) => key),
    ).toEqual(['role', 'startDate']);
  });

  it('uses no column of the file twice', async () => {
    const table = await readTable(peopleTarget, text('Start date,Start date,End date,Name\n1,2,3,4\n'));
    const used = Object.values(suggestMapping(peopleTarget.columns, table)).filter((index) => index !== null);
    expect(new Set(used).size).toBe(used.length);
    expect(table.headings).toEqual(['Start date', 'Start date (2)', 'End date', 'Name']);
  });
});

describe('references to people', () => {
  it('goes by number, else by a name that one person has', async () => {
    const table = await readTable(
      absencesTarget,
      text('Name,First day\n"Drever, Isla",01/02/2026\nRory Tulloch,01/02/2026\nNobody,01/02/2026\n'),
    );
    const plan = planTable(absencesTarget, table, { people });
    expect(plan.created.map(({ value }) => value.personId)).toEqual([isla]);
    expect(plan.problems.map(({ row, reason }) => [row, reason.slice(0, 20)])).toEqual([
      [3, 'More than one person'],
      [4, 'Nobody in People has'],
    ]);
  });

  it('attaches nothing to a payroll number that two people share', async () => {
    const shared = stored('person', [person('Isla Drever', 'a 7'), person('Rory Tulloch', 'A7')]);
    const absences = planTable(
      absencesTarget,
      await readTable(absencesTarget, text('Payroll no,First day\nA7,01/02/2026\n')),
      { people: shared },
    );
    const file = 'Payroll no,Name,Role,Start date\nA7,Rory Tulloch,Nurse,01/04/2021\n';
    const staff = planTable(peopleTarget, await readTable(peopleTarget, text(file)), { existing: shared });
    for (const plan of [absences, staff]) {
      expect(plan).toMatchObject({ created: [], changed: [], unchanged: 0 });
      expect(plan.problems).toMatchObject([
        { row: 2, reason: expect.stringMatching(/^More than one person has this payroll number/) },
      ]);
    }
  });

  it('fills in the end of an absence that was still open', async () => {
    const existing = stored('absence', [
      { personId: isla, firstDay: '2026-02-01', lastDay: null, reason: 'Other' } as never,
    ]);
    const plan = planTable(
      absencesTarget,
      await readTable(absencesTarget, text('Payroll no,First day,Last day\n1,01/02/2026,09/02/2026\n')),
      { people, existing },
    );
    expect(plan.changed.map(({ value }) => value)).toEqual([
      { personId: isla, firstDay: '2026-02-01', lastDay: '2026-02-09', reason: 'Other' },
    ]);
  });
});

describe('supervision sessions', () => {
  const session = (patch: object) =>
    ({
      kind: 'clinical',
      personIds: [isla],
      date: '2026-02-01',
      status: 'held',
      minutes: 45,
      themes: ['safety'],
      wellbeingAsked: true,
      note: 'Kept words.',
      actions: [],
      nextDate: null,
      facilitator: '',
      ...sessionDefaults,
      ...patch,
    }) as never;

  it('changes what the file knows and keeps what was written by hand', async () => {
    const existing = stored('supervision-session', [session({})]);
    const plan = planTable(
      supervisionTarget,
      await readTable(
        supervisionTarget,
        text('Date,Payroll no,Kind,Minutes,Status\n01/02/2026,1,Clinical,60,Completed\n'),
      ),
      { people, existing },
    );
    expect(plan.changed[0]?.value).toMatchObject({ minutes: 60, note: 'Kept words.', themes: ['safety'] });
  });

  it('does not double or rewrite a group session from one of its rows', async () => {
    const existing = stored('supervision-session', [
      session({ kind: 'reflective-group', personIds: people.map(({ id }) => id) }),
    ]);
    const rows =
      'Date,Payroll no,Kind,Minutes,Status\n01/02/2026,1,group,90,held\n01/02/2026,2,group,90,DNA\n';
    const plan = planTable(supervisionTarget, await readTable(supervisionTarget, text(rows)), {
      people,
      existing,
    });
    expect(plan).toMatchObject({ created: [], changed: [], unchanged: 1, problemRows: 1 });
  });

  it('refuses a held session that is still to come and words it does not know', async () => {
    const rows =
      'Date,Payroll no,Kind,Minutes,Status\n01/02/2027,1,clinical,60,held\n01/02/2026,1,chat,60,held\n02/02/2026,1,clinical,700,held\n03/02/2026,1,clinical,60,\n';
    const plan = planTable(supervisionTarget, await readTable(supervisionTarget, text(rows)), { people });
    expect(plan.created).toEqual([]);
    expect(plan.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Date'],
      [3, 'Kind'],
      [4, 'Minutes'],
      [5, 'Status'],
    ]);
  });
});

describe('figures', () => {
  it('refuses case counts below zero and halves', async () => {
    const plan = planTable(
      caseloadTarget,
      await readTable(
        caseloadTarget,
        text('Month,Payroll no,Open cases\n2026-01,1,-1\n2026-02,1,2.5\n2026-03,1,23\n'),
      ),
      { people },
    );
    expect(plan.problems.map(({ row }) => row)).toEqual([2, 3]);
    expect(plan.created).toHaveLength(1);
  });
});

describe('answer sets', () => {
  it('names columns that could say whose a reply is', async () => {
    const table = await readTable(peopleTarget, text('Timestamp,Email address,Q1\n1,2,3\n'));
    expect(namingColumns(table)).toEqual(['Timestamp', 'Email address']);
  });
});
