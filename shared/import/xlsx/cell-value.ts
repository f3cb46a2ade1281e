/** One cell of a sheet as the text that a careful person would type for it, or why it has none. */
import type { NumberFormat } from './number-format';
import { dayText, timeText } from './serial';

export interface RawCell {
  /** The `t` of the cell; '' where it has none. */
  readonly type: string;
  readonly format: NumberFormat;
  readonly hasFormula: boolean;
  /** What stands in `v`; null where there is no `v`. */
  readonly value: string | null;
  /** Text that stands in the cell itself. */
  readonly inline: string | null;
}

export interface ReadCell {
  readonly text: string;
  readonly wrong: string | null;
}

const showsError =
  'The spreadsheet shows an error here instead of a value. Put it right, then save the file again';
const noValue =
  'The formula here has no value yet. Open the file in a spreadsheet program, then save it again';
const unreadable = 'This cell cannot be read. Type it again, then save the file';
const noDay = 'The sheet shows this number as a day, and there is no such day';
const overADay =
  'This time is longer than a day and the sheet shows only the rest. Show it as [h]:mm, then save the file again';

/** Excel allows 32,767. */
const longestText = 40_000;
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const readable = (text: string): ReadCell => ({ text, wrong: null });
/** What is wrong shows something, so that a row of nothing else is not taken for an empty one. */
const wrongCell = (wrong: string, shown = ''): ReadCell => ({
  text: shown.trim() === '' ? '?' : shown.slice(0, 80),
  wrong,
});

/** Letters that XML cannot hold are written as `_x000D_`. Line ends become spaces: a row is one line. */
export function plainText(text: string): string {
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/[\r\n]+/g, ' ');
}

/** Fifteen digits, as spreadsheets show: the sixteenth is an artefact of how numbers are stored. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Math.abs(rounded) >= 1e15) return rounded.toExponential();
  const text = String(rounded);
  const plain = text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text;
  // With three decimals a number could be read as thousands, where other cells of the file have a decimal comma.
  return /^-?\d{1,3}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

function numberCell(value: number, format: NumberFormat, is1904: boolean): ReadCell {
  switch (format.kind) {
    case 'date': {
      const day = dayText(value, is1904);
      return day === null ? wrongCell(noDay, numberText(value)) : readable(day);
    }
    case 'time': {
      const time = timeText(value, format.isElapsed, is1904);
      return time === null ? wrongCell(overADay, numberText(value)) : readable(time);
    }
    case 'percent':
      return readable(`${numberText(value * 100)}%`);
    case 'padded':
      return readable(
        Number.isInteger(value) && value >= 0
          ? `${format.prefix}${numberText(value).padStart(format.digits, '0')}`
          : numberText(value),
      );
    case 'plain':
      return readable(numberText(value));
  }
}

const isoMoment = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/;

export function readCell(cell: RawCell, sharedTexts: readonly string[], is1904: boolean): ReadCell {
  const { type, value, inline } = cell;
  if (type === 'inlineStr') return textCell(inline ?? value ?? '');
  if (value === null || value === '') {
    // An empty text is a value that a formula can have; an empty number is not.
    if (cell.hasFormula && (type !== 'str' || value === null)) return wrongCell(noValue);
    return type === '' || type === 'n' || type === 'str' ? readable('') : wrongCell(unreadable);
  }
  switch (type) {
    case 's': {
      const text = /^\d+$/.test(value) ? sharedTexts[Number(value)] : undefined;
      return text === undefined ? wrongCell(unreadable) : textCell(text);
    }
    case 'str':
      return textCell(value);
    case 'b':
      return value === '1' || value === '0'
        ? readable(value === '1' ? 'TRUE' : 'FALSE')
        : wrongCell(unreadable);
    case 'e':
      return wrongCell(showsError, value);
    case 'd': {
      const [, day, time = '00:00'] = isoMoment.exec(value) ?? [];
      if (day === undefined) return wrongCell(unreadable, value);
      return readable(time === '00:00' ? day : `${day} ${time}`);
    }
    case '':
    case 'n': {
      const number = numeric.test(value.trim()) ? Number(value) : Number.NaN;
      return Number.isFinite(number) ? numberCell(number, cell.format, is1904) : wrongCell(unreadable, value);
    }
    default:
      return wrongCell(unreadable, value);
  }
}

function textCell(text: string): ReadCell {
  return text.length > longestText ? wrongCell(unreadable, text) : readable(plainText(text));
}
