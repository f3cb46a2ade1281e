/**
 * Who has supervision, and who does not, as of a day. Overdue by the rule of shared/statistics/supervision:
 * more days than the interval since the last session held. A session that was cancelled never counts.
 */
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { coversDay, groupBy, type OpenDaySpan } from '@shared/statistics/days';
import { supervisionStatus } from '@shared/statistics/supervision';
import { sittingsOf } from '@shared/groups/sittings';
import type { Person } from '@shared/records/person/person';
import type { SupervisionSession } from '@shared/records/supervision-session/supervision-session';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';

export type CoverageState =
  | 'on-time'
  | 'due-today'
  | 'overdue'
  /** Nothing held yet, and the first interval since the start has not passed. */
  | 'first-to-come'
  /** Nothing held since the start, and more than one interval has passed. */
  | 'none-yet'
  /** Away for the whole interval: no failure of supervision, and counted in no rate. */
  | 'away';

export interface PersonCoverage {
  readonly id: RecordId;
  readonly person: Person;
  readonly intervalDays: number;
  readonly lastIndividual: LocalDate | null;
  readonly lastGroup: LocalDate | null;
  readonly lastHeld: LocalDate | null;
  readonly lastKind: SupervisionSession['kind'] | null;
  /** Days since the last session held; null when there was none. */
  readonly daysSince: number | null;
  readonly overdueBy: number;
  /** Days until it is due; 0 when it is due or overdue. */
  readonly dueIn: number;
  readonly state: CoverageState;
  readonly hasClinical: boolean;
  readonly hasGroup: boolean;
}

export interface RoleRoutes {
  readonly role: string;
  readonly people: number;
  readonly both: number;
  readonly clinicalOnly: number;
  readonly groupOnly: number;
  readonly neither: number;
}

export interface Coverage {
  readonly asOf: LocalDate;
  /** In post on the day, longest wait first. */
  readonly people: readonly PersonCoverage[];
  /** People in post who were not away for their whole interval: the "of N". */
  readonly counted: number;
  readonly onTime: number;
  readonly overdue: number;
  readonly withoutRecord: number;
  readonly away: number;
  /** Sessions of the twelve months to the day. */
  readonly booked: number;
  readonly cancelledByService: number;
  readonly cancelledByPerson: number;
  readonly roles: readonly RoleRoutes[];
}

export interface CoverageRequest {
  readonly people: readonly StoredRecord<'person'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  /** Meetings of reflective groups that stand apart from supervision records. */
  readonly groupSessions?: readonly StoredOutline<'group-session'>[];
  readonly intervalDays: number;
  readonly asOf: LocalDate;
}

/** A route counts when it was really used in the twelve months to the day. */
const routeDays = 365;

type Spells = Pick<Person, 'startDate' | 'lastDay' | 'earlierSpells'>;

/** The time in post that the day falls into: this one, or an earlier one of somebody who came back. */
function spellOn(person: Spells, day: LocalDate): OpenDaySpan | null {
  const now = { start: person.startDate, end: person.lastDay };
  if (coversDay(now, day)) return now;
  const earlier = person.earlierSpells.find((spell) =>
    coversDay({ start: spell.startDate, end: spell.lastDay }, day),
  );
  return earlier === undefined ? null : { start: earlier.startDate, end: earlier.lastDay };
}

export function isInPost(person: Spells, day: LocalDate): boolean {
  return spellOn(person, day) !== null;
}

type HeldSession = Pick<SupervisionSession, 'kind' | 'date'>;

const latest = (sessions: readonly HeldSession[]): HeldSession | null =>
  sessions.reduce<HeldSession | null>(
    (last, session) => (last === null || session.date > last.date ? session : last),
    null,
  );

/** `held` are this person's sessions held on or before `asOf`. */
export function personCoverage(
  record: Pick<StoredRecord<'person'>, 'id' | 'value'>,
  held: readonly HeldSession[],
  absences: readonly OpenDaySpan[],
  serviceIntervalDays: number,
  asOf: LocalDate,
): PersonCoverage {
  const { id, value: person } = record;
  const intervalDays = person.supervisionIntervalDays ?? serviceIntervalDays;
  const last = latest(held);
  const status = supervisionStatus({
    lastHeld: last?.date ?? null,
    start: spellOn(person, asOf)?.start ?? person.startDate,
    intervalDays,
    asOf,
  });
  const windowStart = addDays(asOf, 1 - intervalDays);
  const away = [
    ...absences,
    ...person.leaves.map(({ firstDay, lastDay }) => ({ start: firstDay, end: lastDay })),
  ];
  const isAway = away.some((span) => coversDay(span, windowStart) && coversDay(span, asOf));
  const routeStart = addDays(asOf, 1 - routeDays);
  const hasRoute = (kind: SupervisionSession['kind']): boolean =>
    held.some((session) => session.kind === kind && session.date >= routeStart);
  let state: CoverageState =
    status.state === 'due' ? 'due-today' : status.state === 'overdue' ? 'overdue' : 'on-time';
  if (last === null) state = status.state === 'overdue' ? 'none-yet' : 'first-to-come';
  if (isAway && state !== 'on-time') state = 'away';
  return {
    id,
    person,
    intervalDays,
    lastIndividual: latest(held.filter(({ kind }) => kind !== 'reflective-group'))?.date ?? null,
    lastGroup: latest(held.filter(({ kind }) => kind === 'reflective-group'))?.date ?? null,
    lastHeld: last?.date ?? null,
    lastKind: last?.kind ?? null,
    daysSince: last === null ? null : status.daysSince,
    overdueBy: last === null ? 0 : status.overdueBy,
    dueIn: Math.max(0, intervalDays - (status.daysSince ?? 0)),
    state,
    hasClinical: hasRoute('clinical'),
    hasGroup: hasRoute('reflective-group'),
  };
}

const order: Readonly<Record<CoverageState, number>> = {
  'none-yet': 0,
  'first-to-come': 1,
  overdue: 2,
  'due-today': 3,
  'on-time': 4,
  away: 5,
};

function byWait(left: PersonCoverage, right: PersonCoverage): number {
  return (
    order[left.state] - order[right.state] ||
    right.overdueBy - left.overdueBy ||
    (right.daysSince ?? 0) - (left.daysSince ?? 0) ||
    left.person.name.localeCompare(right.person.name, 'en-GB')
  );
}

export function supervisionCoverageAsOf(request: CoverageRequest): Coverage {
  const { asOf, intervalDays } = request;
  const heldByPerson = new Map<RecordId, HeldSession[]>();
  let booked = 0;
  let cancelledByService = 0;
  let cancelledByPerson = 0;
  const yearStart = addDays(asOf, 1 - routeDays);
  for (const { value } of request.sessions) {
    if (value.date > asOf) continue;
    if (value.date >= yearStart) {
      booked += 1;
      if (value.status === 'cancelled-by-service') cancelledByService += 1;
      if (value.status === 'cancelled-by-person') cancelledByPerson += 1;
    }
    if (value.status !== 'held') continue;
    for (const personId of value.personIds) {
      const held = heldByPerson.get(personId);
      if (held === undefined) heldByPerson.set(personId, [value]);
      else held.push(value);
    }
  }
  for (const sitting of sittingsOf([], request.groupSessions ?? [])) {
    if (sitting.date > asOf) continue;
    if (sitting.date >= yearStart) {
      booked += 1;
      if (sitting.isCancelledByService) cancelledByService += 1;
      else if (!sitting.isHeld) cancelledByPerson += 1;
    }
    if (!sitting.isHeld) continue;
    for (const personId of sitting.came) {
      const session = { kind: 'reflective-group', date: sitting.date } as const;
      const held = heldByPerson.get(personId);
      if (held === undefined) heldByPerson.set(personId, [session]);
      else held.push(session);
    }
  }
  const absencesByPerson = groupBy(request.absences, ({ value }) => value.personId);
  const people = request.people
    .filter(({ value }) => isInPost(value, asOf))
    .map((record) =>
      personCoverage(
        record,
        heldByPerson.get(record.id) ?? [],
        (absencesByPerson.get(record.id) ?? []).map(({ value }) => ({
          start: value.firstDay,
          end: value.lastDay,
        })),
        intervalDays,
        asOf,
      ),
    )
    .sort(byWait);
  const count = (...states: readonly CoverageState[]): number =>
    people.filter(({ state }) => states.includes(state)).length;
  // Newcomers and people away say nothing yet about what their role can reach.
  const settled = people.filter(({ state }) => state !== 'away' && state !== 'first-to-come');
  const roles = [...groupBy(settled, ({ person }) => person.role).entries()]
    .map(([role, members]): RoleRoutes => {
      const having = (clinical: boolean, group: boolean): number =>
        members.filter(({ hasClinical, hasGroup }) => hasClinical === clinical && hasGroup === group).length;
      return {
        role,
        people: members.length,
        both: having(true, true),
        clinicalOnly: having(true, false),
        groupOnly: having(false, true),
        neither: having(false, false),
      };
    })
    .sort(
      (left, right) =>
        right.neither / right.people - left.neither / left.people ||
        left.role.localeCompare(right.role, 'en-GB'),
    );
  return {
    asOf,
    people,
    counted: people.length - count('away'),
    onTime: count('on-time', 'due-today'),
    overdue: count('overdue'),
    withoutRecord: count('none-yet', 'first-to-come'),
    away: count('away'),
    booked,
    cancelledByService,
    cancelledByPerson,
    roles,
  };
}

/** Roles in which nobody has either route: no clinical supervision and no reflective group. */
export function rolesWithNeither(coverage: Coverage): RoleRoutes[] {
  return coverage.roles.filter(({ people, neither }) => neither === people);
}

const peopleWord = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** The sentence at the top: what the page says when nothing else is read. */
export function coverageHeadline({ counted, onTime }: Pick<Coverage, 'counted' | 'onTime'>): string {
  if (counted === 0) return 'Nobody is in post on this day';
  if (onTime === counted)
    return counted === 1
      ? 'The one person in post had supervision on time'
      : `All ${counted} people had supervision on time`;
  if (onTime === 0) return `None of ${peopleWord(counted)} had supervision on time`;
  return `${onTime} of ${peopleWord(counted)} had supervision on time`;
}

/** "66.7%": one decimal, as the page and its table show it. */
export function percentText(part: number, whole: number): string {
  return whole === 0 ? 'None' : `${((part / whole) * 100).toFixed(1)}%`;
}
