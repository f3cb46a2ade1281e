/**
 * One check of a site by one group: one agreed answer to each question. Nobody's own answer is in it, so there is
 * nothing to count and nobody to find.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import {
  checkAnswerLabels,
  checkAnswers,
  checkGroupLabels,
  checkGroups,
  checkItemIds,
} from '@shared/spaces/check-items';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

const itemSchema = z.strictObject({
  answer: z.enum(checkAnswers),
  note: optionalLineSchema,
  /** Who is to see to it: a role, never a name. */
  ownerRole: optionalLineSchema,
});
export type CheckItemAnswer = z.infer<typeof itemSchema>;

export const spaceCheckSchema = z.strictObject({
  siteId: recordIdSchema,
  on: localDateSchema,
  answeredBy: z.enum(checkGroups),
  /** How many people agreed on the answers. Below five it is never shown. */
  answered: z.int().min(1, 'Use 1 or more').max(500, 'Use 500 or fewer'),
  items: z.partialRecord(z.enum(checkItemIds), itemSchema),
});
export type SpaceCheck = z.infer<typeof spaceCheckSchema>;

export const spaceCheckKind = defineKind<SpaceCheck, 'space-check'>({
  kind: 'space-check',
  tableId: 46,
  schemaVersion: 1,
  schema: spaceCheckSchema,
  migrations: {},
  label: { one: 'check of a site', many: 'checks of sites' },
  people: () => [],
  searchFacets: (check) => ({ date: check.on, themes: [] }),
  retention: null,
  without: (check, erased) => ({
    ...check,
    items: Object.fromEntries(
      Object.entries(check.items).map(([id, item]) => [
        id,
        { ...item, note: erased.line(item.note), ownerRole: erased.line(item.ownerRole) },
      ]),
    ),
  }),
  hasProse: false,
  fieldLabels: {
    siteId: 'Site',
    on: 'Checked on',
    answeredBy: 'Answered by',
    answered: 'People who agreed on it',
    items: 'Answers',
  },
  choiceLabels: { ...checkAnswerLabels, ...checkGroupLabels },
  disclosure: {
    siteId: 'internal',
    on: 'quasiIdentifier',
    answeredBy: 'quasiIdentifier',
    answered: 'sensitive',
    items: 'freeText',
  },
  examples: [
    {
      siteId: '0123456789abcdef0123456789abcdef' as never,
      on: '2025-11-18' as never,
      answeredBy: 'staff',
      answered: 6,
      items: {
        room: { answer: 'no', note: 'Eight desks where six fit', ownerRole: 'Service manager' },
        warmth: { answer: 'yes', note: '', ownerRole: '' },
        'quiet-room': { answer: 'partly', note: 'Used for groups on three days', ownerRole: 'Team lead' },
      },
    },
    {
      siteId: '0123456789abcdef0123456789abcdef' as never,
      on: '2025-12-02' as never,
      answeredBy: 'people-who-use',
      answered: 4,
      items: { welcome: { answer: 'yes', note: '', ownerRole: '' } },
    },
  ],
  olderExamples: [],
});
