/** The columns of the two sheets that are typed by hand, in the order in which they are typed. */
import { monthFiguresKind, type MonthFigureField } from '@shared/records/month-figures/month-figures';
import { practiceTimeKind, type PracticeTimeField } from '@shared/records/practice-time/practice-time';

export type HandField = MonthFigureField | PracticeTimeField;

export interface HandColumn {
  readonly field: HandField;
  readonly label: string;
  /** Under the words of its group. */
  readonly shortLabel: string;
  /** In a sentence: "May 2026, leavers". */
  readonly inWords: string;
  /** What happened in the month adds up over months; who was there at its end does not. */
  readonly addsUp: boolean;
}

/** Columns that stand side by side under one heading. */
export interface HandGroup {
  readonly label: string;
  readonly columns: readonly HandColumn[];
}

/** At the end of a month; several of them are no sum. */
const standing: ReadonlySet<HandField> = new Set([
  'headcount',
  'wte',
  'volunteers',
  'fundedWte',
  'openCases',
  'workersWithCases',
]);

const words = { ...monthFiguresKind.fieldLabels, ...practiceTimeKind.fieldLabels } as Readonly<
  Record<HandField, string>
>;

type ShortLabels<F extends HandField> = readonly {
  readonly label: string;
  readonly columns: readonly (readonly [field: F, shortLabel: string])[];
}[];

function groupsOf<F extends HandField>(groups: ShortLabels<F>): readonly HandGroup[] {
  return groups.map(({ label, columns }) => ({
    label,
    columns: columns.map(([field, shortLabel]) => ({
      field,
      shortLabel,
      label: words[field],
      inWords: words[field].charAt(0).toLowerCase() + words[field].slice(1),
      addsUp: !standing.has(field),
    })),
  }));
}

export const staffingGroups = groupsOf<MonthFigureField>([
  {
    label: 'In post at month end',
    columns: [
      ['headcount', 'Staff'],
      ['wte', 'WTE'],
      ['volunteers', 'Volunteers'],
    ],
  },
  {
    label: 'In the month',
    columns: [
      ['starters', 'Starters'],
      ['leavers', 'Leavers'],
      ['resignations', 'Of these resigned'],
    ],
  },
  {
    label: 'Hours in the month',
    columns: [
      ['hoursContracted', 'Contracted'],
      ['hoursLost', 'Lost to sickness'],
      ['hoursLostLongTerm', 'Of these long term'],
    ],
  },
  { label: 'Posts', columns: [['fundedWte', 'Funded WTE']] },
  {
    label: 'Cases at month end',
    columns: [
      ['openCases', 'Open cases'],
      ['workersWithCases', 'Workers'],
    ],
  },
]);

export const practiceGroups = groupsOf<PracticeTimeField>([
  {
    label: 'Breaks',
    columns: [
      ['breaksDue', 'Due'],
      ['breaksTaken', 'Taken'],
    ],
  },
  {
    label: 'Protected hours',
    columns: [
      ['protectedHoursPlanned', 'Planned'],
      ['protectedHoursKept', 'Kept'],
    ],
  },
  {
    label: 'Training places',
    columns: [
      ['trainingBooked', 'Booked'],
      ['trainingAttended', 'Attended'],
      ['trainingMissedWorkload', 'Missed: workload'],
      ['trainingMissedOther', 'Missed: other'],
    ],
  },
  {
    label: 'Sessions',
    columns: [
      ['sessionsPlanned', 'Planned'],
      ['sessionsCutShort', 'Cut short'],
      ['sessionsCancelledStaffing', 'Cancelled for staffing'],
    ],
  },
  {
    label: 'Shifts',
    columns: [
      ['shiftsPlanned', 'Planned'],
      ['shiftsFilled', 'Filled'],
    ],
  },
]);
