/** `verify`, `list` and `export`, from the command line to the exit code. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ok, type Result } from '@shared/kernel/result';
import { format } from '@shared/vault/format';
import { anchorName } from '../../renderer/vault/worker/crypto/v1/anchor';
import { deriveKeys, wipeKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import { loadSodium, type Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { parseArguments, usage, type Asked } from './args';
import { readBackupHead, type BackupHead } from './backup-body';
import { ending, exitCodes, type Ending } from './ending';
import { outPlace, writeExport } from './export-file';
import { exportPieces, notEncrypted } from './export-json';
import { codeOf, findPieces, type NamedSource, type Pieces } from './pieces';
import { listText, verdict, verifyText } from './report';
import { startsWith } from './scan';
import { readSecretFile, type ReadSecret } from './secret';
import { createDisk, type Disk } from './sources';
import { survey, type Survey } from './survey';
import { readHeader, unlock, type ReadHeader, type UnlockError } from './unlock';
import { countWord } from './words';

export interface RescueIo {
  /** The result; resolves when it is taken. */
  readonly out: (text: string) => Promise<void>;
  /** One line for the person, beside the result. */
  readonly say: (line: string) => void;
  /** Undefined where there is nobody to ask; resolves to null when it was broken off. */
  readonly ask: ((question: string) => Promise<string | null>) | undefined;
  /** What relative names count from. */
  readonly folder: string;
}

const newer = ending(
  exitCodes.notOurs,
  'This was written by a newer version of Steading. Use the rescue tool that came with that version.',
);

export async function runRescue(argv: readonly string[], io: RescueIo): Promise<number> {
  const asked = parseArguments(argv);
  if (!asked.ok) {
    io.say(asked.error.words);
    io.say('See --help.');
    return exitCodes.notDone;
  }
  if (asked.value === 'help') {
    await io.out(usage);
    return exitCodes.fine;
  }
  const disk = createDisk();
  try {
    const done = await read(asked.value, io, disk);
    if (done.ok) return done.value;
    io.say(done.error.words);
    return done.error.code;
  } catch (cause) {
    // Never the message: it may hold a path. A short code is enough to look for.
    io.say(`The tool itself failed (${codeOf(cause)}). Nothing was changed.`);
    return exitCodes.notDone;
  } finally {
    disk.close();
  }
}

async function read(asked: Asked, io: RescueIo, disk: Disk): Promise<Result<number, Ending>> {
  const sodium = await loadSodium();
  const place = outPlace(asked.out, io.folder);
  if (!place.ok) return place;
  const found = findPieces(disk, sodium, resolve(io.folder, asked.file));
  if (!found.ok) return ending(exitCodes.notOurs, found.error.words);
  const pieces = withGiven(found.value, asked, io.folder, disk);
  if (!pieces.ok) return pieces;
  const head = headOf(sodium, pieces.value);
  if (!head.ok) return head;
  const header = keyFileOf(sodium, pieces.value, asked.keys === null ? head.value : null);
  if (!header.ok) return header;
  const secret = await secretOf(asked, io);
  if (!secret.ok) return secret;
  for (const note of secret.value.notes) io.say(note);
  const unlocked = await unlock(sodium, header.value.header, secret.value.secret);
  if (!unlocked.ok) return refusal(unlocked.error, header.value.isDamaged);
  const { vaultId } = header.value.header;
  const keys = deriveKeys(sodium, unlocked.value.rootKey);
  const anchor = anchorOf(sodium, asked, pieces.value, vaultId, io.folder);
  if (!anchor.ok) return anchor;
  const surveyed = survey({
    sodium,
    vaultId,
    keys,
    pieces: pieces.value,
    head: head.value,
    isKeyFileDamaged: header.value.isDamaged,
    isRingGiven: asked.ring !== null,
    anchor: anchor.value,
    refused: disk.refused,
  });
  if (!surveyed.ok) {
    wipeKeys(sodium, keys);
    switch (surveyed.error) {
      case 'newer':
        return newer;
      case 'another-vault':
        return ending(exitCodes.notOurs, 'The key file opened, but this belongs to another vault.');
      case 'nothing':
        return ending(exitCodes.notOurs, 'Nothing in this file can be recognised as a part of a vault.');
    }
  }
  const told = await tell(asked, io, surveyed.value, place.value);
  wipeKeys(sodium, keys);
  return told;
}

const maxAnchorBytes = 4096;

function anchorOf(
  sodium: Sodium,
  asked: Asked,
  pieces: Pieces,
  vaultId: Uint8Array,
  folder: string,
): Result<Uint8Array | null, Ending> {
  // A backup or a piece is older than the vault by its nature: that says nothing of it.
  if (pieces.scope !== 'vault') {
    if (asked.anchor === null) return ok(null);
    return ending(exitCodes.notDone, '--anchor goes with the folder of a vault.');
  }
  const name = `${anchorName(sodium, vaultId)}.sta`;
  const own = pieces.anchorFolders.map((place) => join(place, name)).find((path) => existsSync(path));
  const path = asked.anchor === null ? own : resolve(folder, asked.anchor);
  if (path === undefined) return ok(null);
  try {
    return ok(readFileSync(path).subarray(0, maxAnchorBytes));
  } catch (cause) {
    if (asked.anchor === null) return ok(null);
    return ending(exitCodes.notDone, `The file that --anchor names cannot be read (${codeOf(cause)}).`);
  }
}

/** Named by hand goes before what lies beside. */
function withGiven(pieces: Pieces, asked: Asked, folder: string, disk: Disk): Result<Pieces, Ending> {
  const open = (path: string): NamedSource[] => [
    { name: basename(path), source: disk.open(resolve(folder, path), basename(path)) },
  ];
  try {
    const keys = asked.keys === null ? pieces.keys : open(asked.keys);
    const rings = asked.ring === null ? pieces.rings : open(asked.ring);
    return ok({ ...pieces, keys, rings });
  } catch (cause) {
    const option = asked.keys === null ? '--ring' : '--keys or --ring';
    return ending(exitCodes.notDone, `The file that ${option} names cannot be read (${codeOf(cause)}).`);
  }
}

function headOf(sodium: Sodium, { backup }: Pieces): Result<BackupHead | null, Ending> {
  if (backup === null) return ok(null);
  const head = readBackupHead(sodium, backup.source);
  if (head.ok) return head;
  if (head.error === 'newer') return newer;
  return startsWith(backup.source.read(0, 4), format.backupMagic)
    ? ending(
        exitCodes.damaged,
        'The beginning of this backup is damaged beyond reading: its keys are lost. Try another backup.',
      )
    : ending(exitCodes.notOurs, 'This is not a backup of Steading.');
}

const maxKeyFileBytes = 64 * 1024;

/** `head`: of the backup that is read, which has its own key file in it. */
function keyFileOf(sodium: Sodium, pieces: Pieces, head: BackupHead | null): Result<ReadHeader, Ending> {
  if (head !== null) return ok(head.header);
  const [file] = pieces.keys;
  if (file === undefined) {
    const isVault = pieces.scope === 'vault';
    return ending(
      isVault ? exitCodes.damaged : exitCodes.notOurs,
      'The key file keys.stk is not there, and nothing opens without it. Name another copy with --keys: every backup holds one.',
    );
  }
  const start = file.source.read(0, maxKeyFileBytes);
  if (startsWith(start, format.backupMagic)) {
    const inBackup = readBackupHead(sodium, file.source);
    if (inBackup.ok) return ok(inBackup.value.header);
    return inBackup.error === 'newer' ? newer : unreadableKeys;
  }
  const header = readHeader(sodium, start);
  if (header.ok) return header;
  return header.error === 'newer' ? newer : unreadableKeys;
}

const unreadableKeys = ending(
  exitCodes.damaged,
  'The key file is damaged beyond reading. Name another copy with --keys: every backup holds one.',
);

async function secretOf(asked: Asked, io: RescueIo): Promise<Result<ReadSecret, Ending>> {
  if (asked.secretFile !== null) {
    const secret = readSecretFile(resolve(io.folder, asked.secretFile));
    return secret.ok ? secret : ending(exitCodes.notDone, secret.error);
  }
  if (io.ask === undefined) {
    return ending(exitCodes.notDone, 'There is no terminal to ask at. Name a file with --secret-file.');
  }
  const typed = await io.ask('Passphrase or recovery code (not shown): ');
  if (typed === null) return ending(exitCodes.notDone, 'Broken off.');
  return ok({ secret: typed, notes: [] });
}

function refusal(error: UnlockError, isKeyFileDamaged: boolean): Result<never, Ending> {
  switch (error.tag) {
    case 'OutOfMemory':
      return ending(exitCodes.notDone, 'This computer has not enough free memory to try the passphrase.');
    case 'OutOfPolicy':
      return ending(
        exitCodes.damaged,
        'The key file was changed: it asks for another amount of work than any version of Steading, and nothing was tried. The recovery code may still open it.',
      );
    case 'WrongSecret':
      if (isKeyFileDamaged) {
        return ending(
          exitCodes.damaged,
          'The key file is damaged, and this secret does not open what is left of it. Try the other one of passphrase and recovery code, or another copy with --keys.',
        );
      }
      return ending(
        exitCodes.wrongKey,
        error.isNearlyCode
          ? 'That does not open it. It looks like a recovery code with a slip in it.'
          : 'That is not the passphrase or the recovery code of this vault.',
      );
  }
}

async function tell(
  asked: Asked,
  io: RescueIo,
  surveyed: Survey,
  place: string | null,
): Promise<Result<number, Ending>> {
  const code = surveyed.isDamaged ? exitCodes.damaged : surveyed.isNewer ? exitCodes.notOurs : exitCodes.fine;
  switch (asked.command) {
    case 'verify':
      await io.out(verifyText(surveyed));
      return ok(code);
    case 'list':
      await io.out(listText(surveyed));
      return ok(code);
    case 'export': {
      io.say(notEncrypted);
      if (place === null) for (const piece of exportPieces(surveyed)) await io.out(piece);
      else {
        const written = writeExport(place, surveyed);
        if (!written.ok) return written;
      }
      io.say(`${countWord(surveyed.read.length, 'record', 'records')} written. ${verdict(surveyed)}`);
      return ok(code);
    }
  }
}
