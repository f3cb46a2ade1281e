import { useId, useMemo, type ReactNode } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { takenOut } from '@shared/charts/chart-taken-out';
import { ChartTable } from './ChartTable';
import { HiddenChart } from './HiddenChart';
import { Key } from './Key';
import { NotesList } from './NotesList';
import { narrowBelow } from './places';
import { PlotFrame } from './PlotFrame';
import { Reading } from './Reading';
import { TakeOut } from './TakeOut';
import { useWidth } from './use-width';
import styles from './chart.module.css';

export interface ChartProps {
  readonly spec: ChartSpec;
  /** The level of the headline among the headings of the page. */
  readonly headingLevel?: 2 | 3;
  /** The page's own heading says the sentence already. */
  readonly isHeadlineHidden?: boolean;
  /** The table stands open under the drawing. */
  readonly isTableOpen?: boolean;
  /** More to do with this figure, beside the table. */
  readonly actions?: ReactNode;
}

/**
 * A figure: what was seen in one sentence, the measure, its period and rules, the drawing, and its numbers as a
 * table. Arrow keys walk the points; Escape puts the tip away.
 */
export function Chart(props: ChartProps) {
  const { spec, headingLevel = 2, isHeadlineHidden = false, isTableOpen = false, actions } = props;
  const id = useId();
  const { ref, width } = useWidth();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const out = useMemo(() => takenOut(spec), [spec]);
  return (
    <figure
      className={styles.figure}
      aria-labelledby={`${id}-title`}
      data-chart={spec.id}
      data-layout={spec.layout}
    >
      {!isHeadlineHidden && <Heading className={styles.headline}>{spec.headline}</Heading>}
      <p className={styles.title} id={`${id}-title`}>
        {spec.title}
      </p>
      <p className={styles.subtitle}>{spec.subtitle}</p>
      {spec.hidden !== null ? (
        <HiddenChart reason={spec.hidden} />
      ) : (
        <>
          {spec.reading != null && <Reading reading={spec.reading} />}
          <Key spec={spec} isNarrow={width > 0 && width < narrowBelow} />
          <PlotFrame spec={spec} plotRef={ref} width={width} />
          <NotesList spec={spec} />
          {spec.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <ChartTable
            spec={spec}
            isOpenAtFirst={isTableOpen}
            actions={
              <>
                {out !== null && <TakeOut out={out} />}
                {actions}
              </>
            }
          />
        </>
      )}
    </figure>
  );
}
