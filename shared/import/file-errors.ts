/** Why a file could not be read as a table at all. Expected failures: no file content, no file name in them. */
export type ImportFileError =
  | { readonly tag: 'EmptyFile' }
  | { readonly tag: 'LooksLikePdf' }
  /** Where only text is taken (answers of a survey tool). */
  | { readonly tag: 'LooksLikeSpreadsheet' }
  /** A workbook of before 2007 (.xls). */
  | { readonly tag: 'OldSpreadsheet' }
  | { readonly tag: 'LockedSpreadsheet' }
  | { readonly tag: 'OtherSpreadsheet'; readonly program: 'LibreOffice' | 'Numbers' | 'ExcelBinary' }
  /** An archive or an office document that holds no sheet. */
  | { readonly tag: 'NotSpreadsheet' }
  | { readonly tag: 'DamagedSpreadsheet' }
  /** Small as a file, and far more once it is unpacked. */
  | { readonly tag: 'SpreadsheetTooLarge' }
  /** The reader ran out of memory or stopped. */
  | { readonly tag: 'ReaderStopped' }
  | { readonly tag: 'NotText' }
  | { readonly tag: 'FileTooLarge'; readonly limitMegabytes: number }
  | { readonly tag: 'TooManyRows'; readonly limit: number }
  | { readonly tag: 'TooManyColumns'; readonly limit: number }
  | { readonly tag: 'NoRows' };

/** What one import takes. Far above any service's extract, low enough that the window keeps answering. */
export const importLimits = { megabytes: 50, rows: 50_000, columns: 500 } as const;

/** Empty rows are kept for true row numbers, so that a file of nothing but line ends is bounded too. */
export const maxRecords = importLimits.rows * 2;

/** What a workbook may unpack to. Its XML is several times as long as what stands in the cells. */
export const workbookLimits = {
  partBytes: 160 * 1024 * 1024,
  allBytes: 256 * 1024 * 1024,
  parts: 5_000,
  /** In the cells of all its sheets together. */
  characters: importLimits.megabytes * 1024 * 1024,
  depth: 64,
} as const;
