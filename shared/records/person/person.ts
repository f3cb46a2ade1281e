/**
 * A person who works for the service: staff, volunteers, sessional and agency people alike.
 * There is no field for trauma history, health or a wellbeing score, and there never will be.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const engagements = ['staff', 'volunteer', 'sessional', 'agency'] as const;
export const contracts = [
  'permanent',
  'fixed-term',
  'bank',
  'zero-hours',
  'secondment',
  'none',
  'other',
] as const;
export const exposures = ['none', 'indirect', 'direct', 'frequent'] as const;
/** What the place of work is like: it decides who is hard to reach, and says nothing of the person. */
export const siteTraits = ['rural', 'island', 'lone-working'] as const;
export const workPatterns = ['days', 'evenings-weekends', 'nights', 'rotating'] as const;

export const engagementLabels = {
  staff: 'Staff',
  volunteer: 'Volunteer',
  sessional: 'Sessional',
  agency: 'Agency',
} as const satisfies Record<(typeof engagements)[number], string>;
export const contractLabels = {
  permanent: 'Permanent',
  'fixed-term': 'Fixed term',
  bank: 'Bank',
  'zero-hours': 'Zero hours',
  secondment: 'Secondment',
  none: 'No contract',
  other: 'Other',
} as const satisfies Record<(typeof contracts)[number], string>;
export const exposureLabels = {
  none: 'None',
  indirect: 'Indirect',
  direct: 'Direct',
  frequent: 'Frequent',
} as const satisfies Record<(typeof exposures)[number], string>;

export const siteTraitLabels = {
  rural: 'Rural',
  island: 'Island',
  'lone-working': 'Lone working',
} as const satisfies Record<(typeof siteTraits)[number], string>;
export const workPatternLabels = {
  days: 'Days',
  'evenings-weekends': 'Evenings or weekends',
  nights: 'Nights',
  rotating: 'Rotating shifts',
} as const satisfies Record<(typeof workPatterns)[number], string>;

/** An earlier time in post, before they left and came back. */
export const employmentSpellSchema = z
  .strictObject({
    startDate: localDateSchema,
    /** Counted as a day in post. */
    lastDay: localDateSchema,
    leavingReason: optionalLineSchema,
  })
  .refine((spell) => spell.lastDay >= spell.startDate, {
    path: ['lastDay'],
    message: 'The last day is before the start date',
  });

/** A team they were in before, until a day. The team of now is `team`, from the day after the last of these. */
export const earlierTeamSchema = z.strictObject({
  /** Empty: in no team then. */
  team: optionalLineSchema,
  /** Counted as a day in that team. */
  lastDay: localDateSchema,
});

/** Long leave as dates only: no field says why. */
export const longLeaveSchema = z
  .strictObject({ firstDay: localDateSchema, lastDay: localDateSchema.nullable() })
  .refine((leave) => leave.lastDay === null || leave.lastDay >= leave.firstDay, {
    path: ['lastDay'],
    message: 'The last day is before the first day',
  });

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
    siteTraits: z.array(z.enum(siteTraits)).max(siteTraits.length),
    /** Minutes from home base to where supervision is held; null when nobody said. */
    travelMinutes: z.int().min(0).max(1440, 'Use 1,440 minutes or fewer').nullable(),
    workPattern: z.enum(workPatterns).nullable(),
    /** Null: worked out from the weekly hours. */
    partTime: z.boolean().nullable(),
    /** Oldest first; each ends before the next begins. */
    earlierSpells: z.array(employmentSpellSchema).max(20),
    leaves: z.array(longLeaveSchema).max(40),
    /** Oldest first. A move leaves an entry here; a name that was only misspelt does not. */
    earlierTeams: z.array(earlierTeamSchema).max(40),
  })
  .refine((person) => person.lastDay === null || person.lastDay >= person.startDate, {
    path: ['lastDay'],
    message: 'The last day is before the start date',
  })
  .refine(
    (person) =>
      person.earlierSpells.every(
        (spell, index) => spell.lastDay < (person.earlierSpells[index + 1]?.startDate ?? person.startDate),
      ),
    { path: ['earlierSpells'], message: 'An earlier time here has to end before the next one starts' },
  )
  .refine(
    ({ earlierTeams }) =>
      earlierTeams.every(
        ({ lastDay }, index) => lastDay < (earlierTeams[index + 1]?.lastDay ?? '9999-12-31'),
      ),
    { path: ['earlierTeams'], message: 'Each earlier team has to end after the one before it' },
  );
export type Person = z.infer<typeof personSchema>;

/** What later versions added, where nothing is known of it. */
export const personDefaults = {
  siteTraits: [],
  travelMinutes: null,
  workPattern: null,
  partTime: null,
  earlierSpells: [],
  leaves: [],
  earlierTeams: [],
} satisfies Partial<Person>;

const versionTwoDefaults = {
  siteTraits: [],
  travelMinutes: null,
  workPattern: null,
  partTime: null,
  earlierSpells: [],
  leaves: [],
};

export const personKind = defineKind<Person, 'person'>({
  kind: 'person',
  tableId: 2,
  schemaVersion: 3,
  schema: personSchema,
  migrations: {
    1: (old) => ({ ...versionTwoDefaults, ...(old as object) }),
    2: (old) => ({ ...(old as object), earlierTeams: [] }),
  },
  label: { one: 'person', many: 'people' },
  people: (_person, id) => [id],
  searchFacets: (person) => ({ date: person.startDate, themes: [] }),
  retention: 'person',
  without: (person, erased, id) =>
    id === erased.id
      ? null
      : {
          ...person,
          leavingReason: erased.line(person.leavingReason),
          earlierSpells: person.earlierSpells.map((spell) => ({
            ...spell,
            leavingReason: erased.line(spell.leavingReason),
          })),
        },
  hasProse: false,
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
    siteTraits: 'quasiIdentifier',
    travelMinutes: 'quasiIdentifier',
    workPattern: 'quasiIdentifier',
    partTime: 'quasiIdentifier',
    earlierSpells: 'sensitive',
    leaves: 'sensitive',
    earlierTeams: 'quasiIdentifier',
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
      ...personDefaults,
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
      siteTraits: ['rural', 'island'],
      travelMinutes: 70,
      workPattern: 'evenings-weekends',
      partTime: true,
      earlierSpells: [
        {
          startDate: '2020-02-03' as never,
          lastDay: '2022-03-31' as never,
          leavingReason: 'end of contract',
        },
      ],
      leaves: [{ firstDay: '2024-09-02' as never, lastDay: '2024-11-29' as never }],
      earlierTeams: [{ team: 'Outreach', lastDay: '2024-05-31' as never }],
    },
  ],
  olderExamples: [
    {
      version: 1,
      value: {
        name: 'Ailsa Munro',
        payrollNumber: '20417',
        role: 'Key worker',
        team: 'Recovery hub',
        site: 'Harbour',
        engagement: 'staff',
        contract: 'permanent',
        weeklyHours: 37.5,
        startDate: '2021-03-01',
        lastDay: null,
        leavingReason: '',
        frontFacing: true,
        exposure: 'frequent',
        supervisionIntervalDays: 28,
      },
    },
    {
      version: 2,
      value: {
        name: 'Calum Reid',
        payrollNumber: '',
        role: 'Peer volunteer',
        team: 'Outreach',
        site: '',
        engagement: 'volunteer',
        contract: 'none',
        weeklyHours: null,
        startDate: '2024-02-29',
        lastDay: null,
        leavingReason: '',
        frontFacing: true,
        exposure: 'direct',
        supervisionIntervalDays: null,
        siteTraits: ['rural'],
        travelMinutes: 70,
        workPattern: 'evenings-weekends',
        partTime: true,
        earlierSpells: [{ startDate: '2020-02-03', lastDay: '2022-03-31', leavingReason: '' }],
        leaves: [],
      },
    },
  ],
});
