import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import { emptyPerson, fieldsOfPerson, readPersonFields } from '../../../renderer/features/people/person-form';
import {
  actionsOf,
  addLine,
  rewordLine,
  takeLineAway,
} from '../../../renderer/features/supervision/agreed-actions';
import {
  emptySession,
  fieldsOfSession,
  nextDateText,
  readSessionFields,
} from '../../../renderer/features/supervision/session-form';

const today = toLocalDate('2026-11-24');
const who = '00112233445566778899aabbccddeeff';
const context = { today, intervalDays: 56, agreedMinutes: null, before: null, leaders: [], rows: [] };

describe('the supervision form', () => {
  it('saves with nothing but a person chosen', () => {
    expect(readSessionFields(emptySession(who), context).session).toMatchObject({
      personIds: [who],
      date: '2026-11-24',
      kind: 'clinical',
      status: 'held',
      minutes: 60,
      nextDate: '2027-01-19',
      wellbeingAsked: null,
    });
  });

  it('names every problem of an empty or wrong form, in the order of the fields', () => {
    const reading = readSessionFields(
      {
        ...emptySession(null),
        date: 'someday',
        minutes: 'other',
        otherMinutes: '1e3',
        nextDate: 'never',
        isNextOwn: true,
      },
      context,
    );
    expect(reading.session).toBeNull();
    expect(reading.problems.map(({ field }) => field)).toEqual([
      'personIds',
      'date',
      'otherMinutes',
      'nextDate',
    ]);
  });

  it('refuses a held session that is still to come, more than one person alone, a next date before the day', () => {
    expect(
      readSessionFields({ ...emptySession(who), date: '25/11/2026' }, context).problems.map(
        ({ field }) => field,
      ),
    ).toEqual(['date']);
    expect(
      readSessionFields(
        { ...emptySession(who), date: 'yesterday', nextDate: '1/11/2026', isNextOwn: true },
        context,
      ).problems,
    ).toEqual([{ field: 'nextDate', message: 'The next date is not after this session' }]);
  });

  it('counts the line that is still being typed', () => {
    const fields = { ...emptySession(who), lines: ['Swap the clinic @fri @manager'], newLine: 'Book leave' };
    expect(actionsOf(fields, context)).toEqual([
      { text: 'Swap the clinic', owner: 'Manager', due: '2026-11-27', doneOn: null, droppedOn: null },
      { text: 'Book leave', owner: '', due: null, doneOn: null, droppedOn: null },
    ]);
  });

  it('keeps nothing of the talk when it was cancelled', () => {
    const cancelled = readSessionFields(
      { ...emptySession(who), status: 'cancelled-by-service', themes: ['safety'], wellbeingAsked: 'yes' },
      context,
    );
    expect(cancelled.session).toMatchObject({ minutes: null, themes: [], wellbeingAsked: null });
  });

  it('gives back a saved session unchanged', () => {
    const { session } = readSessionFields(
      {
        ...emptySession(who),
        date: '17/11/2026',
        lines: ['Swap the clinic @fri @manager'],
        themes: ['growth'],
        minutes: 'other',
        otherMinutes: '75',
      },
      context,
    );
    if (session === null) throw new Error('not read');
    expect(readSessionFields(fieldsOfSession(session), { ...context, before: session }).session).toEqual(
      session,
    );
  });

  it('keeps done what was done, by the line and not by its words', () => {
    const { session } = readSessionFields(
      { ...emptySession(who), lines: ['Ring the union', 'Ring the union', 'Book leave'] },
      context,
    );
    if (session === null) throw new Error('not read');
    const done = session.actions.map((action, index) =>
      index === 1 ? { ...action, doneOn: today } : action,
    );
    const before = { ...session, actions: done };
    const fields = fieldsOfSession(before);
    const doneDays = (changed: object) =>
      actionsOf({ ...fields, ...changed }, { today, before }).map(({ text, doneOn }) => [text, doneOn]);

    expect(doneDays({})).toEqual([
      ['Ring the union', null],
      ['Ring the union', today],
      ['Book leave', null],
    ]);
    expect(doneDays(takeLineAway(fields, 1))).toEqual([
      ['Ring the union', null],
      ['Book leave', null],
    ]);
    expect(doneDays(addLine({ ...takeLineAway(fields, 1), newLine: 'Ring the union' }))).toEqual([
      ['Ring the union', null],
      ['Book leave', null],
      ['Ring the union', null],
    ]);
    expect(doneDays({ ...rewordLine(fields, 1), newLine: 'Ring the branch' })).toEqual([
      ['Ring the union', null],
      ['Book leave', null],
      ['Ring the branch', today],
    ]);
    expect(doneDays(rewordLine({ ...fields, newLine: 'Swap the clinic' }, 0))).toEqual([
      ['Ring the union', today],
      ['Book leave', null],
      ['Swap the clinic', null],
      ['Ring the union', null],
    ]);
  });

  it('suggests no next date that has passed', () => {
    expect(nextDateText({ ...emptySession(who), date: '1 feb 2026' }, context)).toBe('');
  });
});

describe('the person form', () => {
  it('names what is missing', () => {
    expect(readPersonFields(emptyPerson, today).problems).toEqual([
      { field: 'name', message: 'Enter a name' },
      { field: 'role', message: 'Enter a role, like key worker' },
      { field: 'startDate', message: 'Enter the start date' },
    ]);
  });

  it('refuses a last day before the start, hours that are no number, a rhythm out of range', () => {
    const fields = {
      ...emptyPerson,
      name: 'Ailsa Munro',
      role: 'Key worker',
      startDate: '24/11/2026',
      lastDay: '23/11/2026',
      weeklyHours: 'full',
      supervisionIntervalDays: '3',
    };
    const { problems } = readPersonFields(fields, today);
    expect(problems.map(({ field }) => field)).toEqual(['weeklyHours', 'supervisionIntervalDays', 'lastDay']);
    expect(
      readPersonFields({ ...fields, weeklyHours: '37,5', supervisionIntervalDays: '' }, today).problems,
    ).toEqual([{ field: 'lastDay', message: 'The last day is before the start date' }]);
  });

  it('gives back a saved person unchanged; a volunteer has no contract', () => {
    const { person } = readPersonFields(
      {
        ...emptyPerson,
        name: 'Calum Reid',
        role: 'Peer volunteer',
        engagement: 'volunteer',
        contract: 'permanent',
        startDate: '29/02/2024',
        weeklyHours: '4',
      },
      today,
    );
    if (person === null) throw new Error('not read');
    expect(person.contract).toBe('none');
    expect(readPersonFields(fieldsOfPerson(person), today).person).toEqual(person);
  });
});
