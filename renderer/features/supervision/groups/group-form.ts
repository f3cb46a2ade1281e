/** Between the fields of a group, as typed, and the record. Members and those who wait are kept on its page. */
import { isRecordId } from '@shared/kernel/ids';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  reflectiveGroupSchema,
  type ReflectiveGroup,
} from '@shared/records/reflective-group/reflective-group';
import { meetingModes } from '@shared/records/supervision-parts';
import type { FormProblem } from '../../../ui';

export type GroupFields = {
  readonly name: string;
  readonly purpose: string;
  readonly groundRules: string;
  readonly membership: string;
  readonly minSize: string;
  readonly maxSize: string;
  readonly minutes: string;
  readonly intervalDays: string;
  readonly mode: string;
  readonly place: string;
  readonly isTimeProtected: string;
  readonly leader: string;
  readonly startedOn: string;
  readonly endedOn: string;
  /** Who belongs to a new group from its first day. */
  readonly memberIds: readonly string[];
};

/** Four to eight people for an hour and a half, every four weeks: a usual group, to be changed. */
export const emptyGroup: GroupFields = {
  name: '',
  purpose: '',
  groundRules: '',
  membership: 'open',
  minSize: '4',
  maxSize: '8',
  minutes: '90',
  intervalDays: '28',
  mode: 'in-person',
  place: '',
  isTimeProtected: '',
  leader: '',
  startedOn: 'today',
  endedOn: '',
  memberIds: [],
};

export function fieldsOfGroup(group: ReflectiveGroup): GroupFields {
  return {
    name: group.name,
    purpose: group.purpose,
    groundRules: group.groundRules,
    membership: group.membership,
    minSize: String(group.minSize),
    maxSize: String(group.maxSize),
    minutes: String(group.minutes),
    intervalDays: String(group.intervalDays),
    mode: group.mode ?? '',
    place: group.place,
    isTimeProtected: group.isTimeProtected ? 'yes' : 'no',
    leader: group.facilitatorId ?? '',
    startedOn: formatDate(group.startedOn),
    endedOn: group.endedOn === null ? '' : formatDate(group.endedOn),
    memberIds: [],
  };
}

export type GroupReading =
  | { readonly group: ReflectiveGroup; readonly problems: readonly [] }
  | { readonly group: null; readonly problems: readonly FormProblem[] };

const fieldOrder = [
  'name',
  'purpose',
  'groundRules',
  'membership',
  'isTimeProtected',
  'minSize',
  'maxSize',
  'minutes',
  'intervalDays',
  'mode',
  'place',
  'leader',
  'memberIds',
  'startedOn',
  'endedOn',
];

export function readGroupFields(
  fields: GroupFields,
  context: {
    readonly today: LocalDate;
    readonly before: ReflectiveGroup | null;
    readonly facilitatorId: ReflectiveGroup['facilitatorId'];
  },
): GroupReading {
  const { today, before } = context;
  const problems: FormProblem[] = [];
  const fail = (field: keyof GroupFields, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const figure = (field: 'minSize' | 'maxSize' | 'minutes', example: string): number | null => {
    const text = fields[field].trim();
    return /^\d{1,3}$/.test(text) ? Number(text) : fail(field, `Enter a whole number, like ${example}`);
  };
  if (fields.name.trim() === '') fail('name', 'Give the group a name, like Thursday group');
  if (fields.isTimeProtected === '') fail('isTimeProtected', 'Say whether the time is covered');
  const startedOn =
    parseDateText(fields.startedOn, today) ?? fail('startedOn', 'Type a day like today, 5 jan or 05/01/2026');
  const endedOn =
    fields.endedOn.trim() === ''
      ? null
      : (parseDateText(fields.endedOn, today) ?? fail('endedOn', 'Type a day like 5 jan or 05/01/2026'));
  const value: unknown = {
    // Members and those who wait are changed on the page of the group.
    roster:
      before?.roster ??
      fields.memberIds
        .filter(isRecordId)
        .map((personId) => ({ personId, joinedOn: startedOn, leftOn: null })),
    waiting: before?.waiting ?? [],
    name: fields.name,
    purpose: fields.purpose.trim(),
    groundRules: fields.groundRules.trim(),
    membership: fields.membership === 'closed' ? 'closed' : 'open',
    minSize: figure('minSize', '4'),
    maxSize: figure('maxSize', '8'),
    minutes: figure('minutes', '90'),
    intervalDays: Number(fields.intervalDays),
    mode: meetingModes.find((mode) => mode === fields.mode) ?? null,
    place: fields.place,
    isTimeProtected: fields.isTimeProtected === 'yes',
    facilitatorId: context.facilitatorId,
    startedOn,
    endedOn,
  };
  const parsed = reflectiveGroupSchema.safeParse(value);
  if (parsed.success && problems.length === 0) return { group: parsed.data, problems: [] };
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '').replace('roster', 'memberIds');
    if (!problems.some((problem) => problem.field === field))
      problems.push({ field, message: issue.message });
  }
  // A day that cannot be read is said once, at its own field.
  const shown = startedOn === null ? problems.filter(({ field }) => field !== 'memberIds') : problems;
  return {
    group: null,
    problems: shown.sort((left, right) => fieldOrder.indexOf(left.field) - fieldOrder.indexOf(right.field)),
  };
}
