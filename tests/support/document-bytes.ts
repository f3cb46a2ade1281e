/**
 * Everything that a saved document holds, as text: so that a test can say "none of these names is in any byte". Zips
 * part by part and PDFs stream by stream, without the parsers that wrote them.
 */
import { inflateRawSync, inflateSync } from 'node:zlib';

export interface DocumentPart {
  /** A path in the zip, the number of a PDF's object, or "file" for the bytes as they are. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ZipPart extends DocumentPart {
  /** The MS-DOS date and time as one number. */
  readonly moment: number;
  readonly extra: Buffer;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/** By the central directory, as Office reads it. */
export function zipParts(file: Uint8Array): ZipPart[] {
  const bytes = Buffer.from(file);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== endMark) end -= 1;
  if (end < 0) throw new Error('No zip');
  const count = bytes.readUInt16LE(end + 10);
  const parts: ZipPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error('A damaged directory');
    const method = bytes.readUInt16LE(at + 10);
    const packedSize = bytes.readUInt32LE(at + 20);
    const nameSize = bytes.readUInt16LE(at + 28);
    const extraSize = bytes.readUInt16LE(at + 30);
    const commentSize = bytes.readUInt16LE(at + 32);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + packedSize);
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameSize),
      bytes: method === 0 ? packed : inflateRawSync(packed),
      moment: bytes.readUInt32LE(at + 12),
      extra: Buffer.concat([
        bytes.subarray(at + 46 + nameSize, at + 46 + nameSize + extraSize + commentSize),
        bytes.subarray(local + 30 + bytes.readUInt16LE(local + 26), from),
      ]),
    });
    at += 46 + nameSize + extraSize + commentSize;
  }
  return parts;
}

/** Every stream of a PDF inflated, object streams among them: what they hold are objects as text. */
export function pdfParts(file: Uint8Array): DocumentPart[] {
  const bytes = Buffer.from(file);
  const source = bytes.toString('latin1');
  const parts: DocumentPart[] = [{ name: 'file', bytes }];
  for (const match of source.matchAll(/(?:^|[\r\n])(\d+) \d+ obj\b/g)) {
    const start = match.index + match[0].length;
    const head = /^([\s\S]*?)\bstream\r?\n/.exec(source.slice(start, start + 4000));
    const dictionary = head?.[1] ?? '';
    if (head === null || dictionary.includes('endobj')) continue;
    const from = start + head[0].length;
    const size = /\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1];
    const to = size === undefined ? source.indexOf('endstream', from) : from + Number(size);
    const packed = bytes.subarray(from, to);
    if (dictionary.includes('/FlateDecode')) {
      parts.push({ name: `object ${match[1] ?? ''}`, bytes: inflateSync(packed) });
    } else if (!dictionary.includes('/DCTDecode')) {
      parts.push({ name: `object ${match[1] ?? ''}`, bytes: packed });
    }
  }
  return parts;
}

export function documentParts(file: Uint8Array): DocumentPart[] {
  const start = Buffer.from(file.subarray(0, 4)).toString('latin1');
  if (start === '%PDF') return pdfParts(file);
  if (start === 'PK\u0003\u0004') return zipParts(file);
  return [{ name: 'file', bytes: Buffer.from(file) }];
}

/** How one word can stand in bytes: UTF-8, both orders of UTF-16, the hexadecimal strings of a PDF, XML with entities. */
function spellings(word: string): Buffer[] {
  const utf16 = Buffer.from(word, 'utf16le');
  const turned = Buffer.from(utf16).swap16();
  const hex = [turned, Buffer.from(word, 'latin1')].map((each) => each.toString('hex'));
  const xml = word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
  return [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'latin1'),
    utf16,
    turned,
    ...hex.flatMap((each) => [Buffer.from(each, 'latin1'), Buffer.from(each.toUpperCase(), 'latin1')]),
    Buffer.from(xml, 'utf8'),
  ];
}

/** The kinds of chunk that a PNG has: a picture of ours has no words ("tEXt", "iTXt", "zTXt") and no time ("tIME"). */
export function pngChunks(file: Uint8Array): string[] {
  const bytes = Buffer.from(file);
  const kinds: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    kinds.push(bytes.toString('latin1', at + 4, at + 8));
  }
  return kinds;
}

/**
 * Where any of the words stands in the file: packed or not, "word in part". Upper and lower case count as different,
 * and the shown text of a PDF is in glyph numbers: look for words in it with `readPdf` as well.
 */
export function wordsFound(file: Uint8Array, words: readonly string[]): string[] {
  const parts = [...documentParts(file), { name: 'file', bytes: Buffer.from(file) }];
  const found = new Set<string>();
  for (const word of words) {
    for (const { name, bytes } of parts) {
      if (spellings(word).some((spelling) => bytes.includes(spelling))) found.add(`${word} in ${name}`);
    }
  }
  return [...found];
}
