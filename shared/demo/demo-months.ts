/** The three years of the made-up service. */
import { monthsBetween, type LocalMonth } from '@shared/kernel/local-date';

export const demoMonths = monthsBetween('2023-04' as LocalMonth, '2026-03' as LocalMonth);
