import {
  cycled,
  defaultMissingRule,
  norm,
  numberedOptions,
  repeated,
  type Instrument,
  type Scale,
} from './instrument';

const turned = [2, 3, 4, 6, 8, 9, 11, 12];

function scale(id: string, title: string, items: readonly number[]): Scale {
  return { id, title, items, aggregation: 'sum', missingRule: defaultMissingRule, better: 'lower' };
}

export const olbi: Instrument = {
  id: 'olbi',
  version: 1,
  title: 'Oldenburg Burnout Inventory',
  about:
    'Sixteen items on exhaustion and on distance from the work. Answers are coded 1 for strongly agree to 4 for strongly disagree.',
  constructs: ['burnout'],
  minutes: 4,
  // Under this coding the other eight items would be turned round if 4 meant "strongly agree".
  provenance: {
    source: 'Demerouti and Bakker, OLBI scoring key, coding 1 = strongly agree',
    year: 2008,
    evidence: 'V2',
  },
  licence: { use: 'free-non-commercial', ask: 'The authors, for commercial use', evidence: 'V2' },
  licenceNote:
    'Free for non-commercial use. Cut-offs are disputed, so none is shown. Check that 1 stands for strongly agree on your form.',
  isValidated: true,
  setting: 'team',
  itemCount: 16,
  responseOptions: numberedOptions([1, 2, 3, 4]),
  notApplicable: null,
  reverseScored: turned,
  scales: [
    scale('exhaustion', 'Exhaustion', [2, 4, 5, 8, 10, 12, 14, 16]),
    scale('disengagement', 'Disengagement', [1, 3, 6, 7, 9, 11, 13, 15]),
  ],
  derivedScales: [],
  bands: [],
  flag: null,
  norms: (['exhaustion', 'disengagement'] as const).map((scaleId) =>
    norm({
      scale: scaleId,
      population: 'Several samples; alpha about .74 to .85',
      country: 'Several',
      source: 'OLBI validation studies',
      year: null,
      evidence: 'R',
    }),
  ),
  groupOnly: false,
  vectors: [
    ...[1, 2, 3, 4].map((answer) => ({
      name: `every answer ${answer}: the halves cancel`,
      answers: repeated(answer, 16),
      scales: { exhaustion: 20, disengagement: 20 },
      notScored: [],
      straightLined: true,
    })),
    {
      name: 'the worst of everything',
      answers: repeated(4, 16).map((answer, index) => (turned.includes(index + 1) ? 1 : answer)),
      scales: { exhaustion: 32, disengagement: 32 },
      notScored: [],
      straightLined: false,
    },
    {
      name: 'a pattern of four repeated',
      answers: cycled([4, 3, 2, 1], 16),
      scales: { exhaustion: 25, disengagement: 21 },
      notScored: [],
    },
    {
      name: 'mixed',
      answers: [2, 2, 3, 2, 2, 3, 2, 2, 3, 3, 3, 2, 2, 3, 2, 2],
      scales: { exhaustion: 22, disengagement: 16 },
      notScored: [],
    },
    {
      name: 'one of eight may be missing, two may not',
      answers: [null, null, ...repeated(2, 1), null, ...repeated(2, 12)],
      scales: { disengagement: ((3 + 3 + 2 + 3 + 3 + 2 + 2) * 8) / 7 },
      notScored: ['exhaustion'],
    },
    { name: 'five', answers: [5, ...repeated(1, 15)], refused: true },
    { name: 'too few items', answers: repeated(1, 15), refused: true },
  ],
};
