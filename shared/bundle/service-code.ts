/** What a service is called in its bundles: ten characters that say nothing of it, and are the same each time. */

/** RFC 4648 base 32. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const codeLength = 10;
/** BLAKE2b-256 of the public key. */
export const serviceHashBytes = 32;

export function serviceCodeOf(hash: Uint8Array): string {
  let code = '';
  let bits = 0;
  let held = 0;
  for (const byte of hash) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    while (held >= 5 && code.length < codeLength) {
      held -= 5;
      code += alphabet.charAt((bits >> held) & 31);
    }
  }
  return code;
}
