/**
 * What the builders of the made-up service share: who is there, which day it is, and ids that records of different
 * files name each other by.
 */
import { assert } from '@shared/kernel/assert';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import type { KindName, RecordValue } from '@shared/records/registry';

export const demoAsOf: LocalDate = toLocalDate('2026-03-31');

export interface DemoPerson {
  readonly id: RecordId;
  readonly person: Person;
}

/** One record of the made-up service. Without an id it gets a new one: nothing else speaks of it. */
export type DemoRecord<K extends KindName = KindName> = K extends KindName
  ? { readonly kind: K; readonly value: RecordValue<K>; readonly id?: RecordId }
  : never;

/** Records that others speak of. Each has to be there: a test says so. */
export type DemoKey =
  | `round-${'hse-2023' | 'hse-2026'}`
  | `round-pulse-${'2024-05' | '2024-08' | '2024-11' | '2025-02' | '2025-05' | '2025-08' | '2025-11' | '2026-02'}`
  | `round-who5-${'2023-10' | '2024-04' | '2024-10' | '2025-04' | '2025-10'}`
  | `plan-${'death-2025' | 'threat-2025' | 'overdose-2026'}`
  | `site-${'harbour' | 'north-isles'}`
  | `action-${'caseload-limit' | 'newsletter' | 'protected-supervision' | 'front-office'}`
  | `outside-${'detox' | 'yearly-money'}`
  | `conversation-${'caseloads' | 'newsletter' | 'quiet-hour'}`
  | 'readiness-2026';

export interface DemoContext {
  readonly asOf: LocalDate;
  readonly people: readonly DemoPerson[];
  readonly newId: () => RecordId;
  readonly idOf: (name: string) => RecordId;
  /** The same id for a key however often it is asked for. */
  readonly idFor: (key: DemoKey) => RecordId;
  /** The keys asked for so far, for the test that each stands for a record. */
  readonly named: () => ReadonlyMap<DemoKey, RecordId>;
}

export function createDemoContext(people: readonly Person[], newId: () => RecordId): DemoContext {
  const known = people.map((person): DemoPerson => ({ id: newId(), person }));
  const ids = new Map<DemoKey, RecordId>();
  return {
    asOf: demoAsOf,
    people: known,
    newId,
    idOf: (name) => {
      const found = known.find(({ person }) => person.name === name);
      assert(found, 'Nobody of that name in the made-up service');
      return found.id;
    },
    idFor: (key) => {
      const id = ids.get(key) ?? newId();
      ids.set(key, id);
      return id;
    },
    named: () => ids,
  };
}
