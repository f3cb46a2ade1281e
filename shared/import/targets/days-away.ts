/** The last day away, which some systems give as the day of return. */
import { addDays, addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { RowReader } from '../target';

export const returnColumn = {
  key: 'returnDay',
  label: 'Day back at work',
  isRequired: false,
  isDate: true,
  synonyms: [
    'return date',
    'return to work',
    'return to work date',
    'date of return',
    'date returned',
    'returned',
    'returned on',
    'back at work',
    'first day back',
    'rtw date',
    'rtw',
  ],
} as const;

/** Null while still away. Where both days are given they have to agree: days off may lie between them. */
export function readLastDayAway(reader: RowReader, firstDay: LocalDate | null): LocalDate | null {
  const given = reader.openEnd('lastDay');
  const back = reader.openEnd('returnDay');
  if (firstDay !== null && given !== null && given < firstDay)
    reader.fail('lastDay', 'The last day is before the first day');
  if (firstDay !== null && back !== null && back <= firstDay)
    reader.fail('returnDay', 'The day back at work is not after the first day');
  if (given !== null && back !== null && back <= given)
    reader.fail('returnDay', 'The day back at work is not after the last day');
  return given ?? (back === null ? null : addDays(back, -1));
}

/** A start that no list can mean: systems fill in such days where none is known, and years are mistyped. */
export function startProblem(start: LocalDate, today: LocalDate, yearsAhead: number): string | null {
  if (start < addMonths(today, -80 * 12)) return 'This day is more than 80 years ago. Check the year';
  return start > addMonths(today, yearsAhead * 12)
    ? `This day is more than ${yearsAhead === 1 ? 'a year' : `${yearsAhead} years`} ahead. Check the year`
    : null;
}
