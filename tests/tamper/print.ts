/** What was tried and found, kind by kind. */
import type { PartOrder, PartResult } from './part';
import { newTally, vaultKinds, type Tally } from './rounds';

const shownFailures = 5;

/** Answers with how many failed. */
export function printResults(
  results: readonly PartResult[],
  { seed }: PartOrder,
  say: (line: string) => void,
): number {
  let passed = 0;
  let failed = 0;
  const take = (tried: number, failures: readonly string[]): void => {
    passed += tried - failures.length;
    failed += failures.length;
    for (const failure of failures.slice(0, shownFailures)) say(`      FAILED ${failure}`);
    if (failures.length > shownFailures)
      say(`      FAILED ${String(failures.length - shownFailures)} more times`);
  };

  say(`Seed ${String(seed)}: ${results[0]?.vault ?? ''}.`);
  say('Whole vaults and backups. Refused: an error value. Told: in the report of the unlock. Found: by the');
  say('check. Log: by its own chain. Quiet: nothing may be claimed, and nothing was.');
  let piece = '';
  let whole = 0;
  vaultKinds.forEach((kind, at) => {
    const tally = sum(results.map((result) => result.kinds[at] ?? newTally()));
    if (tally.tried === 0) return;
    whole += tally.tried;
    if (kind.piece !== piece) say(`  ${kind.piece}`);
    ({ piece } = kind);
    say(`    ${kind.name}: ${foundIn(tally)}`);
    take(tally.tried, tally.failures);
  });
  say(`  ${grouped(whole)} tamperings of whole vaults and backups`);

  say('Single sealed things, through their codecs alone.');
  let single = 0;
  results[0]?.codecs.forEach((codec, at) => {
    const all = results.flatMap((result) => result.codecs[at] ?? []);
    const tried = all.reduce((total, each) => total + each.tried, 0);
    if (tried === 0) return;
    single += tried;
    say(`    ${codec.name}: ${grouped(tried)} of ${grouped(codec.size)} tried`);
    take(
      tried,
      all.flatMap((each) => each.failures),
    );
  });
  say(`  ${grouped(single)} tamperings of single sealed things`);
  say(`${String(passed)} passed, ${String(failed)} failed`);
  return failed;
}

function foundIn(tally: Tally): string {
  const found = [
    [tally.refused, 'refused'],
    [tally.told, 'told'],
    [tally.checked, 'found'],
    [tally.log, 'log'],
    [tally.quiet, 'quiet'],
    [tally.notShown, 'of them with records that are gone or older'],
  ] as const;
  const parts = found.flatMap(([count, word]) => (count === 0 ? [] : `${grouped(count)} ${word}`));
  return [`${grouped(tally.tried)} tried`, ...parts].join(', ');
}

function sum(tallies: readonly Tally[]): Tally {
  const total = newTally();
  for (const tally of tallies) {
    total.tried += tally.tried;
    total.refused += tally.refused;
    total.told += tally.told;
    total.checked += tally.checked;
    total.log += tally.log;
    total.quiet += tally.quiet;
    total.notShown += tally.notShown;
    total.failures.push(...tally.failures);
  }
  return total;
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}
