/** Quiet questions about a figure that holds by itself, but may be a slip. They hold nothing up. */
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import { median } from '@shared/statistics/descriptive';
import { handText, type HandField, type HandValues } from './hand-sheets';

export type ValuesOfMonth = (month: LocalMonth) => HandValues | null;

const monthsBack = 12;
/** With fewer there is no usual figure to be far from. */
const fewestKnown = 3;
/** Four times one leaver is no slip of the keyboard. */
const smallestGap = 5;

/** Of the 12 months before; null: too few are known. */
export function usualFigure(month: LocalMonth, field: HandField, valuesOf: ValuesOfMonth): number | null {
  const known: number[] = [];
  for (let back = 1; back <= monthsBack; back += 1) {
    const value = valuesOf(addMonthsToMonth(month, -back))?.[field] ?? null;
    if (value !== null) known.push(value);
  }
  return known.length < fewestKnown ? null : median(known);
}

function isFar(value: number, usual: number): boolean {
  return Math.abs(value - usual) >= smallestGap && (value > usual * 3 || value < usual / 3);
}

const rounded = (value: number): string => handText(Math.round(value * 10) / 10);

/** Null: nothing to ask. */
export function handCheck(month: LocalMonth, field: HandField, valuesOf: ValuesOfMonth): string | null {
  const values = valuesOf(month);
  const value = values?.[field] ?? null;
  if (values === null || value === null) return null;
  const usual = usualFigure(month, field, valuesOf);
  if (usual !== null && isFar(value, usual))
    return `Check: ${handText(value)} is far from ${rounded(usual)}, the middle of the 12 months before.`;
  if (field !== 'headcount') return null;
  const before = valuesOf(addMonthsToMonth(month, -1))?.headcount ?? null;
  const { starters = null, leavers = null } = values;
  if (before === null || starters === null || leavers === null) return null;
  const expected = before + starters - leavers;
  return expected === value
    ? null
    : `Check: ${handText(before)} the month before, ${handText(starters)} started and ${handText(leavers)} left. That makes ${handText(expected)}.`;
}
