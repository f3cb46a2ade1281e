/** Next year's leavers if nothing changes, in sentences. A range and no promise: nothing here is a forecast of people. */
import { formatValue } from '@shared/charts/chart-spec';
import type { TurnoverOutlook } from '@shared/statistics/turnover-outlook';

export interface OutlookWords {
  readonly headline: string;
  readonly sentences: readonly string[];
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const usual = (count: number): string => formatValue(count, 'one-decimal');
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** Whole numbers that still lie within the limits. */
export function outlookRange({ lower, upper }: TurnoverOutlook): {
  readonly fewest: number;
  readonly most: number;
} {
  return { fewest: Math.ceil(lower), most: Math.floor(upper) };
}

function avoidSentence(outlook: TurnoverOutlook): string {
  const { toAvoid, expected } = outlook;
  if (toAvoid === null) {
    return 'Even a year with no leavers at all would not stand out from the usual ups and downs.';
  }
  const { fewest } = outlookRange(outlook);
  const most = fewest - 1;
  const limit = most === 0 ? 'nobody leaves' : `${people(most)} or fewer leave`;
  return `A year stands out only when ${limit}. That is ${toAvoid} fewer than the usual ${usual(expected)}, rounded up.`;
}

export function outlookWords(outlook: TurnoverOutlook, headcount: number): OutlookWords {
  const { fewest, most } = outlookRange(outlook);
  const { rate, expected, months } = outlook;
  const share =
    rate === null
      ? []
      : [
          `Of the ${people(headcount)} in post now that is ${percent(fewest / headcount)} to ${percent(most / headcount)}.`,
        ];
  return {
    headline:
      fewest === most
        ? `If nothing changes, about ${people(most)} will leave in the next 12 months`
        : fewest === 0
          ? `If nothing changes, ${people(most)} or fewer will leave in the next 12 months`
          : `If nothing changes, ${fewest} to ${most} people will leave in the next 12 months`,
    sentences: [
      `The middle of that range is ${usual(expected)}. It rests on the last ${months} months.`,
      ...share,
      avoidSentence(outlook),
    ],
  };
}

/** The explanation that opens under the sentence. */
export const outlookExplanation = {
  title: 'this range',
  formula:
    '12 times the average month, plus or minus 3 sigma times the square root of 12. Sigma is the average moving range over 1.128.',
  above: 'Leavers of each full month, as in the chart of leavers.',
  below: 'For the shares: the people in post now.',
  trap: 'Taking the middle for a target, or a year inside the range for success. If months hang together, the true range is wider.',
  usedBy: 'It says nothing about who will leave or why. A change in the service makes it out of date.',
} as const;
