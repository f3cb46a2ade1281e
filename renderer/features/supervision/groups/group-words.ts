/** How a group and its sittings are said. Pure. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { membersOn, type GroupSummary } from '@shared/groups/sittings';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import { suggestNextDate } from '@shared/supervision/rhythm';
import type { StatusKind } from '../../../ui';
import type { StoredOutline } from '../../../vault';

export type GroupSitting = StoredOutline<'group-session'>;

export const countWords = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export function hasEnded(group: ReflectiveGroup, asOf: LocalDate): boolean {
  return group.endedOn !== null && group.endedOn < asOf;
}

/** Whether somebody can join, in one mark. */
export function placeWords(
  group: ReflectiveGroup,
  summary: Pick<GroupSummary, 'members' | 'places' | 'size' | 'waiting'>,
  asOf: LocalDate,
): { readonly kind: StatusKind; readonly words: string } {
  if (hasEnded(group, asOf)) return { kind: 'none', words: 'Ended' };
  if (group.startedOn > asOf) return { kind: 'later', words: 'Not started' };
  if (summary.size === 'too-few') return { kind: 'caution', words: 'Too few to run' };
  if (summary.size === 'too-many') return { kind: 'caution', words: 'More than it holds' };
  if (group.membership === 'closed') return { kind: 'none', words: 'Closed' };
  return summary.places === 0
    ? { kind: 'due', words: 'Full' }
    : { kind: 'good', words: countWords(summary.places, 'place', 'places') };
}

export interface NextSitting {
  readonly date: LocalDate;
  /** Set at the last sitting; otherwise worked out from the rhythm. */
  readonly isSet: boolean;
}

/** Null for a group that has ended. May lie behind: then the sitting is due. */
export function nextSitting(
  groupId: RecordId,
  group: ReflectiveGroup,
  sittings: readonly GroupSitting[],
  asOf: LocalDate,
): NextSitting | null {
  if (hasEnded(group, asOf)) return null;
  let last: GroupSitting['value'] | null = null;
  for (const { value } of sittings)
    if (value.groupId === groupId && value.date <= asOf && (last === null || value.date > last.date))
      last = value;
  if (last === null) {
    const first =
      group.startedOn >= asOf ? group.startedOn : suggestNextDate(group.startedOn, group.intervalDays);
    return { date: first, isSet: false };
  }
  if (last.nextDate !== null) return { date: last.nextDate, isSet: true };
  return { date: suggestNextDate(last.date, group.intervalDays), isSet: false };
}

/** "5 of 6 came" */
export function cameWords(group: ReflectiveGroup, date: LocalDate, came: number): string {
  const members = membersOn(group, date).length;
  return members === 0 ? `${came} came` : `${came} of ${members} came`;
}

/** "36 minutes each"; empty when nothing can be counted. */
export function creditWords(creditMinutes: number | null): string {
  return creditMinutes === null ? '' : `${minutesText(creditMinutes)} minutes each`;
}

function minutesText(minutes: number): string {
  return String(Math.round(minutes * 10) / 10);
}

/** A note on the process names nobody, colleagues neither. */
export function namesMember(note: string, memberNames: readonly string[]): boolean {
  const words = new Set(wordsOf(note));
  return memberNames.some((name) => wordsOf(name).some((part) => part.length > 2 && words.has(part)));
}

/** "Ailsa’s" holds the name as well. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}-]+/u);
}
