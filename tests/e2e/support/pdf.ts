/**
 * Enough of a PDF reader to check what left: the text of every page, decoded with each font's own map to Unicode,
 * and the marks of a tagged document. For the plain, unencrypted files that Chromium prints.
 */
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  /** All text shown, in the order of drawing; runs are joined without spaces. */
  readonly text: string;
  /** Objects and inflated streams as Latin-1, to look for structure in. */
  readonly raw: string;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const source = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of source.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const start = match.index + match[0].length;
    const end = source.indexOf('endobj', start);
    const body = source.slice(start, end);
    const at = /stream\r?\n/.exec(body);
    if (at === null) {
      objects.set(Number(match[1]), { dictionary: body, stream: null });
      continue;
    }
    const dictionary = body.slice(0, at.index);
    const from = start + at.index + at[0].length;
    const length = Number(
      /\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1] ?? source.indexOf('endstream', from) - from,
    );
    const packed = bytes.subarray(from, from + length);
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(packed) : packed;
    objects.set(Number(match[1]), { dictionary, stream });
  }
  return objects;
}

const fromHex = (hex: string): string =>
  Buffer.from(hex.length % 4 === 0 ? hex : hex.padStart(4, '0'), 'hex')
    .swap16()
    .toString('utf16le');

/** Glyph number → characters, from a ToUnicode map. */
function unicodeMap(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      characters.set(parseInt(code, 16), fromHex(to));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', to = ''] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const first = parseInt(low, 16);
      for (let code = first; code <= parseInt(high, 16); code += 1) {
        characters.set(code, String.fromCodePoint(parseInt(to, 16) + code - first));
      }
    }
  }
  return characters;
}

/** Bytes of a string in a content stream: in angle brackets as hex, or in parentheses with escapes. */
function stringBytes(token: string): Buffer {
  if (token.startsWith('<')) return Buffer.from(token.slice(1, -1).replace(/\s/g, ''), 'hex');
  const plain = token
    .slice(1, -1)
    .replace(
      /\\(?:([0-7]{1,3})|([\s\S]))/g,
      (_whole, octal: string | undefined, other: string | undefined) => {
        if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
        const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
        return named[other ?? ''] ?? other ?? '';
      },
    );
  return Buffer.from(plain, 'latin1');
}

export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes);
  /** Font name in a page's resources → its map, and whether a character has one byte or two. */
  const fonts = new Map<string, { readonly map: Map<number, string>; readonly size: 1 | 2 }>();
  for (const { dictionary } of objects.values()) {
    for (const [, name = '', number = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(number));
      const mapNumber = /\/ToUnicode (\d+) 0 R/.exec(font?.dictionary ?? '')?.[1];
      const map = objects.get(Number(mapNumber))?.stream?.toString('latin1');
      if (font === undefined || map === undefined) continue;
      fonts.set(name, { map: unicodeMap(map), size: font.dictionary.includes('/Type0') ? 2 : 1 });
    }
  }
  let text = '';
  for (const { stream } of objects.values()) {
    const content = stream?.toString('latin1') ?? '';
    if (!/\bBT\b/.test(content)) continue;
    let font = fonts.values().next().value;
    for (const [token] of content.matchAll(/\/F\d+ [\d.]+ Tf|<[0-9A-Fa-f\s]+>|\((?:\\[\s\S]|[^\\()])*\)/g)) {
      if (token.startsWith('/')) {
        font = fonts.get(token.slice(1).split(' ')[0] ?? '');
        continue;
      }
      const codes = stringBytes(token);
      const size = font?.size ?? 1;
      for (let at = 0; at + size <= codes.length; at += size) {
        text += font?.map.get(codes.readUIntBE(at, size)) ?? '';
      }
    }
    text += '\n';
  }
  const raw = [...objects.values()]
    .map(({ dictionary, stream }) => dictionary + (stream?.toString('latin1') ?? ''))
    .join('\n');
  return { text, raw };
}
