/** Rooms, checks and quiet hours in words. */
import { formatDate } from '@shared/kernel/local-date';
import type { SpaceCheck } from '@shared/records/space-check/space-check';
import type { Site } from '@shared/records/site/site';
import { checkAnswerLabels, type CheckAnswer, type CheckGroup } from '@shared/spaces/check-items';
import type { DeskFigures } from '@shared/spaces/findings';
import type { QuietHours } from '@shared/spaces/quiet-hours';
import { metresEach, metresText, type RoomFit } from '@shared/spaces/room';
import type { StatusKind } from '../../ui';

export const countWords = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

export const deskCount = (desks: number): string => countWords(desks, 'desk', 'desks');

/** "72.9 m³ for 8 desks is 9.11 m³ each. The rule of thumb is 11. At most 6 desks fit." */
export function roomSentence({ volume, each, most }: RoomFit, desks: number): string {
  const fits = most === 0 ? 'No desk fits.' : `At most ${countWords(most, 'desk fits', 'desks fit')}.`;
  if (each === null) return `${metresText(volume)} m³, and no desks yet. ${fits}`;
  return `${metresText(volume)} m³ for ${deskCount(desks)} is ${metresText(each)} m³ each. The rule of thumb is ${String(metresEach)}. ${fits}`;
}

export interface StatusWords {
  readonly kind: StatusKind;
  readonly children: string;
}

export function roomStatus({ tooMany }: RoomFit, desks: number): StatusWords {
  if (desks === 0) return { kind: 'none', children: 'No desks' };
  return tooMany > 0
    ? { kind: 'caution', children: `${deskCount(tooMany)} too many` }
    : { kind: 'good', children: 'Desks fit' };
}

const hoursNumber = (hours: number): string => hours.toLocaleString('en-GB', { maximumFractionDigits: 1 });
export const hoursText = (hours: number): string => `${hoursNumber(hours)} ${hours === 1 ? 'hour' : 'hours'}`;

/** "14 of 40 hours a week are free for staff" */
export function quietSentence({ open, free }: QuietHours): string {
  if (free === null) return `Open ${hoursText(open)} a week. Nobody has counted what else goes on in it.`;
  return `${hoursNumber(free)} of ${hoursText(open)} a week are free for staff.`;
}

/** Below this many people the number itself stays hidden. */
const fewest = 5;

/** "6 people agreed on the answers"; of fewer than five only that they agreed. */
export function answeredWords({ answered }: Pick<SpaceCheck, 'answered'>): string {
  return answered < fewest
    ? 'A few people agreed on the answers'
    : `${String(answered)} people agreed on the answers`;
}

export const groupBy = {
  staff: 'staff',
  'people-who-use': 'people who use the service',
} as const satisfies Record<CheckGroup, string>;

export function checkedWords(check: Pick<SpaceCheck, 'on' | 'answeredBy'>): string {
  return `Checked by ${groupBy[check.answeredBy]} on ${formatDate(check.on)}`;
}

const answerKinds = {
  yes: 'good',
  partly: 'due',
  no: 'caution',
  'not-here': 'none',
} as const satisfies Record<CheckAnswer, StatusKind>;

export const answerStatus = (answer: CheckAnswer): StatusWords => ({
  kind: answerKinds[answer],
  children: checkAnswerLabels[answer],
});

/** "Island, rural, one person works alone. 2 h 20 min from the main site." */
export function siteTraits(site: Site): string {
  const traits = [
    site.isIsland ? 'island' : '',
    site.isRural ? 'rural' : '',
    site.isLone ? 'one person works alone' : '',
  ].filter((trait) => trait !== '');
  const way = site.travelMinutes === null ? '' : `${timeWords(site.travelMinutes)} from the main site`;
  const list = traits.join(', ');
  return [list.charAt(0).toUpperCase() + list.slice(1), way, site.travelNote]
    .filter((part) => part !== '')
    .join('. ');
}

function timeWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours === 0 ? '' : `${String(hours)} h`, rest === 0 && hours > 0 ? '' : `${String(rest)} min`]
    .filter((part) => part !== '')
    .join(' ');
}

/** "20 desks, 17 fit" */
export function desksLine({ measured, desks, fit }: DeskFigures): string {
  return measured === 0 ? 'No room measured yet' : `${deskCount(desks)}, room for ${String(fit)}`;
}
