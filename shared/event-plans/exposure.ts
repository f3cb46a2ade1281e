/** How many hard events have touched one person lately: for what to offer, never for an export. */
import type { RecordId } from '@shared/kernel/ids';
import { addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { StoredPlan } from './plan-state';

/** Events of the twelve months up to `asOf` (its day included) that list the person, this one among them. */
export function eventsInYear(plans: readonly StoredPlan[], personId: RecordId, asOf: LocalDate): number {
  const from = addMonths(asOf, -12);
  return plans.filter(
    ({ value }) =>
      value.occurredOn > from &&
      value.occurredOn <= asOf &&
      value.affected.some((person) => person.personId === personId),
  ).length;
}
