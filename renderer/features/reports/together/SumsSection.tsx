import { formatMonth } from '@shared/kernel/local-date';
import { fewestServices, type TogetherSeries } from '@shared/bundle/together';
import { howText, servicesText, togetherChart } from '@shared/bundle/together-report';
import { Chart } from '../../../charts';
import { DataTable, HiddenCell, Note, Section, Select } from '../../../ui';
import reports from '../reports.module.css';
import styles from './together.module.css';

/** One measure over all services: the chart, and its months with the number of services behind each sum. */
export function SumsSection(props: {
  readonly series: readonly TogetherSeries[];
  readonly chosen: TogetherSeries;
  readonly onChoose: (measure: string) => void;
}) {
  const { series, chosen, onChoose } = props;
  const { measure, points } = chosen;
  const spec = togetherChart(chosen);
  return (
    <Section title="All services">
      <Select
        label="Measure"
        name="measure"
        width="medium"
        value={measure.id}
        onChange={onChoose}
        options={series.map((each) => ({ value: each.measure.id, label: each.measure.label }))}
      />
      <div className={styles.chart}>
        {spec === null ? <NoSums measure={measure} points={points} /> : <Chart spec={spec} isTableOpen />}
      </div>
      <p className={reports.small}>
        {howText(measure)} “12 of 14”: 14 services have the number, and 12 of them show it.
      </p>
    </Section>
  );
}

/** How many services stand behind each month is told all the same. */
function NoSums({ measure, points }: Pick<TogetherSeries, 'measure' | 'points'>) {
  return (
    <>
      <Note kind="plain" title="No sum to show yet">
        A sum is of {fewestServices} services or more that show the number. Of fewer, one could work out
        another’s.
      </Note>
      <DataTable
        caption={`${measure.label}, all services`}
        columns={[
          { key: 'month', label: 'Month' },
          { key: 'value', label: measure.label, align: 'right' },
          { key: 'services', label: 'Services', align: 'right' },
        ]}
        rows={points
          .filter(({ of }) => of > 0)
          .map((point) => ({
            key: point.month,
            cells: [
              formatMonth(point.month),
              <HiddenCell key="value" reason={whyHidden(point.shown)} />,
              servicesText(point),
            ],
          }))}
      />
    </>
  );
}

function whyHidden(shown: number): string {
  return shown < fewestServices
    ? `Fewer than ${fewestServices} services show it.`
    : 'It would give a small number away, beside this sum or an earlier one.';
}
