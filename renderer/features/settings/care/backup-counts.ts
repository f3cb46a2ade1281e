/** How many backups of each sort stay, as typed. */
import { backupPolicySchema, type BackupPolicy } from '@shared/ipc/backup-contract';

export type CountFields = Readonly<Record<keyof BackupPolicy, string>>;

export const countNames = [
  'hourly',
  'daily',
  'weekly',
  'monthly',
] as const satisfies readonly (keyof BackupPolicy)[];
export const countLabels = {
  hourly: 'Hours',
  daily: 'Days',
  weekly: 'Weeks',
  monthly: 'Months',
} as const satisfies Record<keyof BackupPolicy, string>;
const ranges = {
  hourly: 'from 0 to 48',
  daily: 'from 1 to 60',
  weekly: 'from 0 to 52',
  monthly: 'from 0 to 36',
} as const satisfies Record<keyof BackupPolicy, string>;

export function countFields(policy: BackupPolicy): CountFields {
  const { hourly, daily, weekly, monthly } = policy;
  return { hourly: String(hourly), daily: String(daily), weekly: String(weekly), monthly: String(monthly) };
}

export function readCounts(fields: CountFields):
  | { readonly ok: true; readonly policy: BackupPolicy }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly field: keyof BackupPolicy; readonly message: string }[];
    } {
  const typed = Object.fromEntries(
    countNames.map((name) => [name, fields[name].trim() === '' ? Number.NaN : Number(fields[name])]),
  );
  const read = backupPolicySchema.safeParse(typed);
  if (read.success) return { ok: true, policy: read.data };
  const wrong = new Set(read.error.issues.map((issue) => issue.path[0]));
  return {
    ok: false,
    problems: countNames
      .filter((name) => wrong.has(name))
      .map((name) => ({
        field: name,
        message: `${countLabels[name]}: enter a whole number ${ranges[name]}`,
      })),
  };
}
