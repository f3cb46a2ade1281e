/** Backups: the sealed body and the keyring file beside it, each damaged, moved, taken from elsewhere, or gone. */
import type { Seeded } from '@shared/demo/seeded';
import { joinBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { damages, swapped, twoOf } from './bytes';
import { bytesAt, type Kind, type Scene, type World } from './scene';

export const backupPath = (name: string): string => `/profile/backups/${name}`;
export const keysPath = (name: string): string => `${backupPath(name)}k`;

/** The one that is opened afterwards. */
export const judgedBackup = ({ vault }: World): string => vault.backups.at(-1)!;

type Meddle = Kind['meddle'];

function kind(name: string, share: number, meddle: Meddle): Kind {
  return { piece: 'backup', name, share, isWholeElsewhere: true, meddle };
}

const headBytesOf = (body: Uint8Array): number =>
  4 +
  2 +
  format.backupIdBytes +
  8 +
  8 +
  4 +
  1 +
  4 +
  Buffer.from(body).readUInt32BE(43) +
  format.signPublicKeyBytes +
  format.streamHeaderBytes;

/** Head, chunks, end. */
function partsOf(body: Uint8Array): readonly Uint8Array[] {
  const head = headBytesOf(body);
  const end = body.length - format.headerHashBytes - format.signatureBytes;
  const step = format.backupChunkBytes + format.streamTagBytes;
  const parts = [body.subarray(0, head)];
  for (let at = head; at < end; at += step) parts.push(body.subarray(at, Math.min(end, at + step)));
  return [...parts, body.subarray(end)];
}

function rearranged(
  name: string,
  share: number,
  rearrange: (chunks: readonly Uint8Array[], random: Seeded, world: World) => readonly Uint8Array[] | null,
): Kind {
  return kind(name, share, (scene, random, world) => {
    const path = backupPath(judgedBackup(world));
    const parts = partsOf(bytesAt(scene.disk, path));
    const chunks = rearrange(parts.slice(1, -1), random, world);
    if (chunks === null) return false;
    scene.disk.put(path, joinBytes([parts[0]!, ...chunks, parts.at(-1)!]));
    return true;
  });
}

function files(
  name: string,
  share: number,
  change: (scene: Scene, names: { readonly judged: string; readonly other: string }, world: World) => void,
): Kind {
  return kind(name, share, (scene, _random, world) => {
    change(scene, { judged: judgedBackup(world), other: world.vault.backups.at(-2)! }, world);
    return true;
  });
}

const copy = ({ disk }: Scene, from: string, to: string, source = disk): void => {
  disk.put(to, bytesAt(source, from).slice());
};

const damageKinds = Object.entries(damages).flatMap(([name, damage]): readonly Kind[] => {
  const damaged = (what: string, share: number, pathOf: (world: World) => string): Kind =>
    kind(`${what}: ${name}`, share, (scene, random, world) => {
      const path = pathOf(world);
      const bytes = damage(bytesAt(scene.disk, path), random);
      if (bytes === null) return false;
      scene.disk.put(path, bytes);
      return true;
    });
  return [
    damaged('body', 6, (world) => backupPath(judgedBackup(world))),
    damaged('keys', 3, (world) => keysPath(judgedBackup(world))),
  ];
});

export const backupKinds: readonly Kind[] = [
  ...damageKinds,
  kind('head: one bit', 4, (scene, random, world) => {
    const path = backupPath(judgedBackup(world));
    const body = bytesAt(scene.disk, path);
    const head = headBytesOf(body);
    scene.disk.put(
      path,
      joinBytes([damages['one bit'](body.subarray(0, head), random)!, body.subarray(head)]),
    );
    return true;
  }),
  kind('end: one bit', 2, (scene, random, world) => {
    const path = backupPath(judgedBackup(world));
    const body = bytesAt(scene.disk, path);
    const end = body.length - format.headerHashBytes - format.signatureBytes;
    scene.disk.put(path, joinBytes([body.subarray(0, end), damages['one bit'](body.subarray(end), random)!]));
    return true;
  }),
  kind('a bit, the closing hash made anew', 3, (scene, random, world) => {
    const path = backupPath(judgedBackup(world));
    const body = bytesAt(scene.disk, path);
    const end = body.length - format.headerHashBytes - format.signatureBytes;
    const changed = damages['one bit'](body.subarray(0, end), random)!;
    const hash = world.vault.sodium.hash(format.headerHashBytes, changed);
    scene.disk.put(path, joinBytes([changed, hash, body.subarray(end + format.headerHashBytes)]));
    return true;
  }),
  rearranged('two chunks swapped', 2, swapped),
  rearranged('a chunk left out', 2, (chunks, random) => {
    const at = random.whole(0, chunks.length - 1);
    return chunks.filter((_, index) => index !== at);
  }),
  rearranged('a chunk twice', 1, (chunks, random) =>
    chunks.toSpliced(random.whole(0, chunks.length), 0, random.pick(chunks)),
  ),
  rearranged('a chunk over another', 1, (chunks, random) => {
    const [one, other] = twoOf(chunks.length, random);
    return chunks.with(one, chunks[other]!);
  }),
  rearranged('a chunk of the other backup', 2, (chunks, random, { vault }) => {
    const other = partsOf(bytesAt(vault.now.disk, backupPath(vault.backups.at(-2)!))).slice(1, -1);
    const at = random.whole(0, Math.min(chunks.length, other.length) - 1);
    return chunks.with(at, other[at]!);
  }),
  files('the keys of the other backup beside it', 1, (scene, { judged, other }) => {
    copy(scene, keysPath(other), keysPath(judged));
  }),
  files('the body of the other backup beside its keys', 1, (scene, { judged, other }) => {
    copy(scene, backupPath(other), backupPath(judged));
  }),
  files('the other backup, older, under its name', 1, (scene, { judged, other }) => {
    copy(scene, backupPath(other), backupPath(judged));
    copy(scene, keysPath(other), keysPath(judged));
  }),
  files('a backup of another vault under its name', 1, (scene, { judged }, { stranger }) => {
    const theirs = stranger.backups.at(-1)!;
    copy(scene, backupPath(theirs), backupPath(judged), stranger.now.disk);
    copy(scene, keysPath(theirs), keysPath(judged), stranger.now.disk);
  }),
  files('the keys gone', 1, ({ disk }, { judged }) => {
    disk.remove(keysPath(judged));
  }),
  files('the body gone', 1, ({ disk }, { judged }) => {
    disk.remove(backupPath(judged));
  }),
];
