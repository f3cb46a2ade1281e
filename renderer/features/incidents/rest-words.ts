/** What is said once a plan stands: what it was for tonight, and that the rest keeps. */
import type { Nation } from '@shared/kernel/bank-holidays';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { countWords } from './plan-words';
import { isOnWeekend, nextWorkingDay, weekday } from './step-groups';

/** `hour`: of the clock on the wall, 0 to 23. */
export function restWords(
  plan: PlanOutline,
  today: LocalDate,
  hour: number,
  nation: Nation,
): readonly string[] {
  const next = nextWorkingDay(today, nation);
  const until = next === addDays(today, 1) ? 'tomorrow' : weekday(next);
  const now = plan.steps.filter(({ due, doneOn }) => due <= today && doneOn === null).length;
  const enough =
    hour >= 16 || hour < 5 ? "That's enough for tonight." : now > 0 ? '' : "That's enough for today.";
  const today_ =
    now === 0 ? '' : `${countWords(now, 'step is', 'steps are')} for today: do those that still help.`;
  const weekend = plan.steps.filter((step) => step.due > today && isOnWeekend(step, today));
  const hasOwner = weekend.every(
    ({ ownerPersonId, ownerRole }) => ownerPersonId !== null || ownerRole !== '',
  );
  const weekendWords =
    weekend.length === 0
      ? ''
      : `${countWords(weekend.length, 'step falls', 'steps fall')} on the weekend${hasOwner ? ', each with somebody to do it' : ''}.`;
  return [enough, `The rest is safe to leave until ${until}.`, today_, weekendWords].filter(
    (words) => words !== '',
  );
}
