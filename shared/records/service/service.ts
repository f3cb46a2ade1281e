/** The service that this vault is about: one record. */
import { nations, type Nation } from '@shared/kernel/bank-holidays';
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema } from '../text';

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
  /** Hours of a full-time week, for WTE. Scotland's NHS: 37.5 to March 2024, 37 to March 2026, then 36. */
  fullTimeWeeklyHours: z.number().min(20).max(60),
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
  schemaVersion: 2,
  schema: serviceSchema,
  // Working days were Scottish ones before the nation could be set.
  migrations: { 1: (old) => ({ nation: defaultNation, ...(old as object) }) },
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
    fullTimeWeeklyHours: 'open',
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
      fullTimeWeeklyHours: 37.5,
      supervisionIntervalDays: 56,
      workingDayStart: '09:00',
      workingDayEnd: '17:00',
      asOf: null,
      setUpDone: true,
    },
  ],
  olderExamples: [
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
