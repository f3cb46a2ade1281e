/** The full-time week as it is typed: the hours at first, and each change with the day from which it counts. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { nhsScotlandFullTimeWeeks, type FullTimeWeek } from '@shared/records/service/full-time-week';

export interface FullTimeWeekFields {
  readonly fullTimeWeeklyHours: string;
  readonly weekFrom: readonly string[];
  readonly weekHours: readonly string[];
}

interface Problem {
  readonly field: string;
  readonly message: string;
}

/** A full-time week of Scotland's NHS today: what a new service is offered. */
const proposedWeeks: readonly FullTimeWeek[] = [{ from: null, hours: 36 }];

const hoursMessage = 'Enter the hours of a full-time week, from 20 to 60';

export const weekField = (name: 'weekFrom' | 'weekHours', index: number): string => `${name}-${index}`;

export function fullTimeWeekFields(weeks: readonly FullTimeWeek[] = proposedWeeks): FullTimeWeekFields {
  const changes = weeks.slice(1);
  return {
    fullTimeWeeklyHours: String(weeks[0]?.hours ?? ''),
    weekFrom: changes.map(({ from }) => (from === null ? '' : formatDate(from))),
    weekHours: changes.map(({ hours }) => String(hours)),
  };
}

export const nhsScotlandWeekFields = (): FullTimeWeekFields => fullTimeWeekFields(nhsScotlandFullTimeWeeks);

export function withoutWeek(fields: FullTimeWeekFields, index: number): FullTimeWeekFields {
  return {
    ...fields,
    weekFrom: fields.weekFrom.filter((_from, at) => at !== index),
    weekHours: fields.weekHours.filter((_hours, at) => at !== index),
  };
}

export function readNumber(text: string): number {
  const clean = text.trim().replace(',', '.');
  return clean === '' ? Number.NaN : Number(clean);
}

const isWeek = (hours: number): boolean => hours >= 20 && hours <= 60;

/** Oldest first, whatever order they were typed in. */
export function readFullTimeWeeks(
  fields: FullTimeWeekFields,
  today: LocalDate,
  fail: (problem: Problem) => void,
): FullTimeWeek[] {
  const first = readNumber(fields.fullTimeWeeklyHours);
  if (!isWeek(first)) fail({ field: 'fullTimeWeeklyHours', message: hoursMessage });
  const changes: (FullTimeWeek & { readonly from: LocalDate })[] = [];
  for (const [index, text] of fields.weekFrom.entries()) {
    const from = parseDateText(text, today);
    const hours = readNumber(fields.weekHours[index] ?? '');
    const field = weekField('weekFrom', index);
    if (from === null) fail({ field, message: 'Enter the first day with these hours, like 1 April 2026' });
    else if (changes.some((change) => change.from === from))
      fail({ field, message: 'Two changes start on this day. Keep one of them' });
    if (!isWeek(hours)) fail({ field: weekField('weekHours', index), message: hoursMessage });
    if (from !== null) changes.push({ from, hours });
  }
  changes.sort((left, right) => (left.from < right.from ? -1 : 1));
  return [{ from: null, hours: first }, ...changes];
}
