import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { PairKind } from '@shared/records/agreement/agreement';
import { sameLineAndClinical } from '@shared/supervision/facilitators';
import type { StoredRecord } from '@shared/vault/vault-api';

export interface PairChoice {
  /** As chosen in the form: an id of the register, or somebody who is about to join it. */
  readonly supervisor: string;
  readonly personId: string;
  readonly kind: PairKind;
}

/** Whether naming them would make the line manager the clinical supervisor too. Said, never barred. */
export function wouldBeSameLineAndClinical(
  choice: PairChoice,
  register: readonly StoredRecord<'facilitator'>[],
  assignments: readonly StoredRecord<'supervision-assignment'>[],
  asOf: LocalDate,
): boolean {
  const known = register.find(({ id }) => id === choice.supervisor);
  if (known === undefined || choice.kind === 'professional') return false;
  const candidate: StoredRecord<'supervision-assignment'> = {
    kind: 'supervision-assignment',
    id: choice.personId as RecordId,
    revision: 0,
    savedAt: 0,
    value: {
      personId: choice.personId as RecordId,
      kind: choice.kind,
      facilitatorId: known.id,
      noSupervisorReason: null,
      reasonWords: '',
      from: asOf,
      until: null,
    },
  };
  // What is said anew takes the place of what was said of the same kind.
  const others = assignments.filter(
    ({ value }) => value.personId === choice.personId && value.kind !== choice.kind,
  );
  return (
    sameLineAndClinical({ facilitators: register, assignments: [...others, candidate], asOf }).length > 0
  );
}
