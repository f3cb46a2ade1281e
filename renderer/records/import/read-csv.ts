/** The one door to papaparse for reading: bytes of a chosen file to a table, in slices that let the window breathe. */
import Papa from 'papaparse';
import { decodeText, type DecodeBytes } from '@shared/import/decode-text';
import { detectDelimiter } from '@shared/import/delimiter';
import { importLimits, maxRecords, type ImportFileError } from '@shared/import/file-errors';
import type { ParsedText } from '@shared/import/source-text';
import { toSourceTable, type SourceTable } from '@shared/import/table';
import { err, ok, type Result } from '@shared/kernel/result';

const sliceCharacters = 512 * 1024;

/** Fatal, so that text which is not UTF-8 is tried as Windows-1252 instead of being filled with marks. */
const decodeBytes: DecodeBytes = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

interface Parsed extends ParsedText {
  readonly isTooLong: boolean;
}

function parseText(text: string, onProgress: (share: number) => void): Promise<Parsed> {
  const records: string[][] = [];
  const misquotedRows = new Set<number>();
  let brokenAtRow: number | null = null;
  let isTooLong = false;
  return new Promise((resolve) => {
    Papa.parse<string[]>(text, {
      delimiter: detectDelimiter(text),
      newline: '\n',
      skipEmptyLines: false,
      chunkSize: sliceCharacters,
      chunk(results: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        const unclosed = results.errors.find((error) => error.code === 'MissingQuotes');
        if (unclosed !== undefined) brokenAtRow ??= records.length + results.data.length;
        for (const { code, row } of results.errors)
          if (code === 'InvalidQuotes' && row !== undefined) misquotedRows.add(records.length + row + 1);
        for (const record of results.data) records.push(record);
        if (records.length > maxRecords) {
          isTooLong = true;
          parser.abort();
          return;
        }
        onProgress(Math.min(1, results.meta.cursor / text.length));
        parser.pause();
        setTimeout(() => parser.resume(), 0);
      },
      complete: () => resolve({ records, brokenAtRow, misquotedRows, isTooLong }),
    });
  });
}

/** Every row of the file, no heading told apart yet. */
export async function readRecords(
  bytes: Uint8Array,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<ParsedText, ImportFileError>> {
  const decoded = decodeText(bytes, decodeBytes);
  if (!decoded.ok) return decoded;
  await nextTask();
  const parsed = await parseText(decoded.value.text.replace(/\r\n?/g, '\n'), onProgress);
  return parsed.isTooLong ? err({ tag: 'TooManyRows', limit: importLimits.rows }) : ok(parsed);
}

/** `knownHeadings` helps to find the heading row under titles (see `knownHeadings` in shared/import/mapping). */
export async function readCsv(
  bytes: Uint8Array,
  knownHeadings: ReadonlySet<string>,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<SourceTable, ImportFileError>> {
  const parsed = await readRecords(bytes, onProgress);
  return parsed.ok ? toSourceTable(parsed.value, knownHeadings) : parsed;
}
