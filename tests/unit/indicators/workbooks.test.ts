/** The sample service in workbooks: the figures are those of the separate program, to the last one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indicatorReport } from '../../../scripts/indicators/report';
import { readFolder, readLists } from '../../../scripts/indicators/read-folder';
import { importFolder, type FolderFile } from '@shared/import/folder';
import { workbook, type Book, type Cell, type Sheet } from '../import/workbooks';
import { asOf, differingFigures, idMaker, options, samples, type Rows } from './support';

const dayInNumbers = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/** Days as days and numbers as numbers; payroll numbers as text, as systems keep them. */
function typed(rows: Rows): Cell[][] {
  return rows.map((row, index) =>
    row.map((cell, column): Cell => {
      const [, day, month, year] = dayInNumbers.exec(cell) ?? [];
      if (index === 0) return cell;
      if (day !== undefined) return { day: `${year}-${month}-${day}` };
      return column > 0 && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
    }),
  );
}

const sheets: readonly Sheet[] = Object.entries(samples).map(([name, rows]) => ({ name, rows: typed(rows) }));

const reportOf = (files: readonly FolderFile[]) =>
  indicatorReport(
    importFolder({ files, today: asOf, newId: idMaker(), fileErrorText: ({ tag }) => tag }),
    options,
  );

async function figuresOf(files: Readonly<Record<string, Book>>) {
  const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
  try {
    for (const [name, book] of Object.entries(files)) writeFileSync(join(folder, name), await workbook(book));
    const { files: lists, leftAlone } = await readFolder(folder);
    return { ...reportOf(lists), leftAlone };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a folder of workbooks', () => {
  it.each([false, true])('one a list gives the same figures (from 1904: %s)', async (is1904) => {
    const report = await figuresOf(
      Object.fromEntries(sheets.map((sheet) => [`${sheet.name}.xlsx`, { sheets: [sheet], is1904 }])),
    );
    expect(report.badRows).toEqual([]);
    expect([report.people, report.absences]).toEqual([46, 173]);
    expect(differingFigures(report.months)).toEqual([]);
  });

  it('and so does one with a sheet a list; what is hidden or empty is named and left alone', async () => {
    const report = await figuresOf({
      'all.xlsx': {
        sheets: [
          ...sheets,
          { name: 'Old staff', rows: typed(samples.people), state: 'hidden' },
          { name: 'Empty', rows: [] },
        ],
      },
    });
    expect(report.leftAlone).toEqual(['all.xlsx, sheet Old staff (hidden)', 'all.xlsx, sheet Empty (empty)']);
    expect(report.badRows).toEqual([]);
    expect(differingFigures(report.months)).toEqual([]);
  });

  it('names a row as the sheet does', async () => {
    const [people] = sheets;
    if (people === undefined) throw new Error('There is no staff list');
    const rows = people.rows.map((row, index) =>
      index === 3
        ? row.map((cell, column): Cell => (column === 7 ? { xml: 't="e"><v>#N/A</v>' } : cell))
        : row,
    );
    const report = await figuresOf({ 'a.xlsx': { sheets: [{ ...people, rows: [[], ['Staff'], ...rows] }] } });
    expect(report.people).toBe(45);
    expect(report.badRows).toMatchObject([{ file: 'a.xlsx', line: 6 }]);
  });
});

/** The same lists as two other programs write them (openpyxl 3.1, XlsxWriter 3.2): no line of theirs is ours. */
describe('a workbook of another program', () => {
  const listsOf = async (name: string): Promise<readonly FolderFile[]> => {
    const bytes = readFileSync(resolve(import.meta.dirname, '../../fixtures/workbooks', name));
    return (await readLists(name, new Uint8Array(bytes))).files;
  };

  it('with days from 1904 gives the same figures', async () => {
    const report = reportOf(await listsOf('xlsxwriter-1904.xlsx'));
    expect(report.badRows).toEqual([]);
    expect([report.people, report.absences]).toEqual([46, 173]);
    expect(differingFigures(report.months)).toEqual([]);
  });

  it('with titles, a filter and a row of formulas that nobody has worked out gives them too, and lists that row', async () => {
    const report = reportOf(await listsOf('openpyxl.xlsx'));
    expect(report.badRows).toMatchObject([{ file: 'openpyxl.xlsx, sheet people', line: 50 }]);
    expect(report.badRows[0]?.reason).toContain('The formula here has no value yet');
    expect([report.people, report.absences]).toEqual([46, 173]);
    expect(differingFigures(report.months)).toEqual([]);
  });
});
