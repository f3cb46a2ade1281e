/** Who is in which group, and when: the service, and each team with the time that people spent in it. */
import { plainWords } from '@shared/import/cells';
import {
  mergeNumberSpans,
  openEnd,
  wholeEpisodes,
  type DayPerson,
  type DayPost,
  type NumberSpan,
} from '@shared/statistics/workforce-engine';
import type { PackedAbsences, PackedPerson } from './figure-pack';
import type { PackedRecords } from './figures';
import { wteOfPerson } from './wte';

export interface GroupPeople {
  /** Plain words of the team; null for the whole service. */
  readonly key: string | null;
  readonly name: string | null;
  readonly paid: readonly DayPerson[];
  readonly volunteers: readonly Pick<DayPerson, 'stints'>[];
}

/** Absences of each person, as spans. */
export function spellsByPerson(absences: PackedAbsences, people: number): readonly NumberSpan[][] {
  const spells: NumberSpan[][] = Array.from({ length: people }, () => []);
  for (let at = 0; at < absences.length; at += 3) {
    spells[absences[at] ?? -1]?.push({
      start: absences[at + 1] ?? openEnd,
      end: absences[at + 2] ?? openEnd,
    });
  }
  return spells;
}

/** The parts of somebody's posts that lie in a span. Where the span cuts one short, it ended for a move. */
function postsWithin(posts: readonly DayPost[], span: NumberSpan): DayPost[] {
  return posts.flatMap((post) => {
    const start = Math.max(post.start, span.start);
    const end = Math.min(post.end, span.end);
    return end < start ? [] : [{ ...post, start, end, reason: end === post.end ? post.reason : 'moved' }];
  });
}

interface OpenGroup {
  readonly key: string | null;
  readonly name: string | null;
  readonly paid: DayPerson[];
  readonly volunteers: DayPerson[];
}

const withPosts = (posts: readonly DayPost[], episodes: readonly NumberSpan[]): DayPerson => ({
  posts,
  stints: mergeNumberSpans(posts),
  episodes,
});

/** A move between teams ends a time in one and begins one in the other; the service sees neither. */
function addToTeams(person: PackedPerson, whole: DayPerson, teams: readonly OpenGroup[]): void {
  const byTeam = new Map<number, DayPost[]>();
  for (const time of person.teams) {
    if (time.team < 0) continue;
    const posts = postsWithin(whole.posts, time);
    byTeam.set(time.team, [...(byTeam.get(time.team) ?? []), ...posts]);
  }
  for (const [team, posts] of byTeam) {
    if (posts.length === 0) continue;
    // Episodes stay whole: a long absence does not become two short ones by a move.
    const part = withPosts(posts, whole.episodes);
    const group = teams[team];
    (person.isVolunteer ? group?.volunteers : group?.paid)?.push(part);
  }
}

/** Teams that people are or were in, that have funded posts, and that figures are typed for. */
export function figureGroups(packed: PackedRecords, knownUntil: number): GroupPeople[] {
  const { people, teams } = packed.people;
  const whole: OpenGroup = { key: null, name: null, paid: [], volunteers: [] };
  const byTeam: OpenGroup[] = teams.map(({ key, name }) => ({ key, name, paid: [], volunteers: [] }));
  const keys = new Set(teams.map(({ key }) => key));
  const texts = new Set(
    [...packed.establishment, ...packed.monthFigures, ...packed.practiceTimes].map(({ value }) => value.team),
  );
  for (const text of texts) {
    const key = plainWords(text);
    if (key === '' || keys.has(key)) continue;
    keys.add(key);
    byTeam.push({ key, name: text, paid: [], volunteers: [] });
  }
  const spells = spellsByPerson(packed.absences, people.length);
  for (const [at, person] of people.entries()) {
    const wte = wteOfPerson(person, packed.settings);
    const posts = person.spells.map((spell) => ({ ...spell, wte }));
    const dayPerson = withPosts(posts, wholeEpisodes(posts, spells[at] ?? [], knownUntil));
    (person.isVolunteer ? whole.volunteers : whole.paid).push(dayPerson);
    addToTeams(person, dayPerson, byTeam);
  }
  byTeam.sort((left, right) => (left.name ?? '').localeCompare(right.name ?? '', 'en-GB'));
  return [whole, ...byTeam];
}
