/** The figures in words. */
import { addedMiB, allOf, marksOf, quantile, spreadOf, type LaneFigures, type ListName } from './figures.js';
import type { TargetResult } from './targets.js';

const whole = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
export const inMs = (value: number): string => `${value < 20 ? value.toFixed(2) : whole(value)} ms`;

const markNames = [
  ['read', 'bytes read, still sealed'],
  ['useful', 'first useful data'],
  ['open', 'everything open'],
] as const;
const lists = [
  ['saveMs', 'one save, fsync included'],
  ['rawAppendMs', 'beside it, raw append + fdatasync of the same bytes'],
  ['mainAppendMs', "main's own part of a save"],
  ['roundTripMs', 'an empty round trip page to main (no part of the app)'],
  ['searchWhileIndexingMs', 'search while indexing'],
  ['searchMs', 'search'],
] as const satisfies readonly (readonly [ListName, string])[];

export function describeLane(figures: LaneFigures): readonly string[] {
  const { lane, records, build, rounds } = figures;
  const lines = [
    `${lane.title}, ${whole(records)} records (${lane.name}): opened ${rounds.length} times, built in ${inMs(build.buildMs)}`,
  ];
  for (const [mark, words] of markNames) {
    const spread = spreadOf(marksOf(figures, mark));
    if (spread === null) continue;
    lines.push(`  ${words}: min ${inMs(spread.min)}, median ${inMs(spread.median)}, max ${inMs(spread.max)}`);
  }
  const bytes = rounds.at(-1)?.bytes ?? null;
  if (bytes !== null) lines.push(`  sealed bytes: ${whole(bytes / 1024 / 1024)} MiB`);
  for (const [list, words] of lists) {
    const values = allOf(figures, list);
    const half = quantile(values, 0.5);
    const most = quantile(values, 0.95);
    if (half === null || most === null) continue;
    const highest = Math.max(...values);
    lines.push(`  ${words}: p50 ${inMs(half)}, p95 ${inMs(most)}, max ${inMs(highest)} (${values.length})`);
  }
  const added = spreadOf(addedMiB(figures));
  const last = rounds.at(-1);
  if (added !== null && last?.residentMiB !== null && last?.residentMiB !== undefined) {
    const counted = last.countedMiB === null ? '' : `; Chromium counts ${whole(last.countedMiB)} MiB`;
    lines.push(
      `  memory of the page's process: ${whole(last.residentMiB)} MiB, of which opening added ${whole(added.median)} MiB${counted}`,
    );
  }
  return lines;
}

export function describeTargets(results: readonly TargetResult[]): readonly string[] {
  return results.map(({ target, found, unit, verdict, remark }) => {
    const figure =
      found === null
        ? '-'
        : unit === 'ms'
          ? inMs(found)
          : unit === 'times'
            ? `${found.toFixed(2)} times`
            : `${whole(found)} ${unit}`;
    return `  ${verdict.padEnd(12)}  ${figure.padStart(12)}  ${target}${remark === '' ? '' : ` (${remark})`}`;
  });
}
