import { itemRange, norm, numberedOptions, type Instrument, type Scale } from './instrument';

function scale(id: string, title: string, first: number, last: number, atLeast: number): Scale {
  return {
    id,
    title,
    items: itemRange(first, last),
    aggregation: 'mean',
    missingRule: { kind: 'answered-count', atLeast },
    better: 'lower',
  };
}

const same = (value: number | null, count: number): (number | null)[] =>
  Array.from({ length: count }, () => value);

const puma = {
  population: 'Human service workers of the PUMA study',
  country: 'Denmark',
  source: 'Kristensen and others',
  year: 2005,
  evidence: 'R',
} as const;

export const cbi: Instrument = {
  id: 'cbi',
  version: 1,
  title: 'Copenhagen Burnout Inventory',
  about:
    'Nineteen items on exhaustion in general, from work, and from work with the people served. Three scores, no total.',
  constructs: ['burnout'],
  minutes: 5,
  provenance: {
    source: 'Kristensen, Borritz, Villadsen and Christensen, Work & Stress 19',
    year: 2005,
    evidence: 'V2',
  },
  licence: { use: 'free-with-credit', ask: null, evidence: 'V2' },
  licenceNote: 'Free to use when the authors are cited. They publish no cut-off, so none is shown.',
  isValidated: true,
  setting: 'team',
  itemCount: 19,
  // Items are entered already as 0 to 100, whichever of the two answer sheets an item uses.
  responseOptions: numberedOptions([0, 25, 50, 75, 100]),
  notApplicable: null,
  reverseScored: [13],
  scales: [
    scale('personal', 'Personal', 1, 6, 3),
    scale('work', 'Work', 7, 13, 4),
    scale('client', 'Work with people served', 14, 19, 3),
  ],
  derivedScales: [],
  bands: [],
  flag: null,
  norms: [
    norm({ ...puma, scale: 'personal', mean: 35.9, sd: 16.5, alpha: 0.87 }),
    norm({ ...puma, scale: 'work', mean: 33, sd: 17.7, alpha: 0.87 }),
    norm({ ...puma, scale: 'client', mean: 30.9, sd: 17.6, alpha: 0.85 }),
  ],
  groupOnly: false,
  vectors: [
    {
      name: 'item 13 is turned round',
      answers: [...same(75, 13), ...same(50, 6)],
      scales: { personal: 75, work: 475 / 7, client: 50 },
      notScored: [],
    },
    {
      name: 'all lowest',
      answers: same(0, 19),
      scales: { personal: 0, work: 100 / 7, client: 0 },
      notScored: [],
      straightLined: true,
    },
    {
      name: 'all worst',
      answers: [...same(100, 12), 0, ...same(100, 6)],
      scales: { personal: 100, work: 100, client: 100 },
      notScored: [],
      straightLined: false,
    },
    {
      name: 'one missing of six; client part not answered is not 0',
      answers: [50, 75, 50, 25, 75, null, 50, 75, 25, 100, 50, 25, 50, ...same(null, 6)],
      scales: { personal: 55, work: 375 / 7 },
      notScored: ['client'],
    },
    {
      name: 'two answers are too few for personal, three for work',
      answers: [50, 75, ...same(null, 4), 50, 50, 50, ...same(null, 4), 25, 25, 50, ...same(null, 3)],
      scales: { client: 100 / 3 },
      notScored: ['personal', 'work'],
    },
    { name: 'between two options', answers: [30, ...same(0, 18)], refused: true },
    { name: 'above the range', answers: [125, ...same(0, 18)], refused: true },
    { name: 'too many items', answers: same(0, 20), refused: true },
  ],
};
