/**
 * `npm run tamper`: a vault as it is after a year of use, and thousands of copies of it that somebody meddled with:
 * bits, bytes, frames, rows, files, whole profiles. Each is opened; noticed is an error value, or anything in the
 * unlock's report, the check or the log. Not noticed, thrown, or a wrong word shown: failed.
 *
 *     --rounds N    tamperings of whole vaults and backups (default 6,000); beside them single sealed things are
 *                   tried, some 300,000 times from 6,000 rounds on, else in proportion
 *     --seed N      another vault and other tamperings (default 1)
 *     --only TEXT   the kinds whose name holds it
 *     --round N     that round of those kinds alone
 *
 * Last line: "N passed, N failed"; exit 1 when any failed.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { numberArgument, textArgument } from './lib/arguments.js';
import { runPart, type PartOrder, type PartResult } from '../tests/tamper/part';
import { printResults } from '../tests/tamper/print';
import { defaultRounds } from '../tests/tamper/rounds';

const order: PartOrder = {
  rounds: numberArgument('--rounds', defaultRounds),
  seed: numberArgument('--seed', 1),
  only: textArgument('--only'),
  round: numberArgument('--round', -1),
  part: numberArgument('--part', 0),
  parts: numberArgument('--parts', 0),
};

/** One process for each core, each with every nth round. */
function startPart(part: number, parts: number): Promise<PartResult> {
  const args = [...process.argv.slice(2), '--part', String(part), '--parts', String(parts)];
  const child = fork(fileURLToPath(import.meta.url), args);
  return new Promise((resolve, reject) => {
    child.once('message', (result) => {
      resolve(result as PartResult);
    });
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`A part ended with ${String(code)}`));
    });
  });
}

if (order.parts > 0) {
  const result = await runPart(order);
  await new Promise((resolve) => process.send?.(result, undefined, undefined, resolve));
  process.disconnect();
} else {
  const parts = order.round >= 0 ? 1 : Math.max(1, availableParallelism());
  const results = await Promise.all(Array.from({ length: parts }, (_, part) => startPart(part, parts)));
  const failed = printResults(results, order, (line) => void process.stdout.write(`${line}\n`));
  process.exitCode = failed === 0 ? 0 : 1;
}
