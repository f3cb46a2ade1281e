/**
 * Reflective groups: who belongs to one on a day, who came, and what the time counts for. Meetings stand in two places
 * (`group-session`, and supervision records of the kind "reflective group" from before): read as one here.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import type { supervisionThemes } from '@shared/records/supervision-session/supervision-session';
import { coversDay } from '@shared/statistics/days';
import { ratio } from '@shared/statistics/descriptive';
import { groupSupervisionCredit } from '@shared/statistics/supervision';
import type { StoredOutline } from '@shared/vault/vault-api';

export interface Sitting {
  readonly id: RecordId;
  readonly groupId: RecordId | null;
  readonly date: LocalDate;
  readonly isHeld: boolean;
  readonly isCancelledByService: boolean;
  readonly minutes: number | null;
  readonly came: readonly RecordId[];
  /** Minutes that each who came may count (BACP); null when it was not held or its length is not known. */
  readonly creditMinutes: number | null;
}

export function sittingsOf(
  sessions: readonly StoredOutline<'supervision-session'>[],
  groupSessions: readonly StoredOutline<'group-session'>[],
): Sitting[] {
  const earlier = sessions
    .filter(({ value }) => value.kind === 'reflective-group')
    .map(({ id, value }) =>
      sitting(id, value.groupId, value.date, value.status, value.minutes, value.personIds),
    );
  const now = groupSessions.map(({ id, value }) => {
    const came = value.attendance.filter(({ answer }) => answer === 'came').map(({ personId }) => personId);
    return sitting(id, value.groupId, value.date, value.status, value.minutes, came);
  });
  return [...earlier, ...now];
}

function sitting(
  id: RecordId,
  groupId: RecordId | null,
  date: LocalDate,
  status: string,
  minutes: number | null,
  came: readonly RecordId[],
): Sitting {
  const isHeld = status === 'held';
  return {
    id,
    groupId,
    date,
    isHeld,
    isCancelledByService: status === 'cancelled-by-service',
    minutes,
    came,
    creditMinutes: isHeld && minutes !== null ? groupSupervisionCredit(minutes, came.length) : null,
  };
}

/** Credit minutes of one person over a span, both days included. */
export function creditOf(
  sittings: readonly Sitting[],
  personId: RecordId,
  from: LocalDate,
  to: LocalDate,
): number {
  let total = 0;
  for (const each of sittings)
    if (each.date >= from && each.date <= to && each.came.includes(personId))
      total += each.creditMinutes ?? 0;
  return total;
}

export function membersOn(group: ReflectiveGroup, day: LocalDate): RecordId[] {
  const members = group.roster.filter(({ joinedOn, leftOn }) =>
    coversDay({ start: joinedOn, end: leftOn }, day),
  );
  return [...new Set(members.map(({ personId }) => personId))];
}

export interface GroupSummary {
  readonly members: number;
  /** Places left; 0 when it is full or closed. */
  readonly places: number;
  readonly size: 'too-few' | 'fits' | 'too-many';
  readonly waiting: number;
  readonly held: number;
  readonly cancelledByService: number;
  /** Of all that members could have come to. */
  readonly attendance: { readonly part: number; readonly whole: number; readonly rate: number | null };
  /** Members who were kept away by the work itself. */
  readonly keptAwayByWork: number;
  readonly lastHeld: LocalDate | null;
  readonly themes: readonly {
    readonly theme: (typeof supervisionThemes)[number];
    readonly count: number;
  }[];
}

/** Meetings from `from` to `asOf`; attendance as counts only. */
export function groupSummary(
  groupId: RecordId,
  group: ReflectiveGroup,
  groupSessions: readonly StoredOutline<'group-session'>[],
  from: LocalDate,
  asOf: LocalDate,
): GroupSummary {
  const members = membersOn(group, asOf).length;
  const meetings = groupSessions
    .map(({ value }) => value)
    .filter((value) => value.groupId === groupId && value.date >= from && value.date <= asOf);
  const held = meetings.filter(({ status }) => status === 'held');
  let part = 0;
  let whole = 0;
  let keptAwayByWork = 0;
  const themes = new Map<(typeof supervisionThemes)[number], number>();
  for (const meeting of held) {
    const expected = new Set(membersOn(group, meeting.date));
    whole += expected.size;
    for (const { personId, answer } of meeting.attendance) {
      if (!expected.has(personId)) continue;
      if (answer === 'came') part += 1;
      if (answer === 'work') keptAwayByWork += 1;
    }
    for (const { theme, count } of meeting.themeCounts) themes.set(theme, (themes.get(theme) ?? 0) + count);
  }
  return {
    members,
    places: group.membership === 'closed' ? 0 : Math.max(0, group.maxSize - members),
    size: members < group.minSize ? 'too-few' : members > group.maxSize ? 'too-many' : 'fits',
    waiting: group.waiting.length,
    held: held.length,
    cancelledByService: meetings.filter(({ status }) => status === 'cancelled-by-service').length,
    attendance: { part, whole, rate: ratio(part, whole) },
    keptAwayByWork,
    lastHeld: held.reduce<LocalDate | null>(
      (last, { date }) => (last === null || date > last ? date : last),
      null,
    ),
    themes: [...themes]
      .map(([theme, count]) => ({ theme, count }))
      .sort((left, right) => right.count - left.count),
  };
}
