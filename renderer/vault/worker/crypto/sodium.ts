/**
 * The only importer of libsodium: a thin, dull pass-through with the calls that the vault uses, and none of the
 * options that it must not. The package is an alias of the fuller build, which has Argon2id (docs/dependencies.md).
 */
import sodium, { type StateAddress } from 'libsodium-wrappers';

declare const stateBrand: unique symbol;
/** A stream or a hash under way. Lives in the library; each is used once, in order. */
export interface StreamState {
  readonly [stateBrand]: 'stream';
}
export interface HashState {
  readonly [stateBrand]: 'hash';
}

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
  /** BLAKE2b with a key of 16 to 64 bytes. */
  keyedHash(length: number, message: Uint8Array, key: Uint8Array): Uint8Array;
  /** BLAKE2b without a key, of what comes in pieces. */
  hashInit(length: number): HashState;
  hashUpdate(state: HashState, message: Uint8Array): void;
  /** `length` as in `hashInit`. Ends the state. */
  hashFinal(state: HashState, length: number): Uint8Array;
  /** crypto_secretstream_xchacha20poly1305: a sealed sequence that ends where it says that it ends. */
  secretstreamInitPush(key: Uint8Array): { readonly state: StreamState; readonly header: Uint8Array };
  secretstreamPush(
    state: StreamState,
    message: Uint8Array,
    associatedData: Uint8Array,
    isFinal: boolean,
  ): Uint8Array;
  /** Null when the header has another length. */
  secretstreamInitPull(header: Uint8Array, key: Uint8Array): StreamState | null;
  /** Null when the tag does not fit; then the state is as before. */
  secretstreamPull(
    state: StreamState,
    ciphertext: Uint8Array,
    associatedData: Uint8Array,
  ): { readonly message: Uint8Array; readonly isFinal: boolean } | null;
  /** Ed25519. */
  signKeypair(seed: Uint8Array): { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };
  sign(message: Uint8Array, privateKey: Uint8Array): Uint8Array;
  verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
  /** X25519, for sealed boxes. */
  boxKeypair(): { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
  /** crypto_box_seal: to whoever holds the secret half, from nobody in particular. */
  sealTo(plaintext: Uint8Array, publicKey: Uint8Array): Uint8Array;
  /** Null when it was sealed to another key, or changed. */
  openSealed(
    ciphertext: Uint8Array,
    keys: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array },
  ): Uint8Array | null;
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
    // The library's own call asks the same source for four bytes at a time: 20 times for one record.
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
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
    keyedHash: (length, message, key) => sodium.crypto_generichash(length, message, key),
    hashInit: (length) => sodium.crypto_generichash_init(null, length) as unknown as HashState,
    hashUpdate: (state, message) => {
      sodium.crypto_generichash_update(state as unknown as StateAddress, message);
    },
    hashFinal: (state, length) => sodium.crypto_generichash_final(state as unknown as StateAddress, length),
    secretstreamInitPush: (key) => {
      const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
      return { state: state as unknown as StreamState, header };
    },
    secretstreamPush: (state, message, associatedData, isFinal) =>
      sodium.crypto_secretstream_xchacha20poly1305_push(
        state as unknown as StateAddress,
        message,
        associatedData,
        isFinal
          ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
          : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE,
      ),
    secretstreamInitPull: (header, key) =>
      header.length === sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
        ? (sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key) as unknown as StreamState)
        : null,
    secretstreamPull: (state, ciphertext, associatedData) => {
      if (ciphertext.length < sodium.crypto_secretstream_xchacha20poly1305_ABYTES) return null;
      const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(
        state as unknown as StateAddress,
        ciphertext,
        associatedData,
      );
      if (pulled === false) return null;
      const isFinal = pulled.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;
      return { message: pulled.message, isFinal };
    },
    signKeypair: (seed) => {
      const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
      return { publicKey, privateKey };
    },
    sign: (message, privateKey) => sodium.crypto_sign_detached(message, privateKey),
    verify: (signature, message, publicKey) =>
      signature.length === sodium.crypto_sign_BYTES &&
      publicKey.length === sodium.crypto_sign_PUBLICKEYBYTES &&
      sodium.crypto_sign_verify_detached(signature, message, publicKey),
    boxKeypair: () => {
      const { publicKey, privateKey } = sodium.crypto_box_keypair();
      return { publicKey, secretKey: privateKey };
    },
    sealTo: (plaintext, publicKey) => sodium.crypto_box_seal(plaintext, publicKey),
    openSealed: (ciphertext, { publicKey, secretKey }) => {
      try {
        return sodium.crypto_box_seal_open(ciphertext, publicKey, secretKey);
      } catch {
        // As in `open`: the wrapper throws where the tag does not fit.
        return null;
      }
    },
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
      // Not `memzero`, which does the same byte by byte in script.
      for (const secret of secrets) secret.fill(0);
    },
  };
}
