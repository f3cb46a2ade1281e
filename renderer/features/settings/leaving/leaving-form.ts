/** Between the fields of "What may leave", as typed, and the record. */
import { disclosureThresholds, type Rounding } from '@shared/disclosure/thresholds';
import { readNumber } from '@shared/import/number-cells';
import {
  disclosureSettingsSchema,
  type DisclosureSettings,
} from '@shared/records/disclosure-settings/disclosure-settings';
import type { FormProblem } from '../../../ui';

const counts = ['minimumCellSize', 'minimumSensitiveCellSize', 'minimumForStatistic'] as const;
export type CountField = (typeof counts)[number];

/** What one person may be of a sum, in words that people use; the first is what the app holds to anyway. */
export const shares = [
  { value: 'third', label: 'A third', share: disclosureThresholds.maximumShareOfOne },
  { value: 'quarter', label: 'A quarter', share: 1 / 4 },
  { value: 'fifth', label: 'A fifth', share: 1 / 5 },
] as const;
export type ShareName = (typeof shares)[number]['value'];

export type LeavingFields = Readonly<Record<CountField, string>> & {
  readonly maximumShareOfOne: ShareName;
  readonly rounding: Rounding;
};

export function leavingFields(settings: DisclosureSettings): LeavingFields {
  // A share from another version is shown as the next stricter one, so that saving never loosens it.
  const share = shares.find(({ share: each }) => each <= settings.maximumShareOfOne) ?? shares[2];
  return {
    minimumCellSize: String(settings.minimumCellSize),
    minimumSensitiveCellSize: String(settings.minimumSensitiveCellSize),
    minimumForStatistic: String(settings.minimumForStatistic),
    maximumShareOfOne: share.value,
    rounding: settings.rounding,
  };
}

export type LeavingReading =
  | { readonly settings: DisclosureSettings; readonly problems: readonly [] }
  | { readonly settings: null; readonly problems: readonly FormProblem[] };

/** `allowsRows` has a switch of its own and is carried over. */
export function readLeaving(fields: LeavingFields, allowsRows: boolean): LeavingReading {
  const problems: FormProblem[] = [];
  const numbers = counts.map((field): readonly [CountField, number] => {
    const read = readNumber(fields[field]);
    const least = disclosureThresholds[field];
    if (!read.ok)
      problems.push({ field, message: `Enter a number of people, ${least} or more, like ${least + 1}` });
    return [field, read.ok ? read.value : least];
  });
  const parsed = disclosureSettingsSchema.safeParse({
    ...(Object.fromEntries(numbers) as Record<CountField, number>),
    maximumShareOfOne: shares.find(({ value }) => value === fields.maximumShareOfOne)?.share,
    rounding: fields.rounding,
    allowsRows,
  });
  if (parsed.success && problems.length === 0) return { settings: parsed.data, problems: [] };
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0] ?? '');
    if (!problems.some((problem) => problem.field === field)) problems.push({ field, message });
  }
  const order: readonly string[] = counts;
  problems.sort((left, right) => order.indexOf(left.field) - order.indexOf(right.field));
  return { settings: null, problems };
}

/** "At 7, 2 of your 5 teams are large enough." What raising it costs this very service; null while there is nothing to say. */
export function teamsLeftWords(text: string, teamSizes: readonly number[]): string | null {
  const read = readNumber(text);
  if (!read.ok || read.value < disclosureThresholds.minimumCellSize || teamSizes.length === 0) return null;
  const large = teamSizes.filter((size) => size >= read.value).length;
  const all = teamSizes.length;
  if (all === 1)
    return large === 1 ? 'Your one team is large enough.' : 'Your one team is too small for that.';
  if (large === all) return `All of your ${all} teams are large enough.`;
  if (large === 0) return `None of your ${all} teams is large enough.`;
  return `${large} of your ${all} teams ${large === 1 ? 'is' : 'are'} large enough.`;
}
