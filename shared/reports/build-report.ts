/** Records and a choice → the draft of a report: its blocks, and every figure for the disclosure engine. */
import type { EarlierRelease, ReleaseTable } from '@shared/disclosure/release-figures';
import { addMonthsToMonth, firstDayOf, lastDayOf, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { isInPost } from '@shared/supervision/coverage';
import type { BlockInput, SummaryPeople } from './blocks/block-input';
import { eventTables, supervisionTable, wellbeingTables } from './blocks/care-blocks';
import { leavingTable } from './blocks/leaving-block';
import { addPopulations, inPostTable, teamsTable } from './blocks/people-block';
import { readinessTables } from './blocks/readiness-block';
import { reasonsTable, sicknessTable } from './blocks/sickness-block';
import {
  actionsTable,
  caseloadTable,
  outsideTable,
  policiesTable,
  practiceTable,
  vacanciesTable,
} from './blocks/work-blocks';
import type { DraftBlock, DraftPart } from './draft';
import { createFigureBook } from './figures/figure-book';
import type { MonthSpan } from './figures/keys';
import { blockTitles, type BlockId } from './report-kinds';
import type { ChosenBlock, ReportChoice, ReportLimits, ReportRecords } from './report-input';

export interface ReportDraft {
  readonly choice: ReportChoice;
  readonly serviceName: string;
  readonly periodStart: LocalDate;
  readonly blocks: readonly DraftBlock[];
  readonly figures: ReleaseTable;
}

/** The quarter ends that a report may be made for, newest first. */
export function quarterEnds(asOf: LocalDate, count: number): LocalDate[] {
  const ends: LocalDate[] = [];
  for (let month = monthOf(asOf); ends.length < count; month = addMonthsToMonth(month, -1)) {
    const last = lastDayOf(month);
    if (Number(month.slice(5)) % 3 === 0 && last <= asOf) ends.push(last);
  }
  return ends;
}

export function spanOf({ periodEnd, months }: Pick<ReportChoice, 'periodEnd' | 'months'>): MonthSpan {
  const to = monthOf(periodEnd);
  return { from: addMonthsToMonth(to, 1 - months), to };
}

function quartersOf({ from }: MonthSpan, months: number): MonthSpan[] {
  return Array.from({ length: months / 3 }, (_quarter, index) => ({
    from: addMonthsToMonth(from, 3 * index),
    to: addMonthsToMonth(from, 3 * index + 2),
  }));
}

/**
 * With 1 to 4 volunteers they are left out of every table, and so are none: otherwise "everyone" less the paid people,
 * which turnover gives away, would tell how few they are.
 */
function summaryPeople(records: ReportRecords, periodEnd: LocalDate, minimum: number): SummaryPeople {
  const inPost = records.people.filter(({ value }) => isInPost(value, periodEnd));
  const volunteers = inPost.filter(({ value }) => value.engagement === 'volunteer').length;
  const countsVolunteers = volunteers >= minimum;
  return {
    inPost,
    counted: countsVolunteers ? inPost : inPost.filter(({ value }) => value.engagement !== 'volunteer'),
    countsVolunteers,
    note: countsVolunteers
      ? 'Volunteers are counted.'
      : 'Volunteers are left out: there are none, or only a few.',
  };
}

const listed = (part: DraftPart | null): DraftPart[] => (part === null ? [] : [part]);

const builders: Readonly<
  Record<
    Exclude<BlockId, 'headlines' | 'own-words'>,
    (input: BlockInput, chosen: ChosenBlock) => readonly DraftPart[]
  >
> = {
  people: (input) => [inPostTable(input)],
  teams: (input) => listed(teamsTable(input)),
  leaving: (input) => [leavingTable(input)],
  sickness: (input, { hours }) => [sicknessTable(input, hours ?? null)],
  'sickness-reasons': (input) => [reasonsTable(input)],
  supervision: (input) => [supervisionTable(input)],
  wellbeing: wellbeingTables,
  events: eventTables,
  caseload: (input) => [caseloadTable(input)],
  vacancies: (input) => [vacanciesTable(input)],
  'practice-time': (input) => [practiceTable(input)],
  actions: (input) => [actionsTable(input)],
  policies: (input) => [policiesTable(input)],
  outside: (input) => [outsideTable(input)],
  readiness: readinessTables,
};

function buildBlock(input: BlockInput, chosen: ChosenBlock): DraftBlock {
  const { key, block, heading, words } = chosen;
  const head = { id: key, title: heading ?? blockTitles[block] };
  if (block === 'headlines') return { ...head, parts: [] };
  if (block === 'own-words') {
    const isReady = words !== undefined && words.confirmedOn !== null && words.result.trim() !== '';
    const paragraphs = isReady ? words.result.split(/\n{2,}/u).map((each) => each.trim()) : [];
    return { ...head, parts: paragraphs.length === 0 ? [] : [{ kind: 'text', paragraphs }] };
  }
  return { ...head, parts: builders[block](input, chosen) };
}

export function buildReport(
  records: ReportRecords,
  choice: ReportChoice,
  limits: ReportLimits,
  history: readonly EarlierRelease[],
): ReportDraft {
  const span = spanOf(choice);
  const book = createFigureBook();
  const people = summaryPeople(records, choice.periodEnd, limits.minimumCellSize);
  const input: BlockInput = {
    records,
    choice,
    limits,
    people,
    span,
    periodStart: firstDayOf(span.from),
    quarters: quartersOf(span, choice.months),
    book,
    givenKeys: new Set(history.flatMap(({ shownKeys }) => shownKeys)),
  };
  const blocks = choice.blocks.map((chosen) => buildBlock(input, chosen));
  if (book.table().figures.length > 0) addPopulations(input);
  const leftOut = new Set(choice.leftOut);
  const { figures, sums } = book.table();
  return {
    choice,
    serviceName: records.service.name,
    periodStart: input.periodStart,
    blocks,
    figures: {
      // Left out by the person: as hidden as what the rules hide.
      figures: figures.map((each) => (leftOut.has(each.key) ? { ...each, isPublished: false } : each)),
      sums,
    },
  };
}
