/** The page of rows in words. */
import type { GeneralisedColumn, NothingSafe } from '@shared/disclosure/generalise';
import { leastPeople } from '@shared/disclosure/generalise';
import { formatMonth, monthOf } from '@shared/kernel/local-date';
import type { RowPeriod } from './row-people';

export function periodWords({ start, end }: RowPeriod): string {
  return `${formatMonth(monthOf(start))} to ${formatMonth(monthOf(end))}`;
}

/** How the column stands in the file. */
export function levelWords({ levelName }: GeneralisedColumn): string {
  return levelName ?? 'Left out';
}

export function reasonWords({ reason, levelName }: GeneralisedColumn, k: number): string {
  const than = levelName === null ? 'With it' : 'Finer';
  switch (reason) {
    case null:
      return 'Nothing had to be joined.';
    case 'small-groups':
      return `${than}, some groups would be smaller than ${k}.`;
    case 'too-alike':
      return `${than}, a group would give away what people in it have.`;
    case 'same-everywhere':
      return 'Every row would read the same.';
  }
}

export function nothingSafeTitle(why: NothingSafe['why']): string {
  return why === 'too-few-people' ? 'Too few people for rows' : 'These columns make no safe file';
}

export function nothingSafeWords(why: NothingSafe['why'], k: number): string {
  return why === 'too-few-people'
    ? `A file of rows needs ${leastPeople(k)} people in the year. With fewer, somebody would stand out.`
    : 'However far they are joined, somebody would stand out. Choose fewer columns, other columns or another year.';
}

export function leftOutWords(byChance: number, asSmall: number): string {
  return asSmall === 0 ? 'by chance' : `${byChance} by chance, ${asSmall} in small groups`;
}

/** "Team 1 is Outreach, Team 2 is Recovery hub." */
export function teamWords(teams: readonly string[]): string {
  return `${teams.map((team, index) => `Team ${index + 1} is ${team}`).join(', ')}.`;
}
