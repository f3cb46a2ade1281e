/** The board as text on its way out: one line a thing, so that names are looked for in it and it prints as it reads. Pure. */
import { formatDate, addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { Board, BoardEntry } from '@shared/team-life/conversations';

export const periods = ['quarter', 'year', 'all'] as const;
export type Period = (typeof periods)[number];
export const periodLabels = {
  quarter: 'Last 3 months',
  year: 'Last 12 months',
  all: 'All',
} as const satisfies Record<Period, string>;

export function periodStart(period: Period, today: LocalDate): LocalDate | null {
  if (period === 'all') return null;
  return addMonths(today, period === 'quarter' ? -3 : -12);
}

export const boardGroups = ['did', 'doing', 'notNow', 'waiting'] as const;
export type BoardGroup = (typeof boardGroups)[number];
/** As it hangs on the wall: "we". */
export const boardTitles = {
  did: 'We did',
  doing: 'We are doing',
  notNow: 'We cannot do now',
  waiting: 'Not answered yet',
} as const satisfies Record<BoardGroup, string>;

/** Stands between what was said and the answer; nobody types it by accident. */
const between = ' → ';

export interface BoardPart {
  readonly id: BoardGroup;
  readonly label: string;
  readonly text: string;
}

export function boardParts(board: Board, hasWaiting: boolean): readonly BoardPart[] {
  return boardGroups
    .filter((group) => group !== 'waiting' || hasWaiting)
    .map((id) => ({ id, label: boardTitles[id], text: board[id].map(lineOf).join('\n') }))
    .filter(({ text }) => text !== '');
}

function lineOf({ said: { said, answer } }: BoardEntry): string {
  return answer === '' ? said : `${said}${between}${answer}`;
}

export interface SaidAndDone {
  readonly said: string;
  /** Empty while nobody has answered. */
  readonly answer: string;
}

/** Back out of the text as it leaves. */
export function saidAndDone(text: string): readonly SaidAndDone[] {
  return text.split('\n').flatMap((line): SaidAndDone[] => {
    if (line.trim() === '') return [];
    const at = line.indexOf(between);
    return at === -1
      ? [{ said: line.trim(), answer: '' }]
      : [{ said: line.slice(0, at).trim(), answer: line.slice(at + between.length).trim() }];
  });
}

/** "From January 2026" is not said: the days of the first and the last thing on it are. */
export function boardSpan(board: Board): string {
  const days = boardGroups.flatMap((group) => board[group].map(({ on }) => on)).sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`;
}
