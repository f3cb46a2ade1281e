/**
 * How Today speaks of people, and of words that somebody typed. By name in daily use. Share-safe, by role or initials;
 * typed words then give way to what they are, since a name may stand in any of them. Pure.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { Naming } from '@shared/records/today-settings/today-settings';
import type { StoredOutline } from '@shared/vault/vault-api';
import type { ReminderNames } from '../../records/reminder-words';

export interface Speaker {
  readonly isShareSafe: boolean;
  /** Null for somebody who is no longer there. */
  readonly who: (id: string) => string | null;
  readonly typed: (words: string, instead: string) => string;
}

/** "An outreach worker": roles stand within a sentence. */
function roleWords(role: string): string {
  const trimmed = role.trim();
  if (trimmed === '') return 'someone in the team';
  // An abbreviation keeps its capitals.
  const within = /^\p{Lu}\p{Ll}/u.test(trimmed)
    ? trimmed.charAt(0).toLowerCase() + trimmed.slice(1)
    : trimmed;
  return `${/^[aeiou]/i.test(within) ? 'an' : 'a'} ${within}`;
}

export function initialsOf(name: string): string {
  const letters = name
    .split(/[\s\p{Pd}]+/u)
    .map((part) => /\p{L}/u.exec(part)?.[0] ?? '')
    .filter((letter) => letter !== '');
  return letters.length === 0 ? 'someone' : letters.map((letter) => `${letter.toUpperCase()}.`).join('');
}

export function speakerOf(naming: Naming, people: readonly StoredOutline<'person'>[]): Speaker {
  const byId = new Map<string, string>(
    people.map(({ id, value }) => [
      id,
      naming === 'names' ? value.name : naming === 'roles' ? roleWords(value.role) : initialsOf(value.name),
    ]),
  );
  const isShareSafe = naming !== 'names';
  return {
    isShareSafe,
    who: (id) => byId.get(id) ?? null,
    typed: (words, instead) => (isShareSafe ? instead : words),
  };
}

/** For reminders. The titles that are ours to say, such as "a serious injury, 4 May 2026", come by `plainTitleOf`. */
export function reminderNamesOf(
  speaker: Speaker,
  names: ReminderNames,
  plainTitleOf: (id: RecordId) => string | null,
): ReminderNames {
  return {
    nameOf: (id) => speaker.who(id),
    titleOf: speaker.isShareSafe ? plainTitleOf : names.titleOf,
  };
}
