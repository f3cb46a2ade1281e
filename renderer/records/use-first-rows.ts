import { useDeferredValue } from 'react';

/** More than a screen holds, at any size of window. */
const firstRows = 40;

/**
 * Of a long list the first rows at once, and all of them a moment later: a place opens before five hundred rows are
 * drawn. Nothing is left out for good, so that find, print and a screen reader have the whole list.
 */
export function useFirstRows<T>(rows: readonly T[]): readonly T[] {
  return useDeferredValue(rows, rows.length > firstRows ? rows.slice(0, firstRows) : rows);
}
