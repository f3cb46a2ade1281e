/** Around a plan: who has to be told, days to keep in mind, and what comes next over many plans. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addKeptDate,
  addReviewAction,
  changeReviewAction,
  datesAhead,
  removeKeptDate,
  removeReviewAction,
} from '@shared/event-plans/kept-dates';
import {
  checkLocally,
  noteNotification,
  notificationItemById,
  notificationItems,
  notificationsFor,
} from '@shared/event-plans/notifications';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import { dueContacts, dueSteps, type StoredPlan } from '@shared/event-plans/plan-state';
import { templateFor } from '@shared/event-plans/registry';
import { dueWords, planLines } from '@shared/event-plans/step-order';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, fromDayNumber, toLocalDate } from '@shared/kernel/local-date';
import { type EventPlan, eventPlanSchema, eventTypes } from '@shared/records/event-plan/event-plan';

const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId;
const day = toLocalDate;
const monday = day('2026-05-11');

function open(change: Partial<Parameters<typeof openPlan>[0]> = {}): EventPlan {
  const eventType = change.eventType ?? 'drug-related-death';
  return openPlan({
    nation: 'scotland',
    template: templateFor(eventType),
    eventType,
    occurredOn: monday,
    occurredAt: '16:20',
    everyoneSafe: 'yes',
    facts: '',
    affected: [{ personId: id(1), closeness: 'was-there' }],
    ...change,
  });
}
const stored = (number: number, value: EventPlan): StoredPlan => ({ id: id(number), value });

describe('who has to be told', () => {
  const lineOf = (plan: EventPlan, itemId: string) =>
    notificationsFor(plan).find(({ item }) => item.id === itemId);

  it('names a source and a limit for each, in short sentences that say to check', () => {
    expect(new Set(notificationItems.map((item) => item.id)).size).toBe(notificationItems.length);
    for (const eventType of eventTypes)
      for (const { item, limits } of notificationsFor(open({ eventType, conditions: ['staff-hurt'] }))) {
        expect(item.source).not.toBe('');
        expect(item.when).not.toMatch(/please|victim|employee/i);
        for (const sentence of [item.when, item.source].join(' ').split(/[.:] /))
          expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
        for (const limit of limits) {
          expect(limit.sentence).toContain(checkLocally);
          expect(limit.sentence.includes('Commonly quoted')).toBe(limit.certainty === 'commonly-quoted');
        }
      }
  });

  it('reckons the latest day where the rule counts from the event', () => {
    const plan = open({ eventType: 'assault-or-threat', conditions: ['staff-hurt'] });
    expect(lineOf(plan, 'riddor-over-7-days')?.limits).toMatchObject([
      { latest: '2026-05-26', sentence: 'Within 15 days, so by 26 May 2026 at the latest. Check locally.' },
    ]);
    expect(lineOf(plan, 'riddor-at-once')?.limits[0]?.latest).toBeNull();
    // The council's five working days begin when it hears of it: no day of the event's follows from them.
    expect(lineOf(open({ occurredOn: day('2026-05-20') }), 'council-justice')?.limits).toMatchObject([
      {
        latest: null,
        sentence:
          'Council to Care Inspectorate within 5 working days, so tell the council early. Check locally.',
      },
    ]);
  });

  it('says 24 hours as commonly quoted, and after deaths only', () => {
    expect(lineOf(open(), 'care-inspectorate')?.limits.map(({ sentence }) => sentence)).toEqual([
      'Immediately. Check locally.',
      '24 hours for a death, so by 12 May 2026 at the latest. Commonly quoted. Check locally.',
    ]);
    expect(lineOf(open({ eventType: 'overdose-survived' }), 'care-inspectorate')?.limits).toHaveLength(1);
  });

  it('brings items in by event and by what is known, and keeps what was noted', () => {
    expect(lineOf(open(), 'riddor-over-7-days')).toBeUndefined();
    expect(lineOf(open({ conditions: ['staff-hurt'] }), 'riddor-over-7-days')).toBeDefined();
    expect(notificationsFor(open({ eventType: 'cumulative-strain' }))).toEqual([]);
    const noted = {
      itemId: 'insurer',
      state: 'notified',
      who: 'Manager',
      on: monday,
      at: '17:00',
      reference: 'A1',
    } as const;
    const plan = noteNotification(open(), noted);
    expect(lineOf(plan, 'insurer')?.noted).toEqual(noted);
    expect(lineOf({ ...plan, eventType: 'cumulative-strain' }, 'insurer')?.noted.state).toBe('notified');
    expect(noteNotification(plan, { ...noted, state: 'open' }).notifications).toEqual([]);
    expect(noteNotification(plan, { ...noted, state: 'does-not-apply' }).notifications).toHaveLength(1);
    expect(eventPlanSchema.safeParse(plan).success).toBe(true);
    expect(notificationItemById('of-a-later-version')).toBeNull();
  });
});

describe('days to keep in mind', () => {
  it('are said from two weeks before until the day, of closed plans too', () => {
    const plan = addKeptDate(open(), { kind: 'inquiry', on: day('2026-09-15'), line: 'First hearing' });
    const closed = { ...plan, closedOn: day('2026-08-20') };
    const ahead = (asOf: string) => datesAhead([stored(1, plan), stored(2, closed)], day(asOf));
    expect(ahead('2026-08-31')).toEqual([]);
    expect(ahead('2026-09-01').map(({ planId, remindOn }) => [planId, remindOn])).toEqual([
      [id(1), '2026-09-01'],
      [id(2), '2026-09-01'],
    ]);
    expect(ahead('2026-09-15')).toHaveLength(2);
    expect(ahead('2026-09-16')).toEqual([]);
    // The steps of an open plan say its anniversary; a closed one has no steps to say it.
    expect(ahead('2027-04-26')).toEqual([]);
    expect(ahead('2027-04-27')).toMatchObject([
      { planId: id(2), date: { kind: 'anniversary', on: '2027-05-11' } },
    ]);
    expect(removeKeptDate(plan, 'date-1').dates).toEqual([]);
  });

  it('stand in their order, and are not said twice', () => {
    let plan = addKeptDate(open(), { kind: 'anniversary', on: day('2027-05-11'), line: '' });
    plan = addKeptDate(plan, { kind: 'birthday', on: day('2026-07-01'), line: '' });
    expect(plan.dates.map(({ id: dateId }) => dateId)).toEqual(['date-2', 'date-1']);
    expect(datesAhead([stored(1, { ...plan, closedOn: monday })], day('2027-05-01'))).toHaveLength(1);
  });

  it('and actions of the review are kept beside them', () => {
    let plan = addReviewAction(open(), {
      what: 'Second phone',
      ownerPersonId: null,
      ownerRole: 'Manager',
      due: null,
    });
    plan = changeReviewAction(plan, 'action-1', { doneOn: monday });
    expect(plan.reviewActions).toMatchObject([{ id: 'action-1', what: 'Second phone', doneOn: monday }]);
    expect(eventPlanSchema.safeParse(plan).success).toBe(true);
    expect(removeReviewAction(plan, 'action-1').reviewActions).toEqual([]);
  });
});

describe('what comes next', () => {
  it.each([
    ['2026-05-11', '2026-05-11', 'Due today by 16:20'],
    ['2026-05-11', '2026-05-12', 'Overdue since yesterday'],
    ['2026-05-12', '2026-05-15', 'Overdue since Tuesday'],
    ['2026-05-12', '2026-05-19', 'Overdue since 12 May'],
    ['2025-12-30', '2026-01-20', 'Overdue since 30 December 2025'],
    ['2026-05-12', '2026-05-11', 'Due tomorrow by 16:20'],
    ['2026-05-15', '2026-05-11', 'Due Friday by 16:20'],
    ['2026-06-08', '2026-05-11', 'Due 8 June by 16:20'],
  ])('a step of %s is said on %s: %s', (due, asOf, words) => {
    expect(dueWords(day(due), day(asOf), { dueAt: '16:20' })).toBe(words);
  });

  it('is late only from the day on which the plan was made', () => {
    const made = { lateFrom: day('2026-06-01') };
    expect(dueWords(monday, day('2026-06-01'), made)).toBe('Still to do');
    expect(dueWords(monday, day('2026-06-02'), made)).toBe('Overdue since yesterday');
  });

  it('is one line for each open plan, the longest overdue first, and agrees with the list of due steps', () => {
    const anyDay = fc.integer({ min: 20_000, max: 21_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 8 }), anyDay, (days, asOf) => {
        const plans = days.map((occurredOn, index) => {
          const plan = open({ occurredOn });
          const done = changeStep(plan, plan.steps[index % plan.steps.length]!.id, { doneOn: occurredOn });
          return stored(index + 1, index % 4 === 3 ? { ...done, closedOn: occurredOn } : done);
        });
        const lines = planLines(plans, asOf);
        const due = dueSteps(plans, asOf);
        expect(lines).toHaveLength(plans.filter(({ value }) => value.closedOn === null).length);
        expect(lines.reduce((sum, line) => sum + line.overdue + line.dueToday, 0)).toBe(due.length);
        const since = lines.map((line) => line.overdueSince ?? '9999');
        expect(since).toEqual([...since].sort());
        for (const { planId, next } of lines) {
          const plan = plans.find((each) => each.id === planId)!.value;
          const first = plan.steps
            .filter(({ doneOn }) => doneOn === null)
            .map(({ due: on }) => on)
            .sort()[0];
          expect(next?.due).toBe(first);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is found in 400 open plans in far less than a screen may take', () => {
    const plans = Array.from({ length: 400 }, (_, index) =>
      stored(index + 1, open({ occurredOn: addDays(monday, -index % 200) })),
    );
    expect(plans[0]!.value.steps.length).toBeGreaterThanOrEqual(20);
    const taken = Array.from({ length: 5 }, () => {
      const began = performance.now();
      planLines(plans, monday);
      dueSteps(plans, monday);
      dueContacts(plans, monday);
      datesAhead(plans, monday);
      return performance.now() - began;
    });
    // Measured at 35 to 50 ms on two cores with other work on them; a screen has 300 ms in all.
    expect(Math.min(...taken)).toBeLessThan(150);
  });
});
