/** What an import did, put together from its parts, and what can be taken back of it now. Pure. */
import type { RecordId } from '@shared/kernel/ids';
import type { ImportRun, TakenBack } from '@shared/records/import-run/import-run';
import type { WrittenRecord } from '@shared/records/import-run/written';

export type RunOutline = Omit<ImportRun, 'written'>;

export interface BroughtIn {
  readonly runId: RecordId;
  readonly target: string;
  readonly of: string;
  readonly at: number;
  readonly fileName: string;
  readonly created: number;
  readonly changed: number;
  readonly leftOut: number;
  readonly takenBack: TakenBack | null;
}

/** One line an import, the newest first, however many commits it went in. */
export function importsOf(runs: readonly { readonly value: RunOutline }[]): readonly BroughtIn[] {
  const byRun = new Map<RecordId, RunOutline[]>();
  for (const { value } of runs) {
    const parts = byRun.get(value.runId);
    if (parts === undefined) byRun.set(value.runId, [value]);
    else parts.push(value);
  }
  return [...byRun.values()]
    .flatMap((unordered): BroughtIn[] => {
      const parts = unordered.toSorted((left, right) => left.part - right.part);
      const [first] = parts;
      if (first === undefined) return [];
      const { runId, target, of, at, fileName, takenBack } = first;
      const sum = (count: (part: RunOutline) => number): number =>
        parts.reduce((total, part) => total + count(part), 0);
      return [
        {
          runId,
          target,
          of,
          at,
          fileName,
          created: sum((part) => part.created),
          changed: sum((part) => part.changed),
          leftOut: parts.at(-1)?.leftOut ?? 0,
          takenBack,
        },
      ];
    })
    .sort((left, right) => right.at - left.at);
}

/** A record that two parts wrote goes back to what it was before the first, unless somebody changed it between. */
export function joinWritten(parts: readonly (readonly WrittenRecord[])[]): readonly WrittenRecord[] {
  const joined = new Map<RecordId, WrittenRecord>();
  for (const part of parts) {
    for (const record of part) {
      const earlier = joined.get(record.id);
      const base = earlier !== undefined && earlier.revision === record.base ? earlier.base : record.base;
      joined.set(record.id, { ...record, base });
    }
  }
  return [...joined.values()];
}

export interface TakeBackPlan {
  readonly toRemove: readonly WrittenRecord[];
  /** Go back to the version of their `base`, as far as it is still kept. */
  readonly toReturn: readonly WrittenRecord[];
  readonly changedSince: number;
  /** New people that other records are about by now: without them those would be about nobody. */
  readonly neededByOthers: readonly WrittenRecord[];
  readonly gone: number;
}

export function planTakeBack(
  written: readonly WrittenRecord[],
  /** As they stand now. */
  revisions: ReadonlyMap<RecordId, number>,
  needed: ReadonlySet<RecordId>,
): TakeBackPlan {
  const toRemove: WrittenRecord[] = [];
  const toReturn: WrittenRecord[] = [];
  const neededByOthers: WrittenRecord[] = [];
  let changedSince = 0;
  let gone = 0;
  for (const record of written) {
    const revision = revisions.get(record.id);
    if (revision === undefined) gone += 1;
    else if (revision !== record.revision) changedSince += 1;
    else if (record.base > 0) toReturn.push(record);
    else if (needed.has(record.id)) neededByOthers.push(record);
    else toRemove.push(record);
  }
  return { toRemove, toReturn, changedSince, neededByOthers, gone };
}

/** Something may still go back: it was never tried, stopped on the way, or people were still needed then. */
export function canTakeBack({ created, changed, takenBack }: BroughtIn): boolean {
  return created + changed > 0 && (takenBack === null || takenBack.left > 0);
}
