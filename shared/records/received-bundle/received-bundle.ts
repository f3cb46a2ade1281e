/**
 * Published figures of another service, as its signed bundle had them: one record a bundle. They were counted and hidden
 * there; nothing in them is about one person.
 */
import { nations } from '@shared/kernel/bank-holidays';
import { roundings } from '@shared/disclosure/thresholds';
import { localDateSchema, localMonthSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

/** One number, hidden there, or nothing known: one a month from the first month to the last. */
const figureSchema = z.union([z.number(), z.literal('hidden'), z.null()]);

export const receivedBundleSchema = z.strictObject({
  service: z.string().regex(/^[A-Z2-7]{10}$/),
  /** base64url: by this, not by its code, a later bundle is known to be of the same service. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** What this service is called here; empty until somebody has said. */
  calledHere: optionalLineSchema,
  nation: z.enum(nations),
  periodFrom: localMonthSchema,
  periodTo: localMonthSchema,
  edition: z.int().min(1),
  rounding: z.enum(roundings),
  series: z
    .array(
      z.strictObject({
        measure: z.string().min(1).max(80),
        group: z.enum(['everyone', 'paid']),
        figures: z.array(figureSchema).max(60),
      }),
    )
    .max(400),
  receivedOn: localDateSchema,
});
export type ReceivedBundle = z.infer<typeof receivedBundleSchema>;

export const receivedBundleKind = defineKind<ReceivedBundle, 'received-bundle'>({
  kind: 'received-bundle',
  tableId: 41,
  schemaVersion: 1,
  schema: receivedBundleSchema,
  migrations: {},
  label: { one: 'bundle of another service', many: 'bundles of other services' },
  people: () => [],
  searchFacets: (bundle) => ({ date: bundle.receivedOn, themes: [] }),
  retention: 'export',
  keptFrom: (bundle) => bundle.receivedOn,
  without: (bundle, erased) => ({ ...bundle, calledHere: erased.line(bundle.calledHere) }),
  hasProse: false,
  fieldLabels: {
    service: 'Code',
    publicKey: 'Key that it is known by',
    calledHere: 'Called here',
    nation: 'Nation',
    periodFrom: 'First month',
    periodTo: 'Last month',
    edition: 'Edition',
    rounding: 'Rounding',
    series: 'Figures',
    receivedOn: 'Taken in on',
  },
  choiceLabels: {
    scotland: 'Scotland',
    'england-and-wales': 'England or Wales',
    'northern-ireland': 'Northern Ireland',
    none: 'Counts as they are',
    'base-5': 'Counts rounded to 5',
  },
  disclosure: {
    service: 'internal',
    publicKey: 'internal',
    calledHere: 'freeText',
    nation: 'internal',
    periodFrom: 'internal',
    periodTo: 'internal',
    edition: 'internal',
    rounding: 'internal',
    series: 'sensitive',
    receivedOn: 'internal',
  },
  examples: [
    {
      service: 'MFRGGZDFMZ',
      publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      calledHere: 'Harbour Steps',
      nation: 'scotland',
      periodFrom: '2026-07' as never,
      periodTo: '2026-09' as never,
      edition: 3,
      rounding: 'none',
      series: [
        { measure: 'headcount', group: 'paid', figures: [20, 21, 21] },
        { measure: 'leavers', group: 'paid', figures: ['hidden', 'hidden', 6] },
        { measure: 'vacancy-rate', group: 'paid', figures: [null, null, 4.8] },
      ],
      receivedOn: '2026-10-05' as never,
    },
  ],
  olderExamples: [],
});
