import {
  defaultMissingRule,
  itemRange,
  numberedOptions,
  type Instrument,
  type Scale,
  type ScaleBands,
} from './instrument';

function scale(id: string, title: string, items: readonly number[]): Scale {
  return { id, title, items, aggregation: 'mean', missingRule: defaultMissingRule, better: 'higher' };
}

/** Percentiles 20, 50 and 80 of the means of 136 organisations; a mean equal to an edge takes the better band. */
function benchmark(scaleId: string, p20: number, p50: number, p80: number): ScaleBands {
  return {
    scale: scaleId,
    scope: 'group',
    edges: [p20, p50, p80].map((at) => ({ at, equalTakes: 'higher-band' as const })),
    names: ['urgent', 'clear-need', 'good', 'keep'],
    source: 'HSE Management Standards analysis tool benchmark, 136 organisations, United Kingdom',
    year: null,
    evidence: 'V2',
  };
}

const allSame = (value: number): number[] => itemRange(1, 35).map(() => value);
const demandItems = [3, 6, 9, 12, 16, 18, 20, 22];
const relationshipItems = [5, 14, 21, 34];
const reverseScored = [...demandItems, ...relationshipItems].sort((left, right) => left - right);

export const hse35: Instrument = {
  id: 'hse35',
  version: 1,
  title: 'HSE Management Standards Indicator Tool',
  about: 'Thirty-five items on seven causes of stress at work: what to change, rather than how people feel.',
  constructs: ['causes-of-stress'],
  minutes: 10,
  provenance: {
    source: 'Health and Safety Executive, Management Standards Indicator Tool',
    year: 2004,
    evidence: 'V2',
  },
  licence: { use: 'free', ask: 'HSE, for its online tool with more than 50 people', evidence: 'R' },
  licenceNote:
    'HSE publishes the paper form free of charge on Crown copyright terms; its online tool is free up to 50 invited people once a year.',
  isValidated: true,
  setting: 'team',
  itemCount: 35,
  responseOptions: numberedOptions([1, 2, 3, 4, 5]),
  notApplicable: null,
  reverseScored,
  scales: [
    scale('demands', 'Demands', demandItems),
    scale('control', 'Control', [2, 10, 15, 19, 25, 30]),
    scale('managerSupport', 'Manager support', [8, 23, 29, 33, 35]),
    scale('peerSupport', 'Peer support', [7, 24, 27, 31]),
    scale('relationships', 'Relationships', relationshipItems),
    scale('role', 'Role', [1, 4, 11, 13, 17]),
    scale('change', 'Change', [26, 28, 32]),
  ],
  derivedScales: [],
  bands: [
    benchmark('demands', 2.9387, 3.1024, 3.2937),
    benchmark('control', 3.224, 3.4741, 3.7208),
    benchmark('managerSupport', 3.272, 3.4603, 3.65),
    benchmark('peerSupport', 3.627, 3.78, 3.8892),
    benchmark('relationships', 3.6115, 3.8499, 4.0381),
    benchmark('role', 4.0356, 4.1803, 4.3117),
    benchmark('change', 2.791, 3.0428, 3.24),
  ],
  flag: null,
  // What HSE publishes to compare with are the percentiles above, not means.
  norms: [],
  groupOnly: true,
  vectors: [
    {
      name: 'every answer in the middle',
      answers: allSame(3),
      scales: {
        demands: 3,
        control: 3,
        managerSupport: 3,
        peerSupport: 3,
        relationships: 3,
        role: 3,
        change: 3,
      },
      notScored: [],
      straightLined: true,
    },
    {
      name: 'every answer 5: the turned-round scales fall to 1',
      answers: allSame(5),
      scales: {
        demands: 1,
        control: 5,
        managerSupport: 5,
        peerSupport: 5,
        relationships: 1,
        role: 5,
        change: 5,
      },
      notScored: [],
      straightLined: true,
    },
    {
      name: 'every answer 1: the turned-round scales rise to 5',
      answers: allSame(1),
      scales: {
        demands: 5,
        control: 1,
        managerSupport: 1,
        peerSupport: 1,
        relationships: 5,
        role: 1,
        change: 1,
      },
      notScored: [],
      straightLined: true,
    },
    {
      name: 'best answer to every item',
      answers: itemRange(1, 35).map((item) => (reverseScored.includes(item) ? 1 : 5)),
      scales: {
        demands: 5,
        control: 5,
        managerSupport: 5,
        peerSupport: 5,
        relationships: 5,
        role: 5,
        change: 5,
      },
      notScored: [],
      straightLined: false,
    },
    {
      name: 'a pattern of five repeated',
      answers: itemRange(1, 35).map((item) => [4, 2, 5, 3, 1][(item - 1) % 5]!),
      scales: {
        demands: 2.75,
        control: 1.5,
        managerSupport: 3.8,
        peerSupport: 2.75,
        relationships: 3.25,
        role: 3.6,
        change: 11 / 3,
      },
      notScored: [],
    },
    {
      name: 'one of three missing leaves Change out, one of five keeps Role',
      answers: itemRange(1, 35).map((item) => (item === 1 || item === 26 ? null : 3)),
      scales: { demands: 3, control: 3, managerSupport: 3, peerSupport: 3, relationships: 3, role: 3 },
      notScored: ['change'],
    },
    { name: 'zero is out of range', answers: [0, ...allSame(3).slice(1)], refused: true },
    { name: 'six is out of range', answers: [6, ...allSame(3).slice(1)], refused: true },
    { name: 'too few items', answers: allSame(3).slice(1), refused: true },
  ],
};
