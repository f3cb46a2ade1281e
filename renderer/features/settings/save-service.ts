/** Saves the service's details; where it is somewhere else from now on, its running plans follow in the same write. */
import { followNation } from '@shared/event-plans/follow-nation';
import { ok, type Result } from '@shared/kernel/result';
import type { Service } from '@shared/records/service/service';
import {
  newRecordId,
  type RecordError,
  type StoredRecord,
  type VaultClient,
  type VaultError,
  type Write,
} from '../../vault';

/** Answers how many steps of running plans got another day. */
export async function saveService(
  client: Pick<VaultClient, 'commit' | 'records' | 'whole'>,
  service: Service,
  stored: StoredRecord<'service'> | undefined,
): Promise<Result<number, VaultError | RecordError>> {
  const concerned =
    service.nation === stored?.value.nation
      ? []
      : client
          .records('event-plan')
          .filter(({ value }) => followNation(value, service.nation) !== null)
          .map(({ id }) => id);
  const plans = await client.whole('event-plan', concerned);
  if (!plans.ok) return plans;
  const writes: Write[] = [
    {
      type: 'put',
      kind: 'service',
      id: stored?.id ?? newRecordId(),
      baseRevision: stored?.revision ?? 0,
      value: service,
    },
  ];
  let moved = 0;
  for (const { id, revision, value } of plans.value) {
    const followed = followNation(value, service.nation);
    if (followed === null) continue;
    moved += followed.moved;
    writes.push({ type: 'put', kind: 'event-plan', id, baseRevision: revision, value: followed.plan });
  }
  const saved = await client.commit(writes);
  return saved.ok ? ok(moved) : saved;
}

export function followWords(moved: number): string {
  if (moved === 0) return '';
  return moved === 1
    ? ' 1 step of a running plan has another day now.'
    : ` ${moved} steps of running plans have another day now.`;
}
