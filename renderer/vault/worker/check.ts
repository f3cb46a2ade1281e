/**
 * Reads and opens everything there is of the vault and holds it against what is in memory. Nothing is written here:
 * `needs` says what mends it.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable } from '@shared/records/registry';
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import type { Finding, VaultPiece } from '@shared/vault/vault-care';
import { anchorVerdict } from './anchor';
import { checkKept } from './check-kept';
import { readCache, type Tail } from './cache';
import { cachePlaceOf } from './commit';
import { openEnvelope } from './crypto/v1/envelope';
import { chainHash, genesisHash, openFrame, openFrameAlone, type FrameOp } from './crypto/v1/frame';
import { decodeHeader } from './crypto/v1/header';
import { entryOf } from './crypto/v1/manifest';
import { openRing } from './crypto/v1/ring';
import { fileToVaultError } from './file-errors';
import { scanFrames } from './frame-scan';
import { placeOf, type OpenVault } from './load';
import type { VaultParts } from './vault-parts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly frames: number;
  readonly bytes: number;
  readonly needs: { readonly compact: boolean; readonly cache: boolean; readonly ring: boolean };
  /** What was saved since the checkpoint, for making the cache anew. */
  readonly tail: Tail;
}

interface Checking {
  readonly parts: VaultParts;
  readonly current: OpenVault;
  readonly findings: Finding[];
  /** Live records whose newest version was found whole in checkpoint or journal. */
  readonly whole: Set<RecordId>;
  readonly tail: Tail;
  frames: number;
  bytes: number;
}

export async function checkVault(
  parts: VaultParts,
  current: OpenVault,
): Promise<Result<Checked, VaultError>> {
  const checking: Checking = {
    parts,
    current,
    findings: [],
    whole: new Set(),
    tail: new Map(),
    frames: 0,
    bytes: 0,
  };
  const header = await checkHeader(checking);
  if (!header.ok) return header;
  const ring = await checkRing(checking);
  if (!ring.ok) return ring;
  const checkpoint = await checkCheckpoint(checking);
  if (!checkpoint.ok) return checkpoint;
  const journal = await checkJournal(checking);
  if (!journal.ok) return journal;
  const lost = checkRecords(checking);
  const kept = await checkKept(parts, current);
  if (!kept.ok) return kept;
  for (const { piece, problem } of kept.value)
    checking.findings.push(pieceFinding(piece, problem, 'checkpoint'));
  const isCacheWrong = await checkCache(checking);
  const anchor = await anchorVerdict(parts, current.header.vaultId, current.keys.manifestKey, {
    seq: current.journal.position().seq,
    headHash: current.journal.position().prevHash,
    root: current.contents.manifest.root(),
  });
  if (anchor === 'older' || anchor === 'altered')
    checking.findings.push(pieceFinding('anchor', anchor, null));
  const { findings, frames, bytes, tail } = checking;
  return ok({
    findings,
    frames,
    bytes,
    tail,
    needs: {
      compact: checkpoint.value || journal.value || lost || kept.value.length > 0,
      cache: isCacheWrong,
      ring: ring.value,
    },
  });
}

async function checkHeader({ parts, findings, current }: Checking): Promise<Result<void, VaultError>> {
  const read = await parts.files.readHeader();
  if (!read.ok) return err(fileToVaultError(read.error));
  const decoded = read.value === null ? null : decodeHeader(parts.sodium, read.value);
  const isOurs = decoded?.ok === true && areBytesEqual(decoded.value.vaultId, current.header.vaultId);
  if (!isOurs) findings.push(pieceFinding('keyring', decoded === null ? 'missing' : 'altered', null));
  return ok();
}

async function checkRing({ parts, findings, current }: Checking): Promise<Result<boolean, VaultError>> {
  const read = await parts.files.readRing();
  if (!read.ok) return err(fileToVaultError(read.error));
  const revisions = read.value.map((bytes) => {
    const opened =
      bytes === null ? null : openRing(parts.sodium, current.keys.ringKey, current.header.vaultId, bytes);
    return opened?.ok === true ? opened.value.revision : null;
  });
  let isWrong = false;
  for (const [index, revision] of revisions.entries()) {
    if (revision === current.keyring.revision()) continue;
    isWrong = true;
    const problem = read.value[index] === null ? 'missing' : revision === null ? 'altered' : 'older';
    findings.push(pieceFinding('keyring', problem, 'keyring'));
  }
  return ok(isWrong);
}

/** True when something in it is damaged. */
async function checkCheckpoint(checking: Checking): Promise<Result<boolean, VaultError>> {
  const { parts, current, findings } = checking;
  const { base } = current;
  if (base === null) return ok(false);
  // In one object, because the scan's callback sets them.
  const seen = { isWrong: false, isEnded: false };
  const { vaultId } = current.header;
  let prevHash = genesisHash(parts.sodium, vaultId, 'checkpoint', base.info.number);
  let next = 1;
  const scanned = await scanFrames(
    parts.sodium,
    (offset, maxBytes) => parts.files.readCheckpoint(base.info.number, offset, maxBytes),
    1,
    ({ frame, seq }) => {
      const opened = openFrameAlone(
        parts.sodium,
        current.keys.journalKey,
        vaultId,
        frame,
        'checkpoint',
        base.info.number,
      );
      checking.frames += 1;
      checking.bytes += frame.length;
      // The hash of a frame has no key: one that was made up fits it, and only its seal tells.
      const place = {
        vaultId,
        seq: next,
        prevHash,
        context: 'checkpoint',
        segment: base.info.number,
      } as const;
      const inChain = openFrame(parts.sodium, current.keys.journalKey, place, frame);
      if (!opened.ok || !inChain.ok) seen.isWrong = true;
      prevHash = chainHash(parts.sodium, frame);
      next = seq + 1;
      if (!opened.ok) return ok();
      for (const op of opened.value) {
        if (op.type === 'end') seen.isEnded = true;
        takeOp(checking, op);
      }
      return ok();
    },
  );
  if (!scanned.ok) {
    if (scanned.error.tag !== 'EnvelopeCorrupt' && scanned.error.tag !== 'StorageUnavailable') return scanned;
    findings.push(pieceFinding('checkpoint', 'missing', 'cache'));
    return ok(true);
  }
  const isDamaged = seen.isWrong || scanned.value.damagedFrame !== null || scanned.value.tornBytes > 0;
  if (!seen.isEnded) findings.push(pieceFinding('checkpoint', 'truncated', 'cache'));
  else if (isDamaged) findings.push(pieceFinding('checkpoint', 'altered', 'cache'));
  return ok(!seen.isEnded || isDamaged);
}

async function checkJournal(checking: Checking): Promise<Result<boolean, VaultError>> {
  const { parts, current, findings, tail } = checking;
  const { fromSegment, end, seq: lastSeq } = current.journal.position();
  const { vaultId } = current.header;
  const { sodium, files } = parts;
  let prevHash = current.base?.info.prevHash ?? genesisHash(sodium, vaultId);
  let next = (current.base?.info.seq ?? 0) + 1;
  const seen = { isWrong: false };
  const scanned = await scanFrames(
    sodium,
    (offset, maxBytes) => files.readJournal(fromSegment, offset, maxBytes),
    next,
    ({ frame, seq }) => {
      checking.frames += 1;
      checking.bytes += frame.length;
      const opened = openFrame(sodium, current.keys.journalKey, { vaultId, seq: next, prevHash }, frame);
      const alone = opened.ok ? opened : openFrameAlone(sodium, current.keys.journalKey, vaultId, frame);
      if (!opened.ok) seen.isWrong = true;
      prevHash = chainHash(sodium, frame);
      next = seq + 1;
      if (!alone.ok) return ok();
      for (const op of alone.value) {
        takeOp(checking, op);
        if (op.type === 'put' || op.type === 'remove' || op.type === 'purge') tail.set(op.recordId, op);
      }
      return ok();
    },
  );
  if (!scanned.ok) return scanned;
  const isShort = scanned.value.end < end || next - 1 < lastSeq;
  const isDamaged = seen.isWrong || scanned.value.damagedFrame !== null;
  if (isShort) findings.push(pieceFinding('journal', 'truncated', 'cache'));
  else if (isDamaged || scanned.value.tornBytes > 0)
    findings.push(pieceFinding('journal', 'altered', 'cache'));
  return ok(isShort || isDamaged);
}

/** Is it the newest version, to the byte, and does it open? */
function takeOp({ parts, current, whole }: Checking, op: FrameOp): void {
  if (op.type !== 'put') return;
  const { manifest } = current.contents;
  const entry = manifest.get(op.recordId);
  if (entry?.type !== 'put' || entry.revision !== op.revision) return;
  if (!areBytesEqual(entryOf(parts.sodium, op).hash, entry.hash)) return;
  const { keyring, header } = current;
  const opened = openEnvelope(parts.sodium, keyring.keysOf, placeOf(header.vaultId, op), op.envelope);
  if (opened.ok) parts.sodium.wipe(opened.value);
  if (opened.ok || opened.error.tag === 'EnvelopeTooNew') whole.add(op.recordId);
}

function checkRecords({ current, whole, findings }: Checking): boolean {
  const { manifest, bodies } = current.contents;
  let isLost = false;
  for (const { type, tableId, recordId } of manifest.entries()) {
    if (type !== 'put' || whole.has(recordId)) continue;
    const hasBody = bodies.has(recordId);
    isLost ||= hasBody;
    const piece: VaultPiece = current.base === null ? 'journal' : 'checkpoint';
    const copyIn = hasBody ? 'cache' : null;
    const kind = kindOfTable(tableId);
    findings.push({ piece, problem: 'missing', id: recordId, kind, copyIn, isMended: false });
  }
  return isLost;
}

async function checkCache(checking: Checking): Promise<boolean> {
  const { parts, current, findings, tail } = checking;
  const fresh = { manifest: current.contents.manifest, bodies: new Map<RecordId, Uint8Array>() };
  const found = await readCache(parts, cachePlaceOf(current), fresh, tail);
  const copyIn = current.base === null ? 'journal' : 'checkpoint';
  for (const id of found.wrongIds) {
    const entry = current.contents.manifest.get(id);
    const kind = entry === undefined ? null : kindOfTable(entry.tableId);
    const problem = entry === undefined ? 'extra' : 'altered';
    findings.push({ piece: 'cache', problem, id, kind, copyIn, isMended: false });
  }
  let missing = 0;
  for (const id of current.contents.bodies.keys()) {
    if (tail.has(id) || fresh.bodies.has(id)) continue;
    missing += 1;
    const entry = current.contents.manifest.get(id);
    const kind = entry === undefined ? null : kindOfTable(entry.tableId);
    findings.push({ piece: 'cache', problem: 'missing', id, kind, copyIn, isMended: false });
  }
  if (found.brokenSegments > 0) findings.push(pieceFinding('cache', 'altered', copyIn));
  return found.wrongRows + missing + found.brokenSegments + found.puts.length > 0;
}

function pieceFinding(piece: VaultPiece, problem: Finding['problem'], copyIn: VaultPiece | null): Finding {
  return { piece, problem, id: null, kind: null, copyIn, isMended: false };
}
