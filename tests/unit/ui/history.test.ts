import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { kindNames, recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';
import type { EarlierVersion } from '@shared/vault/vault-care';
import {
  changedLabels,
  changesBetween,
  markChange,
  versionEntries,
} from '../../../renderer/records/history/changes';
import { fieldsOf } from '../../../renderer/records/history/field-words';

const id = (byte: number): RecordId => recordIdFromBytes(new Uint8Array(16).fill(byte));
const names = new Map([
  [id(1), 'Ailsa Munro'],
  [id(2), 'Calum Reid'],
]);
const nameOf = (who: RecordId): string | null => names.get(who) ?? null;
const example = <K extends KindName>(kind: K): RecordValue<K> =>
  recordKinds[kind].examples[0] as RecordValue<K>;

describe('the words of fields', () => {
  it.each(kindNames)('are there for every field of %s, and say something of the example', (kind) => {
    const fields = fieldsOf(kind);
    expect(fields.map(([field]) => field).sort()).toEqual(Object.keys(recordKinds[kind].disclosure).sort());
    for (const value of recordKinds[kind].examples) {
      for (const [field, words] of fields) {
        for (const line of words.lines((value as unknown as Record<string, unknown>)[field], nameOf)) {
          expect(line).not.toMatch(/undefined|null|NaN|\[object/);
        }
      }
    }
  });

  it.each(kindNames)('tell no difference between %s and itself', (kind) => {
    expect(changesBetween(kind, example(kind), structuredClone(example(kind)), nameOf)).toEqual([]);
  });

  it('never show the replies of a round, only their number', () => {
    const wave = example('wellbeing-wave');
    const more = { ...wave, answerSets: [...wave.answerSets, [5, 5, 5, 5, 5]] };
    expect(changesBetween('wellbeing-wave', wave, more, nameOf)).toEqual([
      { type: 'value', label: 'Replies', before: '3 replies', after: '4 replies' },
    ]);
  });
});

describe('changesBetween', () => {
  it('says values in the words of the form', () => {
    const person = example('person');
    const changed = { ...person, role: 'Nurse', engagement: 'sessional' as const, weeklyHours: null };
    expect(changesBetween('person', person, changed, nameOf)).toEqual([
      { type: 'value', label: 'Role', before: 'Key worker', after: 'Nurse' },
      { type: 'value', label: 'Belongs here as', before: 'Staff', after: 'Sessional' },
      { type: 'value', label: 'Hours a week', before: '37.5', after: '' },
    ]);
  });

  it('says of lists what came and what went, with names as they are now', () => {
    const session = example('supervision-session');
    const [action] = session.actions;
    const before = { ...session, personIds: [id(1), id(3)], actions: [action!, action!] };
    const after = {
      ...session,
      personIds: [id(1), id(2)],
      actions: [action!, { ...action!, doneOn: toLocalDate('2026-11-26') }],
    };
    expect(changesBetween('supervision-session', before, after, nameOf)).toEqual([
      { type: 'list', label: 'Who with', removed: ['someone no longer here'], added: ['Calum Reid'] },
      {
        type: 'list',
        label: 'What we agreed',
        removed: ['Swap the Thursday clinic (Manager; by 27 November 2026)'],
        added: ['Swap the Thursday clinic (Manager; by 27 November 2026; done 26 November 2026)'],
      },
    ]);
  });

  it('says nothing of a list that only stands in another order', () => {
    const session = example('supervision-session');
    const turned = { ...session, themes: session.themes.toReversed() };
    expect(changesBetween('supervision-session', session, turned, nameOf)).toEqual([]);
  });

  it('shows free text whole, with the words that changed marked', () => {
    const session = example('supervision-session');
    const before = { ...session, note: 'A quiet week. The rota helps.' };
    const after = { ...session, note: 'A hard week. The rota helps.' };
    expect(changesBetween('supervision-session', before, after, nameOf)).toEqual([
      {
        type: 'text',
        label: 'Note',
        before: [
          { text: 'A ', isChanged: false },
          { text: 'quiet', isChanged: true },
          { text: ' week. The rota helps.', isChanged: false },
        ],
        after: [
          { text: 'A ', isChanged: false },
          { text: 'hard', isChanged: true },
          { text: ' week. The rota helps.', isChanged: false },
        ],
      },
    ]);
  });
});

describe('markChange', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'word', ' ', '\n', '  ')).map((parts) => parts.join(''));

  it('loses no character of either text, and marks something when they differ', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marked = markChange(before, after);
        const join = (parts: typeof marked.before): string => parts.map((part) => part.text).join('');
        expect(join(marked.before)).toBe(before);
        expect(join(marked.after)).toBe(after);
        const isMarked = [...marked.before, ...marked.after].some((part) => part.isChanged);
        expect(isMarked).toBe(before !== after);
      }),
    );
  });
});

describe('versionEntries', () => {
  const person = example('person');
  const version = (revision: number, role: string): StoredRecord<'person'> => ({
    kind: 'person',
    id: id(1),
    revision,
    savedAt: revision * 1000,
    value: { ...person, role },
  });
  const earlier = (revision: number, role: string): EarlierVersion<'person'> => ({
    ...version(revision, role),
    replacedAt: (revision + 1) * 1000,
  });

  it('puts the newest first and says what each save changed', () => {
    const entries = versionEntries(
      version(3, 'Nurse'),
      [earlier(1, 'Volunteer'), earlier(2, 'Worker')],
      nameOf,
    );
    expect(entries.map((entry) => [entry.revision, entry.isNow, entry.changes?.length ?? null])).toEqual([
      [3, true, 1],
      [2, false, 1],
      [1, false, null],
    ]);
    expect(changedLabels(entries[0]!.changes!)).toBe('Role');
  });

  it('claims nothing of a save whose version before is not kept', () => {
    const entries = versionEntries(version(9, 'Nurse'), [earlier(7, 'Worker')], nameOf);
    expect(entries.map((entry) => entry.changes)).toEqual([null, null]);
  });

  it('offers nothing to bring back that is as it is now', () => {
    const entries = versionEntries(version(3, 'Nurse'), [earlier(2, 'Worker'), earlier(1, 'Nurse')], nameOf);
    expect(entries.map((entry) => entry.isSameAsNow)).toEqual([false, false, true]);
  });

  it('joins labels as people do', () => {
    const change = (label: string) => ({ type: 'value', label, before: '', after: 'x' }) as const;
    expect(changedLabels([])).toBe('');
    expect(changedLabels(['Role', 'Team', 'Note'].map(change))).toBe('Role, Team and Note');
  });
});
