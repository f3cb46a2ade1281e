/** What was given to read: a vault's folder, its journal, one file of it, or a backup. Nothing is opened with keys yet. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '@shared/kernel/result';
import { format } from '@shared/vault/format';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { newerMagicVersion } from '../../renderer/vault/worker/crypto/v1/newer-magic';
import { frameAt, startsWith } from './scan';
import type { ByteSource, Disk } from './sources';

export interface NamedSource {
  readonly name: string;
  readonly source: ByteSource;
}

export interface NumberedSource extends NamedSource {
  readonly number: number;
}

export type Scope = 'vault' | 'journal' | 'checkpoint' | 'backup';

export interface Pieces {
  readonly scope: Scope;
  readonly segments: readonly NumberedSource[];
  readonly checkpoints: readonly NumberedSource[];
  /** Frames in a file whose name does not say which sort they are. */
  readonly unnamed: NamedSource | null;
  readonly backup: NamedSource | null;
  /** Where a key file may be, the best first; the first that is there is used. */
  readonly keys: readonly NamedSource[];
  readonly rings: readonly NamedSource[];
  /** Where this computer may have noted the newest state of the vault that it saw. */
  readonly anchorFolders: readonly string[];
}

export interface NotOurs {
  readonly tag: 'NotOurs';
  readonly words: string;
}

const segmentName = /^seg-(\d{6})\.stj$/;
const checkpointName = /^cp-(\d{6})\.stc$/;
const backupName = /\.stb$/i;
const keysName = 'keys.stk';
const ringNames = ['ring-1.str', 'ring-2.str'];
/** Under this name a keyring waits while Windows replaces it: a stop in between leaves it there. */
const waitingName = (name: string): string => `.${name}.old`;

const notOurs = (words: string): Result<never, NotOurs> => err({ tag: 'NotOurs', words });

/** Seen from the vault's folder: Linux and macOS, Windows, and the made-up vault, which has its own. */
const anchorPlaces = [
  ['..', '..', 'Steading Anchor'],
  ['..', '..', '..', 'Roaming', 'Steading Anchor'],
  ['anchor'],
] as const;

export function findPieces(disk: Disk, sodium: Sodium, path: string): Result<Pieces, NotOurs> {
  try {
    return statSync(path).isDirectory() ? findInFolder(disk, path) : findInFile(disk, sodium, path);
  } catch (cause) {
    const code = codeOf(cause);
    return notOurs(
      code === 'ENOENT'
        ? 'There is no file or folder of that name.'
        : `It cannot be read from the disk (${code}).`,
    );
  }
}

/** The system's short code of a failure, never its message: that holds a path. */
export function codeOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'UNKNOWN';
}

const nothing: Omit<Pieces, 'scope'> = {
  segments: [],
  checkpoints: [],
  unnamed: null,
  backup: null,
  keys: [],
  rings: [],
  anchorFolders: [],
};

function findInFolder(disk: Disk, folder: string): Result<Pieces, NotOurs> {
  const names = namesIn(folder);
  const segments = numbered(disk, folder, '', segmentName);
  if (segments.length > 0) {
    return ok({ ...nothing, ...beside(disk, [folder, dirname(folder)]), scope: 'journal', segments });
  }
  const checkpoints = numbered(disk, folder, '', checkpointName);
  if (checkpoints.length > 0) {
    return ok({ ...nothing, ...beside(disk, [folder, dirname(folder)]), scope: 'checkpoint', checkpoints });
  }
  const pieces: Pieces = {
    ...nothing,
    ...beside(disk, [folder]),
    scope: 'vault',
    anchorFolders: anchorPlaces.map((place) => join(folder, ...place)),
    segments: numbered(disk, join(folder, 'journal'), 'journal/', segmentName),
    checkpoints: numbered(disk, join(folder, 'checkpoint'), 'checkpoint/', checkpointName),
  };
  const isVault =
    pieces.keys.length + pieces.rings.length + pieces.segments.length + pieces.checkpoints.length > 0;
  if (isVault) return ok(pieces);
  if (names.some((name) => backupName.test(name))) {
    return notOurs('This folder holds backups. Name one of them: a file that ends in .stb.');
  }
  if (namesIn(join(folder, 'vault')).includes(keysName)) {
    return notOurs('The vault is one folder further down: name the folder "vault" in this one.');
  }
  return notOurs('There is nothing of Steading in this folder.');
}

function findInFile(disk: Disk, sodium: Sodium, path: string): Result<Pieces, NotOurs> {
  const name = basename(path);
  const source = disk.open(path, name);
  if (source.size === 0) return notOurs('The file is empty.');
  const start = source.read(0, 4);
  const folder = dirname(path);
  if (startsWith(start, format.backupMagic) || backupName.test(name)) {
    if (newerMagicVersion(start, format.backupMagic) !== null) return newer;
    const stem = name.replace(backupName, '');
    const rings = ringsIn(disk, folder, [`${stem}.stbk`]);
    return ok({ ...nothing, scope: 'backup', backup: { name, source }, rings });
  }
  const told = otherFile(start);
  if (told !== null) return told;
  const around = beside(disk, [folder, dirname(folder)]);
  const segment = segmentName.exec(name)?.[1];
  if (segment !== undefined) {
    return ok({
      ...nothing,
      ...around,
      scope: 'journal',
      segments: [{ name, number: Number(segment), source }],
    });
  }
  const checkpoint = checkpointName.exec(name)?.[1];
  if (checkpoint !== undefined) {
    const checkpoints = [{ name, number: Number(checkpoint), source }];
    return ok({ ...nothing, ...around, scope: 'checkpoint', checkpoints });
  }
  if (frameAt(sodium, source, 0) === null) return notOurs('This is not a file of Steading.');
  return ok({ ...nothing, ...around, scope: 'journal', unnamed: { name, source } });
}

const newer = notOurs(
  'This was written by a newer version of Steading. Use the rescue tool that came with that version.',
);

/** Files that are ours and hold no records. */
function otherFile(start: Uint8Array): Result<never, NotOurs> | null {
  const words: Readonly<Record<string, string>> = {
    [format.headerMagic]: 'This is the key file of a vault. Name the folder that it is in.',
    [format.ringMagic]: 'This is the keyring of a vault. Name the folder that it is in.',
    [format.backupKeysMagic]: 'This is the keyring of a backup. Name the file beside it that ends in .stb.',
    [format.anchorMagic]: 'This only says how new the vault was. Name the folder of the vault.',
  };
  for (const [magic, text] of Object.entries(words)) {
    if (newerMagicVersion(start, magic) !== null) return newer;
    if (startsWith(start, magic)) return notOurs(text);
  }
  return null;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function numbered(disk: Disk, folder: string, prefix: string, pattern: RegExp): readonly NumberedSource[] {
  return namesIn(folder)
    .flatMap((name): NumberedSource[] => {
      const number = pattern.exec(name)?.[1];
      if (number === undefined) return [];
      return opened(disk, folder, [name], prefix).map((file) => ({ ...file, number: Number(number) }));
    })
    .sort((a, b) => a.number - b.number);
}

/** Those of them that are there. */
function opened(disk: Disk, folder: string, names: readonly string[], prefix = ''): readonly NamedSource[] {
  const present = namesIn(folder);
  return names
    .filter((name) => present.includes(name))
    .map((name) => ({ name: `${prefix}${name}`, source: disk.open(join(folder, name), `${prefix}${name}`) }));
}

function beside(disk: Disk, folders: readonly string[]): Pick<Pieces, 'keys' | 'rings'> {
  const where = folders.find((folder) => namesIn(folder).includes(keysName)) ?? folders[0] ?? '.';
  return { keys: opened(disk, where, [keysName]), rings: ringsIn(disk, where, ringNames) };
}

function ringsIn(disk: Disk, folder: string, names: readonly string[]): readonly NamedSource[] {
  return names.flatMap((name) => {
    const own = opened(disk, folder, [name]);
    return own.length > 0 ? own : opened(disk, folder, [waitingName(name)]);
  });
}
