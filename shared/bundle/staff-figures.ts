/**
 * People in post, who came and who left, month by month. Opening + joiners = closing + leavers holds in every month, and
 * months add up to the quarters that reports are of: the engine is told all of it, by the names that reports use.
 */
import type { HiddenReason } from '@shared/disclosure/thresholds';
import { suppressMean } from '@shared/disclosure/statistic';
import { addDays, firstDayOf, lastDayOf, monthsBetween, type LocalMonth } from '@shared/kernel/local-date';
import {
  everyone,
  figureKey,
  groupOf,
  paid,
  periodAt,
  periodOf,
  type MonthSpan,
} from '@shared/reports/figures/keys';
import { turnover, type StaffRow } from '@shared/statistics/turnover';
import { isInPost } from '@shared/supervision/coverage';
import type { FigureRow } from '@shared/workforce/figure-row';
import { measureOf } from '@shared/workforce/measures';
import { fullTimeHoursFor } from '@shared/workforce/wte';
import { monthsOf, oneMonth, quartersWithin, type BundleInput, type BundleSheet } from './bundle-input';

const unpublished = { isPublished: false } as const;
const flow = { hidesZero: true } as const;

function paidStaff({ records, to }: BundleInput): StaffRow[] {
  const basis = { fullTimeWeeks: records.service.fullTimeWeeks, asOf: lastDayOf(to) };
  return records.people
    .filter(({ value }) => value.engagement !== 'volunteer')
    .flatMap(({ id, value }) =>
      [...value.earlierSpells, value].map(({ startDate, lastDay, leavingReason }) => ({
        id,
        start: startDate,
        end: lastDay,
        weeklyHours: value.weeklyHours,
        fullTimeHours: fullTimeHoursFor(value, basis),
        reason: leavingReason,
      })),
    );
}

export const headcountKey = (month: LocalMonth): string =>
  figureKey('in-post', periodAt(lastDayOf(month)), paid);

const flowKey = (measure: string, span: MonthSpan): string => figureKey(measure, periodOf(span), paid);

/** The figures of whole months, tied to each other; published or not. */
function addMovement(
  { book, headcounts }: BundleSheet,
  staff: readonly StaffRow[],
  span: MonthSpan,
  options: { readonly isPublished: boolean; readonly reason: HiddenReason | null },
): void {
  const from = firstDayOf(span.from);
  const to = lastDayOf(span.to);
  const found = turnover(staff, from, to);
  headcounts.set(span.to, found.closingHeadcount);
  const add = (measure: string, value: number, isPublished = false): string =>
    book.add(flowKey(measure, span), value, {
      ...flow,
      isPublished,
      ...(isPublished ? { reason: options.reason } : {}),
    });
  const opening = book.add(
    figureKey('in-post', periodAt(addDays(from, -1)), paid),
    found.openingHeadcount,
    unpublished,
  );
  const closing = book.add(headcountKey(span.to), found.closingHeadcount, {
    isPublished: options.isPublished,
  });
  const joiners = add('joiners', found.joiners, options.isPublished);
  const leavers = add('leavers', found.leavers, options.isPublished);
  const stayed = add('stayed', found.openingHeadcount - found.outflow);
  const came = add('came', found.closingHeadcount - found.openingHeadcount + found.outflow);
  const went = add('went', found.outflow);
  const between = add('between', found.leavers - found.outflow);
  book.sum(opening, [stayed, went]);
  book.sum(closing, [stayed, came]);
  book.sum(joiners, [came, between]);
  book.sum(leavers, [went, between]);
}

/** Whoever knows everyone and the paid ones knows the volunteers. Only where everyone is told by a report. */
function addVolunteers({ book, input }: BundleSheet, month: LocalMonth): void {
  const at = periodAt(lastDayOf(month));
  const all = figureKey('in-post', at, everyone);
  const inPost = input.records.people.filter(({ value }) => isInPost(value, lastDayOf(month)));
  const volunteers = inPost.filter(({ value }) => value.engagement === 'volunteer').length;
  if (volunteers < input.limits.minimumCellSize && !input.givenKeys.has(all)) return;
  book.sum(book.add(all, inPost.length, unpublished), [
    headcountKey(month),
    book.add(figureKey('in-post', at, groupOf('engagement', 'volunteer')), volunteers, {
      ...unpublished,
      ...flow,
    }),
  ]);
}

/** Of a month that was typed in: nobody can say how its flows hang together, so both are large enough or neither stands. */
function addTyped(sheet: BundleSheet, row: FigureRow): void {
  const { book, input } = sheet;
  const { month } = row;
  const [inPost, joined, left] = (['headcount', 'starters', 'leavers'] as const).map((id) =>
    measureOf(id).valueOf(row),
  );
  const least = input.limits.minimumCellSize;
  const areLarge = Math.min(joined ?? 0, left ?? 0) >= least;
  const add = (key: string, value: number | null | undefined, isFlow: boolean): string | null =>
    value == null || !Number.isInteger(value)
      ? null
      : book.add(key, value, isFlow ? { ...flow, reason: areLarge ? null : 'protects-another' } : {});
  sheet.row({ month, measure: 'headcount', key: add(headcountKey(month), inPost, false) });
  sheet.row({ month, measure: 'joiners', key: add(flowKey('joiners', oneMonth(month)), joined, true) });
  sheet.row({ month, measure: 'leavers', key: add(flowKey('leavers', oneMonth(month)), left, true) });
}

function addWte({ book, input, row: put }: BundleSheet, row: FigureRow): void {
  const { month } = row;
  const value = measureOf('wte').valueOf(row);
  const inPost = measureOf('headcount').valueOf(row);
  if (value === null || inPost === null) {
    put({ month, measure: 'wte', key: null });
    return;
  }
  const isWhole = row.source.staff !== 'records' || row.withoutHours === 0;
  const key = book.add(figureKey('whole-wte', periodAt(lastDayOf(month)), paid), Math.round(value), {
    kind: 'statistic',
    reason: isWhole ? suppressMean(inPost, input.limits) : 'not-enough-data',
    madeOf: [headcountKey(month)],
  });
  put({ month, measure: 'wte', key, behind: 'statistic' });
}

/** Rates come from the whole numbers beside them, so that they tell nothing finer. */
function addVacancies({ book, input, row: put }: BundleSheet, row: FigureRow): void {
  const { month, fundedWte, vacantWte } = row;
  const inPost = measureOf('headcount').valueOf(row);
  const measures = ['funded-wte', 'vacant-wte', 'vacancy-rate'] as const;
  if (fundedWte === null || vacantWte === null || inPost === null) {
    for (const measure of measures) put({ month, measure, key: null });
    return;
  }
  const funded = Math.round(fundedWte);
  const vacant = Math.round(vacantWte);
  // People of teams without funded posts: the rest of the WTE in post, which stands beside these.
  const rest = (measureOf('wte').valueOf(row) ?? 0) - (fundedWte - vacantWte);
  const isRestSmall = rest > 0.05 && rest < input.limits.minimumForStatistic;
  const reason =
    funded === 0
      ? 'not-enough-data'
      : (suppressMean(inPost, input.limits) ?? (isRestSmall ? 'small-complement' : null));
  const rate = funded === 0 ? 0 : Number(((100 * vacant) / funded).toFixed(1));
  const values = { 'funded-wte': funded, 'vacant-wte': vacant, 'vacancy-rate': rate };
  for (const measure of measures) {
    const key = book.add(figureKey(`whole-${measure}`, periodAt(lastDayOf(month)), paid), values[measure], {
      kind: 'statistic',
      reason,
      madeOf: [headcountKey(month)],
    });
    put({ month, measure, key, behind: 'statistic' });
  }
}

export function addStaff(sheet: BundleSheet): void {
  const { input } = sheet;
  const staff = paidStaff(input);
  const rows = new Map(input.records.rows.map((row) => [row.month, row]));
  // A staff list that never held a leaver may simply leave them out. Hidden, not "not known": that would say it.
  const reason: HiddenReason | null = staff.some(({ end }) => end !== null) ? null : 'not-enough-data';
  const ofRecords = new Set<LocalMonth>();
  for (const month of monthsOf(input)) {
    const row = rows.get(month);
    if (row === undefined || row.source.staff === 'none') {
      for (const measure of [
        'headcount',
        'joiners',
        'leavers',
        'wte',
        'funded-wte',
        'vacant-wte',
        'vacancy-rate',
      ])
        sheet.row({ month, measure, key: null });
      continue;
    }
    if (row.source.staff === 'records') {
      ofRecords.add(month);
      addMovement(sheet, staff, oneMonth(month), { isPublished: true, reason });
      addVolunteers(sheet, month);
      sheet.row({ month, measure: 'headcount', key: headcountKey(month) });
      sheet.row({ month, measure: 'joiners', key: flowKey('joiners', oneMonth(month)) });
      sheet.row({ month, measure: 'leavers', key: flowKey('leavers', oneMonth(month)) });
    } else addTyped(sheet, row);
    addWte(sheet, row);
    addVacancies(sheet, row);
  }
  addQuarters(sheet, staff, ofRecords);
}

function addQuarters(
  sheet: BundleSheet,
  staff: readonly StaffRow[],
  ofRecords: ReadonlySet<LocalMonth>,
): void {
  for (const quarter of quartersWithin(ofRecords)) {
    addMovement(sheet, staff, quarter, { isPublished: false, reason: null });
    const months = monthsBetween(quarter.from, quarter.to);
    for (const measure of ['joiners', 'leavers'])
      sheet.book.sum(
        flowKey(measure, quarter),
        months.map((month) => flowKey(measure, oneMonth(month))),
      );
  }
}
