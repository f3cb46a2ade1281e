import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, fromDayNumber, toLocalDate, dayNumber } from '@shared/kernel/local-date';
import { planMerge } from '@shared/people/merge';
import { inTeamSince, isSameTeam, teamOn, teamTimes, withTeamSince } from '@shared/people/teams';
import { personKind, personSchema, type Person } from '@shared/records/person/person';
import { emptyPerson, fieldsOfPerson, readPersonFields } from '../../../renderer/features/people/person-form';

const day = toLocalDate;
const [ailsa] = personKind.examples as readonly [Person];
const today = day('2026-11-24');
const moved = withTeamSince(ailsa, 'Outreach', day('2025-04-01'));

describe('a team and when', () => {
  it('keeps the day before the move as the last in the old team', () => {
    expect(moved?.earlierTeams).toEqual([{ team: 'Recovery hub', lastDay: '2025-03-31' }]);
    if (moved === null) throw new Error('no move');
    expect(teamOn(moved, day('2025-03-31'))).toBe('Recovery hub');
    expect(teamOn(moved, day('2025-04-01'))).toBe('Outreach');
    expect(teamTimes(moved)).toEqual([
      { team: 'Recovery hub', from: null, to: '2025-03-31' },
      { team: 'Outreach', from: '2025-04-01', to: null },
    ]);
    expect(personSchema.safeParse(moved).success).toBe(true);
  });

  it('is only put right on the first day here or before', () => {
    expect(withTeamSince(ailsa, 'Outreach', ailsa.startDate)).toEqual({ ...ailsa, team: 'Outreach' });
  });

  it('says nothing where a later move is known', () => {
    if (moved === null) throw new Error('no move');
    expect(withTeamSince(moved, 'Day service', day('2025-04-01'))).toBeNull();
    expect(withTeamSince(moved, 'Day service', day('2025-04-02'))?.earlierTeams).toHaveLength(2);
  });

  it('takes the same name again, however it is written, for no move', () => {
    if (moved === null) throw new Error('no move');
    expect(isSameTeam('Out-reach ', 'out reach')).toBe(true);
    expect(withTeamSince(moved, 'OUTREACH', day('2025-04-01'))?.earlierTeams).toEqual(moved.earlierTeams);
    expect(withTeamSince(ailsa, ailsa.team, day('2025-04-01'))?.earlierTeams).toEqual([
      { team: '', lastDay: '2025-03-31' },
    ]);
  });

  it('gives every day one team, and moves in order lose none', () => {
    const names = fc.constantFrom('North', 'South', 'West');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -50, max: 2500 }),
        (moves, offset) => {
          let person: Person = ailsa;
          let at = dayNumber(ailsa.startDate);
          const on = addDays(ailsa.startDate, offset);
          let expected = person.team;
          for (const [team, gap] of moves) {
            at += gap;
            const since = fromDayNumber(at);
            // A move to the same team is none, and says what was before only where nothing is known.
            if (isSameTeam(team, person.team)) continue;
            const next = withTeamSince(person, team, since);
            expect(next).not.toBeNull();
            if (next !== null) person = next;
            if (daysBetween(since, on) >= 0) expected = team;
          }
          expect(teamOn(person, on)).toBe(expected);
          const times = teamTimes(person);
          expect(times.filter(({ from, to }) => (from ?? on) <= on && (to ?? on) >= on)).toHaveLength(1);
          expect(personSchema.safeParse(person).success).toBe(true);
        },
      ),
    );
  });
});

describe('a changed team in the form', () => {
  const fields = { ...fieldsOfPerson(ailsa), team: 'Outreach' };

  it('is a move on the day that is given', () => {
    const { person } = readPersonFields({ ...fields, teamSince: '1/4/2025' }, today, ailsa);
    expect(person).toEqual(moved);
    if (person === null) throw new Error('not read');
    expect(readPersonFields(fieldsOfPerson(person), today, person).person).toEqual(person);
  });

  it('is only a name when it was misspelt, or when there was none', () => {
    const misspelt = { ...fields, teamChange: 'misspelt' };
    expect(readPersonFields(misspelt, today, ailsa).person).toEqual({ ...ailsa, team: 'Outreach' });
    const first = { ...emptyPerson, ...fieldsOfPerson({ ...ailsa, team: '' }), team: 'Outreach' };
    expect(readPersonFields(first, today, { ...ailsa, team: '' }).person?.earlierTeams).toEqual([]);
  });

  it('asks for a day that can be one', () => {
    const said = (teamSince: string, before = ailsa) =>
      readPersonFields({ ...fieldsOfPerson(before), team: 'Day service', teamSince }, today, before).problems;
    expect(said('')).toEqual([{ field: 'teamSince', message: 'Enter the first day in this team' }]);
    expect(said('25/11/2026')).toMatchObject([{ field: 'teamSince' }]);
    if (moved === null) throw new Error('no move');
    expect(said('1/4/2025', moved)).toEqual([
      { field: 'teamSince', message: 'They have been in Outreach since 1 April 2025. Choose a later day' },
    ]);
  });

  it('lets an earlier team be changed or taken away', () => {
    if (moved === null) throw new Error('no move');
    const changed = { ...fieldsOfPerson(moved), teamBefore: ['Night team'], teamBeforeLast: ['1/2/2025'] };
    expect(readPersonFields(changed, today, moved).person?.earlierTeams).toEqual([
      { team: 'Night team', lastDay: '2025-02-01' },
    ]);
    const none = { ...fieldsOfPerson(moved), teamBefore: [], teamBeforeLast: [] };
    const { person } = readPersonFields(none, today, moved);
    expect(person === null ? 'not read' : inTeamSince(person)).toBeNull();
    const without = { ...fieldsOfPerson(moved), teamBeforeLast: [''] };
    expect(readPersonFields(without, today, moved).problems).toMatchObject([{ field: 'teamBeforeLast-0' }]);
  });
});

describe('two records of one person', () => {
  it('join their teams of before', () => {
    if (moved === null) throw new Error('no move');
    const id = (digit: string) => digit.repeat(32) as never;
    const other = { ...ailsa, earlierTeams: [{ team: 'Night team', lastDay: day('2023-01-31') }] };
    const record = (value: Person, digit: string) =>
      ({ kind: 'person', id: id(digit), value, revision: 1 }) as never;
    const plan = planMerge({
      keepId: id('1'),
      goneId: id('2'),
      records: [record(moved, '1'), record(other, '2')],
    });
    expect(plan?.writes.find(({ type }) => type === 'put')).toMatchObject({
      value: {
        earlierTeams: [
          { team: 'Night team', lastDay: '2023-01-31' },
          { team: 'Recovery hub', lastDay: '2025-03-31' },
        ],
      },
    });
  });
});
