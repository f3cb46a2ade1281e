import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUpEvent, missedIn } from '@shared/event-plans/rehearsal';
import { notificationsFor } from '@shared/event-plans/notifications';
import { toLocalDate } from '@shared/kernel/local-date';
import { eventPlanSchema } from '@shared/records/event-plan/event-plan';
import {
  emptyDrill,
  eventTypeOf,
  readDrill,
  readDrillNumber,
  type DrillValues,
} from '../../../renderer/features/incidents/rehearsal/drill-values';
import { rolesOf } from '../../../renderer/features/incidents/new-plan-values';
import { timeSentence } from '../../../renderer/features/incidents/rehearsal/rehearsal-words';

const today = toLocalDate('2026-05-20');
const event = makeUpEvent(7, today);
const quick: DrillValues = { ...emptyDrill, everyoneSafe: 'yes', eventType: event.eventType };
const checks = (values: DrillValues, seconds: number) => {
  const read = readDrill(values, event, today, 'scotland');
  if (!read.ok) throw new Error('not read');
  return missedIn(read.value, seconds).map(({ check }) => check);
};

describe('a drill', () => {
  it('asks for safety and the event, and for nothing else', () => {
    const read = readDrill(emptyDrill, event, today, 'scotland');
    expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual(['everyoneSafe', 'eventType']);
    expect(readDrill(quick, event, today, 'scotland').ok).toBe(true);
    expect(readDrill({ ...quick, occurredAt: 'noonish' }, event, today, 'scotland').ok).toBe(false);
    expect(readDrill({ ...quick, occurredOn: '1 jan 2027' }, event, today, 'scotland').ok).toBe(false);
  });

  it('done in haste misses people, owners and notifications; done with care misses nothing', () => {
    expect(checks(quick, 200)).toEqual(
      expect.arrayContaining([
        'no-facts',
        'nobody-listed',
        'nobody-not-listed',
        'step-without-owner',
        'over-three-minutes',
      ]),
    );
    const first = readDrill(quick, event, today, 'scotland');
    if (!first.ok) throw new Error('not read');
    const [support, other] = event.people;
    const investigation = new Set(
      first.value.steps.filter(({ strand }) => strand === 'investigation').map(({ ownerRole }) => ownerRole),
    );
    const careful: DrillValues = {
      ...quick,
      facts: 'Found at noon. Police attended.',
      affected: event.people.map(({ id, closeness, duty }) => ({ personId: id, closeness, duty })),
      others: 'agency cleaner, reception',
      owners: Object.fromEntries(
        rolesOf(first.value.steps).map((role) => [
          role,
          (investigation.has(role) ? other : support)?.id ?? '',
        ]),
      ),
      notifications: Object.fromEntries(
        notificationsFor(first.value).map(({ item }) => [item.id, 'notified' as const]),
      ),
    };
    const shared = first.value.steps
      .filter(({ strand }) => strand === 'support')
      .some(({ ownerRole }) => investigation.has(ownerRole));
    expect(checks(careful, 150)).toEqual(shared ? ['one-owner-for-both'] : []);
  });

  it('property: every drill comes to a plan that the kind would take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.string({ maxLength: 80 }), (seed, others) => {
        const made = makeUpEvent(seed, today);
        const read = readDrill(
          {
            ...quick,
            eventType: made.eventType,
            conditions: made.conditions,
            others,
            affected: made.people.map(({ id, closeness, duty }) => ({ personId: id, closeness, duty })),
          },
          made,
          today,
          'england-and-wales',
        );
        expect(read.ok && eventPlanSchema.safeParse(read.value).success).toBe(true);
      }),
    );
  });
});

it('reads the number of a drill', () => {
  expect([' 7', '9999', '0', '10000', 'x', ''].map(readDrillNumber)).toEqual([
    7,
    9999,
    null,
    null,
    null,
    null,
  ]);
  expect(eventTypeOf('suicide')).toBe('suicide');
  expect(eventTypeOf('anything')).toBe('');
});

it('says the time against three minutes', () => {
  expect(timeSentence(164)).toBe('It took 2 min 44 s. That is within three minutes.');
  expect(timeSentence(180)).toBe('It took 3 min 0 s. That is three minutes.');
  expect(timeSentence(185)).toBe('It took 3 min 5 s. That is 5 s more than three minutes.');
});
