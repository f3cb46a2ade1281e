/**
 * A short form in our own words on what the team sees its manager do. It becomes a measure of the service's own: answered
 * in the ordinary rounds, and shown from five answers an item on. Its answers go in steps of 25, so that a mean reads
 * beside a share of days.
 */
import type { OwnMeasure } from '../instruments/own-measure';
import type { Instrument } from '../instruments/instrument';
import type { HabitId } from './habits';

/** Rounds know it by this name. */
export const teamSeenMeasureId = 'what-the-team-sees';

/** Scale of each item in the order of the form. The ids stay when somebody changes the words. */
const items = [
  ['leftOnTime', 'left-on-time', 'Leaves on time', 'My manager stopped work on time.'],
  [
    'noLateMail',
    'no-late-mail',
    'No mail after hours',
    'No mail or message came from my manager after hours.',
  ],
  ['lunchAway', 'lunch-away', 'Lunch away from the desk', 'My manager had lunch away from the desk.'],
  ['visiblePause', 'visible-pause', 'Pauses in view', 'My manager took a pause that others could see.'],
  [
    'supervisionKept',
    'kept-supervision-free',
    'Keeps supervision free',
    'Supervision went ahead when it was planned.',
  ],
  [
    'askedFirst',
    'asked-before-adding',
    'Asks about workload first',
    'My manager asked about workload before handing on work.',
  ],
] as const satisfies readonly (readonly [string, HabitId, string, string])[];

export const teamSeenMeasure: OwnMeasure = {
  format: 'steading-measure',
  formatVersion: 1,
  id: teamSeenMeasureId,
  version: 1,
  title: 'What the team sees',
  about:
    'Six short items in our own words on rest and limits, as the team sees them in its manager. Not validated: for talking.',
  introduction:
    'Think of your manager in the last two weeks. Choose the answer that fits best. Leave out what you could not see.',
  minutes: 1,
  answers: [
    { value: 0, text: 'Never' },
    { value: 25, text: 'Seldom' },
    { value: 50, text: 'About half the time' },
    { value: 75, text: 'Mostly' },
    { value: 100, text: 'Always' },
  ],
  items: items.map(([, , , text]) => ({ text, isReversed: false })),
  scales: items.map(([id, , title], index) => ({
    id,
    title,
    items: [index + 1],
    aggregation: 'mean' as const,
    better: 'higher' as const,
    needs: 'every-item' as const,
  })),
};

const habitByScale = new Map<string, HabitId>(items.map(([scale, habitId]) => [scale, habitId]));

export interface SeenScale {
  readonly scaleId: string;
  readonly habitId: HabitId;
}

/**
 * The scales of a version of the measure that speak of a habit. One whose answers were changed away from 0 to 100 speaks
 * of none: a mean of it is no share of days.
 */
export function seenScales(instrument: Instrument): SeenScale[] {
  const values = instrument.responseOptions.map(({ value }) => value);
  if (Math.min(...values) !== 0 || Math.max(...values) !== 100) return [];
  return instrument.scales.flatMap(({ id }) => {
    const habitId = habitByScale.get(id);
    return habitId === undefined ? [] : [{ scaleId: id, habitId }];
  });
}
