/**
 * Two services that differ in hidden numbers alone are one report, to the letter: no label, note, sentence, chart, row
 * or count of rows may follow from what is hidden.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { engagements } from '@shared/records/person/person';
import type { DecidedReport } from '@shared/reports/decide';
import { blocks, openReports, person, spell, type MakeReport } from './report-support';

let make: MakeReport;
beforeAll(async () => {
  make = await openReports();
});

const from = toLocalDate('2025-04-01');
const someone = fc.record({
  engagement: fc.constantFrom(...engagements.slice(0, 3)),
  team: fc.constantFrom('Hub', 'Outreach', 'Nights'),
  joined: fc.option(fc.integer({ min: 0, max: 360 }), { freq: 3 }),
  left: fc.option(fc.integer({ min: 0, max: 360 }), { freq: 4 }),
  away: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }),
});
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;

function reportOf(list: readonly Someone[]) {
  const people = list.map(({ engagement, team, joined, left }, index) =>
    person(index, {
      engagement,
      team,
      startDate: joined === null ? toLocalDate('2020-01-06') : addDays(from, joined),
      lastDay: left === null || (joined !== null && left < joined) ? null : addDays(from, left),
    }),
  );
  const absences = list.flatMap(({ away }, index) =>
    away === null ? [] : [spell(index, '2025-05-05', away, 'Cold')],
  );
  return make(
    { people, absences: [spell(900, '2025-01-06', 2), ...absences] },
    {
      blocks: blocks(
        'headlines',
        'people',
        'teams',
        'leaving',
        'sickness',
        'sickness-reasons',
        'supervision',
        'events',
      ),
    },
  );
}

/** What is shown, cell by cell, and which are hidden: all that a reader may have. */
function shownOf({ blocks: list }: DecidedReport): string {
  return JSON.stringify(
    list.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.kind === 'table'
          ? part.rows.map(({ cells }) =>
              cells.map((cell) => (cell.state === 'shown' ? cell.text : cell.state)),
            )
          : [],
      ),
    ),
  );
}

test('what is hidden changes no word of the report', { timeout: 120_000 }, () => {
  let twins = 0;
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 6, maxLength: 24 }),
      fc.array(fc.tuple(fc.nat(), someone, fc.constantFrom('joined', 'left', 'away')), {
        minLength: 1,
        maxLength: 3,
      }),
      (list, changes) => {
        const other = [...list];
        // One field of a few people: small enough that often nothing that is shown changes.
        for (const [at, changed, field] of changes) {
          const index = at % other.length;
          const before = other[index];
          if (before !== undefined) other[index] = { ...before, [field]: changed[field] };
        }
        const one = reportOf(list);
        const two = reportOf(other);
        if (shownOf(one.decided) !== shownOf(two.decided)) return;
        if (JSON.stringify(list) !== JSON.stringify(other)) twins += 1;
        expect(two.published).toEqual(one.published);
      },
    ),
    { numRuns: 150 },
  );
  // Otherwise nothing was compared.
  expect(twins).toBeGreaterThan(20);
});
