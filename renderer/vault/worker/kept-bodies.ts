/**
 * What cache and newest checkpoint have both lost may still be in the generation before: the older checkpoint and the
 * journal up to the newest. The newest catalogue says which version it has to be, to the byte.
 */
import type { RecordId } from '@shared/kernel/ids';
import { ok } from '@shared/kernel/result';
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { scanCheckpoint, type Base, type BaseDep, type BaseKeys } from './base';
import { openFrameAlone, type FrameOp } from './crypto/v1/frame';
import { entryOf, type Manifest } from './crypto/v1/manifest';
import { scanFrames } from './frame-scan';

/** Takes out of `wanted` what it hands out. What cannot be read there is passed over: nothing else depends on it. */
export async function readKeptBodies(
  dep: BaseDep & { readonly files: Pick<VaultFilesDep, 'readJournal'> },
  place: BaseKeys,
  base: Base,
  manifest: Manifest,
  wanted: Set<RecordId>,
  onPut: (op: FrameOp) => void,
): Promise<void> {
  const { sodium, files } = dep;
  const take = (ops: readonly FrameOp[]): void => {
    for (const op of ops) {
      if (op.type !== 'put' || !wanted.has(op.recordId)) continue;
      const entry = manifest.get(op.recordId);
      if (entry === undefined || !areBytesEqual(entryOf(sodium, op).hash, entry.hash)) continue;
      wanted.delete(op.recordId);
      onPut(op);
    }
  };
  const listed = await files.listCheckpoints();
  for (const number of listed.ok ? listed.value : []) {
    if (number === base.info.number || wanted.size === 0) continue;
    await scanCheckpoint(dep, place, number, (ops) => {
      take(ops);
      return ok();
    });
  }
  const start = await files.journalStart();
  if (!start.ok || start.value.firstSegment >= base.info.firstSegment || wanted.size === 0) return;
  await scanFrames(
    sodium,
    (offset, maxBytes) => files.readJournal(start.value.firstSegment, offset, maxBytes),
    1,
    ({ frame }) => {
      const opened = openFrameAlone(sodium, place.keys.journalKey, place.vaultId, frame);
      if (opened.ok) take(opened.value);
      return ok();
    },
  );
}
