/** A staff list with a day on which people came to their team. */
import { describe, expect, it } from 'vitest';
import { peopleTarget } from '@shared/import/targets/people';
import { toLocalDate } from '@shared/kernel/local-date';
import { personKind, type Person } from '@shared/records/person/person';
import { planTable, readTable, stored, text } from '../import/support';

const [example] = personKind.examples as readonly [Person];
const ailsa: Person = { ...example, team: 'Recovery hub', startDate: toLocalDate('2021-03-01') };
const plan = async (rows: string, people: readonly Person[], since = 'In team since') =>
  planTable(
    peopleTarget,
    await readTable(peopleTarget, text(`Payroll number,Name,Role,Start date,Team,${since}\n${rows}\n`)),
    { existing: stored('person', people) },
  );
const row = (team: string, since: string, start = '2021-03-01') =>
  `20417,Ailsa Munro,Key worker,${start},${team},${since}`;

describe('a team and its first day in a staff list', () => {
  it('make a move, and none the second time', async () => {
    const { changed, problems } = await plan(row('Outreach', '2025-04-01'), [ailsa]);
    expect(problems).toEqual([]);
    expect(changed.map(({ value }) => value)).toEqual([
      { ...ailsa, team: 'Outreach', earlierTeams: [{ team: 'Recovery hub', lastDay: '2025-03-31' }] },
    ]);
    const moved = changed[0]?.value;
    if (moved === undefined) throw new Error('no change');
    expect(await plan(row('Outreach', '2025-04-01'), [moved])).toMatchObject({ changed: [], unchanged: 1 });
  });

  it('is known by other headings', async () => {
    const { changed } = await plan(row('Outreach', '1/4/2025'), [ailsa], 'Date of transfer');
    expect(changed[0]?.value.earlierTeams).toEqual([{ team: 'Recovery hub', lastDay: '2025-03-31' }]);
  });

  it('put a name right where no day is given', async () => {
    const { changed } = await plan(row('Recovery Hub West', ''), [ailsa]);
    expect(changed.map(({ value }) => value)).toEqual([{ ...ailsa, team: 'Recovery Hub West' }]);
  });

  it('say of somebody new that they were elsewhere before', async () => {
    const { created } = await plan(row('Outreach', '2025-04-01'), []);
    expect(created[0]?.value).toMatchObject({
      team: 'Outreach',
      earlierTeams: [{ team: '', lastDay: '2025-03-31' }],
    });
    const fromTheStart = await plan(row('Outreach', '2021-03-01'), []);
    expect(fromTheStart.created[0]?.value.earlierTeams).toEqual([]);
  });

  it('are refused where they contradict what is known, or lie ahead', async () => {
    const later = { ...ailsa, earlierTeams: [{ team: 'Night team', lastDay: toLocalDate('2025-06-30') }] };
    const reasons = async (rows: string, people: readonly Person[]) =>
      (await plan(rows, people)).problems.map(({ reason }) => reason);
    expect(await reasons(row('Outreach', '2025-04-01'), [later])).toEqual([
      'A later change of team is recorded for this person. Change it by hand',
    ]);
    expect(await reasons(row('Outreach', '2031-04-01'), [ailsa])).toEqual(['This day is still to come']);
    expect(await reasons(row('Outreach', 'soon'), [ailsa])).toHaveLength(1);
  });

  it('keep earlier teams when the list says nothing of them', async () => {
    const moved = { ...ailsa, earlierTeams: [{ team: 'Night team', lastDay: toLocalDate('2025-06-30') }] };
    expect(await plan(row('Recovery hub', ''), [moved])).toMatchObject({ changed: [], unchanged: 1 });
  });
});
