/**
 * Days lost to sickness, month by month, in whole tenths as reports have them, so that three months are the quarter of a
 * report to the tenth. Days available are whole WTE times the days of the month: finer ones would tell one person's hours.
 */
import { suppressMean, suppressSum } from '@shared/disclosure/statistic';
import {
  addMonthsToMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  type LocalMonth,
} from '@shared/kernel/local-date';
import { figureKey, paid, periodOf, type MonthSpan } from '@shared/reports/figures/keys';
import { sicknessRateByFteDays, type AbsenceSpell, type PostAtWork } from '@shared/statistics/absence';
import { firstAbsenceMonth } from '@shared/workforce/workforce-inputs';
import { wteOfPerson } from '@shared/workforce/wte';
import {
  monthsOf,
  oneMonth,
  quarterOf,
  quartersWithin,
  type BundleInput,
  type BundleSheet,
} from './bundle-input';
import { headcountKey } from './staff-figures';

const inTenths = (days: number): number => Math.round(days * 10);

function paidPosts({ records, to }: BundleInput): PostAtWork[] {
  const basis = { fullTimeWeeks: records.service.fullTimeWeeks, asOf: lastDayOf(to) };
  return records.people.flatMap(({ id, value }) => {
    const wte = value.engagement === 'volunteer' ? null : wteOfPerson(value, basis);
    if (wte === null) return [];
    return [...value.earlierSpells, value].map(({ startDate, lastDay }) => ({
      id,
      wte,
      start: startDate,
      end: lastDay,
    }));
  });
}

interface Found {
  readonly lost: number;
  readonly available: number;
  readonly people: number;
  readonly contributions: readonly number[];
}

function lostIn(posts: readonly PostAtWork[], spells: readonly AbsenceSpell[], span: MonthSpan): Found {
  const from = firstDayOf(span.from);
  const to = lastDayOf(span.to);
  const found = sicknessRateByFteDays({ posts, spells, from, to });
  const wteById = new Map<string, number>(posts.map(({ id, wte }) => [id, wte]));
  const lostById = new Map<string, number>();
  for (const { person, daysInWindow } of found.episodes)
    lostById.set(person, (lostById.get(person) ?? 0) + daysInWindow * (wteById.get(person) ?? 0));
  const here = posts.filter(({ start, end }) => start <= to && (end === null || end >= from));
  return {
    lost: found.fteDaysLost,
    available: found.fteDaysAvailable,
    people: new Set(here.map(({ id }) => id)).size,
    contributions: [...lostById.values()],
  };
}

const lostKey = (span: MonthSpan): string => figureKey('sick-days', periodOf(span), paid);

export function addSickness(sheet: BundleSheet): void {
  const { input, book } = sheet;
  const { records, limits } = input;
  const posts = paidPosts(input);
  const spells = records.absences.map(({ value }) => ({
    person: value.personId,
    start: value.firstDay,
    end: value.lastDay,
  }));
  const knownFrom = firstAbsenceMonth(records.absences);
  const rows = new Map(records.rows.map((row) => [row.month, row]));
  const done = new Set<LocalMonth>();
  const addLost = (span: MonthSpan, found: Found, value: number, isPublished: boolean): string => {
    const isKnown = knownFrom !== null && knownFrom <= span.from;
    const own = suppressSum({ people: found.people, contributions: found.contributions, limits });
    return book.add(lostKey(span), value, {
      hidesZero: true,
      isPublished,
      // Absence begins to be known with its first record: before it there is no figure, which is not "no sickness".
      reason: isKnown ? own : 'not-enough-data',
      mostOfOne: inTenths(Math.max(0, ...found.contributions)),
    });
  };
  for (const month of monthsOf(input)) {
    const isHere = rows.get(month)?.source.staff === 'records';
    if (!isHere) {
      for (const measure of ['sickness-days-lost', 'sickness-days-available', 'sickness-rate'])
        sheet.row({ month, measure, key: null });
      continue;
    }
    done.add(month);
    // What the quarter holds up to here, less what it held before: rounded by themselves months would not add up.
    const { from } = quarterOf(month);
    const before = { from, to: addMonthsToMonth(month, -1) };
    const lostBefore = before.to < from ? 0 : inTenths(lostIn(posts, spells, before).lost);
    const lost = inTenths(lostIn(posts, spells, { from, to: month }).lost) - lostBefore;
    const found = lostIn(posts, spells, oneMonth(month));
    addMonth(sheet, month, { ...found, lost }, addLost(oneMonth(month), found, lost, true));
  }
  for (const quarter of quartersWithin(done)) {
    const found = lostIn(posts, spells, quarter);
    // A report is of the quarter, or of quarters together.
    book.sum(
      addLost(quarter, found, inTenths(found.lost), false),
      monthsBetween(quarter.from, quarter.to).map((month) => lostKey(oneMonth(month))),
    );
  }
}

function addMonth(
  { input: { limits }, book, row: put }: BundleSheet,
  month: LocalMonth,
  found: Pick<Found, 'lost' | 'available' | 'people'>,
  lost: string,
): void {
  const period = periodOf(oneMonth(month));
  const days = daysBetween(firstDayOf(month), lastDayOf(month)) + 1;
  const wholeDays = Math.round(found.available / days) * days;
  const behind = { kind: 'statistic', madeOf: [headcountKey(month)] } as const;
  const available = book.add(figureKey('whole-days-available', period, paid), wholeDays, {
    ...behind,
    // Of its own rule alone: that days were lost by too few people must not show beside it.
    reason: suppressMean(found.people, limits),
  });
  const rate = wholeDays === 0 ? 0 : Number(((10 * found.lost) / wholeDays).toFixed(1));
  const rateKey = book.add(figureKey('sickness-rate-whole-days', period, paid), rate, {
    ...behind,
    reason: wholeDays === 0 ? 'not-enough-data' : book.reasonOf(lost),
    madeOf: [lost, headcountKey(month)],
  });
  put({ month, measure: 'sickness-days-lost', key: lost, behind: 'statistic', over: 10 });
  put({ month, measure: 'sickness-days-available', key: available, behind: 'statistic' });
  put({ month, measure: 'sickness-rate', key: rateKey, behind: 'statistic' });
}
