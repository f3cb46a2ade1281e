/**
 * A reader written from docs/format.md alone: none of our codecs, no libsodium. Whatever does not fit the page throws.
 * If it fails, either the page or the code is wrong.
 */
import { createDecipheriv, createPublicKey, verify } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

export const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const join = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);
const hash = (length: number, ...parts: readonly Uint8Array[]): Buffer =>
  Buffer.from(blake2b(join(...parts), { dkLen: length }));
const keyedHash = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer =>
  Buffer.from(blake2b(join(...parts), { key, dkLen: 32 }));
const zeros = (length: number): Buffer => Buffer.alloc(length);

function uint(value: number | bigint, length: 1 | 2 | 4 | 8): Buffer {
  const bytes = zeros(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes.subarray(8 - length);
}

/** The page says so; anything else is not this format. */
function must(is: boolean, what: string): void {
  if (!is) throw new Error(`Not as the page says: ${what}`);
}

const same = (a: Uint8Array, b: Uint8Array, what: string): void => must(Buffer.compare(a, b) === 0, what);

/** Fields one behind the other. */
function fields(bytes: Buffer) {
  let at = 0;
  const take = (length: number): Buffer => {
    must(at + length <= bytes.length, 'too short');
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    take,
    left: () => bytes.length - at,
    uint: (length: 1 | 2 | 4 | 8) => Number(join(zeros(8 - length), take(length)).readBigUInt64BE()),
  };
}

// Primitives

/** draft-irtf-cfrg-xchacha-03, 2.2. */
function hchacha20(key: Uint8Array, input: Uint8Array): Buffer {
  const state = new Uint32Array(16);
  [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574].forEach((word, index) => (state[index] = word));
  for (let word = 0; word < 8; word += 1) state[4 + word] = Buffer.from(key).readUInt32LE(word * 4);
  for (let word = 0; word < 4; word += 1) state[12 + word] = Buffer.from(input).readUInt32LE(word * 4);
  const turn = (a: number, b: number, c: number, d: number): void => {
    const step = (into: number, from: number, mixed: number, by: number): void => {
      state[into] = (state[into] ?? 0) + (state[from] ?? 0);
      const word = (state[mixed] ?? 0) ^ (state[into] ?? 0);
      state[mixed] = (word << by) | (word >>> (32 - by));
    };
    step(a, b, d, 16);
    step(c, d, b, 12);
    step(a, b, d, 8);
    step(c, d, b, 7);
  };
  for (let round = 0; round < 10; round += 1) {
    for (let column = 0; column < 4; column += 1) turn(column, 4 + column, 8 + column, 12 + column);
    for (let column = 0; column < 4; column += 1) {
      turn(column, 4 + ((column + 1) % 4), 8 + ((column + 2) % 4), 12 + ((column + 3) % 4));
    }
  }
  const derived = zeros(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((word, index) => derived.writeUInt32LE(state[word] ?? 0, index * 4));
  return derived;
}

/** The page's AEAD. Throws when the tag does not fit. */
function open(sealed: Buffer, associatedData: Buffer, nonce: Buffer, key: Uint8Array): Buffer {
  const iv = join(zeros(4), nonce.subarray(16));
  const decipher = createDecipheriv('chacha20-poly1305', hchacha20(key, nonce.subarray(0, 16)), iv, {
    authTagLength: 16,
  });
  decipher.setAAD(associatedData, { plaintextLength: sealed.length - 16 });
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return join(decipher.update(sealed.subarray(0, sealed.length - 16)), decipher.final());
}

function subkey(rootKey: Uint8Array, number: number): Uint8Array {
  const salt = zeros(16);
  salt.writeBigUInt64LE(BigInt(number));
  const personalization = join(ascii('STEADVLT'), zeros(8));
  return blake2b(new Uint8Array(0), { key: rootKey, salt, personalization, dkLen: 32 });
}

function unpad(padded: Buffer): Buffer {
  const end = padded.lastIndexOf(0x80);
  const needed = end + 1;
  const step = needed <= 4096 ? 256 : 2 ** (Math.floor(Math.log2(needed)) - 4);
  must(end >= 0 && Math.ceil(needed / step) * step === padded.length, 'padding');
  must(
    padded.subarray(needed).every((byte) => byte === 0),
    'padding',
  );
  return padded.subarray(0, end);
}

/** RFC 8439, 2.5. */
function poly1305(key: Buffer, message: Buffer): Buffer {
  const little = (bytes: Buffer): bigint =>
    BigInt(`0x${Buffer.from(bytes).reverse().toString('hex') || '0'}`);
  const r = little(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  const prime = (1n << 130n) - 5n;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = message.subarray(at, at + 16);
    sum = ((sum + little(block) + (1n << BigInt(8 * block.length))) * r) % prime;
  }
  const tag = (sum + little(key.subarray(16, 32))) & ((1n << 128n) - 1n);
  return Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').reverse();
}

// Section 2 and 3

function codeBits(code: string): Buffer {
  const digits = Array.from(code.replaceAll('-', ''), (letter) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter),
  );
  const number = digits.slice(0, 32).reduce((sum, digit) => sum * 32n + BigInt(digit), 0n);
  must(Number(number % 1021n) === (digits[32] ?? 0) * 32 + (digits[33] ?? 0), 'check of the code');
  return Buffer.from(number.toString(16).padStart(40, '0'), 'hex');
}

export interface Keys {
  readonly vaultId: Buffer;
  /** By the number of the subkey. */
  readonly key: (number: number) => Uint8Array;
}

/** By the recovery code: the passphrase's way differs in the KDF alone. */
export function openHeader(header: Buffer, code: string): Keys {
  const read = fields(header);
  same(read.take(4), ascii('STH1'), 'magic');
  must(read.uint(2) === 1, 'version');
  const vaultId = read.take(16);
  read.uint(4);
  let rootKey: Buffer | null = null;
  for (let count = read.uint(1); count > 0; count -= 1) {
    const clear = read.take(30);
    const nonce = read.take(24);
    const wrapped = read.take(48);
    if (clear.readUInt8(0) !== 2) continue;
    must(clear.readUInt8(5) === 2, 'kdf of the code');
    const kek = hash(32, codeBits(code));
    rootKey = open(wrapped, join(ascii('steading1/slot'), vaultId, clear), nonce, kek);
  }
  same(read.take(32), hash(32, header.subarray(0, -32)), 'hash of the header');
  must(read.left() === 0 && rootKey !== null, 'no slot for the code');
  const root = rootKey ?? zeros(0);
  return { vaultId, key: (number) => subkey(root, number) };
}

// Section 6

export interface Ring {
  readonly revision: number;
  readonly cacheKey: Buffer;
  readonly keys: ReadonlyMap<string, readonly Buffer[]>;
  readonly owners: readonly (readonly string[])[];
}

export function openRing({ vaultId, key }: Keys, file: Buffer): Ring {
  const read = fields(file);
  same(read.take(4), ascii('STR1'), 'magic of the keyring');
  same(read.take(16), vaultId, 'vault of the keyring');
  const revision = read.uint(8);
  const nonce = read.take(24);
  const sealed = read.take(read.left() - 32);
  same(read.take(32), hash(32, file.subarray(0, -32)), 'hash of the keyring');
  const content = unpad(
    open(sealed, join(ascii('steading1/ring'), vaultId, uint(revision, 8)), nonce, key(1)),
  );
  const inside = fields(content);
  must(inside.uint(1) === 1, 'layout of the keyring');
  const cacheKey = inside.take(32);
  const keys = new Map<string, readonly Buffer[]>();
  const owners: string[][] = [];
  for (let count = inside.uint(4); count > 0; count -= 1) {
    const keyId = inside.take(16).toString('hex');
    keys.set(
      keyId,
      Array.from({ length: inside.uint(1) }, () => inside.take(32)),
    );
    const set = Array.from({ length: inside.uint(2) }, () => inside.take(16).toString('hex'));
    must(set.length > 0 && set.join() === [...set].sort().join(), 'owners');
    owners.push(set);
  }
  must(inside.left() === 0, 'behind the keyring');
  return { revision, cacheKey, keys, owners };
}

// Section 4

export interface Op {
  readonly type: number;
  readonly tableId: number;
  readonly id: Buffer;
  readonly revision: number;
  readonly schema: number;
  readonly savedAt: number;
  readonly envelope: Buffer;
  /** tableId, recordId, revision and schema as they stand in it. */
  readonly place: Buffer;
}

export interface Frame {
  readonly seq: number;
  readonly ops: readonly Op[];
  readonly chainHash: Buffer;
}

interface Run {
  readonly context: string;
  readonly segment: number;
  readonly seq: number;
  readonly prevHash: Buffer;
}

export const genesis = (vaultId: Buffer, context: string, segment: number): Buffer =>
  hash(32, ascii(context), vaultId, uint(segment, 4));

export function readFrames({ vaultId, key }: Keys, bytes: Buffer, run: Run): readonly Frame[] {
  const frames: Frame[] = [];
  let { seq, prevHash } = run;
  for (let at = 0; at < bytes.length; seq += 1) {
    const frame = bytes.subarray(at, at + bytes.readUInt32BE(at));
    at += frame.length;
    same(frame.subarray(-16), hash(16, frame.subarray(0, -16)), 'hash of a frame');
    same(frame.subarray(4, 12), uint(seq, 8), 'number of a frame');
    same(frame.subarray(12, 44), prevHash, 'link of a frame');
    const bound = join(ascii(run.context), vaultId, uint(run.segment, 4), uint(seq, 8), prevHash);
    const ops = readOps(open(frame.subarray(68, -16), bound, frame.subarray(44, 68), key(2)));
    prevHash = hash(32, frame);
    frames.push({ seq, ops, chainHash: prevHash });
  }
  return frames;
}

function readOps(plain: Buffer): readonly Op[] {
  const read = fields(plain);
  must(read.uint(1) === 1, 'layout of a frame');
  const ops = Array.from({ length: read.uint(4) }, (): Op => {
    const type = read.uint(1);
    const place = read.take(28);
    const savedAt = read.uint(8);
    const envelope = read.take(read.uint(4));
    return {
      type,
      tableId: place.readUInt16BE(0),
      id: place.subarray(2, 18),
      revision: Number(place.readBigUInt64BE(18)),
      schema: place.readUInt16BE(26),
      savedAt,
      envelope,
      place,
    };
  });
  must(read.left() === 0, 'behind the operations');
  return ops;
}

// Section 5

export function openEnvelope({ vaultId, key }: Keys, ring: Ring | null, op: Op): unknown {
  const { envelope } = op;
  same(envelope.subarray(0, 6), join(ascii('STE1'), uint(1, 1), uint(0, 1)), 'magic of an envelope');
  const keyId = envelope.subarray(6, 22);
  const isNobodys = keyId.every((byte) => byte === 0);
  const ofPeople: readonly Uint8Array[] = ring?.keys.get(keyId.toString('hex')) ?? [];
  const wrapping: readonly Uint8Array[] = isNobodys ? [key(8)] : ofPeople;
  const place = join(vaultId, op.place, keyId, uint(1, 1));
  const unwrap = (wrappingKey: Uint8Array): Buffer | null => {
    try {
      return open(
        envelope.subarray(70, 118),
        join(ascii('steading1/key'), place),
        envelope.subarray(46, 70),
        wrappingKey,
      );
    } catch {
      return null;
    }
  };
  const recordKey = wrapping.map(unwrap).find((unwrapped) => unwrapped !== null);
  must(recordKey !== undefined && recordKey !== null, 'key of a record');
  const bound = join(ascii('steading1/rec'), place);
  const padded = open(envelope.subarray(118), bound, envelope.subarray(22, 46), recordKey ?? zeros(32));
  return JSON.parse(unpad(padded).toString('utf8'));
}

// Section 7

export interface Entry {
  readonly type: number;
  readonly tableId: number;
  readonly id: string;
  readonly revision: number;
  readonly hash: Buffer;
  readonly bytes: Buffer;
}

const entryOf = (bytes: Buffer): Entry => ({
  type: bytes.readUInt8(0),
  tableId: bytes.readUInt16BE(1),
  id: bytes.subarray(3, 19).toString('hex'),
  revision: Number(bytes.readBigUInt64BE(19)),
  hash: bytes.subarray(37, 69),
  bytes,
});

/** One that has a record operation's own fields. */
export const entryOfOp = (op: Op): Entry =>
  entryOf(
    join(uint(op.type, 1), op.place, uint(op.savedAt, 8), op.type === 1 ? hash(32, op.envelope) : zeros(32)),
  );

export function readEntries(bytes: Buffer): readonly Entry[] {
  must(bytes.length % 69 === 0, 'length of a catalogue');
  return Array.from({ length: bytes.length / 69 }, (_, index) =>
    entryOf(bytes.subarray(index * 69, index * 69 + 69)),
  );
}

export function rootOf({ vaultId, key }: Keys, entries: Iterable<Entry>): Buffer {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const buckets = Array.from({ length: 256 }, (_, bucket) =>
    keyedHash(
      key(3),
      ascii('steading1/bucket'),
      vaultId,
      uint(bucket, 1),
      ...sorted.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) === bucket).map(({ bytes }) => bytes),
    ),
  );
  return keyedHash(key(3), ascii('steading1/root'), vaultId, ...buckets);
}

// Section 8

export interface Checkpoint {
  readonly number: number;
  readonly seq: number;
  readonly prevHash: Buffer;
  readonly firstSegment: number;
  readonly ringRevision: number;
  readonly auditCount: number;
  readonly auditHead: Buffer;
  readonly entries: readonly Entry[];
  /** Of the data frames. */
  readonly ops: readonly Op[];
}

export function readCheckpoint(keys: Keys, bytes: Buffer, number: number): Checkpoint {
  const context = 'steading1/checkpoint';
  const prevHash = genesis(keys.vaultId, context, number);
  const frames = readFrames(keys, bytes, { context, segment: number, seq: 1, prevHash });
  const [first, last] = [frames[0]?.ops ?? [], frames.at(-1)?.ops ?? []];
  must(frames.length >= 2 && first[0]?.type === 6, 'beginning of a checkpoint');
  const payload = first[0]?.envelope ?? zeros(0);
  must(payload.length === 140, 'length of what a checkpoint says of itself');
  const catalogue = join(...first.filter(({ type }) => type === 7).map(({ envelope }) => envelope));
  must(
    first.slice(1).every(({ type, envelope }) => type === 7 && envelope.length <= 4096 * 69),
    'first frame',
  );
  same(
    join(...first.map(({ envelope }) => envelope)),
    join(...last.slice(0, -1).map(({ envelope }) => envelope)),
    'copy',
  );
  const before = frames.slice(0, -1).reduce((sum, frame) => sum + frame.ops.length, 0);
  must(last.at(-1)?.type === 8, 'end of a checkpoint');
  same(last.at(-1)?.envelope ?? zeros(0), uint(before, 8), 'count at the end of a checkpoint');
  const read = fields(payload);
  must(read.uint(4) === number, 'number of a checkpoint');
  const seq = read.uint(8);
  const link = read.take(32);
  const firstSegment = read.uint(4);
  read.uint(8);
  const root = read.take(32);
  const ringRevision = read.uint(8);
  const auditCount = read.uint(8);
  const auditHead = read.take(32);
  const entries = readEntries(catalogue);
  must(read.uint(4) === entries.length, 'count of a catalogue');
  same(rootOf(keys, entries), root, 'root of a catalogue');
  const ops = frames.slice(1, -1).flatMap((frame) => frame.ops);
  return { number, seq, prevHash: link, firstSegment, ringRevision, auditCount, auditHead, entries, ops };
}

// Section 4, log

export interface LogEnd {
  readonly count: number;
  readonly head: Buffer;
  readonly events: readonly string[];
}

export function readLog({ vaultId, key }: Keys, ops: readonly Op[], from: LogEnd): LogEnd {
  let { count, head } = from;
  const events = [...from.events];
  for (const op of ops) {
    if (op.type !== 4) continue;
    count += 1;
    must(op.revision === count, 'index of a log entry');
    const bound = join(ascii('steading1/audit'), vaultId, uint(count, 8), head);
    const json = unpad(open(op.envelope.subarray(24), bound, op.envelope.subarray(0, 24), key(5)));
    events.push(String((JSON.parse(json.toString('utf8')) as { event: unknown }).event));
    head = hash(32, bound, op.envelope);
  }
  return { count, head, events };
}

// Section 9

export const anchorName = (vaultId: Buffer): string =>
  hash(16, ascii('steading1/anchor'), vaultId).toString('hex');

export function openAnchor(
  { vaultId, key }: Keys,
  file: Buffer,
): { seq: number; headHash: Buffer; root: Buffer } {
  must(file.length === 124, 'length of the anchor');
  same(file.subarray(0, 4), ascii('STA1'), 'magic of the anchor');
  const content = open(
    file.subarray(28),
    join(ascii('steading1/anchor'), vaultId),
    file.subarray(4, 28),
    key(3),
  );
  const read = fields(content);
  return { seq: read.uint(8), headHash: read.take(32), root: read.take(32) };
}

// Section 11

export interface Backup {
  readonly keys: Keys;
  readonly ring: Ring;
  readonly seq: number;
  readonly checkpoint: Checkpoint;
  readonly chunks: number;
}

export function readBackup(body: Buffer, keyFile: Buffer, code: string): Backup {
  const read = fields(body);
  same(read.take(4), ascii('STB1'), 'magic of a backup');
  must(read.uint(2) === 1, 'version of a backup');
  const backupId = read.take(16);
  read.uint(8);
  const seq = read.uint(8);
  const number = read.uint(4);
  must(read.uint(1) <= 1, 'flags of a backup');
  const keys = openHeader(read.take(read.uint(4)), code);
  const publicKey = read.take(32);
  const streamHeader = read.take(24);
  const sealed = read.take(read.left() - 96);
  const digest = read.take(32);
  same(digest, hash(32, body.subarray(0, -96)), 'hash of a backup');
  // An Ed25519 public key as node:crypto takes it (RFC 8410).
  const spki = join(Buffer.from('302a300506032b6570032100', 'hex'), publicKey);
  const signer = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  must(verify(null, join(ascii('steading1/backup-signature'), digest), signer, read.take(64)), 'signature');
  const { plain, chunks } = openStream(sealed, keys.key(6), streamHeader, backupId);

  const beside = fields(keyFile);
  same(beside.take(4), ascii('STK1'), 'magic of the keys beside a backup');
  same(beside.take(16), backupId, 'backup that the keys are of');
  const ring = openRing(keys, beside.take(beside.uint(4)));
  same(beside.take(32), hash(32, keyFile.subarray(0, -32)), 'hash of the keys beside a backup');
  return { keys, ring, seq, checkpoint: readCheckpoint(keys, plain, number), chunks };
}

function openStream(
  sealed: Buffer,
  key: Uint8Array,
  header: Buffer,
  backupId: Buffer,
): { readonly plain: Buffer; readonly chunks: number } {
  const k = hchacha20(key, header.subarray(0, 16));
  let inner = header.subarray(16);
  const plain: Buffer[] = [];
  for (let at = 0, index = 0; at < sealed.length; index += 1) {
    const chunk = sealed.subarray(at, at + 65_553);
    at += chunk.length;
    const little = zeros(4);
    little.writeUInt32LE(index + 1);
    const stream = (counter: number, bytes: Buffer): Buffer => {
      const block = zeros(4);
      block.writeUInt32LE(counter);
      return createDecipheriv('chacha20', k, join(block, little, inner)).update(bytes);
    };
    const tag = stream(1, join(chunk.subarray(0, 1), zeros(63))).readUInt8(0);
    const block = stream(1, join(uint(tag, 1), zeros(63)));
    same(block.subarray(0, 1), chunk.subarray(0, 1), 'first byte of a chunk');
    const content = chunk.subarray(1, -16);
    const bound = join(ascii('steading1/backup'), backupId, uint(index, 8));
    const length = (bytes: number): Buffer => uint(bytes, 8).reverse();
    const message = join(
      bound,
      zeros((16 - (bound.length % 16)) % 16),
      block,
      content,
      zeros(content.length % 16),
      length(bound.length),
      length(64 + content.length),
    );
    const mac = poly1305(stream(0, zeros(64)), message);
    same(chunk.subarray(-16), mac, 'mac of a chunk');
    must(tag === (at < sealed.length ? 0 : 3), 'tag of a chunk');
    plain.push(stream(2, content));
    inner = Buffer.from(inner.map((byte, place) => byte ^ (mac[place] ?? 0)));
  }
  return { plain: join(...plain), chunks: plain.length };
}
