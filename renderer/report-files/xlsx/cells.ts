/** Cells of a workbook. The kind is always said: the writer never has to guess, and no cell is a formula. */
import type { CellObject } from 'write-excel-file/universal';
import { inertCell } from '../inert-text';
import { numberCell } from '../number-cell';

export const ink = {
  text: '#1F2A33',
  muted: '#4E5B66',
  accent: '#1B5E6B',
  tint: '#E3EEED',
  line: '#CDC8BB',
} as const;

/** Excel takes no more in one cell. */
const longestText = 32_767;

const byNumber = (sign: string): string =>
  `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * "_x0041_" in a text is how a workbook writes a character by its number, so as words it is escaped. The same way saves
 * the few words that the writer loses because every object has them: "constructor", "toString".
 */
function escaped(text: string): string {
  const words = text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
  return words in Object.prototype ? `${byNumber(words.charAt(0))}${words.slice(1)}` : words;
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  // A cut escape or half a character would not open.
  return `${text.slice(0, longestText - 1).replace(/_[x0-9A-Fa-f]*$|[\uD800-\uDBFF]$/, '')}…`;
}

export type Look = Omit<CellObject, 'value' | 'type' | 'format'>;

export function textCell(text: string, look: Look = {}): CellObject {
  return { textColor: ink.text, ...look, value: shortened(escaped(inertCell(text))), type: String };
}

/** A shown number as a number that reads the same; all else as words. */
export function figureCell(text: string, look: Look = {}): CellObject {
  const number = numberCell(text);
  if (number === null) return textCell(text, look);
  return { textColor: ink.text, ...look, value: number.value, type: Number, format: number.format };
}
