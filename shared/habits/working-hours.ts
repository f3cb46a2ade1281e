/** Working time as it was set: the hours of the service, the days of the manager. Outside of it the app keeps quiet. */
import { addDays, formatDateWithWeekday, isoWeekday, type LocalDate } from '@shared/kernel/local-date';

export interface WorkingTime {
  /** "09:00" */
  readonly from: string;
  readonly to: string;
  /** 1 is Monday. */
  readonly days: readonly number[];
}

/** By the clock on the wall. */
export interface WallTime {
  readonly day: LocalDate;
  /** "21:40" */
  readonly time: string;
}

/** Hours that do not go from morning to evening (a night service) say nothing about an evening: never outside. */
export function isOutsideWork(work: WorkingTime, now: WallTime): boolean {
  if (work.to <= work.from || work.days.length === 0) return false;
  return !work.days.includes(isoWeekday(now.day)) || now.time < work.from || now.time >= work.to;
}

/** The next time that work begins, from now on; null where it never does. */
export function nextStart(work: WorkingTime, now: WallTime): WallTime | null {
  if (work.days.length === 0) return null;
  for (let ahead = now.time < work.from ? 0 : 1; ahead <= 7; ahead += 1) {
    const day = addDays(now.day, ahead);
    if (work.days.includes(isoWeekday(day))) return { day, time: work.from };
  }
  return null;
}

/** "09:00", "tomorrow, 09:00", "Monday, 09:00": as somebody says it at that hour. */
export function startWords(start: WallTime, now: WallTime): string {
  // At night the morning that comes is meant, whichever side of midnight it is.
  const isNext = start.day === now.day || start.day === addDays(now.day, 1);
  return isNext ? start.time : `${formatDateWithWeekday(start.day).split(' ')[0] ?? ''}, ${start.time}`;
}

/** One quiet line. `dueNow`: things that are due before then, such as steps of an incident plan: nothing else is said. */
export function lateLine(now: WallTime, start: WallTime, dueNow: number): string {
  const before = startWords(start, now);
  const time = `It is ${now.time}.`;
  if (dueNow === 0) return `${time} Nothing here needs you before ${before}.`;
  return `${time} ${dueNow === 1 ? 'One thing is' : `${String(dueNow)} things are`} due. The rest can wait until ${before}.`;
}
