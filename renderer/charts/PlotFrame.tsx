import { useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { Drawing } from './Drawing';
import type { DrawingSize } from './places';
import { useQuietLayers } from './use-quiet-layers';
import styles from './chart.module.css';

const turned: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowLeft',
  ArrowDown: 'ArrowLeft',
  ArrowLeft: 'ArrowRight',
  ArrowUp: 'ArrowRight',
};

/**
 * Recharts walks a drawing of rows backwards on the right arrow. The key that a person pressed is replaced by its
 * opposite, so that right and down go on, left and up go back, as the drawing's name says.
 */
function turnArrow(event: ReactKeyboardEvent): void {
  const key = turned[event.key];
  if (key === undefined || !event.nativeEvent.isTrusted) return;
  event.preventDefault();
  event.stopPropagation();
  event.target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

export interface PlotFrameProps {
  readonly spec: ChartSpec;
  readonly plotRef?: React.RefObject<HTMLDivElement | null>;
  /** 0 while it is not known yet: nothing is drawn. */
  readonly width: number;
  readonly size?: DrawingSize;
  readonly syncId?: string;
  readonly rightRoom?: number;
  readonly hasXAxis?: boolean;
}

/** The drawing with its keys: arrows walk the points, Escape puts the tip away. */
export function PlotFrame(props: PlotFrameProps) {
  const { spec, plotRef, width, ...drawing } = props;
  const [isTipDismissed, setTipDismissed] = useState(false);
  const ownRef = useRef<HTMLDivElement>(null);
  const frame = plotRef ?? ownRef;
  useQuietLayers(frame);
  return (
    // Not a control: it hears the keys and the pointer of the drawing inside, which is one.
    <div
      ref={frame}
      className={styles.plot}
      role="presentation"
      onKeyDownCapture={(event) => {
        if (spec.layout === 'rows') turnArrow(event);
      }}
      onKeyDown={(event) => {
        setTipDismissed(event.key === 'Escape');
      }}
      onPointerMove={() => {
        if (isTipDismissed) setTipDismissed(false);
      }}
    >
      {width > 0 && (
        <Drawing
          {...drawing}
          spec={spec}
          width={width}
          name={`${spec.title}. ${spec.headline}. Use the left and right arrow keys to walk the points.`}
          isTipDismissed={isTipDismissed}
        />
      )}
    </div>
  );
}
