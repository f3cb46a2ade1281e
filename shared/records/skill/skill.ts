/** A skill that the service needs: how long it holds, and how many people ought to have it. Who has it stands elsewhere. */
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema } from '../text';

export const skillThemes = [
  'safety-and-stabilisation',
  'trauma-informed',
  'wellbeing',
  'safety',
  'clinical',
  'other',
] as const;
export type SkillTheme = (typeof skillThemes)[number];
export const skillThemeLabels = {
  'safety-and-stabilisation': 'Safety and Stabilisation',
  'trauma-informed': 'Trauma-informed practice',
  wellbeing: 'Staff wellbeing',
  safety: 'Safety at work',
  clinical: 'Clinical',
  other: 'Other',
} as const satisfies Record<SkillTheme, string>;

export const skillSchema = z.strictObject({
  name: lineSchema,
  theme: z.enum(skillThemes),
  /** From the day it was gained; null: it does not run out. */
  validMonths: z
    .int('Use whole months')
    .min(1, 'Use 1 month or more')
    .max(240, 'Use 240 months or fewer')
    .nullable(),
  /** The service should not run without it. */
  isCritical: z.boolean(),
  /** How many people ought to have it; null: no number was set. */
  wanted: z.int('Use a whole number').min(1, 'Use 1 or more').max(500, 'Use 500 or fewer').nullable(),
});
export type Skill = z.infer<typeof skillSchema>;

export const skillKind = defineKind<Skill, 'skill'>({
  kind: 'skill',
  tableId: 54,
  schemaVersion: 1,
  schema: skillSchema,
  migrations: {},
  label: { one: 'skill', many: 'skills' },
  people: () => [],
  retention: null,
  without: (skill, erased) => ({ ...skill, name: erased.line(skill.name) }),
  hasProse: false,
  fieldLabels: {
    name: 'Skill',
    theme: 'Part of',
    validMonths: 'Months that it holds',
    isCritical: 'The service should not run without it',
    wanted: 'People who ought to have it',
  },
  choiceLabels: skillThemeLabels,
  disclosure: {
    name: 'freeText',
    theme: 'open',
    validMonths: 'open',
    isCritical: 'open',
    wanted: 'quasiIdentifier',
  },
  examples: [
    {
      name: 'Grounding and stabilising',
      theme: 'safety-and-stabilisation',
      validMonths: 24,
      isCritical: true,
      wanted: 6,
    },
    {
      name: 'Facilitating a check-in',
      theme: 'wellbeing',
      validMonths: null,
      isCritical: false,
      wanted: null,
    },
  ],
  olderExamples: [],
});
