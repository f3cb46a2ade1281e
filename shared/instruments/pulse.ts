/** Steading pulse: ten short items in our own words, one for each thing that wears people out or keeps them going. */
import { repeated, type Instrument } from './instrument';
import { instrumentOf, type OwnMeasure } from './own-measure';

/** Scale of each item in the order of the form, with its words. Every item says something good: 5 is best. */
const drivers = [
  ['safe', 'Safe', 'I felt safe at work: in the building, on visits and on the way.'],
  ['supported', 'Supported', 'Somebody at work had time for me when I needed it.'],
  ['workload', 'Workload', 'The work I was given fitted into my hours.'],
  ['breaks', 'Breaks', 'I could take my breaks.'],
  ['space', 'Space', 'I had a place to work and to talk without being overheard.'],
  ['supervision', 'Supervision', 'Supervision gave me room to think about my work.'],
  ['values', 'Values', 'I could work in the way that I believe is right.'],
  ['exposure', 'Exposure', 'I could put down what I heard and saw at work, and rest.'],
  ['team', 'Team', 'I could speak openly in my team and ask when I was unsure.'],
  ['onTime', 'Leaving on time', 'I left work on time.'],
] as const;

export const pulseMeasure: OwnMeasure = {
  format: 'steading-measure',
  formatVersion: 1,
  id: 'pulse',
  version: 1,
  title: 'Steading pulse',
  about:
    'Ten short items in our own words on what makes work easier or harder. Not validated: for talking and for your own trend.',
  introduction:
    'Think of the last four weeks at work. Choose the answer that fits best. Leave out anything that does not fit your work.',
  minutes: 2,
  answers: [
    { value: 1, text: 'Never' },
    { value: 2, text: 'Seldom' },
    { value: 3, text: 'About half the time' },
    { value: 4, text: 'Mostly' },
    { value: 5, text: 'Always' },
  ],
  items: drivers.map(([, , text]) => ({ text, isReversed: false })),
  scales: [
    ...drivers.map(([id, title], index) => ({
      id,
      title,
      items: [index + 1],
      aggregation: 'mean' as const,
      better: 'higher' as const,
      needs: 'every-item' as const,
    })),
    {
      id: 'overall',
      title: 'All ten together',
      items: drivers.map((_, index) => index + 1),
      aggregation: 'mean',
      better: 'higher',
      needs: 'most-items',
    },
  ],
};

const eachAt = (value: number, leftOut: readonly string[] = []): Record<string, number> =>
  Object.fromEntries(
    [...drivers.map(([id]) => id), 'overall'].filter((id) => !leftOut.includes(id)).map((id) => [id, value]),
  );

export const pulse: Instrument = {
  ...instrumentOf(pulseMeasure),
  constructs: ['causes-of-stress', 'psychological-safety'],
  provenance: { source: 'Steading', year: 2026, evidence: 'V' },
  licenceNote: 'Our own words, free to use. Not validated: for talking and for your own trend only.',
  vectors: [
    { name: 'all middle', answers: repeated(3, 10), scales: eachAt(3), notScored: [], straightLined: false },
    { name: 'all best', answers: repeated(5, 10), scales: eachAt(5), notScored: [] },
    {
      name: 'two left out keep the average',
      answers: [null, null, ...repeated(4, 8)],
      scales: eachAt(4, ['safe', 'supported']),
      notScored: ['safe', 'supported'],
    },
    {
      name: 'three left out do not',
      answers: [null, null, null, ...repeated(4, 7)],
      scales: eachAt(4, ['safe', 'supported', 'workload', 'overall']),
      notScored: ['overall', 'safe', 'supported', 'workload'],
    },
    { name: 'zero', answers: [0, ...repeated(1, 9)], refused: true },
    { name: 'too few items', answers: repeated(1, 9), refused: true },
  ],
};
