/** People affected: on the list and beside it, their answers, agreed next contacts, and their choice to have no more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canClose,
  contactOf,
  everyoneAffected,
  isContactLogged,
  recordContact,
  setNoContactReason,
  setOptedOut,
  setOthersAffected,
} from '@shared/event-plans/contacts';
import { openPlan } from '@shared/event-plans/open-plan';
import { contactPhaseIds } from '@shared/event-plans/phases';
import { agreedContacts, dueContacts, nextContactOn, phaseState } from '@shared/event-plans/plan-state';
import { templateFor } from '@shared/event-plans/registry';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { eventPlanKind, eventPlanSchema, type EventPlan } from '@shared/records/event-plan/event-plan';

const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId;
const monday = toLocalDate('2026-05-11');
const day28 = toLocalDate('2026-06-08');

const open = (): EventPlan =>
  openPlan({
    nation: 'scotland',
    template: templateFor('drug-related-death'),
    eventType: 'drug-related-death',
    occurredOn: monday,
    occurredAt: '16:20',
    everyoneSafe: 'yes',
    facts: '',
    affected: [
      { personId: id(1), closeness: 'was-there', duty: 'on-duty' },
      { personId: id(2), closeness: 'named-worker', exposure: 'learnt-after', duty: 'off-duty' },
    ],
    othersAffected: [{ line: 'Agency cleaner', closeness: 'wider-team' }],
  });
const logged = (plan: EventPlan, who: string, nextOn: string | null = null): EventPlan =>
  recordContact(plan, who, {
    phaseId: 'day-28',
    status: 'accepted',
    on: day28,
    by: 'Manager',
    nextOn: nextOn === null ? null : toLocalDate(nextOn),
  });

describe('people affected', () => {
  it('are as close and as exposed as was said, and otherwise not known', () => {
    const [first, second] = open().affected;
    expect(first).toMatchObject({ exposure: 'was-there', duty: 'on-duty' });
    expect(second).toMatchObject({ exposure: 'learnt-after', duty: 'off-duty' });
    expect(open().othersAffected[0]).toMatchObject({
      id: 'other-1',
      exposure: 'not-known',
      duty: 'not-known',
    });
    expect(everyoneAffected(open()).map(({ line }) => line)).toEqual([null, null, 'Agency cleaner']);
  });

  it('count for closing wherever they are listed', () => {
    let plan = logged(logged(open(), id(1)), id(2));
    expect(canClose(plan)).toEqual({ canClose: false, waitingFor: [], waitingForOthers: ['other-1'] });
    expect(canClose(setNoContactReason(plan, 'other-1', 'Through the agency')).canClose).toBe(true);
    plan = logged(plan, 'other-1');
    expect(canClose(plan).canClose).toBe(true);
    expect(phaseState(plan, 'day-28', day28).done).toBe(3);
    expect(eventPlanSchema.safeParse(plan).success).toBe(true);
  });

  it('keep their answers when the list of others is edited, and get ids that nobody had', () => {
    let plan = setOthersAffected(logged(open(), 'other-1'), [
      { id: 'other-1', line: ' Agency cleaner, nights ', closeness: 'was-there' },
      { line: 'Taxi driver', closeness: 'wider-team', exposure: 'heard-as-it-happened' },
    ]);
    expect(plan.othersAffected.map((other) => [other.id, other.line, other.contacts.length])).toEqual([
      ['other-1', 'Agency cleaner, nights', 1],
      ['other-2', 'Taxi driver', 0],
    ]);
    plan = setOthersAffected(plan, [{ line: 'Somebody else', closeness: 'wider-team' }]);
    // The answers of who was taken off never come back under somebody else.
    expect(plan.othersAffected[0]?.contacts).toEqual([]);
    expect(eventPlanSchema.safeParse(plan).success).toBe(true);
  });
});

describe('the choice to have no further contact', () => {
  it('ends every prompt for that person, counts for closing, and can be taken back', () => {
    fc.assert(
      fc.property(fc.constantFrom(id(1), id(2), 'other-1'), fc.integer({ min: 1, max: 400 }), (who, days) => {
        const asOf = addDays(monday, days);
        const before = recordContact(open(), who, {
          phaseId: 'hours-24-72',
          status: 'offered',
          on: monday,
          by: 'Manager',
          nextOn: addDays(monday, 1),
        });
        const out = setOptedOut(before, who, asOf);
        const asked = (plan: EventPlan) => {
          const plans = [{ id: id(50), value: plan }];
          return [...dueContacts(plans, asOf), ...agreedContacts(plans, asOf)].map(
            ({ personId }) => personId,
          );
        };
        expect(asked(before)).toContain(who);
        expect(asked(out)).not.toContain(who);
        const { waitingFor, waitingForOthers } = canClose(out);
        expect([...waitingFor, ...waitingForOthers]).toHaveLength(2);
        const person = everyoneAffected(out).find((each) => each.id === who)!.person;
        for (const phase of contactPhaseIds) expect(isContactLogged(person, phase)).toBe(true);
        expect(contactOf(person, 'hours-24-72').status).toBe('offered');
        expect(setOptedOut(out, who, null)).toEqual(before);
      }),
    );
  });
});

describe('an agreed next contact', () => {
  const plans = (plan: EventPlan) => [{ id: id(50), value: plan }];

  it('is asked for on its day, until an answer is noted on that day or later', () => {
    let plan = logged(open(), id(1), '2026-06-20');
    expect(agreedContacts(plans(plan), toLocalDate('2026-06-19'))).toEqual([]);
    expect(agreedContacts(plans(plan), toLocalDate('2026-06-22'))).toEqual([
      { planId: id(50), personId: id(1), line: null, phaseId: 'day-28', due: '2026-06-20' },
    ]);
    plan = recordContact(plan, id(1), {
      phaseId: 'months-3',
      status: 'declined',
      on: toLocalDate('2026-06-21'),
      by: '',
    });
    expect(agreedContacts(plans(plan), toLocalDate('2026-06-22'))).toEqual([]);
    expect(nextContactOn(plan.affected[0]!)).toBeNull();
  });

  it('may be agreed before anybody has been asked', () => {
    const plan = recordContact(open(), id(2), {
      phaseId: 'weeks-1-2',
      status: 'not-yet-asked',
      on: null,
      by: '',
      nextOn: toLocalDate('2026-05-25'),
    });
    expect(plan.affected[1]?.contacts).toHaveLength(1);
    expect(isContactLogged(plan.affected[1]!, 'weeks-1-2')).toBe(false);
    expect(nextContactOn(plan.affected[1]!)).toEqual({ on: '2026-05-25', phaseId: 'weeks-1-2' });
  });

  it('is not asked for in a closed plan', () => {
    const plan = { ...logged(open(), id(1), '2026-06-20'), closedOn: day28 };
    expect(agreedContacts(plans(plan), toLocalDate('2026-07-01'))).toEqual([]);
  });
});

describe('erasing a person', () => {
  it('takes them out of every list and every name out of every text, and leaves a plan that fits', () => {
    const plan = eventPlanKind.examples[0]!;
    for (const personId of eventPlanKind.people(plan, id(50))) {
      const left = eventPlanKind.without(plan, { id: personId, line: () => 'X', note: () => 'X' }, id(50));
      expect(eventPlanSchema.safeParse(left).error).toBeUndefined();
      const text = JSON.stringify(left);
      expect(text).not.toContain(personId);
      const typed = [
        plan.othersAffected[0]!.line,
        plan.notifications[0]!.reference,
        plan.dates[0]!.line,
        plan.reviewActions[0]!.what,
        plan.facts,
        ...plan.steps.map(({ title }) => title),
        plan.fromTemplate.avoid[0]!.why,
      ];
      for (const words of typed) expect(text).not.toContain(words);
    }
  });
});

describe('a plan of version 1', () => {
  const old = eventPlanKind.olderExamples[0]!.value as Readonly<Record<string, unknown>>;
  const migrated = (value: unknown) => eventPlanSchema.parse(eventPlanKind.migrations[1]!(value));

  it('keeps its days, its answers and the words that its template had then', () => {
    const plan = migrated(old);
    expect(plan.steps.map(({ due, timing }) => [due, timing])).toEqual([
      ['2026-05-11', { amount: 0, unit: 'days', plusDays: 0 }],
      ['2027-04-27', { amount: 12, unit: 'months', plusDays: -14 }],
      ['2026-05-20', null],
    ]);
    expect(plan.affected[0]).toMatchObject({ duty: 'not-known', exposure: 'not-known', optedOutOn: null });
    expect(plan.fromTemplate.title).toBe('Drug-related death');
    expect(plan.fromTemplate.avoid.length).toBeGreaterThan(8);
    expect(plan.openedOn).toBe(plan.occurredOn);
  });

  it('is taken whatever loose things version 1 let through', () => {
    const affected = (old.affected as readonly unknown[])[0];
    const steps = old.steps as readonly unknown[];
    const plan = migrated({
      ...old,
      templateId: 'gone',
      occurredAt: '99:99',
      affected: [affected, affected],
      steps: [...steps, steps[0]],
    });
    expect([plan.occurredAt, plan.affected.length, plan.steps.length]).toEqual(['', 1, 3]);
    expect(plan.fromTemplate.title).toBe('Hard event');
  });
});
