/** What is due or coming up as of a day, of every sort; what a notification may say of it; and when none is shown. */
import type { Nation } from '@shared/kernel/bank-holidays';
import type { RecordId } from '@shared/kernel/ids';
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { addDays } from '@shared/kernel/local-date';
import { keptDatesOf, noticeDays } from '@shared/event-plans/kept-dates';
import { hasLapsed } from '@shared/event-plans/plan-state';
import type { ReminderKind, ReminderSettings } from '@shared/records/reminder-settings/reminder-settings';
import { isOpenAction } from '@shared/records/supervision-session/supervision-session';
import { replyAwaited, reviewAwaited } from '@shared/workforce/outside-issues';
import { requestState } from '@shared/requests/due-date';
import type { Coverage } from '@shared/supervision/coverage';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';

export interface Reminder {
  readonly kind: ReminderKind;
  readonly on: LocalDate;
  readonly state: 'overdue' | 'today' | 'soon';
  /** Negative once it is over. */
  readonly daysLeft: number;
  readonly recordId: RecordId;
  readonly personId: RecordId | null;
}

export interface ReminderRequest {
  readonly settings: Pick<ReminderSettings, 'kinds' | 'leadDays'>;
  readonly asOf: LocalDate;
  /** Of the service: the day by which a request is answered is a working day there. */
  readonly nation: Nation;
  readonly coverage: Pick<Coverage, 'people'>;
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly agreements: readonly StoredRecord<'agreement'>[];
  readonly groups: readonly StoredRecord<'reflective-group'>[];
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
  readonly facilitators: readonly StoredRecord<'facilitator'>[];
  readonly accessRequests: readonly StoredRecord<'access-request'>[];
  readonly wellbeingPlans: readonly StoredRecord<'wellbeing-plan'>[];
  readonly eventPlans: readonly StoredOutline<'event-plan'>[];
  readonly readyPlans: readonly StoredRecord<'ready-plan'>[];
  readonly outsideIssues: readonly StoredOutline<'outside-issue'>[];
  readonly policyReviews: readonly StoredRecord<'policy-review'>[];
}

/** Longest overdue first. */
export function remindersAsOf(request: ReminderRequest): Reminder[] {
  const { asOf, settings } = request;
  const found: Reminder[] = [];
  const wanted = new Set(settings.kinds);
  const last = addDays(asOf, settings.leadDays);
  const add = (
    kind: ReminderKind,
    on: LocalDate,
    recordId: RecordId,
    personId: RecordId | null = null,
    until = last,
  ): void => {
    if (!wanted.has(kind) || on > until) return;
    const daysLeft = daysBetween(asOf, on);
    const state = daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : 'soon';
    found.push({ kind, on, state, daysLeft, recordId, personId });
  };

  for (const { id, state, overdueBy, dueIn } of request.coverage.people) {
    // Nobody is reminded of somebody who is away.
    if (state === 'away') continue;
    add('supervision', addDays(asOf, overdueBy > 0 ? -overdueBy : dueIn), id, id);
  }
  for (const { id, value } of request.sessions)
    for (const action of value.actions)
      if (action.due !== null && isOpenAction(action))
        add('agreed-action', action.due, id, onlyOf(value.personIds));
  for (const { id, value } of request.agreements)
    if (value.endedOn === null || value.endedOn >= asOf)
      add('agreement-review', value.reviewOn, id, value.personId);
  for (const { id, value } of request.groups) {
    if (value.startedOn > asOf || (value.endedOn !== null && value.endedOn < asOf)) continue;
    const next = nextMeeting(id, value.startedOn, value.intervalDays, request.groupSessions, asOf);
    add('group', next, id);
  }
  for (const { id, value } of request.facilitators)
    if (value.trainingExpires !== null && (value.endedOn === null || value.endedOn >= asOf))
      add('facilitator-training', value.trainingExpires, id, value.personId);
  for (const { id, value } of request.accessRequests) {
    const { due, daysLeft } = requestState(value, asOf, request.nation);
    if (daysLeft !== null) add('access-request', due, id, value.personId);
  }
  for (const { id, value } of request.wellbeingPlans)
    if (value.reviewOn !== null) add('plan-review', value.reviewOn, id, value.ownerId);
  for (const { id, value } of request.eventPlans)
    if (value.closedOn === null)
      for (const step of value.steps)
        if (step.doneOn === null && !hasLapsed(value, step))
          add('plan-step', step.due, id, step.ownerPersonId);
  for (const { id, value } of request.eventPlans)
    for (const { due, doneOn, ownerPersonId } of value.reviewActions)
      if (due !== null && doneOn === null) add('agreed-action', due, id, ownerPersonId);
  // Two weeks ahead whatever the lead of the rest: there is time to change a rota. A day that is over asks for nothing.
  const untilKeptDay = addDays(asOf, Math.max(settings.leadDays, noticeDays));
  for (const { id, value } of request.eventPlans) {
    const days = new Set(keptDatesOf(value).map(({ on }) => on));
    for (const on of days) if (on >= asOf) add('plan-date', on, id, null, untilKeptDay);
  }
  for (const { id, value } of request.readyPlans)
    if (value.reviewOn !== null) add('ready-plan', value.reviewOn, id);
  for (const { id, value } of request.outsideIssues) {
    const reply = replyAwaited(value);
    const review = reviewAwaited(value);
    if (reply !== null) add('outside-reply', reply, id);
    if (review !== null) add('outside-review', review, id);
  }
  for (const { id, value } of request.policyReviews) add('policy-review', value.dueOn, id, value.ownerId);
  return found.sort((left, right) => left.daysLeft - right.daysLeft);
}

function onlyOf(ids: readonly RecordId[]): RecordId | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

/** The date set at the last meeting, or one rhythm on. */
export function nextMeeting(
  groupId: RecordId,
  startedOn: LocalDate,
  intervalDays: number,
  meetings: readonly StoredOutline<'group-session'>[],
  asOf: LocalDate,
): LocalDate {
  const held = meetings
    .map(({ value }) => value)
    .filter((value) => value.groupId === groupId && value.date <= asOf)
    .sort((left, right) => (left.date < right.date ? 1 : -1));
  const [latest] = held;
  if (latest === undefined) return startedOn;
  return latest.nextDate ?? addDays(latest.date, intervalDays);
}

/** What is due now, as numbers: coming up is no reason to speak. */
export function dueCounts(reminders: readonly Reminder[]): Readonly<Partial<Record<ReminderKind, number>>> {
  const counts: Partial<Record<ReminderKind, number>> = {};
  for (const { kind, state } of reminders) if (state !== 'soon') counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Whether the app keeps still. `time` is "HH:MM"; the end of the day belongs to the evening. */
export function isQuiet(
  settings: ReminderSettings,
  now: { readonly weekday: number; readonly time: string },
): boolean {
  if (!settings.isOn || !settings.weekdays.includes(now.weekday)) return true;
  return now.time < settings.from || now.time >= settings.to;
}
