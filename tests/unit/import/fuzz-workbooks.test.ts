/**
 * Workbooks that something has happened to: in a cell, in the XML, in the archive, in the bytes. Each is refused in
 * words, or every row of it says what the undamaged one says, or is listed. `FUZZ_FILES=2000` draws them all.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../renderer/records/import/read-source';
import { facts } from '../indicators/damage';
import { csv, utf8, type Rows } from '../indicators/support';
import {
  absences,
  bringIn,
  draws,
  expectLostIsListed,
  expectNothingWrong,
  fuzzTimeout,
  isoDay,
  people,
  rowsOfFacts,
} from './fuzz-support';
import { damageBytes, damageCells, damageParts, damageRows } from './workbook-damage';
import { partsOf, zipped, type Book, type Cell } from './workbooks';

const isNumber = /^(0|[1-9]\d*)(\.\d+)?$/;

/** As a system writes them: days as days, numbers as numbers, the payroll number as text. */
const typed = (rows: Rows): Cell[][] =>
  rows.map((row, index) =>
    row.map((cell, column): Cell => {
      if (index === 0 || column === 0) return cell;
      const day = isoDay(cell);
      return day !== null ? { day } : isNumber.test(cell) ? Number(cell) : cell;
    }),
  );
const sheetsOf = (): Book['sheets'] => [
  { name: 'Staff', rows: typed(people) },
  { name: 'Absence', rows: typed(absences) },
];
const name = 'book.xlsx';
const files = { person: `${name}, sheet Staff`, absence: `${name}, sheet Absence` };

const damage = fc.record({ where: fc.nat(), also: fc.nat(), kind: fc.nat() });
const some = fc.array(damage, { minLength: 1, maxLength: 3 });
const shape = fc.record({ is1904: fc.boolean(), isInline: fc.boolean(), level: fc.constantFrom(0, 6) });

const sound = async () => facts(await bringIn({ [name]: await zipped(partsOf({ sheets: sheetsOf() })) }));

describe('a workbook that something has happened to', () => {
  it('sound, gives what the text files give', async () => {
    const text = await bringIn({ 'a.csv': utf8(csv(people)), 'b.csv': utf8(csv(absences)) });
    expect(await sound()).toEqual(facts(text));
    expect(facts(text).size).toBe(rowsOfFacts().size);
  });

  it(
    'never comes in wrong without a word',
    async () => {
      const want = await sound();
      await fc.assert(
        fc.asyncProperty(
          shape,
          fc.constantFrom('cells', 'rows', 'parts', 'bytes'),
          some,
          async ({ level, ...more }, at, what) => {
            let book: Book = { ...more, formats: ['0', '0%', 'h:mm', '[h]:mm'], sheets: sheetsOf() };
            if (at === 'cells') book = damageCells(book, what);
            if (at === 'rows') book = damageRows(book, what);
            const parts = at === 'parts' ? damageParts(partsOf(book), what) : partsOf(book);
            const whole = await zipped(parts, level);
            const bytes = at === 'bytes' ? damageBytes(whole, what) : whole;
            const got = await bringIn({ [name]: bytes });
            expectNothingWrong(got, want);
            expectLostIsListed(got, want, files);
          },
        ),
        draws,
      );
    },
    fuzzTimeout,
  );

  it('of any bytes behind the mark of an archive is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        const read = await readSource(new Uint8Array([0x50, 0x4b, 3, 4, ...noise]));
        expect(read.ok ? 'read' : read.error.tag).toBe('DamagedSpreadsheet');
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
