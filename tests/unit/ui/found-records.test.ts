import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { kindNames, recordKinds, type KindName } from '@shared/records/registry';
import { foundRecords, type RecordsSource } from '../../../renderer/app/shell/found-records';
import { expectCalm } from './calm';

const idOf = (kind: KindName): RecordId =>
  recordIdFromBytes(new Uint8Array(16).fill(kindNames.indexOf(kind) + 1));

/** One record of each kind: its first example. */
const source: RecordsSource = {
  records: (kind) => {
    const value = recordKinds[kind].examples[0];
    return [{ kind, id: idOf(kind), revision: 1, savedAt: 0, value }] as unknown as never;
  },
};
const nameOf = () => 'Ailsa Munro';
const find = (kind: KindName, field: string, id = idOf(kind), draftHref: string | null = '/people/new') =>
  foundRecords([{ kind, id, field }], source, nameOf, () => draftHref);

describe('a found record', () => {
  it('says what it is, whom it is about and where the words stand', () => {
    expect(find('supervision-session', 'actions')).toMatchObject([
      {
        id: idOf('supervision-session'),
        label: 'Clinical supervision with Ailsa Munro, 24 November 2026',
        detail: 'Supervision record: What we agreed',
        href: `/supervision/${idOf('supervision-session')}`,
      },
    ]);
  });

  it('says only the kind where the field has no words of its own', () => {
    expect(find('draft', 'fields')[0]?.detail).toBe('Draft');
    expect(find('person', 'nowhere')[0]?.detail).toBe('Person');
  });

  it('goes to a page, for every kind and field', () => {
    for (const kind of kindNames) {
      for (const field of Object.keys(recordKinds[kind].disclosure)) {
        const [found] = find(kind, field);
        expect(found?.href, kind).toMatch(/^\/[a-z]+/);
        expectCalm(`${found?.label ?? ''} ${found?.detail ?? ''}`);
      }
    }
  });

  it('leaves out what went meanwhile, and a draft that no form goes on with', () => {
    expect(find('person', 'name', idOf('draft'))).toEqual([]);
    expect(find('draft', 'fields', idOf('draft'), null)).toEqual([]);
  });

  it('keeps the order of the hits', () => {
    const hits = (['absence', 'person', 'event-plan'] as const).map((kind) => ({
      kind,
      id: idOf(kind),
      field: '',
    }));
    const found: readonly { readonly id: RecordId }[] = foundRecords(hits, source, nameOf, () => null);
    expect(found.map(({ id }) => id)).toEqual(hits.map(({ id }) => id));
  });
});
