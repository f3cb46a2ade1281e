/** A conversation and what came of it, in words. */
import { defaultMinimumGroup } from '@shared/instruments/wave-summary';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { saidStateLabels, type Conversation, type Said } from '@shared/records/conversation/conversation';
import type { StatusKind } from '../../../../ui';

export interface SaidStatus {
  readonly kind: StatusKind;
  readonly children: string;
}

const kinds = {
  waiting: 'due',
  did: 'good',
  doing: 'later',
  'not-now': 'none',
} as const satisfies Record<Said['state'], StatusKind>;

export const saidStatus = ({ state }: Pick<Said, 'state'>): SaidStatus => ({
  kind: kinds[state],
  children: saidStateLabels[state],
});

/** "7 there": under five it is not said, as it nearly says who. */
export function presentWords(count: number | null): string {
  if (count === null) return '';
  return count < defaultMinimumGroup ? `Fewer than ${defaultMinimumGroup} there` : `${count} there`;
}

/** "11 February 2026 · Recovery hub · 7 there" */
export function conversationLine({ on, team, presentCount }: Conversation): string {
  return [formatDate(on), team === '' ? 'Whole service' : team, presentWords(presentCount)]
    .filter((part) => part !== '')
    .join(' · ');
}

export function answersStatus({ said }: Pick<Conversation, 'said'>): SaidStatus | null {
  if (said.length === 0) return null;
  const waiting = said.filter(({ state }) => state === 'waiting').length;
  if (waiting === 0) return { kind: 'good', children: 'All answered' };
  return { kind: 'due', children: waiting === 1 ? '1 waits for an answer' : `${waiting} wait for an answer` };
}

/** "Answered on 25 February 2026" */
export const answeredWords = (on: LocalDate | null): string =>
  on === null ? '' : `Answered on ${formatDate(on)}`;
