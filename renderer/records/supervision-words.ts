/** How a person's supervision is said and marked, the same wherever it stands. */
import { formatDateShort, type LocalDate } from '@shared/kernel/local-date';
import type { SupervisionSession } from '@shared/records/supervision-session/supervision-session';
import type { PersonCoverage } from '@shared/supervision/coverage';
import type { StatusKind } from '../ui';

export interface SupervisionWords {
  readonly kind: StatusKind;
  readonly words: string;
}

const dayCount = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export function supervisionWords(coverage: Pick<PersonCoverage, 'state' | 'overdueBy'>): SupervisionWords {
  switch (coverage.state) {
    case 'on-time':
      return { kind: 'good', words: 'On time' };
    case 'due-today':
      return { kind: 'due', words: 'Due today' };
    case 'overdue':
      return { kind: 'caution', words: `Overdue ${dayCount(coverage.overdueBy)}` };
    case 'first-to-come':
      return { kind: 'later', words: 'First one to come' };
    case 'none-yet':
      return { kind: 'none', words: 'None yet' };
    case 'away':
      return { kind: 'later', words: 'Away' };
  }
}

/** For a list: how long there still is, instead of "on time". */
export function supervisionWordsInList(coverage: PersonCoverage): SupervisionWords {
  const words = supervisionWords(coverage);
  return coverage.state === 'on-time' ? { ...words, words: `In ${dayCount(coverage.dueIn)}` } : words;
}

export const sessionTitles = {
  clinical: 'Clinical supervision',
  'line-management': 'Line management supervision',
  professional: 'Professional supervision',
  'reflective-group': 'Reflective group',
} as const satisfies Record<SupervisionSession['kind'], string>;

export function sessionTitle(session: Pick<SupervisionSession, 'kind' | 'minutes' | 'status'>): string {
  const minutes = session.minutes === null ? '' : `, ${session.minutes} minutes`;
  return `${sessionTitles[session.kind]}${session.status === 'held' ? minutes : ''}`;
}

/** "5 Feb" within the year of `today`, else with the year. */
export function dateNear(date: LocalDate, today: LocalDate): string {
  return date.slice(0, 4) === today.slice(0, 4)
    ? formatDateShort(date)
    : `${formatDateShort(date)} ${date.slice(0, 4)}`;
}

/** "Every 8 weeks", "Every 30 days". */
export function rhythmWords(days: number): string {
  return days % 7 === 0 ? `Every ${days / 7} weeks` : `Every ${days} days`;
}
