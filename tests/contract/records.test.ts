/** The same checks for every kind of record: a new kind gets them by its line in the registry. */
import { describe, expect, it } from 'vitest';
import { isKindName, kindNames, kindOfTable, recordKinds, type KindName } from '@shared/records/registry';
import type { RecordKind } from '@shared/records/record-kind';
import { retentionClasses } from '@shared/records/retention-class';
import { fieldsOf } from '../../renderer/records/history/field-words';
import { canonicalJson } from '@shared/vault/canonical-json';
import { at, must, passphraseOf, setupVaultKit, testId } from '../support/vault-kit';

/**
 * Numbers on people's disks, as released: none may change, go, or be given to another. A kind that is not here yet is
 * new; it joins the list with the release that brings it.
 */
const frozenTableIds: Readonly<Partial<Record<KindName, number>>> = {
  service: 1,
  person: 2,
  'supervision-session': 3,
  'event-plan': 4,
  'wellbeing-wave': 5,
  absence: 6,
  'caseload-count': 7,
  establishment: 8,
  'export-entry': 9,
  draft: 10,
  'care-settings': 11,
  agreement: 12,
  'reflective-group': 13,
  'group-session': 14,
  facilitator: 15,
  'supervision-assignment': 16,
  'process-move': 17,
  'access-request': 18,
  'wellbeing-plan': 19,
  'reminder-settings': 20,
};
const lastFrozen = Math.max(...Object.values(frozenTableIds));
const disclosureClasses = [
  'directIdentifier',
  'quasiIdentifier',
  'sensitive',
  'freeText',
  'internal',
  'open',
];

describe('the registry', () => {
  it('has its table numbers frozen, each once', () => {
    const numbers = Object.fromEntries(kindNames.map((name) => [name, recordKinds[name].tableId]));
    expect(numbers).toMatchObject(frozenTableIds);
    expect(new Set(Object.values(numbers)).size).toBe(kindNames.length);
    for (const name of kindNames)
      if (!(name in frozenTableIds)) expect(recordKinds[name].tableId).toBeGreaterThan(lastFrozen);
    for (const name of kindNames) expect(kindOfTable(recordKinds[name].tableId)).toBe(name);
    expect(kindOfTable(0)).toBeNull();
    expect(isKindName('toString')).toBe(false);
  });
});

describe.each(kindNames)('%s', (name) => {
  // The kinds differ in their value type; what is checked here is the same for all.
  const kind = recordKinds[name] as unknown as RecordKind;

  it('is called as it is registered, with words for one and many', () => {
    expect(kind.kind).toBe(name);
    expect(kind.label.one).not.toBe('');
    expect(kind.label.many).not.toBe(kind.label.one);
  });

  it('has examples that pass its own schema unchanged', () => {
    expect(kind.examples.length).toBeGreaterThan(0);
    for (const example of kind.examples) expect(kind.schema.parse(example)).toEqual(example);
  });

  it('refuses a field that it does not know', () => {
    for (const example of kind.examples) {
      expect(kind.schema.safeParse({ ...(example as object), unheardOf: 1 }).success).toBe(false);
    }
  });

  it('says of every field what may be disclosed', () => {
    const shape: unknown = Reflect.get(kind.schema, 'shape');
    const fields = new Set(kind.examples.flatMap((example) => Object.keys(example as object)));
    if (typeof shape === 'object' && shape !== null)
      for (const field of Object.keys(shape)) fields.add(field);
    expect(Object.keys(kind.disclosure).sort()).toEqual([...fields].sort());
    for (const disclosure of Object.values<string>(kind.disclosure))
      expect(disclosureClasses).toContain(disclosure);
  });

  it('has words for every field', () => {
    const said = fieldsOf(name).map(([field]) => field);
    expect([...said].sort()).toEqual(Object.keys(kind.disclosure).sort());
  });

  it('has a class in which it is kept, or stays as long as the vault', () => {
    if (kind.retention !== null) expect(retentionClasses).toContain(kind.retention);
  });

  it('holds nothing of a person any more once they are erased, and is whole without them', () => {
    kind.examples.forEach((example, index) => {
      const id = testId(index);
      for (const personId of kind.people(example, id)) {
        const erased = { id: personId, line: (text: string) => text, note: (text: string) => text };
        const left = kind.without(example, erased, id);
        if (left === null) continue;
        expect(JSON.stringify(left)).not.toContain(personId);
        if (name !== 'draft') expect(kind.schema.safeParse(left).error).toBeUndefined();
      }
    });
  });

  it('takes a name out of every text that people write', () => {
    if (name === 'draft') return;
    const gone = { id: testId(77), line: () => 'X', note: () => 'X' };
    for (const example of kind.examples) {
      const left = kind.without(example, gone, testId(1)) as Readonly<Record<string, unknown>>;
      for (const [field, of] of Object.entries(kind.disclosure)) {
        const before = (example as Readonly<Record<string, unknown>>)[field];
        if (of === 'freeText' && typeof before === 'string') expect(left[field]).toBe('X');
      }
    }
  });

  it('has a migration and an example for every older version', () => {
    const older = Array.from({ length: kind.schemaVersion - 1 }, (_, index) => index + 1);
    expect(Object.keys(kind.migrations).map(Number).sort()).toEqual(older);
    for (const version of older) {
      const examples = kind.olderExamples.filter((example) => example.version === version);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        let value = example.value;
        for (let from = version; from < kind.schemaVersion; from += 1) value = kind.migrations[from]?.(value);
        expect(kind.schema.safeParse(value).success).toBe(true);
      }
    }
  });

  it('goes into the vault and comes out the same', async () => {
    const kit = await setupVaultKit();
    const vault = await kit.restart();
    must(await vault.create({ passphrase: passphraseOf() }));
    const writes = kind.examples.map((value, index) => ({
      type: 'put' as const,
      kind: name,
      id: testId(index),
      baseRevision: 0,
      value,
    }));
    must(await vault.commit({ writes, at }));
    const again = await kit.restart();
    expect(must(await again.unlock({ passphrase: passphraseOf() })).keptSealed).toBe(0);
    const values = must(await again.list({ kind: name })).map((record) => canonicalJson(record.value));
    expect(values).toEqual(kind.examples.map((example) => canonicalJson(example)));
  });
});
