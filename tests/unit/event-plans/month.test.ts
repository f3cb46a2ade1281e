import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordContact, setOptedOut } from '@shared/event-plans/contacts';
import { addKeptDate, addReviewAction } from '@shared/event-plans/kept-dates';
import { addStep, changeStep, openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import type { RecordId } from '@shared/kernel/ids';
import { addMonthsToMonth, isoWeekday, monthOf, toLocalDate } from '@shared/kernel/local-date';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { stateWords } from '../../../renderer/features/incidents/month/entry-words';
import { weeksOf } from '../../../renderer/features/incidents/month/month-grid';
import {
  entriesByDay,
  planEntries,
  type Side,
} from '../../../renderer/features/incidents/month/plan-entries';

const id = 'a'.repeat(32) as RecordId;
const freya = '1'.repeat(32) as RecordId;
const callan = '2'.repeat(32) as RecordId;
const nameOf = (personId: RecordId) => (personId === freya ? 'Freya' : 'Callan');
const day = toLocalDate('2026-05-11');

const plan = openPlan({
  nation: 'scotland',
  template: templateFor('drug-related-death'),
  eventType: 'drug-related-death',
  occurredOn: day,
  occurredAt: '16:20',
  everyoneSafe: 'yes',
  facts: '',
  affected: [
    { personId: freya, closeness: 'named-worker' },
    { personId: callan, closeness: 'knew-them' },
  ],
});
const entries = (value: EventPlan, today: string, side: Side = 'support') =>
  planEntries([{ id, value }], side, toLocalDate(today), nameOf);
const titled = (value: EventPlan, today: string, pattern: RegExp) =>
  entries(value, today).filter(({ title }) => pattern.test(title));

describe('the days of a plan', () => {
  it('story 3: check-ins end on 14 and 25 May, 8 June and 11 August; the anniversary is said on 27 April', () => {
    const all = titled(plan, '2026-05-11', /^Check in/);
    expect(all.map(({ on, title }) => `${on} ${title}`)).toEqual([
      '2026-05-14 Check in with 2 people, 24 to 72 hours',
      '2026-05-25 Check in with 2 people, 1 to 2 weeks',
      '2026-06-08 Check in with 2 people, 4 weeks',
      '2026-08-11 Check in with 2 people, 3 months',
    ]);
    expect(titled(plan, '2026-05-11', /Anniversary$/).map(({ on, title }) => `${on} ${title}`)).toEqual([
      '2027-04-27 In two weeks: Anniversary',
      '2027-05-11 Anniversary',
    ]);
  });

  it('asks only in the latest phase that has begun, by name when one person is left', () => {
    const answered = recordContact(plan, callan, {
      phaseId: 'day-28',
      status: 'declined',
      on: toLocalDate('2026-06-08'),
      by: '',
    });
    const [first] = titled(answered, '2026-06-09', /^Check in/);
    expect(first).toMatchObject({ title: 'Check in with Freya, 4 weeks', state: 'overdue' });
    expect(titled(answered, '2026-06-09', /24 to 72|1 to 2/)).toEqual([]);
    const optedOut = setOptedOut(answered, freya, toLocalDate('2026-06-09'));
    expect(titled(optedOut, '2026-06-09', /Freya|2 people/)).toEqual([]);
  });

  it('says a next contact that was agreed, until it is met', () => {
    const agreed = recordContact(plan, freya, {
      phaseId: 'hours-24-72',
      status: 'accepted',
      on: toLocalDate('2026-05-12'),
      by: '',
      nextOn: toLocalDate('2026-05-19'),
    });
    expect(titled(agreed, '2026-05-13', /^Next contact with Freya/)).toHaveLength(1);
    const met = recordContact(agreed, freya, {
      phaseId: 'weeks-1-2',
      status: 'accepted',
      on: toLocalDate('2026-05-19'),
      by: '',
    });
    expect(titled(met, '2026-05-20', /^Next contact/)).toEqual([]);
  });

  it('keeps investigation and support apart: no entry is in both, and no step is in neither', () => {
    const both = addReviewAction(
      addStep(plan, {
        phaseId: 'weeks-1-2',
        title: 'Gather the records',
        detail: '',
        due: day,
        ownerRole: '',
        strand: 'investigation',
      }),
      { what: 'New call-out rule', ownerPersonId: null, ownerRole: '', due: toLocalDate('2026-07-01') },
    );
    const support = entries(both, '2026-05-11').map(({ key }) => key);
    const learning = entries(both, '2026-05-11', 'investigation');
    expect(learning.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Gather the records', 'New call-out rule']),
    );
    expect(learning.filter(({ key }) => support.includes(key))).toEqual([]);
    const steps = [...support, ...learning.map(({ key }) => key)].filter((key) => key.includes('-step-'));
    expect(steps).toHaveLength(both.steps.length);
  });

  it('of a closed plan keeps what was done and the days, and asks for nothing', () => {
    const [first] = plan.steps;
    const closed: EventPlan = {
      ...changeStep(plan, first?.id ?? '', { doneOn: day }),
      closedOn: toLocalDate('2026-06-30'),
    };
    const states = new Set(entries(closed, '2026-12-01').map(({ state }) => state));
    expect(states).toEqual(new Set(['done', 'date']));
    expect(titled(closed, '2026-12-01', /Anniversary$/)).toHaveLength(2);
  });

  it('an anniversary that was noted is not said twice', () => {
    const noted = addKeptDate(plan, { kind: 'anniversary', on: toLocalDate('2027-05-11'), line: '' });
    expect(titled(noted, '2026-05-11', /^Anniversary/)).toHaveLength(1);
  });

  it('a check-in whose weeks had gone by when the plan was made is open, not late', () => {
    const late: EventPlan = { ...plan, openedOn: toLocalDate('2026-06-01') };
    const [first] = titled(late, '2026-06-01', /^Check in/);
    expect(first).toMatchObject({ on: '2026-05-25', state: 'today' });
    expect(first && stateWords(first, toLocalDate('2026-06-01'))?.text).toBe('Still to do');
  });

  it('is never late from before the plan was made', () => {
    const late: EventPlan = { ...plan, openedOn: toLocalDate('2026-06-01') };
    const overdue = entries(late, '2026-06-01').filter(
      ({ state, kind }) => state === 'overdue' && kind === 'step',
    );
    expect(overdue).toEqual([]);
    const next = entries(late, '2026-06-03').filter(
      ({ state, kind }) => state === 'overdue' && kind === 'step',
    );
    expect(next.length).toBeGreaterThan(0);
    expect(new Set(next.map((entry) => stateWords(entry, toLocalDate('2026-06-03'))?.text))).toEqual(
      new Set(['Overdue since Monday']),
    );
  });
});

it('days come in order, and each entry once', () => {
  const all = entries(plan, '2026-05-11');
  const byDay = entriesByDay(all);
  expect([...byDay.keys()]).toEqual([...byDay.keys()].sort());
  expect([...byDay.values()].flat()).toEqual(all);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});

it('property: weeks run from Monday to Sunday, hold the whole month once, and at most six of its neighbours at each end', () => {
  fc.assert(
    fc.property(fc.integer({ min: -600, max: 600 }), (offset) => {
      const month = addMonthsToMonth(monthOf(day), offset);
      const weeks = weeksOf(month);
      for (const week of weeks) {
        expect(week.map((each) => isoWeekday(each.day))).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(week.some(({ isOfMonth }) => isOfMonth)).toBe(true);
      }
      const ofMonth = weeks.flat().filter(({ isOfMonth }) => isOfMonth);
      expect(ofMonth[0]?.day).toBe(`${month}-01`);
      expect(new Set(ofMonth.map((each) => each.day)).size).toBe(ofMonth.length);
      expect(weeks.flat().every((each) => (monthOf(each.day) === month) === each.isOfMonth)).toBe(true);
    }),
  );
});
