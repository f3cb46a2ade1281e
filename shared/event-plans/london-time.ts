/**
 * Hours on the wall in the United Kingdom, whatever zone the computer is set to. The rules come from the zone data that
 * the engine brings, so that a change of the law arrives with an update and not with a table of ours.
 */
import { type LocalDate, toLocalDate } from '@shared/kernel/local-date';

export interface WallTime {
  readonly day: LocalDate;
  /** "HH:MM" */
  readonly time: string;
}

const hourMs = 3_600_000;

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

export function wallTimeAt(instant: number): WallTime {
  const parts = new Map(wall.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    day: toLocalDate(`${part('year')}-${part('month')}-${part('day')}`),
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * The instant of a time on the wall. The hour that comes twice in October is taken the first time, so that nothing is
 * reminded late; in the hour that March leaves out, the clock shows one hour more.
 */
export function instantOf({ day, time }: WallTime): number {
  const inWinter = Date.parse(`${day}T${time}:00Z`);
  const inSummer = inWinter - hourMs;
  const then = wallTimeAt(inSummer);
  return then.day === day && then.time === time ? inSummer : inWinter;
}

/** So many hours later, as they pass: across midnight and across a change of the clocks. */
export function addHours(from: WallTime, hours: number): WallTime {
  return wallTimeAt(instantOf(from) + hours * hourMs);
}
