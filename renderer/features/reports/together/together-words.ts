/** Words of Services together. */
import type { Fate } from '@shared/bundle/received';
import type { FileProblem } from './read-bundles';

export const problemWords = {
  unreadable: 'It could not be opened. Copy the file to this laptop, then try again.',
  'too-large': 'It is too large for a bundle.',
  'not-a-bundle': 'It is no bundle of Steading.',
  'newer-version': 'It was made by a newer Steading. Update this one to read it.',
  'not-as-described': 'Something in it is not as a bundle has it. Ask the service for it again.',
  'shows-small-number':
    'It shows a number about too few people, so nothing of it was taken in. Tell the service.',
  'signature-wrong': 'It was changed after the service signed it. Ask the service for it again.',
} as const satisfies Record<FileProblem, string>;

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;

export function takenTitle(taken: number, refused: number): string {
  if (taken === 0) return 'No bundle was taken in';
  const words = `${counted(taken, 'bundle', 'bundles')} taken in`;
  return refused === 0 ? words : `${words}, ${refused.toLocaleString('en-GB')} not`;
}

/** What became of the ones that are in order; the ones that were simply added are in the title. */
export function fateLines(fates: readonly Fate[]): string[] {
  const count = (fate: Fate): number => fates.filter((each) => each === fate).length;
  const lines: readonly (readonly [number, string])[] = [
    [count('replaced'), 'took the place of an earlier edition of the same period.'],
    [count('older'), 'left out: a newer edition of the same period is here.'],
    [count('here-already'), 'left out: here already.'],
  ];
  return lines.flatMap(([number, words]) =>
    number === 0 ? [] : [`${number.toLocaleString('en-GB')} ${words}`],
  );
}

export function servicesWords(services: number): string {
  return counted(services, 'service', 'services');
}
