/**
 * Bank holidays of the United Kingdom, as dated tables: some are proclaimed for one year only, so no rule gives them all.
 * One table for each division of gov.uk/bank-holidays, with substitute days.
 *
 * 2024 to 2027 as published there. 2028 is reckoned by the standing rules, before it is published: Good Friday and Easter
 * Monday from Easter, the first and last Mondays, the fixed days with their substitutes. A test reckons every year again
 * by an Easter of its own, names what was proclaimed beside the rules, and fails half a year before the tables end.
 */
import { toLocalDate, type LocalDate } from './local-date';

/** In the order in which they are offered. England and Wales have one table. */
export const nations = ['scotland', 'england-and-wales', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

const inScotland =
  '2024-01-01 2024-01-02 2024-03-29 2024-05-06 2024-05-27 2024-08-05 2024-12-02 2024-12-25 2024-12-26 ' +
  '2025-01-01 2025-01-02 2025-04-18 2025-05-05 2025-05-26 2025-08-04 2025-12-01 2025-12-25 2025-12-26 ' +
  // 15 June: by royal proclamation, for 2026 alone and for Scotland alone.
  '2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-06-15 2026-08-03 2026-11-30 2026-12-25 2026-12-28 ' +
  '2027-01-01 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02 2027-11-30 2027-12-27 2027-12-28 ' +
  '2028-01-03 2028-01-04 2028-04-14 2028-05-01 2028-05-29 2028-08-07 2028-11-30 2028-12-25 2028-12-26';

const inEnglandAndWales =
  '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26 ' +
  '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26 ' +
  '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 ' +
  '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28 ' +
  '2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26';

/** Beside those of England and Wales: St Patrick's Day, and the Battle of the Boyne. */
const inNorthernIrelandAlone =
  '2024-03-18 2024-07-12 2025-03-17 2025-07-14 2026-03-17 2026-07-13 2027-03-17 2027-07-12 2028-03-17 2028-07-12';

const tables: Readonly<Record<Nation, ReadonlySet<string>>> = {
  scotland: new Set(inScotland.split(' ')),
  'england-and-wales': new Set(inEnglandAndWales.split(' ')),
  'northern-ireland': new Set(`${inEnglandAndWales} ${inNorthernIrelandAlone}`.split(' ')),
};

/** The days for which every table is complete. */
export const bankHolidaysKnown = {
  from: toLocalDate('2024-01-01'),
  to: toLocalDate('2028-12-31'),
} as const;

export function isBankHoliday(day: LocalDate, nation: Nation): boolean {
  return tables[nation].has(day);
}
