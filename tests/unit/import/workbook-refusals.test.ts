/** What is no workbook, or a damaged or hostile one, is refused as a whole and named. */
import { describe, expect, it } from 'vitest';
import { ailsa, magnus, staff, tagOf } from './workbook-samples';
import { partsOf, zipped } from './workbooks';

describe('files that are no workbook, and workbooks that cannot be read', () => {
  const name = (text: string): Uint8Array =>
    new Uint8Array(text.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
  const oldOffice = (inside: string): Uint8Array =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(60).fill(0),
      ...name(inside),
    ]);

  it.each([
    ['Workbook', 'OldSpreadsheet'],
    ['EncryptedPackage', 'LockedSpreadsheet'],
    ['WordDocument', 'NotSpreadsheet'],
  ])('of before 2007 with %s: %s', async (inside, tag) => {
    expect(await tagOf(oldOffice(inside))).toBe(tag);
  });

  it('of other programs are named', async () => {
    const ods = [
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      ['content.xml', '<x/>'],
    ] as const;
    expect(await tagOf(await zipped(ods))).toBe('OtherSpreadsheet');
    expect(await tagOf(await zipped([['Index/Document.iwa', 'x']]))).toBe('OtherSpreadsheet');
    expect(await tagOf(await zipped([['xl/workbook.bin', 'x']]))).toBe('OtherSpreadsheet');
    expect(await tagOf(await zipped([['word/document.xml', '<x/>']]))).toBe('NotSpreadsheet');
    expect(await tagOf(await zipped([['holiday.txt', 'x']]))).toBe('NotSpreadsheet');
  });

  const parts = partsOf({ sheets: [staff([ailsa, magnus])] });
  const sheet = 'xl/worksheets/sheet1.xml';
  const changed = (part: string, change: (xml: string) => string): Promise<Uint8Array> =>
    zipped([...parts].map(([key, xml]) => [key, key === part ? change(xml) : xml] as const));

  it.each([
    [
      'a document type',
      sheet,
      (xml: string) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
    ],
    ['an entity of its own', sheet, (xml: string) => xml.replace('<v>37.5', '<v>&a;')],
    ['an element that does not close', sheet, (xml: string) => xml.replace('</row>', '')],
    ['a row twice', sheet, (xml: string) => xml.replace('r="3"', 'r="2"').replaceAll(/([A-F])3"/g, '$12"')],
    ['a cell of another row', sheet, (xml: string) => xml.replace('r="A3"', 'r="A2"')],
    ['a column twice', sheet, (xml: string) => xml.replace('r="B3"', 'r="A3"')],
    ['two values in a cell', sheet, (xml: string) => xml.replace('<v>37.5</v>', '<v>37.5</v><v>1</v>')],
    [
      'a merge that is none',
      sheet,
      (xml: string) =>
        xml.replace('</worksheet>', '<mergeCells><mergeCell ref="A"/></mergeCells></worksheet>'),
    ],
    [
      'a depth without end',
      sheet,
      (xml: string) => xml.replace('</worksheet>', `${'<x>'.repeat(99)}${'</x>'.repeat(99)}</worksheet>`),
    ],
    ['texts cut off', 'xl/sharedStrings.xml', (xml: string) => xml.slice(0, -20)],
    [
      'a sheet that is not there',
      'xl/_rels/workbook.xml.rels',
      (xml: string) => xml.replace('sheet1', 'sheet9'),
    ],
    ['another encoding', sheet, (xml: string) => xml.replace('UTF-8', 'ISO-8859-1')],
  ])('with %s is refused as a whole', async (_, part, change) => {
    expect(await tagOf(await changed(part, change))).toBe('DamagedSpreadsheet');
  });

  it.each([
    ['a slash in front', (name: string) => `/${name}`],
    ['slashes of Windows', (name: string) => name.replaceAll('/', '\\')],
    ['capitals', (name: string) => name.toUpperCase()],
  ])('whose parts are named with %s is read', async (_, named) => {
    expect(await tagOf(await zipped([...parts].map(([name, xml]) => [named(name), xml] as const)))).toBe(
      'read',
    );
  });

  it('whose bytes were changed or cut is refused', async () => {
    const bytes = await zipped(parts, 0);
    const hours = new TextEncoder().encode('<v>37.5</v>');
    const at = bytes.findIndex((_, index) => hours.every((byte, offset) => bytes[index + offset] === byte));
    const flipped = Uint8Array.from(bytes);
    flipped[at + 3] = '4'.charCodeAt(0);
    expect(await tagOf(bytes)).toBe('read');
    expect(await tagOf(flipped)).toBe('DamagedSpreadsheet');
    for (const share of [0.1, 0.5, 0.9, 0.999])
      expect(await tagOf(bytes.slice(0, bytes.length * share))).toBe('DamagedSpreadsheet');
  });

  it('that unpack to far more than they are, are refused without filling the memory', async () => {
    const bomb = await changed(sheet, (xml) =>
      xml.replace('</worksheet>', `<!--${' '.repeat(200 * 1024 * 1024)}--></worksheet>`),
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await tagOf(bomb)).toBe('SpreadsheetTooLarge');
    const long = 'x'.repeat(32_000);
    const cells = `<c t="s"><v>0</v></c>`.repeat(400);
    const many = await zipped(
      [...parts].map(([key, xml]) =>
        key === sheet
          ? ([
              key,
              xml.replace(
                /<sheetData>.*<\/sheetData>/s,
                `<sheetData>${`<row>${cells}</row>`.repeat(20)}</sheetData>`,
              ),
            ] as const)
          : ([
              key,
              key === 'xl/sharedStrings.xml' ? xml.replace(/<si>.*<\/si>/s, `<si><t>${long}</t></si>`) : xml,
            ] as const),
      ),
    );
    expect(await tagOf(many)).toBe('SpreadsheetTooLarge');
  }, 30_000);

  it('with too many rows or columns say so, and a stray format far below does not count', async () => {
    const far =
      (reference: string, row: number, inside: string) =>
      (xml: string): string =>
        xml.replace(
          '</sheetData>',
          `<row r="${row}"><c r="${reference}${row}"${inside}</c></row></sheetData>`,
        );
    expect(await tagOf(await changed(sheet, far('A', 1_048_576, ' s="1">')))).toBe('read');
    expect(await tagOf(await changed(sheet, far('A', 1_048_576, '><v>1</v>')))).toBe('TooManyRows');
    expect(await tagOf(await changed(sheet, far('XFD', 9, '><v>1</v>')))).toBe('TooManyColumns');
  });
});
