/**
 * What a reader makes of the words of a report: for each cell what it counts, as a sum of atoms, and its number. It knows
 * the captions, the rules that are printed, and nothing of how the app names its figures.
 */
import { engagementLabels, engagements } from '@shared/records/person/person';
import { addMonthsToMonth, monthOf, toLocalDate } from '@shared/kernel/local-date';
import type { PublishedTable } from '@shared/reports/published-report';
import { atom, combine, less, type Form } from '../forms';
import type { Constraint } from '../solver';
import type { GivenReport } from './publish';
import { reasonNames, teamNames } from './service';

/** Quarters are counted from the first of the history. */
const firstQuarter = toLocalDate('2023-04-01');
export const quartersInAll = 12;

/** After so many quarters from the first. */
export function quarterAt({ periodEnd }: Pick<GivenReport, 'periodEnd'>): number {
  let count = 0;
  for (let month = monthOf(firstQuarter); month <= monthOf(periodEnd); month = addMonthsToMonth(month, 3))
    count += 1;
  return count;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_each, index) => from + index);

export const joinedIn = (quarters: readonly number[]): Form =>
  combine(quarters.map((quarter) => atom(`joined:${quarter}`)));
export const leftIn = (quarters: readonly number[]): Form =>
  combine(quarters.map((quarter) => atom(`left:${quarter}`)));
/** Paid people after so many quarters. */
export const paidAt = (quarter: number): Form =>
  less(combine([atom('start'), joinedIn(range(0, quarter))]), leftIn(range(0, quarter)));
export const inPost = (quarter: number, kinds: readonly string[], teams: readonly string[]): Form =>
  combine(kinds.flatMap((kind) => teams.map((team) => atom(`post:${quarter}:${kind}:${team}`))));
export const absentFor = (quarters: readonly number[], reasons: readonly string[]): Form =>
  combine(quarters.flatMap((quarter) => reasons.map((reason) => atom(`ill:${quarter}:${reason}`))));
export const wentFrom = (quarter: number, team: string): Form => atom(`went:${quarter}:${team}`);
export const cameTo = (quarter: number, team: string): Form => atom(`came:${quarter}:${team}`);
export const eventsIn = (quarters: readonly number[]): Form =>
  combine(quarters.map((quarter) => atom(`event:${quarter}`)));

export const paidKinds = engagements.filter((kind) => kind !== 'volunteer');

interface Cell {
  readonly label: string;
  readonly text: string;
}

const cellsOf = (table: PublishedTable): Cell[] =>
  table.rows.map(({ label, cells }) => ({ label, text: cells[0] ?? '' }));

/** Null: hidden, or words. */
export function numberOf(text: string): number | null {
  return /^\d+$/u.test(text) ? Number(text) : null;
}

export function windowOf(report: GivenReport): number[] {
  const end = quarterAt(report);
  return range(end - report.months / 3, end);
}

export function readReport(report: GivenReport): Constraint[] {
  const known: Constraint[] = [];
  const end = quarterAt(report);
  const window = windowOf(report);
  const take = (form: Form, text: string, least = 0): void => {
    const shown = numberOf(text);
    if (shown !== null && (!report.isRounded || shown === 0)) known.push({ form, low: shown, high: shown });
    else if (shown !== null) known.push({ form, low: shown - 2, high: shown + 2 });
    else if (text.startsWith('fewer than')) known.push({ form, low: 0, high: 4 });
    else known.push({ form, low: least, high: Number.POSITIVE_INFINITY });
  };
  const tables = report.published.sections.flatMap(({ parts }) =>
    parts.filter((part) => part.kind === 'table'),
  );
  for (const table of tables) {
    const cells = cellsOf(table);
    const countsVolunteers = table.note.includes('Volunteers are counted');
    const kinds = countsVolunteers ? engagements : paidKinds;
    if (table.note.includes('Volunteers are'))
      known.push({
        form: inPost(end, ['volunteer'], teamNames),
        low: countsVolunteers ? 5 : 0,
        high: countsVolunteers ? Number.POSITIVE_INFINITY : 4,
      });
    const everybody = inPost(end, kinds, teamNames);
    if (table.id === 'in-post') {
      for (const { label, text } of cells) {
        const kind = engagements.find((each) => engagementLabels[each] === label);
        // Who is listed is there.
        if (kind !== undefined) take(inPost(end, [kind], teamNames), text, 1);
        else take(everybody, text);
      }
      const listed = cells.length > 1;
      for (const kind of kinds)
        if (listed && !cells.some(({ label }) => label === engagementLabels[kind]))
          known.push({ form: inPost(end, [kind], teamNames), low: 0, high: 0 });
    }
    if (table.id === 'teams') {
      const named = teamNames.filter((team) => cells.some(({ label }) => label === team));
      for (const { label, text } of cells) {
        if (named.some((team) => team === label)) take(inPost(end, kinds, [label]), text, 1);
        else if (label === 'Smaller teams together')
          take(
            inPost(
              end,
              kinds,
              teamNames.filter((team) => !named.includes(team)),
            ),
            text,
            1,
          );
        else take(everybody, text);
      }
    }
    if (table.id === 'leaving') {
      for (const { label, text } of cells) {
        if (label === 'In post at the start') take(paidAt(window[0] ?? 0), text);
        if (label === 'In post at the end') take(paidAt(end), text);
        if (label === 'Joined') take(joinedIn(window), text);
        if (label === 'Left') take(leftIn(window), text);
      }
    }
    if (table.id === 'sickness-reasons') {
      for (const { label, text } of cells) {
        const reason = reasonNames.find((each) => each === label);
        take(
          absentFor(window, reason === undefined ? reasonNames : [reason]),
          text,
          reason === undefined ? 0 : 1,
        );
      }
    }
    if (table.id === 'events') {
      cells.forEach(({ text, label }, index) => {
        const quarter = window[index];
        if (label === 'The whole period') take(eventsIn(window), text);
        else if (quarter !== undefined) take(eventsIn([quarter]), text);
      });
    }
  }
  return known;
}
