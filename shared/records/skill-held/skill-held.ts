/** That somebody has a skill, or is learning it: since when, and until when it holds. No mark, no grade. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const skillLevels = ['training', 'can', 'teach'] as const;
export type SkillLevel = (typeof skillLevels)[number];
export const skillLevelLabels = {
  training: 'In training',
  can: 'Can do it',
  teach: 'Can teach it',
} as const satisfies Record<SkillLevel, string>;

export const skillHeldSchema = z
  .strictObject({
    personId: recordIdSchema,
    skillId: recordIdSchema,
    level: z.enum(skillLevels),
    /** Null: nobody knows, or it is still being learned. */
    gainedOn: localDateSchema.nullable(),
    /** As on the certificate where it says another day than the skill's own months; null: counted from them. */
    expiresOn: localDateSchema.nullable(),
  })
  .refine(({ gainedOn, expiresOn }) => gainedOn === null || expiresOn === null || expiresOn > gainedOn, {
    path: ['expiresOn'],
    message: 'It runs out before it was gained',
  });
export type SkillHeld = z.infer<typeof skillHeldSchema>;

export const skillHeldKind = defineKind<SkillHeld, 'skill-held'>({
  kind: 'skill-held',
  tableId: 55,
  schemaVersion: 1,
  schema: skillHeldSchema,
  migrations: {},
  label: { one: 'skill of a person', many: 'skills of people' },
  people: ({ personId }) => [personId],
  searchFacets: ({ gainedOn }) => ({ date: gainedOn, themes: [] }),
  retention: 'person',
  without: (held, erased) => (held.personId === erased.id ? null : held),
  hasProse: false,
  fieldLabels: {
    personId: 'Who',
    skillId: 'Skill',
    level: 'Level',
    gainedOn: 'Gained on',
    expiresOn: 'Runs out on, as on the certificate',
  },
  choiceLabels: skillLevelLabels,
  disclosure: {
    personId: 'directIdentifier',
    skillId: 'quasiIdentifier',
    level: 'sensitive',
    gainedOn: 'sensitive',
    expiresOn: 'sensitive',
  },
  examples: [
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      skillId: '0123456789abcdef0123456789abcdef' as never,
      level: 'can',
      gainedOn: '2025-05-20' as never,
      expiresOn: null,
    },
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      skillId: '1123456789abcdef0123456789abcdef' as never,
      level: 'training',
      gainedOn: null,
      expiresOn: null,
    },
  ],
  olderExamples: [],
});
