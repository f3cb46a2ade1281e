/** How a request for a copy stands, by when to answer and why that day, in words. Pure. */
import { isBankHoliday, type Nation } from '@shared/kernel/bank-holidays';
import { formatDate, formatDateWithWeekday, isoWeekday, type LocalDate } from '@shared/kernel/local-date';
import type { AccessRequest } from '@shared/records/access-request/access-request';
import { pausedDays, requestState, type RequestState } from '@shared/requests/due-date';
import type { StatusKind } from '../../../ui';

const dayCount = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export interface RequestStatus {
  readonly kind: StatusKind;
  readonly children: string;
}

export function requestStatus({ state, daysLeft, due }: RequestState): RequestStatus {
  switch (state) {
    case 'open':
      return { kind: 'later', children: `Answer by ${formatDate(due)}` };
    case 'due-today':
      return { kind: 'due', children: 'Answer today' };
    case 'overdue':
      return { kind: 'caution', children: `Overdue ${dayCount(-(daysLeft ?? 0))}` };
    case 'waiting':
      return { kind: 'later', children: 'Waiting for their answer' };
    case 'answered':
      return { kind: 'good', children: 'Answered' };
    case 'answered-late':
      return { kind: 'none', children: 'Answered, after the day' };
    case 'withdrawn':
      return { kind: 'none', children: 'Withdrawn' };
  }
}

/** Why the day is this day, a sentence each step. */
export function dueReasons(request: AccessRequest, asOf: LocalDate, nation: Nation): readonly string[] {
  const { due, plainDue, areHolidaysKnown, wasExtensionToldLate } = requestState(request, asOf, nation);
  const { receivedOn, extension } = request;
  const months = wasExtensionToldLate ? 1 : 1 + (extension?.months ?? 0);
  const paused = pausedDays(request);
  const lines = [
    `It came on ${formatDateWithWeekday(receivedOn)}.`,
    `${monthsIn(months)} ${paused === 0 ? '' : `and ${dayCount(paused)} `}on is ${formatDateWithWeekday(plainDue)}${
      paused === 0 && Number(plainDue.slice(8)) < Number(receivedOn.slice(8))
        ? ', the last day of that month'
        : ''
    }.`,
  ];
  if (paused > 0)
    lines.push(
      `They were asked what they mean: the ${dayCount(paused)} until they answered ${paused === 1 ? 'does' : 'do'} not count.`,
    );
  if (request.clarification !== null) lines.push(...pauseSource);
  if (due !== plainDue)
    lines.push(
      `That is ${dayOffWords(plainDue, nation)}, so the next working day counts: ${formatDateWithWeekday(due)}.`,
    );
  if (wasExtensionToldLate)
    lines.push('More time does not count: they were told of it after the first month was over.');
  if (!areHolidaysKnown)
    lines.push('Bank holidays of that year are not known here, so the day may be early. It is never late.');
  return lines;
}

/** What the pause stands on, for somebody who has to defend it. */
const pauseSource = [
  'The pause is in Article 12A of the UK GDPR, since 5 February 2026.',
  'It needs a good reason, like a great deal held about them.',
  'Check locally: your data protection adviser knows how your service reads it.',
] as const;

const inNation: Readonly<Record<Nation, string>> = {
  scotland: 'in Scotland',
  'england-and-wales': 'in England and Wales',
  'northern-ireland': 'in Northern Ireland',
};

function monthsIn(months: number): string {
  return months === 1 ? 'One month' : months === 2 ? 'Two months' : 'Three months';
}

function dayOffWords(day: LocalDate, nation: Nation): string {
  const weekday = isoWeekday(day);
  if (weekday === 6) return 'a Saturday';
  if (weekday === 7) return 'a Sunday';
  return isBankHoliday(day, nation) ? `a bank holiday ${inNation[nation]}` : 'not a working day';
}

export function extensionWords({ extension }: AccessRequest): string {
  if (extension === null) return '';
  const { months, toldOn, reason } = extension;
  const more = months === 1 ? '1 month more' : `${months} months more`;
  return `${more}, told on ${formatDate(toldOn)}${reason === '' ? '' : `: ${reason}`}`;
}

export function clarificationWords({ clarification }: AccessRequest): string {
  if (clarification === null) return '';
  const asked = `Asked on ${formatDate(clarification.askedOn)}`;
  return clarification.answeredOn === null
    ? `${asked}, no answer yet`
    : `${asked}, answered on ${formatDate(clarification.answeredOn)}`;
}
