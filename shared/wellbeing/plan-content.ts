/** What stands in a Wellbeing Plan: its owner's words, section by section. Sealed under the owner's own passphrase. */
import { z } from '@shared/kernel/zod';
import { planSections, type PlanSectionId } from '@shared/records/wellbeing-plan/wellbeing-plan';

export const maxSectionLength = 10_000;

const sectionText = z.string().max(maxSectionLength, 'Use 10,000 characters or fewer in a section');

export const planContentSchema = z.strictObject({
  /** Of this content alone: it is read with the owner's passphrase, when no migration of the vault can reach it. */
  version: z.literal(1),
  sections: z.partialRecord(z.enum(planSections), sectionText),
});
export type PlanContent = z.infer<typeof planContentSchema>;

export const emptyPlan: PlanContent = { version: 1, sections: {} };

export function sectionTextOf(content: PlanContent, id: PlanSectionId): string {
  return content.sections[id] ?? '';
}
