/**
 * A backup file: the vault's header in the clear, so that a passphrase or a code can open it; then the bytes of a
 * checkpoint as one sealed stream; then a hash and a signature over it all. The keyring is a file beside it.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import {
  areBytesEqual,
  asciiBytes,
  concatBytes,
  createByteReader,
  joinBytes,
  uintBytes,
} from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { Sodium, StreamState } from '../sodium';
import type { VaultKeys } from './keys';
import { newerMagicVersion } from './newer-magic';

export interface BackupMeta {
  readonly backupId: Uint8Array;
  readonly madeAt: number;
  /** Last journal frame that is in it. */
  readonly seq: number;
  /** Number that the checkpoint in it was made with: without it, it does not open. */
  readonly checkpoint: number;
  /** Made while the vault had damage. */
  readonly hasDamage: boolean;
  /** The bytes of the header file: key slots and vault id. */
  readonly header: Uint8Array;
}

type BackupKeys = Pick<VaultKeys, 'backupKey' | 'signSeed'>;
type BackupFault = Extract<VaultError, { readonly tag: 'BackupUnreadable' }>;

const damageFlag = 1;
const backupVersion = 1;
const fixedHeadBytes = 4 + 2 + format.backupIdBytes + 8 + 8 + 4 + 1 + 4;
/** A header with eight slots has 875 bytes; a length beyond this is damage, not something to wait for. */
const maxHeaderBytes = 65_536;
const sealedChunkBytes = format.backupChunkBytes + format.streamTagBytes;
const endBytes = format.headerHashBytes + format.signatureBytes;

export interface BackupWriter {
  /** The file's first bytes. */
  readonly head: Uint8Array;
  /** What is to be written now; the last piece is kept back, because the last chunk has to be known for it. */
  push(bytes: Uint8Array): readonly Uint8Array[];
  /** Last chunk, hash and signature. */
  finish(): Uint8Array;
}

export function createBackupWriter(sodium: Sodium, keys: BackupKeys, meta: BackupMeta): BackupWriter {
  const signing = sodium.signKeypair(keys.signSeed);
  const stream = sodium.secretstreamInitPush(keys.backupKey);
  const head = concatBytes(
    asciiBytes(format.backupMagic),
    uintBytes(backupVersion, 2),
    meta.backupId,
    uintBytes(meta.madeAt, 8),
    uintBytes(meta.seq, 8),
    uintBytes(meta.checkpoint, 4),
    uintBytes(meta.hasDamage ? damageFlag : 0, 1),
    uintBytes(meta.header.length, 4),
    meta.header,
    signing.publicKey,
    stream.header,
  );
  const hash = sodium.hashInit(format.headerHashBytes);
  sodium.hashUpdate(hash, head);
  const kept = createQueue();
  let index = 0;
  const seal = (chunk: Uint8Array, isFinal: boolean): Uint8Array => {
    const data = chunkAssociatedData(meta.backupId, index);
    const sealed = sodium.secretstreamPush(stream.state, chunk, data, isFinal);
    sodium.hashUpdate(hash, sealed);
    index += 1;
    return sealed;
  };
  return {
    head,
    push: (bytes) => {
      kept.add(bytes);
      const sealed: Uint8Array[] = [];
      while (kept.length() > format.backupChunkBytes) {
        sealed.push(seal(kept.take(format.backupChunkBytes), false));
      }
      return sealed;
    },
    finish: () => {
      const last = seal(kept.take(kept.length()), true);
      const digest = sodium.hashFinal(hash, format.headerHashBytes);
      const signature = sodium.sign(signedBytes(digest), signing.privateKey);
      sodium.wipe(signing.privateKey);
      return concatBytes(last, digest, signature);
    },
  };
}

export interface BackupReader {
  /** Plain bytes that are whole now. Bytes behind the head are only kept until `unlock`. Once refused, always refused. */
  push(bytes: Uint8Array): Result<readonly Uint8Array[], BackupFault>;
  /** As soon as the head has arrived. Nothing in it is proven before `finish`. */
  info(): BackupMeta | null;
  /** With the keys that `info().header` gives. */
  unlock(keys: BackupKeys): Result<readonly Uint8Array[], BackupFault>;
  /** After the last bytes: the last plain bytes, once end, hash and signature fit. */
  finish(): Result<readonly Uint8Array[], BackupFault>;
}

interface BackupHead {
  readonly meta: BackupMeta;
  readonly signPublicKey: Uint8Array;
  readonly streamHeader: Uint8Array;
  readonly length: number;
}

export function createBackupReader(sodium: Sodium): BackupReader {
  const kept = createQueue();
  const hash = sodium.hashInit(format.headerHashBytes);
  let head: BackupHead | null = null;
  let stream: StreamState | null = null;
  let refused: Result<never, BackupFault> | null = null;
  let index = 0;

  const refuse = (reason: BackupFault['reason']): Result<never, BackupFault> => (refused = fault(reason));

  const pull = (sealed: Uint8Array): ReturnType<Sodium['secretstreamPull']> => {
    if (head === null || stream === null) return null;
    return sodium.secretstreamPull(stream, sealed, chunkAssociatedData(head.meta.backupId, index));
  };

  /** Chunks that cannot be the last: more follows them than the last one has behind it. */
  const pullFull = (): Result<readonly Uint8Array[], BackupFault> => {
    const plain: Uint8Array[] = [];
    if (stream === null) return ok(plain);
    while (kept.length() > sealedChunkBytes + endBytes) {
      const sealed = kept.take(sealedChunkBytes);
      const pulled = pull(sealed);
      if (pulled === null || pulled.isFinal) return refuse('altered');
      sodium.hashUpdate(hash, sealed);
      index += 1;
      plain.push(pulled.message);
    }
    return ok(plain);
  };

  return {
    push: (bytes) => {
      if (refused !== null) return refused;
      kept.add(bytes);
      if (head === null) {
        const decoded = decodeHead(kept.peek());
        if (!decoded.ok) return refuse(decoded.error.reason);
        if (decoded.value === null) return ok([]);
        head = decoded.value;
        sodium.hashUpdate(hash, kept.take(head.length));
      }
      return pullFull();
    },
    info: () => head?.meta ?? null,
    unlock: (keys) => {
      if (refused !== null) return refused;
      if (head === null) return refuse('truncated');
      const signing = sodium.signKeypair(keys.signSeed);
      sodium.wipe(signing.privateKey);
      if (!areBytesEqual(signing.publicKey, head.signPublicKey)) return refuse('altered');
      stream = sodium.secretstreamInitPull(head.streamHeader, keys.backupKey);
      return pullFull();
    },
    finish: () => {
      if (refused !== null) return refused;
      const rest = kept.take(kept.length());
      if (head === null || rest.length < format.streamTagBytes + endBytes) return refuse('truncated');
      const sealed = rest.subarray(0, rest.length - endBytes);
      const pulled = pull(sealed);
      const end = endOf(sodium, rest, head.signPublicKey);
      // The end is there or it is not: so a file that was cut short is told from one that was changed.
      if (pulled?.isFinal !== true) return refuse(end.isSigned ? 'altered' : 'truncated');
      sodium.hashUpdate(hash, sealed);
      const isWhole = areBytesEqual(sodium.hashFinal(hash, format.headerHashBytes), end.hash);
      return isWhole && end.isSigned ? ok([pulled.message]) : refuse('altered');
    },
  };
}

function endOf(
  sodium: Sodium,
  rest: Uint8Array,
  publicKey: Uint8Array,
): { readonly hash: Uint8Array; readonly isSigned: boolean } {
  const signature = rest.subarray(rest.length - format.signatureBytes);
  const hash = rest.subarray(rest.length - endBytes, rest.length - format.signatureBytes);
  return { hash, isSigned: sodium.verify(signature, signedBytes(hash), publicKey) };
}

/** Null while bytes are missing. */
function decodeHead(bytes: Uint8Array): Result<BackupHead | null, BackupFault> {
  const magic = asciiBytes(format.backupMagic);
  const start = bytes.subarray(0, magic.length);
  if (start.length === magic.length && newerMagicVersion(start, format.backupMagic) !== null)
    return fault('newer');
  if (!areBytesEqual(start, magic.subarray(0, start.length))) return fault('foreign');
  const reader = createByteReader(bytes.subarray(start.length));
  const version = reader.uint(2);
  if (version !== null && version > backupVersion) return fault('newer');
  if (bytes.length < fixedHeadBytes) return ok(null);
  const backupId = reader.take(format.backupIdBytes);
  const madeAt = reader.uint(8);
  const seq = reader.uint(8);
  const checkpoint = reader.uint(4);
  const flags = reader.uint(1);
  const headerLength = reader.uint(4);
  if (version !== backupVersion || backupId === null || madeAt === null || seq === null)
    return fault('altered');
  if (checkpoint === null || flags === null || flags > damageFlag) return fault('altered');
  if (headerLength === null || headerLength > maxHeaderBytes) return fault('altered');
  const header = reader.take(headerLength);
  const signPublicKey = reader.take(format.signPublicKeyBytes);
  const streamHeader = reader.take(format.streamHeaderBytes);
  if (header === null || signPublicKey === null || streamHeader === null) return ok(null);
  const hasDamage = flags === damageFlag;
  return ok({
    meta: { backupId, madeAt, seq, checkpoint, hasDamage, header },
    signPublicKey,
    streamHeader,
    length: fixedHeadBytes + headerLength + format.signPublicKeyBytes + format.streamHeaderBytes,
  });
}

export interface BackupRing {
  readonly backupId: Uint8Array;
  /** The bytes of a keyring file. */
  readonly ring: Uint8Array;
}

/** The file beside a backup. It can be written anew by itself when a person is erased. */
export function encodeBackupRing(sodium: Sodium, { backupId, ring }: BackupRing): Uint8Array {
  const body = concatBytes(asciiBytes(format.backupKeysMagic), backupId, uintBytes(ring.length, 4), ring);
  return concatBytes(body, sodium.hash(format.headerHashBytes, body));
}

export function decodeBackupRing(sodium: Sodium, bytes: Uint8Array): Result<BackupRing, BackupFault> {
  const magic = asciiBytes(format.backupKeysMagic);
  const reader = createByteReader(bytes);
  const start = reader.take(Math.min(bytes.length, magic.length)) ?? bytes;
  if (start.length === magic.length && newerMagicVersion(start, format.backupKeysMagic) !== null) {
    return fault('newer');
  }
  if (!areBytesEqual(start, magic.subarray(0, start.length))) return fault('foreign');
  const backupId = reader.take(format.backupIdBytes);
  const length = reader.uint(4);
  if (backupId === null || length === null) return fault('truncated');
  const ring = reader.take(length);
  const hash = reader.take(format.headerHashBytes);
  if (ring === null || hash === null) return fault('truncated');
  const body = bytes.subarray(0, bytes.length - format.headerHashBytes);
  if (reader.left() > 0 || !areBytesEqual(sodium.hash(format.headerHashBytes, body), hash))
    return fault('altered');
  return ok({ backupId, ring });
}

function fault(reason: BackupFault['reason']): Result<never, BackupFault> {
  return err({ tag: 'BackupUnreadable', reason });
}

function chunkAssociatedData(backupId: Uint8Array, index: number): Uint8Array {
  return concatBytes(asciiBytes(format.context.backup), backupId, uintBytes(index, 8));
}

function signedBytes(hash: Uint8Array): Uint8Array {
  return concatBytes(asciiBytes(format.context.backupSignature), hash);
}

interface ByteQueue {
  add(bytes: Uint8Array): void;
  /** All there is, in one piece. */
  peek(): Uint8Array;
  /** The first `length`, which must be there. */
  take(length: number): Uint8Array;
  length(): number;
}

function createQueue(): ByteQueue {
  let parts: Uint8Array[] = [];
  let length = 0;
  const peek = (): Uint8Array => {
    if (parts.length !== 1) parts = [joinBytes(parts)];
    return parts[0] ?? new Uint8Array(0);
  };
  return {
    add: (bytes) => {
      parts.push(bytes);
      length += bytes.length;
    },
    peek,
    take: (wanted) => {
      const all = peek();
      parts = [all.subarray(wanted)];
      length -= wanted;
      return all.subarray(0, wanted);
    },
    length: () => length,
  };
}
