/** Between the form of a check, as typed, and its record. Pure. */
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  spaceCheckSchema,
  type CheckItemAnswer,
  type SpaceCheck,
} from '@shared/records/space-check/space-check';
import {
  checkAnswers,
  checkItemIds,
  partsFor,
  type CheckGroup,
  type CheckItemId,
} from '@shared/spaces/check-items';
import { formReader } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

/**
 * `answer.room`, `note.room`, `owner.room`, and so on for each question, beside the four that every check has. All are
 * texts: a draft holds nothing else.
 */
export type CheckFields = Record<string, string>;

export const answerKey = (id: CheckItemId): string => `answer.${id}`;
export const noteKey = (id: CheckItemId): string => `note.${id}`;
export const ownerKey = (id: CheckItemId): string => `owner.${id}`;

function blank(siteId: RecordId, answeredBy: CheckGroup): CheckFields {
  return {
    siteId,
    answeredBy,
    on: '',
    answered: '',
    ...Object.fromEntries(
      checkItemIds.flatMap((id) => [
        [answerKey(id), ''],
        [noteKey(id), ''],
        [ownerKey(id), ''],
      ]),
    ),
  };
}

export function emptyCheck(siteId: RecordId, answeredBy: CheckGroup, today: LocalDate): CheckFields {
  return { ...blank(siteId, answeredBy), on: formatDate(today) };
}

export function fieldsOfCheck(check: SpaceCheck): CheckFields {
  const items = Object.entries(check.items) as [CheckItemId, CheckItemAnswer][];
  return {
    ...blank(check.siteId, check.answeredBy),
    on: formatDate(check.on),
    answered: String(check.answered),
    ...Object.fromEntries(
      items.flatMap(([id, { answer, note, ownerRole }]) => [
        [answerKey(id), answer],
        [noteKey(id), note],
        [ownerKey(id), ownerRole],
      ]),
    ),
  };
}

/** Only what is missing has a note and somebody who sees to it. */
export const asksMore = (answer: string): boolean => answer === 'partly' || answer === 'no';

export function answeredCount(
  fields: CheckFields,
  group: CheckGroup,
): { readonly done: number; readonly of: number } {
  const items = partsFor(group).flatMap((part) => part.items);
  return { done: items.filter(({ id }) => (fields[answerKey(id)] ?? '') !== '').length, of: items.length };
}

export interface CheckReading {
  readonly check: SpaceCheck | null;
  readonly problems: readonly FormProblem[];
}

export function readCheck(
  fields: CheckFields,
  siteId: RecordId,
  answeredBy: CheckGroup,
  today: LocalDate,
): CheckReading {
  const read = formReader(today);
  const on = read.day('on', fields['on'] ?? '', 'Say on which day it was checked');
  if (on !== null && on > today) read.wrong('on', 'This day is still to come');
  const typed = (fields['answered'] ?? '').trim();
  const answered = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (answered < 1 || answered > 500)
    read.wrong('answered', 'Enter how many people agreed on the answers, such as 6');
  const items = partsFor(answeredBy)
    .flatMap((part) => part.items)
    .flatMap(({ id }): [CheckItemId, CheckItemAnswer][] => {
      const answer = checkAnswers.find((each) => each === fields[answerKey(id)]);
      if (answer === undefined) return [];
      const more = asksMore(answer);
      return [
        [
          id,
          {
            answer,
            note: more ? (fields[noteKey(id)] ?? '') : '',
            ownerRole: more ? (fields[ownerKey(id)] ?? '') : '',
          },
        ],
      ];
    });
  if (items.length === 0) read.wrong(answerKey(firstItem(answeredBy)), 'Answer at least one question');
  if (read.problems.length > 0 || on === null) return { check: null, problems: read.problems };
  const found = spaceCheckSchema.safeParse({
    siteId,
    on,
    answeredBy,
    answered,
    items: Object.fromEntries(items),
  });
  if (found.success) return { check: found.data, problems: [] };
  return {
    check: null,
    problems: found.error.issues.map(({ path, message }) => ({ field: fieldAt(path), message })),
  };
}

function firstItem(group: CheckGroup): CheckItemId {
  return partsFor(group)[0]?.items[0]?.id ?? checkItemIds[0];
}

/** `items.room.note` stands in the box `note.room`. */
function fieldAt([head, id, part]: readonly PropertyKey[]): string {
  if (head !== 'items') return String(head ?? '');
  return `${part === 'ownerRole' ? 'owner' : String(part)}.${String(id)}`;
}
