/**
 * The rounds: which kinds there are, how many rounds each gets, one round, and what came of them. Every round has a
 * seed of its own, so that one alone can be run again.
 */
import { createSeeded } from '@shared/demo/seeded';
import { passphraseOf } from '../support/vault-kit';
import { compare, crashed, judgeOpening, refused, secretOf, whatIsTold, type Judged } from './judge';
import { backupKinds, judgedBackup } from './kinds-backup';
import { cacheKinds } from './kinds-cache';
import type { CodecKind } from './kinds-codec';
import { fileKinds } from './kinds-files';
import { frameAndFileKinds } from './kinds-frames';
import { logKinds } from './kinds-log';
import { profileKinds } from './kinds-profile';
import { sceneOf, type Kind, type Scene, type World } from './scene';
import { openProfile, passphrase } from './seeded-vault';

const pieces = ['journal', 'checkpoint', 'cache', 'keys', 'anchor', 'profile', 'log', 'backup'] as const;

export const vaultKinds: readonly Kind[] = [
  ...fileKinds,
  ...frameAndFileKinds,
  ...cacheKinds,
  ...profileKinds,
  ...logKinds,
  ...backupKinds,
].sort((a, b) => pieces.indexOf(a.piece) - pieces.indexOf(b.piece));

/** So many rounds of whole vaults, or more, try each codec in full. */
export const defaultRounds = 6000;

export const roundsOf = (kind: Kind, rounds: number): number => {
  const shares = vaultKinds.reduce((sum, { share }) => sum + share, 0);
  return Math.max(1, Math.ceil((rounds * kind.share) / shares));
};

export interface Tally {
  tried: number;
  refused: number;
  told: number;
  checked: number;
  log: number;
  quiet: number;
  /** Rounds after which some record that stood was not shown as it stood. */
  notShown: number;
  readonly failures: string[];
}

export function newTally(): Tally {
  return { tried: 0, refused: 0, told: 0, checked: 0, log: 0, quiet: 0, notShown: 0, failures: [] };
}

function seedOf(seed: number, name: string, round: number): number {
  let hash = seed ^ 0x9e3779b9;
  for (const character of `${name} ${String(round)}`)
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}

export async function vaultRound(world: World, kind: Kind, seed: number, round: number): Promise<Judged> {
  const random = createSeeded(seedOf(seed, `${kind.piece} ${kind.name}`, round));
  for (let tries = 0; tries < 50; tries += 1) {
    const scene = sceneOf(world.vault.now);
    if (!kind.meddle(scene, random, world)) continue;
    try {
      if (kind.piece === 'backup') return await judgeBackup(world, scene, round);
      const copy = kind.byCodeToo === true ? scene.disk.clone() : null;
      const judged = await judgeScene(world, scene);
      if (copy === null || judged.verdict.how !== 'missed') return judged;
      return await judgeScene(world, { ...scene, disk: copy }, 'code');
    } catch (cause) {
      return crashed(cause);
    }
  }
  return crashed(new Error('Nothing was found to meddle with'));
}

const judgeScene = (
  world: World,
  { disk, ...cache }: Scene,
  by: 'passphrase' | 'code' = 'passphrase',
): Promise<Judged> => judgeOpening(world.vault, { disk, cache }, by);

/** Drills it; every eighth is also restored over the vault, which must refuse and leave the vault as it is. */
async function judgeBackup(world: World, { disk, ...cache }: Scene, round: number): Promise<Judged> {
  const { vault } = openProfile(world.vault.sodium, { disk, cache });
  const source = { from: 'folder', name: judgedBackup(world) } as const;
  const drilled = await vault.drill({ source, secret: secretOf() });
  if (drilled.ok) {
    const what = `drill counts ${String(drilled.value.records)} records`;
    return { verdict: { how: 'missed', what }, notShown: null };
  }
  if (round % 8 !== 0) return refused(drilled.error);
  const restored = await vault.restoreBackup({ source, secret: secretOf(), at: 0 });
  if (restored.ok) return { verdict: { how: 'missed', what: 'restored' }, notShown: null };
  const opened = await vault.unlock({ passphrase: passphraseOf(passphrase) });
  const told = opened.ok ? whatIsTold(opened.value) : opened.error.tag;
  const shown = opened.ok ? await compare(world.vault, vault) : null;
  if (told !== null || shown?.notShown !== 0) {
    return {
      verdict: { how: 'wrong', what: `the vault after a refused restore: ${String(told)}` },
      notShown: null,
    };
  }
  return refused(drilled.error);
}

export function count(tally: Tally, kind: Kind, { verdict, notShown }: Judged, round: number): void {
  tally.tried += 1;
  if (kind.isQuiet !== true && notShown !== null && notShown > 0) tally.notShown += 1;
  const fail = (why: string): void => {
    tally.failures.push(`round ${String(round)}: ${why}`);
  };
  if (kind.isQuiet === true && verdict.how === 'missed') {
    tally.quiet += 1;
    return;
  }
  switch (verdict.how) {
    case 'refused':
    case 'told':
    case 'checked':
    case 'log':
      tally[verdict.how] += 1;
      if (kind.isQuiet === true) fail(`claimed: ${verdict.what}`);
      if (kind.isWholeElsewhere === true && notShown !== null && notShown > 0)
        fail(
          `${String(notShown)} records not shown as they stood, though whole copies are there (${verdict.what})`,
        );
      break;
    case 'missed':
      fail(`not noticed (${verdict.what})`);
      break;
    case 'crashed':
      fail(`threw: ${verdict.what}`);
      break;
    case 'wrong':
      fail(`wrong: ${verdict.what}`);
      break;
  }
}

/** Of the things that a codec kind has to try, those of this part; with fewer rounds spread over all of them. */
export function* codecIndexes(
  kind: CodecKind,
  rounds: number,
  part: number,
  parts: number,
): Generator<number> {
  const wanted = Math.max(1, Math.ceil(kind.size * Math.min(1, rounds / defaultRounds)));
  for (let round = part; round < wanted; round += parts) yield Math.floor((round * kind.size) / wanted);
}

export async function codecRound(kind: CodecKind, seed: number, index: number): Promise<string | null> {
  try {
    return await kind.attempt(index, createSeeded(seedOf(seed, kind.name, index)));
  } catch (cause) {
    return `threw: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
  }
}
