/** How often something was used: a number for each month. Who, and on which day, is not asked. */
import { addMonthsToMonth, monthOf, type LocalDate, type LocalMonth } from '@shared/kernel/local-date';
import type { Resource } from '@shared/records/resource/resource';

export function usedIn({ uses }: Pick<Resource, 'uses'>, month: LocalMonth): number {
  return uses.find((each) => each.month === month)?.count ?? 0;
}

/** One more in the month of this day. */
export function usedOnce(resource: Resource, today: LocalDate): Resource {
  const month = monthOf(today);
  const others = resource.uses.filter((each) => each.month !== month);
  return {
    ...resource,
    uses: [...others, { month, count: usedIn(resource, month) + 1 }].toSorted((left, right) =>
      left.month.localeCompare(right.month),
    ),
  };
}

/** The last months up to this one, the newest first. Months before the first use are left out. */
export function recentUses(
  resource: Pick<Resource, 'uses'>,
  today: LocalDate,
  months = 12,
): readonly { readonly month: LocalMonth; readonly count: number }[] {
  const first = resource.uses.map(({ month }) => month).toSorted()[0];
  return Array.from({ length: months }, (_, back) => addMonthsToMonth(monthOf(today), -back))
    .filter((month) => first !== undefined && month >= first)
    .map((month) => ({ month, count: usedIn(resource, month) }));
}
