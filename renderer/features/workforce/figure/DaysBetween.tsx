import { useMemo } from 'react';
import { gapsChart, type RareEvent } from '@shared/charts/gaps-chart';
import type { LocalDate } from '@shared/kernel/local-date';
import { Chart } from '../../../charts';
import styles from './figure.module.css';

/** Days between rare events, with the wait that still runs told apart: nobody knows yet how long it gets. */
export function DaysBetween(props: {
  readonly id: string;
  readonly title: string;
  /** Starts the sentence. */
  readonly measure: string;
  /** "incident" */
  readonly one: string;
  readonly events: readonly RareEvent[];
  readonly today: LocalDate;
  readonly shown: number;
}) {
  const { id, title, measure, one, events, today, shown } = props;
  const { spec, running } = useMemo(
    () => gapsChart({ id, title, measure, events, asOf: today, shown }),
    [id, title, measure, events, today, shown],
  );
  return (
    <>
      <Chart spec={spec} />
      {running !== null && (
        <p className={styles.quiet}>
          {`Since the last ${one}: ${running === 1 ? '1 day' : `${running} days`}. This wait still runs, so it is in no limit.`}
        </p>
      )}
    </>
  );
}
