/** Between the fields of "Who supervises them", as typed, and the record. */
import { parseDateText } from '@shared/kernel/date-text';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { pairKinds } from '@shared/records/agreement/agreement';
import type { Facilitator } from '@shared/records/facilitator/facilitator';
import {
  supervisionAssignmentSchema,
  type SupervisionAssignment,
} from '@shared/records/supervision-assignment/supervision-assignment';
import type { StoredRecord } from '@shared/vault/vault-api';
import { chosenSupervisor } from '../../../records/supervisors';
import type { FormProblem } from '../../../ui';
import { succession, type Succession } from './succession';

export type AssignmentFields = {
  readonly personId: string;
  readonly kind: string;
  readonly who: string;
  readonly supervisor: string;
  readonly reason: string;
  readonly reasonWords: string;
  readonly from: string;
  readonly until: string;
  /** The one before goes on beside the new one. */
  readonly keepsEarlier: boolean;
};

export function emptyAssignment(personId: string | null, kind?: string): AssignmentFields {
  return {
    personId: personId ?? '',
    kind: pairKinds.find((each) => each === kind) ?? 'clinical',
    who: 'named',
    supervisor: '',
    reason: '',
    reasonWords: '',
    from: 'today',
    until: '',
    keepsEarlier: false,
  };
}

export function fieldsOfAssignment(value: SupervisionAssignment): AssignmentFields {
  return {
    personId: value.personId,
    kind: value.kind,
    who: value.facilitatorId === null ? 'nobody' : 'named',
    supervisor: value.facilitatorId ?? '',
    reason: value.noSupervisorReason ?? '',
    reasonWords: value.reasonWords,
    from: formatDate(value.from),
    until: value.until === null ? '' : formatDate(value.until),
    keepsEarlier: false,
  };
}

type AssignmentRecord = StoredRecord<'supervision-assignment'>;

/** What was said before of the same person and kind. */
export function earlierOf(
  fields: Pick<AssignmentFields, 'personId' | 'kind'>,
  assignments: readonly AssignmentRecord[],
  own: RecordId | null,
): readonly AssignmentRecord[] {
  return assignments.filter(
    ({ id, value }) => id !== own && value.personId === fields.personId && value.kind === fields.kind,
  );
}

export interface AssignmentContext {
  readonly today: LocalDate;
  readonly assignments: readonly AssignmentRecord[];
  /** The record being changed; null for a new one. */
  readonly own: RecordId | null;
  readonly newId: () => RecordId;
}

export interface AssignmentReading {
  readonly assignment: SupervisionAssignment | null;
  /** Somebody who joins the register with it. */
  readonly joins: { readonly id: RecordId; readonly value: Facilitator } | null;
  readonly ends: Succession['ends'];
  readonly problems: readonly FormProblem[];
}

const nothing = { assignment: null, joins: null, ends: [] } as const;

export function readAssignment(fields: AssignmentFields, context: AssignmentContext): AssignmentReading {
  const { today, own } = context;
  const problems: FormProblem[] = [];
  const kind = pairKinds.find((each) => each === fields.kind);
  const isNamed = fields.who === 'named';
  const chosen = isNamed ? chosenSupervisor(fields.supervisor, context.newId) : null;
  const from = parseDateText(fields.from, today);
  const until = fields.until.trim() === '' ? null : parseDateText(fields.until, today);
  if (fields.personId === '') problems.push({ field: 'personId', message: 'Choose who is supervised' });
  if (isNamed && chosen === null)
    problems.push({ field: 'supervisor', message: 'Choose who supervises them' });
  if (!isNamed && fields.reason === '')
    problems.push({ field: 'reason', message: 'Choose why there is nobody' });
  if (from === null)
    problems.push({ field: 'from', message: 'Enter the first day, such as today or 12 jan' });
  if (fields.until.trim() !== '' && until === null)
    problems.push({ field: 'until', message: 'Enter the last day, or leave it empty while it holds' });

  const isFollowing = own === null && !fields.keepsEarlier;
  const spans = earlierOf(fields, context.assignments, own).map(({ id, value }) => ({ id, ...value }));
  const { ends, inTheWay } =
    isFollowing && from !== null ? succession(spans, from) : { ends: [], inTheWay: null };
  if (inTheWay !== null)
    problems.push({
      field: 'from',
      message: `Something is said from ${formatDate(inTheWay.from)} on. Choose a later day, or change that entry`,
    });
  if (problems.length > 0 || kind === undefined || from === null) return { ...nothing, problems };
  const parsed = supervisionAssignmentSchema.safeParse({
    personId: fields.personId,
    kind,
    facilitatorId: chosen?.id ?? null,
    noSupervisorReason: isNamed ? null : fields.reason,
    reasonWords: isNamed ? '' : fields.reasonWords,
    from,
    until,
  });
  if (!parsed.success)
    return {
      ...nothing,
      problems: parsed.error.issues.map((issue) => ({
        field: String(issue.path[0] ?? ''),
        message: issue.message,
      })),
    };
  const joins = chosen === null || chosen.joins === null ? null : { id: chosen.id, value: chosen.joins };
  return { assignment: parsed.data, joins, ends, problems };
}
