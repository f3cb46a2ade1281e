/** One sentence or two on the manager's own rest and supervision, for Today. Facts and dates; nothing is judged. */
import { addDays, daysBetween, formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';
import type { OwnCare } from '@shared/records/own-care/own-care';
import { habitCounts, weekStartOf } from './habit-week';

type Own = Pick<OwnCare, 'lastLeaveUntil' | 'nextLeaveFrom' | 'lastSupervisionOn' | 'nextSupervisionOn'>;

const startLine = 'Your own leave and supervision count too. Put the next dates on your own page.';

/** What is nearest comes first: leave, supervision, and else the week's days on time. */
export function ownCareLine(own: Own | null, weeks: readonly HabitWeek[], today: LocalDate): string {
  const parts = own === null ? [] : [leaveLine(own, today), supervisionLine(own, today)];
  const said = [...parts, onTimeLine(weeks, today)].filter((part) => part !== '').slice(0, 2);
  return said.length === 0 ? startLine : said.join(' ');
}

export function leaveLine({ lastLeaveUntil, nextLeaveFrom }: Own, today: LocalDate): string {
  if (nextLeaveFrom !== null && nextLeaveFrom > today)
    return `Your next leave begins ${when(nextLeaveFrom, today)}.`;
  if (lastLeaveUntil === null) return '';
  if (lastLeaveUntil >= today) return `You are on leave until ${dayWords(lastLeaveUntil, today)}.`;
  return `Your last leave ended ${ago(daysBetween(lastLeaveUntil, today))}.`;
}

export function supervisionLine({ lastSupervisionOn, nextSupervisionOn }: Own, today: LocalDate): string {
  if (nextSupervisionOn !== null && nextSupervisionOn >= today)
    return `Your own supervision is ${when(nextSupervisionOn, today)}.`;
  if (lastSupervisionOn === null || lastSupervisionOn > today) return '';
  return `Your own supervision was ${ago(daysBetween(lastSupervisionOn, today))}; no next date is set.`;
}

function onTimeLine(weeks: readonly HabitWeek[], today: LocalDate): string {
  const monday = weekStartOf(today);
  const onTime = habitCounts(weeks, monday, addDays(monday, 6)).find(
    ({ habitId }) => habitId === 'left-on-time',
  );
  if (onTime === undefined) return '';
  return `You left on time on ${onTime.kept} of ${onTime.days} ${onTime.days === 1 ? 'day' : 'days'} this week.`;
}

/** "on Thursday" within a week, else "on 3 April". */
function when(day: LocalDate, today: LocalDate): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  return `on ${dayWords(day, today)}`;
}

function dayWords(day: LocalDate, today: LocalDate): string {
  const ahead = daysBetween(today, day);
  if (ahead < 7) return formatDateWithWeekday(day).split(' ')[0] ?? '';
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return isThisYear || ahead < 90 ? longDay(day) : `${longDay(day)} ${day.slice(0, 4)}`;
}

function longDay(day: LocalDate): string {
  return formatDateWithWeekday(day)
    .replace(/^\S+ /, '')
    .replace(/ \d{4}$/, '');
}

function ago(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 26 * 7) return `${Math.floor(days / 7)} weeks ago`;
  return 'more than six months ago';
}
