/** Between a record's value and its bytes: validate, canonical JSON, UTF-8; and back through the migrations. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable, recordKinds, type KindName } from '@shared/records/registry';
import type { RecordKind } from '@shared/records/record-kind';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { RecordError } from '@shared/vault/errors';

/** The registry's kinds differ in their value type; here a value is just something that the schema has to pass. */
export function kindByName(name: KindName): RecordKind {
  return recordKinds[name];
}

/** The bytes to seal, and the value as it will read back. */
export function encodePayload(
  kind: RecordKind,
  value: unknown,
): Result<{ readonly bytes: Uint8Array; readonly value: unknown }, RecordError> {
  const parsed = kind.schema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }));
    return err({ tag: 'RecordInvalid', issues });
  }
  const text = canonicalJson(parsed.data);
  if (text === null)
    return err({ tag: 'RecordInvalid', issues: [{ path: '', message: 'This cannot be kept as it is' }] });
  return ok({ bytes: encoder.encode(text), value: parsed.data });
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Null when this version cannot read it: an unknown table, a newer schema, or a shape that no longer passes. A body of
 * the kind's own version was validated before it was sealed, and its seal has been checked: `isTrusted` parses only.
 */
export function decodePayload(
  tableId: number,
  schema: number,
  bytes: Uint8Array,
  isTrusted = true,
): { readonly kind: KindName; readonly value: unknown } | null {
  const name = kindOfTable(tableId);
  if (name === null) return null;
  const kind = kindByName(name);
  if (isTrusted && schema === kind.schemaVersion) {
    return { kind: name, value: JSON.parse(decoder.decode(bytes)) as unknown };
  }
  const value = migratePayload(kind, schema, bytes);
  return value === null ? null : { kind: name, value: value.value };
}

/** Whether this version can read the body; asked once, when it comes out of an envelope. */
export function isReadable(tableId: number, schema: number, bytes: Uint8Array): boolean {
  return decodePayload(tableId, schema, bytes, false) !== null;
}

/** Who the record is about: see `RecordKind.people`. */
export function peopleOf(
  tableId: number,
  schema: number,
  id: RecordId,
  bytes: Uint8Array,
): readonly RecordId[] {
  const opened = decodePayload(tableId, schema, bytes);
  return opened === null ? [] : kindByName(opened.kind).people(opened.value, id);
}

function migratePayload(
  kind: RecordKind,
  schema: number,
  bytes: Uint8Array,
): { readonly value: unknown } | null {
  if (schema < 1 || schema > kind.schemaVersion) return null;
  let value = JSON.parse(decoder.decode(bytes)) as unknown;
  for (let version = schema; version < kind.schemaVersion; version += 1) {
    const migrate = kind.migrations[version];
    if (migrate === undefined) return null;
    value = migrate(value);
  }
  const parsed = kind.schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : null;
}
