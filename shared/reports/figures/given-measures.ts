/** Which figures can be typed in as given out elsewhere, and the names that the ledger has for them. */
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { addMonthsToMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { bothOf, everyone, figureKey, groupOf, paid, periodAt, periodOf } from './keys';

export const givenMeasures = [
  'in-post',
  'in-post-paid',
  'in-post-volunteers',
  'joiners',
  'leavers',
  'supervised',
  'not-supervised',
  'events',
] as const;
export type GivenMeasure = (typeof givenMeasures)[number];

export const givenMeasureLabels = {
  'in-post': 'People in post, volunteers too',
  'in-post-paid': 'Paid people in post',
  'in-post-volunteers': 'Volunteers',
  joiners: 'Paid people who joined',
  leavers: 'Paid people who left',
  supervised: 'People with supervision on time',
  'not-supervised': 'People without supervision on time',
  events: 'Critical events',
} as const satisfies Record<GivenMeasure, string>;

/** Those that stand at a day; the others cover months. */
export function isAtDay(measure: GivenMeasure): boolean {
  return !(['joiners', 'leavers', 'events'] as readonly GivenMeasure[]).includes(measure);
}

/** Those that can be of one team. */
export function canBeOfTeam(measure: GivenMeasure): boolean {
  return measure === 'in-post' || measure === 'in-post-paid';
}

interface Given {
  readonly measure: GivenMeasure;
  readonly periodEnd: LocalDate;
  readonly months: number | null;
  readonly team: string;
  readonly value: number;
}

/** More than one where the same number has two names: on-time supervision of all, or of the paid ones. */
function keysOf({ measure, periodEnd, months, team }: Given): string[] {
  const at = periodAt(periodEnd);
  const to = monthOf(periodEnd);
  const span = periodOf({ from: addMonthsToMonth(to, 1 - (months ?? 12)), to });
  const ofTeam = (population: string): string =>
    team === '' ? population : bothOf(population, groupOf('team', team));
  switch (measure) {
    case 'in-post':
      return [figureKey('in-post', at, ofTeam(everyone))];
    case 'in-post-paid':
      return [figureKey('in-post', at, ofTeam(paid))];
    case 'in-post-volunteers':
      return [figureKey('in-post', at, groupOf('engagement', 'volunteer'))];
    case 'joiners':
    case 'leavers':
      return [figureKey(measure, span, paid)];
    case 'events':
      return [figureKey('events', span)];
    case 'supervised':
    case 'not-supervised':
      return [figureKey(measure, at, everyone), figureKey(measure, at, paid)];
  }
}

/** As if it had been a report of its own. */
export function givenRelease(given: Given): EarlierRelease {
  const isFlow = !isAtDay(given.measure);
  const figures = keysOf(given).map((key) => ({
    key,
    value: given.value,
    kind: 'count' as const,
    reason: null,
    isPublished: true,
    ...(isFlow ? { hidesZero: true } : {}),
  }));
  return { figures, sums: [], shownKeys: figures.map(({ key }) => key) };
}
