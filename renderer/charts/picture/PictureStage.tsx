import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { Drawing } from '../Drawing';
import { Key } from '../Key';
import { Reading } from '../Reading';
import { chartPicture, drawingWidth, type ChartPicture, type PicturePlace } from './chart-picture';
import styles from '../chart.module.css';

/** Recharts measures its axis once it is there, and draws again. */
const framesToSettle = 4;

/**
 * Draws a chart out of sight, wide and light whatever the window is, and gives its picture away. It is in no tab order
 * and no screen reader meets it.
 */
export function PictureStage(props: {
  readonly spec: ChartSpec;
  readonly place?: PicturePlace;
  readonly onPicture: (picture: ChartPicture | null) => void;
}) {
  const { spec, place, onPicture } = props;
  const ref = useRef<HTMLDivElement>(null);
  const tell = useRef(onPicture);
  useEffect(() => {
    tell.current = onPicture;
  });
  useEffect(() => {
    let left = framesToSettle;
    let frame = 0;
    const wait = (): void => {
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(wait);
      else tell.current(ref.current === null ? null : chartPicture(spec, ref.current, place));
    };
    frame = requestAnimationFrame(wait);
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [spec, place]);
  return createPortal(
    <div ref={ref} className={styles.stage} data-theme="light" data-print="no" aria-hidden="true" inert>
      {spec.reading != null && <Reading reading={spec.reading} />}
      <Key spec={spec} isNarrow={false} />
      <div className={styles.plot}>
        <Drawing spec={spec} width={drawingWidth} name={spec.title} isTipDismissed />
      </div>
    </div>,
    document.body,
  );
}
