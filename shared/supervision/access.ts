/**
 * Access to supervision as of a day: who is entitled, who has somebody, who has an agreement, whose supervision was
 * held on time, and which roles reach neither clinical supervision nor a group. Entitled: in post on the day and not
 * away for the whole of their interval; volunteers, sessional and agency people count like everyone else.
 */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { sittingsOf } from '@shared/groups/sittings';
import {
  contractLabels,
  engagementLabels,
  exposureLabels,
  exposures,
  siteTraitLabels,
  workPatternLabels,
  type Person,
} from '@shared/records/person/person';
import type { noSupervisorReasons } from '@shared/records/supervision-assignment/supervision-assignment';
import { groupBy } from '@shared/statistics/days';
import { median, ratio } from '@shared/statistics/descriptive';
import { supervisionCoverage, type SupervisionCoverage } from '@shared/statistics/supervision';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { agreementState, isCurrentAssignment, type AgreementState } from './agreements';
import {
  isInPost,
  rolesWithNeither,
  supervisionCoverageAsOf,
  type CoverageRequest,
  type PersonCoverage,
} from './coverage';
import {
  facilitatorStates,
  sameLineAndClinical,
  type FacilitatorRequest,
  type FacilitatorState,
} from './facilitators';

/** A count of a count; the rate is a proportion, null when there is nobody to count. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly rate: number | null;
}

export interface AccessInput extends CoverageRequest, FacilitatorRequest {
  readonly agreements: readonly StoredRecord<'agreement'>[];
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
  /** Hours of a full-time week: fewer is part-time. */
  readonly fullTimeWeeklyHours: number;
  readonly asOf: LocalDate;
}

export interface PersonAccess extends PersonCoverage {
  readonly isEntitled: boolean;
  readonly isAssigned: boolean;
  readonly noSupervisorReason: (typeof noSupervisorReasons)[number] | null;
  readonly agreement: AgreementState | null;
  readonly isOnTime: boolean;
  readonly isSameLineAndClinical: boolean;
}

export interface AccessSplit {
  readonly key: string;
  readonly label: string;
  readonly people: number;
  readonly assigned: Share;
  readonly agreed: Share;
  readonly onTime: Share;
  readonly both: number;
  readonly clinicalOnly: number;
  readonly groupOnly: number;
  readonly neither: number;
}

export const accessDimensions = [
  'role',
  'exposure',
  'site',
  'place',
  'pattern',
  'contract',
  'belonging',
  'hours',
] as const;
export type AccessDimension = (typeof accessDimensions)[number];

export interface Access {
  readonly asOf: LocalDate;
  /** Everyone in post, longest wait first. */
  readonly people: readonly PersonAccess[];
  readonly entitled: number;
  readonly assigned: Share;
  readonly agreed: Share;
  readonly onTime: Share;
  /** Nothing held yet, within the first interval: entitled, and neither on time nor late. */
  readonly newcomers: number;
  readonly away: number;
  /** Known to have nobody, with the reason. */
  readonly noSupervisor: readonly PersonAccess[];
  /** Nobody named, and no reason given either. */
  readonly notSaid: readonly PersonAccess[];
  /** Of everything booked in the twelve months to the day. */
  readonly cancelledByService: Share;
  readonly cancelledByPerson: Share;
  /** Held over due in the twelve months to the day; of each person no more count as held than were due. */
  readonly heldOfDue: Share;
  /** Days between one session held and the next, of those held in the twelve months to the day. */
  readonly medianGapDays: number | null;
  readonly medianDaysSince: number | null;
  readonly longestDaysSince: number | null;
  readonly splits: Readonly<Record<AccessDimension, readonly AccessSplit[]>>;
  readonly rolesWithNeither: readonly string[];
  readonly facilitators: readonly FacilitatorState[];
  readonly facilitatorsInDate: Share;
  /** The same by the published definition: in post throughout the service's interval, and held within it. */
  readonly coverage: SupervisionCoverage;
}

const yearDays = 365;

function share(part: number, whole: number): Share {
  return { part, whole, rate: ratio(part, whole) };
}

export function isPartTime(
  person: Pick<Person, 'partTime' | 'weeklyHours'>,
  fullTimeWeeklyHours: number,
): boolean | null {
  if (person.partTime !== null) return person.partTime;
  return person.weeklyHours === null ? null : person.weeklyHours < fullTimeWeeklyHours;
}

export function supervisionAccess(request: AccessInput): Access {
  const { asOf } = request;
  const coverage = supervisionCoverageAsOf(request);
  const assignments = groupBy(
    request.assignments.map(({ value }) => value).filter((each) => isCurrentAssignment(each, asOf)),
    ({ personId }) => personId,
  );
  const agreements = groupBy(request.agreements, ({ value }) => value.personId);
  const same = new Set(sameLineAndClinical(request));
  const people = coverage.people.map((each): PersonAccess => {
    const theirs = assignments.get(each.id) ?? [];
    const isAssigned = theirs.some(({ facilitatorId }) => facilitatorId !== null);
    const states = (agreements.get(each.id) ?? []).map(({ value }) => agreementState(value, asOf));
    return {
      ...each,
      isEntitled: each.state !== 'away',
      isAssigned,
      noSupervisorReason: isAssigned
        ? null
        : (theirs.find(({ noSupervisorReason }) => noSupervisorReason !== null)?.noSupervisorReason ?? null),
      agreement:
        (['agreed', 'not-agreed', 'waiting'] as const).find((state) => states.includes(state)) ?? null,
      isOnTime: each.state === 'on-time' || each.state === 'due-today',
      isSameLineAndClinical: same.has(each.id),
    };
  });
  const entitled = people.filter(({ isEntitled }) => isEntitled);
  const unassigned = entitled.filter(({ isAssigned }) => !isAssigned);
  const facilitators = facilitatorStates(request);
  const year = yearOf(request, entitled);
  const since = entitled.flatMap(({ daysSince }) => daysSince ?? []);
  return {
    asOf,
    people,
    entitled: entitled.length,
    ...sharesOf(entitled),
    newcomers: entitled.filter(({ state }) => state === 'first-to-come').length,
    away: coverage.away,
    noSupervisor: unassigned.filter(({ noSupervisorReason }) => noSupervisorReason !== null),
    notSaid: unassigned.filter(({ noSupervisorReason }) => noSupervisorReason === null),
    cancelledByService: share(coverage.cancelledByService, coverage.booked),
    cancelledByPerson: share(coverage.cancelledByPerson, coverage.booked),
    ...year,
    medianDaysSince: median(since),
    longestDaysSince: since.reduce<number | null>((most, days) => Math.max(most ?? days, days), null),
    splits: splitsOf(entitled, request.fullTimeWeeklyHours),
    rolesWithNeither: rolesWithNeither(coverage).map(({ role }) => role),
    facilitators,
    facilitatorsInDate: share(
      facilitators.filter(({ training }) => training === 'in-date' || training === 'soon').length,
      facilitators.length,
    ),
    coverage: publishedCoverage(request),
  };
}

function sharesOf(people: readonly PersonAccess[]): Pick<AccessSplit, 'assigned' | 'agreed' | 'onTime'> {
  const count = (fits: (person: PersonAccess) => boolean): Share =>
    share(people.filter(fits).length, people.length);
  return {
    assigned: count(({ isAssigned }) => isAssigned),
    agreed: count(({ agreement }) => agreement === 'agreed'),
    onTime: count(({ isOnTime }) => isOnTime),
  };
}

/** Days of everything held, by person. */
function heldDays(request: AccessInput): Map<RecordId, LocalDate[]> {
  const days = new Map<RecordId, LocalDate[]>();
  const add = (personId: RecordId, date: LocalDate): void => {
    const theirs = days.get(personId);
    if (theirs === undefined) days.set(personId, [date]);
    else theirs.push(date);
  };
  for (const { value } of request.sessions)
    if (value.status === 'held' && value.date <= request.asOf)
      for (const personId of value.personIds) add(personId, value.date);
  for (const { isHeld, date, came } of sittingsOf([], request.groupSessions))
    if (isHeld && date <= request.asOf) for (const personId of came) add(personId, date);
  return days;
}

function yearOf(
  request: AccessInput,
  entitled: readonly PersonAccess[],
): Pick<Access, 'heldOfDue' | 'medianGapDays'> {
  const yearStart = addDays(request.asOf, 1 - yearDays);
  const days = heldDays(request);
  const gaps: number[] = [];
  let due = 0;
  let held = 0;
  for (const { id, person, intervalDays } of entitled) {
    const theirs = [...new Set(days.get(id) ?? [])].sort();
    const inYear = theirs.filter((date) => date >= yearStart);
    theirs.forEach((date, index) => {
      const before = theirs[index - 1];
      if (date >= yearStart && before !== undefined) gaps.push(daysBetween(before, date));
    });
    const from =
      person.startDate > yearStart && person.startDate <= request.asOf ? person.startDate : yearStart;
    const dueOfThem = Math.floor((daysBetween(from, request.asOf) + 1) / intervalDays);
    due += dueOfThem;
    held += Math.min(inYear.length, dueOfThem);
  }
  return { heldOfDue: share(held, due), medianGapDays: median(gaps) };
}

function publishedCoverage(request: AccessInput): SupervisionCoverage {
  const days = heldDays(request);
  const absences = groupBy(request.absences, ({ value }) => value.personId);
  const span = ({ firstDay, lastDay }: { firstDay: LocalDate; lastDay: LocalDate | null }) => ({
    start: firstDay,
    end: lastDay,
  });
  const staff = request.people
    .filter(({ value }) => isInPost(value, request.asOf))
    .map(({ id, value }) => ({
      id,
      start: value.startDate,
      end: value.lastDay,
      sessions: (days.get(id) ?? []).map((date) => ({ date, held: true })),
      leave: [...(absences.get(id) ?? []).map((record) => span(record.value)), ...value.leaves.map(span)],
    }));
  return supervisionCoverage(staff, request.asOf, request.intervalDays);
}

const notSaid = 'Not said';

function keysOf(
  dimension: AccessDimension,
  person: Person,
  fullTimeWeeklyHours: number,
): readonly (readonly [key: string, label: string])[] {
  switch (dimension) {
    case 'role':
      return [[person.role, person.role]];
    case 'exposure':
      return [[person.exposure, exposureLabels[person.exposure]]];
    case 'site':
      return [[person.site, person.site === '' ? notSaid : person.site]];
    case 'place':
      // Somebody may work in a place that is rural and an island: counted under both.
      return person.siteTraits.length === 0
        ? [['', 'None of these']]
        : person.siteTraits.map((trait) => [trait, siteTraitLabels[trait]]);
    case 'pattern':
      return person.workPattern === null
        ? [['', notSaid]]
        : [[person.workPattern, workPatternLabels[person.workPattern]]];
    case 'contract':
      return [[person.contract, contractLabels[person.contract]]];
    case 'belonging':
      return [[person.engagement, engagementLabels[person.engagement]]];
    case 'hours': {
      const isPart = isPartTime(person, fullTimeWeeklyHours);
      if (isPart === null) return [['', notSaid]];
      return isPart ? [['part-time', 'Part-time']] : [['full-time', 'Full-time']];
    }
  }
}

function splitsOf(people: readonly PersonAccess[], fullTimeWeeklyHours: number): Access['splits'] {
  const rows = (dimension: AccessDimension): readonly AccessSplit[] => {
    const groups = new Map<string, { readonly label: string; readonly members: PersonAccess[] }>();
    for (const each of people) {
      for (const [key, label] of keysOf(dimension, each.person, fullTimeWeeklyHours)) {
        const group = groups.get(key);
        if (group === undefined) groups.set(key, { label, members: [each] });
        else group.members.push(each);
      }
    }
    return [...groups]
      .map(([key, { label, members }]): AccessSplit => {
        const having = (clinical: boolean, group: boolean): number =>
          members.filter(({ hasClinical, hasGroup }) => hasClinical === clinical && hasGroup === group)
            .length;
        return {
          key,
          label,
          people: members.length,
          ...sharesOf(members),
          both: having(true, true),
          clinicalOnly: having(true, false),
          groupOnly: having(false, true),
          neither: having(false, false),
        };
      })
      .sort((left, right) =>
        dimension === 'exposure'
          ? exposureRank(right.key) - exposureRank(left.key)
          : left.label.localeCompare(right.label, 'en-GB'),
      );
  };
  const entries = accessDimensions.map((dimension) => [dimension, rows(dimension)] as const);
  return Object.fromEntries(entries) as Record<AccessDimension, readonly AccessSplit[]>;
}

function exposureRank(key: string): number {
  return exposures.findIndex((each) => each === key);
}
