/** Those who supervise or lead groups: whether their training holds, whom they carry, and what to look at. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import { membersOn } from '@shared/groups/sittings';
import type { Facilitator } from '@shared/records/facilitator/facilitator';
import type { StoredRecord } from '@shared/vault/vault-api';
import { isCurrentAssignment } from './agreements';

export type FacilitatorFlag =
  | 'training-expired'
  | 'training-runs-out-soon'
  | 'no-own-supervision'
  /** Line manager of somebody whom they supervise clinically or whose group they lead. Flagged, not barred. */
  | 'in-the-line'
  | 'too-many'
  | 'beyond-what-they-may-lead'
  | 'supervises-themself';

export interface FacilitatorState {
  readonly id: RecordId;
  readonly facilitator: Facilitator;
  readonly training: 'in-date' | 'soon' | 'expired' | 'not-said';
  readonly people: number;
  readonly groups: number;
  readonly flags: readonly FacilitatorFlag[];
}

export interface FacilitatorRequest {
  readonly facilitators: readonly StoredRecord<'facilitator'>[];
  readonly assignments: readonly StoredRecord<'supervision-assignment'>[];
  readonly groups: readonly StoredRecord<'reflective-group'>[];
  readonly asOf: LocalDate;
}

const soonDays = 60;

/** The day that training runs out is the first on which it no longer counts. */
export function trainingState(facilitator: Facilitator, asOf: LocalDate): FacilitatorState['training'] {
  const { trainingExpires } = facilitator;
  if (trainingExpires === null) return 'not-said';
  if (trainingExpires <= asOf) return 'expired';
  return trainingExpires <= addDays(asOf, soonDays) ? 'soon' : 'in-date';
}

/** Those who do this on the day, in the order given. */
export function facilitatorStates(request: FacilitatorRequest): FacilitatorState[] {
  const { facilitators, asOf } = request;
  const current = request.assignments
    .map(({ value }) => value)
    .filter((each) => isCurrentAssignment(each, asOf));
  const groups = request.groups
    .map(({ value }) => value)
    .filter(({ startedOn, endedOn }) => startedOn <= asOf && (endedOn === null || endedOn >= asOf));
  // The register may name somebody of the service twice: what counts is the person.
  const personOf = new Map(facilitators.map(({ id, value }) => [id, value.personId ?? id]));
  const lineManagersOf = new Map<RecordId, Set<RecordId>>();
  for (const { kind, personId, facilitatorId } of current) {
    if (kind !== 'line-management' || facilitatorId === null) continue;
    const managers = lineManagersOf.get(personId) ?? new Set();
    managers.add(personOf.get(facilitatorId) ?? facilitatorId);
    lineManagersOf.set(personId, managers);
  }
  return facilitators
    .filter(({ value }) => value.endedOn === null || value.endedOn >= asOf)
    .map(({ id, value }): FacilitatorState => {
      const self = value.personId ?? id;
      const theirs = current.filter(({ facilitatorId }) => facilitatorId === id);
      const led = groups.filter(({ facilitatorId }) => facilitatorId === id);
      const people = new Set(theirs.map(({ personId }) => personId));
      const manages = (personId: RecordId): boolean => lineManagersOf.get(personId)?.has(self) ?? false;
      const isInLine =
        theirs.some(({ kind, personId }) => kind === 'clinical' && manages(personId)) ||
        led.some((group) => membersOn(group, asOf).some(manages));
      const kinds = [...theirs.map(({ kind }) => kind), ...led.map(() => 'reflective-group' as const)];
      const training = trainingState(value, asOf);
      const flags: FacilitatorFlag[] = [];
      if (training === 'expired') flags.push('training-expired');
      if (training === 'soon') flags.push('training-runs-out-soon');
      if (value.hasOwnSupervision === false) flags.push('no-own-supervision');
      if (isInLine) flags.push('in-the-line');
      if (value.maxLoad !== null && people.size + led.length > value.maxLoad) flags.push('too-many');
      if (value.mayLead.length > 0 && kinds.some((kind) => !value.mayLead.includes(kind)))
        flags.push('beyond-what-they-may-lead');
      if (value.personId !== null && people.has(value.personId)) flags.push('supervises-themself');
      return { id, facilitator: value, training, people: people.size, groups: led.length, flags };
    });
}

/** People whose line manager is also their clinical supervisor on the day. */
export function sameLineAndClinical(request: Omit<FacilitatorRequest, 'groups'>): RecordId[] {
  const personOf = new Map(request.facilitators.map(({ id, value }) => [id, value.personId ?? id]));
  const byPerson = new Map<RecordId, { readonly line: Set<RecordId>; readonly clinical: Set<RecordId> }>();
  for (const { value } of request.assignments) {
    const { personId, facilitatorId, kind } = value;
    if (facilitatorId === null || kind === 'professional' || !isCurrentAssignment(value, request.asOf))
      continue;
    const both = byPerson.get(personId) ?? { line: new Set(), clinical: new Set() };
    (kind === 'clinical' ? both.clinical : both.line).add(personOf.get(facilitatorId) ?? facilitatorId);
    byPerson.set(personId, both);
  }
  return [...byPerson]
    .filter(([, { line, clinical }]) => [...line].some((id) => clinical.has(id)))
    .map(([id]) => id);
}
