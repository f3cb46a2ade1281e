/** Wellbeing Plans as records: finding them, and what is written of them into journal and log. */
import { err, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import type { WellbeingPlan } from '@shared/records/wellbeing-plan/wellbeing-plan';
import type { VaultError } from '@shared/vault/errors';
import type { StoredRecord, Write } from '@shared/vault/vault-api';
import type { AuditNote } from '@shared/vault/vault-care';
import { readPlanContent, type PlanContent } from '@shared/wellbeing/plan-content';
import { fromBase64 } from './base64';
import { decodeSealedPlan, type SealedPlan } from './crypto/v1/owner-plan';
import { recordsOf } from './lists';
import type { OpenVault } from './load';

type Plan = StoredRecord<'wellbeing-plan'>;

/** None, or one that is damaged. */
export const noPlan = err({ tag: 'EnvelopeCorrupt', where: 'plan' } as const);

export function plansOf(current: OpenVault): readonly Plan[] {
  return recordsOf(current, { kind: 'wellbeing-plan' });
}

export function planOf(current: OpenVault, ownerId: RecordId): Plan | null {
  return plansOf(current).find(({ value }) => value.ownerId === ownerId) ?? null;
}

export function writeOf(id: RecordId, baseRevision: number, value: WellbeingPlan): Write {
  return { type: 'put', kind: 'wellbeing-plan', id, baseRevision, value };
}

export function editOf(ids: readonly RecordId[], detail?: string): AuditNote {
  const note = { event: 'edit', kind: 'wellbeing-plan', ids } as const;
  return detail === undefined ? note : { ...note, detail };
}

export function sealedOf({ value }: Plan): Result<SealedPlan, VaultError> {
  const bytes = fromBase64(value.sealed);
  return bytes === null ? noPlan : decodeSealedPlan(bytes);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Of whatever version it was sealed in. */
export function readContent(plaintext: Uint8Array): Result<PlanContent, VaultError> {
  const content = readPlanContent(JSON.parse(decoder.decode(plaintext)));
  if (content.ok) return content;
  return content.error.tag === 'ContentTooNew'
    ? err({ tag: 'EnvelopeTooNew', version: content.error.version })
    : noPlan;
}
