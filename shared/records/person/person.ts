/**
 * A person who works for the service: staff, volunteers, sessional and agency people alike.
 * There is no field for trauma history, health or a wellbeing score, and there never will be.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const engagements = ['staff', 'volunteer', 'sessional', 'agency'] as const;
export const contracts = ['permanent', 'fixed-term', 'none', 'other'] as const;
export const exposures = ['none', 'indirect', 'direct', 'frequent'] as const;

export const engagementLabels = {
  staff: 'Staff',
  volunteer: 'Volunteer',
  sessional: 'Sessional',
  agency: 'Agency',
} as const satisfies Record<(typeof engagements)[number], string>;
export const contractLabels = {
  permanent: 'Permanent',
  'fixed-term': 'Fixed term',
  none: 'No contract',
  other: 'Other',
} as const satisfies Record<(typeof contracts)[number], string>;
export const exposureLabels = {
  none: 'None',
  indirect: 'Indirect',
  direct: 'Direct',
  frequent: 'Frequent',
} as const satisfies Record<(typeof exposures)[number], string>;

export const personSchema = z
  .strictObject({
    name: lineSchema,
    /** Payroll or volunteer number: the key by which extracts are matched. Empty when there is none. */
    payrollNumber: optionalLineSchema,
    role: lineSchema,
    team: optionalLineSchema,
    site: optionalLineSchema,
    engagement: z.enum(engagements),
    contract: z.enum(contracts),
    /** Contracted hours a week; null when nobody said. */
    weeklyHours: z.number().min(0, 'Use 0 or more').max(168, 'A week has 168 hours').nullable(),
    startDate: localDateSchema,
    /** Last day in post, counted as a day in post; null while in post. */
    lastDay: localDateSchema.nullable(),
    leavingReason: optionalLineSchema,
    frontFacing: z.boolean(),
    exposure: z.enum(exposures),
    /** Overrides the service's interval; null = the service's own. */
    supervisionIntervalDays: z.int().min(7).max(366).nullable(),
  })
  .refine((person) => person.lastDay === null || person.lastDay >= person.startDate, {
    path: ['lastDay'],
    message: 'The last day is before the start date',
  });
export type Person = z.infer<typeof personSchema>;

export const personKind = defineKind<Person, 'person'>({
  kind: 'person',
  tableId: 2,
  schemaVersion: 1,
  schema: personSchema,
  migrations: {},
  label: { one: 'person', many: 'people' },
  people: (_person, id) => [id],
  disclosure: {
    name: 'directIdentifier',
    payrollNumber: 'directIdentifier',
    role: 'quasiIdentifier',
    team: 'quasiIdentifier',
    site: 'quasiIdentifier',
    engagement: 'quasiIdentifier',
    contract: 'quasiIdentifier',
    weeklyHours: 'quasiIdentifier',
    startDate: 'quasiIdentifier',
    lastDay: 'quasiIdentifier',
    leavingReason: 'sensitive',
    frontFacing: 'quasiIdentifier',
    exposure: 'quasiIdentifier',
    supervisionIntervalDays: 'internal',
  },
  examples: [
    {
      name: 'Ailsa Munro',
      payrollNumber: '20417',
      role: 'Key worker',
      team: 'Recovery hub',
      site: 'Harbour',
      engagement: 'staff',
      contract: 'permanent',
      weeklyHours: 37.5,
      startDate: '2021-03-01' as never,
      lastDay: null,
      leavingReason: '',
      frontFacing: true,
      exposure: 'frequent',
      supervisionIntervalDays: 28,
    },
    {
      name: 'Calum Reid',
      payrollNumber: '',
      role: 'Peer volunteer',
      team: '',
      site: '',
      engagement: 'volunteer',
      contract: 'none',
      weeklyHours: null,
      startDate: '2024-02-29' as never,
      lastDay: '2025-02-28' as never,
      leavingReason: 'moved away',
      frontFacing: true,
      exposure: 'direct',
      supervisionIntervalDays: null,
    },
  ],
  olderExamples: [],
});
