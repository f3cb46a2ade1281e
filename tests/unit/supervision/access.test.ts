import { describe, expect, it } from 'vitest';
import { addDays } from '@shared/kernel/local-date';
import { sittingsOf } from '@shared/groups/sittings';
import type { Agreement } from '@shared/records/agreement/agreement';
import type { Person } from '@shared/records/person/person';
import { isPartTime, supervisionAccess, type AccessInput } from '@shared/supervision/access';
import { agreementState, isReviewDue, reviewAfter } from '@shared/supervision/agreements';
import { facilitatorStates, trainingState } from '@shared/supervision/facilitators';
import { percentText } from '@shared/supervision/coverage';
import { day, id, session, stored } from '../retention/support';

const asOf = day('2026-03-31');
const somebody = (byte: number, name: string, changes: Partial<Person> = {}) =>
  stored('person', byte, {
    name,
    role: 'Key worker',
    startDate: day('2022-01-10'),
    supervisionIntervalDays: null,
    ...changes,
  });
const signed = { state: 'signed', on: day('2026-01-12') } as const;
const agreement = (byte: number, personByte: number, changes: Partial<Agreement> = {}) =>
  stored('agreement', byte, {
    personId: id(personByte),
    startedOn: day('2026-01-12'),
    signatures: { person: signed, supervisor: signed },
    ...changes,
  });
const assignment = (byte: number, personByte: number, facilitatorByte: number | null) =>
  stored('supervision-assignment', byte, {
    personId: id(personByte),
    kind: 'clinical',
    facilitatorId: facilitatorByte === null ? null : id(facilitatorByte),
    noSupervisorReason: facilitatorByte === null ? 'none-available-island' : null,
    from: day('2026-01-12'),
    until: null,
  });

/** Nine entitled: A, B, C of the story, three more on time, the island worker and two support workers. */
const people = [
  somebody(1, 'Key worker A', { exposure: 'frequent', partTime: true }),
  somebody(2, 'Key worker B', { exposure: 'frequent' }),
  somebody(3, 'Key worker C', { exposure: 'direct' }),
  somebody(4, 'Nurse one', { role: 'Nurse', exposure: 'direct', workPattern: 'nights' }),
  somebody(5, 'Nurse two', { role: 'Nurse', exposure: 'direct' }),
  somebody(6, 'Volunteer H', {
    role: 'Volunteer',
    engagement: 'volunteer',
    contract: 'none',
    exposure: 'indirect',
  }),
  somebody(7, 'Island worker', {
    role: 'Outreach worker',
    siteTraits: ['rural', 'island'],
    exposure: 'direct',
  }),
  somebody(8, 'Support one', { role: 'Support worker', exposure: 'frequent' }),
  somebody(9, 'Support two', { role: 'Support worker', exposure: 'frequent' }),
  somebody(10, 'On long leave', { leaves: [{ firstDay: day('2025-11-03'), lastDay: null }] }),
  somebody(11, 'Gone', { lastDay: day('2026-03-30') }),
];
const held = (byte: number, who: number, on: string) => session(byte, [who], { date: day(on) });
const cancelled = (byte: number, on: string) =>
  session(byte, [1], { date: day(on), status: 'cancelled-by-service', cancelledBecause: 'staffing' });
const input: AccessInput = {
  people,
  sessions: [
    held(101, 1, '2026-02-05'),
    held(102, 2, '2026-02-03'),
    held(103, 3, '2026-02-02'),
    held(104, 4, '2026-03-11'),
    held(105, 5, '2026-02-25'),
    held(107, 7, '2026-03-20'),
    cancelled(111, '2025-06-02'),
    cancelled(112, '2025-07-02'),
    cancelled(113, '2025-08-04'),
    cancelled(114, '2025-09-02'),
    ...Array.from({ length: 9 }, (_, index) => held(120 + index, 1, addDays(day('2025-04-08'), index * 14))),
  ],
  groupSessions: [
    stored('group-session', 150, {
      groupId: id(90),
      date: day('2026-03-05'),
      minutes: 120,
      nextDate: null,
      attendance: [6, 12, 13, 14, 15, 16].map((byte) => ({ personId: id(byte), answer: 'came' as const })),
    }),
  ],
  agreements: [1, 2, 3, 4, 5, 6, 8].map((byte) => agreement(60 + byte, byte)),
  assignments: [
    ...[1, 2, 3, 4, 5, 6, 8, 9].map((byte) => assignment(70 + byte, byte, 201)),
    assignment(77, 7, null),
  ],
  facilitators: [
    stored('facilitator', 201, { name: 'Supervisor D', trainingExpires: day('2026-03-01'), maxLoad: 9 }),
    stored('facilitator', 202, { name: 'Facilitator E', trainingExpires: day('2027-03-01'), maxLoad: null }),
  ],
  groups: [stored('reflective-group', 90, { facilitatorId: id(202), roster: [], waiting: [] })],
  absences: [],
  intervalDays: 56,
  fullTimeWeeklyHours: 37.5,
  asOf,
};
const access = supervisionAccess(input);
const of = (byte: number) => access.people.find((each) => each.id === id(byte));

describe('story 2: coverage as of 2026-03-31, interval 56 days', () => {
  it('Key worker A last held 2026-02-05 (54 days, on time), B 2026-02-03 (56, due), C 2026-02-02 (57, overdue 1)', () => {
    expect(of(1)).toMatchObject({ lastHeld: '2026-02-05', daysSince: 54, state: 'on-time', overdueBy: 0 });
    expect(of(2)).toMatchObject({ lastHeld: '2026-02-03', daysSince: 56, state: 'due-today', overdueBy: 0 });
    expect(of(3)).toMatchObject({ lastHeld: '2026-02-02', daysSince: 57, state: 'overdue', overdueBy: 1 });
  });

  it('nine entitled, 7 with agreements (77.8%), 6 held on time (66.7%)', () => {
    expect(access.entitled).toBe(9);
    expect(access.agreed).toEqual({ part: 7, whole: 9, rate: 7 / 9 });
    expect(percentText(access.agreed.part, access.agreed.whole)).toBe('77.8%');
    expect(access.onTime).toEqual({ part: 6, whole: 9, rate: 6 / 9 });
    expect(percentText(access.onTime.part, access.onTime.whole)).toBe('66.7%');
    expect(access.away).toBe(1);
  });

  it('1 no supervisor (reason "none available, island")', () => {
    expect(
      access.noSupervisor.map(({ person, noSupervisorReason }) => [person.name, noSupervisorReason]),
    ).toEqual([['Island worker', 'none-available-island']]);
    expect(access.notSaid).toEqual([]);
    expect(access.assigned).toEqual({ part: 8, whole: 9, rate: 8 / 9 });
  });

  it('4 of 20 bookings cancelled by service (20.0%)', () => {
    expect(access.cancelledByService).toEqual({ part: 4, whole: 20, rate: 0.2 });
    expect(percentText(access.cancelledByService.part, access.cancelledByService.whole)).toBe('20.0%');
    expect(access.cancelledByPerson.part).toBe(0);
  });

  it('Supervisor D training expired 2026-03-01: flagged', () => {
    expect(access.facilitators).toMatchObject([
      { id: id(201), training: 'expired', people: 8, groups: 0, flags: ['training-expired'] },
      { id: id(202), training: 'in-date', people: 0, groups: 1, flags: [] },
    ]);
    expect(access.facilitatorsInDate).toEqual({ part: 1, whole: 2, rate: 0.5 });
  });

  it('Group facilitator E runs 120 min for 6: each gets 20 min credit', () => {
    const [sitting] = sittingsOf([], input.groupSessions);
    expect(sitting).toMatchObject({ minutes: 120, creditMinutes: 20 });
    expect(sitting?.came).toHaveLength(6);
  });

  it('role "support worker", neither route: listed under S40', () => {
    expect(access.rolesWithNeither).toEqual(['Support worker']);
  });
});

describe('supervisionAccess', () => {
  it('splits by role, exposure, place, pattern, contract, belonging and hours', () => {
    expect(access.splits.role.find(({ key }) => key === 'Support worker')).toMatchObject({
      people: 2,
      neither: 2,
      agreed: { part: 1, whole: 2 },
    });
    expect(access.splits.exposure.map(({ key, people: count }) => [key, count])).toEqual([
      ['frequent', 4],
      ['direct', 4],
      ['indirect', 1],
    ]);
    expect(access.splits.place.map(({ label, people: count }) => [label, count])).toEqual([
      ['Island', 1],
      ['None of these', 8],
      ['Rural', 1],
    ]);
    expect(access.splits.pattern.find(({ key }) => key === 'nights')).toMatchObject({
      people: 1,
      clinicalOnly: 1,
    });
    expect(access.splits.belonging.find(({ key }) => key === 'volunteer')).toMatchObject({ groupOnly: 1 });
    expect(access.splits.hours.map(({ key, people: count }) => [key, count])).toEqual([
      ['full-time', 8],
      ['part-time', 1],
    ]);
  });

  it('counts gaps between sessions held, and as held no more than was due', () => {
    // A: eight gaps of 14 days, then one to February.
    expect(access.medianGapDays).toBe(14);
    expect(access.heldOfDue.part).toBeLessThanOrEqual(access.heldOfDue.whole);
    expect(access.longestDaysSince).toBe(57);
    expect(of(10)).toMatchObject({ state: 'away', isEntitled: false });
  });

  it('agrees with the published definition: long leave is left out', () => {
    expect(access.coverage).toMatchObject({
      eligible: 9,
      covered: 5,
      excluded: [id(10)],
      // Of 56 days B has the last one outside: due, and not covered by this definition.
      notCovered: [id(2), id(3), id(8), id(9)],
    });
  });

  it('knows who was here on an earlier day, and counts from that start', () => {
    const back = somebody(1, 'Back again', {
      startDate: day('2026-03-02'),
      earlierSpells: [{ startDate: day('2023-01-09'), lastDay: day('2024-06-28'), leavingReason: '' }],
    });
    const on = (date: string) =>
      supervisionAccess({ ...input, people: [back], sessions: [], groupSessions: [], asOf: day(date) });
    expect(on('2024-03-01').people[0]).toMatchObject({ state: 'none-yet' });
    expect(on('2025-03-01').people).toEqual([]);
    expect(on('2026-03-31')).toMatchObject({ entitled: 1, newcomers: 1 });
  });

  it('flags a line manager who is the clinical supervisor, and bars nothing', () => {
    const line = {
      ...assignment(80, 1, 203),
      value: { ...assignment(80, 1, 203).value, kind: 'line-management' as const },
    };
    const twice = [201, 203].map((byte) => stored('facilitator', byte, { name: '', personId: id(44) }));
    const same = supervisionAccess({
      ...input,
      facilitators: twice,
      assignments: [...input.assignments, line],
    });
    expect(same.people.filter((each) => each.isSameLineAndClinical).map(({ id: who }) => who)).toEqual([
      id(1),
    ]);
    expect(same.facilitators[0]?.flags).toContain('in-the-line');
    expect(access.people.some((each) => each.isSameLineAndClinical)).toBe(false);
  });

  it('takes part-time as said, else from the hours', () => {
    expect(isPartTime({ partTime: null, weeklyHours: 30 }, 37.5)).toBe(true);
    expect(isPartTime({ partTime: null, weeklyHours: 37.5 }, 37.5)).toBe(false);
    expect(isPartTime({ partTime: false, weeklyHours: 30 }, 37.5)).toBe(false);
    expect(isPartTime({ partTime: null, weeklyHours: null }, 37.5)).toBeNull();
  });
});

describe('an agreement', () => {
  it('counts once both have signed, from the later day on', () => {
    const { value } = agreement(61, 1, {
      signatures: { person: signed, supervisor: { state: 'signed', on: day('2026-02-01') } },
    });
    expect(agreementState(value, day('2026-01-11'))).toBe('to-come');
    expect(agreementState(value, day('2026-01-31'))).toBe('waiting');
    expect(agreementState(value, day('2026-02-01'))).toBe('agreed');
    expect(agreementState({ ...value, endedOn: day('2026-02-10') }, day('2026-02-11'))).toBe('ended');
    const refused = { state: 'not-agreed', on: day('2026-02-03'), words: '' } as const;
    const against = { ...value, signatures: { ...value.signatures, person: refused } };
    expect(agreementState(against, day('2026-02-02'))).toBe('waiting');
    expect(agreementState(against, day('2026-02-03'))).toBe('not-agreed');
  });

  it('is looked at again after a year', () => {
    const { value } = agreement(61, 1, { reviewOn: reviewAfter(day('2024-02-29')) });
    expect(value.reviewOn).toBe('2025-02-28');
    expect(isReviewDue(value, day('2025-02-27'))).toBe(false);
    expect(isReviewDue(value, day('2025-02-28'))).toBe(true);
  });
});

describe('facilitators', () => {
  it.each([
    ['2026-03-31', 'expired'],
    ['2026-04-01', 'soon'],
    ['2026-05-30', 'soon'],
    ['2026-05-31', 'in-date'],
  ])('training that runs out on %s is %s', (expires, training) => {
    expect(trainingState(stored('facilitator', 1, { trainingExpires: day(expires) }).value, asOf)).toBe(
      training,
    );
  });

  it('flags what to look at', () => {
    const facilitator = stored('facilitator', 201, {
      personId: id(1),
      name: '',
      trainingExpires: null,
      hasOwnSupervision: false,
      mayLead: ['reflective-group'],
      maxLoad: 1,
    });
    const [state] = facilitatorStates({ ...input, facilitators: [facilitator] });
    expect(state?.training).toBe('not-said');
    expect(state?.flags).toEqual([
      'no-own-supervision',
      'too-many',
      'beyond-what-they-may-lead',
      'supervises-themself',
    ]);
  });
});
