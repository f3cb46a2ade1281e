/**
 * A calendar file (RFC 5545) of whole-day entries. Whoever sees the calendar reads a neutral word and a day: no name,
 * no role, no place. Small on purpose: of the whole format it needs six properties.
 */
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import type { ReminderKind } from '@shared/records/reminder-settings/reminder-settings';

/** The only titles there are. */
export const calendarTitles = {
  supervision: 'Supervision',
  'agreement-review': 'Review',
  group: 'Reflective group',
  'facilitator-training': 'Training date',
  'access-request': 'Reply due',
  'plan-review': 'Review',
  'agreed-action': 'Task',
  'plan-step': 'Task',
  'plan-date': 'Day to keep in mind',
  'ready-plan': 'Review',
  'outside-reply': 'Reply expected',
  'outside-review': 'Review',
  'policy-review': 'Review',
} as const satisfies Record<ReminderKind, string>;

export interface CalendarEntry {
  /** Opaque, and the same each time: a calendar then moves the entry instead of adding a second one. */
  readonly uid: string;
  readonly kind: ReminderKind;
  readonly on: LocalDate;
}

/** `stampMs`: the instant of writing, from the caller's clock. Every line ends with CR LF and is at most 75 bytes. */
export function calendarFile(entries: readonly CalendarEntry[], stampMs: number): string {
  const stamp = new Date(stampMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Steading//Steading//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap(({ uid, kind, on }) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      // The end is the first day after.
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escapeText(calendarTitles[kind])}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function compact(day: LocalDate): string {
  return day.replaceAll('-', '');
}

export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

const maxLineBytes = 75;

/** Longer lines go on in the next one behind a space; a letter of several bytes is never cut. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const letter of line) {
    const size = utf8Bytes(letter);
    const room = parts.length === 0 ? maxLineBytes : maxLineBytes - 1;
    if (bytes + size > room) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += letter;
    bytes += size;
  }
  parts.push(part);
  return parts.join('\r\n ');
}

function utf8Bytes(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
