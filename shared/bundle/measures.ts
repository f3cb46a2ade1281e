/** The measures of a bundle: what each is called, what it is of, and how those of several services are put together. */
import { builtInMeasures } from '@shared/wellbeing/measures';
import { scaleTitle } from '@shared/wellbeing/round-details';
import { readScaleIds } from '@shared/wellbeing/round-results';

export const bundleGroups = ['everyone', 'paid'] as const;
export type BundleGroup = (typeof bundleGroups)[number];

/** `sum`: added up. `share`: 100 × above over below, both added up first. `mean`: every service counts once. */
export type Together =
  | { readonly by: 'sum' }
  | { readonly by: 'share'; readonly above: string; readonly below: string }
  | { readonly by: 'mean' };

export interface BundleMeasure {
  readonly id: string;
  readonly label: string;
  readonly format: 'whole' | 'percent' | 'one-decimal';
  /** Counts people, so that it is 0 or at least the smallest count wherever it is shown. */
  readonly countsPeople: boolean;
  readonly together: Together;
}

const sum = { by: 'sum' } as const;

/** WTE and days available are whole numbers: finer ones would tell the hours of one person who came or left. */
export const staffMeasures = [
  { id: 'headcount', label: 'People in post', format: 'whole', countsPeople: true, together: sum },
  { id: 'wte', label: 'WTE in post', format: 'whole', countsPeople: false, together: sum },
  { id: 'joiners', label: 'Starters', format: 'whole', countsPeople: true, together: sum },
  { id: 'leavers', label: 'Leavers', format: 'whole', countsPeople: true, together: sum },
  { id: 'funded-wte', label: 'Funded WTE', format: 'whole', countsPeople: false, together: sum },
  { id: 'vacant-wte', label: 'Vacant WTE', format: 'whole', countsPeople: false, together: sum },
  {
    id: 'vacancy-rate',
    label: 'Vacancy rate',
    format: 'percent',
    countsPeople: false,
    together: { by: 'share', above: 'vacant-wte', below: 'funded-wte' },
  },
  {
    id: 'sickness-days-lost',
    label: 'Sickness, WTE days lost',
    format: 'one-decimal',
    countsPeople: false,
    together: sum,
  },
  {
    id: 'sickness-days-available',
    label: 'WTE days available',
    format: 'whole',
    countsPeople: false,
    together: sum,
  },
  {
    id: 'sickness-rate',
    label: 'Sickness rate',
    format: 'percent',
    countsPeople: false,
    together: { by: 'share', above: 'sickness-days-lost', below: 'sickness-days-available' },
  },
  {
    id: 'supervision-on-time',
    label: 'Supervision on time',
    format: 'whole',
    countsPeople: true,
    together: sum,
  },
  {
    id: 'supervision-rate',
    label: 'Supervision on time, share',
    format: 'percent',
    countsPeople: false,
    together: { by: 'share', above: 'supervision-on-time', below: 'headcount' },
  },
] as const satisfies readonly BundleMeasure[];

export const scaleMeasureId = (instrument: string, scale: string): string =>
  `wellbeing.${instrument}.${scale}`;
export const repliedMeasureId = (instrument: string): string => `wellbeing.${instrument}.replied`;
export const askedMeasureId = (instrument: string): string => `wellbeing.${instrument}.asked`;

/** Built-in questionnaires alone: one that a service made for itself says nothing beside another service's. */
const roundMeasures: readonly BundleMeasure[] = builtInMeasures.all.flatMap((instrument) => {
  const count = (id: string, words: string): BundleMeasure => ({
    id,
    label: `${instrument.title}: ${words}`,
    format: 'whole',
    countsPeople: true,
    together: sum,
  });
  return [
    ...readScaleIds(instrument).map((scale): BundleMeasure => ({
      id: scaleMeasureId(instrument.id, scale),
      label: `${instrument.title}: ${scaleTitle(instrument, scale)}`,
      format: 'one-decimal',
      countsPeople: false,
      together: { by: 'mean' },
    })),
    count(repliedMeasureId(instrument.id), 'people who replied'),
    count(askedMeasureId(instrument.id), 'people asked'),
  ];
});

export const bundleMeasures: readonly BundleMeasure[] = [...staffMeasures, ...roundMeasures];

const byId = new Map(bundleMeasures.map((measure) => [measure.id, measure]));

/** Null for a measure of a newer Steading: kept, and not shown. */
export function bundleMeasureOf(id: string): BundleMeasure | null {
  return byId.get(id) ?? null;
}

/** Staff figures are of paid people, answers of everyone who was asked. */
export function groupOfMeasure(id: string): BundleGroup {
  return id.startsWith('wellbeing.') ? 'everyone' : 'paid';
}
