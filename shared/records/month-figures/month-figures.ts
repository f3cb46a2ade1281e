/** The figures of one month and one team, typed in: for services without lists of staff or of absences. */
import { lastDayOf } from '@shared/kernel/local-date';
import { localMonthSchema, z } from '@shared/kernel/zod';
import { checkWholes, countSchema, hoursSchema, wteSchema, type PartsOfWhole } from '../month-parts';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

export const monthFigureFields = [
  'headcount',
  'wte',
  'volunteers',
  'starters',
  'leavers',
  'resignations',
  'hoursContracted',
  'hoursLost',
  'hoursLostLongTerm',
  'fundedWte',
  'openCases',
  'workersWithCases',
] as const;
export type MonthFigureField = (typeof monthFigureFields)[number];

export const monthFigureWholes: readonly PartsOfWhole<MonthFigureField>[] = [
  { parts: ['resignations'], whole: 'leavers', message: 'This is more than all who left' },
  { parts: ['hoursLost'], whole: 'hoursContracted', message: 'This is more than the contracted hours' },
  { parts: ['hoursLostLongTerm'], whole: 'hoursLost', message: 'This is more than all hours lost' },
];

export const monthFiguresSchema = z
  .strictObject({
    month: localMonthSchema,
    /** Empty: the whole service. */
    team: optionalLineSchema,
    /** Paid people in post on the last day of the month. */
    headcount: countSchema,
    wte: wteSchema,
    /** On the last day too; they are in none of the other figures. */
    volunteers: countSchema,
    starters: countSchema,
    leavers: countSchema,
    /** Of those who left: by their own choice. */
    resignations: countSchema,
    hoursContracted: hoursSchema,
    /** To sickness. */
    hoursLost: hoursSchema,
    /** Of the hours lost: in absences of 29 days or more. */
    hoursLostLongTerm: hoursSchema,
    fundedWte: wteSchema,
    openCases: countSchema,
    workersWithCases: countSchema,
  })
  .superRefine(checkWholes(monthFigureWholes));
export type MonthFigures = z.infer<typeof monthFiguresSchema>;

export const noMonthFigures = {
  headcount: null,
  wte: null,
  volunteers: null,
  starters: null,
  leavers: null,
  resignations: null,
  hoursContracted: null,
  hoursLost: null,
  hoursLostLongTerm: null,
  fundedWte: null,
  openCases: null,
  workersWithCases: null,
} satisfies Omit<MonthFigures, 'month' | 'team'>;

export const monthFiguresKind = defineKind<MonthFigures, 'month-figures'>({
  kind: 'month-figures',
  tableId: 33,
  schemaVersion: 1,
  schema: monthFiguresSchema,
  migrations: {},
  label: { one: 'month of staffing figures', many: 'months of staffing figures' },
  people: () => [],
  searchFacets: (figures) => ({ date: lastDayOf(figures.month), themes: [] }),
  retention: null,
  without: (figures) => figures,
  hasProse: false,
  fieldLabels: {
    month: 'Month',
    team: 'Team',
    headcount: 'Staff in post',
    wte: 'Staff in post (WTE)',
    volunteers: 'Volunteers',
    starters: 'Starters',
    leavers: 'Leavers',
    resignations: 'Resignations',
    hoursContracted: 'Contracted hours',
    hoursLost: 'Hours lost to sickness',
    hoursLostLongTerm: 'Hours lost, long term',
    fundedWte: 'Funded posts (WTE)',
    openCases: 'Open cases',
    workersWithCases: 'Workers with cases',
  },
  disclosure: {
    month: 'quasiIdentifier',
    team: 'quasiIdentifier',
    headcount: 'quasiIdentifier',
    wte: 'quasiIdentifier',
    volunteers: 'quasiIdentifier',
    starters: 'sensitive',
    leavers: 'sensitive',
    resignations: 'sensitive',
    hoursContracted: 'quasiIdentifier',
    hoursLost: 'sensitive',
    hoursLostLongTerm: 'sensitive',
    fundedWte: 'quasiIdentifier',
    openCases: 'sensitive',
    workersWithCases: 'quasiIdentifier',
  },
  examples: [
    {
      month: '2026-03' as never,
      team: '',
      headcount: 42,
      wte: 36.4,
      volunteers: 6,
      starters: 1,
      leavers: 2,
      resignations: 1,
      hoursContracted: 5935.25,
      hoursLost: 312.5,
      hoursLostLongTerm: 187.5,
      fundedWte: 40,
      openCases: 512,
      workersWithCases: 21,
    },
    { ...noMonthFigures, month: '2026-04' as never, team: 'Recovery hub', leavers: 1 },
  ],
  olderExamples: [],
});
