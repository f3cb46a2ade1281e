/** When the app may speak up, and about what: one record. It never says more than counts. */
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const reminderKinds = [
  'supervision',
  'agreement-review',
  'group',
  'facilitator-training',
  'access-request',
  'plan-review',
  'agreed-action',
  'plan-step',
  'plan-date',
  'ready-plan',
  'outside-reply',
  'outside-review',
  'policy-review',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];
export const reminderKindLabels = {
  supervision: 'Supervision',
  'agreement-review': 'Agreements to look at again',
  group: 'Reflective groups',
  'facilitator-training': 'Training of supervisors',
  'access-request': 'Requests for a copy',
  'plan-review': 'Wellbeing Plans, review dates',
  'agreed-action': 'What was agreed',
  'plan-step': 'Steps of incident plans',
  'plan-date': 'Anniversaries and other days of an incident',
  'ready-plan': 'The ready plan, review date',
  'outside-reply': 'Replies to what is outside our control',
  'outside-review': 'What is outside our control, review dates',
  'policy-review': 'Policies to look at again',
} as const satisfies Record<ReminderKind, string>;

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time like 09:00');

export const reminderSettingsSchema = z
  .strictObject({
    /** Whether the computer shows anything at all while the app is open. */
    isOn: z.boolean(),
    /** 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    from: timeSchema,
    to: timeSchema,
    kinds: z.array(z.enum(reminderKinds)).max(reminderKinds.length),
    /** How many days ahead something counts as coming up. */
    leadDays: z.int().min(0).max(60, 'Use 60 days or fewer'),
  })
  .refine((settings) => settings.to > settings.from, {
    path: ['to'],
    message: 'The end of the day is not after its start',
  });
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

export const reminderDefaults: ReminderSettings = {
  isOn: false,
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  kinds: [...reminderKinds],
  leadDays: 7,
};

/** Version 1 knew neither days to keep in mind nor the ready plan: whoever is told of plan steps is told of those too. */
function withPlanDays(old: unknown): unknown {
  const settings = old as { readonly kinds: readonly string[] };
  const isTold = settings.kinds.includes('plan-step');
  return { ...settings, kinds: isTold ? [...settings.kinds, 'plan-date', 'ready-plan'] : settings.kinds };
}

/** Version 2 knew nothing of the registers in Workforce: whoever is told of what was agreed is told of those too. */
function withRegisters(old: unknown): unknown {
  const settings = old as { readonly kinds: readonly string[] };
  const isTold = settings.kinds.includes('agreed-action');
  return {
    ...settings,
    kinds: isTold ? [...settings.kinds, 'outside-reply', 'outside-review', 'policy-review'] : settings.kinds,
  };
}

export const reminderSettingsKind = defineKind<ReminderSettings, 'reminder-settings'>({
  kind: 'reminder-settings',
  tableId: 20,
  schemaVersion: 3,
  schema: reminderSettingsSchema,
  migrations: { 1: withPlanDays, 2: withRegisters },
  label: { one: 'set of reminders', many: 'sets of reminders' },
  people: () => [],
  retention: null,
  without: (settings) => settings,
  hasProse: false,
  choiceLabels: reminderKindLabels,
  fieldLabels: {
    isOn: 'Reminders on this computer',
    weekdays: 'Days',
    from: 'From',
    to: 'To',
    kinds: 'About',
    leadDays: 'Days ahead',
  },
  disclosure: {
    isOn: 'internal',
    weekdays: 'internal',
    from: 'internal',
    to: 'internal',
    kinds: 'internal',
    leadDays: 'internal',
  },
  examples: [reminderDefaults],
  olderExamples: [
    { version: 1, value: { ...reminderDefaults, kinds: ['supervision', 'plan-step'] } },
    { version: 1, value: { ...reminderDefaults, kinds: [] } },
    { version: 2, value: { ...reminderDefaults, kinds: ['agreed-action', 'ready-plan'] } },
    { version: 2, value: { ...reminderDefaults, kinds: ['supervision'] } },
  ],
});
