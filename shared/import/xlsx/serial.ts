/** Days and times as a workbook counts them, written so that nothing has to be guessed. */
import { fromDayNumber } from '@shared/kernel/local-date';

/** 1 January 1970, from 30 December 1899 and from 1 January 1904. */
const epochOf1900 = 25_569;
const epochOf1904 = 24_107;
/** Between the two ways of counting. */
export const daysBetweenEpochs = epochOf1900 - epochOf1904;
/** 31 December 9999. */
const lastSerial = 2_958_465;
const secondsOfDay = 86_400;

interface Moment {
  readonly day: number;
  readonly seconds: number;
}

/** Whole seconds: a time of day is a fraction that is never exact. */
function momentOf(serial: number): Moment {
  const day = Math.floor(serial);
  const seconds = Math.round((serial - day) * secondsOfDay);
  return seconds === secondsOfDay ? { day: day + 1, seconds: 0 } : { day, seconds };
}

const two = (number: number): string => String(number).padStart(2, '0');

function clock(seconds: number): string {
  const whole = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? whole : `${whole}:${two(seconds % 60)}`;
}

/** Null for a number that is no day: below zero, after 9999, or the 29 February 1900 that never was. */
export function dayText(serial: number, is1904: boolean): string | null {
  const { day, seconds } = momentOf(serial);
  if (day < 0 || day > lastSerial - (is1904 ? daysBetweenEpochs : 0)) return null;
  if (!is1904 && day === 0) return seconds === 0 ? '0' : clock(seconds);
  if (!is1904 && day === 60) return null;
  // Spreadsheets count a 29 February 1900, so the days before it are one off.
  const shift = is1904 ? epochOf1904 : day < 60 ? epochOf1900 - 1 : epochOf1900;
  const date = fromDayNumber(day - shift);
  return seconds === 0 ? date : `${date} ${clock(seconds).padStart(5, '0')}`;
}

/** "7:30", "37:30" where hours run on; null for what a clock cannot show. */
export function timeText(serial: number, isElapsed: boolean, is1904: boolean): string | null {
  if (serial < 0) return null;
  const { day, seconds } = momentOf(serial);
  if (isElapsed) return clock(day * secondsOfDay + seconds);
  if (day === 0) return clock(seconds);
  // A day that is not shown; anything between is a length of time of which the sheet shows only the rest.
  return day >= 20_000 - daysBetweenEpochs ? dayText(serial, is1904) : null;
}
