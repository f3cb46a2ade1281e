/**
 * Outlines: every record without its long texts. They are sealed beside the cache whenever that is made anew, and at
 * unlock they reach the page before the whole vault has been read and checked. Afterwards what was handed over is held
 * against the manifest; when it is not the same, the page asks for all of it again.
 */
import type { RecordId } from '@shared/kernel/ids';
import { kindNames, kindOfTable } from '@shared/records/registry';
import { asciiBytes } from '@shared/vault/bytes';
import { encodeOutlines, outlineFormat, type OutlineRow } from '@shared/vault/outline-codec';
import type { StoredOutline } from '@shared/vault/vault-api';
import type { CacheDep, Tail } from './cache';
import type { Contents } from './contents';
import type { Sodium } from './crypto/sodium';
import type { FrameOp } from './crypto/v1/frame';
import type { ManifestEntry } from './crypto/v1/manifest';
import { openOutlineSegment, sealOutlineSegment, type OutlineHead } from './crypto/v1/outline-segment';
import { decodePayload, kindByName } from './payload';
import type { SealedSegment } from './store/sealed-store';

export const outlineRows = 512;

const encoder = new TextEncoder();

/** One batch: UTF-8 of what `encodeOutlines` writes. */
export type OutlineJson = Uint8Array<ArrayBuffer>;

export interface OutlinesPlace {
  readonly vaultId: Uint8Array;
  readonly cacheKey: Uint8Array;
  readonly root: Uint8Array;
}

/** A newer or older version of the app reads values, or their packing, otherwise: its outlines do not open here. */
export function kindsHash(sodium: Sodium): Uint8Array {
  const text = kindNames
    .map((name) => {
      const { tableId, schemaVersion, longFields = [] } = kindByName(name);
      return [tableId, schemaVersion, ...longFields].join(' ');
    })
    .join('\n');
  return sodium.hash(32, asciiBytes(`${String(outlineFormat)}\n${text}`));
}

/** Null when this version cannot read it. */
export function outlineOf(
  { tableId, recordId: id, revision, schema, savedAt }: Pick<ManifestEntry, OutlineField>,
  body: Uint8Array,
): StoredOutline | null {
  const opened = decodePayload(tableId, schema, body);
  if (opened === null) return null;
  const { longFields = [] } = kindByName(opened.kind);
  // The payload has passed this kind's schema, and each value was parsed for this caller alone.
  const value = opened.value as Record<string, unknown>;
  for (const field of longFields) Reflect.deleteProperty(value, field);
  return { kind: opened.kind, id, revision, savedAt, value: value as unknown as StoredOutline['value'] };
}

type OutlineField = 'tableId' | 'recordId' | 'revision' | 'schema' | 'savedAt';

/** Kinds one behind the other, so that what the first screens need comes in one run. */
export async function* outlineSegmentsOf(
  { sodium, segmentSeal }: Pick<CacheDep, 'sodium' | 'segmentSeal'>,
  place: OutlinesPlace,
  contents: Pick<Contents, 'manifest' | 'bodies'>,
  isEnded: () => boolean,
): AsyncGenerator<SealedSegment> {
  const entries = [...contents.manifest.entries()].filter(({ recordId }) => contents.bodies.has(recordId));
  entries.sort((a, b) => a.tableId - b.tableId);
  const segments = Math.ceil(entries.length / outlineRows);
  const kinds = kindsHash(sodium);
  for (let number = 1; number <= segments; number += 1) {
    // After a lock the cache key is zeros.
    if (isEnded()) return;
    const heads: OutlineHead[] = [];
    const rows: StoredOutline[] = [];
    for (const entry of entries.slice((number - 1) * outlineRows, number * outlineRows)) {
      const body = contents.bodies.get(entry.recordId);
      const row = body === undefined ? null : outlineOf(entry, body);
      if (row === null) continue;
      heads.push({ recordId: entry.recordId, revision: entry.revision });
      rows.push(row);
    }
    const json = encoder.encode(encodeOutlines(rows));
    const where = { ...place, kinds, segment: number, segments };
    const bytes = await sealOutlineSegment(segmentSeal, place.cacheKey, where, { heads, json });
    sodium.wipe(json);
    yield { number, bytes };
  }
}

/** What was handed to the page before everything was checked. */
export interface HandedOver {
  readonly heads: readonly (() => readonly OutlineHead[] | null)[];
  /** Saved or removed since the checkpoint: these were handed over as the journal has them. */
  readonly tail: ReadonlyMap<RecordId, Pick<FrameOp, 'type' | 'revision'>>;
}

/**
 * Hands out each batch as soon as it is open. Null when that was no whole set of them for this root: then what was handed
 * out is to be thrown away, and the page waits for everything.
 */
export async function readOutlines(
  { sodium, segmentSeal, store }: CacheDep,
  place: OutlinesPlace,
  onBatch: (batch: OutlineJson) => void,
): Promise<HandedOver['heads'] | null> {
  const kinds = kindsHash(sodium);
  const heads: (() => readonly OutlineHead[] | null)[] = [];
  const found = { seen: 0, opened: 0, segments: 0, isWhole: true };
  const read = await store.readSegments('outlines', async ({ number, bytes }) => {
    found.seen += 1;
    found.isWhole &&= number === found.seen;
    if (!found.isWhole) return;
    const where = { vaultId: place.vaultId, root: place.root, kinds, segment: number };
    const opened = await openOutlineSegment(segmentSeal, place.cacheKey, where, bytes);
    found.isWhole &&= opened !== null;
    if (opened === null || !found.isWhole) return;
    found.segments = opened.segments;
    found.opened += 1;
    heads[number - 1] = opened.heads;
    onBatch(opened.json);
  });
  const isComplete = read.ok && found.isWhole && found.segments > 0 && found.opened === found.segments;
  return isComplete ? heads : null;
}

/** What was saved since, over what the segments say. Null when one of them cannot be read. */
export function tailBatch(tail: Tail, openBody: (op: FrameOp) => Uint8Array | null): OutlineJson | null {
  const rows: OutlineRow[] = [];
  for (const [id, op] of tail) {
    const kind = kindOfTable(op.tableId);
    if (kind === null) return null;
    if (op.type !== 'put') {
      rows.push({ kind, id, revision: 0, savedAt: 0, value: null });
      continue;
    }
    const body = openBody(op);
    const row = body === null ? null : outlineOf(op, body);
    if (row === null) return null;
    rows.push(row);
  }
  return encoder.encode(encodeOutlines(rows));
}

/** Whether the page has exactly what stands, now that everything has been read and checked. */
export function isAsHanded({ heads, tail }: HandedOver, { manifest, bodies }: Contents): boolean {
  let live = 0;
  for (const [id, { type, revision }] of tail) {
    const entry = manifest.get(id);
    if (entry?.type !== type || entry.revision !== revision) return false;
    if (type === 'put' && !bodies.has(id)) return false;
    if (type === 'put') live += 1;
  }
  for (const readHeads of heads) {
    const segment = readHeads();
    if (segment === null) return false;
    for (const { recordId, revision } of segment) {
      if (tail.has(recordId)) continue;
      const entry = manifest.get(recordId);
      if (entry?.type !== 'put' || entry.revision !== revision || !bodies.has(recordId)) return false;
      live += 1;
    }
  }
  return live === bodies.size;
}

/** Out of an open vault. */
export function outlineBatches({ manifest, bodies }: Contents): readonly OutlineJson[] {
  const rows: StoredOutline[] = [];
  for (const [id, body] of bodies) {
    const entry = manifest.get(id);
    const row = entry === undefined ? null : outlineOf(entry, body);
    if (row !== null) rows.push(row);
  }
  return [encoder.encode(encodeOutlines(rows))];
}
