/** Plain damage, the same six ways, to each file that there is. */
import type { Seeded } from '@shared/demo/seeded';
import { damages } from './bytes';
import {
  anchorPath,
  bytesAt,
  paths,
  segmentsIn,
  type Kind,
  type Piece,
  type Scene,
  type World,
} from './scene';

interface Target {
  readonly piece: Piece;
  readonly name: string;
  readonly share: number;
  readonly isWholeElsewhere: boolean;
  pick(scene: Scene, random: Seeded, world: World): string;
}

const targets: readonly Target[] = [
  {
    piece: 'journal',
    name: 'journal',
    share: 10,
    isWholeElsewhere: false,
    pick: ({ disk }, random, { vault }) =>
      paths.segment(random.pick(segmentsIn(disk, vault.base.firstSegment))),
  },
  {
    piece: 'journal',
    name: 'kept older segments',
    share: 2,
    isWholeElsewhere: true,
    pick: ({ disk }, random, { vault }) =>
      paths.segment(random.pick(segmentsIn(disk, 1, vault.base.firstSegment))),
  },
  {
    piece: 'checkpoint',
    name: 'newest checkpoint',
    share: 8,
    isWholeElsewhere: true,
    pick: (_scene, _random, { vault }) => paths.checkpoint(vault.base.number),
  },
  {
    piece: 'checkpoint',
    name: 'kept older checkpoint',
    share: 2,
    isWholeElsewhere: true,
    pick: (_scene, _random, { vault }) => paths.checkpoint(vault.base.number - 1),
  },
  {
    piece: 'keys',
    name: 'one copy of the keyring',
    share: 4,
    isWholeElsewhere: true,
    pick: (_scene, random) => random.pick(paths.rings),
  },
  {
    piece: 'keys',
    name: 'header',
    share: 4,
    isWholeElsewhere: false,
    pick: () => paths.header,
  },
  {
    piece: 'anchor',
    name: 'anchor',
    share: 1,
    isWholeElsewhere: true,
    pick: ({ disk }) => anchorPath(disk),
  },
];

export const fileKinds: readonly Kind[] = targets.flatMap((target) =>
  Object.entries(damages).map(([name, damage]): Kind => ({
    piece: target.piece,
    name: `${target.name}: ${name}`,
    share: target.share,
    isWholeElsewhere: target.isWholeElsewhere,
    meddle: (scene, random, world) => {
      const path = target.pick(scene, random, world);
      const damaged = damage(bytesAt(scene.disk, path), random);
      if (damaged === null) return false;
      scene.disk.put(path, damaged);
      return true;
    },
  })),
);
