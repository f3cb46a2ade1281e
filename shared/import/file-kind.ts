/** What a file is by its first bytes, whatever its name ends in. */
import type { ImportFileError } from './file-errors';

export const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Workbooks of today are archives; so are other office documents. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
}

/** The container of Office before 2007, and of what is locked by a password since. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
}

/** Names in that container are UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = name.split('').flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

export function oldOfficeError(bytes: Uint8Array): ImportFileError {
  if (holdsName(bytes, 'EncryptedPackage')) return { tag: 'LockedSpreadsheet' };
  return { tag: holdsName(bytes, 'WordDocument') ? 'NotSpreadsheet' : 'OldSpreadsheet' };
}
