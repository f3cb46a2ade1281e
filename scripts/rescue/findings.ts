/** What of the records can be read, what cannot, and where else a whole copy is. */
import type { RecordId } from '@shared/kernel/ids';
import type { ManifestEntry } from '../../renderer/vault/worker/crypto/v1/manifest';
import { catalogueOf, type CatalogueParts, type Outcome } from './outcome';
import type { FrameSpot, RecordPlace, Records } from './records';
import type { RunReading } from './run-types';

export type UnreadableReason =
  /** A copy is there and its seal does not fit. */
  | 'damaged'
  /** The catalogue names it, and no copy is anywhere. */
  | 'missing'
  | 'no-key'
  /** In a backup with its whole keyring: its people were erased after it was made. */
  | 'erased'
  | 'newer-version';

export interface ReadRecord {
  readonly place: RecordPlace;
  /** Higher than its own where only an earlier version could be read. */
  readonly newestRevision: number;
  /** Found only inside damaged frames: its own seal fits, and when it was saved is not proven. */
  readonly isFromDamage: boolean;
}

export interface UnreadableRecord {
  readonly place: RecordPlace;
  readonly reason: UnreadableReason;
  readonly earlier: RecordPlace | null;
}

/** A version that a damaged piece cannot give any more. */
export interface Touched {
  readonly run: string;
  readonly place: RecordPlace;
  readonly copyIn: FrameSpot | null;
  /** A newer version of the record, which can be read. */
  readonly readRevision: number | null;
}

export interface SortedRecords {
  readonly read: readonly ReadRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly removed: readonly ManifestEntry[];
  readonly purged: number;
}

export function sortRecords(
  outcome: Outcome,
  records: Records,
  missingKeyMeans: 'no-key' | 'erased',
): SortedRecords {
  const read: ReadRecord[] = [];
  const unreadable: UnreadableRecord[] = [];
  const removed: ManifestEntry[] = [];
  let purged = 0;
  for (const entry of outcome.stands.values()) {
    if (entry.type === 'remove') removed.push(entry);
    else if (entry.type === 'purge') purged += 1;
    else {
      const best = records.best(entry.recordId);
      if (best !== null) {
        const copies = records.versionsOf(entry.recordId).get(best.revision)?.copies ?? [];
        const isFromDamage = copies.every(({ isCarved, state }) => isCarved || state !== 'read');
        read.push({ place: best, newestRevision: Math.max(entry.revision, best.revision), isFromDamage });
      }
      if (best !== null && best.revision >= entry.revision) continue;
      const reason = reasonOf(records, entry, missingKeyMeans);
      unreadable.push({ place: entry, reason, earlier: best });
    }
  }
  return { read, unreadable, removed, purged };
}

function reasonOf(
  records: Records,
  { recordId, revision }: ManifestEntry,
  missingKeyMeans: 'no-key' | 'erased',
): UnreadableReason {
  const copies = records.versionsOf(recordId).get(revision)?.copies ?? [];
  if (copies.some(({ state }) => state === 'no-key')) return missingKeyMeans;
  if (copies.some(({ state }) => state === 'newer')) return 'newer-version';
  return copies.length > 0 ? 'damaged' : 'missing';
}

/** What should be in a damaged run and cannot be read there. */
export function touchedBy(parts: CatalogueParts, reading: RunReading, records: Records): readonly Touched[] {
  if (reading.faults.length === 0) return [];
  const run = reading.plan.name;
  const wanted = new Map<RecordId, Map<number, RecordPlace>>();
  const want = (place: RecordPlace): void => {
    const versions = wanted.get(place.recordId) ?? new Map<number, RecordPlace>();
    wanted.set(place.recordId, versions.set(place.revision, place));
  };
  if (reading.plan.context === 'checkpoint') {
    for (const entry of catalogueOf(parts, reading)?.entries ?? []) if (entry.type === 'put') want(entry);
  }
  for (const id of records.ids()) {
    for (const { place, copies } of records.versionsOf(id).values()) {
      if (copies.some((copy) => copy.spot.run === run && copy.state === 'damaged')) want(place);
    }
  }
  return [...wanted].flatMap(([id, versions]) =>
    [...versions.values()].flatMap((place): Touched[] => {
      const copies = records.versionsOf(id).get(place.revision)?.copies ?? [];
      if (copies.some((copy) => copy.spot.run === run && copy.state !== 'damaged')) return [];
      const copyIn = copies.find((copy) => copy.state === 'read')?.spot ?? null;
      const best = records.best(id)?.revision ?? 0;
      return [{ run, place, copyIn, readRevision: best > place.revision ? best : null }];
    }),
  );
}
