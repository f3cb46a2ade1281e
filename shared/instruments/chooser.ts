/** Helps to choose a measure: what fits, what speaks against it, and how much is asked of people in half a year. */
import { addMonths, type LocalDate } from '../kernel/local-date';
import { marksToConfirm } from './evidence';
import type { Construct, Instrument, LicenceUse } from './instrument';
import { defaultMinimumGroup, smallSampleBelow } from './wave-summary';

export type ChooserWish = {
  /** any of these; empty = whatever it is about */
  readonly constructs: readonly Construct[];
  readonly atMostMinutes: number | null;
  /** which terms the service accepts; null = all */
  readonly licences: readonly LicenceUse[] | null;
  readonly withNorms: boolean;
  /** how many people would be asked */
  readonly people: number;
};

export type ChooserCaution =
  /** fewer than 30: only a large change would show */
  'small-sample' | 'check-key' | 'check-bands' | 'not-validated' | 'ask-first' | 'group-only';

export type ChooserChoice = {
  readonly instrument: Instrument;
  readonly cautions: readonly ChooserCaution[];
};

export type ChooserAnswer =
  /** fewer than 5 people: no result could be shown, so nobody is asked to answer. Talk instead. */
  | { readonly kind: 'talk-instead' }
  | { readonly kind: 'choices'; readonly choices: readonly ChooserChoice[] };

const needsAsking: readonly LicenceUse[] = ['registration', 'ask', 'sources-differ', 'free-non-commercial'];

function cautionsFor(instrument: Instrument, people: number): ChooserCaution[] {
  const parts = new Set(marksToConfirm(instrument).map(({ part }) => part));
  const holds: readonly (readonly [ChooserCaution, boolean])[] = [
    ['small-sample', people < smallSampleBelow],
    ['check-key', parts.has('key')],
    ['check-bands', parts.has('bands') || parts.has('flag')],
    ['not-validated', !instrument.isValidated],
    ['ask-first', needsAsking.includes(instrument.licence.use)],
    ['group-only', instrument.groupOnly],
  ];
  return holds.flatMap(([caution, isSo]) => (isSo ? [caution] : []));
}

/** Published percentiles to set a group beside, or a mean of another sample. */
export function hasNorms({ bands, norms }: Instrument): boolean {
  return norms.some(({ mean }) => mean !== null) || bands.some(({ scope }) => scope === 'group');
}

function fits(instrument: Instrument, wish: ChooserWish): boolean {
  return (
    instrument.setting === 'team' &&
    (wish.constructs.length === 0 || instrument.constructs.some((each) => wish.constructs.includes(each))) &&
    (wish.atMostMinutes === null || instrument.minutes <= wish.atMostMinutes) &&
    (wish.licences === null || wish.licences.includes(instrument.licence.use)) &&
    (!wish.withNorms || hasNorms(instrument))
  );
}

/** Choices in the order of the registry; measures for a clinician are never among them. */
export function chooseInstruments(instruments: readonly Instrument[], wish: ChooserWish): ChooserAnswer {
  if (wish.people < defaultMinimumGroup) return { kind: 'talk-instead' };
  return {
    kind: 'choices',
    choices: instruments
      .filter((instrument) => fits(instrument, wish))
      .map((instrument) => ({ instrument, cautions: cautionsFor(instrument, wish.people) })),
  };
}

/** Keep what is asked of a person under this in any half-year. */
export const mostMinutesInHalfYear = 15;

export type PlannedRound = {
  readonly opensOn: LocalDate;
  readonly minutes: number;
  /** a team, or empty for the whole service */
  readonly group: string;
};

/** Every six months, ending on the day of a round, that `round` falls into; teams answer the whole service's too. */
function loadForTeam(rounds: readonly PlannedRound[], round: PlannedRound, team: string): number {
  const asked = rounds.filter(({ group }) => group === '' || group === team);
  const ends = asked
    .map(({ opensOn }) => opensOn)
    .filter((end) => end >= round.opensOn && addMonths(end, -6) < round.opensOn);
  return Math.max(
    ...ends.map((end) =>
      asked
        .filter(({ opensOn }) => opensOn <= end && opensOn > addMonths(end, -6))
        .reduce((total, { minutes }) => total + minutes, 0),
    ),
  );
}

/**
 * The most minutes that anybody is asked for in six months with this round among the others. A person is asked what
 * their team and what the whole service is asked.
 */
export function halfYearLoad(
  others: readonly PlannedRound[],
  round: PlannedRound,
): { readonly minutes: number; readonly isTooMuch: boolean } {
  const all = [...others, round];
  const teams = round.group === '' ? [...new Set(all.map(({ group }) => group))] : [round.group];
  const minutes = Math.max(...teams.map((team) => loadForTeam(all, round, team)));
  return { minutes, isTooMuch: minutes >= mostMinutesInHalfYear };
}

const monthsAfterEvent = 3;

/**
 * The newest major event that a round opens less than three months after, and the first day that is far enough from
 * it; null when there is none. Right after an event a measure shows the event.
 */
export function tooSoonAfterEvent(
  events: readonly LocalDate[],
  opensOn: LocalDate,
): { readonly event: LocalDate; readonly waitUntil: LocalDate } | null {
  let newest: LocalDate | null = null;
  for (const event of events) {
    if (event > opensOn || addMonths(event, monthsAfterEvent) <= opensOn) continue;
    if (newest === null || event > newest) newest = event;
  }
  return newest === null ? null : { event: newest, waitUntil: addMonths(newest, monthsAfterEvent) };
}
