/**
 * Which backups stay. Of each of the last hours, days, weeks and months **that have one**, the newest one: a laptop
 * that lay in a drawer for a month keeps what it had. All by the times in the file names, which are UTC. A backup of
 * a damaged vault never takes the place of a whole one, and the newest whole one always stays.
 */
import { backupNamePattern, type BackupPolicy } from '@shared/ipc/backup-contract';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** 5 January 1970 was a Monday: weeks begin there. */
const firstMondayMs = 4 * dayMs;
/** A clock that was put right by less than this was not wrong. */
const aheadMs = dayMs;
const keptDamaged = 1;

type Tier = keyof BackupPolicy;
const tiers: readonly Tier[] = ['hourly', 'daily', 'weekly', 'monthly'];

interface Stamped {
  readonly name: string;
  readonly at: number;
}

/** When a backup was made by its name, epoch milliseconds; null for a name that is not one. */
export function backupTime(name: string): number | null {
  const found = backupNamePattern.exec(name);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return backupStamp(at) === name.slice(9, 24) ? at : null;
}

/** `YYYYMMDD-HHMMSS`, as in the names. */
export function backupStamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

/** The number of the hour, day, week or month that an instant lies in. */
function slotOf(tier: Tier, at: number): number {
  switch (tier) {
    case 'hourly':
      return Math.floor(at / hourMs);
    case 'daily':
      return Math.floor(at / dayMs);
    case 'weekly':
      return Math.floor((at - firstMondayMs) / (7 * dayMs));
    case 'monthly': {
      const date = new Date(at);
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    }
  }
}

function stamped(names: readonly string[]): readonly Stamped[] {
  return names
    .flatMap((name) => {
      const at = backupTime(name);
      return at === null ? [] : [{ name, at }];
    })
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

/** Newest first in, the names that the policy keeps out. */
function byPolicy(newestFirst: readonly Stamped[], policy: BackupPolicy): readonly string[] {
  return tiers.flatMap((tier) => {
    const newestOfSlot = new Map<number, string>();
    for (const { name, at } of newestFirst) {
      if (newestOfSlot.size >= policy[tier] && !newestOfSlot.has(slotOf(tier, at))) break;
      if (!newestOfSlot.has(slotOf(tier, at))) newestOfSlot.set(slotOf(tier, at), name);
    }
    return [...newestOfSlot.values()];
  });
}

/**
 * The names to keep; the caller drops the others. `damagedNames`: made of a vault with damage, not whole, or without
 * their keys. Names from the future (the clock was wrong, then or now) stay until their time has come. Names that are
 * no backup's are not looked at.
 */
export function backupsToKeep(
  names: readonly string[],
  policy: BackupPolicy,
  now: number,
  damagedNames: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const all = stamped(names);
  const future = all.filter(({ at }) => at > now + aheadMs);
  const known = all.filter(({ at }) => at <= now + aheadMs);
  const whole = known.filter(({ name }) => !damagedNames.has(name));
  const damaged = known.filter(({ name }) => damagedNames.has(name));
  const keep = new Set(future.map(({ name }) => name));
  // Without a single whole one, damaged ones are all there is.
  const judged = whole.length > 0 ? whole : damaged;
  for (const name of byPolicy(judged, policy)) keep.add(name);
  for (const { name } of judged.slice(0, 1)) keep.add(name);
  for (const { name } of damaged.slice(0, keptDamaged)) keep.add(name);
  return keep;
}

/** Whether the present hour (day, when no hourly ones are kept) has no whole backup yet. */
export function isBackupDue(
  names: readonly string[],
  policy: BackupPolicy,
  now: number,
  damagedNames: ReadonlySet<string> = new Set(),
): boolean {
  const finest: Tier = policy.hourly > 0 ? 'hourly' : 'daily';
  // One from the future does not count: a clock that was wrong must not stop backups for a year.
  return !stamped(names).some(
    ({ name, at }) => !damagedNames.has(name) && slotOf(finest, at) === slotOf(finest, now),
  );
}
