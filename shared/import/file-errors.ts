/** Why a file could not be read as a table at all. Expected failures: no file content, no file name in them. */
export type ImportFileError =
  | { readonly tag: 'EmptyFile' }
  | { readonly tag: 'LooksLikePdf' }
  | { readonly tag: 'LooksLikeSpreadsheet' }
  | { readonly tag: 'NotText' }
  | { readonly tag: 'FileTooLarge'; readonly limitMegabytes: number }
  | { readonly tag: 'TooManyRows'; readonly limit: number }
  | { readonly tag: 'TooManyColumns'; readonly limit: number }
  | { readonly tag: 'NoRows' };

/** What one import takes. Far above any service's extract, low enough that the window keeps answering. */
export const importLimits = { megabytes: 50, rows: 50_000, columns: 500 } as const;
