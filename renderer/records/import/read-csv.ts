/** The one door to papaparse for reading: bytes of a chosen file to a table, in slices that let the window breathe. */
import Papa from 'papaparse';
import { decodeText, type DecodeBytes } from '@shared/import/decode-text';
import { detectDelimiter } from '@shared/import/delimiter';
import { importLimits, type ImportFileError } from '@shared/import/file-errors';
import { toSourceTable, type SourceTable } from '@shared/import/table';
import { err, type Result } from '@shared/kernel/result';

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

interface ParsedText {
  readonly records: readonly (readonly string[])[];
  readonly brokenAtRow: number | null;
  readonly isTooLong: boolean;
}

function parseText(text: string, onProgress: (share: number) => void): Promise<ParsedText> {
  const records: string[][] = [];
  let brokenAtRow: number | null = null;
  let isTooLong = false;
  // Empty rows are kept for true row numbers, so a file of nothing but line ends is bounded too.
  const maxRecords = importLimits.rows * 2;
  return new Promise((resolve) => {
    Papa.parse<string[]>(text, {
      delimiter: detectDelimiter(text),
      newline: '\n',
      skipEmptyLines: false,
      chunkSize: sliceCharacters,
      chunk(results: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        const unclosed = results.errors.find((error) => error.code === 'MissingQuotes');
        if (unclosed !== undefined) brokenAtRow ??= records.length + results.data.length;
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
      complete: () => resolve({ records, brokenAtRow, isTooLong }),
    });
  });
}

/** `knownHeadings` helps to find the heading row under titles (see `knownHeadings` in shared/import/mapping). */
export async function readCsv(
  bytes: Uint8Array,
  knownHeadings: ReadonlySet<string>,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<SourceTable, ImportFileError>> {
  const decoded = decodeText(bytes, decodeBytes);
  if (!decoded.ok) return decoded;
  await nextTask();
  const parsed = await parseText(decoded.value.text.replace(/\r\n?/g, '\n'), onProgress);
  if (parsed.isTooLong) return err({ tag: 'TooManyRows', limit: importLimits.rows });
  return toSourceTable(parsed.records, knownHeadings, parsed.brokenAtRow);
}
