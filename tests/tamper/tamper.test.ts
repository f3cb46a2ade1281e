/** A few rounds of `npm run tamper`, so that the command cannot rot. */
import { beforeAll, describe, expect, it } from 'vitest';
import { codecKinds } from './kinds-codec';
import { printResults } from './print';
import { runRounds, type PartOrder } from './part';
import { codecRound, count, newTally, roundsOf, vaultKinds, vaultRound } from './rounds';
import type { Kind, World } from './scene';
import { buildSeededVault } from './seeded-vault';

let world: World;

beforeAll(async () => {
  const vault = await buildSeededVault(3);
  world = { vault, stranger: await buildSeededVault(4) };
}, 60_000);

const kindNamed = (name: string): Kind => {
  const kind = vaultKinds.find((each) => each.name === name);
  if (kind === undefined) throw new Error(`No kind ${name}`);
  return kind;
};

describe('a whole vault', () => {
  it.each([
    ['journal: one bit', 'told'],
    ['newest checkpoint: one bit', 'checked'],
    ['one copy of the keyring: cut short', 'told'],
    ['header: one bit', 'refused'],
    ['a row as it was (replayed)', 'told'],
    ['the whole profile as it was, the anchor in place', 'told'],
    ['in the checkpoint, sealed anew: an entry dropped', 'log'],
    ['body: one bit', 'refused'],
  ] as const)('%s: %s', async (name, how) => {
    const { verdict } = await vaultRound(world, kindNamed(name), 3, 0);
    expect(verdict).toMatchObject({ how });
  });

  it('that nobody touched is quiet, and a false claim would count as a failure', async () => {
    const quiet = kindNamed('nothing done to it, at several ages');
    const judged = await vaultRound(world, quiet, 3, 0);
    const tally = newTally();
    count(tally, quiet, judged, 0);
    expect(tally).toMatchObject({ tried: 1, quiet: 1, failures: [] });
    count(tally, quiet, { verdict: { how: 'told', what: 'torn' }, notShown: 0 }, 1);
    expect(tally.failures).toHaveLength(1);
  });

  it('of which nothing is noticed, that throws, or that says something else is a failure', () => {
    const kind = kindNamed('a row gone');
    const tally = newTally();
    for (const how of ['missed', 'crashed', 'wrong'] as const)
      count(tally, kind, { verdict: { how, what: '' }, notShown: null }, 0);
    // Noticed, and yet not given back from where a whole copy is.
    count(tally, kind, { verdict: { how: 'told', what: '' }, notShown: 2 }, 0);
    expect(tally.failures).toHaveLength(4);
  });
});

describe('single sealed things', () => {
  it('are each tried, and none opens', async () => {
    for (const kind of codecKinds(world)) {
      for (const index of [0, Math.floor(kind.size / 2), kind.size - 1])
        expect(await codecRound(kind, 3, index), kind.name).toBeNull();
    }
  });
});

it('gives every kind a round, and says how many passed', async () => {
  expect(vaultKinds.every((kind) => roundsOf(kind, 1) >= 1)).toBe(true);
  const order: PartOrder = { rounds: 1, seed: 3, only: 'a row gone', round: -1, part: 0, parts: 1 };
  const lines: string[] = [];
  expect(printResults([await runRounds(order, world)], order, (line) => lines.push(line))).toBe(0);
  expect(lines.at(-1)).toBe('1 passed, 0 failed');
});
