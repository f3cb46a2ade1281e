/** What changed between two versions of a record, field by field, in words. Pure. */
import type { KindName, RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';
import type { EarlierVersion } from '@shared/vault/vault-care';
import type { NameOf } from '../record-words';
import { fieldsOf } from './field-words';

export interface TextPart {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Empty texts and lists are fields without a value. */
export type FieldChange =
  | { readonly type: 'value'; readonly label: string; readonly before: string; readonly after: string }
  | {
      readonly type: 'text';
      readonly label: string;
      readonly before: readonly TextPart[];
      readonly after: readonly TextPart[];
    }
  | {
      readonly type: 'list';
      readonly label: string;
      readonly removed: readonly string[];
      readonly added: readonly string[];
    };

export function changesBetween<K extends KindName>(
  kind: K,
  before: RecordValue<K>,
  after: RecordValue<K>,
  nameOf: NameOf,
): readonly FieldChange[] {
  const fieldIn = (value: RecordValue<K>, field: string): unknown =>
    (value as Readonly<Record<string, unknown>>)[field];
  return fieldsOf(kind).flatMap(([field, words]): FieldChange[] => {
    const was = words.lines(fieldIn(before, field), nameOf);
    const is = words.lines(fieldIn(after, field), nameOf);
    const { label } = words;
    if (was.join('\n') === is.join('\n')) return [];
    switch (words.shape) {
      case 'value':
        return [{ type: 'value', label, before: was.join(', '), after: is.join(', ') }];
      case 'text':
        return [{ type: 'text', label, ...markChange(was.join('\n'), is.join('\n')) }];
      case 'list': {
        const removed = without(was, is);
        const added = without(is, was);
        // Only the order is another.
        return removed.length === 0 && added.length === 0 ? [] : [{ type: 'list', label, removed, added }];
      }
    }
  });
}

/** What `lines` has more than `others`: a line that stands there twice counts twice. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Marks, by whole words, from the first difference to the last one. */
export function markChange(
  before: string,
  after: string,
): { readonly before: readonly TextPart[]; readonly after: readonly TextPart[] } {
  const was = wordsOf(before);
  const is = wordsOf(after);
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (
    end < was.length - start &&
    end < is.length - start &&
    was[was.length - 1 - end] === is[is.length - 1 - end]
  ) {
    end += 1;
  }
  const parts = (words: readonly string[]): readonly TextPart[] =>
    [
      { text: words.slice(0, start).join(''), isChanged: false },
      { text: words.slice(start, words.length - end).join(''), isChanged: true },
      { text: words.slice(words.length - end).join(''), isChanged: false },
    ].filter(({ text }) => text !== '');
  return { before: parts(was), after: parts(is) };
}

/** Words and the spaces between them: joined again they are the text. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

export interface VersionEntry<K extends KindName = KindName> {
  readonly revision: number;
  readonly savedAt: number;
  readonly value: RecordValue<K>;
  readonly isNow: boolean;
  /** What this save changed; null when the version before is not kept any more, or there was none. */
  readonly changes: readonly FieldChange[] | null;
  /** The same as the record is now: nothing to bring back. */
  readonly isSameAsNow: boolean;
}

/** The record as it is and its earlier versions, newest first. */
export function versionEntries<K extends KindName>(
  current: StoredRecord<K>,
  earlier: readonly EarlierVersion<K>[],
  nameOf: NameOf,
): readonly VersionEntry<K>[] {
  const older = earlier
    .filter((version) => version.revision < current.revision)
    .toSorted((left, right) => right.revision - left.revision);
  const all: readonly StoredRecord<K>[] = [current, ...older];
  const compare = (before: RecordValue<K>, after: RecordValue<K>): readonly FieldChange[] =>
    changesBetween(current.kind, before, after, nameOf);
  return all.map((version, index) => {
    const before = all[index + 1];
    const isNext = before !== undefined && before.revision === version.revision - 1;
    return {
      revision: version.revision,
      savedAt: version.savedAt,
      value: version.value,
      isNow: index === 0,
      changes: isNext ? compare(before.value, version.value) : null,
      isSameAsNow: index > 0 && compare(version.value, current.value).length === 0,
    };
  });
}

/** "Role, Hours a week and Note" */
export function changedLabels(changes: readonly FieldChange[]): string {
  const labels = changes.map(({ label }) => label);
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} and ${last}`;
}
