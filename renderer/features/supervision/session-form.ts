/** Between the fields of "Record supervision", as typed, and the record. The record's own schema judges. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  sessionDefaults,
  supervisionKinds,
  supervisionSessionSchema,
  supervisionStatuses,
  supervisionThemes,
  type AgreedAction,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { readAgreedLine } from '@shared/supervision/agreed-line';
import { suggestNextDate } from '@shared/supervision/rhythm';
import type { FormProblem } from '../../ui';

export type SessionFields = {
  /** One, or everyone who came to a group. */
  readonly personIds: readonly string[];
  readonly date: string;
  readonly kind: string;
  readonly status: string;
  readonly minutes: string;
  readonly otherMinutes: string;
  readonly themes: readonly string[];
  readonly wellbeingAsked: string;
  readonly note: string;
  readonly lines: readonly string[];
  /** For each line the place of its action in the stored record, as digits; empty for a new one. */
  readonly lineOrigins: readonly string[];
  /** The line being typed: it counts when the form is saved. */
  readonly newLine: string;
  /** The origin of the line being typed, when it is a stored one that is being reworded. */
  readonly newLineOrigin: string;
  /** Empty while the suggestion stands. */
  readonly nextDate: string;
  readonly isNextOwn: boolean;
  readonly facilitator: string;
  /** "sessionId:index" of last time's actions ticked here. */
  readonly doneActions: readonly string[];
};

export const minuteChoices = ['30', '45', '60', '90'] as const;

export function emptySession(personId: string | null): SessionFields {
  return {
    personIds: personId === null ? [] : [personId],
    date: 'today',
    kind: 'clinical',
    status: 'held',
    minutes: '60',
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
    facilitator: '',
    doneActions: [],
  };
}

/** A line of an action as one would type it. */
export function lineOfAction(action: AgreedAction): string {
  return [
    action.text,
    action.due === null ? '' : `@${formatDate(action.due)}`,
    action.owner === '' ? '' : `@${action.owner.replaceAll(' ', '-')}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function fieldsOfSession(session: SupervisionSession): SessionFields {
  const minutes = session.minutes === null ? '' : String(session.minutes);
  const isListed = minuteChoices.some((choice) => choice === minutes);
  return {
    personIds: session.personIds,
    date: formatDate(session.date),
    kind: session.kind,
    status: session.status,
    minutes: isListed ? minutes : 'other',
    otherMinutes: isListed ? '' : minutes,
    themes: session.themes,
    wellbeingAsked: session.wellbeingAsked === null ? '' : session.wellbeingAsked ? 'yes' : 'no',
    note: session.note,
    lines: session.actions.map(lineOfAction),
    lineOrigins: session.actions.map((_, index) => String(index)),
    newLine: '',
    newLineOrigin: '',
    nextDate: session.nextDate === null ? '' : formatDate(session.nextDate),
    isNextOwn: true,
    facilitator: session.facilitator,
    doneActions: [],
  };
}

export interface SessionContext {
  readonly today: LocalDate;
  readonly intervalDays: number;
  /** The session being changed: its actions keep the day they were done. */
  readonly before: SupervisionSession | null;
}

/** The next date as it stands in the form: typed, or suggested from the rhythm. Null when it cannot be read. */
export function nextDateText(
  fields: SessionFields,
  { today, intervalDays }: Pick<SessionContext, 'today' | 'intervalDays'>,
): string {
  if (fields.isNextOwn) return fields.nextDate;
  const date = parseDateText(fields.date, today);
  if (date === null) return '';
  const next = suggestNextDate(date, intervalDays);
  return next <= today ? '' : formatDate(next);
}

export type LineFields = Pick<SessionFields, 'lines' | 'lineOrigins' | 'newLine' | 'newLineOrigin'>;

/** The line being typed joins the others, with what it comes from. */
export function addLine(fields: LineFields): LineFields {
  if (fields.newLine.trim() === '') return fields;
  return {
    lines: [...fields.lines, fields.newLine.trim()],
    lineOrigins: [...originsOf(fields), fields.newLineOrigin],
    newLine: '',
    newLineOrigin: '',
  };
}

export function takeLineAway(fields: LineFields, index: number): LineFields {
  return {
    ...fields,
    lines: fields.lines.filter((_, each) => each !== index),
    lineOrigins: originsOf(fields).filter((_, each) => each !== index),
  };
}

/** The line goes back to where lines are typed and stays the same action; what stands there is added first. */
export function rewordLine(fields: LineFields, index: number): LineFields {
  return {
    ...takeLineAway(addLine(fields), index),
    newLine: fields.lines[index] ?? '',
    newLineOrigin: originsOf(fields)[index] ?? '',
  };
}

/** A draft of an older form has lines without origins. */
function originsOf({ lines, lineOrigins }: LineFields): readonly string[] {
  return lines.map((_, index) => lineOrigins[index] ?? '');
}

/** An action keeps the day it was done on by what it comes from: its words may change, or be those of another. */
export function actionsOf(
  fields: SessionFields,
  { today, before }: Pick<SessionContext, 'today' | 'before'>,
): AgreedAction[] {
  const { lines, lineOrigins } = addLine(fields);
  return lines
    .map((line, index) => {
      const origin = lineOrigins[index] ?? '';
      return {
        ...readAgreedLine(line, (text) => parseDateText(text, today)),
        doneOn: origin === '' ? null : (before?.actions[Number(origin)]?.doneOn ?? null),
      };
    })
    .filter(({ text }) => text !== '');
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
  'minutes',
  'otherMinutes',
  'themes',
  'wellbeingAsked',
  'note',
  'newLine',
  'nextDate',
  'facilitator',
];

export function readSessionFields(fields: SessionFields, context: SessionContext): SessionReading {
  const { today } = context;
  const problems: FormProblem[] = [];
  const fail = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const isGroup = fields.kind === 'reflective-group';
  if (fields.personIds.length === 0)
    fail('personIds', isGroup ? 'Choose who came to the group' : 'Choose who it was with');
  const date =
    parseDateText(fields.date, today) ??
    fail('date', fields.date.trim() === '' ? 'Enter the day' : 'Type a day like today, fri or 24/11/2026');
  if (date !== null && date > today && fields.status === 'held')
    fail('date', 'This day is still to come. Record it once it has happened');
  const isOther = fields.minutes === 'other';
  let minutes: number | null = null;
  if (isOther && fields.otherMinutes.trim() !== '') {
    if (/^\d{1,3}$/.test(fields.otherMinutes.trim())) minutes = Number(fields.otherMinutes);
    else fail('otherMinutes', 'Enter minutes as a whole number, like 75');
  } else if (!isOther) minutes = Number(fields.minutes);
  const nextText = nextDateText(fields, context);
  const nextDate =
    nextText.trim() === ''
      ? null
      : (parseDateText(nextText, today) ?? fail('nextDate', 'Type a day like 19 jan or 19/01/2027'));
  const { before } = context;
  const value: unknown = {
    ...sessionDefaults,
    // What the form does not show stays as it was.
    ...before,
    kind: supervisionKinds.find((kind) => kind === fields.kind),
    personIds: fields.personIds,
    date,
    status: supervisionStatuses.find((status) => status === fields.status),
    minutes: fields.status === 'held' ? minutes : null,
    themes:
      fields.status === 'held' ? supervisionThemes.filter((theme) => fields.themes.includes(theme)) : [],
    wellbeingAsked:
      fields.status !== 'held' || fields.wellbeingAsked === '' ? null : fields.wellbeingAsked === 'yes',
    note: fields.note.trim(),
    actions: actionsOf(fields, context),
    nextDate,
    facilitator: fields.facilitator,
    facilitatorId: before?.facilitator === fields.facilitator ? before.facilitatorId : null,
    cancelledBecause: fields.status === 'held' ? null : (before?.cancelledBecause ?? null),
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
