/** Source rows of posts, cases, supervision and time to practise. */
import { plainWords } from '@shared/import/cells';
import { formatDate, formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import { teamOn } from '@shared/people/teams';
import { mergeNumberSpans, monthWindows } from '@shared/statistics/workforce-engine';
import { isInPost } from '@shared/supervision/coverage';
import { casesPerWte } from '../caseload';
import { eachCoverage } from '../figure-coverage';
import { spellsByPerson } from '../figure-groups';
import { packAbsences, packPeople, packSessions, personIndex } from '../figure-pack';
import type { FigureRow, PracticeTimeMonth } from '../figure-row';
import type { FigureRecords } from '../figures';
import { byMonthAndTeam } from '../hand-sheets';
import type { MeasureId } from '../measures';
import { practiceShares } from '../practice-time';
import { wteOfPerson } from '../wte';
import { sourceGroup } from './group-people';
import type { SourceRow, Sources } from './source-rows';

const byTitle = (left: SourceRow, right: SourceRow): number => left.title.localeCompare(right.title, 'en-GB');

function isOfTeam(
  records: FigureRecords,
  at: number,
  team: string | null,
  day: FigureRow['through'],
): boolean {
  const person = records.people[at];
  return (
    person !== undefined && (team === null || plainWords(teamOn(person.value, day)) === plainWords(team))
  );
}

/** Funded posts less the people in them. For the service only teams with funded posts count. */
export function vacancySources(
  records: FigureRecords,
  team: string | null,
  month: LocalMonth,
  row: FigureRow,
): Sources {
  const isOfGroup = (text: string): boolean => team === null || plainWords(text) === plainWords(team);
  const newest = records.establishment
    .map(({ value }) => value.month)
    .filter((each) => each <= month)
    .sort()
    .at(-1);
  const posts = records.establishment.filter(({ value }) => value.month === newest && isOfGroup(value.team));
  if (posts.length === 0) return { isByHand: row.fundedWte !== null, tables: [], note: null };
  const keys = new Set(posts.map(({ value }) => plainWords(value.team)));
  const people = (sourceGroup(records, team, month, false)?.people ?? []).flatMap((person): SourceRow[] => {
    const own = teamOn(person.value, row.through);
    if (person.month.wte === 0 || !keys.has(plainWords(own))) return [];
    return [
      {
        key: person.id,
        title: person.value.name,
        detail: `In post, ${own}`,
        link: { kind: 'person', id: person.id },
        above: -person.month.wte,
        below: null,
      },
    ];
  });
  return {
    isByHand: false,
    tables: [
      {
        title: 'Funded posts, and people in them',
        above: 'WTE vacant',
        below: 'WTE funded',
        hasSum: true,
        rows: [
          ...posts
            .map(({ id, value }): SourceRow => ({
              key: id,
              title: value.team,
              detail: `Funded posts, ${formatMonth(value.month)}`,
              link: null,
              above: value.fundedWte,
              below: value.fundedWte,
            }))
            .sort(byTitle),
          ...people.sort(byTitle),
        ],
      },
    ],
    note: newest === month ? null : 'Funded posts hold until newer ones are recorded.',
  };
}

export function caseloadSources(records: FigureRecords, team: string | null, month: LocalMonth): Sources {
  const window = monthWindows(month, month, records.asOf)[0];
  if (window === undefined) return { isByHand: false, tables: [], note: null };
  const atById = new Map(records.people.map(({ id }, at) => [id, at]));
  const rows = records.caseloadCounts.flatMap(({ id, value }): SourceRow[] => {
    const at = atById.get(value.personId);
    const person = at === undefined ? undefined : records.people[at];
    if (value.month !== month || at === undefined || person === undefined) return [];
    if (!isInPost(person.value, window.through) || !isOfTeam(records, at, team, window.through)) return [];
    const wte = wteOfPerson(person.value, records);
    const each = casesPerWte(value.openCases, wte);
    return [
      {
        key: id,
        title: person.value.name,
        detail:
          wte === null
            ? 'No weekly hours, so not counted'
            : `${value.openCases} open cases, ${wte.toFixed(2)} WTE`,
        link: { kind: 'person', id: person.id },
        above: each,
        below: null,
      },
    ];
  });
  return {
    isByHand: false,
    tables: [
      {
        title: 'Workers with open cases on the last day',
        above: 'Open cases per WTE',
        below: null,
        hasSum: false,
        rows: rows.sort((left, right) => (left.above ?? -1) - (right.above ?? -1) || byTitle(left, right)),
      },
    ],
    note: 'The figure is the middle of the last column: half of the workers are at it or above.',
  };
}

export function coverageSources(records: FigureRecords, team: string | null, month: LocalMonth): Sources {
  const window = monthWindows(month, month, records.asOf)[0];
  const index = personIndex(records.people);
  const sessions = packSessions(records.sessions, records.groupSessions, index);
  if (window === undefined || sessions.knownFrom === null || window.last < sessions.knownFrom) {
    return { isByHand: false, tables: [], note: null };
  }
  const { people } = packPeople(records.people);
  const spells = spellsByPerson(packAbsences(records.absences, index), people.length);
  const heldBy = new Map<number, number[]>();
  for (let at = 0; at < sessions.held.length; at += 2) {
    const who = sessions.held[at] ?? -1;
    heldBy.set(who, [...(heldBy.get(who) ?? []), sessions.held[at + 1] ?? 0]);
  }
  const rows = people.flatMap((packed, at): SourceRow[] => {
    const intervalDays = packed.supervisionIntervalDays ?? records.supervisionIntervalDays;
    const found: boolean[] = [];
    eachCoverage(
      {
        stints: mergeNumberSpans(packed.spells),
        away: mergeNumberSpans([...(spells[at] ?? []), ...packed.leaves]),
        held: (heldBy.get(at) ?? []).sort((left, right) => left - right),
        intervalDays,
      },
      [window],
      0,
      (_, isInTime) => {
        found.push(isInTime);
      },
    );
    const person = records.people[at];
    const isHeld = found[0];
    if (isHeld === undefined || person === undefined) return [];
    if (!isOfTeam(records, at, team, window.through)) return [];
    return [
      {
        key: person.id,
        title: person.value.name,
        detail: `${person.value.role}, every ${intervalDays} days`,
        link: { kind: 'person', id: person.id },
        above: isHeld ? 1 : 0,
        below: 1,
      },
    ];
  });
  return {
    isByHand: false,
    tables: [
      {
        title: `People who could have had a session by ${formatDate(window.through)}`,
        above: 'Had one in time',
        below: 'Counts as',
        hasSum: true,
        rows: rows.sort(byTitle),
      },
    ],
    note: null,
  };
}

export type PracticeMeasure = Extract<
  MeasureId,
  'training-missed' | 'protected-time' | 'breaks' | 'sessions-cut'
>;

const practiceParts: Readonly<
  Record<
    PracticeMeasure,
    { readonly part: keyof PracticeTimeMonth; readonly above: string; readonly below: string }
  >
> = {
  'training-missed': { part: 'trainingMissedWorkload', above: 'Missed: workload', below: 'Missed in all' },
  'protected-time': { part: 'protectedTime', above: 'Hours kept', below: 'Hours planned' },
  breaks: { part: 'breaks', above: 'Breaks taken', below: 'Breaks due' },
  'sessions-cut': { part: 'sessionsCut', above: 'Cut short or cancelled', below: 'Sessions planned' },
};

/** Sums of a month as they were typed or brought in: nothing of one person is behind them. */
export function practiceSources(
  id: PracticeMeasure,
  records: FigureRecords,
  team: string | null,
  month: LocalMonth,
): Sources {
  const { part, above, below } = practiceParts[id];
  const wanted = plainWords(team ?? '');
  const rows = [...byMonthAndTeam(records.practiceTimes).values()].flatMap(
    ({ id: key, value }): SourceRow[] => {
      const share = practiceShares(value)[part];
      if (value.month !== month || plainWords(value.team) !== wanted || share === null) return [];
      return [
        {
          key,
          title: value.team === '' ? 'The whole service' : value.team,
          detail: `As entered for ${formatMonth(value.month)}`,
          link: null,
          above: share.above,
          below: share.below,
        },
      ];
    },
  );
  return {
    isByHand: false,
    tables: rows.length === 0 ? [] : [{ title: 'Months as entered', above, below, hasSum: true, rows }],
    note: 'Entered as sums of a month, under By hand or from a file. No single person is behind a row.',
  };
}
