/**
 * A kind of record is one place: shape, version, migrations, words, disclosure class and examples.
 * Registry-wide tests (tests/contract) check each of them for every kind.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { z } from '@shared/kernel/zod';
import type { RetentionClass } from './retention-class';

/**
 * What may happen to a field on its way out of the vault:
 * directIdentifier and freeText never leave; sensitive and quasiIdentifier leave only as counts or rates that
 * the disclosure engine has passed; internal (links, versions) never leaves; open may leave as it is.
 */
export type DisclosureClass =
  'directIdentifier' | 'quasiIdentifier' | 'sensitive' | 'freeText' | 'internal' | 'open';

/** Somebody who is being erased. Both take every spelling of the name out of a text. */
export interface ErasedPerson {
  readonly id: RecordId;
  /** Of one line. */
  line(text: string): string;
  /** Of a long text. */
  note(text: string): string;
}

/** What search narrows by, beside kind and people. */
export interface SearchFacets {
  /** The day that the record is of; null: the day on which it was saved. */
  readonly date: LocalDate | null;
  readonly themes: readonly string[];
}

/** `Long`: the names in `longFields`, so that they are part of the type and `RecordOutline` leaves them out. */
export interface RecordKind<T = unknown, Long extends string = string> {
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
  /** Without this a record is of the day on which it was saved, and of no theme. */
  searchFacets?(value: T): SearchFacets;
  /** How long it is kept; null: as long as the vault. */
  readonly retention: RetentionClass | null;
  /**
   * The day that its time counts from; null: not yet. Without this it counts from the day on which the last of its
   * people left.
   */
  keptFrom?(value: T): LocalDate | null;
  /** What is left of it once a person is erased: null when nothing is, and it goes as a whole. */
  without(value: T, erased: ErasedPerson, id: RecordId): T | null;
  /** People write whole sentences here: looked through for names that others bear too. */
  readonly hasProse: boolean;
  /** The manager's own page: no search finds it, and all of its fields are `internal`, so that nothing of it leaves. */
  readonly isPrivate?: boolean;
  /**
   * Long texts that lists, counts and dates have no use for. An outline is the record without them; whoever shows,
   * changes or copies one takes the record whole.
   */
  readonly longFields?: readonly Long[];
  /** Words for each field, where a list of "label: value" says enough. Others are in the page's own catalogue. */
  readonly fieldLabels?: { readonly [Field in keyof T]-?: string };
  /** Words for the choices in those fields, where the code itself does not say it well. */
  readonly choiceLabels?: Readonly<Record<string, string>>;
  readonly disclosure: { readonly [Field in keyof T]-?: DisclosureClass };
  readonly examples: readonly T[];
  /** One example per older version, for the migration test. */
  readonly olderExamples: readonly { readonly version: number; readonly value: unknown }[];
}

export function defineKind<T, const Name extends string, Long extends keyof T & string = never>(
  kind: RecordKind<T, Long> & { readonly kind: Name },
): RecordKind<T, Long> & { readonly kind: Name } {
  return kind;
}
