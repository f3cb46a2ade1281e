/**
 * Names of figures for the ledger: `measure|period|group`. The same name is the same figure in every report, so that a
 * report can be audited with all that were given out before. Names stay in the vault.
 */
import type { LocalDate, LocalMonth } from '@shared/kernel/local-date';

export const periodAt = (day: LocalDate): string => `at:${day}`;
/** Whole months, both ends included. */
export const periodOf = ({ from, to }: MonthSpan): string => `${from}..${to}`;

export interface MonthSpan {
  readonly from: LocalMonth;
  readonly to: LocalMonth;
}

export const everyone = 'everyone';
export const paid = 'paid';
export const groupOf = (kind: 'engagement' | 'team' | 'reason' | 'event', name: string): string =>
  `${kind}=${name}`;
export const bothOf = (...groups: readonly string[]): string => [...groups].sort().join('&');

export function figureKey(measure: string, period: string, group: string = everyone): string {
  return `${measure}|${period}|${group}`;
}
