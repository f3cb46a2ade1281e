/** The columns that rows may have, each with its hierarchy from fine to coarse. No name, no text of anybody, no day. */
import type { RowColumn } from '@shared/disclosure/generalise';
import type { DisclosurePolicy } from '@shared/disclosure/thresholds';
import {
  addMonthsToMonth,
  formatMonth,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import { engagementLabels } from '@shared/records/person/person';
import {
  hoursOfRow,
  onTimeOfRows,
  sicknessOfRows,
  teamOfRow,
  yearsOfRow,
  type RowPeriod,
  type RowPerson,
  type RowRecords,
} from './row-people';

export const rowColumnIds = [
  'engagement',
  'team',
  'hours',
  'tenure',
  'left',
  'left-quarter',
  'started-quarter',
  'supervision',
  'long-sickness',
  'days-lost',
] as const;
export type RowColumnId = (typeof rowColumnIds)[number];

export const rowColumnTitles = {
  engagement: 'Works as',
  team: 'Team',
  hours: 'Working hours',
  tenure: 'Time in post',
  left: 'Left in the period',
  'left-quarter': 'Quarter of leaving',
  'started-quarter': 'Quarter of starting',
  supervision: 'Supervision on time',
  'long-sickness': 'Long sickness',
  'days-lost': 'Days lost to sickness',
} as const satisfies Record<RowColumnId, string>;

const sicknessColumns: readonly RowColumnId[] = ['long-sickness', 'days-lost'];
export const confidentialColumns: readonly RowColumnId[] = ['supervision', ...sicknessColumns];
export const knownColumns = rowColumnIds.filter((id) => !confidentialColumns.includes(id));

/** Volunteers have no sickness record: with such a column they have no row. */
export function needsAbsences(chosen: readonly RowColumnId[]): boolean {
  return chosen.some((id) => sicknessColumns.includes(id));
}

/** Whether others may know it, and how many rows each of its values needs in every group. */
export function columnRules(id: RowColumnId, policy: DisclosurePolicy): Pick<RowColumn, 'role' | 'minimum'> {
  return {
    role: confidentialColumns.includes(id) ? 'confidential' : 'known',
    minimum: sicknessColumns.includes(id) ? policy.minimumSensitiveCellSize : policy.minimumCellSize,
  };
}

/** Fine to coarse: each step joins the labels of the one before. */
interface Step {
  readonly name: string;
  readonly label: (value: string) => string;
}

interface Built {
  readonly column: RowColumn;
  readonly codes: readonly number[];
}

export interface ColumnInput {
  readonly records: RowRecords;
  readonly people: readonly RowPerson[];
  readonly period: RowPeriod;
  readonly policy: DisclosurePolicy;
}

export function buildColumn(id: RowColumnId, input: ColumnInput): Built {
  const values = valuesOf(id, input);
  const distinct = [...new Set(values)].sort((left, right) =>
    left.localeCompare(right, 'en-GB', { numeric: true }),
  );
  const codeOf = new Map(distinct.map((value, code) => [value, code]));
  return {
    column: {
      id,
      title: rowColumnTitles[id],
      ...columnRules(id, input.policy),
      levels: stepsOf(id, values, input).map(({ name, label }) => ({ name, labels: distinct.map(label) })),
    },
    codes: values.map((value) => codeOf.get(value) ?? 0),
  };
}

/** What each person has in the column at its finest. */
function valuesOf(id: RowColumnId, input: ColumnInput): readonly string[] {
  const { people, records, period } = input;
  switch (id) {
    case 'engagement':
      return people.map(({ record }) => engagementLabels[record.value.engagement]);
    case 'team': {
      const number = new Map(teamsInOrder(people).map((team, index) => [team, `Team ${index + 1}`]));
      return people.map((person) => number.get(teamOfRow(person)) ?? noTeam);
    }
    case 'hours':
      return people.map((person) => hoursBand(hoursOfRow(person, records, period)));
    case 'tenure':
      return people.map((person) => tenureBand(yearsOfRow(person, 10)));
    case 'left':
      return people.map(({ hasLeft }) => (hasLeft ? 'Yes' : 'No'));
    case 'left-quarter':
      return people.map(({ hasLeft, asOf }) => (hasLeft ? quarterWords(asOf) : hadNotLeft));
    case 'started-quarter':
      return people.map(({ spell }) => (spell.start < period.start ? before : quarterWords(spell.start)));
    case 'supervision': {
      const onTime = onTimeOfRows(people, records);
      return people.map(({ record }) => (onTime.has(record.id) ? 'Yes' : 'No'));
    }
    case 'long-sickness': {
      const sickness = sicknessOfRows(people, records, period);
      return people.map(({ record }) => (sickness.get(record.id)?.hadLong === true ? 'Yes' : 'No'));
    }
    case 'days-lost': {
      const sickness = sicknessOfRows(people, records, period);
      return people.map(({ record }) => daysBand(sickness.get(record.id)?.daysLost ?? 0));
    }
  }
}

function stepsOf(id: RowColumnId, values: readonly string[], input: ColumnInput): readonly Step[] {
  const asItIs = (name: string): Step => ({ name, label: (value) => value });
  switch (id) {
    case 'engagement':
      return [
        asItIs('Each kind'),
        {
          name: 'Volunteers and all others',
          label: (value) => (value === volunteer ? value : 'Staff, sessional or agency'),
        },
      ];
    case 'team':
      return [
        asItIs('Each team'),
        ...[2, 4].map((times) => pooled(values, times * input.policy.minimumCellSize)),
      ];
    case 'hours':
      return [
        asItIs('Full time, two bands of part time'),
        {
          name: 'Full time or not',
          label: (value) => (value === fullTime ? value : 'Part time, or no hours recorded'),
        },
      ];
    case 'tenure':
      return [
        asItIs('Five bands'),
        {
          name: 'Three bands',
          label: (value) => (isUnderTwo(value) ? underTwo : value === twoToFive ? value : '5 years or more'),
        },
        {
          name: 'Two bands',
          label: (value) => (isUnderTwo(value) ? underTwo : '2 years or more'),
        },
      ];
    case 'left-quarter':
      return quarterSteps(input.period, hadNotLeft, 'Left in the period');
    case 'started-quarter':
      return quarterSteps(input.period, before, 'In the period');
    case 'days-lost':
      return [
        asItIs('Four bands'),
        {
          name: 'Two bands',
          label: (value) => (value === none || value === upToWeek ? '0 to 7' : '8 or more'),
        },
      ];
    case 'left':
    case 'supervision':
    case 'long-sickness':
      return [asItIs('Yes or no')];
  }
}

const volunteer: string = engagementLabels.volunteer;
const noTeam = 'No team recorded';
const fullTime = 'Full time';
const hadNotLeft = 'Had not left';
const before = 'Before the period';
const underTwo = 'Under 2 years';
const twoToFive = '2 to 4 years';
const none = 'None';
const upToWeek = '1 to 7';

/** The names behind "Team 1", "Team 2" and so on: for the person who makes the file alone. */
export function teamsInOrder(people: readonly RowPerson[]): readonly string[] {
  return [...new Set(people.map(teamOfRow))]
    .filter((team) => team !== '')
    .sort((left, right) => left.localeCompare(right, 'en-GB'));
}

/** Teams below a size stand together. */
function pooled(values: readonly string[], least: number): Step {
  const sizes = new Map<string, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return {
    name: `Teams of ${least} or more, all others together`,
    label: (value) => ((sizes.get(value) ?? 0) >= least ? value : 'Other teams'),
  };
}

function hoursBand(share: number | null): string {
  if (share === null) return 'No hours recorded';
  // 37.49 of 37.5 hours is full time.
  if (share >= 0.995) return fullTime;
  return share >= 0.5 ? 'Half time or more' : 'Under half time';
}

function tenureBand(years: number): string {
  if (years < 1) return 'Under 1 year';
  if (years < 2) return '1 year';
  if (years < 5) return twoToFive;
  return years < 10 ? '5 to 9 years' : '10 years or more';
}

function isUnderTwo(value: string): boolean {
  return value === 'Under 1 year' || value === '1 year';
}

function daysBand(days: number): string {
  if (days === 0) return none;
  if (days <= 7) return upToWeek;
  return days <= 28 ? '8 to 28' : '29 or more';
}

function quarterStart(day: LocalDate): LocalMonth {
  const month = monthOf(day);
  return addMonthsToMonth(month, -((Number(month.slice(5)) - 1) % 3));
}

const spanWords = (from: LocalMonth, months: number): string =>
  `${formatMonth(from)} to ${formatMonth(addMonthsToMonth(from, months - 1))}`;

function quarterWords(day: LocalDate): string {
  return spanWords(quarterStart(day), 3);
}

/** Quarters, halves of the year, and whether it was in the period at all. */
function quarterSteps(period: RowPeriod, otherwise: string, inPeriod: string): readonly Step[] {
  const from = monthOf(period.start);
  const quarters = [0, 3, 6, 9].map((months) => spanWords(addMonthsToMonth(from, months), 3));
  const halves = [spanWords(from, 6), spanWords(addMonthsToMonth(from, 6), 6)];
  return [
    { name: 'Quarters', label: (value) => value },
    {
      name: 'Halves of the year',
      label: (value) =>
        value === otherwise ? value : (halves[quarters.indexOf(value) < 2 ? 0 : 1] ?? inPeriod),
    },
    {
      name: 'In the period or not',
      label: (value) => (value === otherwise ? value : inPeriod),
    },
  ];
}
