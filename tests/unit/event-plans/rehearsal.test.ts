/** Rehearsals: made-up events, and what a finished plan missed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setOthersAffected } from '@shared/event-plans/contacts';
import { noteNotification, notificationsFor } from '@shared/event-plans/notifications';
import { changeStep, openPlan, removeStep } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import { makeUpEvent, missedIn, missedWords, timeWords } from '@shared/event-plans/rehearsal';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { eventPlanSchema, type EventPlan, eventTypes } from '@shared/records/event-plan/event-plan';
import { rehearsalChecks, rehearsalSchema } from '@shared/records/rehearsal/rehearsal';

const today = toLocalDate('2026-05-11');
const seeds = fc.integer({ min: 0, max: 100_000 });

/** As somebody would who thinks of everything. */
function thorough(seed: number): EventPlan {
  const event = makeUpEvent(seed, today);
  let plan = openPlan({
    nation: 'scotland',
    template: templateFor(event.eventType),
    eventType: event.eventType,
    occurredOn: event.occurredOn,
    occurredAt: event.occurredAt,
    openedOn: today,
    everyoneSafe: 'yes',
    facts: event.told[0] ?? '',
    conditions: event.conditions,
    affected: event.people.map(({ id, closeness, exposure, duty }) => ({
      personId: id,
      closeness,
      exposure,
      duty,
    })),
  });
  plan = setOthersAffected(plan, [{ line: 'Agency cleaner', closeness: 'wider-team' }]);
  for (const step of plan.steps) {
    const owner = event.people[step.strand === 'investigation' ? 5 : 0]!.id;
    plan = changeStep(plan, step.id, { ownerPersonId: owner });
  }
  for (const { item, noted } of notificationsFor(plan))
    plan = noteNotification(plan, { ...noted, itemId: item.id, state: 'does-not-apply' });
  return plan;
}
const checksOf = (plan: EventPlan, seconds = 120) => missedIn(plan, seconds).map(({ check }) => check);

describe('a made-up event', () => {
  it('is the same for the same seed, and fits a plan', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const event = makeUpEvent(seed, today);
        expect(makeUpEvent(seed, today)).toEqual(event);
        expect([today, addDays(today, -1)]).toContain(event.occurredOn);
        expect(eventPlanSchema.safeParse(thorough(seed)).success).toBe(true);
        for (const sentence of event.told.join(' ').split('. '))
          expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
      }),
    );
  });

  it('may be of every kind', () => {
    const types = new Set(Array.from({ length: 300 }, (_, seed) => makeUpEvent(seed, today).eventType));
    expect([...types].sort()).toEqual([...eventTypes].sort());
  });
});

describe('what was missed', () => {
  it('is nothing when everything was thought of in time', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(checksOf(thorough(seed))).toEqual([]);
      }),
    );
  });

  const complete = thorough(3);
  const withSteps = (keep: (step: EventPlan['steps'][number]) => boolean): EventPlan =>
    complete.steps.filter((step) => !keep(step)).reduce((plan, { id }) => removeStep(plan, id), complete);
  const cases: Readonly<Record<(typeof rehearsalChecks)[number], EventPlan>> = {
    'safety-not-answered': { ...complete, everyoneSafe: 'not-sure' },
    'no-facts': { ...complete, facts: ' ' },
    'nobody-listed': { ...complete, affected: [], othersAffected: [] },
    'nobody-off-duty': {
      ...complete,
      affected: complete.affected.map((each) => ({ ...each, duty: 'on-duty' })),
    },
    'nobody-not-listed': { ...complete, othersAffected: [] },
    'no-past-worker': {
      ...complete,
      affected: complete.affected.filter(({ closeness }) => closeness !== 'past-worker'),
    },
    'step-without-owner': {
      ...complete,
      steps: complete.steps.map((step) =>
        step.ownerRole === 'Shift lead' || step.phaseId === 'immediate'
          ? { ...step, ownerPersonId: null }
          : step,
      ),
    },
    'one-owner-for-both': {
      ...complete,
      steps: [
        { ...complete.steps[0]!, id: 'own-8', strand: 'support', ownerPersonId: 'a'.repeat(32) as RecordId },
        {
          ...complete.steps[0]!,
          id: 'own-9',
          strand: 'investigation',
          ownerPersonId: 'a'.repeat(32) as RecordId,
        },
        ...complete.steps,
      ],
    },
    'no-four-week-step': withSteps(({ phaseId }) => phaseId !== 'day-28'),
    'no-anniversary-step': withSteps(({ phaseId }) => phaseId !== 'anniversary'),
    'notifications-not-looked-at': { ...complete, eventType: 'assault-or-threat', notifications: [] },
    'over-three-minutes': complete,
  };

  it.each(rehearsalChecks)('%s is found, alone where it can be, and said in short sentences', (check) => {
    const missed = missedIn(cases[check], check === 'over-three-minutes' ? 181 : 180);
    expect(missed.map((point) => point.check)).toContain(check);
    for (const point of missed) expect(missedWords(point)).toMatch(/^[A-Z].*\.$/);
    const stored = { heldOn: today, seconds: 181, eventType: 'suicide', missed, note: '' };
    expect(rehearsalSchema.safeParse(stored).success).toBe(true);
  });

  it('names each role once, and the time in words', () => {
    const missed = missedIn(cases['step-without-owner'], 100).filter(
      ({ check }) => check === 'step-without-owner',
    );
    expect(new Set(missed.map(({ about }) => about)).size).toBe(missed.length);
    expect(timeWords(164)).toBe('2 min 44 s');
    expect(timeWords(9)).toBe('9 s');
    expect(missedWords({ check: 'over-three-minutes', about: timeWords(220) })).toBe(
      'It took 3 min 40 s. The aim is three minutes.',
    );
  });
});
