/**
 * The only importer of libsodium: a thin, dull pass-through with the calls that the vault uses, and none of the
 * options that it must not. The package is an alias of the fuller build, which has Argon2id (docs/dependencies.md).
 */
import sodium from 'libsodium-wrappers';

export interface Sodium {
  randomBytes(length: number): Uint8Array;
  /** XChaCha20-Poly1305 (IETF): ciphertext with its tag behind it. */
  seal(plaintext: Uint8Array, associatedData: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array;
  /** Null when the tag does not fit. */
  open(
    ciphertext: Uint8Array,
    associatedData: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): Uint8Array | null;
  /** BLAKE2b without a key. */
  hash(length: number, message: Uint8Array): Uint8Array;
  deriveSubkey(length: number, number: number, context: string, key: Uint8Array): Uint8Array;
  /** Argon2id version 1.3, one lane. Null when the machine refuses that much memory. */
  argon2id(
    length: number,
    passphrase: Uint8Array,
    salt: Uint8Array,
    opsLimit: number,
    memLimitBytes: number,
  ): Uint8Array | null;
  /** Overwrites with zeros. What the WASM heap still holds goes only with the worker. */
  wipe(...secrets: readonly Uint8Array[]): void;
}

export async function loadSodium(): Promise<Sodium> {
  await sodium.ready;
  return {
    randomBytes: (length) => sodium.randombytes_buf(length),
    seal: (plaintext, associatedData, nonce, key) =>
      sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associatedData, null, nonce, key),
    open: (ciphertext, associatedData, nonce, key) => {
      try {
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
          null,
          ciphertext,
          associatedData,
          nonce,
          key,
        );
      } catch {
        // The wrapper throws for a wrong tag and gives no other sign; lengths are checked by the codecs.
        return null;
      }
    },
    hash: (length, message) => sodium.crypto_generichash(length, message, null),
    deriveSubkey: (length, number, context, key) =>
      sodium.crypto_kdf_derive_from_key(length, number, context, key),
    argon2id: (length, passphrase, salt, opsLimit, memLimitBytes) => {
      try {
        return sodium.crypto_pwhash(
          length,
          passphrase,
          salt,
          opsLimit,
          memLimitBytes,
          sodium.crypto_pwhash_ALG_ARGON2ID13,
        );
      } catch {
        return null;
      }
    },
    wipe: (...secrets) => {
      for (const secret of secrets) sodium.memzero(secret);
    },
  };
}
