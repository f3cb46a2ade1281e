/** Source rows of staff and sickness: people by what they count for, absences by the days they cost. */
import { fullTimeHoursOn } from '@shared/records/service/full-time-week';
import { addDays, dayNumber, firstDayOf, formatDate, fromDayNumber } from '@shared/kernel/local-date';
import { defaultLongTermDays, nesWeeksPerYear } from '@shared/statistics/absence';
import type { GroupMonth } from '@shared/statistics/workforce-engine';
import type { MeasureId } from '../measures';
import type { FigureRecords } from '../figures';
import type { GroupPerson, SourceGroup } from './group-people';
import type { SourceRow, Sources, SourceTable } from './source-rows';

type StaffMeasure = Exclude<
  MeasureId,
  | `sickness-${string}`
  | 'caseload'
  | 'vacancy-rate'
  | 'supervision-coverage'
  | 'training-missed'
  | 'protected-time'
  | 'breaks'
  | 'sessions-cut'
>;
export type SicknessMeasure = Extract<MeasureId, `sickness-${string}`>;

const byTitle = (left: SourceRow, right: SourceRow): number => left.title.localeCompare(right.title, 'en-GB');

function timesText({ value }: GroupPerson): string {
  const { role, startDate, lastDay } = value;
  const span = `from ${formatDate(startDate)}${lastDay === null ? '' : ` to ${formatDate(lastDay)}`}`;
  return `${role}, ${span}`;
}

function personRow(person: GroupPerson, above: number | null, below: number | null): SourceRow {
  return {
    key: person.id,
    title: person.value.name,
    detail: timesText(person),
    link: { kind: 'person', id: person.id },
    above,
    below,
  };
}

const outflow = ({ openingHeadcount12, turnoverOpening12 }: GroupMonth): number =>
  openingHeadcount12 * (turnoverOpening12 ?? 0);
const averageOf = ({ openingHeadcount12, headcount }: GroupMonth): number =>
  (openingHeadcount12 + headcount) / 2;

interface Column {
  readonly label: string;
  of(month: GroupMonth): number;
}
interface Plan {
  readonly title: string;
  readonly above: Column;
  readonly below: Column | null;
}

const average: Column = { label: 'In average headcount', of: averageOf };
const opening: Column = { label: 'In post 12 months before', of: (month) => month.openingHeadcount12 };

const plans: Readonly<Record<StaffMeasure, Plan>> = {
  headcount: {
    title: 'People in post on the last day',
    above: { label: 'Counts as', of: (month) => month.headcount },
    below: null,
  },
  wte: {
    title: 'People in post on the last day, by WTE',
    above: { label: 'WTE', of: (month) => month.wte },
    below: null,
  },
  starters: {
    title: 'People who started in the month',
    above: { label: 'Starts', of: (month) => month.joiners },
    below: null,
  },
  leavers: {
    title: 'People who left in the month',
    above: { label: 'Left', of: (month) => month.leavers },
    below: null,
  },
  'turnover-average': {
    title: 'People of the 12 months',
    above: { label: 'Left', of: (month) => month.leavers12 },
    below: average,
  },
  'turnover-opening': {
    title: 'People in post 12 months before',
    above: { label: 'Not in post now', of: outflow },
    below: opening,
  },
  'turnover-voluntary': {
    title: 'People of the 12 months',
    above: { label: 'Resigned', of: (month) => month.resignations12 },
    below: average,
  },
  stability: {
    title: 'People in post 12 months before',
    above: { label: 'In post now', of: (month) => month.openingHeadcount12 - outflow(month) },
    below: opening,
  },
};

export function staffSources(id: StaffMeasure, group: SourceGroup): Sources {
  const { title, above, below } = plans[id];
  const rows = group.people
    .map((person) =>
      personRow(person, above.of(person.month), below === null ? null : below.of(person.month)),
    )
    .filter((row) => row.above !== 0 || (row.below ?? 0) !== 0)
    // Those above the line first: they are what is asked about.
    .sort((left, right) =>
      below === null || (left.above === 0) === (right.above === 0)
        ? byTitle(left, right)
        : left.above === 0
          ? 1
          : -1,
    );
  const withoutHours = group.people.filter(({ month }) => month.withoutHours > 0).length;
  return {
    isByHand: false,
    tables: [{ title, above: above.label, below: below?.label ?? null, hasSum: true, rows }],
    note:
      id === 'wte' && withoutHours > 0
        ? `${withoutHours === 1 ? '1 person has' : `${withoutHours} people have`} no weekly hours recorded and no row here.`
        : null,
  };
}

type PersonAbsence = GroupPerson['absences'][number];

function spanText({ value }: PersonAbsence): string {
  const { firstDay, lastDay } = value;
  if (lastDay === null) return `Since ${formatDate(firstDay)}`;
  return firstDay === lastDay ? formatDate(firstDay) : `${formatDate(firstDay)} to ${formatDate(lastDay)}`;
}

/** An absence is judged by the whole episode that it is part of: touching certificates are one. */
function isLong(person: GroupPerson, absence: PersonAbsence): boolean {
  const first = dayNumber(absence.value.firstDay);
  const episode = person.day.episodes.find(({ start, end }) => start <= first && first <= end);
  return episode !== undefined && episode.end - episode.start + 1 >= defaultLongTermDays;
}

/** Each absence with the WTE days that it adds: of overlapping ones a day counts for the first. */
function absenceRows(person: GroupPerson, group: SourceGroup, weight: number): SourceRow[] {
  if (person.month.fteDaysLost === 0) return [];
  const ordered = person.absences.toSorted((left, right) =>
    left.value.firstDay < right.value.firstDay ? -1 : 1,
  );
  const monthStart = firstDayOf(group.window.month);
  const monthEnd = fromDayNumber(group.window.last);
  const touches = ({ value }: PersonAbsence): boolean =>
    value.firstDay <= monthEnd && (value.lastDay === null || value.lastDay >= monthStart);
  const counted = ordered.filter((absence) => !touches(absence));
  let before = person.monthWith(counted).fteDaysLost;
  return ordered.filter(touches).flatMap((absence): SourceRow[] => {
    counted.push(absence);
    const now = person.monthWith(counted).fteDaysLost;
    const days = now - before;
    before = now;
    if (days === 0) return [];
    return [
      {
        key: absence.id,
        title: person.value.name,
        detail: `${spanText(absence)}${isLong(person, absence) ? ', long-term' : ''}`,
        link: { kind: 'absence', id: absence.id },
        above: days * weight,
        below: null,
      },
    ];
  });
}

function wanted(id: SicknessMeasure, person: GroupPerson, row: SourceRow): boolean {
  if (id !== 'sickness-long' && id !== 'sickness-short') return true;
  const absence = person.absences.find((each) => each.id === row.key);
  return absence !== undefined && isLong(person, absence) === (id === 'sickness-long');
}

export function sicknessSources(id: SicknessMeasure, group: SourceGroup, records: FigureRecords): Sources {
  const { window } = group;
  const week = fullTimeHoursOn(records.fullTimeWeeks, window.through);
  const isHours = id === 'sickness-hours';
  const lostWeight = isHours ? week / 7 : 1;
  const heldWeight = isHours ? (week * nesWeeksPerYear) / 12 / window.monthDays : 1;
  const absences: SourceTable = {
    title:
      id === 'sickness-long'
        ? 'Long-term absences'
        : id === 'sickness-short'
          ? 'Short-term absences'
          : 'Absences',
    above: isHours ? 'Hours lost' : 'WTE days lost',
    below: null,
    hasSum: true,
    rows: group.people
      .flatMap((person) => absenceRows(person, group, lostWeight).filter((row) => wanted(id, person, row)))
      .sort(byTitle),
  };
  const people: SourceTable = {
    title: 'People in post in the month',
    above: null,
    below: isHours ? 'Hours contracted' : 'WTE days available',
    hasSum: true,
    rows: group.people
      .filter(({ month }) => month.fteDaysAvailable > 0)
      .map((person) => personRow(person, null, person.month.fteDaysAvailable * heldWeight))
      .sort(byTitle),
  };
  return {
    isByHand: false,
    tables: [absences, people],
    note: addDays(window.through, 1) > records.asOf ? 'An open absence is counted up to today.' : null,
  };
}
