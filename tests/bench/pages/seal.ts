/** Sealing for the raw layouts: one key, nonce in front, libsodium as the product uses it. */
import sodium from 'libsodium-wrappers';

const keyBytes = 32;
const nonceBytes = 24;

export interface Sealer {
  seal(plaintext: Uint8Array, associatedData: string): Uint8Array;
  open(sealed: Uint8Array, associatedData: string): Uint8Array;
}

/** Always the same key: what is measured is the layout, and the key is there before the clock starts. */
export async function createSealer(): Promise<Sealer> {
  await sodium.ready;
  const key = new Uint8Array(keyBytes).fill(7);
  return {
    seal: (plaintext, associatedData) => {
      const nonce = sodium.randombytes_buf(nonceBytes);
      const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        plaintext,
        associatedData,
        null,
        nonce,
        key,
      );
      const whole = new Uint8Array(nonceBytes + sealed.length);
      whole.set(nonce);
      whole.set(sealed, nonceBytes);
      return whole;
    },
    open: (whole, associatedData) =>
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        whole.subarray(nonceBytes),
        associatedData,
        whole.subarray(0, nonceBytes),
        key,
      ),
  };
}
