/** A service of 5 to 40 people and two years of it, by chance; the second year is exported month by month. */
import type { Random } from './random';

export const firstExport = 12;
export const lastMonth = 23;
export const scoreMost = 25;
export const bands = ['low', 'middle', 'high'] as const;

/** What this service puts into its exports, and how. */
export interface Habits {
  readonly byTeam: boolean;
  readonly leavers: 'month' | 'year-so-far' | 'twelve-months';
  /** From half the year on, another window: what two habits give away together. */
  readonly leaversLater: 'month' | 'year-so-far' | 'twelve-months';
  readonly joiners: boolean;
  readonly headcount: boolean;
  readonly permanentLeavers: boolean;
  readonly contracts: 'none' | 'all' | 'permanent' | 'by-team';
  readonly sickness: 'none' | 'quarter' | 'year-so-far';
  readonly rounds: 'none' | 'by-team' | 'permanent';
  readonly means: boolean;
  readonly shares: boolean;
  /** When numbers are rounded to 5 instead of a part of them being hidden. */
  readonly rounded: 'never' | 'always' | 'first-half' | 'second-half';
  /** Leavers, joiners and episodes hide their zeros. */
  readonly hidesZeros: boolean;
  /** How often a table is left out of an export. */
  readonly gaps: number;
}

export interface Service {
  readonly teams: readonly string[];
  readonly contracts: readonly string[];
  readonly reasons: readonly string[];
  readonly habits: Habits;
  /** How often each atom was counted. */
  readonly truth: ReadonlyMap<string, number>;
  /** Sum of the scores of a group in a round: "month:group". */
  readonly scores: ReadonlyMap<string, number>;
  /** The most episodes that one person has from one quarter to another, both counted. */
  mostEpisodes(from: number, to: number): number;
  /** What one colleague has told the attacker of themselves: atoms that they are in. */
  readonly colleague: ReadonlyMap<string, number>;
}

interface Person {
  readonly team: string;
  readonly contract: string;
  readonly from: number;
  to: number;
}

export const isQuarterEnd = (month: number): boolean => month % 3 === 2;

export function isRoundedIn({ habits }: Service, month: number): boolean {
  const { rounded } = habits;
  if (rounded === 'never' || rounded === 'always') return rounded === 'always';
  return month < firstExport + 6 === (rounded === 'first-half');
}

function chooseHabits(random: Random, teams: number): Habits {
  const windows = ['month', 'year-so-far', 'twelve-months'] as const;
  const leavers = random.pick(windows);
  return {
    byTeam: teams > 1 && random.chance(0.8),
    leavers,
    leaversLater: random.chance(0.25) ? random.pick(windows) : leavers,
    joiners: random.chance(0.5),
    headcount: random.chance(0.7),
    permanentLeavers: random.chance(0.3),
    contracts: random.pick(['none', 'all', 'permanent', teams > 1 ? 'by-team' : 'all']),
    sickness: random.pick(['none', 'quarter', 'year-so-far']),
    rounds: random.pick(['none', teams > 1 ? 'by-team' : 'permanent', 'permanent']),
    means: random.chance(0.7),
    shares: random.chance(0.7),
    rounded: random.chance(0.2) ? random.pick(['always', 'first-half', 'second-half']) : 'never',
    hidesZeros: random.chance(0.5),
    gaps: random.pick([0, 0.1, 0.3]),
  };
}

function createPeople(random: Random, teams: readonly string[], contracts: readonly string[]): Person[] {
  const size = random.between(5, 40);
  const leaving = random.pick([0.005, 0.015, 0.03]);
  const newPerson = (from: number): Person => {
    const contract = random.chance(0.7) ? contracts[0]! : random.pick(contracts);
    const team = random.chance(0.3) ? teams[0]! : random.pick(teams);
    return { team, contract, from, to: Number.POSITIVE_INFINITY };
  };
  const people = Array.from({ length: size }, () => newPerson(-1));
  for (let month = 0; month <= lastMonth; month += 1) {
    for (const person of people.filter(({ from, to }) => from < month && to > month)) {
      if (!random.chance(leaving)) continue;
      person.to = month;
      if (random.chance(0.8)) people.push(newPerson(month));
    }
  }
  return people;
}

function bandOf(score: number): (typeof bands)[number] {
  if (score < 9) return 'low';
  return score < 17 ? 'middle' : 'high';
}

export function createService(random: Random): Service {
  const teams = ['A', 'B', 'C', 'D'].slice(0, random.pick([1, 2, 2, 3, 3, 4]));
  const contracts = ['permanent', 'fixed', 'sessional'].slice(0, random.between(2, 3));
  const reasons = ['stress', 'injury', 'other'].slice(0, random.between(2, 3));
  const habits = chooseHabits(random, teams.length);
  const people = createPeople(random, teams, contracts);
  const truth = new Map<string, number>();
  const scores = new Map<string, number>();
  const colleague = new Map<string, number>();
  const told = people.find(({ from, to }) => from < firstExport && to > lastMonth);
  const add = (counts: Map<string, number>, name: string, by = 1): void => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  const illness: number[][] = [];
  for (const person of people) {
    const ill: number[] = [];
    illness.push(ill);
    const { team, contract, from, to } = person;
    const held = contract === contracts[0] ? 'permanent' : 'others';
    const count = (name: string): void => {
      add(truth, name);
      if (person === told) add(colleague, name);
    };
    add(truth, from < 0 ? `start:${team}` : `joined:${team}:${from}`);
    if (to <= lastMonth) add(truth, `left:${team}:${held}:${to}`);
    for (let month = firstExport; month <= lastMonth; month += 1) {
      if (from > month || to <= month) continue;
      add(truth, `post:${team}:${contract}:${month}`);
      const quarter = Math.floor(month / 3);
      if (random.chance(0.12)) {
        ill.push(quarter);
        count(`ill:${team}:${random.pick(reasons)}:${quarter}`);
      }
      if (!isQuarterEnd(month) || !random.chance(0.85)) continue;
      const score = random.between(0, scoreMost);
      const group = habits.rounds === 'by-team' ? team : held;
      count(`reply:${group}:${bandOf(score)}:${month}`);
      add(scores, `${month}:${group}`, score);
    }
  }
  const mostEpisodes = (from: number, to: number): number =>
    Math.max(0, ...illness.map((ill) => ill.filter((one) => one >= from && one <= to).length));
  return { teams, contracts, reasons, habits, truth, scores, mostEpisodes, colleague };
}
