/**
 * From bytes to text. Extracts come as UTF-8 (with or without a mark), as UTF-16 from spreadsheet "Unicode
 * text", or as Windows-1252 from older systems. Anything else is named before it turns into nonsense rows.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { importLimits, type ImportFileError } from './file-errors';
import { isArchive, isOldOffice, startsWith } from './file-kind';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Null when the bytes are not text of that encoding. The host brings it (TextDecoder): the core has none. */
export type DecodeBytes = (bytes: Uint8Array, encoding: TextEncoding) => string | null;

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** How much of the file is looked at to tell text from other bytes. */
const sampleBytes = 64 * 1024;

/** Text has no control characters but tab, line ends and form feed. A few strays are forgiven. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) controls += 1;
  }
  return controls > sample.length / 200;
}

/** UTF-16 without a mark: every second byte of Latin text is zero. */
function utf16WithoutMark(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, sampleBytes);
  if (sample.length < 4) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) {
      if (index % 2 === 0) evenZeros += 1;
      else oddZeros += 1;
    }
  });
  const half = sample.length / 2;
  if (oddZeros > half * 0.7 && evenZeros < half * 0.05) return 'utf-16le';
  if (evenZeros > half * 0.7 && oddZeros < half * 0.05) return 'utf-16be';
  return null;
}

/** Names files that are no text by their first bytes, whatever their name ends in. */
export function recogniseOtherFile(bytes: Uint8Array): ImportFileError | null {
  // A PDF may carry a few stray bytes before its mark.
  for (let offset = 0; offset < Math.min(8, bytes.length); offset += 1) {
    if (startsWith(bytes.subarray(offset), 0x25, 0x50, 0x44, 0x46, 0x2d)) return { tag: 'LooksLikePdf' };
  }
  return isArchive(bytes) || isOldOffice(bytes) ? { tag: 'LooksLikeSpreadsheet' } : null;
}

/** What Windows-1252 holds at 0x80 to 0x9F, where some hosts' decoders follow Latin-1 and give control characters. */
const windows1252Extras = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (mark) => windows1252Extras[mark.charCodeAt(0) - 0x80] ?? mark);
}

export function decodeText(bytes: Uint8Array, decode: DecodeBytes): Result<DecodedText, ImportFileError> {
  if (bytes.length === 0) return err({ tag: 'EmptyFile' });
  if (bytes.length > importLimits.megabytes * 1024 * 1024) {
    return err({ tag: 'FileTooLarge', limitMegabytes: importLimits.megabytes });
  }
  const other = recogniseOtherFile(bytes);
  if (other !== null) return err(other);

  const marked: TextEncoding | null = startsWith(bytes, 0xef, 0xbb, 0xbf)
    ? 'utf-8'
    : startsWith(bytes, 0xff, 0xfe)
      ? 'utf-16le'
      : startsWith(bytes, 0xfe, 0xff)
        ? 'utf-16be'
        : utf16WithoutMark(bytes);
  if (marked === null && looksBinary(bytes)) return err({ tag: 'NotText' });

  const candidates: readonly TextEncoding[] =
    marked === 'utf-16le' || marked === 'utf-16be' ? [marked] : ['utf-8', 'windows-1252'];
  for (const encoding of candidates) {
    const decoded = decode(bytes, encoding);
    if (decoded === null) continue;
    const text = (encoding === 'windows-1252' ? mendWindows1252(decoded) : decoded).replace(/^\uFEFF/, '');
    if (text.includes('\u0000')) return err({ tag: 'NotText' });
    return text.trim() === '' ? err({ tag: 'EmptyFile' }) : ok({ text, encoding });
  }
  return err({ tag: 'NotText' });
}
