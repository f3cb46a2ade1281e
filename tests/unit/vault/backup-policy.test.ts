import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultBackupPolicy, type BackupPolicy } from '@shared/ipc/backup-contract';
import { backupsToKeep, backupStamp, backupTime, isBackupDue } from '@shared/vault/backup-policy';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1);

let serial = 0;
const nameAt = (at: number): string => {
  serial += 1;
  return `steading-${backupStamp(at)}-${serial.toString(16).padStart(8, '0')}.stb`;
};
const timesOf = (names: Iterable<string>): number[] =>
  [...names].map((name) => backupTime(name) ?? Number.NaN).sort((a, b) => b - a);

const policies: fc.Arbitrary<BackupPolicy> = fc.record({
  hourly: fc.integer({ min: 0, max: 6 }),
  daily: fc.integer({ min: 1, max: 5 }),
  weekly: fc.integer({ min: 0, max: 4 }),
  monthly: fc.integer({ min: 0, max: 4 }),
});
const times = fc.array(fc.integer({ min: start, max: start + 200 * day }), { maxLength: 60 });

describe('the time in a name', () => {
  it('is UTC, to the second, and what was written is what is read', () => {
    expect(backupStamp(Date.UTC(2026, 1, 3, 4, 5, 6, 789))).toBe('20260203-040506');
    expect(backupTime('steading-20260203-040506-0123abcd.stb')).toBe(Date.UTC(2026, 1, 3, 4, 5, 6));
  });

  it.each([
    'steading-20260231-040506-0123abcd.stb',
    'steading-20261301-040506-0123abcd.stb',
    'steading-20260203-250506-0123abcd.stb',
    'steading-20260203-040506-0123abcd.stbk',
    '.steading-20260203-040506-0123abcd.stb.part',
    'notes.stb',
  ])('%s is not one', (name) => {
    expect(backupTime(name)).toBeNull();
  });
});

/** The policy said another way: group by calendar words, newest of each group, newest groups. */
function expected(all: readonly number[], policy: BackupPolicy): number[] {
  const monday = (at: number): string => {
    const date = new Date(at);
    const back = (date.getUTCDay() + 6) % 7;
    return new Date(at - back * day).toISOString().slice(0, 10);
  };
  const words: [number, (at: number) => string][] = [
    [policy.hourly, (at) => new Date(at).toISOString().slice(0, 13)],
    [policy.daily, (at) => new Date(at).toISOString().slice(0, 10)],
    [policy.weekly, monday],
    [policy.monthly, (at) => new Date(at).toISOString().slice(0, 7)],
  ];
  const keep = new Set<number>(all.length > 0 ? [Math.max(...all)] : []);
  for (const [count, word] of words) {
    const newest = new Map<string, number>();
    for (const at of all) newest.set(word(at), Math.max(at, newest.get(word(at)) ?? 0));
    for (const at of [...newest.values()].sort((a, b) => b - a).slice(0, count)) keep.add(at);
  }
  return [...keep].sort((a, b) => b - a);
}

it('property: keeps exactly the newest of each of the newest hours, days, weeks and months', () => {
  fc.assert(
    fc.property(times, policies, (made, policy) => {
      const all = [...new Set(made.map((at) => Math.floor(at / 1000) * 1000))];
      const kept = backupsToKeep(all.map(nameAt), policy, start + 400 * day);
      expect(timesOf(kept)).toEqual(expected(all, policy));
    }),
  );
});

it('property: damaged ones take no place of a whole one, and the newest whole one always stays', () => {
  fc.assert(
    fc.property(times, times, policies, (whole, broken, policy) => {
      fc.pre(whole.length > 0);
      const [good, bad] = [whole.map(nameAt), broken.map(nameAt)];
      const now = start + 400 * day;
      const kept = backupsToKeep([...bad, ...good], policy, now, new Set(bad));
      const without = backupsToKeep(good, policy, now);
      expect(good.filter((name) => kept.has(name)).sort()).toEqual([...without].sort());
      expect(timesOf(kept)).toContain(timesOf(good)[0]);
      expect(bad.filter((name) => kept.has(name))).toHaveLength(Math.min(1, bad.length));
    }),
  );
});

it('400 days, five backups on a working day: after each one the set is exactly the policy', () => {
  const policy = defaultBackupPolicy;
  const made: number[] = [];
  let folder: string[] = [];
  for (let n = 0; n < 400; n += 1) {
    // Holidays leave gaps; weekends have one.
    const hours = n % 97 > 80 ? [] : n % 7 > 4 ? [11] : [8, 9, 11, 14, 22];
    for (const at of hours.map((clock) => start + n * day + clock * hour + (n % 50) * 1000)) {
      expect(isBackupDue(folder, policy, at)).toBe(true);
      folder.push(nameAt(at));
      made.push(at);
      expect(isBackupDue(folder, policy, at)).toBe(false);
      const kept = backupsToKeep(folder, policy, at);
      if (kept.size < folder.length) folder = folder.filter((name) => kept.has(name));
    }
    // What was dropped on the way is missing from no later set.
    if (n % 13 === 0 || n === 399) expect(timesOf(folder)).toEqual(expected(made, policy));
  }
  expect(folder.length).toBeLessThanOrEqual(24 + 7 + 4 + 12);
  expect(folder.length).toBeGreaterThan(30);
  expect(Math.min(...timesOf(folder))).toBeLessThan(start + 90 * day);
});

describe('a wrong clock', () => {
  const now = start + 100 * day;
  const names = [now - 2 * day, now + 365 * day, now + 366 * day].map(nameAt);

  it('what comes from the future stays, and fills nobody’s place', () => {
    expect([...backupsToKeep(names, { hourly: 1, daily: 1, weekly: 0, monthly: 0 }, now)].sort()).toEqual(
      [...names].sort(),
    );
  });

  it('a backup is due all the same', () => {
    expect(isBackupDue(names, defaultBackupPolicy, now)).toBe(true);
    expect(isBackupDue([...names, nameAt(now)], defaultBackupPolicy, now + 1000)).toBe(false);
  });
});

it('without a whole one, damaged ones are kept as whole ones would be', () => {
  const names = [0, 1, 2].map((n) => nameAt(start + n * day));
  const policy = { hourly: 0, daily: 2, weekly: 0, monthly: 0 };
  const kept = backupsToKeep(names, policy, start + 3 * day, new Set(names));
  expect([...kept].sort()).toEqual(names.slice(1));
  expect(isBackupDue(names, policy, start + 2 * day, new Set(names))).toBe(true);
  expect(isBackupDue(names, policy, start + 2 * day)).toBe(false);
});

it('looks at no name that is not a backup’s', () => {
  expect(backupsToKeep(['letter.stb', 'steading-x.stb'], defaultBackupPolicy, start).size).toBe(0);
});
