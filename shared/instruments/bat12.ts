import { batBands, batLicence, batLicenceNote, batNorms, batScale } from './bat-parts';
import { itemRange, numberedOptions, repeated, type Instrument } from './instrument';

const threes = (count: number): number[] => [...repeated(3, count), ...repeated(2, 12 - count)];

export const bat12: Instrument = {
  id: 'bat12',
  version: 1,
  title: 'Burnout Assessment Tool, short form',
  about: 'Twelve items on exhaustion, mental distance, and trouble with thinking and feelings at work.',
  constructs: ['burnout'],
  minutes: 3,
  provenance: {
    source: 'Schaufeli, Desart and De Witte, BAT-12 key in secondary sources',
    year: 2020,
    evidence: 'V2',
  },
  licence: batLicence,
  licenceNote: batLicenceNote,
  isValidated: true,
  setting: 'team',
  itemCount: 12,
  responseOptions: numberedOptions([1, 2, 3, 4, 5]),
  notApplicable: null,
  reverseScored: [],
  scales: [
    batScale('total', 'Burnout, all items', itemRange(1, 12)),
    batScale('exhaustion', 'Exhaustion', itemRange(1, 3)),
    batScale('distance', 'Mental distance', itemRange(4, 6)),
    batScale('cognitive', 'Cognitive impairment', itemRange(7, 9)),
    batScale('emotional', 'Emotional impairment', itemRange(10, 12)),
  ],
  derivedScales: [],
  bands: [batBands('total', 2.54, 2.96, 'V2')],
  flag: null,
  norms: batNorms,
  groupOnly: false,
  vectors: [
    {
      name: 'sum 30 is green',
      answers: threes(6),
      scales: { total: 2.5, exhaustion: 3, distance: 3, cognitive: 2, emotional: 2 },
      notScored: [],
      bands: { total: 'green' },
    },
    {
      name: 'sum 31 is amber: no rounding before the band',
      answers: threes(7),
      scales: { total: 31 / 12, exhaustion: 3, distance: 3, cognitive: 7 / 3, emotional: 2 },
      notScored: [],
      bands: { total: 'amber' },
    },
    {
      name: 'sum 35 is amber',
      answers: threes(11),
      scales: { total: 35 / 12, exhaustion: 3, distance: 3, cognitive: 3, emotional: 8 / 3 },
      notScored: [],
      bands: { total: 'amber' },
    },
    {
      name: 'sum 36 is red',
      answers: threes(12),
      scales: { total: 3, exhaustion: 3, distance: 3, cognitive: 3, emotional: 3 },
      notScored: [],
      bands: { total: 'red' },
    },
    {
      name: 'one of three missing leaves a part out, one of twelve keeps the total',
      answers: [null, ...repeated(2, 11)],
      scales: { total: 2, distance: 2, cognitive: 2, emotional: 2 },
      notScored: ['exhaustion'],
    },
    { name: 'zero', answers: [0, ...repeated(1, 11)], refused: true },
    { name: 'the long form does not fit', answers: repeated(1, 23), refused: true },
  ],
};
