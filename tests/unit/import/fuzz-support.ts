/** What the fuzz tests of files share: how many, from which seed, and what has to hold whatever was done to a file. */
import { expect } from 'vitest';
import { readLists } from '../../../scripts/indicators/read-folder';
import { importFolder, type FolderImport } from '@shared/import/folder';
import { asOf, idMaker, samples } from '../indicators/support';
import { facts } from '../indicators/damage';

/** A quick share of the 2,000 that `FUZZ_FILES=2000` draws. */
export const files = Number(process.env['FUZZ_FILES'] ?? 150);
export const draws = { numRuns: files, seed: 20_261_130 };
export const fuzzTimeout = 3_600_000;
/** Far above what a file takes; nothing may hang. */
const longest = 20_000;

/** "29/11/2016" as the samples write it; null for anything else. */
export function isoDay(cell: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell) ?? [];
  return day === undefined ? null : `${year}-${month}-${day}`;
}

export const people = samples.people;
export const absences = samples.absence.slice(0, 45);

export async function bringIn(named: Readonly<Record<string, Uint8Array>>): Promise<FolderImport> {
  const began = performance.now();
  const lists = [];
  for (const [name, bytes] of Object.entries(named)) lists.push(...(await readLists(name, bytes)).files);
  const folder = importFolder({
    files: lists,
    today: asOf,
    newId: idMaker(),
    fileErrorText: ({ tag }) => tag,
  });
  expect(performance.now() - began).toBeLessThan(longest);
  return folder;
}

/** The rows that a fact comes from, as the sheet or the text numbers them. */
export function rowsOfFacts(): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  const add = (fact: string, row: number): void => {
    rows.set(fact, [...(rows.get(fact) ?? []), row]);
  };
  people.slice(1).forEach((cells, index) => add(`person ${cells[0]}`, index + 2));
  absences
    .slice(1)
    .forEach((cells, index) => add(`absence ${cells[0]} ${isoDay(cells[1] ?? '')}`, index + 2));
  return rows;
}
/** Everything that came in is what the sound file says of the same person and day, in what figures are made of. */
export function expectNothingWrong(got: FolderImport, want: ReadonlyMap<string, string>): void {
  for (const [what, said] of facts(got)) expect([what, said]).toEqual([what, want.get(what)]);
  for (const { reason } of got.rejected) expect(reason).not.toBe('');
}

/** Everything that did not come in is listed: by its row, or with the whole file. */
export function expectLostIsListed(
  got: FolderImport,
  want: ReadonlyMap<string, string>,
  files: Readonly<Record<'person' | 'absence', string>>,
): void {
  const come = facts(got);
  const rows = rowsOfFacts();
  for (const what of want.keys()) {
    if (come.has(what)) continue;
    const file = files[what.startsWith('person') ? 'person' : 'absence'];
    const listed = got.rejected.some(
      (rejected) =>
        (rejected.line === null && (file.startsWith(rejected.file) || rejected.file.startsWith(file))) ||
        (rejected.file === file && (rows.get(what) ?? []).includes(rejected.line ?? 0)),
    );
    expect([what, listed]).toEqual([what, true]);
  }
}
