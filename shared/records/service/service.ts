/** The service that this vault is about: one record. */
import { nations, type Nation } from '@shared/kernel/bank-holidays';
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema } from '../text';
import { fullTimeWeeksSchema } from './full-time-week';

export const nationLabels: Readonly<Record<Nation, string>> = {
  scotland: 'Scotland',
  'england-and-wales': 'England or Wales',
  'northern-ireland': 'Northern Ireland',
};

/** Before anybody has said: every service was held to be in Scotland until there was a setting. */
export const defaultNation: Nation = 'scotland';

export const serviceSchema = z.strictObject({
  name: lineSchema,
  /** Whose bank holidays count: working days of plans, and the day by which a request is answered. */
  nation: z.enum(nations),
  teamSize: z.int().min(0).max(5000).nullable(),
  /** Hours of a full-time week, for WTE, each from its day on. */
  fullTimeWeeks: fullTimeWeeksSchema,
  /** Open cases for each WTE that the service holds to be the most; null when it has no such limit. */
  caseloadLimit: z.number().positive().max(2000).nullable(),
  /** Days after which supervision is overdue, unless a person has an interval of their own. */
  supervisionIntervalDays: z.int().min(7).max(366),
  workingDayStart: z.string().regex(/^\d{2}:\d{2}$/),
  workingDayEnd: z.string().regex(/^\d{2}:\d{2}$/),
  /** The day that the figures stand at when it is not today: set by the made-up vault only. */
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  setUpDone: z.boolean(),
});
export type Service = z.infer<typeof serviceSchema>;

export const serviceKind = defineKind<Service, 'service'>({
  kind: 'service',
  tableId: 1,
  schemaVersion: 3,
  schema: serviceSchema,
  // Working days were Scottish ones before the nation could be set.
  migrations: {
    1: (old) => ({ nation: defaultNation, ...(old as object) }),
    // One week for all time, as it was counted until weeks had dates.
    2: (old) => {
      const { fullTimeWeeklyHours, ...rest } = old as { readonly fullTimeWeeklyHours: number };
      return { ...rest, fullTimeWeeks: [{ from: null, hours: fullTimeWeeklyHours }], caseloadLimit: null };
    },
  },
  label: { one: 'service', many: 'services' },
  people: () => [],
  retention: null,
  // A service may be called after somebody: its name is no record of them.
  without: (service) => service,
  hasProse: false,
  disclosure: {
    name: 'directIdentifier',
    nation: 'open',
    teamSize: 'quasiIdentifier',
    fullTimeWeeks: 'open',
    caseloadLimit: 'open',
    supervisionIntervalDays: 'open',
    workingDayStart: 'open',
    workingDayEnd: 'open',
    asOf: 'internal',
    setUpDone: 'internal',
  },
  examples: [
    {
      name: 'Harbour Steps',
      nation: 'scotland',
      teamSize: 24,
      fullTimeWeeks: [
        { from: null, hours: 37.5 },
        { from: '2024-04-01' as never, hours: 37 },
      ],
      caseloadLimit: 20,
      supervisionIntervalDays: 56,
      workingDayStart: '09:00',
      workingDayEnd: '17:00',
      asOf: null,
      setUpDone: true,
    },
  ],
  olderExamples: [
    {
      version: 2,
      value: {
        name: 'Harbour Steps',
        nation: 'scotland',
        teamSize: 24,
        fullTimeWeeklyHours: 37.5,
        supervisionIntervalDays: 56,
        workingDayStart: '09:00',
        workingDayEnd: '17:00',
        asOf: null,
        setUpDone: true,
      },
    },
    {
      version: 1,
      value: {
        name: 'Harbour Steps',
        teamSize: 24,
        fullTimeWeeklyHours: 37.5,
        supervisionIntervalDays: 56,
        workingDayStart: '09:00',
        workingDayEnd: '17:00',
        asOf: null,
        setUpDone: true,
      },
    },
  ],
});
