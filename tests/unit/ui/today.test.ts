import { describe, expect, it } from 'vitest';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { eventPlanKind } from '@shared/records/event-plan/event-plan';
import { personKind } from '@shared/records/person/person';
import { wellbeingWaveKind } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { supervisionSessionKind } from '@shared/records/supervision-session/supervision-session';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';
import { doneLast, listActions, openFirst } from '../../../renderer/features/actions/agreed-actions';
import { draftHref, draftsToCarryOn, type DraftHomes } from '../../../renderer/features/today/drafts';
import { needsToday, weekEntries, type TodayRecords } from '../../../renderer/features/today/needs';

const today = toLocalDate('2026-11-24');
const id = (byte: number) => recordIdFromBytes(new Uint8Array(16).fill(byte));

function stored<K extends KindName>(kind: K, byte: number, value: RecordValue<K>): StoredRecord<K> {
  return { kind, id: id(byte), revision: 1, savedAt: 0, value };
}

function person(byte: number, changes: Partial<RecordValue<'person'>> = {}) {
  const value = {
    ...personKind.examples[0]!,
    name: `Person ${String(byte)}`,
    supervisionIntervalDays: null,
    ...changes,
  };
  return stored('person', byte, value);
}

function session(byte: number, who: number, changes: Partial<RecordValue<'supervision-session'>> = {}) {
  const value = {
    ...supervisionSessionKind.examples[0]!,
    personIds: [id(who)],
    date: addDays(today, -56),
    actions: [],
    nextDate: null,
    ...changes,
  };
  return stored('supervision-session', byte, value);
}

const none: TodayRecords = { people: [], sessions: [], absences: [], plans: [], intervalDays: 56 };

describe('needsToday', () => {
  it('calls supervision due on the day the interval is reached, overdue the day after, and not before', () => {
    const people = [person(1), person(2), person(3)];
    const sessions = [
      session(11, 1),
      session(12, 2, { date: addDays(today, -57) }),
      session(13, 3, { date: addDays(today, -55) }),
    ];
    const needs = needsToday({ ...none, people, sessions }, today);
    expect(needs.map((need) => [need.title, need.daysLate])).toEqual([
      ['Supervision for Person 2', 1],
      ['Supervision for Person 1', 0],
    ]);
  });

  it('does not count a cancelled session or one still to come', () => {
    const people = [person(1)];
    const sessions = [
      session(11, 1),
      session(13, 1, { status: 'cancelled-by-service', date: addDays(today, -2) }),
      session(14, 1, { date: addDays(today, 2) }),
    ];
    expect(needsToday({ ...none, people, sessions }, today)).toHaveLength(1);
  });

  it('prefers a person’s own interval, and leaves leavers and starters out', () => {
    const people = [
      person(1, { supervisionIntervalDays: 84 }),
      person(2, { lastDay: addDays(today, -1) }),
      person(3, { startDate: addDays(today, 1) }),
      person(4, { startDate: addDays(today, -10) }),
    ];
    const sessions = [session(11, 1), session(12, 2)];
    expect(needsToday({ ...none, people, sessions }, today)).toEqual([]);
  });

  it('asks nothing of someone who is away for the whole interval', () => {
    const away = stored('absence', 31, {
      personId: id(1),
      firstDay: addDays(today, -90),
      lastDay: null,
      reason: '',
    });
    const sessions = [session(11, 1, { date: addDays(today, -100) })];
    expect(needsToday({ ...none, people: [person(1)], sessions, absences: [away] }, today)).toEqual([]);
  });

  it('puts plan steps before supervision and agreed actions, and leaves closed plans out', () => {
    const plan = { ...eventPlanKind.examples[0]!, reviewActions: [] };
    const steps = [{ ...plan.steps[0]!, doneOn: null, due: addDays(today, -1) }];
    const open = stored('event-plan', 21, { ...plan, steps, affected: [], othersAffected: [] });
    const closed = stored('event-plan', 22, {
      ...plan,
      steps,
      affected: [],
      othersAffected: [],
      closedOn: today,
    });
    const action = { text: 'Swap the clinic', owner: 'Manager', due: today, doneOn: null, droppedOn: null };
    const records = {
      ...none,
      people: [person(1)],
      sessions: [
        session(11, 1, {
          actions: [
            action,
            { ...action, doneOn: today },
            { ...action, droppedOn: today },
            { ...action, due: null },
          ],
        }),
      ],
      plans: [open, closed],
    };
    expect(needsToday(records, today).map((need) => need.kind)).toEqual(['step', 'supervision', 'action']);
  });

  it('asks for what a learning review wanted, in a closed plan too, and for a contact that was agreed', () => {
    const example = eventPlanKind.examples[0]!;
    const affected = {
      ...example.affected[0]!,
      optedOutOn: null,
      noContactReason: '',
      contacts: (['hours-24-72', 'weeks-1-2', 'day-28', 'months-3'] as const).map((phaseId) => ({
        phaseId,
        status: 'accepted' as const,
        on: addDays(today, -5),
        by: '',
        nextOn: phaseId === 'months-3' ? addDays(today, -1) : null,
      })),
    };
    const plan = { ...example, steps: [], affected: [affected], othersAffected: [], closedOn: null };
    const action = { ...example.reviewActions[0]!, due: addDays(today, -2), doneOn: null };
    const records = {
      ...none,
      plans: [
        stored('event-plan', 21, { ...plan, reviewActions: [] }),
        stored('event-plan', 22, {
          ...plan,
          closedOn: today,
          reviewActions: [
            action,
            { ...action, id: 'done', doneOn: today },
            { ...action, id: 'open', due: null },
          ],
        }),
      ],
    };
    expect(needsToday(records, today).map(({ kind, daysLate }) => [kind, daysLate])).toEqual([
      ['check-in', 1],
      ['action', 2],
    ]);
  });
});

describe('weekEntries', () => {
  it('holds seven days, without appointments that a later session replaced or what is due today', () => {
    const people = [person(1), person(2)];
    const sessions = [
      session(11, 1, { nextDate: addDays(today, 6) }),
      session(12, 2, { date: addDays(today, -50), nextDate: addDays(today, 7) }),
      session(13, 1, { date: addDays(today, -1), nextDate: today }),
    ];
    expect(weekEntries({ ...none, people, sessions }, today).map((entry) => [entry.day, entry.text])).toEqual(
      [
        [today, 'Supervision, Person 1'],
        [addDays(today, 6), 'Supervision due, Person 2'],
      ],
    );
  });
});

describe('drafts', () => {
  const noHomes: DraftHomes = { people: [], sessions: [], absences: [], plans: [], waves: [] };
  const draft = (
    byte: number,
    form: RecordValue<'draft'>['form'],
    recordId: RecordValue<'draft'>['recordId'],
  ) => ({ ...stored('draft', byte, { form, recordId, title: '', fields: {} }), savedAt: byte });
  const wave = (byte: number, lockedOn: RecordValue<'wellbeing-wave'>['lockedOn']) =>
    stored('wellbeing-wave', byte, { ...wellbeingWaveKind.examples[0]!, lockedOn });

  it('are all offered, newest first, each with an address of its own', () => {
    const drafts = [draft(1, 'supervision', null), draft(2, 'supervision', null)];
    expect(draftsToCarryOn(drafts, noHomes).map(draftHref)).toEqual([
      `/supervision/drafts/${id(2)}`,
      `/supervision/drafts/${id(1)}`,
    ]);
  });

  it('of a reply go to the round, and only while it is open', () => {
    const drafts = [draft(1, 'wave', id(5)), draft(2, 'wave-details', id(5))];
    expect(draftsToCarryOn(drafts, { ...noHomes, waves: [wave(5, null)] }).map(draftHref)).toEqual([
      `/wellbeing/rounds/${id(5)}/edit`,
      `/wellbeing/rounds/${id(5)}/paper`,
    ]);
    expect(draftsToCarryOn(drafts, { ...noHomes, waves: [wave(5, today)] })).toEqual([]);
    expect(draftsToCarryOn(drafts, noHomes)).toEqual([]);
  });

  it('offers a sitting where its group is, and one being changed where it is itself', () => {
    const drafts = [draft(1, 'group', id(5)), draft(2, 'sitting', id(5)), draft(3, 'sitting-details', id(6))];
    const isThere = (kind: string, of: string) =>
      (kind === 'reflective-group' && of === id(5)) || (kind === 'group-session' && of === id(6));
    expect(draftsToCarryOn(drafts, { ...noHomes, isThere }).map(draftHref)).toEqual([
      `/supervision/sittings/${id(6)}/edit`,
      `/supervision/groups/${id(5)}/sitting`,
      `/supervision/groups/${id(5)}/edit`,
    ]);
    expect(draftsToCarryOn(drafts, noHomes)).toEqual([]);
  });

  it('of a record that is gone or a plan that is closed are not offered', () => {
    const plan = eventPlanKind.examples[0]!;
    const drafts = [draft(1, 'person', id(6)), draft(2, 'step', id(7)), draft(3, 'check-in', id(8))];
    const homes = {
      ...noHomes,
      plans: [
        stored('event-plan', 7, { ...plan, closedOn: null }),
        stored('event-plan', 8, { ...plan, closedOn: today }),
      ],
    };
    expect(draftsToCarryOn(drafts, homes).map(draftHref)).toEqual([`/incidents/${id(7)}`]);
  });
});

describe('agreed actions', () => {
  it('lists the open ones by date, undated last, and the done ones latest first', () => {
    const actions = [
      { text: 'undated', owner: '', due: null, doneOn: null, droppedOn: null },
      { text: 'later', owner: '', due: addDays(today, 3), doneOn: null, droppedOn: null },
      { text: 'sooner', owner: '', due: today, doneOn: null, droppedOn: null },
      { text: 'done first', owner: '', due: null, doneOn: addDays(today, -3), droppedOn: null },
      { text: 'done last', owner: '', due: null, doneOn: today, droppedOn: null },
    ];
    const listed = listActions([session(11, 1, { actions })]);
    expect(openFirst(listed).map((action) => action.text)).toEqual(['sooner', 'later', 'undated']);
    expect(doneLast(listed).map((action) => action.text)).toEqual(['done last', 'done first']);
  });
});
