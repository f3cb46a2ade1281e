/**
 * `npm run attack`: random services of 5 to 40 people, a year of monthly exports of each through the disclosure
 * engine, and an attacker who shares no code with it (scripts/attack/) and reads them all.
 *
 *     --rounds N            services (default 200)
 *     --seed N              other services (default 1)
 *     --round N             that service alone, with all that was found
 *     --without-secondary   small counts are hidden and nothing beside them, to see that the attacker can
 *     --processes N         (default: one for each core)
 *
 * In a usual run the crossed tables of every tenth service are attacked through the choice of what is hidden as well
 * (scripts/attack/planner.ts), and every fifth service is published both ways: without the second step more than half
 * of these have to fall. Each service goes with another one whose own reports, a year of them, are made as the app makes
 * them and read by a second attacker (scripts/attack/reports/). Last line: "N passed, N failed"; a service counts as failed if anything was disclosed. Exit 1 when any failed.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runPart, type AttackOrder, type AttackPart } from './attack/run-part';
import { numberArgument } from './lib/arguments.js';

const order: AttackOrder = {
  rounds: numberArgument('--rounds', 200),
  seed: numberArgument('--seed', 1),
  round: numberArgument('--round', -1),
  withSecondary: !process.argv.includes('--without-secondary'),
  part: numberArgument('--part', 0),
  parts: numberArgument('--parts', 0),
};

/** One process for each core, each with every nth service. */
function startPart(part: number, parts: number): Promise<AttackPart> {
  const args = [...process.argv.slice(2), '--part', String(part), '--parts', String(parts)];
  const child = fork(fileURLToPath(import.meta.url), args);
  return new Promise((resolve, reject) => {
    child.once('message', (result) => {
      resolve(result as AttackPart);
    });
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`A part ended with ${String(code)}`));
    });
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printResults(results: readonly AttackPart[]): number {
  const all = results.flatMap(({ attacked }) => attacked).toSorted((left, right) => left.round - right.round);
  const disclosed = all.filter(({ findings }) => findings.length > 0);
  const most = order.round >= 0 ? Number.POSITIVE_INFINITY : 3;
  if (order.withSecondary || order.round >= 0) {
    for (const { round, findings } of disclosed) {
      print(`Service ${round}: ${findings.length} disclosed`);
      for (const finding of findings.slice(0, most)) print(`  ${finding}`);
    }
  }
  const sum = (of: (one: (typeof all)[number]) => number): number =>
    all.reduce((total, one) => total + of(one), 0);
  const [shown, safe, published] = [
    sum((one) => one.shown),
    sum((one) => one.safe),
    sum((one) => one.published),
  ];
  print(`Shown: ${shown} of ${safe} counts that are not small by themselves, ${published} in all`);
  const tables = results.reduce((total, { choices }) => total + choices.tables, 0);
  const decided = results.reduce((total, { choices }) => total + choices.decided, 0);
  if (tables > 0)
    print(
      `Attacked through the choice of what is hidden: ${decided} of ${tables} crossed tables were decided`,
    );
  const sampled = results.reduce((total, { sample }) => total + sample.services, 0);
  const fell = results.reduce((total, { sample }) => total + sample.disclosed, 0);
  if (sampled > 0) print(`Without the second step: ${fell} of ${sampled} disclosed (has to be over half)`);
  // An attacker who gets nowhere without the second step proves nothing about it.
  const isTooWeak = sampled > 0 && 2 * fell <= sampled;
  if (isTooWeak) print('The attacker is too weak for this run to mean anything.');
  print(`${all.length - disclosed.length} passed, ${disclosed.length} failed`);
  return disclosed.length === 0 && !isTooWeak ? 0 : 1;
}

if (order.parts > 0) {
  const result = await runPart(order, (text) => void process.stderr.write(`${text}\n`));
  await new Promise((resolve) => process.send?.(result, undefined, undefined, resolve));
  process.disconnect();
} else {
  const processes = numberArgument('--processes', availableParallelism());
  const parts = order.round >= 0 ? 1 : Math.max(1, Math.min(order.rounds, processes));
  const results = await Promise.all(Array.from({ length: parts }, (_, part) => startPart(part, parts)));
  process.exitCode = printResults(results);
}
