/** Between the fields of "Record supervision", as typed, and the record. The record's own schema judges. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { meetingModes } from '@shared/records/supervision-parts';
import {
  cancelReasons,
  sessionDefaults,
  supervisionKinds,
  supervisionSessionSchema,
  supervisionStatuses,
  supervisionThemes,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { suggestNextDate } from '@shared/supervision/rhythm';
import type { Leader } from '../../records/use-leaders';
import type { FormProblem } from '../../ui';
import { actionsOf, lineOfAction } from './agreed-actions';
import { followUpFields, readFollowUp, type FollowUpRow } from './follow-up';

export type SessionFields = {
  /** One, or everyone who came to a group. */
  readonly personIds: readonly string[];
  readonly date: string;
  readonly kind: string;
  readonly status: string;
  readonly cancelledBecause: string;
  /** Empty while the length agreed stands. */
  readonly minutes: string;
  readonly otherMinutes: string;
  readonly themes: readonly string[];
  readonly wellbeingAsked: string;
  readonly note: string;
  readonly lines: readonly string[];
  readonly lineOrigins: readonly string[];
  readonly newLine: string;
  readonly newLineOrigin: string;
  /** Empty while the suggestion stands. */
  readonly nextDate: string;
  readonly isNextOwn: boolean;
  /** Somebody of the register, "words", or empty. */
  readonly leader: string;
  readonly facilitator: string;
  /** "key=outcome": see follow-up.ts. */
  readonly followUp: readonly string[];
  readonly mode: string;
  readonly plannedMinutes: string;
  readonly workload: string;
  readonly learning: string;
  readonly decisions: string;
  readonly isForSigning: boolean;
};

export const inWords = 'words';
export const minuteChoices = ['30', '45', '60', '90'] as const;
const usualMinutes = 60;

export function emptySession(personId: string | null): SessionFields {
  return {
    personIds: personId === null ? [] : [personId],
    date: 'today',
    kind: 'clinical',
    status: 'held',
    cancelledBecause: '',
    minutes: '',
    otherMinutes: '',
    themes: [],
    wellbeingAsked: '',
    note: '',
    lines: [],
    lineOrigins: [],
    newLine: '',
    newLineOrigin: '',
    nextDate: '',
    isNextOwn: false,
    leader: '',
    facilitator: '',
    followUp: [],
    mode: '',
    plannedMinutes: '',
    workload: '',
    learning: '',
    decisions: '',
    isForSigning: false,
  };
}

const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** The chip for a length, or "other" with the number beside it. */
function minuteFields(minutes: number | null): Pick<SessionFields, 'minutes' | 'otherMinutes'> {
  const text = numberText(minutes);
  return minuteChoices.some((choice) => choice === text)
    ? { minutes: text, otherMinutes: '' }
    : { minutes: 'other', otherMinutes: text };
}

export function fieldsOfSession(session: SupervisionSession): SessionFields {
  return {
    personIds: session.personIds,
    date: formatDate(session.date),
    kind: session.kind,
    status: session.status,
    cancelledBecause: session.cancelledBecause ?? '',
    ...minuteFields(session.minutes),
    themes: session.themes,
    wellbeingAsked: session.wellbeingAsked === null ? '' : session.wellbeingAsked ? 'yes' : 'no',
    note: session.note,
    lines: session.actions.map(lineOfAction),
    lineOrigins: session.actions.map((_, index) => String(index)),
    newLine: '',
    newLineOrigin: '',
    nextDate: session.nextDate === null ? '' : formatDate(session.nextDate),
    isNextOwn: true,
    leader: session.facilitatorId ?? (session.facilitator === '' ? '' : inWords),
    facilitator: session.facilitator,
    followUp: followUpFields(session.followUp),
    mode: session.mode ?? '',
    plannedMinutes: numberText(session.plannedMinutes),
    workload: numberText(session.workload),
    learning: session.learning,
    decisions: session.decisions,
    isForSigning: session.signatures !== null,
  };
}

export interface SessionContext {
  readonly today: LocalDate;
  readonly intervalDays: number;
  /** As their agreement says; null without one. */
  readonly agreedMinutes: number | null;
  /** The session being changed: its actions keep the day they were done. */
  readonly before: SupervisionSession | null;
  readonly leaders: readonly Leader[];
  /** What was asked about last time's actions. */
  readonly rows: readonly FollowUpRow[];
}

/** The next date as it stands in the form: typed, or suggested from the rhythm. Null when it cannot be read. */
export function nextDateText(
  fields: Pick<SessionFields, 'date' | 'nextDate' | 'isNextOwn'>,
  { today, intervalDays }: Pick<SessionContext, 'today' | 'intervalDays'>,
): string {
  if (fields.isNextOwn) return fields.nextDate;
  const date = parseDateText(fields.date, today);
  if (date === null) return '';
  const next = suggestNextDate(date, intervalDays);
  return next <= today ? '' : formatDate(next);
}

/** The length as it stands in the form: chosen, or as agreed. */
export function minutesShown(
  fields: Pick<SessionFields, 'minutes' | 'otherMinutes'>,
  agreedMinutes: number | null,
): Pick<SessionFields, 'minutes' | 'otherMinutes'> {
  return fields.minutes === '' ? minuteFields(agreedMinutes ?? usualMinutes) : fields;
}

/** Fields that stand folded away: open when they hold something, or when something is wrong there. */
export const moreFields = ['mode', 'plannedMinutes', 'workload', 'learning', 'decisions'] as const;

export function hasMore(fields: SessionFields): boolean {
  return fields.isForSigning || moreFields.some((name) => fields[name].trim() !== '');
}

/** A whole number of at most four digits, nothing, or not a number at all. */
export function readFigure(text: string): number | null | undefined {
  const clean = text.trim();
  if (clean === '') return null;
  return /^\d{1,4}$/.test(clean) ? Number(clean) : undefined;
}

/** Who led it, out of the register or in words; both are kept when somebody of the register is chosen. */
function leaderOf(
  { leader, facilitator }: SessionFields,
  { leaders, before }: Pick<SessionContext, 'leaders' | 'before'>,
): Pick<SupervisionSession, 'facilitator' | 'facilitatorId'> {
  if (before !== null && before.facilitatorId === leader)
    return { facilitatorId: before.facilitatorId, facilitator: before.facilitator };
  const known = leaders.find(({ id }) => id === leader);
  return known === undefined
    ? { facilitatorId: null, facilitator }
    : { facilitatorId: known.id, facilitator: known.name };
}

export type SessionReading =
  | { readonly session: SupervisionSession; readonly problems: readonly [] }
  | { readonly session: null; readonly problems: readonly FormProblem[] };

const fieldOfIssue: Readonly<Record<string, string>> = { actions: 'newLine' };
const fieldOrder = [
  'personIds',
  'date',
  'kind',
  'status',
  'cancelledBecause',
  'minutes',
  'otherMinutes',
  'themes',
  'wellbeingAsked',
  'note',
  'newLine',
  'nextDate',
  'facilitator',
  ...moreFields,
];

export function readSessionFields(fields: SessionFields, context: SessionContext): SessionReading {
  const { today, before } = context;
  const problems: FormProblem[] = [];
  const fail = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const figure = (field: 'workload' | 'plannedMinutes', example: string): number | null => {
    const read = readFigure(fields[field]);
    return read === undefined ? fail(field, `Enter a whole number, like ${example}`) : read;
  };
  const isGroup = fields.kind === 'reflective-group';
  const isHeld = fields.status === 'held';
  if (fields.personIds.length === 0)
    fail('personIds', isGroup ? 'Choose who came to the group' : 'Choose who it was with');
  const date =
    parseDateText(fields.date, today) ??
    fail('date', fields.date.trim() === '' ? 'Enter the day' : 'Type a day like today, fri or 24/11/2026');
  if (date !== null && date > today && isHeld)
    fail('date', 'This day is still to come. Record it once it has happened');
  const shown = minutesShown(fields, context.agreedMinutes);
  const isOther = shown.minutes === 'other';
  let minutes: number | null = null;
  if (isHeld && isOther && shown.otherMinutes.trim() !== '') {
    if (/^\d{1,3}$/.test(shown.otherMinutes.trim())) minutes = Number(shown.otherMinutes);
    else fail('otherMinutes', 'Enter minutes as a whole number, like 75');
  } else if (isHeld && !isOther) minutes = Number(shown.minutes);
  const nextText = nextDateText(fields, context);
  const nextDate =
    nextText.trim() === ''
      ? null
      : (parseDateText(nextText, today) ?? fail('nextDate', 'Type a day like 19 jan or 19/01/2027'));
  const value: unknown = {
    ...sessionDefaults,
    // What the form does not show stays as it was.
    ...before,
    kind: supervisionKinds.find((kind) => kind === fields.kind),
    personIds: fields.personIds,
    date,
    status: supervisionStatuses.find((status) => status === fields.status),
    cancelledBecause: isHeld
      ? null
      : (cancelReasons.find((reason) => reason === fields.cancelledBecause) ?? null),
    minutes,
    // What was agreed stands for what was planned, on a new record.
    plannedMinutes: figure('plannedMinutes', '60') ?? (before === null ? context.agreedMinutes : null),
    mode: meetingModes.find((mode) => mode === fields.mode) ?? null,
    themes: isHeld ? supervisionThemes.filter((theme) => fields.themes.includes(theme)) : [],
    wellbeingAsked: !isHeld || fields.wellbeingAsked === '' ? null : fields.wellbeingAsked === 'yes',
    workload: isHeld ? figure('workload', '31') : null,
    note: fields.note.trim(),
    learning: isHeld ? fields.learning.trim() : '',
    decisions: isHeld ? fields.decisions.trim() : '',
    actions: actionsOf(fields, context),
    followUp: isHeld ? readFollowUp(context.rows, fields.followUp) : [],
    nextDate,
    ...leaderOf(fields, context),
    signatures: fields.isForSigning
      ? (before?.signatures ?? { person: { state: 'waiting' }, supervisor: { state: 'waiting' } })
      : null,
  };
  const parsed = supervisionSessionSchema.safeParse(value);
  if (parsed.success && problems.length === 0) return { session: parsed.data, problems: [] };
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    const field = name === 'minutes' && isOther ? 'otherMinutes' : (fieldOfIssue[name] ?? name);
    if (!problems.some((problem) => problem.field === field))
      problems.push({ field, message: issue.message });
  }
  problems.sort((left, right) => fieldOrder.indexOf(left.field) - fieldOrder.indexOf(right.field));
  return { session: null, problems };
}
