/**
 * The cells of one sheet, row for row. A sheet that contradicts itself (a row twice, a cell in another row's place)
 * is refused as a whole: what it means would be a guess.
 */
import { importLimits, maxRecords, workbookLimits, type ImportFileError } from '../file-errors';
import type { MergedRange } from '../sheet-facts';
import type { ParsedText } from '../source-text';
import { readCell } from './cell-value';
import type { NumberFormat } from './number-format';
import { formatAt } from './styles';
import { damaged, isYes, type XmlAttributes, type XmlHandler } from './xml';

export interface WorkbookValues {
  readonly sharedTexts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  /** How many characters the sheets before had; kept up to date. */
  readonly characters: { count: number };
}

export interface SheetReader extends XmlHandler {
  parsed(): ParsedText;
}

const maxRow = 1_048_576;
const maxColumn = 16_384;
const reference = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;
const unknownStyle = 'The format of this cell is missing, so its number cannot be read. Type it again';

interface Place {
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

function placeOf(text: string): Place | null {
  const [, letters, row] = reference.exec(text) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= maxColumn && Number(row) <= maxRow ? { row: Number(row), column: column - 1 } : null;
}

function mergedRange(text: string | undefined): MergedRange | null {
  const [from, to] = (text ?? '').split(':').map(placeOf);
  if (from === null || from === undefined || to === null || to === undefined) return null;
  return {
    firstRow: Math.min(from.row, to.row),
    lastRow: Math.max(from.row, to.row),
    firstColumn: Math.min(from.column, to.column),
    lastColumn: Math.max(from.column, to.column),
  };
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly format: NumberFormat | null;
  hasFormula: boolean;
  value: string | null;
  inline: string | null;
}

const noCells: readonly string[] = [];

export function createSheetReader(values: WorkbookValues): SheetReader {
  const records: (readonly string[])[] = [];
  const wrongCells = new Map<number, Map<number, string>>();
  const merged: MergedRange[] = [];
  let hiddenRows = 0;
  let stopped: ImportFileError | null = null;
  let isInData = false;
  let row = 0;
  let isRowOpen = false;
  let isRowHidden = false;
  let cells: string[] = [];
  let lastColumn = -1;
  let cell: OpenCell | null = null;
  let collects: 'value' | 'inline' | null = null;
  let isPronunciation = false;

  const openRow = (attributes: XmlAttributes): void => {
    const given = attributes['r'];
    const next = given === undefined ? row + 1 : /^[1-9]\d{0,6}$/.test(given) ? Number(given) : 0;
    if (next <= row || next > maxRow || isRowOpen) {
      stopped = damaged;
      return;
    }
    row = next;
    isRowOpen = true;
    isRowHidden = isYes(attributes['hidden']);
    cells = [];
    lastColumn = -1;
  };

  const openCell = (attributes: XmlAttributes): void => {
    const given = attributes['r'];
    const place = given === undefined ? { row, column: lastColumn + 1 } : placeOf(given);
    if (place === null || place.row !== row || place.column <= lastColumn || !isRowOpen || cell !== null) {
      stopped = damaged;
      return;
    }
    lastColumn = place.column;
    cell = {
      column: place.column,
      type: attributes['t'] ?? '',
      format: formatAt(values.formats, attributes['s']),
      hasFormula: false,
      value: null,
      inline: null,
    };
  };

  const closeCell = (open: OpenCell): void => {
    const { format } = open;
    const isNumber = open.type === '' || open.type === 'n';
    const read =
      format === null && isNumber && open.value !== null && open.value !== ''
        ? { text: open.value.slice(0, 80), wrong: unknownStyle }
        : readCell({ ...open, format: format ?? { kind: 'plain' } }, values.sharedTexts, values.is1904);
    if (read.text === '') return;
    if (open.column >= importLimits.columns) {
      stopped = { tag: 'TooManyColumns', limit: importLimits.columns };
      return;
    }
    values.characters.count += read.text.length;
    if (values.characters.count > workbookLimits.characters) stopped = { tag: 'SpreadsheetTooLarge' };
    while (cells.length < open.column) cells.push('');
    cells.push(read.text);
    if (read.wrong !== null) {
      const ofRow = wrongCells.get(row) ?? new Map<number, string>();
      wrongCells.set(row, ofRow.set(open.column, read.wrong));
    }
  };

  const closeRow = (): void => {
    isRowOpen = false;
    if (cells.length === 0) return;
    if (row > maxRecords) {
      stopped = { tag: 'TooManyRows', limit: importLimits.rows };
      return;
    }
    while (records.length < row - 1) records.push(noCells);
    records.push(cells);
    if (isRowHidden) hiddenRows += 1;
  };

  return {
    get stopped() {
      return stopped;
    },
    open(name, attributes) {
      if (!isInData) {
        if (name === 'sheetData') isInData = true;
        else if (name === 'mergeCell') {
          const range = mergedRange(attributes['ref']);
          if (range === null || merged.length >= maxRecords) stopped = damaged;
          else merged.push(range);
        }
        return;
      }
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (cell === null) return;
      else if (name === 'f') cell.hasFormula = true;
      else if (name === 'v') {
        if (cell.value !== null) stopped = damaged;
        cell.value = '';
        collects = 'value';
      } else if (name === 'is') cell.inline = '';
      else if (name === 'rPh') isPronunciation = true;
      else if (name === 't' && cell.inline !== null && !isPronunciation) collects = 'inline';
    },
    text(text) {
      if (cell === null || collects === null) return;
      cell[collects] = `${cell[collects] ?? ''}${text}`;
    },
    close(name) {
      if (!isInData) return;
      if (name === 'v' || name === 't') collects = null;
      else if (name === 'rPh') isPronunciation = false;
      else if (name === 'c' && cell !== null) {
        closeCell(cell);
        cell = null;
      } else if (name === 'row') closeRow();
      else if (name === 'sheetData') isInData = false;
    },
    parsed: () => ({
      records,
      brokenAtRow: null,
      misquotedRows: new Set(),
      sheet: { wrongCells, merged, is1904: values.is1904, hiddenRows },
    }),
  };
}
