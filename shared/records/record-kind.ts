/**
 * A kind of record is one place: shape, version, migrations, words, disclosure class and examples.
 * Registry-wide tests (tests/contract) check each of them for every kind.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { z } from '@shared/kernel/zod';

/**
 * What may happen to a field on its way out of the vault:
 * directIdentifier and freeText never leave; sensitive and quasiIdentifier leave only as counts or rates that
 * the disclosure engine has passed; internal (links, versions) never leaves; open may leave as it is.
 */
export type DisclosureClass =
  'directIdentifier' | 'quasiIdentifier' | 'sensitive' | 'freeText' | 'internal' | 'open';

export interface RecordKind<T = unknown> {
  readonly kind: string;
  /** On disk a kind is this number (authenticated, sealed); never reused, never changed. */
  readonly tableId: number;
  readonly schemaVersion: number;
  readonly schema: z.ZodType<T>;
  /** `migrations[n]` turns a value of version n into one of version n + 1. Complete from 1 to schemaVersion - 1. */
  readonly migrations: Readonly<Record<number, (old: unknown) => unknown>>;
  readonly label: { readonly one: string; readonly many: string };
  /**
   * Ids of the people that the record is about: it is sealed under their key, so that erasing a person ends it too.
   * A method, so that the kinds of different values stand in one registry.
   */
  people(value: T, id: RecordId): readonly RecordId[];
  readonly disclosure: { readonly [Field in keyof T]-?: DisclosureClass };
  readonly examples: readonly T[];
  /** One example per older version, for the migration test. */
  readonly olderExamples: readonly { readonly version: number; readonly value: unknown }[];
}

export function defineKind<T, const Name extends string>(
  kind: RecordKind<T> & { readonly kind: Name },
): RecordKind<T> & { readonly kind: Name } {
  return kind;
}
