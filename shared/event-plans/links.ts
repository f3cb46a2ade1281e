/** What else in the vault belongs beside a plan: the next supervision, the next group, a wellbeing round too close to it. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { membersOn } from '@shared/groups/sittings';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { nextMeeting } from '@shared/reminders/reminders';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import type { StoredPlan } from './plan-state';

export interface LinkRecords {
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly groups: readonly StoredRecord<'reflective-group'>[];
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
}

export interface PersonLinks {
  readonly personId: RecordId;
  /** The day set at their latest session; `isPast` when it has gone by without another. Null when none is set. */
  readonly supervision: {
    readonly on: LocalDate;
    readonly isPast: boolean;
    readonly sessionId: RecordId;
  } | null;
  /** The next sitting of each group that they belong to. */
  readonly groups: readonly { readonly groupId: RecordId; readonly name: string; readonly on: LocalDate }[];
}

/** For everyone on the people list who is affected, in the order of the plan. One pass over the sessions. */
export function linksFor(plan: PlanOutline, records: LinkRecords, asOf: LocalDate): readonly PersonLinks[] {
  const wanted = new Set(plan.affected.map(({ personId }) => personId));
  const latest = new Map<RecordId, StoredOutline<'supervision-session'>>();
  for (const session of records.sessions) {
    if (session.value.kind === 'reflective-group') continue;
    for (const personId of session.value.personIds) {
      if (!wanted.has(personId)) continue;
      const before = latest.get(personId);
      if (before === undefined || session.value.date > before.value.date) latest.set(personId, session);
    }
  }
  const groupsOf = nextSittings(records, asOf);
  return plan.affected.map(({ personId }) => {
    const session = latest.get(personId);
    const on = session?.value.nextDate ?? null;
    return {
      personId,
      supervision:
        session === undefined || on === null ? null : { on, isPast: on < asOf, sessionId: session.id },
      groups: groupsOf.get(personId) ?? [],
    };
  });
}

function nextSittings(
  { groups, groupSessions }: LinkRecords,
  asOf: LocalDate,
): ReadonlyMap<RecordId, PersonLinks['groups']> {
  const found = new Map<RecordId, PersonLinks['groups']>();
  for (const { id, value } of groups) {
    if (value.startedOn > asOf || (value.endedOn !== null && value.endedOn < asOf)) continue;
    const next = nextMeeting(id, value.startedOn, value.intervalDays, groupSessions, asOf);
    // Its day has passed and nothing was noted: nobody can be sent to it.
    if (next < asOf || (value.endedOn !== null && next > value.endedOn)) continue;
    for (const personId of membersOn(value, asOf))
      found.set(personId, [...(found.get(personId) ?? []), { groupId: id, name: value.name, on: next }]);
  }
  return found;
}

const roundDays = 14;

/** Wellbeing rounds that are open within the two weeks after the event: their answers will carry it. */
export function roundsNear<Wave extends { readonly value: Pick<WellbeingWave, 'opensOn' | 'closesOn'> }>(
  plan: Pick<PlanOutline, 'occurredOn'>,
  waves: readonly Wave[],
): readonly Wave[] {
  const until = addDays(plan.occurredOn, roundDays);
  return waves.filter(({ value }) => value.opensOn <= until && value.closesOn >= plan.occurredOn);
}

/** Said when a round is planned; null when no event is near. It names neither the event nor anyone. */
export function roundWarning(
  round: Pick<WellbeingWave, 'opensOn' | 'closesOn'>,
  plans: readonly StoredPlan[],
): string | null {
  const latest = plans
    .filter(({ value }) => roundsNear(value, [{ value: round }]).length > 0)
    .reduce<LocalDate | null>(
      (last, { value }) => (last === null || value.occurredOn > last ? value.occurredOn : last),
      null,
    );
  if (latest === null) return null;
  const from = formatDate(addDays(latest, roundDays + 1));
  return `A hard event falls within two weeks of this round. Answers may show that event. From ${from} it is two weeks past.`;
}
