/** The bytes of a picture: as text within a record, and what else than the picture is in them. */
const chunk = 0x2000;

export function bytesToText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const startOfScan = 0xda;
const jfif = 0xe0;
const lastApp = 0xef;
const comment = 0xfe;

/**
 * A JPEG with its picture and nothing else: without Exif (APP1 holds place, time and camera), the parts of other apps, a
 * colour profile and comments. What the page has drawn itself holds a profile at most; this is the second look before a
 * picture is kept. Null when it is no JPEG.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === startOfScan) return joined([...kept, bytes.subarray(at)]);
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return null;
    const isBeside = (marker > jfif && marker <= lastApp) || marker === comment;
    if (!isBeside) kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
