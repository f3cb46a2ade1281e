/** Records with every field, of every kind: what a copy, a merge or an export is worked out from. */
import { ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { kindNames, type KindName } from '@shared/records/registry';
import type { AnyRecord } from '@shared/retention/redact';
import type { StoredOutline, VaultClient, VaultError } from '../vault';

/** Those that `wanted` lets through: it sees the outline, which leaves long texts out. */
export async function wholeRecords(
  vault: VaultClient,
  wanted: (record: StoredOutline) => boolean = () => true,
): Promise<Result<readonly AnyRecord[], VaultError>> {
  const all: AnyRecord[] = [];
  for (const kind of kindNames) {
    const ids = idsOf(vault, kind, wanted);
    if (ids.length === 0) continue;
    const found = await vault.whole(kind, ids);
    if (!found.ok) return found;
    // Each is of the kind that was asked for; TypeScript does not tie the two through the loop.
    all.push(...(found.value as readonly AnyRecord[]));
  }
  return ok(all);
}

function idsOf(
  vault: VaultClient,
  kind: KindName,
  wanted: (record: StoredOutline) => boolean,
): readonly RecordId[] {
  return vault
    .records(kind)
    .filter((record) => wanted(record))
    .map(({ id }) => id);
}
