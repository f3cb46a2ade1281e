/** The owner's own copy, as plain text that any program opens. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { planSectionLabels, planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { sectionTextOf } from '@shared/wellbeing/plan-content';
import type { OwnPlan } from '../../../vault';

export function planText(plan: OwnPlan, name: string, today: LocalDate): string {
  const sections = planSections.flatMap((id) => {
    const text = sectionTextOf(plan.content, id).trim();
    const shared = plan.shared.find(({ sectionId, until }) => sectionId === id && until >= today);
    const readers = shared === undefined ? [] : [`(Shared until ${formatDate(shared.until)})`];
    return text === '' ? [] : [planSectionLabels[id], ...readers, text, ''];
  });
  const review = plan.reviewOn === null ? [] : [`I look at this again on ${formatDate(plan.reviewOn)}.`];
  const lines = [`Wellbeing Plan of ${name}, ${formatDate(today)}`, '', ...sections, ...review];
  return `${lines.join('\n').trimEnd()}\n`.replaceAll(/\r?\n/g, '\r\n');
}
