/** Offers to the people affected, and whether the plan may close. Only the offer and the answer are kept. */
import type { RecordId } from '@shared/kernel/ids';
import type { AffectedPerson, Contact, EventPlan, PhaseId } from '@shared/records/event-plan/event-plan';

export function contactOf(person: AffectedPerson, phaseId: PhaseId): Contact {
  return (
    person.contacts.find((contact) => contact.phaseId === phaseId) ?? {
      phaseId,
      status: 'not-yet-asked',
      on: null,
      by: '',
    }
  );
}

/** Records the answer of one person in one phase, in place of an earlier one. */
export function recordContact(plan: EventPlan, personId: RecordId, contact: Contact): EventPlan {
  return mapPerson(plan, personId, (person) => {
    const others = person.contacts.filter(({ phaseId }) => phaseId !== contact.phaseId);
    return { ...person, contacts: contact.status === 'not-yet-asked' ? others : [...others, contact] };
  });
}

/** Why somebody has no answer at four weeks ("on long leave"). An empty reason takes it back. */
export function setNoContactReason(plan: EventPlan, personId: RecordId, reason: string): EventPlan {
  return mapPerson(plan, personId, (person) => ({ ...person, noContactReason: reason.trim() }));
}

/**
 * Replaces the list of people affected; those who stay keep their answers. The caller shows who is taken off,
 * as their answers go with them.
 */
export function setAffected(
  plan: EventPlan,
  people: readonly { readonly personId: RecordId; readonly closeness: AffectedPerson['closeness'] }[],
): EventPlan {
  const before = new Map(plan.affected.map((person) => [person.personId, person]));
  const affected = people.map(({ personId, closeness }): AffectedPerson => {
    const known = before.get(personId);
    return known ? { ...known, closeness } : { personId, closeness, contacts: [], noContactReason: '' };
  });
  return { ...plan, affected };
}

/** Whether nothing is left to ask of this person in this phase. A reason stands in for the answer at four weeks only. */
export function isContactLogged(person: AffectedPerson, phaseId: PhaseId): boolean {
  const isReasoned = phaseId === 'day-28' && person.noContactReason.trim() !== '';
  return isReasoned || contactOf(person, phaseId).status !== 'not-yet-asked';
}

/**
 * A plan closes only when the four-week contact of every affected person is logged (offered, accepted or
 * declined), or a reason is given for its absence. `waitingFor` says whose is missing.
 */
export function canClose(plan: EventPlan): {
  readonly canClose: boolean;
  readonly waitingFor: readonly RecordId[];
} {
  const waitingFor = plan.affected
    .filter((person) => !isContactLogged(person, 'day-28'))
    .map(({ personId }) => personId);
  return { canClose: waitingFor.length === 0, waitingFor };
}

function mapPerson(
  plan: EventPlan,
  personId: RecordId,
  change: (person: AffectedPerson) => AffectedPerson,
): EventPlan {
  return {
    ...plan,
    affected: plan.affected.map((person) => (person.personId === personId ? change(person) : person)),
  };
}
