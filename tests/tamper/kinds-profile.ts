/** Keys put back, and the profile as it was: all of it, or all but one piece. The anchor is never put back. */
import { damages } from './bytes';
import { anchorPath, bytesAt, paths, putBack, type Kind, type Scene, type World } from './scene';
import type { Profile } from './seeded-vault';
import type { Seeded } from '@shared/demo/seeded';

// Today's header, which today's passphrase opens.
const isVaultFile = (path: string): boolean => path.startsWith('/profile/vault/') && path !== paths.header;

function anyPast(random: Seeded, { vault }: World): Profile {
  return random.pick([...vault.steps, ...vault.steps, ...Object.values(vault.past)]);
}

function rollBack(
  scene: Scene,
  past: Profile,
  isMeant: (path: string) => boolean,
  withCache: boolean,
): boolean {
  const isChanged = putBack(scene.disk, past.disk, isMeant);
  if (withCache) {
    scene.rows = [...past.cache.rows];
    scene.segments = [...past.cache.segments];
    scene.outlines = [...past.cache.outlines];
  }
  return isChanged;
}

const keyKinds: readonly Kind[] = [
  {
    piece: 'keys',
    name: 'one copy of the keyring gone',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, random) => {
      disk.remove(random.pick(paths.rings));
      return true;
    },
  },
  {
    piece: 'keys',
    name: 'one copy of the keyring as it was',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, random, world) => {
      const meant = random.pick(paths.rings);
      return putBack(disk, world.vault.past.young.disk, (path) => path === meant);
    },
  },
  {
    piece: 'keys',
    name: 'both copies of the keyring damaged',
    share: 2,
    meddle: ({ disk }, random) => {
      for (const path of paths.rings) {
        const damaged = random.pick(Object.values(damages))(bytesAt(disk, path), random);
        if (damaged === null) return false;
        disk.put(path, damaged);
      }
      return true;
    },
  },
  {
    piece: 'keys',
    name: 'both copies of the keyring gone',
    share: 1,
    meddle: ({ disk }, random) => {
      for (const path of paths.rings) disk.remove(path);
      // With and without backups to take it from.
      if (random.chance(0.5)) {
        for (const path of disk.paths()) if (path.endsWith('.stbk')) disk.remove(path);
      }
      return true;
    },
  },
  {
    piece: 'keys',
    name: 'both copies of the keyring as they were',
    share: 1,
    meddle: ({ disk }, _random, { vault }) =>
      putBack(disk, vault.past.young.disk, (path) => paths.rings.includes(path)),
  },
  {
    piece: 'keys',
    name: 'the keyring of another vault',
    share: 1,
    meddle: ({ disk }, _random, { stranger }) => {
      for (const path of paths.rings) disk.put(path, bytesAt(stranger.now.disk, path).slice());
      return true;
    },
  },
  {
    piece: 'keys',
    name: 'header gone',
    share: 1,
    meddle: ({ disk }) => {
      disk.remove(paths.header);
      return true;
    },
  },
  {
    piece: 'keys',
    name: 'header as it was before the passphrase was changed',
    share: 1,
    meddle: ({ disk }, _random, { vault }) =>
      putBack(disk, vault.past.young.disk, (path) => path === paths.header),
  },
  {
    piece: 'keys',
    name: 'header of another vault',
    share: 1,
    meddle: ({ disk }, _random, { stranger }) => {
      disk.put(paths.header, bytesAt(stranger.now.disk, paths.header).slice());
      return true;
    },
  },
  {
    piece: 'keys',
    // The file's own revision (bytes 22 to 25) counts its writes and guards nothing.
    name: 'a bit in the header, its hash made anew (opened with passphrase, then with the code)',
    share: 3,
    byCodeToo: true,
    meddle: ({ disk }, random, { vault }) => {
      const bytes = bytesAt(disk, paths.header);
      const body = damages['one bit'](bytes.subarray(0, bytes.length - 32), random);
      if (body === null || Buffer.compare(body.subarray(22, 26), bytes.subarray(22, 26)) !== 0) return false;
      disk.put(paths.header, Buffer.concat([body, vault.sodium.hash(32, body)]));
      return true;
    },
  },
];

/** Two pieces damaged at once; a third one has it all. */
const doubleKinds: readonly Kind[] = [
  {
    piece: 'checkpoint',
    name: 'the newest checkpoint damaged and the cache gone',
    share: 4,
    isWholeElsewhere: true,
    meddle: (scene, random, { vault }) => {
      const path = paths.checkpoint(vault.base.number);
      const damaged = random.pick(Object.values(damages))(bytesAt(scene.disk, path), random);
      if (damaged === null) return false;
      scene.disk.put(path, damaged);
      scene.rows = [];
      scene.segments = [];
      scene.outlines = [];
      return true;
    },
  },
  {
    piece: 'checkpoint',
    name: 'the newest checkpoint damaged and a segment of the cache',
    share: 2,
    isWholeElsewhere: true,
    meddle: (scene, random, { vault }) => {
      const path = paths.checkpoint(vault.base.number);
      const damaged = random.pick(Object.values(damages))(bytesAt(scene.disk, path), random);
      if (damaged === null) return false;
      scene.disk.put(path, damaged);
      scene.segments.splice(random.whole(0, scene.segments.length - 1), 1);
      return true;
    },
  },
];

/** Where nothing may be claimed: a vault that nobody touched, and what without a newer anchor cannot be known. */
const quietKinds: readonly Kind[] = [
  {
    piece: 'profile',
    name: 'nothing done to it, at several ages',
    share: 2,
    isQuiet: true,
    meddle: (scene, random, world) => {
      if (random.chance(0.3)) return true;
      takeWhole(scene, anyPast(random, world));
      return true;
    },
  },
  {
    piece: 'profile',
    name: 'the whole profile and the anchor as they were',
    share: 1,
    isQuiet: true,
    meddle: (scene, random, world) => {
      takeWhole(scene, anyPast(random, world));
      return true;
    },
  },
  {
    piece: 'anchor',
    name: 'the anchor gone',
    share: 1,
    isQuiet: true,
    meddle: ({ disk }) => {
      disk.remove(anchorPath(disk));
      return true;
    },
  },
  {
    piece: 'anchor',
    name: 'the anchor alone as it was',
    share: 1,
    isQuiet: true,
    meddle: ({ disk }, random, world) =>
      putBack(disk, anyPast(random, world).disk, (path) => path === anchorPath(disk)),
  },
];

function takeWhole(scene: Scene, past: Profile): void {
  putBack(scene.disk, past.disk, (path) => path !== paths.header);
  scene.rows = [...past.cache.rows];
  scene.segments = [...past.cache.segments];
  scene.outlines = [...past.cache.outlines];
}

const rollBackKinds: readonly Kind[] = [
  {
    piece: 'profile',
    name: 'the whole profile as it was, the anchor in place',
    share: 6,
    meddle: (scene, random, world) => rollBack(scene, anyPast(random, world), isVaultFile, true),
  },
  {
    piece: 'profile',
    name: 'the vault’s files as they were, the cache in place',
    share: 3,
    meddle: (scene, random, world) => rollBack(scene, anyPast(random, world), isVaultFile, false),
  },
  {
    piece: 'profile',
    name: 'journal and cache as they were',
    share: 3,
    meddle: (scene, random, world) =>
      rollBack(scene, anyPast(random, world), (path) => path.includes('/vault/journal/'), true),
  },
  {
    piece: 'profile',
    name: 'journal and checkpoints as they were',
    share: 3,
    meddle: (scene, random, world) =>
      rollBack(
        scene,
        anyPast(random, world),
        (path) => path.includes('/vault/journal/') || path.includes('/vault/checkpoint/'),
        random.chance(0.5),
      ),
  },
];

export const profileKinds: readonly Kind[] = [...keyKinds, ...doubleKinds, ...rollBackKinds, ...quietKinds];
