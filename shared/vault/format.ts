/**
 * Names and numbers of format 1, kept for ever: docs/format.md explains each of them. All integers on disk are
 * big-endian. Nothing here may change; a change of format is a new magic and a new file beside this one.
 */
export const format = {
  version: 1,
  /** Start of every sealed record. */
  envelopeMagic: 'STE1',
  /** Start of the header file, which holds the key slots. */
  headerMagic: 'STH1',
  /** The only algorithm of this format: XChaCha20-Poly1305 (IETF). */
  algXChaCha: 1,
  context: {
    record: 'steading1/rec',
    recordKey: 'steading1/key',
    slot: 'steading1/slot',
    frame: 'steading1/frame',
  },
  /** Eight bytes, as crypto_kdf_derive_from_key wants them. */
  kdfContext: 'STEADVLT',
  /** Which subkey of the vault root key does what. 1 and 3 to 7 are kept for what is built on top. */
  subkey: { ring: 1, journal: 2, manifest: 3, blindIndex: 4, audit: 5, backup: 6, signSeed: 7, records: 8 },
  /** Files of this format are one segment; its number is bound into every frame. */
  segment: 1,
  keyBytes: 32,
  nonceBytes: 24,
  tagBytes: 16,
  vaultIdBytes: 16,
  recordIdBytes: 16,
  keyIdBytes: 16,
  saltBytes: 16,
  wrappedKeyBytes: 48,
  headerHashBytes: 32,
  frameHashBytes: 16,
  chainHashBytes: 32,
  maxFrameBytes: 64 * 1024 * 1024,
} as const;
