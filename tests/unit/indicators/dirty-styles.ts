/** A sample extract written in another system's manner, with rows that must be left out planted in it. */
import fc from 'fast-check';
import { dayNumber, formatDate, lastDayOf, localDate, type LocalMonth } from '@shared/kernel/local-date';
import type { Rows } from './support';

const headingsElsewhere: Readonly<Record<string, readonly string[]>> = {
  'Payroll no': ['Employee Number', 'PAYROLL_NO', 'Staff ID', 'Emp No.'],
  Name: ['Full name', 'Employee name'],
  Role: ['Job Title', 'Position'],
  Team: ['Department', 'team'],
  Site: ['Location', 'Base'],
  Contract: ['Contract type', 'Employment type'],
  'Weekly hours': ['Contracted hours', 'Hours per week', 'Hrs'],
  'Start date': ['Date joined', 'Hire date', 'Start Date (current post)'],
  'Leaving reason': ['Reason for leaving', 'Termination reason'],
  'Front-facing': ['Frontline'],
  Exposure: ['Exposure tier'],
  Reason: ['Absence reason', 'Category'],
  Month: ['Period', 'Month end'],
  'Open cases on last day': ['Cases', 'Active cases'],
  'Funded posts (WTE)': ['Funded WTE', 'Budgeted FTE'],
};
const ofAbsence: Readonly<Record<string, readonly string[]>> = {
  'First day': ['Absence start', 'From', 'Absence Start Date'],
  'Last day': ['Absence end', 'To', 'Absence End Date'],
};
const ofPeople: Readonly<Record<string, readonly string[]>> = { 'Last day': ['Leaving date', 'Date left'] };

const separators = [',', ';', '\t', '|'] as const;
const encodings = [
  'utf-8',
  'utf-8 marked',
  'utf-16le',
  'utf-16le marked',
  'utf-16be marked',
  'windows-1252',
] as const;
const dateStyles = ['uk', 'short', 'iso', 'named', 'dots', 'serial', 'us', 'oracle', 'timed'] as const;
const monthStyles = ['iso', 'named', 'turned', 'last day', 'compact'] as const;
const stray = ['repeated headings', 'total', 'note', 'duplicate'] as const;

export const styles = fc.record({
  separator: fc.constantFrom(...separators),
  encoding: fc.constantFrom(...encodings),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quoteAll: fc.boolean(),
  date: fc.constantFrom(...dateStyles),
  month: fc.constantFrom(...monthStyles),
  decimalComma: fc.boolean(),
  headings: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  title: fc.boolean(),
  blankEvery: fc.constantFrom(0, 3, 10),
  stray: fc.array(fc.tuple(fc.constantFrom(...stray), fc.nat()), { maxLength: 5 }),
});
export type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;

function dateIn(style: Style['date'], cell: string): string {
  const [day = 0, month = 0, year = 0] = cell.split('/').map(Number);
  const date = localDate(year, month, day);
  if (date === null) throw new Error('a day of the sample');
  const two = (number: number): string => String(number).padStart(2, '0');
  const short = formatDate(date).split(' ')[1]?.slice(0, 3) ?? '';
  switch (style) {
    case 'uk':
      return cell;
    case 'short':
      return `${day}/${month}/${two(year % 100)}`;
    case 'iso':
      return date;
    case 'named':
      return `${day} ${short} ${year}`;
    case 'dots':
      return `${two(day)}.${two(month)}.${year}`;
    case 'serial':
      return String(dayNumber(date) + 25_569);
    case 'us':
      return `${two(month)}/${two(day)}/${year}`;
    case 'oracle':
      return `${two(day)}-${short.toUpperCase()}-${two(year % 100)}`;
    case 'timed':
      return `${cell} 00:00:00`;
  }
}

function monthIn(style: Style['month'], month: string): string {
  const last = lastDayOf(month as LocalMonth);
  const [year = '', number = ''] = month.split('-');
  switch (style) {
    case 'iso':
      return month;
    case 'named':
      return `${formatDate(last).split(' ')[1]?.slice(0, 3)}-${year.slice(2)}`;
    case 'turned':
      return `${number}/${year}`;
    case 'last day':
      return `${last.slice(8)}/${number}/${year}`;
    case 'compact':
      return `${year}${number}`;
  }
}

function cellIn(style: Style, cell: string): string {
  if (/^\d{2}\/\d{2}\/\d{4}$/.test(cell)) return dateIn(style.date, cell);
  if (/^\d{4}-\d{2}$/.test(cell)) return monthIn(style.month, cell);
  return style.decimalComma && /^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell;
}

function encode(text: string, encoding: Style['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 marked') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const marked = encoding.endsWith('marked') ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < marked.length; index += 1)
    view.setUint16(index * 2, marked.charCodeAt(index), encoding.startsWith('utf-16le'));
  return bytes;
}

export interface DirtyFile {
  readonly bytes: Uint8Array;
  /** Lines of the file that must be left out, and no others. */
  readonly badLines: readonly number[];
}

export function dirtyFile(rows: Rows, style: Style): DirtyFile {
  const [sampleHeadings = [], ...body] = rows;
  const own = { ...headingsElsewhere, ...(sampleHeadings.includes('Reason') ? ofAbsence : ofPeople) };
  const headings = sampleHeadings.map((heading, index) => {
    const names = [heading, ...(own[heading] ?? [])];
    return names[(style.headings[index] ?? 0) % names.length] ?? heading;
  });
  const order = headings
    .map((_, index) => index)
    .sort((left, right) => (style.order[left] ?? 0) - (style.order[right] ?? 0) || left - right);
  const arrange = (cells: readonly string[]): string[] => order.map((index) => cells[index] ?? '');
  const lines: { readonly cells: readonly string[]; readonly isBad: boolean }[] = [];
  if (style.title)
    lines.push(
      { cells: ['Extract of 1 April', ...headings.slice(1).map(() => '')], isBad: false },
      { cells: [], isBad: false },
    );
  lines.push({ cells: arrange(headings), isBad: false });
  const planted = new Map<number, (typeof stray)[number][]>();
  for (const [kind, place] of style.stray) {
    const at = place % body.length;
    planted.set(at, [...(planted.get(at) ?? []), kind]);
  }
  for (const [index, row] of body.entries()) {
    const cells = arrange(row.map((cell) => cellIn(style, cell)));
    lines.push({ cells, isBad: false });
    for (const kind of planted.get(index) ?? []) {
      if (kind === 'duplicate') lines.push({ cells, isBad: true });
      else if (kind === 'repeated headings') lines.push({ cells: arrange(headings), isBad: true });
      else if (kind === 'total')
        lines.push({
          cells: arrange(headings.map((_, at) => (at === 0 ? 'Total' : at === 1 ? '46' : ''))),
          isBad: true,
        });
      else
        lines.push({
          cells: headings.map((_, at) => (at === 0 ? 'Printed by the office' : '')),
          isBad: true,
        });
    }
    if (style.blankEvery > 0 && index % style.blankEvery === 0) lines.push({ cells: [], isBad: false });
  }
  const quoted = (cell: string): string =>
    style.quoteAll || cell.includes(style.separator) || cell.includes('"')
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  const text = lines.map(({ cells }) => cells.map(quoted).join(style.separator)).join(style.lineEnd);
  return {
    bytes: encode(text, style.encoding),
    badLines: lines.flatMap(({ isBad }, index) => (isBad ? [index + 1] : [])),
  };
}
