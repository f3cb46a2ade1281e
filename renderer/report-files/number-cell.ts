/** A shown text that is a number, as that number: equal to the text, never to a finer one that it was rounded from. */

export interface NumberCell {
  readonly value: number;
  /** The format of a spreadsheet in which the value reads as the text did. */
  readonly format: string;
}

/** Our own minus, digits with or without commas, decimals, a percent sign. */
const shape = /^(−?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?(%?)$/;
/** More than a double holds. */
const mostDigits = 15;

export function numberCell(text: string): NumberCell | null {
  const parts = shape.exec(text);
  if (parts === null) return null;
  const [, minus = '', whole = '', decimals = '', percent = ''] = parts;
  const digits = whole.replaceAll(',', '');
  if (digits.length + decimals.length > mostDigits) return null;
  const size = Number(`${digits}.${decimals === '' ? '0' : decimals}e${percent === '' ? 0 : -2}`);
  // Zero has no sign, so a text that gives it one stays a text.
  if (minus !== '' && size === 0) return null;
  const one = `${whole.includes(',') ? '#,##0' : '0'}${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}${percent}`;
  // The true minus stands in the format: a spreadsheet would write a hyphen.
  return minus === '' ? { value: size, format: one } : { value: -size, format: `${one};"−"${one}` };
}
