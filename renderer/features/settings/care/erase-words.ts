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

/**
 * Of single records that go for good. A backup opens with the keys of its day, and those open the same people's other
 * records as well: they cannot be taken out for one.
 */
export const olderBackupsWords =
  'Backups made before today still hold it, until newer ones take their place. Copies that you keep elsewhere hold it until you destroy them.';

/** What an erasure did not reach, to say behind that it is done; empty when it reached all. */
export function backupsLeftWords(notReached: number | null): string {
  if (notReached === null)
    return ' The backup folder could not be looked into, so backups there still show the person.';
  if (notReached === 0) return '';
  const counted = notReached === 1 ? '1 backup' : `${notReached} backups`;
  return ` ${counted} could not be reached and still ${notReached === 1 ? 'shows' : 'show'} the person, until newer ones take ${notReached === 1 ? 'its' : 'their'} place.`;
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
