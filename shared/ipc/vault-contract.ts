/** The vault's own files: sealed bytes in and out, for each of the two vaults. */
import { bytesSchema, z } from '@shared/kernel/zod';

export const vaultName = z.enum(['main', 'demo']);
export const nothing = z.strictObject({});
export const maxChunkBytes = 64 * 1024 * 1024;
export const sized = (max: number) => bytesSchema.refine((bytes) => bytes.length <= max, 'too many bytes');

const offset = z.int().min(0);
const maxBytes = z.int().min(1).max(maxChunkBytes);
/** Of a segment or a checkpoint: six digits in its file name. */
const fileNumber = z.int().min(1).max(999_999);
const span = z.strictObject({ bytes: bytesSchema, end: offset });
const inVault = z.strictObject({ vault: vaultName });
const anchorName = z.string().regex(/^[0-9a-f]{32}$/);
/** Header and ring have none: 0 there. */
const pieceNumber = z.int().min(0).max(999_999);
const piece = z.enum(['header', 'ring', 'checkpoint']);

const maxHeaderBytes = 64 * 1024;
const maxRingBytes = 16 * 1024 * 1024;

export const vaultContract = {
  'vault.readHeader': { request: inVault, reply: z.strictObject({ bytes: bytesSchema.nullable() }) },
  'vault.writeHeader': { request: inVault.extend({ bytes: sized(maxHeaderBytes) }), reply: nothing },
  'vault.readRing': {
    request: inVault,
    reply: z.strictObject({ copies: z.tuple([bytesSchema.nullable(), bytesSchema.nullable()]) }),
  },
  'vault.writeRing': { request: inVault.extend({ bytes: sized(maxRingBytes) }), reply: nothing },
  'vault.journalStart': {
    request: inVault,
    reply: z.strictObject({ firstSegment: fileNumber, lastSegment: fileNumber }),
  },
  'vault.readJournal': {
    request: inVault.extend({ fromSegment: fileNumber, offset, maxBytes }),
    reply: span,
  },
  'vault.appendFrame': {
    request: inVault.extend({
      fromSegment: fileNumber,
      offset,
      frame: sized(maxChunkBytes),
      newSegment: z.boolean(),
    }),
    reply: z.strictObject({ end: offset, segment: fileNumber }),
  },
  'vault.cutTail': { request: inVault.extend({ fromSegment: fileNumber, offset }), reply: nothing },
  'vault.dropSegments': { request: inVault.extend({ before: fileNumber }), reply: nothing },
  'vault.listCheckpoints': { request: inVault, reply: z.strictObject({ numbers: z.array(fileNumber) }) },
  'vault.readCheckpoint': { request: inVault.extend({ number: fileNumber, offset, maxBytes }), reply: span },
  'vault.writeCheckpoint': {
    request: inVault.extend({ number: fileNumber, offset, bytes: sized(maxChunkBytes) }),
    reply: nothing,
  },
  'vault.readCheckpointPart': {
    request: inVault.extend({ number: fileNumber, offset, maxBytes }),
    reply: span,
  },
  'vault.finishCheckpoint': { request: inVault.extend({ number: fileNumber }), reply: nothing },
  'vault.dropCheckpoint': { request: inVault.extend({ number: fileNumber }), reply: nothing },
  'vault.readAnchor': {
    request: inVault.extend({ name: anchorName }),
    reply: z.strictObject({ bytes: bytesSchema.nullable() }),
  },
  'vault.writeAnchor': { request: inVault.extend({ name: anchorName, bytes: sized(4096) }), reply: nothing },
  /** Only the made-up vault can be erased from the page. */
  'vault.eraseDemo': { request: nothing, reply: nothing },
  /** The databases of the quick copies, for when one of them can neither be opened nor deleted from the page. */
  'vault.clearCache': { request: nothing, reply: nothing },
  'restore.begin': { request: inVault, reply: nothing },
  'restore.write': {
    request: inVault.extend({ piece, number: pieceNumber, offset, bytes: sized(maxChunkBytes) }),
    reply: nothing,
  },
  'restore.read': { request: inVault.extend({ piece, number: pieceNumber, offset, maxBytes }), reply: span },
  'restore.finish': { request: inVault, reply: nothing },
  /** Vaults that restores moved aside, by when that was; the oldest first. */
  'restore.aside': { request: inVault, reply: z.strictObject({ movedAt: z.array(z.int()) }) },
  /** All of them, their keys first. */
  'restore.deleteAside': { request: inVault, reply: nothing },
} as const;
