/**
 * `npm run utility`: what protection costs. Of the reference tables and of random small ones, the share of cells that
 * are not small by themselves and are shown, beside the most that any plan could show (found exactly, by hitting
 * sets). A table passes when at most 15% of that is missing.
 *
 *     --rounds N   random tables (default 100)
 *     --seed N     other tables (default 1)
 *
 * A release may hide more than this plan: of lists, and of small crossed tables, all parts or none (docs/disclosure.md).
 * Last line: "N passed, N failed". Exit 1 when any failed.
 */
import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import { z } from 'zod';
import { createLinearSolver } from '../renderer/platform/linear-solver';
import { createRandom } from './attack/random';
import { numberArgument } from './lib/arguments.js';
import { isUseful, problemOf, randomTable, sharesOf, type SmallTable } from './utility/compare';

const referenceFile = new URL(
  '../tests/fixtures/reference/statistics/suppression-plan.json',
  import.meta.url,
);

const referenceCases = z.array(
  z.object({
    id: z.string(),
    input: z.object({
      cells: z.array(z.array(z.number())),
      threshold: z.number(),
      requiredWidth: z.number(),
      zerosShown: z.boolean(),
      totalsMayBeSuppressed: z.boolean(),
    }),
    expected: z.object({ minimumSecondaryCount: z.number() }),
  }),
);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const inPercent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${Math.round((100 * part) / whole)}%`;

interface Named {
  readonly name: string;
  readonly table: SmallTable;
  /** How few have to be hidden besides, as the reference has it. */
  readonly fewest: number | null;
}

function referenceTables(): Named[] {
  return referenceCases
    .parse(JSON.parse(readFileSync(referenceFile, 'utf8')))
    .map(({ id, input, expected }) => ({
      name: id,
      table: { cells: input.cells, rules: input, mayHideTotals: input.totalsMayBeSuppressed },
      fewest: expected.minimumSecondaryCount,
    }));
}

const rounds = numberArgument('--rounds', 100);
const random = createRandom(numberArgument('--seed', 1));
const randomTables = Array.from({ length: rounds }, (_, index): Named => ({
  name: `table ${index + 1}`,
  table: randomTable(random),
  fewest: null,
}));

const solver = createLinearSolver(await loadHighs());
const total = { passed: 0, failed: 0, without: 0, safe: 0, best: 0, engine: 0, quick: 0 };
for (const { name, table, fewest } of [...referenceTables(), ...randomTables]) {
  const shares = sharesOf(problemOf(table), solver);
  if (shares === null) {
    total.without += 1;
    if (fewest !== null) throw new Error(`${name}: no plan was found`);
    continue;
  }
  const isBest = fewest === null || shares.safe - shares.best === fewest;
  const isGood = isBest && isUseful(shares);
  total[isGood ? 'passed' : 'failed'] += 1;
  for (const part of ['safe', 'best', 'engine', 'quick'] as const) total[part] += shares[part];
  if (fewest !== null || !isGood)
    say(
      `${name}: ${shares.engine} of ${shares.safe} shown, ${shares.best} at best${isBest ? '' : ' (the reference knows better)'}`,
    );
}
say(
  `Shown of cells that are not small: ${inPercent(total.engine, total.safe)}; at best ${inPercent(total.best, total.safe)}`,
);
say(`By the quick plan alone, as in large tables: ${inPercent(total.quick, total.safe)}`);
if (total.without > 0) say(`${total.without} tables have no plan, or its best was not found: not counted`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
