/** A plan that is made late: what each phase that has gone by still has to offer. Nobody is told that they are late. */
import type { PhaseId } from '@shared/records/event-plan/event-plan';

export const stillPossible: Readonly<Record<PhaseId, string>> = {
  immediate:
    'That shift has passed. You can still note who was there, and ask whether anyone was left alone with it.',
  'hours-24-72':
    'Those days have passed. You can still go over the list, give a factual briefing and make a first offer.',
  'weeks-1-2':
    'Those weeks have passed. You can still check in with each person and bring supervision forward.',
  'day-28':
    'Four weeks have passed. You can still ask each person now, and offer more help where it is wanted.',
  'months-3': 'Three months have passed. You can still check in, and hold a reflective group.',
  anniversary: 'The anniversary has passed. A few words are welcome on a later day too.',
};
