/**
 * The attack on means: a mean times its people is a sum, known to within the rounding. Sums of groups are taken from
 * the sum of all, and what is left is about those whose mean nobody was shown.
 */
import type { Published } from './publish';
import { scoreMost } from './service';
import type { Mean, Sheet } from './sheet';

export const fewestForMean = 8;

export interface DerivedMean {
  readonly key: string;
  readonly people: number;
  /** The mean lies between these, on a scale from 0 to scoreMost. */
  readonly least: number;
  readonly most: number;
}

/** How many people there are in each group is taken to be known. */
export function deriveMeans(sheet: Sheet, published: Published): DerivedMean[] {
  const peopleOf = ({ people }: Mean): number => sheet.figures.get(people)!.value;
  const half = (mean: Mean): number => 0.05 * peopleOf(mean);
  const totalShown = (mean: Mean): number =>
    (Math.round((10 * mean.total) / peopleOf(mean)) / 10) * peopleOf(mean);
  const shown = sheet.means.filter(({ key }) => published.has(key));
  return shown.flatMap((whole): DerivedMean[] => {
    const parts = shown.filter(
      (part) =>
        part !== whole &&
        part.measure === whole.measure &&
        part.groups.length < whole.groups.length &&
        part.groups.every((group) => whole.groups.includes(group)),
    );
    // Groups of one table do not overlap, so that all of them, or any of them, may be taken away together.
    const choices = Array.from({ length: 2 ** parts.length }, (_, bits) =>
      parts.filter((_part, index) => (bits & (1 << index)) !== 0),
    );
    return choices.flatMap((taken) => {
      const people = peopleOf(whole) - taken.reduce((sum, part) => sum + peopleOf(part), 0);
      if (people <= 0 || people >= fewestForMean) return [];
      const left = totalShown(whole) - taken.reduce((sum, part) => sum + totalShown(part), 0);
      const doubt = half(whole) + taken.reduce((sum, part) => sum + half(part), 0);
      const least = Math.max(0, (left - doubt) / people);
      const most = Math.min(scoreMost, (left + doubt) / people);
      const key = `${whole.key} less ${taken.map((part) => part.key).join(', ') || 'nothing'}`;
      return most - least < scoreMost / 2 ? [{ key, people, least, most }] : [];
    });
  });
}
