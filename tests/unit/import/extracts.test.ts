import { describe, expect, it } from 'vitest';
import { answerColumns, planAnswers } from '@shared/import/answers';
import { knownHeadings, suggestMapping } from '@shared/import/mapping';
import { absencesTarget } from '@shared/import/targets/absences';
import { caseloadTarget } from '@shared/import/targets/caseload';
import { establishmentTarget } from '@shared/import/targets/establishment';
import { peopleTarget } from '@shared/import/targets/people';
import { supervisionTarget } from '@shared/import/targets/supervision';
import { readCsv } from '../../../renderer/records/import/read-csv';
import { fixtureBytes, planFile, stored } from './support';
import { personDefaults } from '@shared/records/person/person';

const team = async () =>
  stored(
    'person',
    (await planFile(peopleTarget, 'input/people.csv')).created.map(({ value }) => value),
  );

describe('the extracts of the made-up service', () => {
  it('brings in all 46 people, volunteers, sessional and agency alike', async () => {
    const plan = await planFile(peopleTarget, 'input/people.csv');
    expect(plan.problems).toEqual([]);
    expect(plan.created).toHaveLength(46);
    const engagements = new Set(plan.created.map(({ value }) => value.engagement));
    expect([...engagements].sort()).toEqual(['agency', 'sessional', 'staff', 'volunteer']);
    expect(plan.created[0]?.value).toEqual({
      name: 'Bryce Lockhart',
      payrollNumber: '10595',
      role: 'Support worker',
      team: 'Recovery hub',
      site: 'Harbour',
      engagement: 'staff',
      contract: 'permanent',
      weeklyHours: 18.75,
      startDate: '2016-11-29',
      lastDay: null,
      leavingReason: '',
      frontFacing: true,
      exposure: 'frequent',
      supervisionIntervalDays: null,
      ...personDefaults,
    });
  });

  it('brings in every absence, session, caseload and establishment figure', async () => {
    const people = await team();
    const absences = await planFile(absencesTarget, 'input/absence.csv', { people });
    const sessions = await planFile(supervisionTarget, 'input/supervision.csv', { people });
    const caseload = await planFile(caseloadTarget, 'input/caseload.csv', { people });
    const establishment = await planFile(establishmentTarget, 'input/establishment.csv');
    for (const plan of [absences, sessions, caseload, establishment]) {
      expect(plan.problems).toEqual([]);
      expect(plan.repeated).toBe(0);
    }
    expect([absences, sessions, caseload, establishment].map((plan) => plan.created.length)).toEqual([
      173, 429, 390, 72,
    ]);
  });

  it('finds nothing new the second time', async () => {
    const people = await team();
    const again = await planFile(peopleTarget, 'input/people.csv', { existing: people });
    expect(again).toMatchObject({ created: [], changed: [], unchanged: 46, problems: [] });
    const sessions = await planFile(supervisionTarget, 'input/supervision.csv', { people });
    const existing = stored(
      'supervision-session',
      sessions.created.map(({ value }) => value),
    );
    const sessionsAgain = await planFile(supervisionTarget, 'input/supervision.csv', { people, existing });
    expect(sessionsAgain).toMatchObject({ created: [], changed: [], unchanged: 429, problems: [] });
  });

  it('says which rows have a person that nobody knows', async () => {
    const people = (await team()).slice(1);
    const plan = await planFile(absencesTarget, 'input/absence.csv', { people });
    expect(plan.problems).toHaveLength(12);
    expect(plan.problems[0]).toEqual({
      row: 2,
      column: 'Payroll no',
      ownColumn: 'Payroll number',
      reason: 'Nobody in People has this payroll number',
      value: '10595',
    });
    expect(plan.created).toHaveLength(161);
  });

  it('reads answer sets by item number, sorted', async () => {
    const columns = answerColumns(35);
    const table = await readCsv(fixtureBytes('input/answers-hse35-baseline.csv'), knownHeadings(columns));
    if (!table.ok) throw new Error(table.error.tag);
    const plan = planAnswers({
      table: table.value,
      mapping: suggestMapping(columns, table.value),
      itemCount: 35,
      allowed: [1, 2, 3, 4, 5],
    });
    expect(plan).toMatchObject({ problems: [], emptyRows: 0 });
    expect(plan.replies).toHaveLength(17);
    expect(plan.replies.every(({ answers, split }) => answers.length === 35 && split === null)).toBe(true);
    const tooNarrow = planAnswers({
      table: table.value,
      mapping: suggestMapping(columns, table.value),
      itemCount: 35,
      allowed: [1, 2, 3, 4],
    });
    expect(tooNarrow.problems[0]).toMatchObject({
      row: 2,
      column: 'Q3',
      reason: 'Use a whole number from 1 to 4, or leave it blank',
    });
  });
});
