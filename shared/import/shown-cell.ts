/** What a cell shows, where spreadsheets and databases write it in a roundabout way. */
import { tidyCell } from './cells';

/** `="00417"`: how a spreadsheet is told to keep the zeros in front. */
const keptAsText = /^="([^"]*)"$/;
/** How databases and pivot tables write that there is nothing. Also a surname, so names are read as they stand. */
const nothing = /^(null|\(null\)|\(blank\)|\(empty\)|\(none\))$/i;

export function shownCell(cell: string, isName: boolean): string {
  const tidy = tidyCell(cell);
  const text = keptAsText.exec(tidy)?.[1]?.trim() ?? tidy;
  return !isName && nothing.test(text) ? '' : text;
}

/** A formula that went wrong, or a column too narrow for its number: the value itself never reached the file. */
export function spreadsheetError(cell: string): string | null {
  if (/^#{3,}$/.test(cell))
    return 'The column was too narrow to show this. Widen it, then save the file again';
  return /^#(n\/a|ref!|value!|div\/0!|name\?|num!|null!|spill!|calc!|getting_data)$/i.test(cell)
    ? 'The spreadsheet shows an error here instead of a value. Put it right, then save the file again'
    : null;
}
