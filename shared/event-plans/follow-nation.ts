/** A running plan follows the service: when the service says that it is somewhere else, other days are working days. */
import type { Nation } from '@shared/kernel/bank-holidays';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { redatePlan, type Redated } from './open-plan';

/** Null where no open step gets another day. A closed plan is history and stays as it was. */
export function followNation<P extends PlanOutline>(plan: P, nation: Nation): Redated<P> | null {
  if (plan.closedOn !== null) return null;
  const redated = redatePlan(plan, plan.occurredOn, nation);
  return redated.moved === 0 ? null : redated;
}
