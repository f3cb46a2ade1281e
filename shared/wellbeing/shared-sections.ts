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

const maxDays = 500;

/**
 * After its owner has decided anew. `forgets`: words that were shared before are shared no more, so no earlier version
 * of the record may keep them.
 */
export function shareAnew(
  plan: WellbeingPlan,
  next: readonly SharedSection[],
  today: LocalDate,
): { readonly plan: WellbeingPlan; readonly takenBack: number; readonly forgets: boolean } {
  const current = withoutExpired(plan, today);
  const takenBack = current.shared.flatMap(({ sectionId }) =>
    next.some((each) => each.sectionId === sectionId) ? [] : [sectionId],
  );
  const { withdrawnOn } = takenBack.length === 0 ? current : withdrawSections(current, takenBack, today);
  const shared = next.filter(({ until }) => until >= today);
  return {
    plan: { ...plan, shared, withdrawnOn: withdrawnOn.slice(-maxDays) },
    takenBack: takenBack.length,
    forgets: plan.shared.some(
      ({ sectionId, text }) => !shared.some((each) => each.sectionId === sectionId && each.text === text),
    ),
  };
}
