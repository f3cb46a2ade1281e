/**
 * A rehearsal that was held: made-up event, made-up people, so nothing of the plan is kept. What stays is when it was,
 * how long it took, and what was missed, so that the next one can be compared.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { eventTypeLabels, eventTypes } from '../event-plan/event-plan';
import { defineKind } from '../record-kind';
import { noteSchema, optionalLineSchema } from '../text';

/** What a rehearsal looks for. The words are in `shared/event-plans/rehearsal.ts`. */
export const rehearsalChecks = [
  'safety-not-answered',
  'no-facts',
  'nobody-listed',
  'nobody-off-duty',
  'nobody-not-listed',
  'no-past-worker',
  'step-without-owner',
  'one-owner-for-both',
  'no-four-week-step',
  'no-anniversary-step',
  'notifications-not-looked-at',
  'over-three-minutes',
] as const;
export type RehearsalCheck = (typeof rehearsalChecks)[number];

export const missedPointSchema = z.strictObject({
  check: z.enum(rehearsalChecks),
  /** Which one: the step without an owner, or how long it took. Empty when the check says it all. */
  about: optionalLineSchema,
});
export type MissedPoint = z.infer<typeof missedPointSchema>;

export const rehearsalSchema = z.strictObject({
  heldOn: localDateSchema,
  /** From the made-up event on screen to the finished plan. */
  seconds: z.int().min(0).max(86_400),
  eventType: z.enum(eventTypes),
  missed: z.array(missedPointSchema).max(200),
  /** What to do differently, in the words of whoever held it. */
  note: noteSchema,
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;

export const rehearsalKind = defineKind<Rehearsal, 'rehearsal'>({
  kind: 'rehearsal',
  tableId: 21,
  schemaVersion: 1,
  schema: rehearsalSchema,
  migrations: {},
  label: { one: 'rehearsal', many: 'rehearsals' },
  people: () => [],
  searchFacets: (rehearsal) => ({ date: rehearsal.heldOn, themes: [] }),
  retention: null,
  without: (rehearsal, erased) => ({
    ...rehearsal,
    missed: rehearsal.missed.map((point) => ({ ...point, about: erased.line(point.about) })),
    note: erased.note(rehearsal.note),
  }),
  hasProse: true,
  fieldLabels: {
    heldOn: 'Held on',
    seconds: 'Seconds taken',
    eventType: 'Made-up event',
    missed: 'What was missed',
    note: 'What to do differently',
  },
  choiceLabels: eventTypeLabels,
  disclosure: {
    heldOn: 'internal',
    seconds: 'internal',
    eventType: 'internal',
    missed: 'freeText',
    note: 'freeText',
  },
  examples: [
    {
      heldOn: '2026-03-04' as never,
      seconds: 164,
      eventType: 'drug-related-death',
      missed: [
        { check: 'nobody-off-duty', about: '' },
        { check: 'step-without-owner', about: 'Name one link for the family' },
      ],
      note: 'Put the on-call list by the phone.',
    },
  ],
  olderExamples: [],
});
