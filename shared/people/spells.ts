/** Leaving and coming back: each time in post is kept, and the newest is the one of now. */
import type { LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';

/** Back after they left: the time before is kept as it was, and a new one starts. Unchanged while they are here. */
export function withReturn(person: Person, startDate: LocalDate): Person {
  const { lastDay, leavingReason } = person;
  if (lastDay === null || startDate <= lastDay) return person;
  return {
    ...person,
    earlierSpells: [...person.earlierSpells, { startDate: person.startDate, lastDay, leavingReason }],
    startDate,
    lastDay: null,
    leavingReason: '',
  };
}

/** Whether a time here that is over started on this day. */
export function startedBefore(person: Person, startDate: LocalDate | undefined): boolean {
  return person.earlierSpells.some((spell) => spell.startDate === startDate);
}
