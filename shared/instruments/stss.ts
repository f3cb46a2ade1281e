import {
  cycled,
  defaultMissingRule,
  itemRange,
  norm,
  numberedOptions,
  repeated,
  type Instrument,
  type Scale,
} from './instrument';

function scale(id: string, title: string, items: readonly number[]): Scale {
  return { id, title, items, aggregation: 'sum', missingRule: defaultMissingRule, better: 'lower' };
}

/** 17 answers that add up to `total`, as even as whole answers can be: for the edges of the bands. */
function adding(total: number): number[] {
  const low = Math.floor(total / 17);
  return itemRange(1, 17).map((item) => (item <= total - low * 17 ? low + 1 : low));
}

const sumOf = (answers: readonly number[], items: readonly number[]): number =>
  items.reduce((sum, item) => sum + answers[item - 1]!, 0);

const intrusion = [2, 3, 6, 10, 13];
const avoidance = [1, 5, 7, 9, 12, 14, 17];
const arousal = [4, 8, 11, 15, 16];

export const stss: Instrument = {
  id: 'stss',
  version: 1,
  title: 'Secondary Traumatic Stress Scale',
  about: 'Seventeen items on the last seven days: intrusion, avoidance and arousal after hearing of trauma.',
  constructs: ['secondary-trauma'],
  minutes: 4,
  provenance: { source: 'Bride and others, STSS key in secondary sources', year: 2004, evidence: 'V2' },
  licence: { use: 'ask', ask: 'Brian Bride, in writing, for commercial use', evidence: 'V2' },
  licenceNote: 'Copyright Bride. Commercial use needs written permission from the author.',
  isValidated: true,
  setting: 'team',
  itemCount: 17,
  responseOptions: numberedOptions([1, 2, 3, 4, 5]),
  notApplicable: null,
  reverseScored: [],
  scales: [
    scale('total', 'Secondary traumatic stress (17 to 85)', itemRange(1, 17)),
    scale('intrusion', 'Intrusion', intrusion),
    scale('avoidance', 'Avoidance', avoidance),
    scale('arousal', 'Arousal', arousal),
  ],
  derivedScales: [],
  bands: [
    {
      scale: 'total',
      scope: 'person',
      edges: [28, 38, 44, 49].map((at) => ({ at, equalTakes: 'higher-band' as const })),
      names: ['little-or-none', 'mild', 'moderate', 'high', 'severe'],
      source: 'Bride 2007, percentiles of social workers; other edges are in circulation',
      year: 2007,
      evidence: 'R',
    },
  ],
  flag: null,
  norms: [
    norm({
      scale: 'total',
      population: 'Social workers',
      country: 'United States',
      n: 287,
      mean: 29.5,
      sd: 10.8,
      alpha: 0.93,
      source: 'Bride',
      year: 2004,
      evidence: 'R',
    }),
    ...[
      ['intrusion', 0.8],
      ['avoidance', 0.87],
      ['arousal', 0.83],
    ].map(([scaleId, alpha]) =>
      norm({
        scale: String(scaleId),
        population: 'Social workers',
        country: 'United States',
        n: 287,
        alpha: Number(alpha),
        source: 'Bride',
        year: 2004,
        evidence: 'V2',
      }),
    ),
  ],
  groupOnly: false,
  vectors: [
    {
      name: 'all lowest',
      answers: repeated(1, 17),
      scales: { total: 17, intrusion: 5, avoidance: 7, arousal: 5 },
      notScored: [],
      bands: { total: 'little-or-none' },
    },
    {
      name: 'all 2',
      answers: repeated(2, 17),
      scales: { total: 34, intrusion: 10, avoidance: 14, arousal: 10 },
      notScored: [],
      bands: { total: 'mild' },
    },
    {
      name: 'all 3',
      answers: repeated(3, 17),
      scales: { total: 51, intrusion: 15, avoidance: 21, arousal: 15 },
      notScored: [],
      bands: { total: 'severe' },
    },
    {
      name: 'a pattern of five repeated',
      answers: cycled([4, 2, 5, 3, 1], 17),
      scales: { total: 51, intrusion: 17, avoidance: 17, arousal: 17 },
      notScored: [],
    },
    {
      name: 'mostly low',
      answers: [1, 2, 2, 1, 2, 1, 1, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2],
      scales: { total: 27, intrusion: 8, avoidance: 10, arousal: 9 },
      notScored: [],
      bands: { total: 'little-or-none' },
    },
    ...(
      [
        [28, 'mild'],
        [37, 'mild'],
        [38, 'moderate'],
        [43, 'moderate'],
        [44, 'high'],
        [48, 'high'],
        [49, 'severe'],
      ] as const
    ).map(([total, band]) => ({
      name: `${total} is ${band}`,
      answers: adding(total),
      scales: {
        total,
        intrusion: sumOf(adding(total), intrusion),
        avoidance: sumOf(adding(total), avoidance),
        arousal: sumOf(adding(total), arousal),
      },
      notScored: [],
      bands: { total: band },
    })),
    {
      name: 'three of 17 missing keep the total, two of seven leave avoidance out',
      answers: [null, null, 2, 2, null, ...repeated(2, 12)],
      scales: { total: 34, intrusion: 10, arousal: 10 },
      notScored: ['avoidance'],
    },
    { name: 'six', answers: [6, ...repeated(1, 16)], refused: true },
    { name: 'too few items', answers: repeated(1, 16), refused: true },
  ],
};
