/** The workbook: what it is about on the first sheet, then a sheet for every table. A chunk of its own. */
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import type { PublishedPart, PublishedReport, PublishedTable } from '@shared/reports/published-report';
import { columnWidths, isOfNumbers } from '../column-widths';
import { oneLine } from '../inert-text';
import { sealedArchive } from '../sealed-archive';
import { figureCell, ink, textCell, type Look } from './cells';
import { onePageWide } from './page-setup';
import { sheetNames } from './sheet-names';

const aboutName = 'About';
const aboutWidth = 84;
/** In characters: a wider table is printed on its side. */
const uprightWidth = 72;
/** Rows above the head of a table: title, period, note, a blank one. */
const rowsAbove = 4;
/**
 * The writer's zip gives a part of 160 kB and more to a worker made of a string, which the page's policy forbids, and
 * then waits for ever. So a long table goes on on another sheet, and a report with more words than this has no workbook.
 */
const mostCells = 2500;
const mostWordBytes = 100_000;

interface SheetPart {
  readonly table: PublishedTable;
  readonly rows: PublishedTable['rows'];
}

function sheetParts(table: PublishedTable): SheetPart[] {
  const perSheet = Math.max(1, Math.floor(mostCells / table.columns.length));
  const parts: SheetPart[] = [];
  for (let from = 0; from === 0 || from < table.rows.length; from += perSheet) {
    parts.push({ table, rows: table.rows.slice(from, from + perSheet) });
  }
  return parts;
}

/** Of a row with one line of words, in points. */
const lineHeight = 15;
const title: Look = { fontWeight: 'bold', fontSize: 18, height: 28 };
const muted: Look = { textColor: ink.muted, fontSize: 10 };

/** Programs differ in whether they fit a row to words that wrap, so each row has its height. */
function fitted(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => Math.ceil(oneLine(text).length / (widths[index] ?? aboutWidth)));
  return 4 + lineHeight * Math.max(1, ...lines);
}

const wrapped = (text: string, look: Look = {}) =>
  textCell(text, { wrap: true, alignVertical: 'top', height: fitted([text], [aboutWidth]), ...look });

function tableSheet(report: PublishedReport, { table, rows }: SheetPart): SheetData {
  const align = table.columns.map((_head, index): Look => ({
    align: isOfNumbers(table, index) ? 'right' : 'left',
  }));
  const head: Look = {
    fontWeight: 'bold',
    textColor: ink.accent,
    backgroundColor: ink.tint,
    bottomBorderStyle: 'medium',
    bottomBorderColor: ink.accent,
    alignVertical: 'bottom',
    wrap: true,
  };
  const widths = columnWidths(table);
  const line: Look = { bottomBorderStyle: 'thin', bottomBorderColor: ink.line, alignVertical: 'center' };
  return [
    [textCell(table.title, { fontWeight: 'bold', fontSize: 14, height: 22 })],
    [textCell(report.periodWords, muted)],
    [textCell(table.note, muted)],
    [],
    table.columns.map((text, index) =>
      textCell(text, { ...head, ...align[index], height: fitted(table.columns, widths) }),
    ),
    ...rows.map((row) => {
      const look: Look = {
        ...line,
        ...(row.isTotal ? { fontWeight: 'bold' } : {}),
        wrap: true,
        height: fitted([row.label, ...row.cells], widths),
      };
      return [
        textCell(row.label, look),
        ...row.cells.map((text, index) => figureCell(text, { ...look, ...align[index + 1] })),
      ];
    }),
    [],
    ...report.footnotes.map((note) => [textCell(note, muted)]),
  ];
}

function aboutPart(part: PublishedPart, namesOf: (table: PublishedTable) => readonly string[]): SheetData {
  switch (part.kind) {
    case 'text':
      return part.paragraphs.map((text) => [wrapped(text)]);
    case 'list':
      return part.items.map((text) => [wrapped(`• ${text}`)]);
    case 'table': {
      const names = namesOf(part);
      const where = `On the sheet “${names.join('”, “')}”`;
      return [[wrapped(names[0] === part.title ? where : `${where}: ${part.title}`)]];
    }
    case 'chart':
      return [[wrapped(`${part.title}. ${part.alt}`)]];
  }
}

function aboutSheet(
  report: PublishedReport,
  namesOf: (table: PublishedTable) => readonly string[],
): SheetData {
  return [
    ...(report.serviceName === null
      ? []
      : [[textCell(report.serviceName, { fontWeight: 'bold', textColor: ink.accent })]]),
    [textCell(report.title, title)],
    [textCell(report.periodWords, { textColor: ink.muted, fontSize: 12, height: 20 })],
    ...report.sections.flatMap((section): SheetData => [
      [],
      [textCell(section.title, { fontWeight: 'bold', fontSize: 13, height: 22, textColor: ink.accent })],
      ...section.parts.flatMap((part) => aboutPart(part, namesOf)),
    ]),
    [],
    ...report.footnotes.map((note) => [wrapped(note, muted)]),
  ];
}

/** A workbook keeps every text once. */
function wordBytes(sheets: readonly SheetData[]): number {
  const texts = new Set<string>();
  for (const cell of sheets.flat(2)) {
    if (typeof cell === 'object' && cell !== null && 'value' in cell && typeof cell.value === 'string')
      texts.add(cell.value);
  }
  return new TextEncoder().encode([...texts].join('')).length;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Null where the report has more words than a workbook is made for. */
export async function writeXlsx(report: PublishedReport): Promise<Uint8Array | null> {
  const tables = report.sections.flatMap((section) => section.parts.filter((part) => part.kind === 'table'));
  const parts = tables.flatMap(sheetParts);
  const names = sheetNames(
    parts.map(({ table }) => table.title),
    [aboutName],
  );
  const namesOf = (table: PublishedTable): string[] =>
    names.filter((_name, index) => parts[index]?.table === table);
  const about = aboutSheet(report, namesOf);
  const sheets = parts.map((part) => tableSheet(report, part));
  if (wordBytes([about, ...sheets]) > mostWordBytes) return null;
  const blob = await writeExcelFile(
    [
      { data: about, sheet: aboutName, columns: [{ width: aboutWidth }], showGridLines: false },
      ...parts.map((part, index) => ({
        data: sheets[index] ?? [],
        sheet: names[index] ?? '',
        columns: columnWidths(part.table).map((width) => ({ width })),
        stickyRowsCount: rowsAbove + 1,
        stickyColumnsCount: 1,
        showGridLines: false,
        ...(sumOf(columnWidths(part.table)) > uprightWidth ? { orientation: 'landscape' as const } : {}),
      })),
    ],
    { fontFamily: 'Arial', fontSize: 11, features: [onePageWide] },
  ).toBlob();
  return sealedArchive(new Uint8Array(await blob.arrayBuffer()));
}
