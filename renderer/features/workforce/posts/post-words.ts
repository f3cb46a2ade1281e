/** A vacancy in words. */
import { formatDate, formatDateShort, formatMonth, type LocalDate } from '@shared/kernel/local-date';
import {
  coverLabels,
  roundOutcomeLabels,
  type Vacancy,
  type VacancyRound,
} from '@shared/records/vacancy/vacancy';
import type { BesideFunded, DaysSummary, PostNow } from '@shared/workforce/posts';
import type { StatusKind } from '../../../ui';

export const countWords = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** "3 Feb 2026": a search for somebody may go over years. */
export const whenWords = (day: LocalDate): string => `${formatDateShort(day)} ${day.slice(0, 4)}`;

export const dayCount = (days: number): string => countWords(days, 'day', 'days');
export const postCount = (posts: number): string => countWords(posts, 'post', 'posts');

/** "0.6 WTE", "1.0 WTE" */
export function wteWords(wte: number): string {
  return `${Number.isInteger(wte * 10) ? wte.toFixed(1) : String(wte)} WTE`;
}

export function placeWords({ team, site }: Pick<Vacancy, 'team' | 'site'>): string {
  return [team, site].filter((part) => part !== '').join(', ');
}

export function postStatus({ state, vacancy, daysOpen, daysFrozen, freeze }: PostNow): {
  readonly kind: StatusKind;
  readonly children: string;
} {
  switch (state) {
    case 'open':
      return { kind: 'due', children: `Open ${dayCount(daysOpen)}` };
    case 'frozen':
      return {
        kind: 'later',
        children:
          freeze === null ? `Frozen ${dayCount(daysFrozen)}` : `Frozen since ${formatDate(freeze.from)}`,
      };
    case 'ahead':
      return { kind: 'later', children: `Cleared from ${formatDate(vacancy.clearedOn)}` };
    case 'filled':
      return { kind: 'good', children: `Filled in ${dayCount(daysOpen)}` };
    case 'withdrawn':
      return { kind: 'none', children: `Withdrawn ${dateOf(vacancy.withdrawnOn)}` };
  }
}

const dateOf = (day: LocalDate | null): string => (day === null ? '' : formatDate(day));

/** "The last: none suitable", where the number stands beside it. */
export function lastRoundWords({ rounds }: Pick<Vacancy, 'rounds'>): string {
  const last = rounds.at(-1);
  if (last === undefined) return 'Not advertised yet';
  return last.outcome === 'still-open'
    ? 'The last is still open'
    : `The last: ${roundOutcomeLabels[last.outcome].toLowerCase()}`;
}

/** "2 rounds tried, the last: none suitable" */
export function roundsWords({ rounds }: Pick<Vacancy, 'rounds'>): string {
  const last = rounds.at(-1);
  if (last === undefined) return 'Not advertised yet';
  const tried = countWords(rounds.length, 'round', 'rounds');
  return last.outcome === 'still-open'
    ? `${tried}, the last is still open`
    : `${tried} tried, the last: ${roundOutcomeLabels[last.outcome].toLowerCase()}`;
}

export function coverWords({ coveredBy, coverNote }: Pick<Vacancy, 'coveredBy' | 'coverNote'>): string {
  const who = coveredBy === 'nobody' ? 'Nobody covers it' : coverLabels[coveredBy];
  return coverNote === '' ? who : `${who}. ${coverNote}`;
}

/** "12 applied, 3 shortlisted, 1 offered": only what was counted. */
export function roundCounts({ applicants, shortlisted, offered }: VacancyRound): string {
  const parts = [
    applicants === null ? '' : applicants === 0 ? 'nobody applied' : `${applicants} applied`,
    shortlisted === null ? '' : `${shortlisted} shortlisted`,
    offered === null ? '' : `${offered} offered`,
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Of 9 posts, from 31 to 402 days" */
export function daysSentence({ posts, least, most }: DaysSummary): string {
  return `Of ${posts} posts, from ${least} to ${dayCount(most)}`;
}

/** One calm sentence about the two counts, and one about why they may differ. */
export function besideFundedWords(beside: BesideFunded): { readonly title: string; readonly text: string } {
  const month = formatMonth(beside.month);
  const funded =
    beside.fundedVacant < -0.05
      ? `${Math.abs(beside.fundedVacant).toFixed(1)} WTE over what is funded`
      : `${Math.abs(beside.fundedVacant).toFixed(1)} WTE vacant`;
  if (beside.agrees)
    return {
      title: `Funded posts and this list agree for ${month}: ${beside.listed.toFixed(1)} WTE vacant`,
      text: 'Frozen posts count in both.',
    };
  return {
    title: `Funded posts say ${funded} at the end of ${month}, this list has ${beside.listed.toFixed(1)}`,
    text:
      beside.fundedVacant > beside.listed
        ? 'Both may be right. A post that is not cleared yet is vacant and on no list. Hours given up by staff count too.'
        : 'Both may be right. Funded posts may be older than the list, or somebody works more hours than funded.',
  };
}
