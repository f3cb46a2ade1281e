/**
 * Files that something has happened to: cells gone or split, quotation marks and line ends in the wrong place, the end
 * cut off, bytes changed. Whatever comes in has to say what the undamaged file said of the same person and day, in all
 * that figures are made of; everything else has to be listed.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, damages, facts } from './damage';
import { csv, folderOf, samples, utf8 } from './support';

/**
 * Several damages in one row can by chance write another sound row, about once in a thousand draws, and no program can
 * tell that one. So the draws are the same each time.
 */
const draws = { numRuns: Number(process.env['DAMAGE_RUNS'] ?? 80), seed: 20_261_130 };
const absences = samples.absence.slice(0, 45);
const sound = folderOf({ 'a.csv': utf8(csv(samples.people)), 'b.csv': utf8(csv(absences)) });

describe('a damaged file', () => {
  it('never comes in wrong without a word', async () => {
    const want = facts(await sound);
    await fc.assert(
      fc.asyncProperty(
        damages,
        damages,
        fc.constantFrom(',', ';', '\t'),
        async (ofPeople, ofAbsences, separator) => {
          const got = await folderOf({
            'a.csv': utf8(damaged(samples.people, separator, ofPeople)),
            'b.csv': utf8(damaged(absences, separator, ofAbsences)),
          });
          for (const [what, said] of facts(got)) expect([what, said]).toEqual([what, want.get(what)]);
          const lost = [...want.keys()].filter((what) => !facts(got).has(what));
          // An end that was cut off between two rows leaves no trace.
          const isCutOff = [...ofPeople, ...ofAbsences].some(({ kind }) => kind === 'cut off');
          expect(isCutOff || lost.length === 0 || got.rejected.length > 0).toBe(true);
        },
      ),
      draws,
    );
  }, 600_000);

  it('of any bytes at all is refused or read, and nothing throws', async () => {
    const start = utf8(csv(samples.people.slice(0, 12)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { maxLength: 40 }),
        fc.uint8Array({ maxLength: 200 }),
        async (changes, noise) => {
          const bytes = Uint8Array.from(start);
          for (const [place, byte] of changes) bytes[place] = byte;
          const { records, rejected, files } = await folderOf({ 'a.csv': bytes, 'b.csv': noise });
          const rows = files.find(({ file }) => file === 'a.csv')?.rows ?? 0;
          expect(records.person.length + rejected.length).toBeGreaterThanOrEqual(Math.min(rows, 1));
          expect(rejected.every(({ reason }) => reason !== '')).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});
