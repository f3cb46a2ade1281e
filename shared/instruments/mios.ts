import {
  defaultMissingRule,
  itemRange,
  numberedOptions,
  repeated,
  type Instrument,
  type Scale,
} from './instrument';

function scale(id: string, title: string, items: readonly number[]): Scale {
  return { id, title, items, aggregation: 'sum', missingRule: defaultMissingRule, better: 'lower' };
}

export const mios: Instrument = {
  id: 'mios',
  version: 1,
  title: 'Moral Injury Outcome Scale',
  about:
    'Fourteen items about one event, over the past month: shame and violated trust. Built with people who served in the forces.',
  constructs: ['moral-injury'],
  minutes: 4,
  provenance: {
    source: 'Litz and others, MIOS; which items belong to which part',
    year: 2022,
    evidence: 'R',
  },
  licence: { use: 'free', ask: null, evidence: 'R' },
  licenceNote:
    'Thought to be free to use; listed by the International Society for Traumatic Stress Studies. For an independent clinician, never for a line manager.',
  isValidated: true,
  // It asks about one event in one person's life: that talk needs somebody with no power over them.
  setting: 'clinician',
  itemCount: 14,
  responseOptions: numberedOptions([0, 1, 2, 3, 4]),
  notApplicable: null,
  reverseScored: [],
  scales: [
    scale('total', 'Moral injury (0 to 56)', itemRange(1, 14)),
    scale('shame', 'Shame', [1, 3, 7, 8, 12, 13, 14]),
    scale('trust', 'Violated trust', [2, 4, 5, 6, 9, 10, 11]),
  ],
  derivedScales: [],
  bands: [],
  flag: null,
  norms: [],
  groupOnly: false,
  vectors: [
    { name: 'all 0', answers: repeated(0, 14), scales: { total: 0, shame: 0, trust: 0 }, notScored: [] },
    { name: 'all 4', answers: repeated(4, 14), scales: { total: 56, shame: 28, trust: 28 }, notScored: [] },
    {
      name: 'mixed',
      answers: [1, 2, 0, 3, 2, 2, 1, 0, 3, 1, 2, 1, 0, 2],
      scales: { total: 20, shame: 5, trust: 15 },
      notScored: [],
    },
    {
      name: 'the total has its own stand-in, not the sum of the parts',
      answers: [1, 2, 0, 3, 2, 2, 1, 0, 3, 1, null, 1, 0, 2],
      scales: { total: (18 * 14) / 13, shame: 5, trust: (13 * 7) / 6 },
      notScored: [],
    },
    {
      name: 'two of seven missing leave a part out',
      answers: [null, 2, null, 3, 2, 2, 1, 0, 3, 1, 2, 1, 0, 2],
      scales: { total: (19 * 14) / 12, trust: 15 },
      notScored: ['shame'],
    },
    { name: 'five', answers: [5, ...repeated(0, 13)], refused: true },
    { name: 'too few items', answers: repeated(0, 13), refused: true },
  ],
};
