/**
 * Offers to the people affected, and whether the plan may close. Only the offer and the answer are kept. People of the
 * list and others are told apart by their ids alone, so every function takes either.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type {
  Affected,
  AffectedPerson,
  Contact,
  OtherAffected,
  PhaseId,
  PlanOutline,
} from '@shared/records/event-plan/event-plan';
import { freeId } from './part-ids';

export type NewAffected = Pick<Affected, 'closeness'> & Partial<Pick<Affected, 'exposure' | 'duty'>>;

/** Nobody asked yet. How it reached them is a guess only where "was there" says it. */
export function newAffected({ closeness, exposure, duty }: NewAffected): Affected {
  return {
    closeness,
    exposure: exposure ?? (closeness === 'was-there' ? 'was-there' : 'not-known'),
    duty: duty ?? 'not-known',
    contacts: [],
    noContactReason: '',
    optedOutOn: null,
  };
}

export function contactOf(person: Affected, phaseId: PhaseId): Contact {
  return (
    person.contacts.find((contact) => contact.phaseId === phaseId) ?? {
      phaseId,
      status: 'not-yet-asked',
      on: null,
      by: '',
      nextOn: null,
    }
  );
}

/** Records the answer of one person in one phase, in place of an earlier one. */
export function recordContact<P extends PlanOutline>(
  plan: P,
  id: string,
  contact: Omit<Contact, 'nextOn'> & Partial<Pick<Contact, 'nextOn'>>,
): P {
  return mapAffected(plan, id, (person) => {
    const others = person.contacts.filter(({ phaseId }) => phaseId !== contact.phaseId);
    const isNothing = contact.status === 'not-yet-asked' && (contact.nextOn ?? null) === null;
    return { contacts: isNothing ? others : [...others, { nextOn: null, ...contact }] };
  });
}

/** Why somebody has no answer at four weeks ("on long leave"). An empty reason takes it back. */
export function setNoContactReason<P extends PlanOutline>(plan: P, id: string, reason: string): P {
  return mapAffected(plan, id, () => ({ noContactReason: reason.trim() }));
}

/**
 * Their choice to have no further contact about this: nobody is prompted to ask them again, and the plan may close
 * without another answer. Null takes it back.
 */
export function setOptedOut<P extends PlanOutline>(plan: P, id: string, on: LocalDate | null): P {
  return mapAffected(plan, id, () => ({ optedOutOn: on }));
}

/**
 * Replaces the list of people affected; those who stay keep their answers. The caller shows who is taken off,
 * as their answers go with them.
 */
export function setAffected<P extends PlanOutline>(
  plan: P,
  people: readonly (NewAffected & Pick<AffectedPerson, 'personId'>)[],
): P {
  const before = new Map(plan.affected.map((person) => [person.personId, person]));
  const affected = people.map((each): AffectedPerson => {
    const known = before.get(each.personId);
    return { personId: each.personId, ...(known ? kept(known, each) : newAffected(each)) };
  });
  return { ...plan, affected };
}

/** The same for those who are not on the people list. Without an id it is somebody new. */
export function setOthersAffected<P extends PlanOutline>(
  plan: P,
  others: readonly (NewAffected & Pick<OtherAffected, 'line'> & { readonly id?: string })[],
): P {
  const before = new Map(plan.othersAffected.map((other) => [other.id, other]));
  const named = new Set([...before.keys(), ...others.flatMap(({ id }) => id ?? [])]);
  const othersAffected = others.map((each): OtherAffected => {
    const known = each.id === undefined ? undefined : before.get(each.id);
    const id =
      each.id ??
      freeId(
        [...named].map((taken) => ({ id: taken })),
        'other',
      );
    named.add(id);
    return { id, line: each.line.trim(), ...(known ? kept(known, each) : newAffected(each)) };
  });
  return { ...plan, othersAffected };
}

function kept(known: Affected, { closeness, exposure, duty }: NewAffected): Affected {
  return {
    closeness,
    exposure: exposure ?? known.exposure,
    duty: duty ?? known.duty,
    contacts: known.contacts,
    noContactReason: known.noContactReason,
    optedOutOn: known.optedOutOn,
  };
}

/** Whether nothing is left to ask of this person in this phase. A reason stands in for the answer at four weeks only. */
export function isContactLogged(person: Affected, phaseId: PhaseId): boolean {
  if (person.optedOutOn !== null) return true;
  const isReasoned = phaseId === 'day-28' && person.noContactReason.trim() !== '';
  return isReasoned || contactOf(person, phaseId).status !== 'not-yet-asked';
}

export interface Closing {
  readonly canClose: boolean;
  readonly waitingFor: readonly RecordId[];
  /** Of those who are not on the people list. */
  readonly waitingForOthers: readonly string[];
}

/**
 * A plan closes only when the four-week contact of everyone affected is logged (offered, accepted or declined), they
 * chose to have no further contact, or a reason is given for its absence. `waitingFor` says whose is missing.
 */
export function canClose(plan: PlanOutline): Closing {
  const isOpen = (person: Affected) => !isContactLogged(person, 'day-28');
  const waitingFor = plan.affected.filter(isOpen).map(({ personId }) => personId);
  const waitingForOthers = plan.othersAffected.filter(isOpen).map(({ id }) => id);
  return { canClose: waitingFor.length + waitingForOthers.length === 0, waitingFor, waitingForOthers };
}

export interface AnyAffected {
  /** A person's record id, or the id of a line. */
  readonly id: string;
  /** Null for somebody of the people list, whose name the screen knows. */
  readonly line: string | null;
  readonly person: Affected;
}

/** Everyone affected, the people of the list first. */
export function everyoneAffected(plan: PlanOutline): readonly AnyAffected[] {
  return [
    ...plan.affected.map((person) => ({ id: person.personId, line: null, person })),
    ...plan.othersAffected.map((person) => ({ id: person.id, line: person.line, person })),
  ];
}

function mapAffected<P extends PlanOutline>(
  plan: P,
  id: string,
  change: (person: Affected) => Partial<Affected>,
): P {
  return {
    ...plan,
    affected: plan.affected.map((each) => (each.personId === id ? { ...each, ...change(each) } : each)),
    othersAffected: plan.othersAffected.map((each) => (each.id === id ? { ...each, ...change(each) } : each)),
  };
}
