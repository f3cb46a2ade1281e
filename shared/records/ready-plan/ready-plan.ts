/**
 * The page that is ready before anything happens: whom to ring, where to go, who does what, who stands in. One for the
 * service. People are in words here, as it hangs on a wall and names go out of date; `reviewOn` says when to look again.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind, type ErasedPerson } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

/** Stable while the list is edited and moved; unique within its list. */
const rowIdSchema = z.string().min(1).max(40);

export const readyContactSchema = z.strictObject({
  id: rowIdSchema,
  /** "Crisis team", "Occupational health". */
  role: lineSchema,
  who: optionalLineSchema,
  /** As people write it: "0131 … ext. 4, ask for the duty desk". */
  phone: optionalLineSchema,
  /** "Day and night", "Weekdays 9 to 5". */
  hours: optionalLineSchema,
});

export const readyPlaceSchema = z.strictObject({
  id: rowIdSchema,
  /** "Back office, first floor". */
  place: lineSchema,
  /** "A warm, private room", "Where family is met". */
  use: optionalLineSchema,
  /** How to get in: who holds the key, never a code. */
  access: optionalLineSchema,
});

export const readyRoleSchema = z.strictObject({
  id: rowIdSchema,
  /** "Event coordinator". */
  role: lineSchema,
  does: optionalLineSchema,
  who: optionalLineSchema,
  standIn: optionalLineSchema,
});

export const onCallSchema = z.strictObject({
  id: rowIdSchema,
  /** "Weekends", "After 5 pm". */
  when: lineSchema,
  who: optionalLineSchema,
  phone: optionalLineSchema,
});

export const tellingSchema = z.strictObject({
  id: rowIdSchema,
  /** "Shift lead". */
  who: lineSchema,
  /** "On-call manager". */
  tells: lineSchema,
  /** "By phone, at once". */
  how: optionalLineSchema,
});

/** A list in which each row has an id of its own. */
function rows<T extends { readonly id: string }>(row: z.ZodType<T>, max: number) {
  return z
    .array(row)
    .max(max)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
      message: 'Two rows have one id',
    });
}

export const readyPlanSchema = z.strictObject({
  contacts: rows(readyContactSchema, 30),
  places: rows(readyPlaceSchema, 15),
  roles: rows(readyRoleSchema, 15),
  onCall: rows(onCallSchema, 15),
  telling: rows(tellingSchema, 15),
  /** What else has to be known: where the first-aid kit is, where this page hangs. */
  note: noteSchema,
  /** The day on which somebody last went through it. */
  checkedOn: localDateSchema,
  /** The day on which to look again; null: no reminder wanted. */
  reviewOn: localDateSchema.nullable(),
});
export type ReadyPlan = z.infer<typeof readyPlanSchema>;

function withoutName(plan: ReadyPlan, erased: ErasedPerson): ReadyPlan {
  const { line, note } = erased;
  return {
    ...plan,
    contacts: plan.contacts.map((row) => ({
      id: row.id,
      role: line(row.role),
      who: line(row.who),
      phone: line(row.phone),
      hours: line(row.hours),
    })),
    places: plan.places.map((row) => ({
      id: row.id,
      place: line(row.place),
      use: line(row.use),
      access: line(row.access),
    })),
    roles: plan.roles.map((row) => ({
      id: row.id,
      role: line(row.role),
      does: line(row.does),
      who: line(row.who),
      standIn: line(row.standIn),
    })),
    onCall: plan.onCall.map((row) => ({
      id: row.id,
      when: line(row.when),
      who: line(row.who),
      phone: line(row.phone),
    })),
    telling: plan.telling.map((row) => ({
      id: row.id,
      who: line(row.who),
      tells: line(row.tells),
      how: line(row.how),
    })),
    note: note(plan.note),
  };
}

export const readyPlanKind = defineKind<ReadyPlan, 'ready-plan'>({
  kind: 'ready-plan',
  tableId: 22,
  schemaVersion: 1,
  schema: readyPlanSchema,
  migrations: {},
  label: { one: 'ready plan', many: 'ready plans' },
  people: () => [],
  searchFacets: (plan) => ({ date: plan.checkedOn, themes: [] }),
  retention: null,
  without: withoutName,
  hasProse: true,
  fieldLabels: {
    contacts: 'Contacts',
    places: 'Places',
    roles: 'Roles',
    onCall: 'On call',
    telling: 'Who tells whom',
    note: 'Also good to know',
    checkedOn: 'Last checked',
    reviewOn: 'Look again on',
  },
  disclosure: {
    contacts: 'freeText',
    places: 'freeText',
    roles: 'freeText',
    onCall: 'freeText',
    telling: 'freeText',
    note: 'freeText',
    checkedOn: 'internal',
    reviewOn: 'internal',
  },
  examples: [
    {
      contacts: [
        {
          id: 'contact-1',
          role: 'Occupational health',
          who: 'Duty desk',
          phone: '01632 960001, option 2',
          hours: 'Weekdays 9 to 5',
        },
      ],
      places: [
        {
          id: 'place-1',
          place: 'Back office, first floor',
          use: 'A warm, private room',
          access: 'Reception holds the key',
        },
      ],
      roles: [
        {
          id: 'role-1',
          role: 'Event coordinator',
          does: 'Keeps the plan going',
          who: 'Team leader, north',
          standIn: 'Team leader, south',
        },
      ],
      onCall: [{ id: 'on-call-1', when: 'Weekends', who: 'Duty manager', phone: '01632 960002' }],
      telling: [{ id: 'telling-1', who: 'Shift lead', tells: 'On-call manager', how: 'By phone, at once' }],
      note: 'A paper copy hangs by the front desk.',
      checkedOn: '2026-02-02' as never,
      reviewOn: '2026-08-03' as never,
    },
  ],
  olderExamples: [],
});
