/** People in post, starters, leavers, turnover by each of its names, stability and vacancies. */
import type { FigureRow } from './figure-row';
import {
  type Measure,
  share,
  zeroUp,
  number,
  counted,
  heads,
  ofStaff,
  averageHeads,
  overTheYear,
  yearFraction,
  none,
} from './measure';

export const headcount: Measure = {
  id: 'headcount',
  label: 'People in post',
  sentenceName: 'Headcount',
  valueLabel: 'People in post',
  format: 'whole',
  improvement: 'neutral',
  possible: zeroUp,
  charts: ['run', 'xmr'],
  isRolling: false,
  valueOf: ofStaff(
    (row) => row.headcount,
    (hand) => hand.headcount,
  ),
  fractionOf: none,
  peopleBehind: heads,
};

export const wte: Measure = {
  ...headcount,
  id: 'wte',
  label: 'Whole-time equivalents in post',
  sentenceName: 'WTE in post',
  valueLabel: 'WTE in post',
  format: 'one-decimal',
  valueOf: ofStaff(
    (row) => row.wte,
    (hand) => hand.wte,
  ),
};

const countOf =
  (valueOf: Measure['valueOf']) =>
  (row: FigureRow): readonly number[] => [valueOf(row) ?? 0];

const startersOf = ofStaff(
  (row) => row.joiners,
  (hand) => hand.starters,
);
export const starters: Measure = {
  ...headcount,
  id: 'starters',
  label: 'Starters',
  sentenceName: 'The number of starters',
  valueLabel: 'People who started',
  charts: ['run', 'c', 'xmr'],
  valueOf: startersOf,
  peopleCounted: countOf(startersOf),
};

const leaversOf = ofStaff(
  (row) => row.leavers,
  (hand) => hand.leavers,
);
export const leavers: Measure = {
  ...headcount,
  id: 'leavers',
  label: 'Leavers',
  sentenceName: 'The number of leavers',
  valueLabel: 'People who left',
  improvement: 'lower',
  charts: ['run', 'c', 'u', 'xmr'],
  valueOf: leaversOf,
  peopleCounted: countOf(leaversOf),
  fractionOf: (row) => {
    const left = leaversOf(row);
    const inPost = headcount.valueOf(row);
    if (left === null || inPost === null || inPost === 0) return null;
    return {
      above: left,
      below: inPost,
      words: `${counted(left, 'leaver', 'leavers')}, with ${counted(inPost, 'person', 'people')} in post at the month’s end`,
    };
  },
};

const turnoverAverageOf = overTheYear(
  (row) => row.turnoverAverage12,
  (hand) => hand.turnoverAverage12,
);
export const turnoverAverage: Measure = {
  id: 'turnover-average',
  label: 'Turnover over 12 months, of average headcount',
  sentenceName: 'Turnover',
  valueLabel: 'Leavers over average headcount',
  format: 'percent',
  improvement: 'lower',
  possible: zeroUp,
  charts: ['run'],
  isRolling: true,
  valueOf: turnoverAverageOf,
  fractionOf: yearFraction(turnoverAverageOf, (row) => ({
    above: row.leavers12,
    below: averageHeads(row),
    words: `${counted(row.leavers12, 'leaver', 'leavers')} of ${number(averageHeads(row))} people on average`,
  })),
  peopleBehind: (row) => (row.openingHeadcount12 > 0 ? Math.floor(averageHeads(row)) : heads(row)),
  peopleCounted: (row) => [row.leavers12, averageHeads(row) - row.leavers12],
};

const turnoverOpeningOf = overTheYear(
  (row) => row.turnoverOpening12,
  (hand) => hand.turnoverOpening12,
);
const outflow = (row: FigureRow): number =>
  Math.round((turnoverOpeningOf(row) ?? 0) * row.openingHeadcount12);
export const turnoverOpening: Measure = {
  ...turnoverAverage,
  id: 'turnover-opening',
  label: 'Turnover over 12 months, of opening headcount (NES)',
  sentenceName: 'Opening turnover',
  valueLabel: 'Gone by the close, of those at the opening',
  possible: share,
  valueOf: turnoverOpeningOf,
  fractionOf: yearFraction(turnoverOpeningOf, (row) => ({
    above: outflow(row),
    below: row.openingHeadcount12,
    words: `${number(outflow(row))} gone of ${counted(row.openingHeadcount12, 'person', 'people')} in post 12 months before`,
  })),
  peopleBehind: (row) => (row.openingHeadcount12 > 0 ? row.openingHeadcount12 : heads(row)),
  peopleCounted: (row) => [outflow(row), row.openingHeadcount12 - outflow(row)],
};

const turnoverVoluntaryOf = overTheYear(
  (row) => row.turnoverVoluntary12,
  (hand) => hand.turnoverVoluntary12,
);
export const turnoverVoluntary: Measure = {
  ...turnoverAverage,
  id: 'turnover-voluntary',
  label: 'Voluntary turnover over 12 months',
  sentenceName: 'Voluntary turnover',
  valueLabel: 'Resignations over average headcount',
  valueOf: turnoverVoluntaryOf,
  fractionOf: yearFraction(turnoverVoluntaryOf, (row) => ({
    above: row.resignations12,
    below: averageHeads(row),
    words: `${counted(row.resignations12, 'resignation', 'resignations')} of ${number(averageHeads(row))} people on average`,
  })),
  // Beside turnover the difference is the leavers who did not resign.
  peopleCounted: (row) => [
    row.resignations12,
    row.leavers12 - row.resignations12,
    averageHeads(row) - row.resignations12,
  ],
};

const stabilityOf = overTheYear(
  (row) => row.stabilityIndex12,
  (hand) => hand.stabilityIndex12,
);
const stayed = (row: FigureRow): number => Math.round((stabilityOf(row) ?? 0) * row.openingHeadcount12);
export const stability: Measure = {
  ...turnoverOpening,
  id: 'stability',
  label: 'Stability index over 12 months',
  sentenceName: 'Stability',
  valueLabel: 'Still in post, of those at the opening',
  improvement: 'higher',
  valueOf: stabilityOf,
  fractionOf: yearFraction(stabilityOf, (row) => ({
    above: stayed(row),
    below: row.openingHeadcount12,
    words: `${number(stayed(row))} still in post of ${counted(row.openingHeadcount12, 'person', 'people')} 12 months before`,
  })),
  peopleCounted: (row) => [stayed(row), row.openingHeadcount12 - stayed(row)],
};

export const vacancyRate: Measure = {
  id: 'vacancy-rate',
  label: 'Vacancy rate',
  sentenceName: 'The vacancy rate',
  valueLabel: 'Vacant WTE over funded WTE',
  format: 'percent',
  improvement: 'lower',
  // Over establishment is a negative vacancy.
  possible: { low: null, high: 1 },
  charts: ['run', 'xmr'],
  isRolling: false,
  valueOf: (row) => row.vacancyRate,
  fractionOf: ({ vacantWte, fundedWte }) =>
    vacantWte === null || fundedWte === null || fundedWte === 0
      ? null
      : {
          above: vacantWte,
          below: fundedWte,
          words:
            vacantWte < 0
              ? `Over by ${number(-vacantWte)} WTE, with ${number(fundedWte)} WTE funded`
              : `${number(vacantWte)} WTE vacant of ${number(fundedWte)} WTE funded`,
        },
  peopleBehind: heads,
};
