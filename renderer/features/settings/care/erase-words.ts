/** Erasing a person, in words: what is typed to confirm it, and what backups still hold afterwards. */
import type { BackupPolicy } from '@shared/ipc/backup-contract';
import { addDays, addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';

/** Typed when no name is left. */
export const eraseWord = 'erase';

/** Capitals, accents' composition and spaces do not matter; the letters do. */
export function isTypedName(typed: string, name: string): boolean {
  const plain = (text: string): string =>
    text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en-GB').replaceAll('’', "'");
  return plain(typed) === plain(name);
}

export interface BackupsNow {
  readonly isReachable: boolean;
  readonly count: number;
  readonly policy: BackupPolicy;
}

/** The last day on which a backup made today may still be in the folder. */
export function lastDayInFolder(policy: BackupPolicy, today: LocalDate): LocalDate {
  const ends = [
    addDays(today, Math.ceil(policy.hourly / 24)),
    addDays(today, policy.daily),
    addDays(today, policy.weekly * 7),
    addMonths(today, policy.monthly),
  ];
  return ends.reduce((last, each) => (each > last ? each : last), today);
}

/** What the backups in the folder hold of the person from now on. `null`: nobody could look. */
export function folderWords(backups: BackupsNow | null, today: LocalDate): string {
  if (backups === null || !backups.isReachable) {
    const until =
      backups === null
        ? ''
        : ` The last of them goes by ${formatDate(lastDayInFolder(backups.policy, today))}.`;
    return `The backup folder is not here now, so its backups cannot be changed and can still open these records.${until} Connect the folder first.`;
  }
  if (backups.count === 0) return 'There is no backup in the folder.';
  return backups.count === 1
    ? 'The backup in the folder gets a new key file at once. From then on it opens nothing about this person.'
    : `The ${backups.count} backups in the folder get new key files at once. From then on they open nothing about this person.`;
}
