/** Words for files that cannot be read as a table: what it is, that nothing changed, what to do. */
import { assertNever } from '@shared/kernel/assert';
import type { ImportFileError } from '@shared/import/file-errors';

const number = new Intl.NumberFormat('en-GB');

const otherPrograms = {
  LibreOffice: 'an OpenDocument file',
  Numbers: 'a Numbers file',
  ExcelBinary: 'an Excel file in another form',
} as const;

export function importFileErrorText(error: ImportFileError): string {
  switch (error.tag) {
    case 'EmptyFile':
      return 'This file is empty. Nothing was changed. Save the list again, then choose it here.';
    case 'NoRows':
      return 'This file has headings and no rows below them. Nothing was changed. Check that you chose the right file.';
    case 'LooksLikePdf':
      return 'This is a PDF, whatever its name ends in. Nothing was changed. Ask for the list as a CSV or XLSX file, then choose that.';
    case 'LooksLikeSpreadsheet':
      return 'This is a spreadsheet, not a CSV file. Nothing was changed. Open it, choose Save as, then CSV, and choose that file here.';
    case 'OldSpreadsheet':
      return 'This is a workbook of an older Excel. Nothing was changed. Open it, choose Save as, then XLSX or CSV, and choose that file here.';
    case 'LockedSpreadsheet':
      return 'This file is locked with a password. Nothing was changed. Open it, take the password off a copy, and choose that copy here.';
    case 'OtherSpreadsheet':
      return `This is ${otherPrograms[error.program]}. Nothing was changed. Open it, save the list as XLSX or CSV, and choose that file here.`;
    case 'NotSpreadsheet':
      return 'There is no sheet in this file. Nothing was changed. Save the list as an XLSX or CSV file, then choose that.';
    case 'DamagedSpreadsheet':
      return 'Some of this workbook cannot be read. Nothing was changed. Open it, save it again as XLSX or CSV, and choose that file here.';
    case 'SpreadsheetTooLarge':
      return 'This workbook is far larger inside than a list of people is. Nothing was changed. Copy the list alone to a new workbook, then choose that.';
    case 'ReaderStopped':
      return 'Reading this file stopped on the way. Nothing was changed. Save the list as a CSV file, then choose that.';
    case 'NotText':
      return 'This is not a table we can read. Nothing was changed. Save the list as a CSV or XLSX file, then choose that.';
    case 'FileTooLarge':
      return `This file is larger than ${error.limitMegabytes} MB. Nothing was changed. Split it by year or by team, then bring in each part.`;
    case 'TooManyRows':
      return `This file has more than ${number.format(error.limit)} rows. Nothing was changed. Split it by year or by team, then bring in each part.`;
    case 'TooManyColumns':
      return `This file has more than ${number.format(error.limit)} columns. Nothing was changed. Leave out what is not needed, then choose it again.`;
    default:
      return assertNever(error);
  }
}

export const rowWords = { one: 'row', many: 'rows' } as const;

/** "1 row", "12 rows", "1,200 people" */
export function countOf(count: number, words: { readonly one: string; readonly many: string }): string {
  return `${number.format(count)} ${count === 1 ? words.one : words.many}`;
}
