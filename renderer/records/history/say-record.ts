/** A whole record in words, field by field: for "what we recorded" and for a copy. */
import type { SaidField } from '@shared/requests/bundle';
import type { AnyRecord } from '@shared/retention/redact';
import type { NameOf } from '../record-words';
import { fieldsOf } from './field-words';

export function sayRecord(record: AnyRecord, nameOf: NameOf): readonly SaidField[] {
  const values = record.value as unknown as Readonly<Record<string, unknown>>;
  return fieldsOf(record.kind).map(([field, { label, lines }]) => ({
    field,
    label,
    lines: lines(values[field], nameOf),
  }));
}
