/** Every version of every record that was found, where its copies are and which of them can be read. */
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable } from '@shared/records/registry';
import { areBytesEqual } from '@shared/vault/bytes';
import { nobodyKeyId } from '@shared/vault/envelope-header';
import { format } from '@shared/vault/format';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { openEnvelope } from '../../renderer/vault/worker/crypto/v1/envelope';
import type { FrameOp } from '../../renderer/vault/worker/crypto/v1/frame';
import type { ManifestEntry } from '../../renderer/vault/worker/crypto/v1/manifest';
import type { Carved } from './mend';

export interface FrameSpot {
  readonly run: string;
  readonly isInJournal: boolean;
  readonly file: string;
  readonly frame: number;
}

export type CopyState = 'read' | 'damaged' | 'no-key' | 'newer';

export interface Copy {
  readonly spot: FrameSpot;
  readonly state: CopyState;
  /** It was found in a frame whose own seal does not fit any more. */
  readonly isCarved: boolean;
}

export type RecordPlace = Pick<FrameOp, 'tableId' | 'recordId' | 'revision' | 'schema' | 'savedAt'>;

export interface Version {
  readonly place: RecordPlace;
  readonly hash: Uint8Array;
  readonly copies: Copy[];
}

interface Best {
  readonly place: RecordPlace;
  readonly envelope: Uint8Array;
}

export interface Records {
  takePut(op: FrameOp, hash: Uint8Array, spot: FrameSpot): void;
  /** Whether its own seal fits; if not, it waits for `settle`. */
  takeCarved(carved: Carved, spot: FrameSpot): boolean;
  /** Tries what is left by the places that catalogues name for these very bytes. */
  settle(entries: Iterable<ManifestEntry>): void;
  versionsOf(id: RecordId): ReadonlyMap<number, Version>;
  /** The newest version that can be read. */
  best(id: RecordId): RecordPlace | null;
  /** The value as the JSON text that was sealed. */
  text(id: RecordId): string | null;
  ids(): Iterable<RecordId>;
}

/** A damaged number further ahead than this is not a revision. */
const likelySteps = 64;
const decoder = new TextDecoder('utf-8', { fatal: true });

export function createRecords(
  sodium: Sodium,
  vaultId: Uint8Array,
  keysOf: (keyId: Uint8Array) => readonly Uint8Array[],
): Records {
  const byId = new Map<RecordId, Map<number, Version>>();
  const best = new Map<RecordId, Best>();
  const waiting: { readonly carved: Carved; readonly spot: FrameSpot }[] = [];

  const read = (place: RecordPlace, envelope: Uint8Array): { state: CopyState; text: string | null } => {
    const { tableId, recordId, revision, schema } = place;
    const opened = openEnvelope(sodium, keysOf, { vaultId, tableId, recordId, revision, schema }, envelope);
    if (!opened.ok) {
      switch (opened.error.tag) {
        case 'RecordKeyMissing':
          return { state: 'no-key', text: null };
        case 'EnvelopeTooNew':
          return { state: 'newer', text: null };
        default:
          return { state: 'damaged', text: null };
      }
    }
    const text = jsonText(opened.value);
    sodium.wipe(opened.value);
    return { state: text === null ? 'damaged' : 'read', text };
  };

  const take = (
    place: RecordPlace,
    envelope: Uint8Array,
    hash: Uint8Array,
    state: CopyState,
    spot: FrameSpot,
    isCarved: boolean,
  ): void => {
    const versions = byId.get(place.recordId) ?? new Map<number, Version>();
    byId.set(place.recordId, versions);
    const version = versions.get(place.revision) ?? { place, hash, copies: [] };
    versions.set(place.revision, version);
    version.copies.push({ spot, state, isCarved });
    const newest = best.get(place.recordId)?.place.revision ?? 0;
    if (state === 'read' && place.revision > newest) {
      best.set(place.recordId, { place, envelope: envelope.slice() });
    }
  };
  const placeFrom = ({ tableId, recordId, revision, schema, savedAt }: RecordPlace): RecordPlace => ({
    tableId,
    recordId,
    revision,
    schema,
    savedAt,
  });

  return {
    takePut: (op, hash, spot) => {
      take(placeFrom(op), op.envelope, hash, read(op, op.envelope).state, spot, false);
    },
    takeCarved: (carved, spot) => {
      for (const envelope of carved.envelopes) {
        if (read(carved.place, envelope).state !== 'read') continue;
        const hash = sodium.hash(format.manifestHashBytes, envelope);
        take(carved.place, envelope, hash, 'read', spot, true);
        return true;
      }
      waiting.push({ carved, spot });
      return false;
    },
    settle: (entries) => {
      if (waiting.length === 0) return;
      const byHash = new Map<string, ManifestEntry>();
      const isKnown = new Set<string>();
      for (const entry of entries) {
        if (entry.type !== 'put') continue;
        byHash.set(hexOf(entry.hash), entry);
        isKnown.add(versionName(entry));
      }
      for (const { carved, spot } of waiting.splice(0)) {
        const named = carved.envelopes.flatMap((envelope) => {
          const hash = sodium.hash(format.manifestHashBytes, envelope);
          const entry = byHash.get(hexOf(hash));
          return entry === undefined ? [] : [{ place: placeFrom(entry), envelope, hash }];
        })[0];
        const envelope = named?.envelope ?? carved.envelopes[0] ?? new Uint8Array(0);
        const place = named?.place ?? carved.place;
        const { state } = named === undefined ? { state: 'damaged' as const } : read(place, envelope);
        const hash = named?.hash ?? new Uint8Array(format.manifestHashBytes);
        // What is damaged says of itself which record it is: told where it can be one of ours.
        const newest = Math.max(0, ...(byId.get(place.recordId)?.keys() ?? []));
        const isLikely = kindOfTable(place.tableId) !== null && place.revision <= newest + likelySteps;
        if (isLikely || isKnown.has(versionName(place))) take(place, envelope, hash, state, spot, true);
      }
    },
    versionsOf: (id) => byId.get(id) ?? new Map<number, Version>(),
    best: (id) => best.get(id)?.place ?? null,
    text: (id) => {
      const found = best.get(id);
      return found === undefined ? null : read(found.place, found.envelope).text;
    },
    ids: () => byId.keys(),
  };
}

function versionName({ recordId, revision }: Pick<RecordPlace, 'recordId' | 'revision'>): string {
  return `${recordId} ${String(revision)}`;
}

function jsonText(bytes: Uint8Array): string | null {
  try {
    const text = decoder.decode(bytes);
    JSON.parse(text);
    return text;
  } catch {
    return null;
  }
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The key for records of nobody in particular, and those of the keyring. */
export function keyFinder(
  recordsKey: Uint8Array,
  ring: readonly { readonly keyId: Uint8Array; readonly keys: readonly Uint8Array[] }[],
): (keyId: Uint8Array) => readonly Uint8Array[] {
  const byId = new Map(ring.map(({ keyId, keys }) => [hexOf(keyId), keys]));
  return (keyId) => (areBytesEqual(keyId, nobodyKeyId) ? [recordsKey] : (byId.get(hexOf(keyId)) ?? []));
}
