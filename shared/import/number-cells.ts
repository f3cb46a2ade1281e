/** Numbers as people and their systems write them. A cell that could be two numbers is decided by the others of the file. */
import { err, ok, type Result } from '@shared/kernel/result';
import { tidyCell } from './cells';

/** How a file marks decimals. `mixed`: both ways, so that 1,250 cannot be told from 1.25; `unknown`: no cell shows it. */
export type DecimalMark = 'point' | 'comma' | 'mixed' | 'unknown';

const unit = /\s*(?:hours?|hrs?|h|wte|fte)\.?$/;
const notANumber = 'This is not a number we can read. Write it like 37.5';

/** Thousands may stand apart by spaces or apostrophes; anywhere else a space is a sign of two numbers in one cell. */
function withoutGaps(text: string): string {
  return /^-?\d{1,3}([ '’]\d{3})+([.,]\d+)?$/.test(text) ? text.replace(/[ '’]/g, '') : text;
}

const bare = (cell: string): string => withoutGaps(tidyCell(cell).toLowerCase().replace(unit, ''));

const surelyComma =
  /^-?(?:\d*,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/;
const surelyPoint =
  /^-?(?:\d*\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/;

export function detectDecimalMark(cells: Iterable<string>): DecimalMark {
  let comma = false;
  let point = false;
  for (const cell of cells) {
    const text = bare(cell);
    comma ||= surelyComma.test(text);
    point ||= surelyPoint.test(text);
  }
  return comma ? (point ? 'mixed' : 'comma') : point ? 'point' : 'unknown';
}

/** Decimal point or decimal comma, thousands marks, "37:30" and a unit behind the number. */
export function readNumber(cell: string, mark: DecimalMark = 'unknown'): Result<number, string> {
  const text = bare(cell);
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock !== null) return ok(Number(clock[1]) + Number(clock[2]) / 60);
  // Three digits behind one mark: thousands or decimals.
  const couldBeEither = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (couldBeEither && mark === 'mixed')
    return err('This could be two numbers: some cells here have a decimal comma and some a point');
  let plain = text;
  if (couldBeEither) {
    const isDecimal = text.includes(',') ? mark === 'comma' : mark !== 'comma';
    plain = text.replace(/[.,]/, isDecimal ? '.' : '');
  } else if (/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) plain = text.replaceAll(',', '');
  else if (/^-?[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text)) plain = text.replaceAll('.', '').replace(',', '.');
  else if (/^-?[1-9]\d{0,2}(\.\d{3}){2,}$/.test(text)) plain = text.replaceAll('.', '');
  else if (/^-?\d*,\d+$/.test(text)) plain = text.replace(',', '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? ok(Number(plain)) : err(notANumber);
}

/** "45", "45 mins", "1:30", "01:30:00", "1.5 hours", "1h 30m": minutes in every case. */
export function readMinutes(cell: string, mark: DecimalMark = 'unknown'): Result<number, string> {
  const text = tidyCell(cell).toLowerCase();
  const clock = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(text);
  if (clock !== null) return ok(Number(clock[1]) * 60 + Number(clock[2]));
  const both = /^(\d{1,2}) ?(?:h|hrs?|hours?) ?(?:and )?([0-5]?\d) ?(?:m|mins?|minutes?)\.?$/.exec(text);
  if (both !== null) return ok(Number(both[1]) * 60 + Number(both[2]));
  const inHours = /^(.*\d) ?(?:h|hrs?|hours?)\.?$/.exec(text)?.[1];
  const plain = inHours ?? text.replace(/ ?(?:m|mins?|minutes?)\.?$/, '');
  if (plain.includes(':') || /[a-z]/.test(plain))
    return err('This is not a number of minutes we can read. Write it like 45');
  const number = readNumber(plain, mark);
  return number.ok && inHours !== undefined ? ok(Math.round(number.value * 60)) : number;
}
