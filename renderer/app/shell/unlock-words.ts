/** What an unlock had to mend, in words: only what is known, and each thing by itself. */
import type { Finding } from '@shared/vault/vault-care';
import type { UnlockReport } from '../../vault';

function records(count: number): string {
  return count === 1 ? '1 record' : `${String(count)} records`;
}

/** Of the findings those that the sentences about cache and journal do not tell already. */
function others(report: UnlockReport): readonly Finding[] {
  const told = (finding: Finding): boolean =>
    finding.isMended && (finding.piece === 'cache' || (finding.piece === 'journal' && report.tornBytes > 0));
  return report.findings.filter((finding) => finding.piece !== 'anchor' && !told(finding));
}

/** Something is not mended and has no whole copy on this laptop. */
export function needsALook(report: UnlockReport): boolean {
  return others(report).some((finding) => !finding.isMended && finding.copyIn === null);
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
  const found = others(report);
  const mended = found.filter((finding) => finding.isMended).length;
  if (mended > 0) {
    words.push(
      mended === 1
        ? 'One part was damaged and was put right from another copy.'
        : `${String(mended)} parts were damaged and were put right from other copies.`,
    );
  }
  if (needsALook(report)) {
    words.push(
      'Something is damaged and has no whole copy on this laptop. Save nothing new before you have looked.',
    );
  } else if (found.length > mended) {
    words.push('Something is damaged, and Steading goes on with a whole copy of it. Make a backup today.');
  }
  return words;
}
