import {
  cycled,
  defaultMissingRule,
  norm,
  numberedOptions,
  repeated,
  type BetterDirection,
  type Instrument,
  type Scale,
  type ScaleBands,
} from './instrument';

const satisfaction = [3, 6, 12, 16, 18, 20, 22, 24, 27, 30];
const turned = [1, 4, 15, 17, 29];

function scale(id: string, title: string, items: readonly number[], better: BetterDirection): Scale {
  return { id, title, items, aggregation: 'sum', missingRule: defaultMissingRule, better };
}

/** Raw route: 22 and below low, 42 and above high. The T-score route has other edges; the two are never mixed. */
function rawBands(scaleId: string): ScaleBands {
  return {
    scale: scaleId,
    scope: 'person',
    edges: [
      { at: 22, equalTakes: 'lower-band' },
      { at: 41, equalTakes: 'lower-band' },
    ],
    names: ['low', 'average', 'high'],
    source: 'ProQOL manual, raw score route, as given in secondary sources',
    year: 2010,
    evidence: 'V2',
  };
}

const sample = {
  population: 'People in helping professions',
  country: 'Mostly United States',
  source: 'Stamm, ProQOL manual',
  year: 2010,
} as const;

/** Satisfaction items and reversed items at 5, the rest at 1: the best answer to everything. */
const best = repeated(0, 30).map((_, index) =>
  satisfaction.includes(index + 1) || turned.includes(index + 1) ? 5 : 1,
);

export const proqol5: Instrument = {
  id: 'proqol5',
  version: 1,
  title: 'Professional Quality of Life, version 5',
  about:
    'Thirty items on the last 30 days of helping work: what it gives, how it wears people out, and secondary trauma. Three scores, no total.',
  constructs: ['compassion-satisfaction', 'burnout', 'secondary-trauma'],
  minutes: 7,
  provenance: { source: 'Stamm, ProQOL 5 scoring key, two secondary sources', year: 2010, evidence: 'V2' },
  licence: { use: 'free-with-credit', ask: 'Center for Victims of Torture', evidence: 'V' },
  licenceNote:
    'Free to copy with credit to the Center for Victims of Torture and a link, and not for sale. A changed form is called an adaptation. One study of 1,615 nurses found two of the three scales weak.',
  isValidated: true,
  setting: 'team',
  itemCount: 30,
  responseOptions: numberedOptions([1, 2, 3, 4, 5]),
  notApplicable: null,
  reverseScored: turned,
  scales: [
    scale('cs', 'Compassion satisfaction', satisfaction, 'higher'),
    scale('bo', 'Burnout', [1, 4, 8, 10, 15, 17, 19, 21, 26, 29], 'lower'),
    scale('sts', 'Secondary traumatic stress', [2, 5, 7, 9, 11, 13, 14, 23, 25, 28], 'lower'),
  ],
  derivedScales: [],
  bands: [rawBands('cs'), rawBands('bo'), rawBands('sts')],
  flag: null,
  norms: [
    norm({ ...sample, scale: 'cs', alpha: 0.88, evidence: 'V2' }),
    norm({ ...sample, scale: 'bo', alpha: 0.75, evidence: 'R' }),
    norm({ ...sample, scale: 'sts', alpha: 0.81, evidence: 'R' }),
  ],
  groupOnly: false,
  vectors: [
    {
      name: 'all middle',
      answers: repeated(3, 30),
      scales: { cs: 30, bo: 30, sts: 30 },
      notScored: [],
      bands: { cs: 'average', bo: 'average', sts: 'average' },
      straightLined: true,
    },
    { name: 'all 5', answers: repeated(5, 30), scales: { cs: 50, bo: 30, sts: 50 }, notScored: [] },
    { name: 'all 1', answers: repeated(1, 30), scales: { cs: 10, bo: 30, sts: 10 }, notScored: [] },
    {
      name: 'best of everything',
      answers: best,
      scales: { cs: 50, bo: 10, sts: 10 },
      notScored: [],
      bands: { cs: 'high', bo: 'low', sts: 'low' },
      straightLined: false,
    },
    {
      name: 'a pattern of five repeated',
      answers: cycled([4, 2, 5, 3, 1], 30),
      scales: { cs: 29, bo: 34, sts: 31 },
      notScored: [],
    },
    {
      name: 'two of ten missing are filled in after turning round',
      answers: [null, ...repeated(3, 2), null, ...repeated(3, 25), 3],
      scales: { cs: 30, bo: 30, sts: 30 },
      notScored: [],
    },
    {
      name: 'three of ten missing leave burnout out',
      answers: [null, ...repeated(3, 2), null, ...repeated(3, 10), null, ...repeated(3, 15)],
      scales: { cs: 30, sts: 30 },
      notScored: ['bo'],
    },
    { name: 'above the range', answers: [6, ...repeated(1, 29)], refused: true },
    { name: 'fraction', answers: [1.5, ...repeated(1, 29)], refused: true },
    { name: 'too few items', answers: repeated(1, 29), refused: true },
  ],
};
