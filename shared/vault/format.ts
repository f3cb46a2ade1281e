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
  /** Start of the keyring file. */
  ringMagic: 'STR1',
  /** Start of the anchor, which is kept outside the vault's folder. */
  anchorMagic: 'STA1',
  /** Start of a backup, and of the keyring beside it. */
  backupMagic: 'STB1',
  backupKeysMagic: 'STK1',
  /** Start of a Wellbeing Plan's own content, which its owner's passphrase opens. */
  ownerPlanMagic: 'STP1',
  /** The only algorithm of this format: XChaCha20-Poly1305 (IETF). */
  algXChaCha: 1,
  context: {
    record: 'steading1/rec',
    recordKey: 'steading1/key',
    slot: 'steading1/slot',
    frame: 'steading1/frame',
    checkpoint: 'steading1/checkpoint',
    ring: 'steading1/ring',
    bucket: 'steading1/bucket',
    root: 'steading1/root',
    audit: 'steading1/audit',
    cache: 'steading1/cache',
    outline: 'steading1/outline',
    segmentKey: 'steading1/segment-key',
    anchor: 'steading1/anchor',
    backup: 'steading1/backup',
    backupSignature: 'steading1/backup-signature',
    ownerPlan: 'steading1/owner-plan',
    ownerPlanKey: 'steading1/owner-plan-key',
  },
  /** Eight bytes, as crypto_kdf_derive_from_key wants them. */
  kdfContext: 'STEADVLT',
  /** Which subkey of the vault root key does what. 4 is kept for what may be built on top. */
  subkey: {
    ring: 1,
    journal: 2,
    manifest: 3,
    blindIndex: 4,
    audit: 5,
    backup: 6,
    signSeed: 7,
    records: 8,
    bundleSeed: 9,
  },
  /** Bound into every frame of the journal, whichever file it is in; in a checkpoint it is the checkpoint's number. */
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
  /** Of the manifest: an envelope's hash, a bucket's, the root. */
  manifestHashBytes: 32,
  buckets: 256,
  /** Entries in one catalogue operation at most. */
  catalogueEntries: 4096,
  anchorNameBytes: 16,
  backupIdBytes: 16,
  backupChunkBytes: 65_536,
  streamHeaderBytes: 24,
  /** What the sealed stream adds to each chunk. */
  streamTagBytes: 17,
  signatureBytes: 64,
  signPublicKeyBytes: 32,
} as const;
