/** Supervision sessions and sittings of reflective groups in one list: who looks for "recent" means both. */
import type { LocalDate } from '@shared/kernel/local-date';
import type { SupervisionSession } from '@shared/records/supervision-session/supervision-session';
import type { StoredOutline } from '@shared/vault/vault-api';

export type Meeting =
  | { readonly type: 'session'; readonly record: StoredOutline<'supervision-session'> }
  | { readonly type: 'sitting'; readonly record: StoredOutline<'group-session'> };

export interface MeetingsRequest {
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
}

const newestFirst = (left: Meeting, right: Meeting): number =>
  left.record.value.date < right.record.value.date
    ? 1
    : left.record.value.date > right.record.value.date
      ? -1
      : 0;

function* each({ sessions, groupSessions }: MeetingsRequest): Generator<Meeting> {
  for (const record of sessions) yield { type: 'session', record };
  for (const record of groupSessions) yield { type: 'sitting', record };
}

/** Of one kind, of one person, or all. At a sitting only those count who came. */
export function findMeetings(
  request: MeetingsRequest,
  kind: SupervisionSession['kind'] | null,
  personId: string | null,
): Meeting[] {
  const found: Meeting[] = [];
  for (const meeting of each(request)) {
    const kindOf = meeting.type === 'sitting' ? 'reflective-group' : meeting.record.value.kind;
    if (kind !== null && kind !== kindOf) continue;
    if (personId !== null && !wasThere(meeting, personId)) continue;
    found.push(meeting);
  }
  return found.sort(newestFirst);
}

function wasThere(meeting: Meeting, personId: string): boolean {
  return meeting.type === 'session'
    ? meeting.record.value.personIds.some((id) => id === personId)
    : meeting.record.value.attendance.some((entry) => entry.personId === personId && entry.answer === 'came');
}

/** The newest up to the day. One pass: sorting twenty thousand for the sake of six would be felt. */
export function latestMeetings(request: MeetingsRequest, asOf: LocalDate, count: number): Meeting[] {
  const latest: Meeting[] = [];
  for (const meeting of each(request)) {
    const { date } = meeting.record.value;
    const last = latest[count - 1];
    if (date > asOf || (last !== undefined && date <= last.record.value.date)) continue;
    const at = latest.findIndex((known) => known.record.value.date < date);
    latest.splice(at === -1 ? latest.length : at, 0, meeting);
    latest.length = Math.min(latest.length, count);
  }
  return latest;
}
