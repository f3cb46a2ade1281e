/**
 * Choosing who supervises or leads: out of the register, or somebody of the service who is not in it yet. Whoever is
 * chosen that way joins the register in the same commit.
 */
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Facilitator } from '@shared/records/facilitator/facilitator';
import { isInPost } from '@shared/supervision/coverage';
import type { StoredRecord } from '@shared/vault/vault-api';
import { unknownPerson, type NameOf } from './record-words';

export interface SupervisorOption {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** Marks the id of a person who joins the register when the form is saved. */
const joining = 'person:';

/** Somebody of the service as they are called now, somebody from outside as written. */
export function facilitatorName(facilitator: Facilitator, nameOf: NameOf): string {
  return facilitator.personId === null ? facilitator.name : (nameOf(facilitator.personId) ?? unknownPerson);
}

/** The register first, then everyone in post who is not in it. `keep` stays on offer though they have stopped. */
export function supervisorOptions(
  register: readonly StoredRecord<'facilitator'>[],
  people: readonly StoredRecord<'person'>[],
  today: LocalDate,
  keep: string,
): readonly SupervisorOption[] {
  const byId = new Map(people.map((person) => [person.id, person.value]));
  const nameOf: NameOf = (id) => byId.get(id)?.name ?? null;
  const byLabel = (left: SupervisorOption, right: SupervisorOption): number =>
    left.label.localeCompare(right.label, 'en-GB');
  const known = new Set(register.map(({ value }) => value.personId));
  const registered = register
    .filter(({ id, value }) => value.endedOn === null || value.endedOn >= today || id === keep)
    .map(({ id, value }) => ({
      value: id,
      label: facilitatorName(value, nameOf),
      detail: value.personId === null ? 'From outside' : (byId.get(value.personId)?.role ?? ''),
    }));
  const others = people
    .filter(({ id, value }) => !known.has(id) && isInPost(value, today))
    .map(({ id, value }) => ({
      value: `${joining}${id}`,
      label: value.name,
      detail: `${value.role}, joins the register`,
    }));
  return [...registered.sort(byLabel), ...others.sort(byLabel)];
}

/** Null when the value stands for nobody. */
export function chosenSupervisor(
  value: string,
  newId: () => RecordId,
): { readonly id: RecordId; readonly joins: Facilitator | null } | null {
  if (isRecordId(value)) return { id: value, joins: null };
  const personId = value.slice(joining.length);
  if (!value.startsWith(joining) || !isRecordId(personId)) return null;
  return { id: newId(), joins: { ...emptyFacilitator, personId } };
}

/** In the register, and nothing else said yet. */
const emptyFacilitator: Facilitator = {
  personId: null,
  name: '',
  baseProfession: '',
  years: null,
  training: '',
  trainedOn: null,
  trainingExpires: null,
  traumaKnowledge: 'not-said',
  hasGroupSkill: null,
  hasOwnSupervision: null,
  isOutsideLine: null,
  mayLead: [],
  maxLoad: null,
  endedOn: null,
};
