/** Between the fields of the reminders' form, as typed, and the record. */
import { readNumber } from '@shared/import/number-cells';
import {
  reminderKinds,
  reminderSettingsSchema,
  type ReminderSettings,
} from '@shared/records/reminder-settings/reminder-settings';
import type { FormProblem } from '../../../ui';

export type ReminderFields = {
  readonly isOn: string;
  readonly weekdays: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly string[];
  readonly leadDays: string;
};

export const weekdayOptions = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
  { value: '3', label: 'Wednesday' },
  { value: '4', label: 'Thursday' },
  { value: '5', label: 'Friday' },
  { value: '6', label: 'Saturday' },
  { value: '7', label: 'Sunday' },
] as const;

export function reminderFields(settings: ReminderSettings): ReminderFields {
  return {
    isOn: settings.isOn ? 'yes' : 'no',
    weekdays: settings.weekdays.map(String),
    from: settings.from,
    to: settings.to,
    kinds: settings.kinds,
    leadDays: String(settings.leadDays),
  };
}

/** "9:00", "0900" and "9.00" are all nine o'clock. */
function timeOf(text: string): string {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  return match === null ? text.trim() : `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`;
}

export type ReminderReading =
  | { readonly settings: ReminderSettings; readonly problems: readonly [] }
  | { readonly settings: null; readonly problems: readonly FormProblem[] };

export function readReminders(fields: ReminderFields): ReminderReading {
  const problems: FormProblem[] = [];
  const isOn = fields.isOn === 'yes';
  if (isOn && fields.weekdays.length === 0)
    problems.push({ field: 'weekdays', message: 'Choose one day at least, or no messages' });
  if (isOn && fields.kinds.length === 0)
    problems.push({ field: 'kinds', message: 'Choose one thing at least, or no messages' });
  const days = readNumber(fields.leadDays);
  if (!days.ok) problems.push({ field: 'leadDays', message: 'Enter days as a whole number, like 7' });
  const parsed = reminderSettingsSchema.safeParse({
    isOn,
    weekdays: fields.weekdays.map(Number).sort((left, right) => left - right),
    from: timeOf(fields.from),
    to: timeOf(fields.to),
    kinds: reminderKinds.filter((kind) => fields.kinds.includes(kind)),
    leadDays: days.ok ? days.value : 0,
  });
  if (parsed.success && problems.length === 0) return { settings: parsed.data, problems: [] };
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0] ?? '');
    const words = field === 'leadDays' ? 'Use whole days, from 0 to 60' : message;
    if (!problems.some((problem) => problem.field === field)) problems.push({ field, message: words });
  }
  const order = ['isOn', 'weekdays', 'from', 'to', 'kinds', 'leadDays'];
  problems.sort((left, right) => order.indexOf(left.field) - order.indexOf(right.field));
  return { settings: null, problems };
}
