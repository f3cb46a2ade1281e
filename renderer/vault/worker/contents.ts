/**
 * What is in an unlocked vault: the manifest (what each id stands at) and the bodies that this version can read, as
 * the JSON bytes that were sealed. Values are parsed when they are asked for.
 */
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable, type KindName } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';
import type { Sodium } from './crypto/sodium';
import { auditHash } from './crypto/v1/audit';
import type { FrameOp } from './crypto/v1/frame';
import { decodeHead, type Head } from './crypto/v1/head';
import { entryOf, type Manifest, type ManifestEntry } from './crypto/v1/manifest';
import type { Keyring } from './keyring';
import { decodePayload } from './payload';

export interface AuditChain {
  count: number;
  head: Uint8Array;
  /** First index at which what was read does not follow from what came before. */
  brokenAt: number | null;
}

export interface Contents {
  readonly manifest: Manifest;
  /** Of live records only; a live record without one is sealed by a newer version, or not to be read. */
  readonly bodies: Map<RecordId, Uint8Array>;
  readonly audit: AuditChain;
}

export const auditGenesis = new Uint8Array(32);

/** Takes a frame's operations into the manifest and the chain. Answers with the frame's head, when it has one. */
export function applyFrame(
  sodium: Sodium,
  vaultId: Uint8Array,
  contents: Pick<Contents, 'manifest' | 'audit'>,
  ops: readonly FrameOp[],
  onRecord: (op: FrameOp, entry: ManifestEntry) => void,
): Head | null {
  let head: Head | null = null;
  for (const op of ops) {
    switch (op.type) {
      case 'put':
      case 'remove':
      case 'purge': {
        const entry = entryOf(sodium, op);
        contents.manifest.set(entry);
        onRecord(op, entry);
        break;
      }
      case 'audit':
        takeAudit(sodium, vaultId, contents.audit, op);
        break;
      case 'head':
        head = decodeHead(op.envelope);
        break;
      case 'checkpoint':
      case 'catalogue':
      case 'end':
        break;
    }
  }
  return head;
}

export function takeAudit(sodium: Sodium, vaultId: Uint8Array, chain: AuditChain, op: FrameOp): void {
  if (op.revision !== chain.count + 1) chain.brokenAt ??= chain.count + 1;
  chain.head = auditHash(sodium, vaultId, op.revision, chain.head, op.envelope);
  chain.count = op.revision;
}

/** The record as it stands, or null when this version cannot read it. */
export function storedRecord(entry: ManifestEntry, body: Uint8Array): StoredRecord | null {
  const { tableId, recordId: id, revision, schema, savedAt } = entry;
  const opened = decodePayload(tableId, schema, body);
  if (opened === null) return null;
  // The payload has passed this kind's schema.
  const value = opened.value as StoredRecord['value'];
  return { kind: opened.kind, id, revision, savedAt, value };
}

export function isOfKind(entry: ManifestEntry, kind: KindName): boolean {
  return kindOfTable(entry.tableId) === kind;
}

/** What the next frame says of the whole vault, after its operations were taken in. */
export function headOf({ manifest, audit }: Contents, keyring: Pick<Keyring, 'revision'>): Head {
  return {
    root: manifest.root(),
    ringRevision: keyring.revision(),
    auditCount: audit.count,
    auditHead: audit.head,
    liveCount: manifest.liveCount(),
  };
}
