/** The few ways in which a field of a record is said when two versions are compared. */
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { unknownPerson, type NameOf } from '../record-words';

export interface FieldWords<V> {
  readonly label: string;
  /** `text` is prose, shown whole; of a `list` each line comes and goes by itself. */
  readonly shape: 'value' | 'text' | 'list';
  /** A method, so that fields of different values stand in one catalogue. Nothing for an empty field. */
  lines(value: V, nameOf: NameOf): readonly string[];
}

export const said = (text: string): readonly string[] => (text === '' ? [] : [text]);

export function value<V>(label: string, say: (value: V, nameOf: NameOf) => string): FieldWords<V> {
  return { label, shape: 'value', lines: (of, nameOf) => said(say(of, nameOf)) };
}
export function list<V>(label: string, say: (item: V, nameOf: NameOf) => string): FieldWords<readonly V[]> {
  return { label, shape: 'list', lines: (items, nameOf) => items.map((item) => say(item, nameOf)) };
}
export const line = (label: string): FieldWords<string> => value(label, (text) => text);
export const prose = (label: string): FieldWords<string> => ({ label, shape: 'text', lines: said });
export const day = (label: string): FieldWords<LocalDate> => value(label, formatDate);
export const dayOrNone = (label: string): FieldWords<LocalDate | null> =>
  value(label, (date) => (date === null ? '' : formatDate(date)));
export const figure = (label: string, unit = ''): FieldWords<number | null> =>
  value(label, (count) => (count === null ? '' : `${count}${unit}`));
export const yesNo = (label: string): FieldWords<boolean | null> =>
  value(label, (answer) => (answer === null ? '' : answer ? 'Yes' : 'No'));
export const oneOf = <V extends string>(label: string, labels: Readonly<Record<V, string>>): FieldWords<V> =>
  value(label, (of) => labels[of]);
/** Of no meaning to a reader: template numbers and the like. */
export const silent: FieldWords<unknown> = { label: '', shape: 'value', lines: () => [] };

export const name = (id: RecordId, nameOf: NameOf): string => nameOf(id) ?? unknownPerson;

export function withDetails(text: string, details: readonly string[]): string {
  const there = details.filter((detail) => detail !== '');
  return there.length === 0 ? text : `${text} (${there.join('; ')})`;
}
