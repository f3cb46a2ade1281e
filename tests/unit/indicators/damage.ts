/** What happens to separated text on its way, and what is left to compare: shared by the tests that damage files. */
import fc from 'fast-check';
import type { FolderImport } from '@shared/import/folder';
import { csv, type Rows } from './support';

const wrongCells = [
  '#N/A',
  '#REF!',
  '####',
  '31/02/2024',
  '=A1',
  '1.2.3',
  'x',
  '32/13/2024',
  '99/99/9999',
] as const;

export interface Damage {
  readonly kind: (typeof kinds)[number];
  readonly where: number;
  readonly also: number;
}
const kinds = [
  'cell gone',
  'cell split',
  'quotation mark',
  'quotation mark at a cell',
  'line end in a row',
  'line end gone',
  'cut off',
  'neighbours change places',
  'wrong cell',
  'half a row again',
  'control character',
] as const;
export const damages = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), where: fc.nat(), also: fc.nat() }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** Never in the headings: a file without them is another matter. */
export function damaged(rows: Rows, separator: string, damage: readonly Damage[]): string {
  let table = rows.map((row) => [...row]);
  for (const { kind, where, also } of damage) {
    const row = table[1 + (where % (table.length - 1))] ?? [];
    // The payroll number stays: with another one the row would be about somebody else.
    const column = 1 + (also % (row.length - 1));
    if (kind === 'cell gone') row.splice(column, 1);
    if (kind === 'neighbours change places')
      row.splice(column, 2, ...row.slice(column, column + 2).reverse());
    if (kind === 'wrong cell') row[column] = wrongCells[where % wrongCells.length] ?? '';
  }
  table = table.filter((row) => row.length > 0);
  let text = csv(table, separator, '\n');
  for (const { kind, where, also } of damage) {
    const first = text.indexOf('\n') + 1;
    const anywhere = first + (where % (text.length - first));
    // With a changed number a row is about somebody else, and no program can know: so behind the first cell.
    const lineStart = text.lastIndexOf('\n', anywhere - 1) + 1;
    const behind = text.indexOf(separator, lineStart) + 1;
    const at = behind === 0 ? anywhere : Math.max(anywhere, behind);
    const insert = (what: string, place: number): string => text.slice(0, place) + what + text.slice(place);
    if (kind === 'cell split') text = insert(separator, at);
    if (kind === 'quotation mark') text = insert('"', at);
    if (kind === 'quotation mark at a cell')
      text = insert('"', Math.max(first, text.indexOf(separator, at) + 1));
    if (kind === 'line end in a row') text = insert('\n', at);
    if (kind === 'line end gone') {
      const end = text.indexOf('\n', at);
      if (end !== -1) text = text.slice(0, end) + text.slice(end + 1);
    }
    if (kind === 'cut off') text = text.slice(0, at);
    // A digit or two twice is another number, and no program can know.
    if (kind === 'half a row again') text = insert(text.slice(at, at + 10 + (also % 50)), at);
    if (kind === 'control character') text = insert(String.fromCharCode(1 + (also % 31)), at);
  }
  return text;
}

/** What figures are made of, by who and when. */
export function facts({ records }: FolderImport): Map<string, string> {
  const numbers = new Map(records.person.map(({ id, value }) => [id, value.payrollNumber]));
  return new Map([
    ...records.person.map(({ value }): [string, string] => [
      `person ${value.payrollNumber}`,
      JSON.stringify([
        value.startDate,
        value.lastDay,
        value.weeklyHours,
        value.engagement,
        value.earlierSpells,
      ]),
    ]),
    ...records.absence.map(({ value }): [string, string] => [
      `absence ${numbers.get(value.personId)} ${value.firstDay}`,
      JSON.stringify([value.lastDay]),
    ]),
  ]);
}
