/**
 * Text files that something has happened to. `tests/unit/indicators/damaged.test.ts` takes cells and marks apart; here
 * are wrong types, days as numbers, formulas, other encodings and changed bytes. `FUZZ_FILES=2000` draws them all.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, toLocalDate } from '@shared/kernel/local-date';
import { damaged, damages, facts } from '../indicators/damage';
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
} from './fuzz-support';

const sound = async () => facts(await bringIn({ 'a.csv': utf8(csv(people)), 'b.csv': utf8(csv(absences)) }));
const files = { person: 'a.csv', absence: 'b.csv' };

const serialOf = (day: string): number => dayNumber(toLocalDate(day)) + 25_569;

/** A new cell for an old one: first what has no meaning, then the same in other words. */
const cellDamages: readonly ((cell: string) => string)[] = [
  () => '#REF!',
  () => '#######',
  () => '=VLOOKUP(A2,Staff!A:F,3,FALSE)',
  () => 'TRUE',
  () => '1E+400',
  () => '31/02/2024',
  () => '2024-13-01',
  () => '-2',
  () => 'x'.repeat(60_000),
  () => '<b>bold</b>',
  () => '\u202E31/12/2020',
  (cell) => (isoDay(cell) === null ? cell : String(serialOf(isoDay(cell) ?? ''))),
  (cell) => (isoDay(cell) === null ? cell : `${serialOf(isoDay(cell) ?? '')}.75`),
  (cell) => isoDay(cell) ?? cell,
  (cell) => (isoDay(cell) === null ? cell : `${isoDay(cell)} 00:00:00`),
  (cell) => `="${cell}"`,
  (cell) => `\u00A0${cell} `,
];

const encodings = ['utf-8', 'utf-8 with a mark', 'utf-16'] as const;

function encoded(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  if (encoding === 'utf-8') return utf8(text);
  if (encoding === 'utf-8 with a mark') return utf8(`\uFEFF${text}`);
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}

const cell = fc.record({ where: fc.nat(), also: fc.nat(), kind: fc.nat() });

/** Behind the headings and behind the payroll number: with another one a row would be about somebody else. */
function withCells(rows: Rows, changes: readonly { where: number; also: number; kind: number }[]): Rows {
  const table = rows.map((row) => [...row]);
  for (const { where, also, kind } of changes) {
    const row = table[1 + (where % (table.length - 1))] ?? [];
    const column = 1 + (also % (row.length - 1));
    row[column] = cellDamages[kind % cellDamages.length]?.(row[column] ?? '') ?? '';
  }
  return table;
}

describe('a text file that something has happened to', () => {
  it(
    'in its cells, never comes in wrong without a word',
    async () => {
      const want = await sound();
      await fc.assert(
        fc.asyncProperty(
          fc.array(cell, { minLength: 1, maxLength: 6 }),
          fc.array(cell, { maxLength: 6 }),
          fc.constantFrom(',', ';', '\t', '|'),
          fc.constantFrom(...encodings),
          async (ofPeople, ofAbsences, separator, encoding) => {
            const got = await bringIn({
              'a.csv': encoded(csv(withCells(people, ofPeople), separator), encoding),
              'b.csv': encoded(csv(withCells(absences, ofAbsences), separator), encoding),
            });
            expectNothingWrong(got, want);
            expectLostIsListed(got, want, files);
          },
        ),
        draws,
      );
    },
    fuzzTimeout,
  );

  it(
    'in its bytes, is read or refused, and takes no time',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          damages,
          fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 30 }),
          fc.nat(),
          async (damage, changes, cut) => {
            const bytes = utf8(damaged(people, ',', damage));
            for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
            const { rejected, files: read } = await bringIn({
              'a.csv': cut % 4 === 0 ? bytes.slice(0, cut % bytes.length) : bytes,
            });
            for (const { rows, created, changed, unchanged, rejected: listed, notes } of read) {
              // Each row came in, or says what is there, or is listed; somebody who came back has two of them.
              if (notes['times-joined'] === undefined)
                expect(created + changed + unchanged + listed).toBeGreaterThanOrEqual(rows);
            }
            expect(rejected.every(({ reason }) => reason !== '')).toBe(true);
          },
        ),
        draws,
      );
    },
    fuzzTimeout,
  );
});
