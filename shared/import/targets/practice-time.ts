/** Whether the time to practise well was there, a month and a team a row: from a rota, a training list, a diary system. */
import { plainWords } from '../cells';
import { matchOf, type ImportColumn, type ImportTarget } from '../target';
import { everyTeam } from './establishment';
import {
  noPracticeTime,
  practiceTimeFields,
  type PracticeTime,
  type PracticeTimeField,
} from '@shared/records/practice-time/practice-time';

const names: Readonly<Record<PracticeTimeField, readonly [string, ...string[]]>> = {
  breaksDue: ['Breaks due', 'breaks planned', 'breaks rostered', 'breaks expected', 'rest breaks due'],
  breaksTaken: ['Breaks taken', 'breaks had', 'rest breaks taken', 'breaks recorded'],
  protectedHoursPlanned: [
    'Protected hours planned',
    'protected time planned',
    'protected hours due',
    'planned protected hours',
    'protected time due',
  ],
  protectedHoursKept: [
    'Protected hours kept',
    'protected time kept',
    'protected hours taken',
    'protected time taken',
    'protected hours used',
  ],
  trainingBooked: ['Training places booked', 'training booked', 'places booked', 'booked on training'],
  trainingAttended: ['Training attended', 'places attended', 'attended training', 'training completed'],
  trainingMissedWorkload: [
    'Training missed: workload',
    'training missed workload',
    'missed workload',
    'missed due to workload',
    'did not attend workload',
    'dna workload',
  ],
  trainingMissedOther: [
    'Training missed: other reasons',
    'training missed other',
    'missed other',
    'missed for other reasons',
    'did not attend other',
    'dna other',
  ],
  sessionsPlanned: ['Sessions planned', 'client sessions planned', 'sessions booked', 'appointments planned'],
  sessionsCutShort: ['Sessions cut short', 'client sessions cut short', 'cut short', 'sessions shortened'],
  sessionsCancelledStaffing: [
    'Sessions cancelled: not enough staff',
    'sessions cancelled staffing',
    'cancelled staffing',
    'cancelled for staffing',
    'cancelled due to staffing',
    'sessions cancelled no staff',
  ],
  shiftsPlanned: ['Shifts planned', 'shifts rostered', 'shifts required', 'shifts due'],
  shiftsFilled: ['Shifts filled', 'shifts covered', 'shifts worked'],
};

const figureColumns: readonly ImportColumn[] = practiceTimeFields.map((key) => {
  const [label, ...synonyms] = names[key];
  return { key, label, synonyms, isRequired: false, isNumber: true };
});

const keyOf = (team: string, month: string): string => `${plainWords(team)}|${month}`;

export const practiceTimeTarget: ImportTarget<'practice-time'> = {
  id: 'practice-time',
  kind: 'practice-time',
  label: { one: 'month of time to practise', many: 'months of time to practise' },
  doubled: 'give the same team and month',
  columns: [
    {
      key: 'month',
      label: 'Month',
      isRequired: true,
      isDate: true,
      synonyms: ['period', 'month end', 'month ending', 'date', 'as at'],
    },
    {
      key: 'team',
      label: 'Team',
      isRequired: false,
      synonyms: ['department', 'service', 'unit', 'cost centre', 'organisation', 'ward', 'rota'],
    },
    ...figureColumns,
  ],
  columnOfField: {},
  begin(context) {
    const byKey = new Map(
      context.existing.map((record) => [keyOf(record.value.team, record.value.month), record]),
    );
    return {
      read(reader) {
        if (reader.text('month') === '') reader.fail('month', 'The month is missing');
        const month = reader.month('month');
        // Without a column of teams the figures are the whole service's. In a file of teams a row without one does
        // not say whose they are, and their sum would count everything twice.
        const team = reader.text('team');
        if (reader.isMapped('team') && team === '') reader.fail('team', 'This cell is empty');
        if (everyTeam.test(plainWords(team)))
          reader.fail('team', 'This looks like the sum of all teams, so it was left out');
        const figures: { -readonly [Field in PracticeTimeField]?: number } = {};
        let isEmpty = true;
        for (const field of practiceTimeFields) {
          if (reader.text(field) !== '') isEmpty = false;
          const figure = reader.number(field);
          if (figure !== null) figures[field] = figure;
        }
        if (isEmpty) reader.fail('month', 'This row has no figure in a column that is read');
        if (month === null) return null;
        const patch: Partial<PracticeTime> = { month, team, ...figures };
        return { patch, key: keyOf(team, month), weakKey: null };
      },
      match: ({ key }) => matchOf(byKey.get(key)),
      complete: (patch) => ({ ...noPracticeTime, ...patch }),
    };
  },
};
