import { itemRange, norm, numberedOptions, repeated, type Instrument } from './instrument';

/** Published conversion of raw 7 to 35. A Rasch table: no formula gives these numbers. */
const metric = [
  7, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98,
  20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35,
];

const england = {
  scale: 'metric',
  country: 'England',
  n: 27_169,
  source: 'Health Survey for England 2010 to 2013',
  year: 2013,
} as const;

export const swemwbs: Instrument = {
  id: 'swemwbs',
  version: 1,
  title: 'Short Warwick-Edinburgh Mental Wellbeing Scale',
  about:
    'Seven items of the longer scale, over the last two weeks. The sum is converted by table before it is read.',
  constructs: ['wellbeing'],
  minutes: 1,
  provenance: {
    source: 'WEMWBS user guide; conversion table in secondary sources',
    year: 2009,
    evidence: 'V2',
  },
  licence: { use: 'registration', ask: 'University of Warwick (WEMWBS licences)', evidence: 'V' },
  licenceNote:
    'Register first. Free for non-commercial use, a fee for commercial use. Use the seven-item form itself: which items of the longer form it takes is recalled.',
  isValidated: true,
  setting: 'team',
  itemCount: 7,
  responseOptions: numberedOptions([1, 2, 3, 4, 5]),
  notApplicable: null,
  reverseScored: [],
  scales: [
    {
      id: 'raw',
      title: 'Raw sum (7 to 35)',
      items: itemRange(1, 7),
      aggregation: 'sum',
      missingRule: { kind: 'complete' },
      better: 'higher',
    },
  ],
  derivedScales: [
    {
      id: 'metric',
      title: 'Mental wellbeing, metric (7 to 35)',
      from: 'raw',
      conversion: { kind: 'table', firstRaw: 7, values: metric },
      better: 'higher',
    },
  ],
  bands: [
    {
      scale: 'metric',
      scope: 'person',
      edges: [
        { at: 19.5, equalTakes: 'lower-band' },
        { at: 27.5, equalTakes: 'higher-band' },
      ],
      names: ['low', 'average', 'high'],
      source: 'About the lowest and highest 15% of adults in England, 2010 to 2013',
      year: 2013,
      evidence: 'R',
    },
  ],
  flag: null,
  norms: [
    norm({ ...england, population: 'Adults, all', sd: 3.9, alpha: 0.84, evidence: 'R' }),
    norm({ ...england, population: 'Men', n: null, mean: 23.7, evidence: 'V' }),
    norm({ ...england, population: 'Women', n: null, mean: 23.2, evidence: 'V' }),
  ],
  groupOnly: false,
  vectors: [
    {
      name: 'all middle',
      answers: repeated(3, 7),
      scales: { raw: 21, metric: 19.25 },
      notScored: [],
      bands: { metric: 'low' },
    },
    {
      name: 'raw 20',
      answers: [2, 3, 2, 3, 3, 3, 4],
      scales: { raw: 20, metric: 18.59 },
      notScored: [],
    },
    {
      name: 'raw 27',
      answers: [4, 4, 3, 4, 4, 4, 4],
      scales: { raw: 27, metric: 24.11 },
      notScored: [],
      bands: { metric: 'average' },
    },
    {
      name: 'raw 29',
      answers: [4, 4, 4, 4, 4, 4, 5],
      scales: { raw: 29, metric: 26.02 },
      notScored: [],
    },
    {
      name: 'raw 31 is high',
      answers: [4, 4, 4, 4, 5, 5, 5],
      scales: { raw: 31, metric: 28.13 },
      notScored: [],
      bands: { metric: 'high' },
    },
    {
      name: 'raw 30 is not yet high',
      answers: [4, 4, 4, 4, 4, 5, 5],
      scales: { raw: 30, metric: 27.03 },
      notScored: [],
      bands: { metric: 'average' },
    },
    { name: 'both ends', answers: repeated(5, 7), scales: { raw: 35, metric: 35 }, notScored: [] },
    {
      name: 'one missing: neither the sum nor what is converted from it',
      answers: [null, ...repeated(3, 6)],
      scales: {},
      notScored: ['raw'],
    },
    { name: 'six', answers: [6, ...repeated(3, 6)], refused: true },
    { name: 'the long form does not fit', answers: repeated(3, 14), refused: true },
  ],
};
