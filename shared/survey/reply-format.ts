/**
 * A sealed reply, byte by byte (docs/survey-format.md). What is sealed has one length whatever was answered, and says
 * neither who, nor when, nor on which machine. Sealing itself is libsodium's crypto_box_seal, on both sides.
 */
import { err, ok, type Result } from '../kernel/result';

/** Of the sealed part: one length for every reply of every survey. */
export const plaintextBytes = 256;
/** crypto_box_SEALBYTES: a key made for this one reply, and the tag. */
const sealBytes = 48;
const tagBytes = 8;
const replyIdBytes = 16;
const formatVersion = 1;
/** Before the answers: version, reply's own number, split, number of items. */
const headBytes = 1 + replyIdBytes + 1 + 1;
export const maxItems = 200;
const notAnswered = 255;
const noSplit = 255;

export const replyBytes = tagBytes + plaintextBytes + sealBytes;
const prefix = 'steading-reply-1:';

/** Beyond this a file is not a reply, and is not read. */
export const maxReplyFileLength = 4096;
export const replyExtension = 'steading-reply';

export interface Answered {
  /** Random, made by the form when it seals: two files with the same one are one reply. */
  readonly replyId: Uint8Array;
  /** Place among the options of the round's split, the first is 0; null = not said, or the round has none. */
  readonly split: number | null;
  /** Item 1 first; null = not answered. */
  readonly answers: readonly (number | null)[];
}

/** BLAKE2b without a key, of the public key. */
export const surveyHashBytes = 32;

/** Which survey a reply belongs to, in clear: the same eight bytes in each of its replies. First bytes of the key's hash. */
export function surveyTag(publicKeyHash: Uint8Array): Uint8Array {
  return publicKeyHash.slice(0, tagBytes);
}

/** Always `plaintextBytes` long. */
export function encodeAnswers({ replyId, split, answers }: Answered): Uint8Array {
  if (replyId.length !== replyIdBytes) throw new RangeError('a reply id has 16 bytes');
  if (answers.length === 0 || answers.length > maxItems) throw new RangeError('1 to 200 items');
  if (split !== null && (!Number.isInteger(split) || split < 0 || split >= noSplit)) {
    throw new RangeError('a split has 0 to 254');
  }
  const bytes = new Uint8Array(plaintextBytes);
  bytes[0] = formatVersion;
  bytes.set(replyId, 1);
  bytes[1 + replyIdBytes] = split ?? noSplit;
  bytes[2 + replyIdBytes] = answers.length;
  answers.forEach((answer, index) => {
    if (answer !== null && (!Number.isInteger(answer) || answer < 0 || answer >= notAnswered)) {
      throw new RangeError('an answer is 0 to 254');
    }
    bytes[headBytes + index] = answer ?? notAnswered;
  });
  return bytes;
}

/** Null for anything that `encodeAnswers` would not have written. */
export function decodeAnswers(bytes: Uint8Array): Answered | null {
  const items = bytes[2 + replyIdBytes] ?? 0;
  if (bytes.length !== plaintextBytes || bytes[0] !== formatVersion) return null;
  if (items === 0 || items > maxItems) return null;
  if (bytes.subarray(headBytes + items).some((byte) => byte !== 0)) return null;
  const split = bytes[1 + replyIdBytes] ?? noSplit;
  return {
    replyId: bytes.slice(1, 1 + replyIdBytes),
    split: split === noSplit ? null : split,
    answers: [...bytes.subarray(headBytes, headBytes + items)].map((byte) =>
      byte === notAnswered ? null : byte,
    ),
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648, section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = [group >> 18, (group >> 12) & 63, (group >> 6) & 63, group & 63];
    text += letters
      .slice(0, Math.min(3, bytes.length - at) + 1)
      .map((place) => alphabet[place])
      .join('');
  }
  return text;
}

/** Null for anything that `toBase64Url` would not have written: one spelling only. */
export function fromBase64Url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  for (let at = 0, filled = 0; at < text.length; at += 4) {
    const letters = text
      .slice(at, at + 4)
      .split('')
      .map((letter) => alphabet.indexOf(letter));
    if (letters.length === 1 || letters.includes(-1)) return null;
    const [first = 0, second = 0, third = 0, fourth = 0] = letters;
    const group = (first << 18) | (second << 12) | (third << 6) | fourth;
    for (const shift of [16, 8, 0].slice(0, letters.length - 1)) {
      bytes[filled] = (group >> shift) & 255;
      filled += 1;
    }
  }
  return toBase64Url(bytes) === text ? bytes : null;
}

/** What stands in a reply's file, in its QR code, and is handed over as text: one line. */
export function encodeReply(tag: Uint8Array, sealed: Uint8Array): string {
  if (tag.length !== tagBytes || sealed.length !== plaintextBytes + sealBytes) {
    throw new RangeError('a sealed reply has one length');
  }
  const bytes = new Uint8Array(replyBytes);
  bytes.set(tag);
  bytes.set(sealed, tagBytes);
  return prefix + toBase64Url(bytes);
}

export type ReplyProblem =
  /** no reply of Steading's */
  | 'foreign'
  /** a reply, cut short or changed on the way */
  | 'damaged';

/** Space and line ends around it come from copying and mailing, and count for nothing. */
export function decodeReply(
  text: string,
): Result<{ readonly tag: Uint8Array; readonly sealed: Uint8Array }, ReplyProblem> {
  if (text.length > maxReplyFileLength) return err('foreign');
  const line = text.replace(/^\uFEFF/u, '').trim();
  if (!line.startsWith(prefix)) return err('foreign');
  const bytes = fromBase64Url(line.slice(prefix.length));
  if (bytes === null || bytes.length !== replyBytes) return err('damaged');
  return ok({ tag: bytes.slice(0, tagBytes), sealed: bytes.slice(tagBytes) });
}

/** Several replies pasted or gathered in one text: each begins with the format's own word. */
export function splitPasted(text: string): string[] {
  return text
    .split(/(?=steading-reply-1:)/u)
    .flatMap((part) => part.split(/(?:\r?\n){2,}/u))
    .map((part) => part.replaceAll(/\s+/gu, ''))
    .filter((part) => part !== '');
}
