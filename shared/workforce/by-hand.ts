/**
 * Figures typed by the month → the figures that look a year back. Sums of a month tell less than a list of staff: what
 * they cannot tell is null, never a guess.
 */
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import type { MonthFigures } from '@shared/records/month-figures/month-figures';
import { ratio } from '@shared/statistics/descriptive';
import { plainWords } from '@shared/import/cells';
import type { HandMonth } from './figure-row';
import { byMonthAndTeam, recordsOfTeam } from './hand-sheets';
import type { WithId } from './workforce-inputs';

type Typed = ReadonlyMap<LocalMonth, MonthFigures>;
type Year = readonly MonthFigures[];

/** The twelve months that end with `month`, oldest first; null when one of them was not typed. */
function yearTo(typed: Typed, month: LocalMonth): Year | null {
  const year: MonthFigures[] = [];
  for (let back = 11; back >= 0; back -= 1) {
    const figures = typed.get(addMonthsToMonth(month, -back));
    if (figures === undefined) return null;
    year.push(figures);
  }
  return year;
}

/** Null as soon as one month leaves it open. */
function total(year: Year, field: 'starters' | 'leavers' | 'resignations'): number | null {
  let sum = 0;
  for (const { [field]: value } of year) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** In post on the evening before the year: as typed, or by counting back through its first month. */
function openingOf(typed: Typed, year: Year): number | null {
  const [first] = year;
  if (first === undefined) return null;
  const before = typed.get(addMonthsToMonth(first.month, -1))?.headcount ?? null;
  if (before !== null) return before;
  const { headcount, starters, leavers } = first;
  if (headcount === null || starters === null || leavers === null) return null;
  const counted = headcount - starters + leavers;
  return counted < 0 ? null : counted;
}

/**
 * How many of the opening staff were gone at the end. Counts tell it only when nobody can have both started and left
 * within the year; else a leaver may be one of the starters, and it stays unknown.
 */
function outflowOf(year: Year, opening: number, leavers: number): number | null {
  let startedEarlier = 0;
  for (const month of year) {
    startedEarlier += month.starters ?? 0;
    if (startedEarlier > 0 && (month.leavers ?? 0) > 0) return null;
  }
  return leavers > opening ? null : leavers;
}

function lookingBack(typed: Typed, month: MonthFigures) {
  const year = yearTo(typed, month.month);
  const opening = year === null ? null : openingOf(typed, year);
  const leavers12 = year === null ? null : total(year, 'leavers');
  const resignations12 = year === null ? null : total(year, 'resignations');
  const hasStarters = year !== null && total(year, 'starters') !== null;
  const average = opening === null || month.headcount === null ? null : (opening + month.headcount) / 2;
  const outflow =
    year === null || opening === null || leavers12 === null || !hasStarters
      ? null
      : outflowOf(year, opening, leavers12);
  return {
    leavers12,
    resignations12,
    openingHeadcount12: opening,
    turnoverAverage12: ratio(leavers12, average),
    turnoverOpening12: ratio(outflow, opening),
    turnoverVoluntary12: ratio(resignations12, average),
    stabilityIndex12: outflow === null || opening === null ? null : ratio(opening - outflow, opening),
  };
}

/** Of one group, by month: `team` null is the whole service. Teams are never added up to it: one may be missing. */
export function rowsByHand(
  records: readonly WithId<MonthFigures>[],
  team: string | null,
): ReadonlyMap<LocalMonth, HandMonth> {
  const typed = new Map<LocalMonth, MonthFigures>();
  for (const { value } of byMonthAndTeam(recordsOfTeam(records, team)).values())
    typed.set(value.month, value);
  const rows = new Map<LocalMonth, HandMonth>();
  for (const month of [...typed.keys()].sort()) {
    const figures = typed.get(month);
    if (figures === undefined) continue;
    const { headcount, wte, volunteers, starters, leavers, hoursContracted, hoursLost } = figures;
    const { hoursLostLongTerm, fundedWte, openCases, workersWithCases } = figures;
    rows.set(month, {
      month,
      headcount,
      wte,
      volunteers,
      starters,
      leavers,
      ...lookingBack(typed, figures),
      hoursContracted,
      hoursLost,
      hoursLostLongTerm,
      sicknessRateHours: ratio(hoursLost, hoursContracted),
      fundedWte,
      openCases,
      workersWithCases,
    });
  }
  return rows;
}

/** Teams with at least one typed month, as they were written last; the whole service is none of them. */
export function teamsByHand(records: readonly { readonly value: { readonly team: string } }[]): string[] {
  const byWords = new Map<string, string>();
  for (const { value } of records) if (value.team !== '') byWords.set(plainWords(value.team), value.team);
  return [...byWords.values()].sort((left, right) => left.localeCompare(right, 'en-GB'));
}
