/** A published table as a Word table: its first row is repeated on every page, its first column names the rows. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PublishedTable } from '@shared/reports/published-report';
import { columnWidths, isOfNumbers, leastWidths } from '../column-widths';
import { oneLine } from '../inert-text';
import { ink, styleIds, textWidths, type Paper } from './look';

/** Rows up to here stay on one page with their heading; a longer table breaks between rows. */
const keptTogether = 16;
/** With more columns than this the words are smaller; with more than the next the page lies on its side. */
const roomyColumns = 6;
const uprightColumns = 8;
/** Half points, and the share of it that a character is wide. */
const sizes = { roomy: 20, small: 16 } as const;
const characterWidth = 0.58;
const cellSide = 100;

export function paperOf(table: PublishedTable): Paper {
  return table.columns.length > uprightColumns ? 'wide' : 'upright';
}

const isSmall = (table: PublishedTable): boolean => table.columns.length > roomyColumns;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: ink.line } as const;
const strong = { style: BorderStyle.SINGLE, size: 8, color: ink.accent } as const;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Twips that add up to the width of the text: room for the longest word of each column, and the rest by their words. */
function gridOf(table: PublishedTable, width: number): number[] {
  const character = sizes[isSmall(table) ? 'small' : 'roomy'] * 10 * characterWidth;
  const needed = leastWidths(table).map((letters) => letters * character + 2 * cellSide);
  const weights = columnWidths(table);
  const room = Math.max(0, width - sumOf(needed));
  const wanted = weights.map((weight, at) => (needed[at] ?? 0) + (room * weight) / sumOf(weights));
  const grid = wanted.map((each) => Math.floor((each * width) / sumOf(wanted)));
  const rest = width - sumOf(grid);
  return grid.map((each, index) => (index === 0 ? each + rest : each));
}

interface CellLook {
  readonly style: string;
  readonly isRight: boolean;
  readonly width: number;
  readonly keepNext: boolean;
  readonly isSmall: boolean;
  readonly fill?: string;
}

function cell(text: string, look: CellLook): TableCell {
  const run = new TextRun({ text: oneLine(text), ...(look.isSmall ? { size: sizes.small } : {}) });
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.BOTTOM,
    ...(look.fill === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: look.fill } }),
    children: [
      new Paragraph({
        style: look.style,
        alignment: look.isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext: look.keepNext,
        children: [run],
      }),
    ],
  });
}

export function docxTable(table: PublishedTable): Table {
  const width = textWidths[paperOf(table)];
  const grid = gridOf(table, width);
  const isRight = table.columns.map((_head, index) => isOfNumbers(table, index));
  const isShort = table.rows.length <= keptTogether;
  const look = (index: number, style: string, keepNext: boolean): CellLook => ({
    style,
    isRight: isRight[index] ?? false,
    width: grid[index] ?? 0,
    keepNext,
    isSmall: isSmall(table),
  });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((text, index) =>
      cell(text, { ...look(index, styleIds.head, true), fill: ink.tint }),
    ),
  });
  const body = table.rows.map((row, at) => {
    // The note under the table stays with its last row.
    const keepNext = isShort && (at < table.rows.length - 1 || table.note !== '');
    return new TableRow({
      cantSplit: true,
      children: table.columns.map((_head, index) => {
        const text = index === 0 ? row.label : (row.cells[index - 1] ?? '');
        const plain = index === 0 ? styleIds.label : styleIds.cell;
        return cell(text, look(index, row.isTotal ? styleIds.total : plain, keepNext));
      }),
    });
  });
  return new Table({
    rows: [head, ...body],
    width: { size: width, type: WidthType.DXA },
    columnWidths: grid,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: cellSide, right: cellSide },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: {
      top: strong,
      bottom: strong,
      left: none,
      right: none,
      insideHorizontal: hair,
      insideVertical: none,
    },
  });
}
