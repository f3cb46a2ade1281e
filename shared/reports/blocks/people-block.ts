/** Who is in post, by contract and by team: lists of people with one total. */
import { suppressPartition } from '@shared/disclosure/partition';
import { createNameFinder } from '@shared/disclosure/labels';
import { isSameTeam, teamOn } from '@shared/people/teams';
import { engagementLabels, engagements } from '@shared/records/person/person';
import type { DraftTable } from '../draft';
import { addDays, firstDayOf, lastDayOf, type LocalDate } from '@shared/kernel/local-date';
import { isInPost } from '@shared/supervision/coverage';
import { bothOf, everyone, figureKey, groupOf, paid, periodAt, periodOf } from '../figures/keys';
import type { ReportRecords } from '../report-input';
import type { BlockInput, SummaryPeople } from './block-input';
import { listTable } from './list-table';

const totalLabel = 'Everyone counted';
const columns = ['Measure', 'People'];

/** The people that a count is about: all, or the paid ones. */
export const populationOf = ({ countsVolunteers }: SummaryPeople): string =>
  countsVolunteers ? everyone : paid;

export function inPostKey({ choice, people }: BlockInput): string {
  return figureKey('in-post', periodAt(choice.periodEnd), populationOf(people));
}

/** Paid and volunteers: whoever knows both totals knows the volunteers. */
export function addPopulations({ book, choice, people, givenKeys }: BlockInput): void {
  const at = periodAt(choice.periodEnd);
  const everyoneKey = figureKey('in-post', at, everyone);
  // Where nobody was told of everyone, the rest of the paid people is not there to be worked out.
  if (!people.countsVolunteers && !givenKeys.has(everyoneKey)) return;
  const volunteers = people.inPost.filter(({ value }) => value.engagement === 'volunteer').length;
  const hidden = { isPublished: false } as const;
  book.sum(book.add(everyoneKey, people.inPost.length, hidden), [
    book.add(figureKey('in-post', at, paid), people.inPost.length - volunteers, hidden),
    book.add(figureKey('in-post', at, groupOf('engagement', 'volunteer')), volunteers, {
      ...hidden,
      hidesZero: true,
    }),
  ]);
}

export function inPostTable(input: BlockInput): DraftTable {
  const { book, choice, people, limits } = input;
  const at = periodAt(choice.periodEnd);
  const parts = engagements.map((engagement) => ({
    key: figureKey('in-post', at, groupOf('engagement', engagement)),
    label: engagementLabels[engagement],
    count: people.counted.filter(({ value }) => value.engagement === engagement).length,
  }));
  const paidParts = suppressPartition(
    parts.flatMap(({ key, count }) => (count > 0 && !key.endsWith('volunteer') ? [count] : [])),
    limits.minimumCellSize,
  );
  const table = listTable(
    book,
    {
      id: 'in-post',
      title: 'People in post',
      note: `On the last day of the period. ${people.note}`,
      columns,
    },
    { key: inPostKey(input), label: totalLabel, isKnown: true },
    parts,
    // How many are paid is known here: hidden, their parts have to be wide enough within them too.
    { minimum: limits.minimumCellSize, mayListParts: paidParts.mayListParts },
  );
  // The paid ones add up too, whether volunteers are in the total or not.
  book.sum(
    figureKey('in-post', at, paid),
    parts.filter(({ key, count }) => count > 0 && !key.endsWith('volunteer')).map(({ key }) => key),
  );
  return table;
}

interface Team {
  readonly names: readonly string[];
  readonly people: ReportRecords['people'];
}

function teamsOf({ people, choice }: BlockInput): Team[] {
  const teams: { name: string; people: ReportRecords['people'][number][] }[] = [];
  for (const person of people.counted) {
    const name = teamOn(person.value, choice.periodEnd).trim();
    const known = teams.find((team) => isSameTeam(team.name, name));
    if (known === undefined) teams.push({ name, people: [person] });
    else known.people.push(person);
  }
  return teams
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en-GB'))
    .map(({ name, people: members }) => ({ names: [name], people: members }));
}

/** Small teams in one line, until that line is large enough. */
function merged(teams: readonly Team[], minimum: number): Team[] {
  const together: Team[] = [];
  let size = 0;
  for (const team of [...teams].sort((left, right) => left.people.length - right.people.length)) {
    if (team.people.length >= minimum && (size === 0 || size >= minimum)) break;
    together.push(team);
    size += team.people.length;
  }
  if (together.length < 2) return [...teams];
  const kept = teams.filter((team) => !together.includes(team));
  return [
    ...kept,
    {
      names: together.flatMap(({ names }) => names).sort(),
      people: together.flatMap(({ people }) => people),
    },
  ];
}

/** Null where there is one team or none: the list would be its own total. */
export function teamsTable(input: BlockInput): DraftTable | null {
  const { book, records, choice, people, limits } = input;
  const holdsName = createNameFinder(records.people.map(({ value }) => value.name));
  const single = teamsOf(input);
  const teams = choice.mergesTeams ? merged(single, limits.minimumCellSize) : single;
  if (teams.length < 2) return null;
  const at = periodAt(choice.periodEnd);
  const keyOf = (names: readonly string[]): string => figureKey('in-post', at, teamGroup(people, names));
  const labelOf = ({ names }: Team, index: number): string => {
    if (names.length > 1) return 'Smaller teams together';
    const [name = ''] = names;
    if (name === '') return 'No team recorded';
    return choice.withTeamNames && !holdsName(name) ? name : `Team ${index + 1}`;
  };
  const table = listTable(
    book,
    {
      id: 'teams',
      title: 'People in post by team',
      note: `On the last day of the period. ${people.note}`,
      columns,
    },
    { key: inPostKey(input), label: totalLabel, isKnown: true },
    teams.map((team, index) => ({
      key: keyOf(team.names),
      label: labelOf(team, index),
      count: team.people.length,
    })),
    { minimum: limits.minimumCellSize },
  );
  addUnpublished(input, single, teams, keyOf);
  for (const { names } of teams) addMovement(input, names);
  return table;
}

const teamGroup = (people: SummaryPeople, names: readonly string[]): string =>
  bothOf(populationOf(people), groupOf('team', names.join(' + ')));

/** From one quarter's end to the next: who stayed in a team, came to it and went, however they did. */
function addMovement({ book, records, people, quarters }: BlockInput, names: readonly string[]): void {
  const hidden = { isPublished: false, hidesZero: true } as const;
  const group = teamGroup(people, names);
  const membersOn = (day: LocalDate): Set<string> =>
    new Set(
      records.people.flatMap(({ id, value }) => {
        const isCounted = people.countsVolunteers || value.engagement !== 'volunteer';
        const isThere = isCounted && isInPost(value, day);
        return isThere && names.some((name) => isSameTeam(name, teamOn(value, day).trim())) ? [id] : [];
      }),
    );
  for (const quarter of quarters) {
    const from = addDays(firstDayOf(quarter.from), -1);
    const to = lastDayOf(quarter.to);
    const [before, after] = [membersOn(from), membersOn(to)];
    const stayed = [...before].filter((id) => after.has(id)).length;
    const add = (measure: string, value: number): string =>
      book.add(figureKey(measure, periodOf(quarter), group), value, hidden);
    const kept = add('stayed', stayed);
    book.sum(book.add(figureKey('in-post', periodAt(from), group), before.size, { isPublished: false }), [
      kept,
      add('went', before.size - stayed),
    ]);
    book.sum(book.add(figureKey('in-post', periodAt(to), group), after.size, { isPublished: false }), [
      kept,
      add('came', after.size - stayed),
    ]);
  }
}

/** What a reader of both lists could ask for: each team of a merged line, and each contract in each team. */
function addUnpublished(
  { book, choice, people }: BlockInput,
  single: readonly Team[],
  teams: readonly Team[],
  keyOf: (names: readonly string[]) => string,
): void {
  const hidden = { isPublished: false, hidesZero: true } as const;
  const at = periodAt(choice.periodEnd);
  for (const { names } of teams.filter(({ names: list }) => list.length > 1)) {
    const parts = single.filter(({ names: [name = ''] }) => names.includes(name));
    book.sum(
      keyOf(names),
      // Who is in a team is known to be there: none of them is 0.
      parts.map((team) => book.add(keyOf(team.names), team.people.length, { isPublished: false })),
    );
  }
  const population = populationOf(people);
  const crossKey = (names: readonly string[], engagement: string): string =>
    figureKey(
      'in-post',
      at,
      bothOf(population, groupOf('team', names.join(' + ')), groupOf('engagement', engagement)),
    );
  const held = engagements.filter((each) => people.counted.some(({ value }) => value.engagement === each));
  for (const { names, people: members } of teams) {
    const cells = held.map((each) =>
      book.add(
        crossKey(names, each),
        members.filter(({ value }) => value.engagement === each).length,
        hidden,
      ),
    );
    book.sum(keyOf(names), cells);
    if (!people.countsVolunteers) continue;
    const paidHere = book.add(
      figureKey('in-post', at, bothOf(paid, groupOf('team', names.join(' + ')))),
      members.filter(({ value }) => value.engagement !== 'volunteer').length,
      hidden,
    );
    const paidKinds = held.filter((each) => each !== 'volunteer');
    book.sum(
      paidHere,
      paidKinds.map((each) => crossKey(names, each)),
    );
    if (held.includes('volunteer')) book.sum(keyOf(names), [paidHere, crossKey(names, 'volunteer')]);
  }
  for (const each of held)
    book.sum(
      figureKey('in-post', at, groupOf('engagement', each)),
      teams.map(({ names }) => crossKey(names, each)),
    );
}

/** Team labels that stay numbers because a word of them is a word of somebody's name. */
export function teamsKeptAsNumbers(people: ReportRecords['people']): number {
  const holdsName = createNameFinder(people.map(({ value }) => value.name));
  return new Set(people.map(({ value }) => value.team.trim()).filter(holdsName)).size;
}
