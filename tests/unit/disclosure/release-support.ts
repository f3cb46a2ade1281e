/** Small helpers for the tests of release(). */
import loadHighs from 'highs';
import { release, type Release, type ReleaseTools } from '@shared/disclosure/release';
import type {
  EarlierRelease,
  FigureSum,
  ReleaseFigure,
  ReleaseTable,
} from '@shared/disclosure/release-figures';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { withTotals } from './brute-force';

export async function loadTools(): Promise<ReleaseTools> {
  return { solver: createLinearSolver(await loadHighs()), mayContinue: () => true };
}

export const policy = { minimumCellSize: 5, minimumSensitiveCellSize: 10 };

export function count(key: string, value: number, changes: Partial<ReleaseFigure> = {}): ReleaseFigure {
  return { key, value, kind: 'count', reason: null, isPublished: true, ...changes };
}

export function released(result: ReturnType<typeof release>): Release {
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
}

export function give(table: ReleaseTable, history: readonly EarlierRelease[], tools: ReleaseTools): Release {
  return released(release(table, policy, history, tools));
}

export function afterwards(table: ReleaseTable, result: Release): EarlierRelease {
  const shownKeys = [...result.cells].flatMap(([key, cell]) => (cell.state === 'shown' ? [key] : []));
  return { ...table, shownKeys };
}

export const text = (result: Release): Record<string, number | string> =>
  Object.fromEntries(
    [...result.cells].map(([key, cell]) => [key, cell.state === 'shown' ? cell.value : cell.reason]),
  );

/** A two-way table as figures; only what `wanted` says is in the release, the rest is not part of it. */
export function figuresOf(
  cells: readonly (readonly number[])[],
  wanted: (key: string) => boolean,
): ReleaseTable {
  const truth = withTotals(cells);
  const figures = [
    ...truth.cells.flatMap((row, r) => row.map((value, c) => count(`${r},${c}`, value))),
    ...truth.rowTotals.map((value, r) => count(`row ${r}`, value)),
    ...truth.columnTotals.map((value, c) => count(`column ${c}`, value)),
    count('total', truth.grandTotal),
  ].map((figure) => ({ ...figure, isPublished: wanted(figure.key) }));
  const keys = (r: number | null, c: number | null): string[] =>
    cells.flatMap((row, i) =>
      row.flatMap((_, j) => ((r === null || r === i) && (c === null || c === j) ? [`${i},${j}`] : [])),
    );
  const sums: FigureSum[] = [
    ...truth.rowTotals.map((_, r) => ({ total: `row ${r}`, parts: keys(r, null) })),
    ...truth.columnTotals.map((_, c) => ({ total: `column ${c}`, parts: keys(null, c) })),
    { total: 'total', parts: truth.rowTotals.map((_, r) => `row ${r}`) },
    { total: 'total', parts: truth.columnTotals.map((_, c) => `column ${c}`) },
  ];
  return { figures, sums };
}
