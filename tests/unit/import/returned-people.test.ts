/** Lists that are brought in again, about people who came back or whose two records were joined. */
import { describe, expect, it } from 'vitest';
import { peopleTarget } from '@shared/import/targets/people';
import { toLocalDate } from '@shared/kernel/local-date';
import { personKind, type Person } from '@shared/records/person/person';
import { planTable, readTable, stored, text } from './support';

const [example] = personKind.examples;
const person = (changes: Partial<Person>): Person => {
  if (example === undefined) throw new Error('an example');
  return { ...example, name: 'Ailsa Munro', payrollNumber: '20417', ...changes };
};
const returned = person({
  startDate: toLocalDate('2024-03-04'),
  earlierSpells: [
    {
      startDate: toLocalDate('2018-05-01'),
      lastDay: toLocalDate('2019-12-31'),
      leavingReason: 'resignation',
    },
  ],
});
const plan = async (rows: string, people: readonly Person[]) =>
  planTable(
    peopleTarget,
    await readTable(peopleTarget, text(`Payroll number,Name,Role,Start date,Last day\n${rows}\n`)),
    { existing: stored('person', people) },
  );

describe('a list of people, brought in again', () => {
  it('changes nothing when it still has the earlier time of somebody who came back', async () => {
    expect(await plan('20417,Ailsa Munro,Key worker,2018-05-01,2019-12-31', [returned])).toMatchObject({
      created: [],
      changed: [],
      unchanged: 1,
      problems: [],
    });
    expect(await plan(',Ailsa Munro,Key worker,2018-05-01,', [returned])).toMatchObject({
      created: [],
      unchanged: 1,
    });
  });

  it('changes nothing when it has the time of now', async () => {
    expect(await plan('20417,Ailsa Munro,Key worker,2024-03-04,', [returned])).toMatchObject({
      created: [],
      changed: [],
      unchanged: 1,
    });
  });

  it('keeps the time before when it brings a new start of somebody who left', async () => {
    const left = person({
      startDate: toLocalDate('2018-05-01'),
      lastDay: toLocalDate('2019-12-31'),
      leavingReason: 'resignation',
    });
    const { created, changed } = await plan('20417,Ailsa Munro,Key worker,2024-03-04,', [left]);
    expect(created).toEqual([]);
    expect(changed).toMatchObject([
      {
        before: { startDate: '2018-05-01', lastDay: '2019-12-31' },
        value: {
          startDate: '2024-03-04',
          lastDay: null,
          leavingReason: '',
          earlierSpells: [{ startDate: '2018-05-01', lastDay: '2019-12-31', leavingReason: 'resignation' }],
        },
      },
    ]);
  });

  it('asks, and makes nobody anew, when the number is of a record that was joined', async () => {
    const { created, problems } = await plan('99999,Ailsa Munro,Key worker,2024-03-04,', [returned]);
    expect(created).toEqual([]);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'Someone here has this name and start date and another payroll number. Add them by hand if they are two people',
    ]);
  });
});
