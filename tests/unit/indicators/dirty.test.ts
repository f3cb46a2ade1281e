/** The sample service again and again, as other systems would write it: the figures have to stay what they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dirtyFile, styles } from './dirty-styles';
import { differingFigures, reportOf, samples } from './support';

describe('extracts of other systems', () => {
  it('give the same figures, and list the planted rows and no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(styles, styles, styles, styles), async ([one, two, three, four]) => {
        const files = {
          'a.csv': dirtyFile(samples.people, one),
          'b.csv': dirtyFile(samples.absence, two),
          'c.csv': dirtyFile(samples.caseload, three),
          'd.csv': dirtyFile(samples.establishment, four),
        };
        const report = await reportOf(
          Object.fromEntries(Object.entries(files).map(([name, { bytes }]) => [name, bytes])),
        );
        const listed = report.badRows.map(({ file, line }) => `${file} ${line}`);
        const planted = Object.entries(files).flatMap(([name, { badLines }]) =>
          badLines.map((line) => `${name} ${line}`),
        );
        expect([...listed].sort()).toEqual([...planted].sort());
        expect([report.people, report.absences]).toEqual([46, 173]);
        expect(differingFigures(report.months)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});
