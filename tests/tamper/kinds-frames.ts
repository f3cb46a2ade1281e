/** Whole frames and whole files of journal and checkpoint: moved, left out, doubled, put back as they were. */
import type { Seeded } from '@shared/demo/seeded';
import { joinBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { flipBit, framesOf, swapped, twoOf } from './bytes';
import {
  anchorPath,
  bytesAt,
  paths,
  putBack,
  segmentsIn,
  type Kind,
  type Piece,
  type Scene,
  type World,
} from './scene';

/** Null: nothing to do. */
type Rearrange = (
  frames: readonly Uint8Array[],
  random: Seeded,
  world: World,
) => readonly Uint8Array[] | null;

function rehashed(frame: Uint8Array, { vault }: World): Uint8Array {
  const body = frame.subarray(0, frame.length - format.frameHashBytes);
  return joinBytes([body, vault.sodium.hash(format.frameHashBytes, body)]);
}

const rearrangements = {
  'two frames swapped': swapped,
  'a frame left out': (frames, random) => {
    if (frames.length < 2) return null;
    const at = random.whole(0, frames.length - 2);
    return frames.filter((_, index) => index !== at);
  },
  'the last frames left out': (frames, random) =>
    frames.length < 2 ? null : frames.slice(0, random.whole(1, frames.length - 1)),
  'a frame twice': (frames, random) => {
    const at = random.whole(0, frames.length - 1);
    return frames.toSpliced(random.whole(0, frames.length), 0, frames[at]!);
  },
  'a frame over another': (frames, random) => {
    if (frames.length < 2) return null;
    const [one, other] = twoOf(frames.length, random);
    return random.chance(0.5) ? frames.with(one, frames[other]!) : frames.with(other, frames[one]!);
  },
  'a bit in a frame, its hash made anew': (frames, random, world) => {
    const at = random.whole(0, frames.length - 1);
    const flipped = flipBit(frames[at]!.subarray(0, frames[at]!.length - format.frameHashBytes), random);
    if (flipped === null) return null;
    return frames.with(at, rehashed(joinBytes([flipped, new Uint8Array(format.frameHashBytes)]), world));
  },
  'a frame of another vault': (frames, random, { stranger }) => {
    const { disk } = stranger.now;
    const theirs = framesOf(bytesAt(disk, paths.segment(random.pick(segmentsIn(disk, 1)))));
    return frames.with(random.whole(0, frames.length - 1), random.pick(theirs));
  },
  'an older frame': (frames, random, { vault }) => {
    const { disk } = vault.past.young;
    const older = framesOf(bytesAt(disk, paths.segment(random.pick(segmentsIn(disk, 1)))));
    return frames.with(random.whole(0, frames.length - 1), random.pick(older));
  },
} as const satisfies Record<string, Rearrange>;

interface Run {
  readonly piece: Piece;
  readonly name: string;
  readonly share: number;
  files(scene: Scene, world: World): readonly string[];
}

const runs: readonly Run[] = [
  {
    piece: 'journal',
    name: 'journal',
    share: 6,
    files: ({ disk }, { vault }) => segmentsIn(disk, vault.base.firstSegment).map(paths.segment),
  },
  {
    piece: 'checkpoint',
    name: 'newest checkpoint',
    share: 4,
    files: (_scene, { vault }) => [paths.checkpoint(vault.base.number)],
  },
];

/** The files of a run as one; afterwards each frame lies in the file in which that many bytes before it end. */
function rewrite(scene: Scene, files: readonly string[], frames: readonly Uint8Array[]): void {
  const sizes = files.map((path) => bytesAt(scene.disk, path).length);
  let next = 0;
  files.forEach((path, index) => {
    const isLast = index === files.length - 1;
    const part: Uint8Array[] = [];
    for (let size = 0; next < frames.length && (isLast || size < sizes[index]!); next += 1) {
      part.push(frames[next]!);
      size += frames[next]!.length;
    }
    scene.disk.put(path, joinBytes(part));
  });
}

const frameKinds: readonly Kind[] = runs.flatMap((run) =>
  Object.entries<Rearrange>(rearrangements).map(([name, rearrange]): Kind => ({
    piece: run.piece,
    name: `${run.name}: ${name}`,
    share: run.share,
    isWholeElsewhere: run.piece === 'checkpoint',
    meddle: (scene, random, world) => {
      const files = run.files(scene, world);
      const before = files.flatMap((path) => framesOf(bytesAt(scene.disk, path)));
      const after = rearrange(before, random, world);
      if (after === null || Buffer.compare(joinBytes(after), joinBytes(before)) === 0) return false;
      rewrite(scene, files, after);
      return true;
    },
  })),
);

const whole: readonly Kind[] = [
  {
    piece: 'journal',
    name: 'a segment file gone',
    share: 3,
    meddle: ({ disk }, random, { vault }) => {
      disk.remove(paths.segment(random.pick(segmentsIn(disk, vault.base.firstSegment))));
      return true;
    },
  },
  {
    piece: 'journal',
    name: 'two segment files swapped',
    share: 3,
    meddle: ({ disk }, random) => {
      const numbers = segmentsIn(disk, 1);
      const [one, other] = twoOf(numbers.length, random);
      const [first, second] = [paths.segment(numbers[one]!), paths.segment(numbers[other]!)];
      const bytes = bytesAt(disk, first).slice();
      disk.put(first, bytesAt(disk, second).slice());
      disk.put(second, bytes);
      return true;
    },
  },
  {
    piece: 'journal',
    name: 'a segment file once more behind the last',
    share: 2,
    meddle: ({ disk }, random) => {
      const numbers = segmentsIn(disk, 1);
      disk.put(
        paths.segment(numbers.at(-1)! + 1),
        bytesAt(disk, paths.segment(random.pick(numbers))).slice(),
      );
      return true;
    },
  },
  {
    piece: 'journal',
    name: 'the kept older segments gone',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, random, { vault }) => {
      disk.remove(paths.segment(random.pick(segmentsIn(disk, 1, vault.base.firstSegment))));
      return true;
    },
  },
  {
    piece: 'checkpoint',
    name: 'the newest checkpoint gone',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, _random, { vault }) => {
      disk.remove(paths.checkpoint(vault.base.number));
      return true;
    },
  },
  {
    piece: 'checkpoint',
    name: 'the kept older checkpoint gone',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, _random, { vault }) => {
      disk.remove(paths.checkpoint(vault.base.number - 1));
      return true;
    },
  },
  {
    piece: 'checkpoint',
    name: 'the older checkpoint under the newest one’s name',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, _random, { vault }) => {
      const { number } = vault.base;
      disk.put(paths.checkpoint(number), bytesAt(disk, paths.checkpoint(number - 1)).slice());
      return true;
    },
  },
  {
    piece: 'checkpoint',
    name: 'a checkpoint under a newer name',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, random, { vault }) => {
      const { number } = vault.base;
      const from = paths.checkpoint(random.whole(number - 1, number));
      disk.put(paths.checkpoint(number + random.whole(1, 3)), bytesAt(disk, from).slice());
      return true;
    },
  },
  {
    piece: 'checkpoint',
    name: 'a checkpoint of another vault',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, _random, { vault, stranger }) => {
      const theirs = bytesAt(stranger.now.disk, paths.checkpoint(stranger.base.number));
      disk.put(paths.checkpoint(vault.base.number), theirs.slice());
      return true;
    },
  },
  {
    piece: 'anchor',
    name: 'an anchor of another vault',
    share: 1,
    isWholeElsewhere: true,
    meddle: ({ disk }, _random, { stranger }) => {
      const theirs = stranger.now.disk;
      return putBackAs(disk, anchorPath(disk), bytesAt(theirs, anchorPath(theirs)));
    },
  },
  {
    piece: 'checkpoint',
    name: 'checkpoints as they were (rolled back alone)',
    share: 2,
    isWholeElsewhere: true,
    meddle: ({ disk }, random, { vault }) => {
      const past = random.pick([vault.past.young, vault.past['first checkpoint']]);
      return putBack(disk, past.disk, (path) => path.includes('/vault/checkpoint/'));
    },
  },
  {
    piece: 'journal',
    name: 'journal as it was (rolled back alone)',
    share: 4,
    meddle: ({ disk }, random, { vault }) => {
      const past = random.pick([...vault.steps, ...Object.values(vault.past)]);
      return putBack(disk, past.disk, (path) => path.includes('/vault/journal/'));
    },
  },
];

function putBackAs(disk: Scene['disk'], path: string, bytes: Uint8Array): boolean {
  disk.put(path, bytes.slice());
  return true;
}

export const frameAndFileKinds: readonly Kind[] = [...frameKinds, ...whole];
