import type { LaneReport } from './lane';

/** What a lane of kills did, in a few lines. */
export function laneLines(report: LaneReport): readonly string[] {
  const counted = (map: ReadonlyMap<string, number>): string =>
    [...map].map(([name, count]) => `${name} ${String(count)}`).join(', ');
  const lines = [
    `${String(report.rounds)} kills during: ${counted(report.byWork)}`,
    `what they came upon: ${counted(report.byMethod)}`,
    `${String(report.acknowledged)} acknowledged calls, ${String(report.unanswered)} unanswered: done whole or not at all`,
    `${String(report.torn)} unfinished last writes cut off, ${String(report.checked)} checks in full, ${String(report.drilled)} backups drilled`,
  ];
  const damaged = [...report.byDamage.values()].reduce((sum, count) => sum + count, 0);
  if (damaged > 0)
    lines.push(`${String(damaged)} rounds with damage after the kill: ${counted(report.byDamage)}`);
  if (report.cacheless > 0)
    lines.push(`${String(report.cacheless)} times the browser could not open its IndexedDB again`);
  return lines;
}
