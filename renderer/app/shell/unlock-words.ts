/** What an unlock had to mend, in words: only what is known, and each thing by itself. */
import type { UnlockReport } from '../../vault';

function records(count: number): string {
  return count === 1 ? '1 record' : `${String(count)} records`;
}

export function unlockWords(report: UnlockReport): readonly string[] {
  const words: string[] = [];
  if (report.tornBytes > 0) {
    words.push(
      'The last write was not finished or did not open, so it was set aside. Whatever said “Saved” before it is here.',
    );
  }
  if (report.savedFromCache > 0) {
    words.push(
      `The last save of ${records(report.savedFromCache)} was missing from the journal. It was put back from the quick copy on this laptop.`,
    );
  }
  if (report.cacheWasEmpty && report.records > 0) {
    words.push('The quick copy on this laptop was missing. Everything was put back from the journal.');
  } else if (report.cacheRowsRepaired > 0) {
    words.push('Part of the quick copy on this laptop was out of date. It was put right from the journal.');
  }
  if (report.keptSealed > 0) {
    words.push(
      `This version cannot show ${records(report.keptSealed)}. Nothing in them was changed. If a newer Steading was used here, update the app to see them.`,
    );
  }
  return words;
}
