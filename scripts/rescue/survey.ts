/** Opens everything that was found with the vault's keys and puts together what there is to say of it. */
import { err, ok, type Result } from '@shared/kernel/result';
import { areBytesEqual } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { createCheckpointReader } from '../../renderer/vault/worker/crypto/v1/checkpoint';
import { genesisHash, openFrameAlone } from '../../renderer/vault/worker/crypto/v1/frame';
import type { VaultKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import type { Ring } from '../../renderer/vault/worker/crypto/v1/ring';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { checkAnchor, type AnchorCheck } from './anchor-check';
import { readBackupBody, type BackupHead } from './backup-body';
import { sortRecords, touchedBy, type SortedRecords, type Touched } from './findings';
import { resolveOutcome, type Outcome } from './outcome';
import type { NamedSource, NumberedSource, Pieces, Scope } from './pieces';
import { createRecords, keyFinder, type Records } from './records';
import { newestRing, readRings, type RingCopy } from './rings';
import { readRun } from './run-reading';
import type { Fault, RunPlan, RunReading } from './run-types';
import { frameAt } from './scan';
import { joinSources, type ByteSource, type FilePlace } from './sources';

export interface SurveyParts {
  readonly sodium: Sodium;
  readonly vaultId: Uint8Array;
  readonly keys: VaultKeys;
  readonly pieces: Pieces;
  readonly head: BackupHead | null;
  readonly isKeyFileDamaged: boolean;
  /** The keyring was named by hand: that there is one copy is no damage. */
  readonly isRingGiven: boolean;
  /** Bytes of the anchor; null when there is none. */
  readonly anchor: Uint8Array | null;
  /** Of the disk, once everything was read. */
  readonly refused: readonly FilePlace[];
}

export interface Survey extends SortedRecords {
  readonly scope: Scope;
  readonly vaultId: Uint8Array;
  readonly readings: readonly RunReading[];
  readonly outcome: Outcome;
  readonly anchor: AnchorCheck;
  readonly records: Records;
  readonly rings: readonly RingCopy[];
  readonly ring: Ring | null;
  readonly isRingOlder: boolean;
  readonly isCopyMissing: boolean;
  readonly isKeyFileDamaged: boolean;
  readonly backup: BackupHead | null;
  readonly touched: readonly Touched[];
  readonly faults: readonly Fault[];
  readonly isDamaged: boolean;
  readonly isNewer: boolean;
}

export type SurveyError = 'another-vault' | 'newer' | 'nothing';

export function survey(parts: SurveyParts): Result<Survey, SurveyError> {
  const { sodium, vaultId, keys, pieces, head } = parts;
  const ringParts = { sodium, vaultId, ringKey: keys.ringKey, backupId: head?.backupId ?? null };
  const rings = readRings(ringParts, pieces.rings);
  const ring = newestRing(rings);
  const records = createRecords(sodium, vaultId, keyFinder(keys.recordsKey, ring?.entries ?? []));
  const { plans, faults } = plansOf(parts, rings);
  const { journalKey } = keys;
  const readings = plans.map((plan) => {
    const reading = readRun({ sodium, vaultId, journalKey, records }, plan);
    const isWhole = plan.context === 'frame' || reading.faults.length > 0 || isCheckpointWhole(parts, plan);
    if (isWhole) return reading;
    const unfinished: Fault = {
      run: plan.name,
      kind: 'unfinished',
      places: plan.source.locate(plan.source.size, plan.source.size),
      frames: null,
      carved: 0,
    };
    return { ...reading, faults: [unfinished] };
  });
  const isAnyOpen = readings.some((reading) => reading.frames.length > 0) || [...records.ids()].length > 0;
  const isAnyByte = plans.some((plan) => plan.source.size > 0);
  if (isAnyByte && !isAnyOpen) {
    if (readings.some((reading) => reading.faults.some(({ kind }) => kind === 'newer'))) return err('newer');
    if (readings.some((reading) => reading.foreign > 0)) return err('another-vault');
    if (pieces.scope !== 'vault' && pieces.scope !== 'backup') return err('nothing');
  }

  const outcome = resolveOutcome({
    sodium,
    vaultId,
    keys,
    records,
    readings,
    isWholeVault: pieces.scope === 'vault',
  });
  const anchor = checkAnchor(sodium, keys.manifestKey, vaultId, parts.anchor, outcome);
  const isRingOlder = ring === null ? outcome.ringRevision > 0 : ring.revision < outcome.ringRevision;
  const isRingWhole = !isRingOlder && rings.some(({ state }) => state === 'whole');
  const missingKeyMeans = pieces.scope === 'backup' && isRingWhole ? 'erased' : 'no-key';
  const sorted = sortRecords(outcome, records, missingKeyMeans);
  const empty = [...pieces.segments, ...pieces.checkpoints].filter(({ source }) => source.size === 0);
  for (const { name } of empty) {
    const places = [{ file: name, from: 0, to: 0 }];
    faults.push({ run: name, kind: 'empty', places, frames: null, carved: 0 });
  }
  const disk = parts.refused.map((place): Fault => ({
    run: place.file,
    kind: 'disk',
    places: [place],
    frames: null,
    carved: 0,
  }));
  const all = [...faults, ...outcome.faults, ...disk];
  const touched = readings.flatMap((reading) => touchedBy(parts, reading, records));
  const isCopyMissing = pieces.scope === 'vault' && rings.length === 1 && !parts.isRingGiven;
  const isRingDamaged =
    isRingOlder || isCopyMissing || rings.some(({ state }) => state !== 'whole' && state !== 'newer');
  const isDamaged =
    parts.isKeyFileDamaged ||
    isRingDamaged ||
    all.some(({ kind }) => kind !== 'newer') ||
    (anchor.tag !== 'none' && anchor.tag !== 'fits') ||
    outcome.root === 'differs' ||
    outcome.audit.broken.length > 0 ||
    sorted.unreadable.some(({ reason }) => reason !== 'newer-version' && reason !== 'erased');
  const isNewer =
    rings.some(({ state }) => state === 'newer') ||
    all.some(({ kind }) => kind === 'newer') ||
    sorted.unreadable.some(({ reason }) => reason === 'newer-version');
  return ok({
    scope: pieces.scope,
    vaultId,
    readings,
    outcome,
    anchor,
    records,
    rings,
    ring,
    isRingOlder,
    isCopyMissing,
    isKeyFileDamaged: parts.isKeyFileDamaged,
    backup: head,
    ...sorted,
    touched,
    faults: all,
    isDamaged,
    isNewer,
  });
}

function plansOf(
  parts: SurveyParts,
  rings: readonly RingCopy[],
): { readonly plans: readonly RunPlan[]; readonly faults: Fault[] } {
  const { sodium, vaultId, keys, pieces, head } = parts;
  const plans: RunPlan[] = pieces.checkpoints.map((piece) => checkpointPlan(parts, piece, [piece.number]));
  for (const run of runsOf(pieces.segments)) {
    const first =
      run[0]?.number === 1
        ? { seq: 1, prevHash: genesisHash(sodium, vaultId) }
        : { seq: null, prevHash: null };
    const source = joinSources(run.map((segment) => segment.source));
    plans.push({ name: 'journal', context: 'frame', segment: format.segment, source, first });
  }
  if (pieces.unnamed !== null) plans.push(unnamedPlan(parts, pieces.unnamed));
  if (pieces.backup === null || head === null) return { plans, faults: [] };
  const { name, source } = pieces.backup;
  const otherId = rings.find(({ backupId }) => backupId !== null)?.backupId ?? null;
  const body = readBackupBody({ sodium, name, source, head, keys, otherId });
  const inside = { name, source: body.plain };
  return { plans: [...plans, checkpointPlan(parts, inside, [head.checkpoint, 1])], faults: [...body.faults] };
}

/** A missing number ends a run: nothing is read over a gap. */
function runsOf(segments: readonly NumberedSource[]): readonly (readonly NumberedSource[])[] {
  const runs: NumberedSource[][] = [];
  for (const segment of segments) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.number === segment.number - 1) run.push(segment);
    else runs.push([segment]);
  }
  return runs;
}

const mostCheckpoints = 100_000;
const prevHashAt = 12;

/** The number is in every seal and in no clear part; but the first frame's link is made of it. */
function checkpointPlan(
  { sodium, vaultId }: SurveyParts,
  { name, source }: { readonly name: string; readonly source: ByteSource },
  likely: readonly number[],
): RunPlan {
  const link = source.read(prevHashAt, format.chainHashBytes);
  const fits = (number: number): boolean =>
    areBytesEqual(genesisHash(sodium, vaultId, 'checkpoint', number), link);
  let segment = likely.find(fits) ?? null;
  if (frameAt(sodium, source, 0) !== null) {
    for (let number = 1; segment === null && number <= mostCheckpoints; number += 1) {
      if (fits(number)) segment = number;
    }
  }
  segment ??= likely[0] ?? 1;
  const first = { seq: 1, prevHash: genesisHash(sodium, vaultId, 'checkpoint', segment) };
  return { name, context: 'checkpoint', segment, source, first };
}

function unnamedPlan(parts: SurveyParts, piece: NamedSource): RunPlan {
  const { sodium, vaultId, keys } = parts;
  const frame = frameAt(sodium, piece.source, 0)?.frame ?? new Uint8Array(0);
  const plan = checkpointPlan(parts, piece, [1]);
  const opened = openFrameAlone(sodium, keys.journalKey, vaultId, frame, plan.context, plan.segment);
  if (opened.ok) return plan;
  const first = { seq: null, prevHash: null };
  return { name: piece.name, context: 'frame', segment: format.segment, source: piece.source, first };
}

const readBytes = 4 * 1024 * 1024;

/** As the app takes it: every frame in its place, the end where it says that it is. */
function isCheckpointWhole({ sodium, vaultId, keys }: SurveyParts, { source, segment }: RunPlan): boolean {
  const reader = createCheckpointReader(sodium, { vaultId, journalKey: keys.journalKey, number: segment });
  for (let at = 0; at < source.size; at += readBytes) {
    if (!reader.push(source.read(at, readBytes)).ok) return false;
  }
  return reader.finish().ok;
}
