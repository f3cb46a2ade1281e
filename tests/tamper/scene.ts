/** A copy of the seeded vault that one round may spoil, and where things lie in it. */
import type { Seeded } from '@shared/demo/seeded';
import type { SealedRow, SealedSegment } from '../../renderer/vault/worker/store/sealed-store';
import type { MemoryDisk } from '../support/memory-disk';
import { vaultFolder, type Profile, type SeededVault } from './seeded-vault';

export interface Scene {
  disk: MemoryDisk;
  rows: SealedRow[];
  segments: SealedSegment[];
  outlines: SealedSegment[];
}

export type Piece = 'journal' | 'checkpoint' | 'keys' | 'cache' | 'anchor' | 'profile' | 'log' | 'backup';

export interface Kind {
  readonly piece: Piece;
  readonly name: string;
  /** How many of the rounds, in relation to the other kinds. */
  readonly share: number;
  /** Whole copies of everything lie elsewhere: if it opens, all is shown as it stood. */
  readonly isWholeElsewhere?: boolean;
  /** What is quiet with the passphrase has to be noticed with the recovery code. */
  readonly byCodeToo?: boolean;
  /** Nothing is to be claimed: no tampering at all, or one that the vault says it cannot tell. */
  readonly isQuiet?: boolean;
  /** False: there was nothing to do with these numbers; it is asked again with others. */
  meddle(scene: Scene, random: Seeded, world: World): boolean;
}

export interface World {
  readonly vault: SeededVault;
  /** Another vault of the same make: what its files do in the place of ours. */
  readonly stranger: SeededVault;
}

export function sceneOf({ disk, cache }: Profile): Scene {
  return {
    disk: disk.clone(),
    rows: [...cache.rows],
    segments: [...cache.segments],
    outlines: [...cache.outlines],
  };
}

export const paths = {
  header: `${vaultFolder}/keys.stk`,
  rings: [`${vaultFolder}/ring-1.str`, `${vaultFolder}/ring-2.str`] as readonly [string, string],
  checkpoint: (number: number) => `${vaultFolder}/checkpoint/cp-${String(number).padStart(6, '0')}.stc`,
  segment: (number: number) => `${vaultFolder}/journal/seg-${String(number).padStart(6, '0')}.stj`,
} as const;

export function bytesAt(disk: MemoryDisk, path: string): Uint8Array {
  const bytes = disk.bytesOf(path);
  if (bytes === null) throw new Error(`Nothing at ${path}`);
  return bytes;
}

export function anchorPath(disk: MemoryDisk): string {
  return disk.paths().find((path) => path.endsWith('.sta')) ?? '';
}

/** Numbers of the journal's files from `from` up to, not including, `until`. */
export function segmentsIn(disk: MemoryDisk, from: number, until = Infinity): readonly number[] {
  return disk
    .paths()
    .flatMap((path) => /\/vault\/journal\/seg-(\d{6})\.stj$/.exec(path)?.[1] ?? [])
    .map(Number)
    .filter((number) => number >= from && number < until);
}

/** Puts the named files as they are in another profile; those that are not there are taken away. */
export function putBack(to: MemoryDisk, from: MemoryDisk, isMeant: (path: string) => boolean): boolean {
  let isChanged = false;
  for (const path of new Set([...to.paths(), ...from.paths()].filter(isMeant))) {
    const [now, then] = [to.bytesOf(path), from.bytesOf(path)];
    if (now !== null && then !== null && Buffer.compare(now, then) === 0) continue;
    isChanged = true;
    if (then === null) to.remove(path);
    else to.put(path, then.slice());
  }
  return isChanged;
}
