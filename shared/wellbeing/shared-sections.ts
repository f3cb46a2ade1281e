/** What a manager sees of somebody's Wellbeing Plan: the sections that are shared today, and nothing else. */
import type { LocalDate } from '@shared/kernel/local-date';
import type {
  PlanSectionId,
  SharedSection,
  WellbeingPlan,
} from '@shared/records/wellbeing-plan/wellbeing-plan';

/** The last day counts: shared until 30 June is readable on 30 June and gone on 1 July. */
export function visibleSections(plan: WellbeingPlan, today: LocalDate): readonly SharedSection[] {
  return plan.shared.filter(({ until }) => until >= today);
}

/** The plan without the copies whose day is over; the same object when there are none, so that nothing is saved. */
export function withoutExpired(plan: WellbeingPlan, today: LocalDate): WellbeingPlan {
  const shared = visibleSections(plan, today);
  return shared.length === plan.shared.length ? plan : { ...plan, shared: [...shared] };
}

/** Taken back: the copies go, and only the day stays. `sections` null: all of them. */
export function withdrawSections(
  plan: WellbeingPlan,
  sections: readonly PlanSectionId[] | null,
  today: LocalDate,
): WellbeingPlan {
  const shared = plan.shared.filter(({ sectionId }) => sections !== null && !sections.includes(sectionId));
  if (shared.length === plan.shared.length) return plan;
  return { ...plan, shared, withdrawnOn: [...plan.withdrawnOn, today] };
}
