/** A figure that was given out somewhere else than from here: a report, a tender, an answer to a question. */
import { localDateSchema, z } from '@shared/kernel/zod';
import { givenMeasures } from '@shared/reports/figures/given-measures';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const givenFigureSchema = z
  .strictObject({
    measure: z.enum(givenMeasures),
    /** Last day of the quarter that it ends with, or stands at. */
    periodEnd: localDateSchema,
    /** How many months it covers; null: on that day. */
    months: z.union([z.literal(3), z.literal(12), z.literal(24), z.literal(36)]).nullable(),
    /** A team's name; empty: everybody. */
    team: optionalLineSchema,
    value: z.int('Use a whole number').min(0, 'Use 0 or more').max(100_000),
    givenOn: localDateSchema,
    /** "Annual report of the charity". */
    where: lineSchema,
  })
  .refine(({ givenOn, periodEnd }) => givenOn >= periodEnd, {
    path: ['givenOn'],
    message: 'It was given out before its period had ended',
  });
export type GivenFigure = z.infer<typeof givenFigureSchema>;

export const givenFigureKind = defineKind<GivenFigure, 'given-figure'>({
  kind: 'given-figure',
  tableId: 42,
  schemaVersion: 1,
  schema: givenFigureSchema,
  migrations: {},
  label: { one: 'figure given out elsewhere', many: 'figures given out elsewhere' },
  people: () => [],
  searchFacets: (given) => ({ date: given.givenOn, themes: [] }),
  retention: null,
  without: (given, erased) => ({
    ...given,
    team: erased.line(given.team),
    where: erased.line(given.where),
  }),
  hasProse: true,
  fieldLabels: {
    measure: 'What it counts',
    periodEnd: 'To the end of',
    months: 'Months',
    team: 'Team',
    value: 'Number',
    givenOn: 'Given out on',
    where: 'Where',
  },
  disclosure: {
    measure: 'internal',
    periodEnd: 'internal',
    months: 'internal',
    team: 'internal',
    value: 'internal',
    givenOn: 'internal',
    where: 'freeText',
  },
  examples: [
    {
      measure: 'leavers',
      periodEnd: '2026-06-30' as never,
      months: 3,
      team: '',
      value: 2,
      givenOn: '2026-07-20' as never,
      where: 'Annual report of the charity',
    },
  ],
  olderExamples: [],
});
