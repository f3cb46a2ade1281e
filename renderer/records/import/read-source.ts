/** A chosen file as sheets of rows, whether it is text or a workbook. What it is, its first bytes say. */
import type { Source } from '@shared/import/choose-sheet';
import { importLimits, type ImportFileError } from '@shared/import/file-errors';
import { isArchive, isOldOffice, oldOfficeError } from '@shared/import/file-kind';
import { readWorkbook } from '@shared/import/xlsx/workbook';
import { err, ok, type Result } from '@shared/kernel/result';
import { readRecords } from './read-csv';
import { openParts } from './workbook-parts';

export async function readSource(
  bytes: Uint8Array,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<Source, ImportFileError>> {
  if (bytes.length > importLimits.megabytes * 1024 * 1024)
    return err({ tag: 'FileTooLarge', limitMegabytes: importLimits.megabytes });
  if (isOldOffice(bytes)) return err(oldOfficeError(bytes));
  if (isArchive(bytes)) {
    const parts = await openParts(bytes, onProgress);
    if (!parts.ok) return parts;
    const sheets = await readWorkbook(parts.value);
    return sheets.ok ? ok({ isWorkbook: true, sheets: sheets.value }) : sheets;
  }
  const content = await readRecords(bytes, onProgress);
  // What cannot be read as text at all has no sheet to choose from.
  return content.ok ? ok({ isWorkbook: false, sheets: [{ name: '', isHidden: false, content }] }) : content;
}
