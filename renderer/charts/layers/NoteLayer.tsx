import type { ReactNode } from 'react';
import { numberedNotes, type ChartSpec } from '@shared/charts/chart-spec';
import { noteLane, noteLanes, noteRadius } from '../place-labels';
import { columnEdges, usePlaces } from '../places';
import styles from '../chart.module.css';

/**
 * What happened, as a numbered marker over the day with a line down to it; its words stand under the chart. A new phase
 * stands at the edge of its first point, where the limits break.
 */
export function NoteLayer(props: { readonly spec: ChartSpec; readonly hasMarkers: boolean }): ReactNode {
  const places = usePlaces(props.spec);
  if (places === null) return null;
  const { plot, xs } = places;
  const notes = numberedNotes(props.spec).map(({ at, number, notes: here }) => {
    const isPhase = here.some(({ kind }) => kind === 'phase');
    return { number, isPhase, x: isPhase ? columnEdges(xs, at)[0] : (xs[at] ?? plot.x) };
  });
  const lanes = noteLanes(notes.map(({ x }) => x));
  return (
    <g data-layer="notes">
      {notes.map(({ number, isPhase, x }, index) => {
        const middle = plot.y - noteRadius - 5 - (lanes[index] ?? 0) * noteLane;
        return (
          <g key={number}>
            <path
              d={`M${x},${props.hasMarkers ? middle + noteRadius : plot.y}V${plot.y + plot.height}`}
              stroke="var(--control)"
              strokeWidth={isPhase ? 1.5 : 1}
              strokeDasharray={isPhase ? undefined : '1 4'}
            />
            {props.hasMarkers && (
              <>
                <circle
                  cx={x}
                  cy={middle}
                  r={noteRadius}
                  fill="var(--card)"
                  stroke="var(--control)"
                  strokeWidth={1.25}
                />
                <text
                  className={styles.noteNumber}
                  x={x}
                  y={middle + 0.5}
                  textAnchor="middle"
                  dominantBaseline="central"
                >
                  {number}
                </text>
              </>
            )}
          </g>
        );
      })}
    </g>
  );
}
