import { addDays } from '@shared/kernel/local-date';
import type { Agreement } from '@shared/records/agreement/agreement';
import type { SupervisionAssignment } from '@shared/records/supervision-assignment/supervision-assignment';
import type { StoredRecord } from '@shared/vault/vault-api';
import { succession, type Succession } from '../access/succession';

/** Names the supervisor of an agreement from its first day. That nobody was named before ends with it. */
export function namingWith(
  { personId, kind, facilitatorId, startedOn }: Agreement,
  assignments: readonly StoredRecord<'supervision-assignment'>[],
): { readonly assignment: SupervisionAssignment; readonly ends: Succession['ends'] } {
  const nobodyBefore = assignments
    .filter(({ value }) => value.personId === personId && value.kind === kind && value.facilitatorId === null)
    .map(({ id, value }) => ({ id, from: value.from, until: value.until }));
  // An entry holds for a day at least: the name begins on the next.
  const from = nobodyBefore
    .filter(({ until }) => until === null || until >= startedOn)
    .reduce((day, span) => (span.from >= day ? addDays(span.from, 1) : day), startedOn);
  return {
    assignment: {
      personId,
      kind,
      facilitatorId,
      noSupervisorReason: null,
      reasonWords: '',
      from,
      until: null,
    },
    ends: succession(nobodyBefore, from).ends,
  };
}
