/** Words as every format can hold them, and as none can run them. */

/** A file with one of them may not open: control characters, halves of a character, what Unicode calls no character. */
const forbidden = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

/** The text without what XML cannot hold, lines ended by one sign, and blanks for tabs. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(forbidden, (sign) => (sign === '\n' ? sign : ''));
}

/** The same on one line: a cell, a heading, a label. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\n+/g, ' ').trim();
}

/** What a spreadsheet takes for the start of a formula, also behind blanks and in its wide form. */
const wakes = /^[\s\p{Cf}']*[=+\-@＝＋－＠]/u;

/**
 * A cell of words that no spreadsheet runs, not even when a workbook is saved as CSV and opened again: an apostrophe
 * stands before it. Our own minus is the true one and wakes nothing.
 */
export function inertCell(text: string): string {
  const line = oneLine(text);
  return wakes.test(line) ? `'${line}` : line;
}
