/**
 * From the keys to everything in memory: keyring, newest whole checkpoint, journal behind it, cache. Each piece is
 * held against the others; what one lost is taken from where it still is, and the report says what that was.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable } from '@shared/records/registry';
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import type { Finding } from '@shared/vault/vault-care';
import type { UnlockReport } from '@shared/vault/vault-api';
import { anchorVerdict, createAnchorKeeper, type AnchorKeeper } from './anchor';
import { newestBackupRing } from './backup-ring';
import { findBase, readBaseBodies, type Base } from './base';
import { readCache, repairRows, type CacheFound, type CachePlace, type Tail } from './cache';
import { applyFrame, auditGenesis, headOf, type AuditChain, type Contents } from './contents';
import { openEnvelope } from './crypto/v1/envelope';
import { genesisHash, type FrameOp } from './crypto/v1/frame';
import { headOp, type Head } from './crypto/v1/head';
import type { VaultHeader } from './crypto/v1/header';
import type { VaultKeys } from './crypto/v1/keys';
import { aTurn, handOutlines, handTail, type OutlineStream } from './early-outlines';
import { isAsHanded } from './outlines';
import {
  openJournal,
  readJournalAhead,
  type Journal,
  type JournalAhead,
  type JournalStart,
  type OpenedJournal,
} from './journal';
import { readKeptBodies } from './kept-bodies';
import { openKeyring, type Keyring } from './keyring';
import { isReadable } from './payload';
import type { VaultParts } from './vault-parts';

/** An open vault: everything that the state machine works on. */
export interface OpenVault {
  header: VaultHeader;
  readonly keys: VaultKeys;
  readonly keyring: Keyring;
  readonly journal: Journal;
  readonly contents: Contents;
  readonly anchor: AnchorKeeper;
  /** The newest checkpoint; null before the first. */
  base: Base | null;
  /** Frames and bytes behind the checkpoint tell when the next one is due. */
  framesSinceBase: number;
  report: UnlockReport;
  /** A checkpoint has to be written soon: damage was healed, or an erasure did not end. */
  mustCompact: boolean;
  /** While a checkpoint is being written: what was saved since it began. */
  saved: Tail | null;
  /** Locked: the keys are about to be wiped, and nothing may be sealed any more. */
  isEnded: boolean;
  /** What has to be made anew in the background; the tail is what was saved since the checkpoint. */
  readonly remake: { readonly what: 'cache' | 'outlines'; readonly tail: Tail } | null;
  /** Whether the outlines that the page got meanwhile are what was found. */
  readonly isAsHanded: boolean;
}

const maxFindings = 500;

interface Loading {
  readonly parts: VaultParts;
  readonly header: VaultHeader;
  readonly keys: VaultKeys;
  readonly keyring: Keyring;
  readonly contents: Contents;
  readonly base: Base | null;
  readonly tail: Tail;
  /** What the tail's puts hold, of those that were opened for the page. */
  readonly openedTail: Map<FrameOp, Uint8Array>;
  readonly findings: Finding[];
}

/** `outlines` gets them before everything is checked; it fails when there is no whole set of them. */
export async function loadVault(
  parts: VaultParts,
  header: VaultHeader,
  keys: VaultKeys,
  outlines: OutlineStream,
): Promise<Result<OpenVault, VaultError>> {
  const { vaultId } = header;
  const ring = await openKeyring(parts, vaultId, keys, () => newestBackupRing(parts, vaultId, keys.ringKey));
  if (!ring.ok) return ring;
  const found = await findBase(parts, { vaultId, keys });
  if (!found.ok) return found;
  const { base, manifest, unusable, isDamaged } = found.value;
  const loading: Loading = {
    parts,
    header,
    keys,
    keyring: ring.value.keyring,
    contents: {
      manifest,
      bodies: new Map(),
      audit: {
        count: base?.info.auditCount ?? 0,
        head: base?.info.auditHead ?? auditGenesis,
        brokenAt: null,
      },
    },
    base,
    tail: new Map(),
    openedTail: new Map(),
    findings: [],
  };
  const { findings, contents, keyring, tail } = loading;
  const { problem } = ring.value;
  if (problem !== null) findings.push(pieceFinding('keyring', problem.problem, problem.copyIn));
  if (unusable.length > 0 || isDamaged) findings.push(pieceFinding('checkpoint', 'altered', 'journal'));

  const place: CachePlace = {
    vaultId,
    cacheKey: keyring.cacheKey(),
    checkpoint: base?.info.number ?? 0,
    root: base?.info.root ?? null,
  };
  const start = journalStartOf(loading);
  const ahead = readJournalAhead(parts, start);
  // Before the journal is gone through: the page reads them while the rest goes on here.
  const heads =
    place.root === null ? null : await handOutlines(parts, { ...place, root: place.root }, outlines, ahead);
  if (heads === null) outlines.fail();
  const replayed = await replayJournal(loading, start, ahead);
  if (!replayed.ok) return replayed;
  const { journal, tornBytes, damagedFrame, newestHead, frames } = replayed.value;
  const ringNeeded = newestHead?.ringRevision ?? base?.info.ringRevision ?? 0;
  if (keyring.revision() < ringNeeded) findings.push(pieceFinding('keyring', 'missing', null));
  if (newestHead !== null) checkLogEnd(contents.audit, newestHead);
  if (contents.audit.brokenAt !== null) findings.push(pieceFinding('log', 'altered', null));

  const handedOver =
    heads !== null && damagedFrame === null
      ? handTail(tail, heads, outlines, (op) => openForPage(loading, op))
      : null;
  if (handedOver === null) outlines.fail();
  else await aTurn();
  const cache = await readCache(parts, place, contents, tail);
  const salvaged = salvage(loading, cache);
  const isWhole = newestHead === null || areBytesEqual(newestHead.root, contents.manifest.root());
  if (damagedFrame !== null) {
    // Only when the newest frame's own root says that nothing is missing may the damage be passed over.
    if (newestHead === null || !isWhole)
      return err({ tag: 'EnvelopeCorrupt', where: `journal frame ${String(damagedFrame)}` });
    findings.push(pieceFinding('journal', 'altered', 'cache'));
  } else if (!isWhole && salvaged.length === 0) {
    findings.push(pieceFinding('journal', 'altered', null));
  }

  takeTailBodies(loading);
  const fromBase = await takeBaseBodies(loading);
  if (!fromBase.ok) return fromBase;

  if (damagedFrame === null) {
    const settled = await journal.settle();
    if (!settled.ok) return settled;
    // When the disk refuses, the rows stay where they are and the next unlock finds them again.
    if (salvaged.length > 0) {
      const savedAt = Math.max(...salvaged.map((op) => op.savedAt));
      await journal.append([...salvaged, headOp(journal.nextSeq(), savedAt, headOf(contents, keyring))]);
    }
  }
  const isToBeRemade = await mendCache(loading, place, cache, salvaged, fromBase.value.restored);
  const hasPending = finishErasures(loading);
  // A disk that takes no writes still lets everything be read; the next save tries again.
  if (keyring.isDirty()) await keyring.save();

  const { seq, prevHash: headHash } = journal.position();
  const state = { seq, headHash, root: contents.manifest.root() };
  const verdict = await anchorVerdict(parts, vaultId, keys.manifestKey, state);
  if (verdict === 'altered') findings.push(pieceFinding('anchor', 'altered', 'journal'));
  // What the cache gave back was told, and stands in fewer frames than before.
  const isOlderCopy = verdict === 'older' || (verdict === 'shorter' && salvaged.length === 0);
  let live = 0;
  for (const entry of contents.manifest.entries()) if (entry.type === 'put') live += 1;
  return ok({
    header,
    keys,
    keyring,
    journal,
    contents,
    anchor: createAnchorKeeper(parts, vaultId, keys.manifestKey),
    base,
    framesSinceBase: frames,
    report: {
      records: live,
      cacheRowsRepaired: cache.wrongRows + fromBase.value.restored,
      cacheWasEmpty: cache.wasEmpty,
      tornBytes,
      keptSealed: live - contents.bodies.size,
      savedFromCache: salvaged.length,
      isOlderCopy,
      findings: findings.slice(0, maxFindings),
    },
    mustCompact:
      damagedFrame !== null || hasPending || unusable.length > 0 || isDamaged || fromBase.value.lost > 0,
    saved: null,
    isEnded: false,
    remake: isToBeRemade
      ? { what: 'cache', tail }
      : base !== null && handedOver === null && damagedFrame === null
        ? { what: 'outlines', tail }
        : null,
    isAsHanded: handedOver !== null && isAsHanded(handedOver, contents),
  });
}

/** Kept for `takeTailBodies`, which needs the same. Null when it does not open: whether that matters is seen there. */
function openForPage({ parts, header, keyring, openedTail }: Loading, op: FrameOp): Uint8Array | null {
  const opened = openEnvelope(parts.sodium, keyring.keysOf, placeOf(header.vaultId, op), op.envelope);
  if (!opened.ok) return null;
  openedTail.set(op, opened.value);
  return opened.value;
}

/** Whoever cuts the log's end, sealing the frames anew, leaves the count that the newest frame names. */
function checkLogEnd(audit: AuditChain, head: Head): void {
  if (head.auditCount === audit.count && areBytesEqual(head.auditHead, audit.head)) return;
  audit.brokenAt ??= Math.min(head.auditCount, audit.count) + 1;
}

interface Replayed extends OpenedJournal {
  readonly newestHead: Head | null;
  readonly frames: number;
}

function journalStartOf({ parts, header, base }: Loading): JournalStart {
  return base === null
    ? { fromSegment: 1, seq: 0, prevHash: genesisHash(parts.sodium, header.vaultId) }
    : { fromSegment: base.info.firstSegment, seq: base.info.seq, prevHash: base.info.prevHash };
}

async function replayJournal(
  loading: Loading,
  start: JournalStart,
  ahead: JournalAhead,
): Promise<Result<Replayed, VaultError>> {
  const { parts, header, keys, contents, tail } = loading;
  const { vaultId } = header;
  const heads: Head[] = [];
  let frames = 0;
  const opened = await openJournal(
    parts,
    { vaultId, journalKey: keys.journalKey },
    start,
    (ops) => {
      frames += 1;
      const head = applyFrame(parts.sodium, vaultId, contents, ops, (op) => tail.set(op.recordId, op));
      // Only the newest counts; a frame of an older version has none, and then nothing can be held against it.
      heads.length = 0;
      if (head !== null) heads.push(head);
    },
    ahead,
  );
  if (!opened.ok) return opened;
  return ok({ ...opened.value, newestHead: heads[0] ?? null, frames });
}

/** Takes in what the cache has and the journal lost, exactly as it was: the row holds its own manifest entry. */
function salvage({ parts, header, contents, tail, keyring }: Loading, cache: CacheFound): readonly FrameOp[] {
  const { sodium } = parts;
  const taken = cache.later.filter((op) => {
    if (op.type !== 'put') return true;
    const body = openEnvelope(sodium, keyring.keysOf, placeOf(header.vaultId, op), op.envelope);
    if (body.ok) sodium.wipe(body.value);
    return body.ok;
  });
  applyFrame(sodium, header.vaultId, contents, taken, (op) => tail.set(op.recordId, op));
  return taken;
}

/** Opens what was saved since the checkpoint. What a newer version sealed, or whose key is gone, stays closed. */
function takeTailBodies(loading: Loading): void {
  const { parts, header, contents, tail, openedTail, keyring, findings } = loading;
  for (const [id, op] of tail) {
    contents.bodies.delete(id);
    const body = openedTail.get(op);
    // The page has it already, so it was one that this version reads.
    if (body !== undefined) contents.bodies.set(id, body);
    if (body !== undefined || op.type !== 'put') continue;
    if (takeBody(parts, header.vaultId, keyring, contents, op)) continue;
    findings.push(recordFinding(contents, id, 'journal', 'unreadable', null));
  }
}

/**
 * Opens one put into the bodies. False when it does not open although its frame is whole: its key was replaced since,
 * or somebody who has the journal's key made it up. Then nothing is taken, and the rest of the vault opens all the same.
 */
export function takeBody(
  { sodium }: Pick<VaultParts, 'sodium'>,
  vaultId: Uint8Array,
  keyring: Keyring,
  contents: Contents,
  op: FrameOp,
): boolean {
  const opened = openEnvelope(sodium, keyring.keysOf, placeOf(vaultId, op), op.envelope);
  if (!opened.ok) return opened.error.tag !== 'EnvelopeCorrupt';
  if (isReadable(op.tableId, op.schema, opened.value)) contents.bodies.set(op.recordId, opened.value);
  return true;
}

export function placeOf(
  vaultId: Uint8Array,
  { tableId, recordId, revision, schema }: Pick<FrameOp, 'tableId' | 'recordId' | 'revision' | 'schema'>,
): Parameters<typeof openEnvelope>[2] {
  return { vaultId, tableId, recordId, revision, schema };
}

/** What the cache did not have of the checkpoint, from the checkpoint's own file. */
async function takeBaseBodies(
  loading: Loading,
): Promise<Result<{ readonly restored: number; readonly lost: number }, VaultError>> {
  const { parts, header, keys, contents, base, tail, keyring, findings } = loading;
  if (base === null) return ok({ restored: 0, lost: 0 });
  const wanted = new Set<RecordId>();
  for (const entry of contents.manifest.entries()) {
    const { recordId, type } = entry;
    if (type === 'put' && !contents.bodies.has(recordId) && !tail.has(recordId)) wanted.add(recordId);
  }
  if (wanted.size === 0) return ok({ restored: 0, lost: 0 });
  const before = contents.bodies.size;
  const place = { vaultId: header.vaultId, keys };
  const take = (op: FrameOp): void => {
    if (!takeBody(parts, header.vaultId, keyring, contents, op))
      findings.push(recordFinding(contents, op.recordId, 'checkpoint', 'unreadable', null));
  };
  const read = await readBaseBodies(parts, place, base, contents.manifest, wanted, take);
  if (!read.ok) return read;
  if (wanted.size > 0) {
    await readKeptBodies(parts, place, base, contents.manifest, wanted, (op) => {
      findings.push(recordFinding(contents, op.recordId, 'checkpoint', 'altered', 'journal'));
      take(op);
    });
  }
  for (const id of wanted) findings.push(recordFinding(contents, id, 'checkpoint', 'missing', null));
  return ok({ restored: contents.bodies.size - before, lost: read.value });
}

/** True when all of it has to be made anew: that takes a while, and nobody has to wait for it. */
async function mendCache(
  { parts, contents, base, tail, findings }: Loading,
  place: CachePlace,
  cache: CacheFound,
  salvaged: readonly FrameOp[],
  restored: number,
): Promise<boolean> {
  // A cache that is empty was lost whole: said once, in the report's own field.
  if (!cache.wasEmpty || salvaged.length > 0) {
    for (const id of cache.wrongIds) {
      if (!salvaged.some((op) => op.recordId === id))
        findings.push(
          recordFinding(contents, id, 'cache', 'altered', base === null ? 'journal' : 'checkpoint'),
        );
    }
  }
  for (const op of salvaged)
    findings.push(recordFinding(contents, op.recordId, 'journal', 'truncated', 'cache'));
  if (cache.brokenSegments > 0) findings.push(pieceFinding('cache', 'altered', 'checkpoint'));
  if (base !== null && (restored > 0 || cache.brokenSegments > 0)) return true;
  if (salvaged.length > 0) {
    await repairRows(parts.store, await readCache(parts, place, contents, tail));
  } else {
    await repairRows(parts.store, cache);
  }
  return false;
}

/** An erasure that was stopped after its records went: the keys go now. */
function finishErasures({ contents, keyring }: Loading): boolean {
  const erased = new Set<RecordId>();
  for (const entry of contents.manifest.entries()) {
    if (entry.type === 'purge' && kindOfTable(entry.tableId) === 'person') erased.add(entry.recordId);
  }
  const isHeld = erased.size > 0 && keyring.holdsAnyOf(erased);
  if (isHeld) keyring.dropPeople(erased);
  return isHeld || keyring.hasOldKeys();
}

function pieceFinding(
  piece: Finding['piece'],
  problem: Finding['problem'],
  copyIn: Finding['copyIn'],
): Finding {
  return { piece, problem, id: null, kind: null, copyIn, isMended: copyIn !== null };
}

function recordFinding(
  contents: Pick<Contents, 'manifest'>,
  id: RecordId,
  piece: Finding['piece'],
  problem: Finding['problem'],
  copyIn: Finding['copyIn'],
): Finding {
  const entry = contents.manifest.get(id);
  const kind = entry === undefined ? null : kindOfTable(entry.tableId);
  return {
    piece,
    problem: entry === undefined ? 'extra' : problem,
    id,
    kind,
    copyIn,
    isMended: copyIn !== null,
  };
}
