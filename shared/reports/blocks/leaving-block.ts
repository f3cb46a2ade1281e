/**
 * People who came and who left. Opening + joiners = closing + leavers holds in every quarter and in the whole, so all
 * four stand in the table: whoever reads the turnover knows the rest anyway, and then the engine knows it too.
 */
import { suppressProportion } from '@shared/disclosure/statistic';
import type { HiddenReason } from '@shared/disclosure/thresholds';
import { addDays, firstDayOf, lastDayOf } from '@shared/kernel/local-date';
import { turnover, type StaffRow } from '@shared/statistics/turnover';
import { fullTimeHoursFor } from '@shared/workforce/wte';
import { asWritten, figure, noData, type DraftTable } from '../draft';
import { figureKey, paid, periodAt, periodOf, type MonthSpan } from '../figures/keys';
import type { BlockInput } from './block-input';

const flow = { hidesZero: true } as const;

/** Below this many people one more or less changes the turnover by more than five points. */
const fewForTurnover = 20;

function paidStaff({ records, choice }: BlockInput): StaffRow[] {
  const basis = { fullTimeWeeks: records.service.fullTimeWeeks, asOf: choice.periodEnd };
  return records.people
    .filter(({ value }) => value.engagement !== 'volunteer')
    .flatMap(({ id, value }) => {
      const times = [...value.earlierSpells, value];
      return times.map(({ startDate, lastDay, leavingReason }) => ({
        id,
        start: startDate,
        end: lastDay,
        weeklyHours: value.weeklyHours,
        fullTimeHours: fullTimeHoursFor(value, basis),
        reason: leavingReason,
      }));
    });
}

interface SpanKeys {
  readonly opening: string;
  readonly closing: string;
  readonly joiners: string;
  readonly leavers: string;
}

/**
 * The four figures of a span, tied to each other; published or not. Who stayed, came and went by the two ends are people;
 * joiners and leavers are flows, and have those besides who came and went (or went and came back) in between.
 */
function addSpan(
  { book }: BlockInput,
  staff: readonly StaffRow[],
  span: MonthSpan,
  isPublished: boolean,
): SpanKeys {
  const from = firstDayOf(span.from);
  const to = lastDayOf(span.to);
  const found = turnover(staff, from, to);
  const period = periodOf(span);
  const cameBy = found.closingHeadcount - found.openingHeadcount + found.outflow;
  const add = (measure: string, value: number): string =>
    book.add(figureKey(measure, period, paid), value, { ...flow, isPublished: false });
  // The staff list is known to everybody who works here.
  const ends = { isPublished, isKnown: true };
  const opening = book.add(
    figureKey('in-post', periodAt(addDays(from, -1)), paid),
    found.openingHeadcount,
    ends,
  );
  const closing = book.add(figureKey('in-post', periodAt(to), paid), found.closingHeadcount, ends);
  const joiners = book.add(figureKey('joiners', period, paid), found.joiners, { ...flow, isPublished });
  const leavers = book.add(figureKey('leavers', period, paid), found.leavers, { ...flow, isPublished });
  const stayed = add('stayed', found.openingHeadcount - found.outflow);
  const came = add('came', cameBy);
  const went = add('went', found.outflow);
  const between = add('between', found.leavers - found.outflow);
  book.sum(opening, [stayed, went]);
  book.sum(closing, [stayed, came]);
  book.sum(joiners, [came, between]);
  book.sum(leavers, [went, between]);
  return { opening, closing, joiners, leavers };
}

export function leavingTable(input: BlockInput): DraftTable {
  const { book, span, quarters, limits } = input;
  const staff = paidStaff(input);
  // A staff list that never held a leaver may simply leave them out: no figure, rather than "nobody left".
  const isKnown = staff.some(({ end }) => end !== null);
  const whole = turnover(staff, firstDayOf(span.from), lastDayOf(span.to));
  const average = (whole.openingHeadcount + whole.closingHeadcount) / 2;
  const years = input.choice.months / 12;
  const head = {
    kind: 'table',
    id: 'leaving',
    title: 'People who left',
    note: noteWords(years),
    columns: ['Measure', 'Figure'],
  } as const;
  if (!isKnown || average === 0)
    return {
      ...head,
      rows: [
        { key: 'leavers', label: 'Left', cells: [noData] },
        { key: 'turnover', label: 'Turnover', cells: [noData] },
      ],
    };
  const keys = addSpan(input, staff, span, true);
  const parts = quarters.map((quarter) => addSpan(input, staff, quarter, false));
  book.sum(
    keys.joiners,
    parts.map(({ joiners }) => joiners),
  );
  book.sum(
    keys.leavers,
    parts.map(({ leavers }) => leavers),
  );
  const reason: HiddenReason | null = suppressProportion({
    numerator: whole.leavers,
    denominator: average,
    limits,
  });
  const rate = (100 * whole.leavers) / average / years;
  const turnoverKey = book.add(figureKey('turnover', periodOf(span), paid), asWritten(rate, 'percent'), {
    kind: 'statistic',
    reason,
    madeOf: [keys.leavers, keys.opening, keys.closing],
    ratio: { over: [keys.leavers], under: [keys.opening, keys.closing], times: 200 / years },
  });
  const small = {
    keys: [keys.opening, keys.closing, turnoverKey],
    text: 'A small number of people: one more or one fewer changes this turnover a lot.',
  };
  return {
    ...head,
    ...(average < fewForTurnover ? { noteWhenShown: small } : {}),
    rows: [
      { key: 'opening', label: 'In post at the start', cells: [figure(keys.opening)] },
      { key: 'joiners', label: 'Joined', cells: [figure(keys.joiners)] },
      { key: 'leavers', label: 'Left', cells: [figure(keys.leavers)] },
      { key: 'closing', label: 'In post at the end', cells: [figure(keys.closing)] },
      { key: 'turnover', label: 'Turnover', cells: [figure(turnoverKey, 'percent')] },
    ],
  };
}

function noteWords(years: number): string {
  const rule =
    years === 1
      ? 'Turnover: leavers over the average of the two headcounts, twelve months.'
      : 'Turnover: leavers of a year, on average, over the average of the two headcounts.';
  return `${rule} Paid, sessional and agency people; volunteers are left out.`;
}
