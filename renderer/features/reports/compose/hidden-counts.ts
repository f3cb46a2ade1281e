import type { HiddenFigure } from '@shared/reports/decide';

export function countOf<T>(items: readonly T[], holds: (item: T) => boolean): string {
  return numbersWords(items.filter(holds).length);
}

export function numbersWords(count: number): string {
  return count === 1 ? '1 number' : `${count} numbers`;
}

export function hiddenCountWords(hidden: readonly HiddenFigure[]): string {
  if (hidden.length === 0) return 'No number had to be hidden.';
  return hidden.length === 1
    ? 'One number is hidden to protect people.'
    : `${hidden.length} numbers are hidden to protect people.`;
}
