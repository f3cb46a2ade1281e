import { useId, useMemo } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { differingLines, sharedTicks } from '@shared/charts/several-charts';
import { ChartTable } from './ChartTable';
import { HiddenChart } from './HiddenChart';
import { Key } from './Key';
import { PlotFrame } from './PlotFrame';
import { useWidth } from './use-width';
import styles from './several.module.css';

export interface SmallChart {
  readonly key: string;
  /** The team or site. */
  readonly name: string;
  readonly spec: ChartSpec;
}

export interface SmallMultiplesProps {
  readonly charts: readonly SmallChart[];
  /** What all of them show: the name of the group. */
  readonly label: string;
  readonly headingLevel?: 2 | 3;
}

function SmallPanel(props: { readonly chart: SmallChart; readonly level: 2 | 3 }) {
  const { spec, name } = props.chart;
  const id = useId();
  const { ref, width } = useWidth();
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <figure
      className={styles.panel}
      aria-labelledby={`${id}-name`}
      data-chart={spec.id}
      data-layout={spec.layout}
    >
      <Heading className={styles.panelName} id={`${id}-name`}>
        {name}
      </Heading>
      {spec.hidden !== null ? (
        <HiddenChart reason={spec.hidden} />
      ) : (
        <>
          <p className={styles.sentence}>{spec.headline}</p>
          <PlotFrame spec={spec} plotRef={ref} width={width} size="small" />
          <ChartTable spec={spec} of={name} />
        </>
      )}
    </figure>
  );
}

/** The same measure for each team, small and side by side, all on one scale. In the order they come: no ranking. */
export function SmallMultiples({ charts, label, headingLevel = 3 }: SmallMultiplesProps) {
  const levelled = useMemo(() => {
    const ticks = sharedTicks(charts.flatMap(({ spec }) => (spec.hidden === null ? [spec] : [])));
    return charts.map((chart) => ({
      ...chart,
      spec: ticks.length === 0 ? chart.spec : { ...chart.spec, y: { ...chart.spec.y, ticks } },
    }));
  }, [charts]);
  const drawn = levelled.flatMap(({ spec }) => (spec.hidden === null ? [spec] : []));
  const [first] = drawn;
  const references = [
    ...new Map(drawn.flatMap((spec) => spec.references.map((each) => [each.label, each] as const))).values(),
  ];
  return (
    <div role="group" aria-label={label}>
      {first !== undefined && (
        <Key
          spec={{ ...first, references, flags: drawn.flatMap(({ flags }) => flags) }}
          isNarrow
          withoutValue={differingLines(drawn)}
        />
      )}
      <div className={styles.grid}>
        {levelled.map((chart) => (
          <SmallPanel key={chart.key} chart={chart} level={headingLevel} />
        ))}
      </div>
    </div>
  );
}
