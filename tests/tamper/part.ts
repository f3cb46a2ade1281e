/** One process's share of the rounds. */
import {
  codecIndexes,
  codecRound,
  count,
  newTally,
  roundsOf,
  vaultKinds,
  vaultRound,
  type Tally,
} from './rounds';
import { codecKinds } from './kinds-codec';
import type { World } from './scene';
import { buildSeededVault } from './seeded-vault';

export interface PartOrder {
  readonly rounds: number;
  readonly seed: number;
  readonly only: string | null;
  /** That round alone; negative: all. */
  readonly round: number;
  readonly part: number;
  readonly parts: number;
}

export interface CodecTally {
  readonly name: string;
  readonly size: number;
  readonly tried: number;
  readonly failures: readonly string[];
}

export interface PartResult {
  readonly vault: string;
  /** By the place of the kind in `vaultKinds`; those that were not meant have no rounds. */
  readonly kinds: readonly Tally[];
  readonly codecs: readonly CodecTally[];
}

export async function runPart(order: PartOrder): Promise<PartResult> {
  const vault = await buildSeededVault(order.seed);
  return runRounds(order, { vault, stranger: await buildSeededVault(order.seed + 1_000_000) });
}

export async function runRounds(order: PartOrder, world: World): Promise<PartResult> {
  const { rounds, seed, only, part, parts } = order;
  const isMeant = (name: string): boolean => only === null || name.includes(only);
  const kinds: Tally[] = [];
  for (const kind of vaultKinds) {
    const tally = newTally();
    kinds.push(tally);
    if (!isMeant(`${kind.piece}, ${kind.name}`)) continue;
    const one = order.round >= 0;
    const end = one ? order.round + 1 : roundsOf(kind, rounds);
    for (let round = one ? order.round : part; round < end; round += one ? 1 : parts)
      count(tally, kind, await vaultRound(world, kind, seed, round), round);
  }
  const codecs: CodecTally[] = [];
  for (const kind of codecKinds(world)) {
    const failures: string[] = [];
    let tried = 0;
    if (isMeant(kind.name) && order.round < 0) {
      for (const index of codecIndexes(kind, rounds, part, parts)) {
        tried += 1;
        const wrong = await codecRound(kind, seed, index);
        if (wrong !== null) failures.push(`${String(index)}: ${wrong}`);
      }
    }
    codecs.push({ name: kind.name, size: kind.size, tried, failures });
  }
  const { vault } = world;
  const said = [
    `${String(vault.records)} records`,
    `${String(vault.logEntries)} log entries`,
    `${String(vault.base.number)} checkpoints`,
    `${String(vault.backups.length)} backups`,
  ];
  return { vault: said.join(', '), kinds, codecs };
}
