/**
 * A save is in the journal before it is in the cache. So a cache row that opens as a later revision than the
 * journal has was saved, and the journal's end was lost since (a damaged last frame, a file restored from an older
 * copy). Its seal proves table, revision and schema; nothing that does not open is ever taken.
 */
import type { RecordId } from '@shared/kernel/ids';
import { kindNames, recordKinds } from '@shared/records/registry';
import type { EnvelopePlace } from '@shared/vault/envelope-header';
import type { Sodium } from './crypto/sodium';
import { openEnvelope } from './crypto/v1/envelope';
import type { FrameOp } from './crypto/v1/frame';
import type { LastOps } from './live-records';

/** How far ahead of the journal a row may be: what was lost is the end of the journal, not months. */
const revisionsAhead = 4;
/** A cache full of another vault's rows must not make unlock slow. */
const maxTries = 20_000;

export function salvageFromCache(
  sodium: Sodium,
  recordsKey: Uint8Array,
  vaultId: Uint8Array,
  lastOps: LastOps,
  strangers: readonly { readonly id: RecordId; readonly envelope: Uint8Array }[],
): readonly FrameOp[] {
  let tries = 0;
  const lastSavedAt = Math.max(0, ...[...lastOps.values()].map((op) => op.savedAt));
  const salvaged: FrameOp[] = [];
  for (const { id, envelope } of strangers) {
    const known = lastOps.get(id);
    for (const place of candidates(vaultId, id, known)) {
      tries += 1;
      if (tries > maxTries) return salvaged;
      const opened = openEnvelope(sodium, recordsKey, place, envelope);
      if (!opened.ok) continue;
      sodium.wipe(opened.value);
      const { tableId, revision, schema } = place;
      // When it was saved stood in the lost frame; the newest time that is left is the nearest to it.
      salvaged.push({ type: 'put', tableId, recordId: id, revision, schema, savedAt: lastSavedAt, envelope });
      break;
    }
  }
  return salvaged;
}

function candidates(vaultId: Uint8Array, recordId: RecordId, known: FrameOp | undefined): EnvelopePlace[] {
  const kinds = kindNames
    .map((name) => recordKinds[name])
    .filter((kind) => known === undefined || kind.tableId === known.tableId);
  const places: EnvelopePlace[] = [];
  const from = (known?.revision ?? 0) + 1;
  for (const { tableId, schemaVersion } of kinds) {
    for (let revision = from; revision < from + revisionsAhead; revision += 1) {
      for (let schema = 1; schema <= schemaVersion; schema += 1) {
        places.push({ vaultId, tableId, recordId, revision, schema });
      }
    }
  }
  return places;
}
