/**
 * Days (or typed hours) lost to sickness over those available. What a quarter holds is known to the engine, so that two
 * reports a quarter apart cannot be taken from each other. Days and hours are counted in whole tenths.
 */
import { suppressSum } from '@shared/disclosure/statistic';
import type { HiddenReason } from '@shared/disclosure/thresholds';
import { firstDayOf, lastDayOf, monthsBetween } from '@shared/kernel/local-date';
import { sicknessRateByFteDays, type AbsenceSpell, type PostAtWork } from '@shared/statistics/absence';
import type { FigureRow } from '@shared/workforce/figure-row';
import { firstAbsenceMonth } from '@shared/workforce/workforce-inputs';
import { wteOfPerson } from '@shared/workforce/wte';
import { asWritten, figure, noData, type DraftTable } from '../draft';
import { figureKey, groupOf, paid, periodOf, type MonthSpan } from '../figures/keys';
import type { HoursStatement } from '../report-input';
import type { BlockInput } from './block-input';
import { listTable } from './list-table';

const inTenths = (value: number): number => Math.round(value * 10);

interface Lost {
  /** Tenths. */
  readonly lost: number;
  readonly available: number;
  readonly mostOfOne: number;
  readonly reason: HiddenReason | null;
}

function paidPosts({ records, choice }: BlockInput): PostAtWork[] {
  const basis = { fullTimeWeeks: records.service.fullTimeWeeks, asOf: choice.periodEnd };
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

function lostIn(
  { limits }: BlockInput,
  posts: readonly PostAtWork[],
  spells: readonly AbsenceSpell[],
  span: MonthSpan,
): Lost {
  const from = firstDayOf(span.from);
  const to = lastDayOf(span.to);
  const found = sicknessRateByFteDays({ posts, spells, from, to });
  const wteById = new Map<string, number>(posts.map(({ id, wte }) => [id, wte]));
  const lostById = new Map<string, number>();
  for (const { person, daysInWindow } of found.episodes)
    lostById.set(person, (lostById.get(person) ?? 0) + daysInWindow * (wteById.get(person) ?? 0));
  const people = new Set(
    posts.filter(({ start, end }) => start <= to && (end === null || end >= from)).map(({ id }) => id),
  ).size;
  const contributions = [...lostById.values()];
  return {
    lost: inTenths(found.fteDaysLost),
    available: inTenths(found.fteDaysAvailable),
    mostOfOne: inTenths(Math.max(0, ...contributions)),
    reason: suppressSum({ people, contributions, limits }),
  };
}

const head = {
  kind: 'table',
  id: 'sickness',
  title: 'Away from work through sickness',
  columns: ['Measure', 'Figure'],
} as const;

function sicknessRows(input: BlockInput, unit: 'days' | 'hours', found: Lost): DraftTable['rows'] {
  const { book, span } = input;
  const period = periodOf(span);
  const shared = { reason: found.reason, mostOfOne: found.mostOfOne };
  const lost = book.add(figureKey(`sick-${unit}`, period, paid), found.lost, { ...shared, hidesZero: true });
  const available = book.add(figureKey(`${unit}-available`, period, paid), found.available);
  const rate = book.add(
    figureKey(`sickness-rate-${unit}`, period, paid),
    asWritten(found.available === 0 ? 0 : (100 * found.lost) / found.available, 'percent'),
    {
      kind: 'statistic',
      reason: found.reason,
      madeOf: [lost, available],
      ratio: { over: [lost], under: [available], times: 100 },
    },
  );
  const names =
    unit === 'days' ? ['WTE days lost', 'WTE days available'] : ['Hours lost', 'Contracted hours'];
  return [
    { key: 'lost', label: names[0] ?? '', cells: [figure(lost, 'tenths')] },
    { key: 'available', label: names[1] ?? '', cells: [figure(available, 'tenths')] },
    { key: 'rate', label: 'Sickness rate', cells: [figure(rate, 'percent')] },
  ];
}

const nothingKnown = [{ key: 'rate', label: 'Sickness rate', cells: [noData] }];

/** Hours of months typed by hand; null where any month of the period was not typed. */
export function typedHours(
  rows: readonly FigureRow[],
  span: MonthSpan,
): { lost: number; contracted: number } | null {
  const months = monthsBetween(span.from, span.to);
  const typed = months.map((month) => rows.find((row) => row.month === month)?.hand ?? null);
  let lost = 0;
  let contracted = 0;
  for (const month of typed) {
    if (month === null || month.hoursLost === null || month.hoursContracted === null) return null;
    lost += month.hoursLost;
    contracted += month.hoursContracted;
  }
  return { lost, contracted };
}

/** What the manager said of the sums stands for the records that are not there. */
function reasonOfStatement({ limits, people }: BlockInput, statement: HoursStatement): HiddenReason | null {
  const { peopleAway, nobodyAboveAThird } = statement;
  const staff = people.inPost.filter(({ value }) => value.engagement !== 'volunteer').length;
  if (staff < limits.minimumForStatistic) return 'too-few-people';
  if (peopleAway > 0 && peopleAway < limits.minimumCellSize) return 'small-count';
  const others = staff - peopleAway;
  if (others > 0 && others < limits.minimumCellSize) return 'small-complement';
  return nobodyAboveAThird ? null : 'one-person-dominates';
}

export function sicknessTable(input: BlockInput, statement: HoursStatement | null): DraftTable {
  const { book, records, span, quarters } = input;
  const hours = typedHours(records.rows, span);
  if (hours !== null) {
    const note = 'Hours lost over contracted hours, as typed month by month. Volunteers are left out.';
    // Without a word about who was away nobody can say that these hours are not one person's.
    if (statement === null) return { ...head, note, rows: nothingKnown };
    const lost = inTenths(hours.lost);
    return {
      ...head,
      note,
      rows: sicknessRows(input, 'hours', {
        lost,
        available: inTenths(hours.contracted),
        mostOfOne: Math.ceil(lost / 3),
        reason: reasonOfStatement(input, statement),
      }),
    };
  }
  const note =
    'Whole-time-equivalent days lost over days available, in calendar days. Volunteers are left out.';
  // Absence begins to be known with its first record: before it there is no figure, which is not "no sickness".
  const knownFrom = firstAbsenceMonth(records.absences);
  if (knownFrom === null || knownFrom > span.from) return { ...head, note, rows: nothingKnown };
  const posts = paidPosts(input);
  const spells = records.absences.map(({ value }) => ({
    person: value.personId,
    start: value.firstDay,
    end: value.lastDay,
  }));
  const parts = quarters.map((quarter) => ({ quarter, ...lostIn(input, posts, spells, quarter) }));
  const whole = lostIn(input, posts, spells, span);
  // The quarters add up to the whole to the tenth, which each rounded by itself would not.
  const summed = {
    ...whole,
    lost: parts.reduce((sum, { lost }) => sum + lost, 0),
    available: parts.reduce((sum, { available }) => sum + available, 0),
  };
  if (summed.available === 0) return { ...head, note, rows: nothingKnown };
  const rows = sicknessRows(input, 'days', summed);
  const unpublished = { isPublished: false } as const;
  const keys = parts.map(({ quarter, lost, available, mostOfOne, reason }) => ({
    lost: book.add(figureKey('sick-days', periodOf(quarter), paid), lost, {
      ...unpublished,
      hidesZero: true,
      mostOfOne,
      reason,
    }),
    available: book.add(figureKey('days-available', periodOf(quarter), paid), available, unpublished),
  }));
  book.sum(
    figureKey('sick-days', periodOf(span), paid),
    keys.map(({ lost }) => lost),
  );
  book.sum(
    figureKey('days-available', periodOf(span), paid),
    keys.map(({ available }) => available),
  );
  return { ...head, note, rows };
}

/** Episodes that began in the period, by the reason that was recorded: a sensitive list. */
export function reasonsTable(input: BlockInput): DraftTable {
  const { book, records, span, quarters, periodStart, choice, limits } = input;
  const isPaid = new Set<string>(
    records.people.filter(({ value }) => value.engagement !== 'volunteer').map(({ id }) => id),
  );
  const known = records.absences.filter(({ value }) => isPaid.has(value.personId));
  const begun = known.filter(
    ({ value }) => value.firstDay >= periodStart && value.firstDay <= choice.periodEnd,
  );
  // Those of other years too: that nobody was away for one of them is as much of a secret as that somebody was.
  const reasons = [...new Set(known.map(({ value }) => value.reason.trim()))].sort((left, right) =>
    left.localeCompare(right, 'en-GB'),
  );
  const byPerson = new Map<string, number>();
  for (const { value } of begun) byPerson.set(value.personId, (byPerson.get(value.personId) ?? 0) + 1);
  const mostOfOne = Math.max(1, ...byPerson.values());
  const period = periodOf(span);
  const table = listTable(
    book,
    {
      id: 'sickness-reasons',
      title: 'Reasons for sickness',
      note: `Absences that began in the period, by the reason recorded. Told only from ${limits.minimumSensitiveCellSize} absences of each reason.`,
      columns: ['Reason', 'Absences'],
    },
    { key: figureKey('episodes', period, paid), label: 'All absences' },
    reasons.map((reason) => ({
      key: figureKey('episodes', period, groupOf('reason', reason)),
      label: reason === '' ? 'No reason recorded' : reason,
      count: begun.filter(({ value }) => value.reason.trim() === reason).length,
    })),
    {
      minimum: limits.minimumSensitiveCellSize,
      kind: 'sensitive-count',
      mostOfOne,
    },
  );
  // Two reports of different lengths can be taken from each other: what a quarter holds is theirs to protect too.
  const hidden = { kind: 'sensitive-count', isPublished: false, mostOfOne } as const;
  const spans = quarters.map((quarter) => {
    const within = begun.filter(
      ({ value }) => value.firstDay >= firstDayOf(quarter.from) && value.firstDay <= lastDayOf(quarter.to),
    );
    const at = periodOf(quarter);
    const parts = reasons.map((reason) =>
      book.add(
        figureKey('episodes', at, groupOf('reason', reason)),
        within.filter(({ value }) => value.reason.trim() === reason).length,
        hidden,
      ),
    );
    const total = book.add(figureKey('episodes', at, paid), within.length, hidden);
    book.sum(total, parts);
    return { total, parts };
  });
  book.sum(
    figureKey('episodes', period, paid),
    spans.map(({ total }) => total),
  );
  reasons.forEach((reason, index) => {
    book.sum(
      figureKey('episodes', period, groupOf('reason', reason)),
      spans.flatMap(({ parts }) => parts[index] ?? []),
    );
  });
  return table;
}
