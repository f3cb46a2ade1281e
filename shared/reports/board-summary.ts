/**
 * Records → figures → disclosure rules → the model of the anonymised summary. Everything that leaves (PDF, CSV)
 * and everything in the preview is made from this model, so no number can leave beside it. One figure a measure
 * for one period: no monthly series, whose differences would tell about single people.
 */
import type { SummaryModel, SummaryTable } from '@shared/disclosure/summary-model';
import {
  addMonthsToMonth,
  firstDayOf,
  formatMonth,
  lastDayOf,
  monthOf,
  type LocalDate,
} from '@shared/kernel/local-date';
import type { Service } from '@shared/records/service/service';
import { isInPost } from '@shared/supervision/coverage';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import type { Measures } from '@shared/wellbeing/measures';
import { minimum } from './cells';
import { eventTables } from './event-tables';
import { leavingTable, sicknessTable } from './flow-tables';
import { inPostTable, supervisionTable, teamsTable } from './people-tables';
import { wellbeingTables } from './wellbeing-tables';

export interface BoardSummaryInput {
  readonly service: Service;
  readonly people: readonly StoredRecord<'person'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
  readonly waves: readonly StoredRecord<'wellbeing-wave'>[];
  readonly plans: readonly StoredOutline<'event-plan'>[];
  /** With the service's own and what it has checked; without, the built-in ones alone. */
  readonly measures?: Measures;
  /** Last day of a quarter. The period is the twelve months that end on it. */
  readonly periodEnd: LocalDate;
  readonly withServiceName: boolean;
  /** Teams by name instead of by number: the person has looked that no label names anybody. */
  readonly withTeamNames: boolean;
}

/**
 * Who the summary is about. With 1 to 4 volunteers they are left out of every table, and so are none: otherwise
 * "everyone" less the paid people, which turnover gives away, would tell how few they are.
 */
export interface SummaryPeople {
  readonly counted: readonly StoredRecord<'person'>[];
  readonly countsVolunteers: boolean;
  readonly note: string;
}

/** The quarter ends that a summary may be made for, newest first: fixed dates keep reports from overlapping by days. */
export function quarterEnds(asOf: LocalDate, count: number): LocalDate[] {
  const ends: LocalDate[] = [];
  for (let month = monthOf(asOf); ends.length < count; month = addMonthsToMonth(month, -1)) {
    const last = lastDayOf(month);
    if (Number(month.slice(5)) % 3 === 0 && last <= asOf) ends.push(last);
  }
  return ends;
}

function summaryPeople(input: BoardSummaryInput): SummaryPeople {
  const inPost = input.people.filter(({ value }) => isInPost(value, input.periodEnd));
  const volunteers = inPost.filter(({ value }) => value.engagement === 'volunteer').length;
  const countsVolunteers = volunteers >= minimum;
  return {
    counted: countsVolunteers ? inPost : inPost.filter(({ value }) => value.engagement !== 'volunteer'),
    countsVolunteers,
    note: countsVolunteers
      ? 'Volunteers are counted.'
      : 'Volunteers are left out: there are none, or fewer than five.',
  };
}

export function boardSummary(input: BoardSummaryInput): SummaryModel {
  const periodStart = firstDayOf(addMonthsToMonth(monthOf(input.periodEnd), -11));
  const people = summaryPeople(input);
  const inPost = inPostTable(people);
  const teams = teamsTable(input, people);
  const tables = [
    inPost,
    ...(teams === null ? [] : [teams]),
    leavingTable(input, periodStart, people, inPost),
    sicknessTable(input, periodStart),
    supervisionTable(input, people),
    ...wellbeingTables(input, periodStart),
    ...eventTables(
      input.plans.map(({ value }) => value),
      input.periodEnd,
    ),
  ];
  return {
    title: 'Staff support and wellbeing summary',
    serviceName: input.withServiceName ? input.service.name : null,
    periodStart,
    periodEnd: input.periodEnd,
    sentences: headlines(tables),
    tables,
  };
}

/** Sentences made from shown cells alone: what is hidden in the table cannot be said in words. */
function headlines(tables: readonly SummaryTable[]): string[] {
  const text = (tableId: string, rowKey: string): string | null => {
    const found = tables.find(({ id }) => id === tableId)?.rows.find(({ key }) => key === rowKey)?.cells[0];
    return found?.state === 'shown' ? found.text : null;
  };
  const everyone = text('in-post', 'total');
  const turnoverRate = text('leaving', 'turnover');
  const leavers = text('leaving', 'leavers');
  const sickness = text('sickness', 'rate');
  const onTime = text('supervision', 'on-time');
  const supervised = text('supervision', 'total');
  return [
    everyone === null ? null : `${everyone} people were in post on the last day of the period.`,
    turnoverRate === null || leavers === null
      ? null
      : `${leavers} people left in twelve months, a turnover of ${turnoverRate}.`,
    sickness === null ? null : `${sickness} of the days available were lost to sickness.`,
    onTime === null || supervised === null
      ? null
      : `${onTime} of ${supervised} people had supervision on time.`,
  ].filter((sentence) => sentence !== null);
}

/** A day of the period is never finer than a month in what leaves. */
export function periodText(model: Pick<SummaryModel, 'periodStart' | 'periodEnd'>): string {
  return `${formatMonth(monthOf(model.periodStart))} to ${formatMonth(monthOf(model.periodEnd))}`;
}
