/** How far the taking back of an import came, in words. */
import type { BroughtIn } from '@shared/import/runs';
import { extractTargets } from '@shared/import/targets/all';
import type { TakenBack } from '@shared/records/import-run/import-run';
import { isKindName, recordKinds } from '@shared/records/registry';
import { countOf } from './import-words';

interface Words {
  readonly one: string;
  readonly many: string;
}

/** What an import brought, as its target calls it; of a target that a later version wrote, as the kind does. */
export function broughtWords({ target, of }: Pick<BroughtIn, 'target' | 'of'>): Words {
  const known = extractTargets.find(({ id }) => id === target);
  if (known !== undefined) return known.label;
  return isKindName(of) ? recordKinds[of].label : { one: 'record', many: 'records' };
}

const stays = (count: number): string => (count === 1 ? 'stays' : 'stay');

export function wentBack({ removed, returned }: TakenBack): number {
  return removed + returned;
}

/** Everything that the import left in the vault and that did not go back. */
export function stayed({ changedSince, neededByOthers, tooOld }: TakenBack): number {
  return changedSince + neededByOthers + tooOld;
}

/** One sentence for each reason; empty when nothing stayed. */
export function stayedSentences(takenBack: TakenBack, words: Words): readonly string[] {
  const { changedSince, neededByOthers, tooOld, gone, left } = takenBack;
  const stopped = left - neededByOthers;
  return [
    changedSince > 0 && `${countOf(changedSince, words)} ${stays(changedSince)}: changed since the import.`,
    neededByOthers > 0 &&
      `${countOf(neededByOthers, words)} ${stays(neededByOthers)}: other records are about them. Take those back first.`,
    tooOld > 0 &&
      `${countOf(tooOld, words)} ${stays(tooOld)}: what was there before is kept for 30 days only.`,
    gone > 0 && `${countOf(gone, words)} had been deleted meanwhile.`,
    stopped > 0 &&
      `${countOf(stopped, words)} ${stopped === 1 ? 'is' : 'are'} still as the import left ${stopped === 1 ? 'it' : 'them'}.`,
  ].filter((sentence) => sentence !== false);
}

/** "40 people were taken back. 1 person stays: somebody changed it since." */
export function takenBackText(takenBack: TakenBack, words: Words): string {
  const went = wentBack(takenBack);
  const first =
    went === 0
      ? 'Nothing was taken back.'
      : `${countOf(went, words)} ${went === 1 ? 'was' : 'were'} taken back.`;
  return [first, ...stayedSentences(takenBack, words)].join(' ');
}
