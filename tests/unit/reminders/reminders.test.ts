import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeText } from '@shared/ipc/notice-contract';
import { reminderDefaults, reminderKinds } from '@shared/records/reminder-settings/reminder-settings';
import { calendarFile, calendarTitles, escapeText, foldLine } from '@shared/reminders/calendar';
import { dueCounts, isQuiet, remindersAsOf, type ReminderRequest } from '@shared/reminders/reminders';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import { day, id, person, session, stored } from '../retention/support';

const asOf = day('2026-03-31');
const people = [
  stored('person', 1, { ...person(1, 'Ailsa Munro').value, supervisionIntervalDays: 56 }),
  stored('person', 2, { ...person(2, 'Calum Reid').value, supervisionIntervalDays: 56 }),
];
const sessions = [
  session(11, [1], { date: day('2026-02-02') }),
  session(12, [2], {
    date: day('2026-02-03'),
    actions: [
      { text: 'Swap the clinic', owner: '', due: day('2026-04-10'), doneOn: null, droppedOn: null },
      { text: 'Not needed', owner: '', due: day('2026-04-10'), doneOn: null, droppedOn: day('2026-03-02') },
      { text: 'Done already', owner: '', due: day('2026-03-01'), doneOn: day('2026-03-01'), droppedOn: null },
    ],
  }),
];
const request: ReminderRequest = {
  settings: reminderDefaults,
  asOf,
  nation: 'scotland',
  coverage: supervisionCoverageAsOf({ people, sessions, absences: [], intervalDays: 56, asOf }),
  sessions,
  agreements: [stored('agreement', 21, { personId: id(1), reviewOn: day('2026-04-05') })],
  groups: [stored('reflective-group', 31, { startedOn: day('2026-01-08'), intervalDays: 28 })],
  groupSessions: [stored('group-session', 32, { groupId: id(31), date: day('2026-03-05'), nextDate: null })],
  facilitators: [stored('facilitator', 41, { trainingExpires: day('2026-03-01') })],
  accessRequests: [
    stored('access-request', 51, {
      personId: id(2),
      receivedOn: day('2026-01-31'),
      status: 'open',
      closedOn: null,
    }),
  ],
  wellbeingPlans: [stored('wellbeing-plan', 61, { ownerId: id(1), reviewOn: day('2026-09-01') })],
  eventPlans: [],
  readyPlans: [],
  outsideIssues: [],
  policyReviews: [],
};

describe('remindersAsOf', () => {
  it('lists what is due or comes up within the days ahead, the longest overdue first', () => {
    expect(
      remindersAsOf(request).map(({ kind, on, state, daysLeft }) => [kind, on, state, daysLeft]),
    ).toEqual([
      ['facilitator-training', '2026-03-01', 'overdue', -30],
      ['access-request', '2026-03-02', 'overdue', -29],
      ['supervision', '2026-03-30', 'overdue', -1],
      ['supervision', '2026-03-31', 'today', 0],
      ['group', '2026-04-02', 'soon', 2],
      ['agreement-review', '2026-04-05', 'soon', 5],
    ]);
  });

  it('leaves out what nobody asked to be reminded of', () => {
    const settings = { kinds: ['agreed-action' as const], leadDays: 10 };
    expect(remindersAsOf({ ...request, settings })).toMatchObject([
      { kind: 'agreed-action', on: '2026-04-10', personId: id(2), recordId: id(12) },
    ]);
  });
});

describe('days of an incident, and the ready plan', () => {
  const plan = (over: { closedOn: string | null; dates: { on: string; kind: string }[] }) =>
    stored('event-plan', 71, {
      occurredOn: day('2025-04-10'),
      openedOn: day('2025-04-10'),
      steps: [],
      closedOn: over.closedOn === null ? null : day(over.closedOn),
      dates: over.dates.map(({ on, kind }, index) => ({ id: String(index), on: day(on), kind, line: '' })),
    } as never);
  const found = (over: Parameters<typeof plan>[0]) =>
    remindersAsOf({
      ...request,
      settings: { kinds: ['plan-date', 'ready-plan'], leadDays: 6 },
      eventPlans: [plan(over)],
    }).map(({ kind, on, state }) => [kind, on, state]);

  it('are said two weeks ahead, whatever the lead of the rest, and not once they are over', () => {
    const dates = [
      { on: '2026-04-14', kind: 'inquiry' },
      { on: '2026-04-15', kind: 'court' },
      { on: '2026-03-30', kind: 'funeral' },
    ];
    expect(found({ closedOn: null, dates })).toEqual([['plan-date', '2026-04-14', 'soon']]);
  });

  it('a closed plan is still followed to its anniversary', () => {
    expect(found({ closedOn: '2025-08-01', dates: [] })).toEqual([['plan-date', '2026-04-10', 'soon']]);
    expect(found({ closedOn: null, dates: [] })).toEqual([]);
  });

  it('the ready plan asks to be looked at on its day', () => {
    const readyPlans = [stored('ready-plan', 81, { reviewOn: day('2026-03-30') })];
    expect(
      remindersAsOf({ ...request, settings: { kinds: ['ready-plan'], leadDays: 0 }, readyPlans }),
    ).toMatchObject([{ kind: 'ready-plan', state: 'overdue', personId: null }]);
  });
});

describe('the registers of Workforce', () => {
  const kinds = ['outside-reply', 'outside-review', 'policy-review'] as const;
  const issue = (byte: number, over: Parameters<typeof stored<'outside-issue'>>[2]) =>
    stored('outside-issue', byte, { replies: [], replyDue: null, reviewOn: null, ...over });
  const found = (over: Partial<ReminderRequest>) =>
    remindersAsOf({ ...request, settings: { kinds: [...kinds], leadDays: 6 }, ...over }).map(
      ({ kind, on, state }) => [kind, on, state],
    );

  it('ask for a reply that is overdue, and for a look at the issue', () => {
    const outsideIssues = [
      issue(91, { replyDue: day('2026-03-20'), reviewOn: day('2026-04-06') }),
      issue(92, { replyDue: day('2026-03-20'), status: 'answered' }),
      issue(93, { status: 'closed', statusWhy: 'Settled', reviewOn: day('2026-03-20') }),
    ];
    expect(found({ outsideIssues })).toEqual([
      ['outside-reply', '2026-03-20', 'overdue'],
      ['outside-review', '2026-04-06', 'soon'],
    ]);
  });

  it('ask for a policy on its day, and are counted without a word of what it is', () => {
    const policyReviews = [
      stored('policy-review', 94, { dueOn: asOf }),
      stored('policy-review', 95, { dueOn: day('2026-04-07') }),
    ];
    expect(found({ policyReviews })).toEqual([['policy-review', '2026-03-31', 'today']]);
    const due = dueCounts(
      remindersAsOf({ ...request, settings: { kinds: ['policy-review'], leadDays: 0 }, policyReviews }),
    );
    expect(noticeText(due)).toBe('1 policy review due');
  });
});

describe('a notification', () => {
  it('says counts of what is due, and no name or date', () => {
    const text = noticeText(dueCounts(remindersAsOf(request)));
    expect(text).toBe('2 supervisions, 1 training date, 1 reply due');
    expect(noticeText({})).toBeNull();
  });

  it.each([
    [2, '09:00', false],
    [2, '16:59', false],
    [2, '17:00', true],
    [2, '08:59', true],
    [6, '12:00', true],
  ])('on day %i at %s is silent: %s', (weekday, time, quiet) => {
    expect(isQuiet({ ...reminderDefaults, isOn: true }, { weekday, time })).toBe(quiet);
    expect(isQuiet(reminderDefaults, { weekday, time })).toBe(true);
  });
});

describe('calendarFile', () => {
  it('writes whole days with a neutral word, line ends and all', () => {
    const file = calendarFile(
      [{ uid: 'a1', kind: 'supervision', on: day('2026-12-31') }],
      Date.UTC(2026, 2, 31, 9, 5, 7),
    );
    expect(file).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Steading//Steading//EN',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:a1',
        'DTSTAMP:20260331T090507Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:Supervision',
        'CLASS:PRIVATE',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
    expect(Object.keys(calendarTitles).sort()).toEqual([...reminderKinds].sort());
  });

  it('escapes what would end or split a value', () => {
    expect(escapeText('a,b;c\\d\r\ne\nf')).toBe('a\\,b\\;c\\\\d\\ne\\nf');
  });

  it('folds at 75 bytes, cuts no letter, and unfolds to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (raw) => {
        const line = raw.replace(/[\r\n]/g, '');
        const folded = foldLine(line);
        for (const part of folded.split('\r\n'))
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });
});
