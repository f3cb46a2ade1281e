/**
 * "Look around with made-up data": a second vault beside the person's own, made anew each time. It opens with
 * words that stand on the screen, because it keeps nothing that needs keeping.
 */
import { err, type Result } from '@shared/kernel/result';
import type { RecordError, VaultError } from '@shared/vault/errors';
import { desktop } from '../platform';
import { newRecordId, type VaultClient } from '../vault';

export const demoPassphrase = 'made-up data';

/** Leaves the demo vault open and filled; an older one goes first. */
export async function openDemo(client: VaultClient): Promise<Result<void, VaultError | RecordError>> {
  const { buildDemoWrites } = await import('@shared/demo/demo-data');
  await client.lock();
  const erased = await desktop['vault.eraseDemo']({});
  if (!erased.ok) return err({ tag: 'StorageUnavailable', code: erased.error.tag });
  const made = await client.create(demoPassphrase);
  if (!made.ok) return made;
  const saved = await client.commit(buildDemoWrites(newRecordId));
  if (!saved.ok) return saved;
  return { ok: true, value: undefined };
}

/** Shuts it and takes its files away. */
export async function leaveDemo(client: VaultClient): Promise<void> {
  await client.lock();
  await desktop['vault.eraseDemo']({});
}
