/** One passphrase, however it was composed on the keyboard, gives the same bytes. */
const maxCharacters = 10_000;

/**
 * NFKC, then UTF-8. Null when empty or longer than 10,000 characters: no vault has such a passphrase. Whether it
 * is a strong one is for the screen to say.
 */
export function passphraseBytes(passphrase: string): Uint8Array<ArrayBuffer> | null {
  const characters = Array.from(passphrase.normalize('NFC')).length;
  if (characters === 0 || characters > maxCharacters) return null;
  return new TextEncoder().encode(passphrase.normalize('NFKC'));
}
