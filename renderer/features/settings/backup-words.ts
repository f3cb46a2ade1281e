/** Backups in words: when one was made, how large it is, what its folder is like. */
import { daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { backupTime } from '@shared/vault/backup-policy';

/** Newest first; files whose name does not say when they were made come last. */
export function newestFirst<B extends { readonly name: string }>(backups: readonly B[]): readonly B[] {
  const at = ({ name }: B): number => backupTime(name) ?? 0;
  return backups.toSorted((left, right) => at(right) - at(left));
}

/** "3 KB", "12 MB", "1.4 GB" */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  if (bytes < 1_000_000_000) return `${Math.round(bytes / 1_000_000)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** "today", "yesterday", "12 days ago", "on 3 March 2026" */
export function agoWords(day: LocalDate, today: LocalDate): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 90 ? `${days} days ago` : `on ${formatDate(day)}`;
}
