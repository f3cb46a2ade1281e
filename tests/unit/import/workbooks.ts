/** Workbooks made part by part, so that a test can write what no program would. */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { dayNumber, toLocalDate } from '@shared/kernel/local-date';

/** A text, a number, a day, or the whole cell as XML behind its reference (`t="e"><v>#N/A</v>`). */
export type Cell = string | number | null | { readonly day: string } | { readonly xml: string };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merged?: readonly string[];
  /** Row numbers from 1. */
  readonly hiddenRows?: readonly number[];
}

export interface Book {
  readonly sheets: readonly Sheet[];
  readonly is1904?: boolean;
  /** Codes of number formats: the first is style 2. Style 1 is a day. */
  readonly formats?: readonly string[];
  /** Text stands in the cells themselves. */
  readonly isInline?: boolean;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

export const serialOf = (day: string, is1904 = false): number =>
  dayNumber(toLocalDate(day)) + (is1904 ? 24_107 : 25_569);

function sheetXml(sheet: Sheet, book: Book, textAt: (text: string) => number): string {
  const cellXml = (cell: Cell, reference: string): string => {
    if (cell === null || cell === '') return '';
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === 'object')
      return 'xml' in cell
        ? `<c r="${reference}" ${cell.xml}</c>`
        : `<c r="${reference}" s="1"><v>${serialOf(cell.day, book.is1904)}</v></c>`;
    return book.isInline === true
      ? `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
      : `<c r="${reference}" t="s"><v>${textAt(cell)}</v></c>`;
  };
  const rows = sheet.rows.map((cells, index) => {
    const row = index + 1;
    const hidden = sheet.hiddenRows?.includes(row) === true ? ' hidden="1"' : '';
    return `<row r="${row}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row}`)).join('')}</row>`;
  });
  const merged = sheet.merged ?? [];
  const merges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`;
}

/** Names to XML, in the order in which they are written. */
export function partsOf(book: Book): Map<string, string> {
  const texts = new Map<string, number>();
  const textAt = (text: string): number => {
    const found = texts.get(text) ?? texts.size;
    texts.set(text, found);
    return found;
  };
  const formats = ['dd/mm/yyyy', ...(book.formats ?? [])];
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, book, textAt));
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `${head}<Relationships xmlns="${packaged}/relationships">${inner}</Relationships>`;
  return new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${book.is1904 === true ? ' date1904="1"' : ''}/><sheets>${book.sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        [
          ...sheets.map((_, index) =>
            relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
          ),
          relation('rId901', 'styles', 'styles.xml'),
          relation('rId902', 'sharedStrings', 'sharedStrings.xml'),
        ].join(''),
      ),
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
        .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`)
        .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
        .map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ],
    ...sheets.map((xml, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
    [
      'xl/sharedStrings.xml',
      `${head}<sst xmlns="${main}">${[...texts.keys()]
        .map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`)
        .join('')}</sst>`,
    ],
  ]);
}

export async function zipped(
  parts: Iterable<readonly [string, string | Uint8Array]>,
  level = 6,
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level });
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await writer.add(name, new Uint8ArrayReader(bytes));
  }
  return writer.close();
}

export const workbook = (book: Book): Promise<Uint8Array> => zipped(partsOf(book));
