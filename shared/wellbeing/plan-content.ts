/**
 * What stands in a Wellbeing Plan: its owner's words, section by section, and scores that the owner keeps of
 * themselves. Sealed under the owner's own passphrase.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { localDateSchema, z } from '@shared/kernel/zod';
import { planSections, type PlanSectionId } from '@shared/records/wellbeing-plan/wellbeing-plan';

export const maxSectionLength = 10_000;
/** With ten full sections and these, the sealed plan still fits into its record. */
export const maxOwnScores = 200;

const sectionText = z.string().max(maxSectionLength, 'Use 10,000 characters or fewer in a section');
const sectionsSchema = z.partialRecord(z.enum(planSections), sectionText);

/** The answers, not the score: a key that is put right later scores them right. */
export const ownScoreSchema = z.strictObject({
  measureId: z.string().min(1).max(40),
  measureVersion: z.number().int().min(1).max(10_000),
  takenOn: localDateSchema,
  /** By item number; null = left blank. */
  answers: z.array(z.number().int().min(0).max(1000).nullable()).min(1).max(60),
});
export type OwnScore = z.infer<typeof ownScoreSchema>;

export const planContentSchema = z.strictObject({
  /** Of this content alone: it is read with the owner's passphrase, when no migration of the vault can reach it. */
  version: z.literal(2),
  sections: sectionsSchema,
  /** Never shared, never in a copy or on paper. */
  scores: z.array(ownScoreSchema).max(maxOwnScores, 'Remove an older score first: 200 are kept'),
});
export type PlanContent = z.infer<typeof planContentSchema>;

/** What was sealed before. It opens for ever, brought forward, and is sealed as the newest with the next change. */
const contentVersion1 = z.strictObject({ version: z.literal(1), sections: sectionsSchema });

const anyVersion = z.looseObject({ version: z.number().int() });

export const emptyPlan: PlanContent = { version: 2, sections: {}, scores: [] };

export type ContentError =
  | { readonly tag: 'ContentDamaged' }
  /** sealed by a later Steading: to save over it would lose what this one cannot read */
  | { readonly tag: 'ContentTooNew'; readonly version: number };

/** `stored`: what was sealed, of whatever version. */
export function readPlanContent(stored: unknown): Result<PlanContent, ContentError> {
  const current = planContentSchema.safeParse(stored);
  if (current.success) return ok(current.data);
  const first = contentVersion1.safeParse(stored);
  if (first.success) return ok({ version: 2, sections: first.data.sections, scores: [] });
  const other = anyVersion.safeParse(stored);
  return other.success && other.data.version > emptyPlan.version
    ? err({ tag: 'ContentTooNew', version: other.data.version })
    : err({ tag: 'ContentDamaged' });
}

export function sectionTextOf(content: PlanContent, id: PlanSectionId): string {
  return content.sections[id] ?? '';
}
