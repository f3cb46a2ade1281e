/** Whether there was time to practise: caseload, training, protected time, breaks, sessions, supervision. */
import type { FigureRow, Share } from './figure-row';
import { type Measure, share, zeroUp, number, counted, heads, ofShare } from './measure';

/** Typed months have no figure for each worker: cases over WTE in post stands for the middle value. */
function typedCases({ hand }: FigureRow): Share | null {
  if (hand === null || hand.openCases === null || hand.wte === null || hand.wte === 0) return null;
  return { above: hand.openCases, below: hand.wte };
}

export const caseload: Measure = {
  id: 'caseload',
  label: 'Open cases for each WTE',
  sentenceName: 'Caseload',
  valueLabel: 'Open cases per WTE',
  format: 'one-decimal',
  improvement: 'lower',
  possible: zeroUp,
  charts: ['run', 'xmr'],
  isRolling: false,
  valueOf: (row) => {
    if (row.caseload !== null) return row.caseload.medianPerWte;
    const typed = typedCases(row);
    return typed === null ? null : typed.above / typed.below;
  },
  fractionOf: (row) => {
    if (row.caseload !== null) return null;
    const typed = typedCases(row);
    return typed === null
      ? null
      : { ...typed, words: `${number(typed.above)} open cases over ${number(typed.below)} WTE` };
  },
  peopleBehind: (row) =>
    row.caseload === null ? (row.hand?.workersWithCases ?? heads(row)) : row.caseload.workers,
};

const practiceDefaults = {
  format: 'percent',
  possible: share,
  charts: ['run', 'p', 'xmr'],
  isRolling: false,
} as const;

export const trainingMissed: Measure = {
  ...practiceDefaults,
  ...ofShare(
    (row) => row.practice?.trainingMissedWorkload ?? null,
    ({ above, below }) => `${number(above)} of ${number(below)} training places missed were for workload`,
  ),
  id: 'training-missed',
  label: 'Training missed for workload',
  sentenceName: 'Training missed for workload',
  valueLabel: 'Share of all training missed',
  improvement: 'lower',
};

export const protectedTime: Measure = {
  ...practiceDefaults,
  ...ofShare(
    (row) => row.practice?.protectedTime ?? null,
    ({ above, below }) => `${number(above)} hours kept of ${number(below)} planned`,
  ),
  id: 'protected-time',
  label: 'Protected time kept',
  sentenceName: 'Protected time kept',
  valueLabel: 'Hours kept of hours planned',
  improvement: 'higher',
  // Hours are measured, not counted: a p chart would take each for an independent event.
  charts: ['run', 'xmr'],
};

export const breaks: Measure = {
  ...practiceDefaults,
  ...ofShare(
    (row) => row.practice?.breaks ?? null,
    ({ above, below }) => `${number(above)} breaks taken of ${number(below)} due`,
  ),
  id: 'breaks',
  label: 'Breaks taken',
  sentenceName: 'The share of breaks taken',
  valueLabel: 'Breaks taken of breaks due',
  improvement: 'higher',
};

export const sessionsCut: Measure = {
  ...practiceDefaults,
  ...ofShare(
    (row) => row.practice?.sessionsCut ?? null,
    ({ above, below }) => `${number(above)} sessions cut short or cancelled of ${number(below)} planned`,
  ),
  id: 'sessions-cut',
  label: 'Sessions cut short or cancelled',
  sentenceName: 'The share of sessions cut',
  valueLabel: 'Share of sessions planned',
  improvement: 'lower',
};

export const supervisionCoverage: Measure = {
  ...practiceDefaults,
  ...ofShare(
    ({ coverage }) => (coverage === null ? null : { above: coverage.held, below: coverage.eligible }),
    ({ above, below }) =>
      `${number(above)} of ${counted(below, 'person', 'people')} supervised within their interval`,
  ),
  id: 'supervision-coverage',
  label: 'Supervision coverage',
  sentenceName: 'Supervision coverage',
  valueLabel: 'Supervised within their interval',
  improvement: 'higher',
  // Intervals of two months overlap from month to month: one late session would count twice in a p chart.
  charts: ['run', 'xmr'],
  peopleBehind: ({ coverage }) => coverage?.eligible ?? 0,
  peopleCounted: ({ coverage }) =>
    coverage === null ? null : [coverage.held, coverage.eligible - coverage.held],
};
