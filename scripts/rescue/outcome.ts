/** What the vault stands at, from everything that was read, and whether anything says that it is not all. */
import type { RecordId } from '@shared/kernel/ids';
import { areBytesEqual } from '@shared/vault/bytes';
import type { CheckpointInfo } from '../../renderer/vault/worker/crypto/v1/checkpoint';
import type { VaultKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import {
  createManifest,
  type Manifest,
  type ManifestEntry,
} from '../../renderer/vault/worker/crypto/v1/manifest';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { createAuditTrail, type AuditOutcome } from './audit-trail';
import type { Records, Version } from './records';
import type { Fault, RunFrame, RunReading } from './run-types';

export interface Catalogue {
  readonly info: CheckpointInfo;
  readonly entries: readonly ManifestEntry[];
  readonly isRootRight: boolean;
}

export interface Outcome {
  /** Ids and what each stands at. */
  readonly stands: ReadonlyMap<RecordId, ManifestEntry>;
  /** `untold`: nothing that was read says what the whole should be. */
  readonly root: 'fits' | 'differs' | 'untold';
  /** Live records that the newest frame or checkpoint speaks of; null when none says. */
  readonly liveTold: number | null;
  readonly base: CheckpointInfo | null;
  readonly lastSeq: number | null;
  /** Chain hash of a journal frame that was read or that the checkpoint ends with. */
  readonly hashOf: (seq: number) => Uint8Array | null;
  /** What was read begins behind earlier frames that are elsewhere. */
  readonly isFragment: boolean;
  /** Revision of the keyring that goes with it; 0 when nobody says. */
  readonly ringRevision: number;
  readonly audit: AuditOutcome;
  readonly faults: readonly Fault[];
}

export interface OutcomeParts {
  readonly sodium: Sodium;
  readonly vaultId: Uint8Array;
  readonly keys: Pick<VaultKeys, 'manifestKey' | 'auditKey'>;
  readonly records: Records;
  readonly readings: readonly RunReading[];
  /** A whole vault: frames that are not there are missing. A part of one may begin anywhere. */
  readonly isWholeVault: boolean;
}

export function resolveOutcome(parts: OutcomeParts): Outcome {
  const { sodium, vaultId, keys, records, readings, isWholeVault } = parts;
  const checkpoints = readings
    .filter(({ plan }) => plan.context === 'checkpoint')
    .sort((a, b) => b.plan.segment - a.plan.segment);
  const catalogues = checkpoints.map((reading) => ({ reading, catalogue: catalogueOf(parts, reading) }));
  const usable =
    catalogues.find(({ catalogue }) => catalogue?.isRootRight === true) ??
    catalogues.find(({ catalogue }) => catalogue !== null);
  const base = usable?.catalogue ?? null;

  const faults: Fault[] = readings.flatMap((reading) => reading.faults);
  const journal = journalFrames(readings);
  const behind = journal.filter(({ frame }) => frame.seq > (base?.info.seq ?? 0));
  const [first] = behind;
  const isFragment = base === null && !isWholeVault && first !== undefined && first.frame.seq > 1;
  faults.push(...gapsBetween(behind, isFragment ? null : (base?.info ?? null), isFragment, faults));

  const manifest = createManifest(sodium, { vaultId, manifestKey: keys.manifestKey });
  for (const entry of base?.entries ?? []) manifest.set(entry);
  for (const { frame } of behind) for (const entry of frame.entries) manifest.set(entry);
  const last = behind.at(-1)?.frame;
  const wanted = last === undefined ? (base?.info.root ?? null) : (last.head?.root ?? null);
  const isSure = !isFragment && wanted !== null && areBytesEqual(manifest.root(), wanted);
  records.settle([...catalogues.flatMap(({ catalogue }) => catalogue?.entries ?? []), ...manifest.entries()]);
  const lastSeq = last?.seq ?? base?.info.seq ?? 0;
  if (isSure) addTornEnd(manifest, records, lastSeq);
  else addEvidence(manifest, readings, records);
  const fits = wanted !== null && (isSure || areBytesEqual(manifest.root(), wanted));
  const stands = new Map([...manifest.entries()].map((entry) => [entry.recordId, entry]));

  const audit = createAuditTrail({ sodium, vaultId, auditKey: keys.auditKey }, !isFragment);
  if (base !== null && usable !== undefined) {
    for (const frame of usable.reading.frames) audit.frame(frame);
    audit.claim(base.info);
  }
  for (const { frame } of behind) audit.frame(frame);

  const liveInBase = last === undefined && base !== null ? liveIn(base.entries) : null;
  const liveTold = last?.head?.liveCount ?? liveInBase;
  return {
    stands,
    root: isFragment || wanted === null ? 'untold' : fits ? 'fits' : 'differs',
    liveTold: isFragment ? null : liveTold,
    base: base?.info ?? null,
    lastSeq: last?.seq ?? base?.info.seq ?? null,
    hashOf: (seq) =>
      behind.find(({ frame }) => frame.seq === seq)?.frame.hash ??
      (base?.info.seq === seq ? base.info.prevHash : null),
    isFragment,
    ringRevision: last?.head?.ringRevision ?? base?.info.ringRevision ?? 0,
    audit: audit.outcome(),
    faults,
  };
}

function liveIn(entries: readonly ManifestEntry[]): number {
  return entries.filter((entry) => entry.type === 'put').length;
}

export interface CatalogueParts {
  readonly sodium: Sodium;
  readonly vaultId: Uint8Array;
  readonly keys: Pick<VaultKeys, 'manifestKey'>;
}

/** From its beginning or, when that is damaged, from the copy at its end. */
export function catalogueOf(
  { sodium, vaultId, keys }: CatalogueParts,
  { frames }: RunReading,
): Catalogue | null {
  let info: CheckpointInfo | null = null;
  let entries: ManifestEntry[] = [];
  for (const frame of frames) {
    if (frame.info !== null) {
      info = frame.info;
      entries = [];
    }
    entries.push(...frame.catalogue);
    if (info === null || entries.length !== info.recordCount) continue;
    const manifest = createManifest(sodium, { vaultId, manifestKey: keys.manifestKey });
    for (const entry of entries) manifest.set(entry);
    return { info, entries, isRootRight: areBytesEqual(manifest.root(), info.root) };
  }
  return null;
}

interface JournalFrame {
  readonly run: string;
  readonly frame: RunFrame;
  readonly places: () => Fault['places'];
}

/** In the order of their numbers; of two with one number the one that follows from the frame before. */
function journalFrames(readings: readonly RunReading[]): readonly JournalFrame[] {
  const bySeq = new Map<number, JournalFrame>();
  for (const { plan, frames } of readings) {
    if (plan.context !== 'frame') continue;
    for (const frame of frames) {
      const known = bySeq.get(frame.seq);
      const before = bySeq.get(frame.seq - 1);
      const follows = before !== undefined && areBytesEqual(before.frame.hash, frame.prevHash);
      if (known !== undefined && !follows) continue;
      const places = (): Fault['places'] => plan.source.locate(frame.at, frame.end);
      bySeq.set(frame.seq, { run: plan.name, frame, places });
    }
  }
  return [...bySeq.values()].sort((a, b) => a.frame.seq - b.frame.seq);
}

/** Frames that are in no file, and a beginning that does not go on from the checkpoint. */
function gapsBetween(
  frames: readonly JournalFrame[],
  base: CheckpointInfo | null,
  isFragment: boolean,
  known: readonly Fault[],
): readonly Fault[] {
  const gaps: Fault[] = [];
  let expected = isFragment ? (frames[0]?.frame.seq ?? 1) : (base?.seq ?? 0) + 1;
  const isTold = (from: number, to: number): boolean => {
    for (let seq = from; seq <= to; seq += 1) {
      if (!known.some(({ frames: of }) => of !== null && of[0] <= seq && seq <= of[1])) return false;
    }
    return true;
  };
  for (const { run, frame, places } of frames) {
    if (frame.seq > expected && !isTold(expected, frame.seq - 1)) {
      gaps.push({ run, kind: 'missing', places: [], frames: [expected, frame.seq - 1], carved: 0 });
    } else if (base !== null && frame.seq === base.seq + 1 && !areBytesEqual(frame.prevHash, base.prevHash)) {
      gaps.push({ run, kind: 'order', places: places(), frames: [frame.seq, frame.seq], carved: 0 });
    }
    expected = frame.seq + 1;
  }
  return gaps;
}

/** Whatever else was found, newer than what the frames in order say. */
function addEvidence(manifest: Manifest, readings: readonly RunReading[], records: Records): void {
  const consider = (entry: ManifestEntry): void => {
    if (entry.revision > (manifest.get(entry.recordId)?.revision ?? 0)) manifest.set(entry);
  };
  for (const { frames } of readings) {
    for (const frame of frames) {
      frame.entries.forEach(consider);
      frame.catalogue.forEach(consider);
    }
  }
  for (const id of records.ids()) {
    for (const version of records.versionsOf(id).values()) consider(entryOfVersion(version));
  }
}

/** What was found in a last frame that is not whole: sealed by this vault, and newer than all that is whole. */
function addTornEnd(manifest: Manifest, records: Records, lastSeq: number): void {
  for (const id of records.ids()) {
    for (const version of records.versionsOf(id).values()) {
      const isTorn = version.copies.every(
        ({ isCarved, spot }) => isCarved && spot.isInJournal && spot.frame > lastSeq,
      );
      const standing = manifest.get(id)?.revision ?? 0;
      if (isTorn && version.place.revision > standing) manifest.set(entryOfVersion(version));
    }
  }
}

function entryOfVersion({ place, hash }: Version): ManifestEntry {
  return { type: 'put', ...place, hash };
}
