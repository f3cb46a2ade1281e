/** What the palette's search is narrowed to: as it stands in the fields, as the vault is asked, and as words. Pure. */
import { parseDateText } from '@shared/kernel/date-text';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { kindNames, recordKinds, type KindName } from '@shared/records/registry';
import {
  supervisionThemeLabels,
  supervisionThemes,
} from '@shared/records/supervision-session/supervision-session';
import type { SearchFilter, SearchGuess } from '@shared/vault/vault-api';

export interface FilterFields {
  readonly kind: KindName | '';
  readonly personId: RecordId | null;
  /** As typed. */
  readonly from: string;
  readonly to: string;
  readonly theme: (typeof supervisionThemes)[number] | '';
}

export const noFilter: FilterFields = { kind: '', personId: null, from: '', to: '', theme: '' };

/** A day that cannot be read narrows nothing; the field says so. Null: everything. */
export function filterOf(fields: FilterFields, today: LocalDate): SearchFilter | null {
  const from = parseDateText(fields.from, today);
  const to = parseDateText(fields.to, today);
  const filter: SearchFilter = {
    ...(fields.kind === '' ? {} : { kinds: [fields.kind] }),
    ...(fields.personId === null ? {} : { personId: fields.personId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(fields.theme === '' ? {} : { theme: fields.theme }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

export interface FilterChip {
  readonly field: keyof FilterFields;
  readonly words: string;
}

export function chipsOf(
  fields: FilterFields,
  today: LocalDate,
  nameOf: (id: RecordId) => string | null,
): readonly FilterChip[] {
  const from = parseDateText(fields.from, today);
  const to = parseDateText(fields.to, today);
  const chips: FilterChip[] = [];
  if (fields.kind !== '') chips.push({ field: 'kind', words: manyOf(fields.kind) });
  if (fields.personId !== null)
    chips.push({ field: 'personId', words: `About ${nameOf(fields.personId) ?? 'someone no longer here'}` });
  if (from !== null) chips.push({ field: 'from', words: `From ${formatDate(from)}` });
  if (to !== null) chips.push({ field: 'to', words: `Until ${formatDate(to)}` });
  if (fields.theme !== '') chips.push({ field: 'theme', words: supervisionThemeLabels[fields.theme] });
  return chips;
}

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/** Kinds of which there is something to find; settings are no finds. */
export function kindOptions(countOf: (kind: KindName) => number): readonly Option<KindName | ''>[] {
  const kinds = kindNames
    .filter((kind) => recordKinds[kind].retention !== null && countOf(kind) > 0)
    .map((kind) => ({ value: kind, label: manyOf(kind) }));
  kinds.sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));
  return [{ value: '', label: 'Anything' }, ...kinds];
}

export const themeOptions: readonly Option<FilterFields['theme']>[] = [
  { value: '', label: 'Any theme' },
  ...supervisionThemes.map((theme) => ({ value: theme, label: supervisionThemeLabels[theme] })),
];

/** "Supervision records" */
function manyOf(kind: KindName): string {
  const { many } = recordKinds[kind].label;
  return `${many.charAt(0).toUpperCase()}${many.slice(1)}`;
}

const maxNamed = 3;

/** "Nothing with “supervison”. Showing “supervision”." */
export function guessText({ typed, words }: SearchGuess): string {
  const named = words.slice(0, maxNamed).map((word) => `“${word}”`);
  const rest = words.length > maxNamed ? ' and others like it' : '';
  const last = named.pop() ?? '';
  const list = named.length === 0 ? last : `${named.join(', ')}${rest === '' ? ' and ' : ', '}${last}`;
  return `Nothing with “${typed}”. Showing ${list}${rest}.`;
}
