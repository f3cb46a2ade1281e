/**
 * What a manager can do that a team sees: our own words for the habits in the guidance (leave on time, no mail after
 * hours, breaks and rest in view). Ids stand in records and never change; words may.
 */
export const habitIds = [
  'left-on-time',
  'no-late-mail',
  'lunch-away',
  'visible-pause',
  'said-own-limit',
  'kept-supervision-free',
  'asked-before-adding',
  'began-with-people',
  'thanked-for-detail',
  'answered-what-was-raised',
  'ended-early',
  'own-supervision',
  'own-leave',
] as const;
export type HabitId = (typeof habitIds)[number];

export interface Habit {
  /** As a line of one's own week: "I…". */
  readonly own: string;
  /** Short, for the start of a row and beside what the team sees. */
  readonly name: string;
  /** Every working day asks for it; the others come when they come, so that a day without one says nothing. */
  readonly isDaily: boolean;
}

export const habits: Readonly<Record<HabitId, Habit>> = {
  'left-on-time': { name: 'Left on time', own: 'I stopped work on time', isDaily: true },
  'no-late-mail': {
    name: 'No mail after hours',
    own: 'I sent no mail or message after hours',
    isDaily: true,
  },
  'lunch-away': { name: 'Lunch away from the desk', own: 'I had lunch away from my desk', isDaily: true },
  'visible-pause': {
    name: 'A pause in view',
    own: 'I took a pause that others could see',
    isDaily: true,
  },
  'said-own-limit': { name: 'Own limit', own: 'I said aloud what I could not take on', isDaily: false },
  'kept-supervision-free': {
    name: 'Supervision kept free',
    own: 'I kept somebody’s supervision from being moved',
    isDaily: false,
  },
  'asked-before-adding': {
    name: 'Workload first',
    own: 'I asked about workload before I handed on work',
    isDaily: false,
  },
  'began-with-people': {
    name: 'People first',
    own: 'I began a meeting with how everyone is',
    isDaily: false,
  },
  'thanked-for-detail': {
    name: 'Thanks in detail',
    own: 'I thanked somebody for one particular thing',
    isDaily: false,
  },
  'answered-what-was-raised': {
    name: 'An answer',
    own: 'I answered something that staff had raised',
    isDaily: false,
  },
  'ended-early': { name: 'Ended early', own: 'I ended a meeting five minutes early', isDaily: false },
  'own-supervision': { name: 'Own supervision', own: 'I went to my own supervision', isDaily: false },
  'own-leave': { name: 'Own leave', own: 'I took leave, or booked some', isDaily: false },
};

/** Four to begin with: a list that is short is kept. */
export const firstHabits: readonly HabitId[] = [
  'left-on-time',
  'no-late-mail',
  'lunch-away',
  'visible-pause',
];

/** In the order of the list, whatever the order in which they were chosen. */
export function inHabitOrder(ids: Iterable<HabitId>): HabitId[] {
  const wanted = new Set(ids);
  return habitIds.filter((id) => wanted.has(id));
}
