/**
 * The recovery kit's code: 160 random bits as 8 groups of 4 characters of Crockford's alphabet, then 2 check
 * characters. The check is the number modulo 1021 (a prime): one wrong character and two neighbours swapped are
 * always noticed, anything else in 1,020 of 1,021 cases.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBytes = 20;
const codeCharacters = 32;
const checkModulus = 1021;

const valueByCode = new Map<number, number>();
for (let value = 0; value < alphabet.length; value += 1) {
  const upper = alphabet.charCodeAt(value);
  valueByCode.set(upper, value);
  valueByCode.set(alphabet.toLowerCase().charCodeAt(value), value);
}
for (const [read, meant] of [
  ['O', '0'],
  ['o', '0'],
  ['I', '1'],
  ['i', '1'],
  ['L', '1'],
  ['l', '1'],
] as const) {
  valueByCode.set(read.charCodeAt(0), alphabet.indexOf(meant));
}
/** Spaces, tabs, line ends, hyphens and dashes of every length: nothing but layout. */
const layout = /[\s\u00ad\u2010-\u2015\u2212_.-]/g;

/** "7K3M-…-9Q". The caller wipes the bytes; the text is for the kit. */
export function formatRecoveryCode(code160: Uint8Array): string {
  if (code160.length !== codeBytes) throw new Error('A recovery code has 160 bits');
  const values = bytesToValues(code160);
  const check = checkOf(values);
  const characters = [...values, Math.floor(check / 32), check % 32]
    .map((value) => alphabet.charAt(value))
    .join('');
  return characters.replace(/.{4}(?=.)/g, '$&-');
}

/** Layout taken out, so that what is left can cross as bytes. */
export function stripRecoveryCode(text: string): string {
  return text.replace(layout, '');
}

/** The 160 bits of a stripped code, as character codes; null when it holds a slip. */
export function parseRecoveryCode(characterCodes: Uint8Array): Uint8Array | null {
  if (characterCodes.length !== codeCharacters + 2) return null;
  const values: number[] = [];
  for (const code of characterCodes) {
    const value = valueByCode.get(code);
    if (value === undefined) return null;
    values.push(value);
  }
  const check = (values[codeCharacters] ?? 0) * 32 + (values[codeCharacters + 1] ?? 0);
  const content = values.slice(0, codeCharacters);
  return checkOf(content) === check ? valuesToBytes(content) : null;
}

/** Tells a typing slip before anything is tried. */
export function isRecoveryCodeWellFormed(text: string): boolean {
  const stripped = stripRecoveryCode(text);
  if (!/^[0-9A-Za-z]*$/.test(stripped)) return false;
  return parseRecoveryCode(Uint8Array.from(stripped, (character) => character.charCodeAt(0))) !== null;
}

function checkOf(values: readonly number[]): number {
  return values.reduce((rest, value) => (rest * 32 + value) % checkModulus, 0);
}

function bytesToValues(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((buffer >> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return values;
}

function valuesToBytes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(codeBytes);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const value of values) {
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 255;
      at += 1;
    }
    buffer &= (1 << bits) - 1;
  }
  return bytes;
}
