import {
  defaultMissingRule,
  itemRange,
  numberedOptions,
  repeated,
  type Instrument,
  type Scale,
} from './instrument';

function scale(id: string, title: string, first: number, last: number): Scale {
  return {
    id,
    title,
    items: itemRange(first, last),
    // A plain sum would punish an organisation for every item that does not apply to it.
    aggregation: 'applicable-percent',
    missingRule: defaultMissingRule,
    better: 'higher',
  };
}

const everyScale = (percent: number): Record<string, number> => ({
  total: percent,
  resilience: percent,
  safety: percent,
  policies: percent,
  leaders: percent,
  routine: percent,
  evaluation: percent,
});

export const stsioa: Instrument = {
  id: 'stsioa',
  version: 1,
  title: 'Secondary Traumatic Stress Informed Organization Assessment',
  about:
    'Forty items by which leaders rate what the organisation does about secondary trauma. Scores are percentages of what applies.',
  constructs: ['organisation-practice'],
  minutes: 12,
  // The domains and their counts are read; that their items follow one another on the form is to be checked.
  provenance: {
    source: 'Sprang and others, University of Kentucky; domains and counts',
    year: 2014,
    evidence: 'V2',
  },
  licence: { use: 'ask', ask: 'University of Kentucky, by their request form', evidence: 'V' },
  licenceNote:
    'Ask by the request form of the University of Kentucky. No official cut-off is known, so none is shown. Check that your form keeps each domain together.',
  isValidated: true,
  setting: 'team',
  itemCount: 40,
  responseOptions: numberedOptions([1, 2, 3, 4, 5]),
  notApplicable: 0,
  reverseScored: [],
  scales: [
    scale('total', 'All practice', 1, 40),
    scale('resilience', 'Promoting resilience', 1, 7),
    scale('safety', 'Sense of safety', 8, 14),
    scale('policies', 'Organisational policies', 15, 20),
    scale('leaders', 'Practices of leaders', 21, 29),
    scale('routine', 'Routine practices', 30, 36),
    scale('evaluation', 'Evaluation and monitoring', 37, 40),
  ],
  derivedScales: [],
  bands: [],
  flag: null,
  norms: [],
  groupOnly: true,
  vectors: [
    { name: 'all 3 is 120 of 200', answers: repeated(3, 40), scales: everyScale(60), notScored: [] },
    { name: 'all 5', answers: repeated(5, 40), scales: everyScale(100), notScored: [] },
    { name: 'all 1 is 40 of 200', answers: repeated(1, 40), scales: everyScale(20), notScored: [] },
    {
      name: 'four that do not apply leave the denominator: 108 of 180',
      answers: [...repeated(0, 4), ...repeated(3, 36)],
      scales: everyScale(60),
      notScored: [],
    },
    {
      name: 'a domain that does not apply at all has no score, and is not missing',
      answers: [...repeated(5, 36), ...repeated(0, 4)],
      scales: {
        total: 100,
        resilience: 100,
        safety: 100,
        policies: 100,
        leaders: 100,
        routine: 100,
      },
      notScored: ['evaluation'],
    },
    {
      name: 'two of seven not answered leave a domain out',
      answers: [null, null, ...repeated(3, 38)],
      scales: { total: 60, safety: 60, policies: 60, leaders: 60, routine: 60, evaluation: 60 },
      notScored: ['resilience'],
    },
    { name: 'six', answers: [6, ...repeated(1, 39)], refused: true },
    { name: 'too few items', answers: repeated(1, 39), refused: true },
  ],
};
