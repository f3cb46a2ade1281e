/**
 * The log, by somebody who has the journal's key and makes every frame anew, but not the chain of the log itself: an
 * entry dropped, changed, doubled or in another place.
 */
import type { Seeded } from '@shared/demo/seeded';
import { joinBytes } from '@shared/vault/bytes';
import { must } from '../support/vault-kit';
import {
  chainHash,
  genesisHash,
  openFrameAlone,
  sealFrame,
  type FrameOp,
} from '../../renderer/vault/worker/crypto/v1/frame';
import { flipBit, framesOf, twoOf } from './bytes';
import { bytesAt, paths, segmentsIn, type Kind, type Scene, type World } from './scene';

type Frames = readonly (readonly FrameOp[])[];
/** `at`: where the log's entries stand, as frame and operation. */
type Falsify = (frames: Frames, at: readonly (readonly [number, number])[], random: Seeded) => Frames | null;

function replaceOp(frames: Frames, [frame, op]: readonly [number, number], ops: readonly FrameOp[]): Frames {
  return frames.with(frame, frames[frame]!.toSpliced(op, 1, ...ops));
}

const opAt = (frames: Frames, [frame, op]: readonly [number, number]): FrameOp => frames[frame]![op]!;

const falsifications = {
  'an entry dropped': (frames, at, random) => replaceOp(frames, random.pick(at), []),
  'the last entry dropped': (frames, at) => replaceOp(frames, at.at(-1)!, []),
  'the last entries dropped': (frames, at, random) => {
    let left = frames;
    for (const place of at.slice(-random.whole(2, 6)).toReversed()) left = replaceOp(left, place, []);
    return left;
  },
  'an entry changed': (frames, at, random) => {
    const place = random.pick(at);
    const op = opAt(frames, place);
    const envelope = flipBit(op.envelope, random);
    return envelope === null ? null : replaceOp(frames, place, [{ ...op, envelope }]);
  },
  'two entries swapped': (frames, at, random) => {
    const [one, other] = twoOf(at.length, random);
    const [first, second] = [opAt(frames, at[one]!), opAt(frames, at[other]!)];
    const half = replaceOp(frames, at[one]!, [{ ...first, envelope: second.envelope }]);
    return replaceOp(half, at[other]!, [{ ...second, envelope: first.envelope }]);
  },
  'two entries swapped with their numbers': (frames, at, random) => {
    const [one, other] = twoOf(at.length, random);
    const [first, second] = [opAt(frames, at[one]!), opAt(frames, at[other]!)];
    return replaceOp(replaceOp(frames, at[one]!, [second]), at[other]!, [first]);
  },
  'an entry twice': (frames, at, random) => {
    const place = random.pick(at);
    const op = opAt(frames, place);
    return replaceOp(frames, place, [op, op]);
  },
  'an entry dropped, the later ones renumbered': (frames, at, random) => {
    const dropped = random.whole(0, at.length - 1);
    let left = frames;
    for (const place of at.slice(dropped + 1)) {
      const op = opAt(left, place);
      left = replaceOp(left, place, [{ ...op, revision: op.revision - 1 }]);
    }
    return replaceOp(left, at[dropped]!, []);
  },
} as const satisfies Record<string, Falsify>;

function falsified(frames: Frames, falsify: Falsify, random: Seeded): Frames | null {
  const at = frames.flatMap((ops, frame) =>
    ops.flatMap((op, index) => (op.type === 'audit' ? [[frame, index] as const] : [])),
  );
  return at.length < 2 ? null : falsify(frames, at, random);
}

function inJournal(scene: Scene, world: World, falsify: Falsify, random: Seeded): boolean {
  const { sodium, keys, vaultId, base } = world.vault;
  const files = segmentsIn(scene.disk, base.firstSegment).map(paths.segment);
  const before = files.flatMap((path) => framesOf(bytesAt(scene.disk, path)));
  const after = falsified(
    before.map((frame) => must(openFrameAlone(sodium, keys.journalKey, vaultId, frame))),
    falsify,
    random,
  );
  if (after === null) return false;
  let { prevHash } = base;
  const made = after.map((ops, index) => {
    const frame = sealFrame(sodium, keys.journalKey, { vaultId, seq: base.seq + 1 + index, prevHash }, ops);
    prevHash = chainHash(sodium, frame);
    return frame;
  });
  for (const path of files.slice(1)) scene.disk.remove(path);
  scene.disk.put(files[0]!, joinBytes(made));
  return true;
}

function inCheckpoint(scene: Scene, world: World, falsify: Falsify, random: Seeded): boolean {
  const { sodium, keys, vaultId, base } = world.vault;
  const { number } = base;
  const path = paths.checkpoint(number);
  const opened = framesOf(bytesAt(scene.disk, path)).map((frame) =>
    must(openFrameAlone(sodium, keys.journalKey, vaultId, frame, 'checkpoint', number)),
  );
  const after = falsified(opened, falsify, random);
  if (after === null) return false;
  const count = after.slice(0, -1).reduce((sum, ops) => sum + ops.length, 0);
  const end = Buffer.alloc(8);
  end.writeBigUInt64BE(BigInt(count));
  const last = after
    .at(-1)!
    .map((op): FrameOp => (op.type === 'end' ? { ...op, envelope: Uint8Array.from(end) } : op));
  let prevHash = genesisHash(sodium, vaultId, 'checkpoint', number);
  const made = after.with(-1, last).map((ops, index) => {
    const place = { vaultId, seq: index + 1, prevHash, context: 'checkpoint', segment: number } as const;
    const frame = sealFrame(sodium, keys.journalKey, place, ops);
    prevHash = chainHash(sodium, frame);
    return frame;
  });
  scene.disk.put(path, joinBytes(made));
  return true;
}

export const logKinds: readonly Kind[] = Object.entries<Falsify>(falsifications).flatMap(
  ([name, falsify]): readonly Kind[] => [
    {
      piece: 'log',
      name: `in the journal, sealed anew: ${name}`,
      share: 2,
      isWholeElsewhere: true,
      meddle: (scene, random, world) => inJournal(scene, world, falsify, random),
    },
    {
      piece: 'log',
      name: `in the checkpoint, sealed anew: ${name}`,
      share: 1,
      isWholeElsewhere: true,
      meddle: (scene, random, world) => inCheckpoint(scene, world, falsify, random),
    },
  ],
);
