/**
 * The stream in a backup file. As the app reads it when it is whole; when it is not, chunk by chunk behind whatever is
 * damaged. What comes out is the bytes of a checkpoint, whose frames have seals of their own.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { areBytesEqual, asciiBytes, concatBytes, createByteReader, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { createBackupReader } from '../../renderer/vault/worker/crypto/v1/backup';
import type { VaultKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import { createRawStream } from './raw-cipher';
import type { Fault } from './run-types';
import { placesOf } from './scan';
import type { ByteSource } from './sources';
import { readHeader, type HeaderError, type ReadHeader } from './unlock';

export interface BackupHead {
  readonly header: ReadHeader;
  readonly backupId: Uint8Array;
  readonly madeAt: number;
  readonly seq: number;
  readonly checkpoint: number;
  readonly hasDamage: boolean;
  readonly streamHeader: Uint8Array;
  readonly length: number;
  /** Not as the app takes it. */
  readonly isDamaged: boolean;
}

const mostHeadBytes = 80 * 1024;
const beforeHeader = 4 + 2 + format.backupIdBytes + 8 + 8 + 4 + 1 + 4;
const afterHeader = format.signPublicKeyBytes + format.streamHeaderBytes;
const sealedBytes = format.backupChunkBytes + format.streamTagBytes;
const endBytes = format.headerHashBytes + format.signatureBytes;
const readBytes = 4 * 1024 * 1024;

export function readBackupHead(sodium: Sodium, source: ByteSource): Result<BackupHead, HeaderError> {
  const start = source.read(0, mostHeadBytes);
  const reader = createBackupReader(sodium);
  const pushed = reader.push(start);
  const meta = reader.info();
  if (!pushed.ok && pushed.error.reason === 'newer') return err('newer');
  const found =
    meta === null
      ? searchHeader(sodium, start)
      : { at: beforeHeader, length: meta.header.length, header: readHeader(sodium, meta.header) };
  if (found === null) return err('unreadable');
  const { header, at, length } = found;
  if (!header.ok) return header;
  const fields = createByteReader(start.subarray(at - beforeHeader + 6, at));
  const backupId = fields.take(format.backupIdBytes) ?? new Uint8Array(format.backupIdBytes);
  const madeAt = fields.uint(8) ?? 0;
  const seq = fields.uint(8) ?? 0;
  const checkpoint = fields.uint(4) ?? 0;
  const flags = fields.uint(1) ?? 0;
  const end = at + length + afterHeader;
  return ok({
    header: header.value,
    backupId,
    madeAt,
    seq,
    checkpoint,
    hasDamage: (flags & 1) === 1,
    streamHeader: start.slice(end - format.streamHeaderBytes, end),
    length: end,
    isDamaged: meta === null || header.value.isDamaged,
  });
}

/** The key slots by their own first letters and hash, for when what stands before them is damaged. */
function searchHeader(
  sodium: Sodium,
  start: Uint8Array,
): {
  readonly at: number;
  readonly length: number;
  readonly header: Result<ReadHeader, HeaderError>;
} | null {
  for (const at of [...placesOf(start, asciiBytes(format.headerMagic)), beforeHeader]) {
    if (at < beforeHeader) continue;
    for (const slots of [2, 1, 3, 4, 5, 6, 7, 8]) {
      const length = 27 + slots * 102 + format.headerHashBytes;
      const header = readHeader(sodium, start.subarray(at, at + length));
      if (header.ok && (!header.value.isDamaged || slots === 2)) return { at, length, header };
    }
  }
  return null;
}

export interface BackupBody {
  /** The bytes of a checkpoint file. */
  readonly plain: ByteSource;
  readonly faults: readonly Fault[];
}

export interface BackupParts {
  readonly sodium: Sodium;
  readonly name: string;
  readonly source: ByteSource;
  readonly head: BackupHead;
  readonly keys: Pick<VaultKeys, 'backupKey' | 'signSeed'>;
  /** By the keyring beside it, in case the backup's own is damaged. */
  readonly otherId: Uint8Array | null;
}

export function readBackupBody(parts: BackupParts): BackupBody {
  const { sodium, source, keys, head } = parts;
  const reader = createBackupReader(sodium);
  const chunks: Uint8Array[] = [];
  let reason: string | null = null;
  const take = (pulled: ReturnType<typeof reader.push>): void => {
    if (pulled.ok) chunks.push(...pulled.value);
    else reason ??= pulled.error.reason;
  };
  for (let at = 0; at < source.size && reason === null; at += readBytes) {
    take(reader.push(source.read(at, readBytes)));
    if (at === 0 && reason === null) take(reader.unlock(keys));
  }
  let isEndWrong = false;
  if (reason === null) {
    take(reader.finish());
    // The last chunk says that it is the last, and what stands behind it does not fit.
    isEndWrong = reason === 'altered';
  }
  const locate = locator(source, head.length);
  if (reason === null) return { plain: chunkSource(chunks, locate), faults: [] };
  return readDamaged(parts, locate, isEndWrong);
}

type Locate = ByteSource['locate'];
type Opener = (sealed: Uint8Array) => Uint8Array;

/** Each chunk stands in the file with a byte before it and its tag behind it. */
function locator(source: ByteSource, headLength: number): Locate {
  const inFile = (at: number): number =>
    headLength + Math.floor(at / format.backupChunkBytes) * sealedBytes + 1 + (at % format.backupChunkBytes);
  return (from, to) => source.locate(inFile(from), Math.min(source.size, inFile(Math.max(from, to - 1)) + 1));
}

function chunkSource(chunks: readonly Uint8Array[], locate: Locate): ByteSource {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return sourceOf(size, locate, (index) => chunks[index] ?? new Uint8Array(0));
}

function sourceOf(size: number, locate: Locate, chunkAt: (index: number) => Uint8Array): ByteSource {
  return {
    size,
    locate,
    read: (at, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      for (let done = 0; done < bytes.length;) {
        const within = (at + done) % format.backupChunkBytes;
        const chunk = chunkAt(Math.floor((at + done) / format.backupChunkBytes));
        const part = chunk.subarray(within, within + bytes.length - done);
        if (part.length === 0) break;
        bytes.set(part, done);
        done += part.length;
      }
      return bytes;
    },
  };
}

function readDamaged(parts: BackupParts, locate: Locate, isEndWrong: boolean): BackupBody {
  const { sodium, name, source, head, keys } = parts;
  const faults: Fault[] = [];
  const tell = (kind: Fault['kind'], from: number, to: number): void => {
    faults.push({ run: name, kind, places: source.locate(from, to), frames: null, carved: 0 });
  };
  const signature = endOf(sodium, source, keys);
  const isEnded = signature.isRight || isEndWrong || signature.isOfAll();
  const bodyEnd = isEnded ? source.size - endBytes : source.size;
  const count = Math.max(0, Math.ceil((bodyEnd - head.length) / sealedBytes));
  const sealedAt = (index: number): Uint8Array => {
    const from = head.length + index * sealedBytes;
    return source.read(from, Math.min(sealedBytes, bodyEnd - from));
  };
  const survey = (id: Uint8Array): { readonly openers: Opener[]; readonly isProven: boolean[] } => {
    const stream = createRawStream(keys.backupKey, head.streamHeader);
    const chunks = Array.from({ length: count }, (_, index) =>
      stream.next(sealedAt(index), chunkData(id, index)),
    );
    return { openers: chunks.map(({ open }) => open), isProven: chunks.map((chunk) => chunk.isProven) };
  };
  const byOwnId = survey(head.backupId);
  const byOtherId = parts.otherId === null || byOwnId.isProven.includes(true) ? null : survey(parts.otherId);
  const isIdWrong = byOtherId?.isProven.includes(true) === true;
  const { openers, isProven } = isIdWrong && byOtherId !== null ? byOtherId : byOwnId;

  const isKeyRight = areBytesEqual(signKeyOf(source, head), publicKeyOf(sodium, keys));
  if (head.isDamaged || isIdWrong || !isKeyRight) tell('head', 0, head.length);
  // Where not one chunk is proven, the fault is elsewhere: in the stream's own beginning.
  for (const [index, is] of isProven.entries()) {
    const from = head.length + index * sealedBytes;
    if (!is && isProven.includes(true) && from + sealedBytes <= bodyEnd)
      tell('chunk', from, from + sealedBytes);
  }
  if (!isEnded) tell('signature', source.size, source.size);
  else if (!signature.isRight) tell('signature', bodyEnd, source.size);
  else if (faults.length === 0) tell('chunk', head.length + Math.max(0, count - 1) * sealedBytes, bodyEnd);

  const last = Math.max(0, (bodyEnd - head.length) % sealedBytes);
  const lastPlain = last === 0 ? 0 : Math.max(0, last - format.streamTagBytes);
  const size =
    Math.floor(Math.max(0, bodyEnd - head.length) / sealedBytes) * format.backupChunkBytes + lastPlain;
  let held: { readonly index: number; readonly bytes: Uint8Array } | null = null;
  const plain = sourceOf(size, locate, (index) => {
    if (held?.index !== index) {
      held = { index, bytes: openers[index]?.(sealedAt(index)) ?? new Uint8Array(0) };
    }
    return held.bytes;
  });
  return { plain, faults };
}

function chunkData(backupId: Uint8Array, index: number): Uint8Array {
  return concatBytes(asciiBytes(format.context.backup), backupId, uintBytes(index, 8));
}

function publicKeyOf(sodium: Sodium, keys: Pick<VaultKeys, 'signSeed'>): Uint8Array {
  const { publicKey, privateKey } = sodium.signKeypair(keys.signSeed);
  sodium.wipe(privateKey);
  return publicKey;
}

function signKeyOf(source: ByteSource, head: BackupHead): Uint8Array {
  return source.read(head.length - afterHeader, format.signPublicKeyBytes);
}

/** `isOfAll`: the hash, which has no key, is that of everything before it. */
function endOf(
  sodium: Sodium,
  source: ByteSource,
  keys: Pick<VaultKeys, 'signSeed'>,
): { readonly isRight: boolean; readonly isOfAll: () => boolean } {
  const hashAt = source.size - endBytes;
  if (hashAt < 0) return { isRight: false, isOfAll: () => false };
  const stored = source.read(hashAt, format.headerHashBytes);
  const signature = source.read(hashAt + format.headerHashBytes, format.signatureBytes);
  const signed = concatBytes(asciiBytes(format.context.backupSignature), stored);
  return {
    isRight: sodium.verify(signature, signed, publicKeyOf(sodium, keys)),
    isOfAll: () => {
      const hash = sodium.hashInit(format.headerHashBytes);
      for (let at = 0; at < hashAt; at += readBytes) {
        sodium.hashUpdate(hash, source.read(at, Math.min(readBytes, hashAt - at)));
      }
      return areBytesEqual(sodium.hashFinal(hash, format.headerHashBytes), stored);
    },
  };
}
