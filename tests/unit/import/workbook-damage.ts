/** What can happen to a workbook, by where: a cell, the rows of a sheet, the XML of a part, the bytes of the file. */
import { columnLetters, serialOf, type Book, type Cell, type Sheet } from './workbooks';

export interface Damage {
  readonly kind: number;
  readonly where: number;
  readonly also: number;
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

const dayOf = (cell: Cell): string | null =>
  typeof cell === 'object' && cell !== null && 'day' in cell ? cell.day : null;
const raw = (xml: string): Cell => ({ xml });

/** A new cell for an old one. `style` is of `formats`: 2 a number, 3 a share, 4 a time, 5 hours that run on. */
const cellDamages: readonly ((cell: Cell, is1904: boolean) => Cell)[] = [
  () => raw('t="e"><v>#N/A</v>'),
  () => raw('t="e"><v>#BUSY!</v>'),
  () => raw('><f>VLOOKUP(A1,X:Y,2)</f>'),
  () => raw('t="str"><f>A1&amp;""</f>'),
  () => raw('t="s"><v>4000000</v>'),
  () => raw('t="s"><v>-1</v>'),
  () => raw('t="b"><v>1</v>'),
  () => raw('t="n"><v>soon</v>'),
  () => raw('t="n"><v>1e400</v>'),
  () => raw('t="z"><v>37.5</v>'),
  () => raw('t="d"><v>2024-13-45T00:00</v>'),
  () => raw('s="900"><v>45000</v>'),
  () => raw('s="1"><v>-2</v>'),
  () => raw('s="4"><v>7.25</v>'),
  () => raw(`t="str"><v>${'x'.repeat(50_000)}</v>`),
  () => '31/02/2024',
  () => '####',
  // The same, said in another way.
  (cell, is1904) => {
    const day = dayOf(cell);
    return day === null ? cell : serialOf(day, is1904);
  },
  (cell, is1904) => {
    const day = dayOf(cell);
    return day === null ? cell : raw(`s="4"><v>${serialOf(day, is1904)}.5</v>`);
  },
  (cell, is1904) => {
    const day = dayOf(cell);
    return day === null ? cell : raw(`s="1"><f>TODAY()</f><v>${serialOf(day, is1904)}</v>`);
  },
  (cell) => {
    const day = dayOf(cell);
    return day === null ? cell : raw(`t="d"><v>${day}T00:00:00.000</v>`);
  },
  (cell) => dayOf(cell) ?? cell,
  (cell) => (typeof cell === 'number' ? raw(`t="str"><v>${cell}</v>`) : cell),
  (cell) => (typeof cell === 'number' ? raw(`s="1"><v>${cell}</v>`) : cell),
  (cell) => (typeof cell === 'number' ? raw(`s="3"><v>${cell}</v>`) : cell),
  (cell) => (typeof cell === 'number' ? raw(`s="5"><v>${cell}</v>`) : cell),
  (cell) => (typeof cell === 'number' ? raw(`><v>${cell}E0</v>`) : cell),
  (cell, is1904) => {
    const day = dayOf(cell);
    return day === null ? cell : raw(`s="3"><v>${serialOf(day, is1904)}</v>`);
  },
];

function withSheet(book: Book, index: number, change: (sheet: Sheet) => Sheet): Book {
  return { ...book, sheets: book.sheets.map((sheet, at) => (at === index ? change(sheet) : sheet)) };
}

/** Behind the headings and behind the payroll number: with another one a row would be about somebody else. */
export function damageCells(book: Book, damages: readonly Damage[]): Book {
  let changed = book;
  for (const { kind, where, also } of damages) {
    changed = withSheet(changed, where % 2, (sheet) => {
      const width = sheet.rows[0]?.length ?? 2;
      const row = 1 + (Math.floor(where / 2) % (sheet.rows.length - 1));
      const column = 1 + (also % (width - 1));
      const rows = sheet.rows.map((cells, at) => {
        if (at !== row) return cells;
        return Array.from({ length: width }, (_, index): Cell => {
          const cell = cells[index] ?? null;
          return index === column ? pick(cellDamages, kind)(cell, book.is1904 === true) : cell;
        });
      });
      return { ...sheet, rows };
    });
  }
  return changed;
}

const rowDamages: readonly ((sheet: Sheet, damage: Damage) => Sheet)[] = [
  (sheet, { where, also }) => {
    const row = 2 + (where % (sheet.rows.length - 1));
    const column = also % (sheet.rows[0]?.length ?? 1);
    const ref = `${columnLetters(column)}${row}:${columnLetters(column + (also % 3))}${row + (where % 4)}`;
    return { ...sheet, merged: [...(sheet.merged ?? []), ref] };
  },
  (sheet) => ({ ...sheet, merged: [...(sheet.merged ?? []), 'A1:XFD1048576'] }),
  (sheet, { where }) => ({
    ...sheet,
    hiddenRows: [...(sheet.hiddenRows ?? []), 2 + (where % (sheet.rows.length - 1))],
  }),
  // The same row again, at the end.
  (sheet, { where }) => ({
    ...sheet,
    rows: [...sheet.rows, pick(sheet.rows.slice(1), where)],
  }),
  (sheet) => ({ ...sheet, rows: [...sheet.rows, ...Array.from({ length: 40 }, () => []), ['Total', 17]] }),
  (sheet) => ({ ...sheet, rows: [...sheet.rows, sheet.rows[0] ?? []] }),
  (sheet, { where, also }) => ({
    ...sheet,
    rows: sheet.rows.map((cells, at) =>
      at === 1 + (where % (sheet.rows.length - 1))
        ? [...cells, ...Array.from({ length: 1 + (also % 30) }, () => null), 'a note']
        : cells,
    ),
  }),
  // Text of another shape.
  (sheet, { where }) => ({
    ...sheet,
    rows: sheet.rows.map((cells, at) =>
      at === 1 + (where % (sheet.rows.length - 1))
        ? cells.map((cell) => (typeof cell === 'string' ? ` ${cell}\u00A0` : cell))
        : cells,
    ),
  }),
];

export function damageRows(book: Book, damages: readonly Damage[]): Book {
  return damages.reduce(
    (changed, damage) =>
      withSheet(changed, damage.where % 2, (sheet) => pick(rowDamages, damage.kind)(sheet, damage)),
    book,
  );
}

const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "&a${at === 0 ? '' : at - 1};&a${at === 0 ? '' : at - 1};">`).join('')}]>`;

const xmlDamages: readonly ((xml: string, damage: Damage) => string)[] = [
  (xml) => xml.replace('?>', `?>${laughs}`),
  (xml, { also }) => xml.slice(0, also % xml.length),
  (xml) => `${xml}${xml}`,
  (xml) => xml.replace(/<row r="3"/, '<row r="2"'),
  (xml) => xml.replace(/<row r="(\d+)"/, '<row r="99999999999"'),
  (xml) => xml.replace('<c r="B3"', '<c r="A3"'),
  (xml) => xml.replace('<c r="B3"', '<c r="B4"'),
  (xml) => xml.replace('<c r="C4"', '<c r="ZZZZ4"'),
  (xml) => xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>'),
  (xml) => xml.replace('</sheetData>', '<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row></sheetData>'),
  (xml) => xml.replace('</sheetData>', `</sheetData>${'<deep>'.repeat(500)}${'</deep>'.repeat(500)}`),
  (xml) => xml.replace('</sheetData>', `<row>${'<c>'.repeat(300)}`),
  (xml) => xml.replace('<sheetData>', '<sheetData><!-- a note --><?x y?>'),
  (xml, { also }) =>
    xml.replace(pick(['<', '>', '"', '&', 'r', 'v'], also), pick(['', '<', '&', '\u0001'], also)),
  (xml) => xml.replaceAll('<v>', '<v xml:space="preserve">').replaceAll('<si>', '<si unknown="1">'),
  (xml) => xml.replace(/<si>(?!.*<si>).*?<\/si>/s, ''),
  (xml) => xml.replace(/<xf [^>]*>(?!.*<xf)/s, ''),
  (xml) =>
    xml
      .replaceAll(/<(\/?)(worksheet|sheetData|row|c|v|si|sst|t)([ >/])/g, '<$1x:$2$3')
      .replace('xmlns=', 'xmlns:x='),
  (xml) => xml.replace('encoding="UTF-8"', 'encoding="windows-1252"'),
  (xml) => xml.replace('</worksheet>', `<!--${'long '.repeat(400_000)}--></worksheet>`),
  () => '',
  () => 'not XML at all',
];

/** A part is changed, gone, or stands in for another one. */
export function damageParts(parts: Map<string, string>, damages: readonly Damage[]): Map<string, string> {
  const changed = new Map(parts);
  for (const damage of damages) {
    const names = [...changed.keys()];
    const name = pick(names, damage.where);
    const kind = damage.kind % (xmlDamages.length + 2);
    if (kind === xmlDamages.length) changed.delete(name);
    else if (kind === xmlDamages.length + 1) {
      // The two sheets changing places only changes their names: a different, sound workbook.
      const other = pick(names, damage.also);
      if (!(name.includes('worksheets/') && other.includes('worksheets/'))) {
        const [one = '', two = ''] = [changed.get(name), changed.get(other)];
        changed.set(name, two).set(other, one);
      }
    } else changed.set(name, pick(xmlDamages, kind)(changed.get(name) ?? '', damage));
  }
  return changed;
}

const byteDamages: readonly ((bytes: Uint8Array, damage: Damage) => Uint8Array)[] = [
  (bytes, { where, also }) => {
    const copy = Uint8Array.from(bytes);
    copy[where % copy.length] = (copy[where % copy.length] ?? 0) ^ (1 + (also % 255));
    return copy;
  },
  (bytes, { where }) => bytes.slice(0, where % bytes.length),
  (bytes, { where, also }) => {
    const copy = Uint8Array.from(bytes);
    copy.fill(also % 256, where % copy.length, (where % copy.length) + 1 + (also % 64));
    return copy;
  },
  (bytes, { also }) => Uint8Array.from([...bytes, ...Array.from({ length: also % 50 }, () => also % 256)]),
  (bytes, { where, also }) => {
    const at = where % bytes.length;
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + (also % 16))]);
  },
  // The first digit of a value is another one: only the check sum can tell.
  (bytes, { where, also }) => {
    const copy = Uint8Array.from(bytes);
    const values: number[] = [];
    copy.forEach((byte, at) => {
      const isValue = copy[at - 1] === 0x3e && copy[at - 2] === 0x76 && copy[at - 3] === 0x3c;
      if (isValue && byte >= 0x30 && byte <= 0x39) values.push(at);
    });
    if (values.length === 0) return bytes;
    const at = pick(values, where);
    copy[at] = 0x30 + (((copy[at] ?? 0) - 0x30 + 1 + (also % 9)) % 10);
    return copy;
  },
  // Sizes, check sums and methods stand in the directory at the end.
  (bytes, { where, also }) => {
    const copy = Uint8Array.from(bytes);
    const starts: number[] = [];
    copy.forEach((byte, at) => {
      if (byte === 0x50 && copy[at + 1] === 0x4b && copy[at + 2] === 1 && copy[at + 3] === 2) starts.push(at);
    });
    if (starts.length === 0) return bytes;
    copy[pick(starts, where) + 8 + (also % 24)] = also % 256;
    return copy;
  },
];

export function damageBytes(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let changed = bytes;
  for (const damage of damages)
    if (changed.length > 0) changed = pick(byteDamages, damage.kind)(changed, damage);
  return changed;
}
