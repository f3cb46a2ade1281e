/** The form of an action, as typed, and what becomes of it. Pure. */
import { parseDateText } from '@shared/kernel/date-text';
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { addDays, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { sourceOfPath, sourcePath } from '@shared/actions/action-links';
import { actionSchema, costKinds, type Action } from '@shared/records/action/action';
import type { FormProblem } from '../../ui';

/** Eight weeks: long enough to show something, short enough to be remembered. */
export const reviewDays = 56;

export type ActionFields = {
  readonly what: string;
  readonly ownerId: string;
  readonly ownerRole: string;
  readonly reviewOn: string;
  /** A `CostKind`. */
  readonly costKind: string;
  readonly isFunded: boolean;
  readonly fundedFrom: string;
  /** An area of readiness; empty: of none. */
  readonly readinessArea: string;
  /** What it answers, as its address says it; not shown in a box. */
  readonly source: string;
};

export type ActionSource = Action['source'];

export function emptyActionFields(what: string, source: ActionSource, today: LocalDate): ActionFields {
  return {
    what,
    ownerId: '',
    ownerRole: '',
    reviewOn: formatDate(addDays(today, reviewDays)),
    costKind: 'none',
    isFunded: false,
    fundedFrom: '',
    readinessArea: source?.from === 'readiness' ? source.area : '',
    source: sourcePath(source),
  };
}

export function fieldsOfAction(action: Action): ActionFields {
  return {
    what: action.what,
    ownerId: action.ownerId ?? '',
    ownerRole: action.ownerRole,
    reviewOn: formatDate(action.reviewOn),
    costKind: action.cost.kind,
    isFunded: action.cost.isFunded,
    fundedFrom: action.cost.fundedFrom,
    readinessArea: action.readinessArea ?? '',
    source: sourcePath(action.source),
  };
}

function sourceOf({ source }: ActionFields): ActionSource {
  const [from = '', id = '', detail = ''] = source.split('/');
  return sourceOfPath(from, id, detail);
}

/** `before`: as it is stored, so that what the form does not show stays. */
export function readActionFields(
  fields: ActionFields,
  today: LocalDate,
  before: Action | null,
): { readonly action: Action | null; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  const reviewOn = parseDateText(fields.reviewOn, today);
  if (fields.what.trim() === '') problems.push({ field: 'what', message: 'Say what you will do' });
  if (reviewOn === null) {
    problems.push({
      field: 'reviewOn',
      message:
        fields.reviewOn.trim() === ''
          ? 'Say when you will look at it'
          : 'Enter a day that exists, such as 24 November 2026',
    });
  }
  if (problems.length > 0 || reviewOn === null) return { action: null, problems };
  const costKind = costKinds.find((kind) => kind === fields.costKind) ?? 'none';
  const owner: string = fields.ownerId;
  const ownerId: RecordId | null = isRecordId(owner) ? owner : null;
  const parsed = actionSchema.safeParse({
    what: fields.what,
    ownerId,
    ownerRole: ownerId === null ? fields.ownerRole : '',
    openedOn: before?.openedOn ?? today,
    reviewOn,
    dueOn: before?.dueOn ?? null,
    source: sourceOf(fields),
    ruleId: before?.ruleId ?? null,
    driver: before?.driver ?? 'other',
    readinessArea: fields.readinessArea === '' ? null : fields.readinessArea,
    evidence: before?.evidence ?? '',
    cost: {
      kind: costKind,
      pounds: costKind === 'money' ? (before?.cost.pounds ?? null) : null,
      isFunded: fields.isFunded,
      fundedFrom: fields.isFunded ? fields.fundedFrom : '',
    },
    remeasure: before?.remeasure ?? null,
    reviews: before?.reviews ?? [],
    handovers: before?.handovers ?? [],
    doneOn: before?.doneOn ?? null,
    droppedOn: before?.droppedOn ?? null,
    droppedWhy: before?.droppedWhy ?? '',
  });
  return parsed.success
    ? { action: parsed.data, problems: [] }
    : {
        action: null,
        problems: parsed.error.issues.map(({ path, message }) => ({
          field: String(path[0] ?? ''),
          message,
        })),
      };
}
