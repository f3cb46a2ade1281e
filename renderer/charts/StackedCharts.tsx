import { useId, useMemo } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { onSharedAxis } from '@shared/charts/several-charts';
import { ChartTable } from './ChartTable';
import { HiddenChart } from './HiddenChart';
import { Key } from './Key';
import { endLabelRoom } from './layers/EndLabels';
import { NotesList } from './NotesList';
import { narrowBelow } from './places';
import { PlotFrame } from './PlotFrame';
import { useWidth } from './use-width';
import styles from './several.module.css';

export interface StackedChartsProps {
  /** On the same months, from the top down. */
  readonly charts: readonly ChartSpec[];
  readonly label: string;
  readonly headingLevel?: 2 | 3;
}

/**
 * Charts one under the other on one axis of time: never two scales in one drawing. The pointer and the arrow keys show
 * the same month in all of them; what happened is drawn through all.
 */
export function StackedCharts({ charts, label, headingLevel = 3 }: StackedChartsProps) {
  const id = useId();
  const { ref, width } = useWidth();
  const isNarrow = width > 0 && width < narrowBelow;
  const shared = useMemo(() => onSharedAxis(charts), [charts]);
  const drawn = useMemo(() => shared.filter(({ hidden }) => hidden === null), [shared]);
  const room = isNarrow ? 16 : Math.max(0, ...drawn.map(endLabelRoom));
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const noted = drawn.find(({ annotations }) => annotations.length > 0);
  return (
    <div role="group" aria-label={label} ref={ref} className={styles.stack}>
      {shared.map((spec) => (
        <figure
          key={spec.id}
          className={styles.storey}
          aria-labelledby={`${id}-${spec.id}`}
          data-chart={spec.id}
          data-layout={spec.layout}
        >
          <Heading className={styles.sentenceHeading}>{spec.headline}</Heading>
          <p className={styles.storeyTitle} id={`${id}-${spec.id}`}>
            {spec.title}
          </p>
          {spec.hidden !== null ? (
            <HiddenChart reason={spec.hidden} />
          ) : (
            <>
              <Key spec={spec} isNarrow={isNarrow} />
              <PlotFrame
                spec={noted === undefined ? spec : { ...spec, annotations: noted.annotations }}
                width={width}
                size="stacked"
                syncId={id}
                rightRoom={room}
              />
              <ChartTable spec={spec} of={spec.title} />
            </>
          )}
        </figure>
      ))}
      {noted !== undefined && <NotesList spec={noted} />}
    </div>
  );
}
