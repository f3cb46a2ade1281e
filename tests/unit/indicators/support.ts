/** The sample extracts as tables that can be written anew in any style, and the figures that come of a folder of them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { readRecords } from '../../../renderer/records/import/read-csv';
import { indicatorReport, type IndicatorReport } from '../../../scripts/indicators/report';
import { importFolder, type FolderImport } from '@shared/import/folder';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';

export const inputFolder = resolve(import.meta.dirname, '../../fixtures/input');
export const asOf = toLocalDate('2026-03-31');
export const options = { asOf, fullTimeWeek: 37.5, months: 36 };

export const expected = JSON.parse(
  readFileSync(resolve(inputFolder, 'expected.json'), 'utf8'),
) as IndicatorReport;

export type Rows = readonly (readonly string[])[];

/** Headings first. */
export function sampleRows(file: string): Rows {
  const text = readFileSync(resolve(inputFolder, file), 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

export const samples = {
  people: sampleRows('people.csv'),
  absence: sampleRows('absence.csv'),
  caseload: sampleRows('caseload.csv'),
  establishment: sampleRows('establishment.csv'),
  supervision: sampleRows('supervision.csv'),
} as const;

export const csv = (rows: Rows, separator = ',', lineEnd = '\r\n'): string =>
  rows
    .map((row) =>
      row
        .map((cell) =>
          cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(separator),
    )
    .join(lineEnd);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function idMaker(): () => RecordId {
  let next = 0;
  return () => {
    next += 1;
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setUint32(12, next);
    return recordIdFromBytes(bytes);
  };
}

export async function folderOf(files: Readonly<Record<string, Uint8Array>>): Promise<FolderImport> {
  const read = await Promise.all(
    Object.entries(files).map(async ([name, bytes]) => ({ name, content: await readRecords(bytes) })),
  );
  return importFolder({
    files: read,
    today: asOf,
    newId: idMaker(),
    fileErrorText: ({ tag }) => tag,
  });
}

export async function reportOf(files: Readonly<Record<string, Uint8Array>>): Promise<IndicatorReport> {
  return indicatorReport(await folderOf(files), options);
}

/** Rates of the separate program were added up in another order: equal to twelve decimals. */
export function differingFigures(months: IndicatorReport['months']): string[] {
  return expected.months.flatMap((want, index) => {
    const have = months[index];
    if (have === undefined) return [`${want.month}: missing`];
    return Object.entries(want).flatMap(([key, value]) => {
      const got: unknown = have[key as keyof typeof have];
      const isEqual =
        typeof value === 'number' && typeof got === 'number' ? Math.abs(value - got) <= 1e-12 : value === got;
      return isEqual ? [] : [`${want.month} ${key}: ${String(value)} expected, ${String(got)} found`];
    });
  });
}
