/** How long each class is kept, as typed: whole months; empty is for ever. */
import {
  retentionClasses,
  type CareSettings,
  type RetentionClass,
} from '@shared/records/care-settings/care-settings';

export type MonthFields = Readonly<Record<RetentionClass, string>>;

export interface MonthProblem {
  readonly field: RetentionClass;
  readonly message: string;
}

export function monthFields(months: CareSettings['months']): MonthFields {
  const fields = retentionClasses.map((of) => [of, months[of] === null ? '' : String(months[of])]);
  return Object.fromEntries(fields) as MonthFields;
}

export function readMonths(
  fields: MonthFields,
):
  | { readonly ok: true; readonly months: CareSettings['months'] }
  | { readonly ok: false; readonly problems: readonly MonthProblem[] } {
  const problems: MonthProblem[] = [];
  const read = (of: RetentionClass): number | null => {
    const text = fields[of].trim();
    if (text === '') return null;
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1 || count > 1200) {
      problems.push({ field: of, message: 'Enter whole months, from 1 to 1,200, or leave it empty' });
    }
    return count;
  };
  const months = Object.fromEntries(retentionClasses.map((of) => [of, read(of)])) as CareSettings['months'];
  return problems.length === 0 ? { ok: true, months } : { ok: false, problems };
}
