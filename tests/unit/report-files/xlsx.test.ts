/** The workbook, read part by part: numbers that equal what was shown, words that no program runs. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PublishedReport } from '@shared/reports/published-report';
import { inertCell } from '../../../renderer/report-files/inert-text';
import { numberCell } from '../../../renderer/report-files/number-cell';
import { sheetNames } from '../../../renderer/report-files/xlsx/sheet-names';
import { writeXlsx } from '../../../renderer/report-files/xlsx/write-xlsx';
import { zipParts } from '../../support/document-bytes';
import { nasty } from './nasty';
import { reportOf } from './report-of';
import { sampleReport, tables } from './sample-report';
import { all, readXml, textOf, type XmlElement } from './xml';

interface ReadCell {
  readonly kind: 'text' | 'number';
  readonly text: string;
  readonly format: string;
  readonly isBold: boolean;
}

interface Book {
  readonly names: string[];
  readonly sheets: { readonly root: XmlElement; readonly rows: ReadCell[][] }[];
  readonly parts: ReadonlyMap<string, XmlElement>;
}

/** "_x0041_" is a character by its number. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

async function bookOf(report: PublishedReport): Promise<Book> {
  const file = await writeXlsx(report);
  if (file === null) throw new Error('No workbook');
  const parts = new Map(zipParts(file).map(({ name, bytes }) => [name, readXml(bytes.toString('utf8'))]));
  const part = (name: string): XmlElement => {
    const found = parts.get(name);
    if (found === undefined) throw new Error(`No ${name}`);
    return found;
  };
  const texts = all(part('xl/sharedStrings.xml'), 'si').map((item) => unescaped(textOf(item, 't')));
  const styles = part('xl/styles.xml');
  const formats = new Map(
    all(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? '']),
  );
  const fonts = all(styles, 'font');
  const looks = all(all(styles, 'cellXfs')[0] ?? styles, 'xf');
  const names = all(part('xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes['name'] ?? '');
  const sheets = names.map((_name, index) => {
    const root = part(`xl/worksheets/sheet${index + 1}.xml`);
    const rows = all(root, 'row').map((row) =>
      all(row, 'c').map((cell): ReadCell => {
        const look = looks[Number(cell.attributes['s'])]?.attributes;
        const value = textOf(cell, 'v');
        // A cell without a value is an empty one.
        const isText = cell.attributes['t'] === 's' || value === '';
        return {
          kind: isText ? 'text' : 'number',
          text: isText && value !== '' ? (texts[Number(value)] ?? '') : value,
          format: formats.get(look?.['numFmtId'] ?? '') ?? look?.['numFmtId'] ?? '',
          isBold: all(fonts[Number(look?.['fontId'])] ?? root, 'b').length > 0,
        };
      }),
    );
    return { root, rows };
  });
  return { names, sheets, parts };
}

/** As a spreadsheet shows it, worked out from the format alone. */
function shownAs({ kind, text, format }: ReadCell): string {
  if (kind === 'text') return text;
  const builtIn: Readonly<Record<string, string>> = {
    '1': '0',
    '2': '0.00',
    '3': '#,##0',
    '4': '#,##0.00',
    '9': '0%',
    '10': '0.00%',
  };
  const code = (builtIn[format] ?? format).split(';')[0] ?? '';
  const value = Number(text);
  const decimals = /\.(0+)/.exec(code)?.[1]?.length ?? 0;
  const words = new Intl.NumberFormat('en-GB', {
    style: code.endsWith('%') ? 'percent' : 'decimal',
    useGrouping: code.includes(','),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Math.abs(value));
  return value < 0 ? `−${words}` : words;
}

describe('a workbook', () => {
  let book: Book;
  beforeAll(async () => {
    book = await bookOf(sampleReport);
  });

  test('says what it is about first, and has a sheet for each table', () => {
    expect(book.names).toEqual(['About', 'People in post', 'Time away from work']);
    const about = book.sheets[0]?.rows.flat().map(({ text }) => text) ?? [];
    expect(about.slice(0, 4)).toEqual([
      'Lomond Outreach',
      'Board summary',
      'October 2025 to September 2026',
      'At a glance',
    ]);
    expect(about).toContain('On the sheet “Time away from work”');
    expect(about.at(-1)).toBe(sampleReport.footnotes[0]);
  });

  test('shows each cell as the report does; numbers are numbers, equal to what was shown', () => {
    for (const [index, table] of tables.entries()) {
      const rows = book.sheets[index + 1]?.rows.filter((row) => row.length === table.columns.length) ?? [];
      expect(rows.map((row) => row.map(shownAs))).toEqual([
        table.columns,
        ...table.rows.map((row) => [row.label, ...row.cells]),
      ]);
      for (const [at, row] of table.rows.entries()) {
        const kinds = rows[at + 1]?.slice(1).map(({ kind }) => kind);
        expect(kinds).toEqual(row.cells.map((text) => (numberCell(text) === null ? 'text' : 'number')));
        expect(rows[at + 1]?.every(({ isBold }) => isBold === row.isTotal)).toBe(true);
      }
      expect(rows[0]?.every(({ isBold }) => isBold)).toBe(true);
    }
    expect(book.sheets[2]?.rows.flat().find(({ format }) => format === '0.0%')?.text).toBe('0.054');
  });

  test('keeps the head of each table in sight', () => {
    const panes = book.sheets.map(({ root }) => all(root, 'pane')[0]?.attributes);
    expect(panes[0]).toBeUndefined();
    for (const pane of panes.slice(1))
      expect(pane).toMatchObject({ state: 'frozen', ySplit: '5', xSplit: '1' });
  });

  test('has no formula, no link and no properties', () => {
    for (const [name, root] of book.parts) {
      expect(name).not.toMatch(/docProps|calcChain|externalLink|comments|vba/);
      for (const element of ['f', 'hyperlink', 'definedName', 'fileVersion', 'author'])
        expect(all(root, element)).toEqual([]);
    }
  });
});

test('names of sheets are what Excel takes, each once', () => {
  const titles = fc.array(
    fc.oneof(nasty, fc.constantFrom('History', 'about', "'People'", 'A/B', 'a'.repeat(40))),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(titles, (words) => {
      const names = sheetNames(words, ['About']);
      expect(names).toHaveLength(words.length);
      const all = ['About', ...names].map((name) => name.toLowerCase());
      expect(new Set(all).size).toBe(all.length);
      for (const name of names) {
        expect(name).toMatch(/^[^[\]/\\:*?']/);
        expect(name).not.toMatch(/[[\]/\\:*?]|'$|^history$/i);
        expect(name.length).toBeLessThanOrEqual(31);
      }
    }),
  );
});

test('a long table goes on on another sheet, whole', async () => {
  const rows = Array.from({ length: 1100 }, (_each, at) => ({
    label: `Row ${at}`,
    cells: ['14', '[c]'],
    isTotal: false,
  }));
  const book = await bookOf({
    ...sampleReport,
    sections: [{ id: 'rows', title: 'Rows', parts: [{ ...tables[0], title: 'Rows', rows }] }],
  });
  expect(book.names).toEqual(['About', 'Rows', 'Rows (2)']);
  const labels = book.sheets
    .slice(1)
    .flatMap((sheet) => sheet.rows.map((row) => row[0]?.text ?? ''))
    .filter((text) => text.startsWith('Row '));
  expect(labels).toEqual(rows.map(({ label }) => label));
  // Beyond this the writer hands parts to a worker that the page's policy forbids.
  const file = await writeXlsx({
    ...sampleReport,
    sections: [{ id: 'rows', title: 'Rows', parts: [{ ...tables[0], rows }] }],
  });
  for (const { bytes } of zipParts(file ?? new Uint8Array())) expect(bytes.length).toBeLessThan(160_000);
});

test('more words than a workbook is made for make none', async () => {
  const paragraphs = Array.from({ length: 60 }, (_each, at) => `${at} ${'a'.repeat(2000)}`);
  expect(
    await writeXlsx({
      ...sampleReport,
      sections: [{ id: 'words', title: 'Words', parts: [{ kind: 'text', paragraphs }] }],
    }),
  ).toBeNull();
});

test('opens whatever the words are, shows them, and runs none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(nasty, { minLength: 12, maxLength: 12 }), async (texts) => {
      const report = reportOf(texts.map((text) => text.slice(0, 3000)));
      const book = await bookOf(report);
      const [table] = report.sections[1]?.parts ?? [];
      if (table?.kind !== 'table') throw new Error('No table');
      const [head, ...body] = book.sheets[1]?.rows.filter((row) => row.length === 2) ?? [];
      const seen = (text: string): string => (numberCell(text) === null ? inertCell(text) : text);
      expect(head?.map(shownAs)).toEqual(table.columns.map(inertCell));
      expect(body.map((row) => row.map(shownAs))).toEqual(
        table.rows.map((row) => [inertCell(row.label), ...row.cells.map(seen)]),
      );
      for (const root of book.parts.values()) expect(all(root, 'f')).toEqual([]);
      for (const { text, kind } of book.sheets.flatMap(({ rows }) => rows.flat())) {
        if (kind === 'text') expect(text).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
      }
    }),
    { numRuns: 40 },
  );
});
