/** A check as it leaves: what somebody typed goes out to the review and comes back from it. Pure. */
import type { CheckItemAnswer, SpaceCheck } from '@shared/records/space-check/space-check';
import { checkParts, itemLabel, type CheckItemId } from '@shared/spaces/check-items';

export interface TypedPart {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

function answersOf(check: SpaceCheck): readonly (readonly [CheckItemId, CheckItemAnswer])[] {
  return checkParts
    .flatMap(({ items }) => items)
    .flatMap(({ id }) => {
      const given = check.items[id];
      return given === undefined ? [] : [[id, given] as const];
    });
}

export function typedParts(check: SpaceCheck, siteName: string): readonly TypedPart[] {
  return [
    { id: 'site', label: 'Site', text: siteName },
    ...answersOf(check).flatMap(([id, { note, ownerRole }]) =>
      [
        { id: `note ${id}`, label: itemLabel(id, check.answeredBy), text: note },
        { id: `owner ${id}`, label: `Who sees to it: ${itemLabel(id, check.answeredBy)}`, text: ownerRole },
      ].filter(({ text }) => text !== ''),
    ),
  ];
}

export interface SheetRow extends CheckItemAnswer {
  readonly id: CheckItemId;
  readonly label: string;
}

export interface SheetPart {
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

/** Drawn from other words for each typed part, and from nothing else that was typed. */
export function sheetParts(check: SpaceCheck, wordsOf: (id: string) => string): readonly SheetPart[] {
  const given = new Map(answersOf(check));
  return checkParts
    .map(({ title, items }) => ({
      title,
      rows: items.flatMap(({ id }): SheetRow[] => {
        const item = given.get(id);
        if (item === undefined) return [];
        const { answer, note, ownerRole } = item;
        return [
          {
            id,
            label: itemLabel(id, check.answeredBy),
            answer,
            note: note === '' ? '' : wordsOf(`note ${id}`),
            ownerRole: ownerRole === '' ? '' : wordsOf(`owner ${id}`),
          },
        ];
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}
