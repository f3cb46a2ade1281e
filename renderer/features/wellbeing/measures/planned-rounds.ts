/** How much people are asked already, from the rounds that are here, and how near the last hard event is. */
import {
  halfYearLoad,
  mostMinutesInHalfYear,
  tooSoonAfterEvent,
  type PlannedRound,
} from '@shared/instruments/chooser';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import type { Measures } from '@shared/wellbeing/measures';
import { minutesText } from './measure-words';

/** A round of a measure that is not here any more asked for time too, but nobody can say how much. */
export function plannedRounds(
  waves: readonly {
    readonly value: Pick<WellbeingWave, 'instrumentId' | 'instrumentVersion' | 'opensOn' | 'group'>;
  }[],
  measures: Measures,
): readonly PlannedRound[] {
  return waves.flatMap(({ value: { instrumentId, instrumentVersion, opensOn, group } }) => {
    const minutes =
      measures.find(instrumentId, instrumentVersion)?.minutes ?? measures.find(instrumentId)?.minutes;
    return minutes === undefined ? [] : [{ opensOn, minutes, group }];
  });
}

/** What a round on that day would come to with the others; with 0 minutes, what is asked already. */
export function loadText(load: { readonly minutes: number; readonly isTooMuch: boolean }): string {
  return load.isTooMuch
    ? `People would be asked for ${minutesText(load.minutes)} in one half-year. Keep it under ${mostMinutesInHalfYear}: leave a round out, or choose a shorter measure.`
    : `People would be asked for ${minutesText(load.minutes)} in one half-year. Under ${mostMinutesInHalfYear} is fine.`;
}

export function askedAlreadyText(others: readonly PlannedRound[], today: LocalDate): string {
  const { minutes } = halfYearLoad(others, { opensOn: today, minutes: 0, group: '' });
  return minutes === 0
    ? 'No round asks anybody for time in the half-year around today.'
    : `Rounds ask people for up to ${minutesText(minutes)} in the half-year around today. Keep it under ${mostMinutesInHalfYear}.`;
}

/** Null when no event is near. It names neither the event nor anyone. */
export function tooSoonText(events: readonly LocalDate[], opensOn: LocalDate): string | null {
  const near = tooSoonAfterEvent(events, opensOn);
  return near === null
    ? null
    : `A hard event is less than three months past. A measure would mostly show that event. From ${formatDate(near.waitUntil)} it is far enough away.`;
}
