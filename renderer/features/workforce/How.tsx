import { ChevronDown } from 'lucide-react';
import styles from './workforce.module.css';

export interface Explanation {
  readonly title: string;
  readonly formula: string;
  readonly above: string;
  readonly below: string;
  readonly trap: string;
}

/** How one figure is worked out: formula, numerator, denominator, and what a quick look gets wrong. */
export function How(props: { readonly explanation: Explanation }) {
  const { title, formula, above, below, trap } = props.explanation;
  return (
    <details className={styles.how}>
      <summary>
        <ChevronDown aria-hidden="true" />
        How {title} is worked out
      </summary>
      <dl>
        <dt>Formula</dt>
        <dd>{formula}</dd>
        <dt>Above the line</dt>
        <dd>{above}</dd>
        <dt>Below the line</dt>
        <dd>{below}</dd>
        <dt>What a quick look gets wrong</dt>
        <dd>{trap}</dd>
      </dl>
    </details>
  );
}

export const explanations = {
  headcount: {
    title: 'people in post',
    formula: 'People in post on the day. WTE adds their weekly hours over a full-time week.',
    above:
      'Everyone whose start date is on or before the day and whose last day is on or after it. Volunteers are counted apart.',
    below: 'For WTE: the hours of a full-time week, as set for your service.',
    trap: 'Counting posts as people, or rounding each person’s WTE before adding. People, posts and WTE are three numbers.',
  },
  turnover: {
    title: 'turnover',
    formula: 'Leavers in the 12 months, over average headcount.',
    above: 'Paid people whose first day out falls in the 12 months. Volunteers are left out.',
    below: 'The mean of headcount at the start and at the end of the 12 months.',
    trap: 'Adding monthly rates, or taking one month times 12. In a small team one leaver moves the rate by many points. Other bodies divide by headcount at the start, so compare like with like.',
  },
  sickness: {
    title: 'sickness',
    formula: 'WTE days lost to sickness, over WTE days available, in calendar days.',
    above:
      'Each day away counts at the person’s WTE. Overlapping records count once. An open absence runs to today.',
    below: 'Each day in post at the person’s WTE. Volunteers are left out.',
    trap: 'Counting a part-timer’s day as a whole day, ending long absences at the month’s end, or setting this beside a rate in hours. Months before your first record have no figure, not zero.',
  },
  vacancies: {
    title: 'vacant posts',
    formula: 'Funded WTE less WTE in post.',
    above: 'Funded posts of each team in the newest month that you brought in.',
    below: 'For the rate: the funded posts, not the people in post.',
    trap: 'Dividing by people in post makes the rate too high. A team over its posts is shown as over, not as zero.',
  },
  caseload: {
    title: 'caseload',
    formula: 'Each worker’s open cases over their own WTE; the middle value of those.',
    above: 'Open cases on the last day of the month.',
    below: 'The worker’s WTE.',
    trap: 'Adding all cases and dividing by heads hides part-timers who carry a full load. With fewer than 8 workers the ends of the range are people, so no range is shown.',
  },
} as const satisfies Record<string, Explanation>;
