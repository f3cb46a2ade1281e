/**
 * How the chart of one measure is read: target, direction, screening, phases and marks, each with who set it and why. A
 * phase or mark that is taken back keeps its line with the day on which it was: what a chart once said can be followed.
 */
import { localDateSchema, localMonthSchema, z } from '@shared/kernel/zod';
import { defineKind, type ErasedPerson } from '../record-kind';
import { lineSchema } from '../text';

/** A new level from this month on. Needs a known cause: without one it would hide what the old limits still say. */
const chartPhaseSchema = z.strictObject({
  from: localMonthSchema,
  reason: lineSchema,
  /** A name or a role, as typed. */
  author: lineSchema,
  setOn: localDateSchema,
  removedOn: localDateSchema.nullable(),
});

/** A point that stands out by a person's judgement: no formula finds it. */
const chartMarkSchema = z.strictObject({
  month: localMonthSchema,
  reason: lineSchema,
  author: lineSchema,
  setOn: localDateSchema,
  removedOn: localDateSchema.nullable(),
});

const standing = (each: { readonly removedOn: unknown }): boolean => each.removedOn === null;

export const chartSettingSchema = z.strictObject({
  /** Id of a measure. One that this version does not know is kept and shown nowhere. */
  measure: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Null: the whole service. */
  team: lineSchema.nullable(),
  /** In the unit of the measure; a share is 0 to 1. */
  target: z.number().min(0).max(100_000).nullable(),
  /** Null: as the measure has it. */
  improvement: z.enum(['lower', 'higher', 'neutral']).nullable(),
  /** Moving ranges of 3.267 times their average or more are dropped once, before the limits are made. */
  isScreened: z.boolean(),
  phases: z
    .array(chartPhaseSchema)
    .max(60)
    .refine(
      (phases) => {
        const months = phases.filter(standing).map(({ from }) => from);
        return new Set(months).size === months.length;
      },
      { message: 'A phase starts in that month already' },
    ),
  marks: z
    .array(chartMarkSchema)
    .max(120)
    .refine(
      (marks) => {
        const months = marks.filter(standing).map(({ month }) => month);
        return new Set(months).size === months.length;
      },
      { message: 'That month is marked already' },
    ),
});
export type ChartSetting = z.infer<typeof chartSettingSchema>;
export type ChartPhase = ChartSetting['phases'][number];
export type ChartMark = ChartSetting['marks'][number];

export function blankChartSetting(measure: string, team: string | null): ChartSetting {
  return { measure, team, target: null, improvement: null, isScreened: true, phases: [], marks: [] };
}

/** A line that was nothing but the name still has to say something. */
const takenOut = 'Someone who left';

function withoutPerson(setting: ChartSetting, erased: ErasedPerson): ChartSetting {
  const line = (text: string): string => erased.line(text).trim() || takenOut;
  const told = <T extends { readonly reason: string; readonly author: string }>(each: T): T => ({
    ...each,
    reason: line(each.reason),
    author: line(each.author),
  });
  return { ...setting, phases: setting.phases.map(told), marks: setting.marks.map(told) };
}

export const chartSettingKind = defineKind<ChartSetting, 'chart-setting'>({
  kind: 'chart-setting',
  tableId: 36,
  schemaVersion: 1,
  schema: chartSettingSchema,
  migrations: {},
  label: { one: 'chart setting', many: 'chart settings' },
  people: () => [],
  retention: null,
  without: withoutPerson,
  hasProse: true,
  fieldLabels: {
    measure: 'Measure',
    team: 'Team',
    target: 'Target',
    improvement: 'Better is',
    isScreened: 'Large moves left out of the limits',
    phases: 'Phases',
    marks: 'Marked months',
  },
  choiceLabels: { lower: 'Lower', higher: 'Higher', neutral: 'Neither' },
  disclosure: {
    measure: 'open',
    team: 'quasiIdentifier',
    target: 'open',
    improvement: 'open',
    isScreened: 'open',
    phases: 'freeText',
    marks: 'freeText',
  },
  examples: [
    {
      measure: 'sickness-days',
      team: null,
      target: 0.04,
      improvement: 'lower',
      isScreened: true,
      phases: [
        {
          from: '2025-05' as never,
          reason: 'Second site opened',
          author: 'Service manager',
          setOn: '2026-02-03' as never,
          removedOn: null,
        },
      ],
      marks: [
        {
          month: '2025-01' as never,
          reason: 'Flu outbreak on the ward',
          author: 'Service manager',
          setOn: '2026-02-03' as never,
          removedOn: '2026-02-10' as never,
        },
      ],
    },
    {
      measure: 'caseload',
      team: 'Recovery hub',
      target: null,
      improvement: null,
      isScreened: false,
      phases: [],
      marks: [],
    },
  ],
  olderExamples: [],
});
