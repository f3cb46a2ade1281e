import type { RoomSize } from '@shared/spaces/room';
import { cx } from '../../../ui';
import { drawRoom, type Point } from './drawing';
import styles from './room.module.css';

const points = (corners: readonly Point[]): string =>
  corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

const metres = (amount: number): string => `${String(amount)} m`;

/** Desks that fit, and those that do not, drawn with a broken line. The words beside it say the same. */
export function RoomDrawing(props: {
  readonly size: RoomSize;
  readonly desks: number;
  readonly most: number;
}) {
  const { size, desks, most } = props;
  const drawn = drawRoom(size, desks, most);
  const { labels } = drawn;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${drawn.width.toFixed(0)} ${drawn.height.toFixed(0)}`}
      aria-hidden="true"
    >
      <polygon className={styles.leftWall} points={points(drawn.leftWall)} />
      <polygon className={styles.rightWall} points={points(drawn.rightWall)} />
      <polygon className={styles.floor} points={points(drawn.floor)} />
      <polygon className={styles.opening} points={points(drawn.door)} />
      <polygon className={styles.opening} points={points(drawn.window)} />
      {drawn.cut !== null && <polyline className={styles.cut} points={points(drawn.cut)} />}
      {drawn.desks.map((desk) => (
        <g key={desk.key} className={cx(styles.desk, !desk.fits && styles.tooMany)}>
          {desk.legs.map(([from, to], leg) => (
            <line key={leg} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          ))}
          <polygon points={points(desk.top)} />
          <polygon className={styles.screen} points={points(desk.screen)} />
        </g>
      ))}
      <text x={labels.length.x - 10} y={labels.length.y + 18} textAnchor="end">
        {metres(size.lengthM)}
      </text>
      <text x={labels.width.x + 10} y={labels.width.y + 18}>
        {metres(size.widthM)}
      </text>
      <text x={labels.height.x + 8} y={labels.height.y + 5}>
        {metres(size.heightM)}
      </text>
    </svg>
  );
}
