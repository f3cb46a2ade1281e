/**
 * A plan of training in the order in which it is given. Its first step is about the wellbeing of the people who learn:
 * that is where trauma-informed practice was found to start. Attendance is counted, and nobody is listed.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const trainingKinds = ['wellbeing', 'trauma-informed', 'safety-and-stabilisation', 'other'] as const;
export type TrainingKind = (typeof trainingKinds)[number];
export const trainingKindLabels = {
  wellbeing: 'Staff wellbeing',
  'trauma-informed': 'Trauma-informed practice',
  'safety-and-stabilisation': 'Safety and Stabilisation',
  other: 'Something else',
} as const satisfies Record<TrainingKind, string>;

const entryId = z.string().min(1).max(40);
const placesSchema = z.int('Use a whole number').min(0, 'Use 0 or more').max(500, 'Use 500 or fewer');

/** Why places were missed is counted by the month in `practice-time`, once for all training. */
const trainingSessionSchema = z
  .strictObject({
    id: entryId,
    on: localDateSchema,
    invited: placesSchema.min(1, 'Use 1 or more'),
    came: placesSchema,
  })
  .refine(({ invited, came }) => came <= invited, {
    path: ['came'],
    message: 'More came than had a place',
  });
export type TrainingSession = z.infer<typeof trainingSessionSchema>;

const trainingStepSchema = z.strictObject({
  id: entryId,
  title: lineSchema,
  kind: z.enum(trainingKinds),
  /** Where its material is: a title or an address as text. The app opens nothing. */
  material: optionalLineSchema,
  plannedOn: localDateSchema.nullable(),
  minutes: z
    .int('Use whole minutes')
    .min(5, 'Use 5 minutes or more')
    .max(2400, 'Use 2,400 minutes or fewer')
    .nullable(),
  sessions: z.array(trainingSessionSchema).max(60),
  /** The day on which everybody who needs it has had it; null: not yet. */
  doneOn: localDateSchema.nullable(),
});
export type TrainingStep = z.infer<typeof trainingStepSchema>;

export const startsWithWellbeing = 'A plan starts with a step on staff wellbeing';

export const trainingPlanSchema = z
  .strictObject({
    name: lineSchema,
    steps: z.array(trainingStepSchema).min(1, startsWithWellbeing).max(40),
    /** The pulse before the first step and the one after: a round each, to lay side by side. */
    pulseBeforeId: recordIdSchema.nullable(),
    pulseAfterId: recordIdSchema.nullable(),
    note: noteSchema,
  })
  .refine(({ steps }) => steps[0]?.kind === 'wellbeing', { path: ['steps'], message: startsWithWellbeing })
  .refine(({ pulseBeforeId, pulseAfterId }) => pulseBeforeId === null || pulseBeforeId !== pulseAfterId, {
    path: ['pulseAfterId'],
    message: 'Choose another round than the one before',
  });
export type TrainingPlan = z.infer<typeof trainingPlanSchema>;

export const trainingPlanKind = defineKind<TrainingPlan, 'training-plan'>({
  kind: 'training-plan',
  tableId: 53,
  schemaVersion: 1,
  schema: trainingPlanSchema,
  migrations: {},
  label: { one: 'training plan', many: 'training plans' },
  people: () => [],
  retention: null,
  without: (plan, erased) => ({
    ...plan,
    name: erased.line(plan.name),
    steps: plan.steps.map((step) => ({
      ...step,
      title: erased.line(step.title),
      material: erased.line(step.material),
    })),
    note: erased.note(plan.note),
  }),
  hasProse: true,
  fieldLabels: {
    name: 'Name of the plan',
    steps: 'Steps, in order',
    pulseBeforeId: 'Pulse before',
    pulseAfterId: 'Pulse after',
    note: 'Note',
  },
  choiceLabels: trainingKindLabels,
  disclosure: {
    name: 'freeText',
    steps: 'freeText',
    pulseBeforeId: 'internal',
    pulseAfterId: 'internal',
    note: 'freeText',
  },
  examples: [
    {
      name: 'Trauma-informed practice, 2026',
      steps: [
        {
          id: 'step-1',
          title: 'Looking after ourselves in this work',
          kind: 'wellbeing',
          material: 'National Trauma Training Programme, wellbeing module',
          plannedOn: '2026-01-14' as never,
          minutes: 90,
          sessions: [{ id: 'session-1', on: '2026-01-14' as never, invited: 12, came: 10 }],
          doneOn: null,
        },
        {
          id: 'step-2',
          title: 'Safety and Stabilisation skills',
          kind: 'safety-and-stabilisation',
          material: '',
          plannedOn: null,
          minutes: null,
          sessions: [],
          doneOn: null,
        },
      ],
      pulseBeforeId: null,
      pulseAfterId: null,
      note: 'Two dates for each step, so that the night shift can come.',
    },
  ],
  olderExamples: [],
});
