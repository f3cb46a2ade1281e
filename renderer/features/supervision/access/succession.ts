/**
 * One after the other: what is said anew for a person and a kind ends what was said before on the day before. What
 * begins on that day or later cannot be ended by it, and is told instead.
 */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, type LocalDate } from '@shared/kernel/local-date';

export interface Span {
  readonly id: RecordId;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface Succession {
  readonly ends: readonly { readonly id: RecordId; readonly until: LocalDate }[];
  /** The earliest that stands in the way; null when nothing does. */
  readonly inTheWay: Span | null;
}

export function succession(earlier: readonly Span[], from: LocalDate): Succession {
  const open = earlier.filter(({ until }) => until === null || until >= from);
  const inTheWay = open
    .filter((span) => span.from >= from)
    .reduce<Span | null>((first, span) => (first === null || span.from < first.from ? span : first), null);
  return {
    ends: open.filter((span) => span.from < from).map(({ id }) => ({ id, until: addDays(from, -1) })),
    inTheWay,
  };
}
