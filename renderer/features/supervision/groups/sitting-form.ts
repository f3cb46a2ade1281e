/** Between the fields of a sitting, as typed, and the record. Who came is kept; what anybody said never is. */
import { parseDateText } from '@shared/kernel/date-text';
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { membersOn } from '@shared/groups/sittings';
import {
  attendances,
  groupSessionSchema,
  groupSessionStatuses,
  type GroupSession,
} from '@shared/records/group-session/group-session';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import { meetingModes } from '@shared/records/supervision-parts';
import { supervisionThemes } from '@shared/records/supervision-session/supervision-session';
import type { FormProblem } from '../../../ui';
import { nextDateText, readFigure } from '../session-form';

export type SittingFields = {
  readonly date: string;
  readonly status: string;
  readonly minutes: string;
  readonly mode: string;
  readonly leader: string;
  /** "personId=answer" */
  readonly attendance: readonly string[];
  /** "theme=3" */
  readonly counts: readonly string[];
  readonly processNote: string;
  readonly takeTexts: readonly string[];
  /** For each line the day on which the group agreed that it leaves the room. */
  readonly takeConsents: readonly string[];
  /** For each line its place in the stored record, as digits; empty for a new one. */
  readonly takeOrigins: readonly string[];
  /** Empty while the suggestion stands. */
  readonly nextDate: string;
  readonly isNextOwn: boolean;
};

export function emptySitting(group: ReflectiveGroup): SittingFields {
  return {
    date: 'today',
    status: 'held',
    minutes: String(group.minutes),
    mode: group.mode ?? '',
    leader: group.facilitatorId ?? '',
    attendance: [],
    counts: [],
    processNote: '',
    takeTexts: [],
    takeConsents: [],
    takeOrigins: [],
    nextDate: '',
    isNextOwn: false,
  };
}

export function fieldsOfSitting(sitting: GroupSession): SittingFields {
  return {
    date: formatDate(sitting.date),
    status: sitting.status,
    minutes: sitting.minutes === null ? '' : String(sitting.minutes),
    mode: sitting.mode ?? '',
    leader: sitting.facilitatorId ?? '',
    attendance: sitting.attendance.map(({ personId, answer }) => `${personId}=${answer}`),
    counts: sitting.themeCounts.map(({ theme, count }) => `${theme}=${count}`),
    processNote: sitting.processNote,
    takeTexts: sitting.takeBack.map(({ text }) => text),
    takeConsents: sitting.takeBack.map(({ consentOn }) => formatDate(consentOn)),
    takeOrigins: sitting.takeBack.map((_, index) => String(index)),
    nextDate: sitting.nextDate === null ? '' : formatDate(sitting.nextDate),
    isNextOwn: true,
  };
}

/** What stands for a key in a list of "key=value"; empty when nothing does. */
export function saidFor(list: readonly string[], key: string): string {
  return list.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
}

export function say(list: readonly string[], key: string, value: string): string[] {
  const isThere = list.some((each) => each.startsWith(`${key}=`));
  if (value === '') return list.filter((each) => !each.startsWith(`${key}=`));
  return isThere
    ? list.map((each) => (each.startsWith(`${key}=`) ? `${key}=${value}` : each))
    : [...list, `${key}=${value}`];
}

/** Members on the day, then others who came or were asked about. */
export function askedAbout(
  group: ReflectiveGroup,
  fields: Pick<SittingFields, 'date' | 'attendance'>,
  today: LocalDate,
): RecordId[] {
  const day = parseDateText(fields.date, today) ?? today;
  const others = fields.attendance.map((each) => each.split('=')[0] ?? '').filter(isRecordId);
  return [...new Set([...membersOn(group, day), ...others])];
}

export interface SittingContext {
  readonly today: LocalDate;
  readonly groupId: RecordId;
  readonly group: ReflectiveGroup;
  readonly before: GroupSession | null;
  readonly nameOf: (id: RecordId) => string;
  readonly isLeader: (id: string) => boolean;
}

export type SittingReading =
  | { readonly sitting: GroupSession; readonly problems: readonly [] }
  | { readonly sitting: null; readonly problems: readonly FormProblem[] };

export const countField = (theme: string): string => `count-${theme}`;
export const attendanceField = (personId: string): string => `came-${personId}`;
export const takeField = (index: number): string => `take-${index}`;
export const consentField = (index: number): string => `consent-${index}`;

export function readSittingFields(fields: SittingFields, context: SittingContext): SittingReading {
  const { today, group, before } = context;
  const problems: FormProblem[] = [];
  const fail = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const isHeld = fields.status === 'held';
  const date =
    parseDateText(fields.date, today) ??
    fail('date', fields.date.trim() === '' ? 'Enter the day' : 'Type a day like today, fri or 24/11/2026');
  if (date !== null && date > today && isHeld)
    fail('date', 'This day is still to come. Record it once it has happened');
  const minutes = readFigure(fields.minutes);
  if (isHeld && minutes === undefined) fail('minutes', 'Enter minutes as a whole number, like 90');

  const asked = isHeld ? askedAbout(group, fields, today) : [];
  const attendance = asked.flatMap((personId) => {
    const said = saidFor(fields.attendance, personId);
    const answer = attendances.find((each) => each === said);
    if (answer === undefined) {
      fail(attendanceField(personId), `Say whether ${context.nameOf(personId)} came`);
      return [];
    }
    return [{ personId, answer }];
  });

  const themeCounts = supervisionThemes.flatMap((theme) => {
    const count = isHeld ? readFigure(saidFor(fields.counts, theme)) : null;
    if (count === undefined || (count !== null && count > 200))
      fail(countField(theme), 'Enter how often as a whole number, like 3');
    return count === null || count === undefined || count === 0 ? [] : [{ theme, count }];
  });

  const takeBack = (isHeld ? fields.takeTexts : []).flatMap((typed, index) => {
    const text = typed.trim();
    if (text === '') return [];
    const consent = fields.takeConsents[index] ?? '';
    const consentOn = parseDateText(consent, today);
    if (consentOn === null)
      fail(consentField(index), 'Enter the day on which the group agreed that this leaves the room');
    else if (consentOn > today) fail(consentField(index), 'This day is still to come');
    if (text.length > 200) fail(takeField(index), 'Use 200 characters or fewer');
    const origin = fields.takeOrigins[index] ?? '';
    const doneOn = origin === '' ? null : (before?.takeBack[Number(origin)]?.doneOn ?? null);
    return [{ text, consentOn, doneOn }];
  });

  const nextText = nextDateText(fields, { today, intervalDays: group.intervalDays });
  const nextDate =
    nextText.trim() === ''
      ? null
      : (parseDateText(nextText, today) ?? fail('nextDate', 'Type a day like 19 jan or 19/01/2027'));
  const value: unknown = {
    groupId: context.groupId,
    date,
    status: groupSessionStatuses.find((status) => status === fields.status),
    plannedMinutes: before === null ? group.minutes : before.plannedMinutes,
    minutes: isHeld ? (minutes ?? null) : null,
    mode: meetingModes.find((mode) => mode === fields.mode) ?? null,
    facilitatorId:
      isRecordId(fields.leader) &&
      (context.isLeader(fields.leader) || fields.leader === before?.facilitatorId)
        ? fields.leader
        : null,
    attendance,
    themeCounts,
    processNote: isHeld ? fields.processNote.trim() : '',
    takeBack,
    nextDate,
  };
  if (problems.length > 0) return { sitting: null, problems };
  const parsed = groupSessionSchema.safeParse(value);
  if (parsed.success) return { sitting: parsed.data, problems: [] };
  return {
    sitting: null,
    problems: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message })),
  };
}
