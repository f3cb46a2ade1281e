/** Whom supervision does not reach, kind by kind: a line manager does not stand in for clinical supervision. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { isCurrentAssignment } from '@shared/supervision/agreements';
import type { Access, PersonAccess } from '@shared/supervision/access';
import type { SupervisionAssignment } from '@shared/records/supervision-assignment/supervision-assignment';
import { groupBy } from '@shared/statistics/days';
import type { StoredRecord } from '@shared/vault/vault-api';

export interface Gap {
  readonly key: string;
  readonly who: PersonAccess;
  readonly said: SupervisionAssignment;
}

export interface Gaps {
  /** Said that there is nobody, with the reason; clinical first. */
  readonly said: readonly Gap[];
  /** Nobody named in any kind, and no reason given. */
  readonly notSaid: readonly PersonAccess[];
  /** Named in another kind, and nothing said about clinical supervision. */
  readonly notSaidClinical: readonly PersonAccess[];
  /** Entitled people with a named clinical supervisor. */
  readonly clinicalNamed: number;
}

const order = { clinical: 0, professional: 1, 'line-management': 2 } as const;

export function accessGaps(
  access: Pick<Access, 'people' | 'notSaid'>,
  assignments: readonly StoredRecord<'supervision-assignment'>[],
  asOf: LocalDate,
): Gaps {
  const current = groupBy(
    assignments.filter(({ value }) => isCurrentAssignment(value, asOf)),
    ({ value }) => value.personId,
  );
  const entitled = access.people.filter(({ isEntitled }) => isEntitled);
  const ofKind = (id: RecordId): readonly StoredRecord<'supervision-assignment'>[] =>
    (current.get(id) ?? []).filter(({ value }) => value.kind === 'clinical');
  const isNotSaid = new Set(access.notSaid.map(({ id }) => id));
  return {
    said: entitled
      .flatMap((who) =>
        (current.get(who.id) ?? [])
          .filter(({ value }) => value.noSupervisorReason !== null)
          .map(({ id, value }): Gap => ({ key: id, who, said: value })),
      )
      .sort(
        (left, right) =>
          order[left.said.kind] - order[right.said.kind] ||
          left.who.person.name.localeCompare(right.who.person.name, 'en-GB'),
      ),
    notSaid: access.notSaid,
    notSaidClinical: entitled.filter(({ id }) => ofKind(id).length === 0 && !isNotSaid.has(id)),
    clinicalNamed: entitled.filter(({ id }) => ofKind(id).some(({ value }) => value.facilitatorId !== null))
      .length,
  };
}
