/**
 * The attack on the app's own reports: a reader of every report of a year, who has the printed rules, the number of paid
 * people at both ends of every quarter, and the least and greatest of whatever is small. Who is counted and who is not,
 * which quarters make a window, and what adds up to what it works out by itself: where the app forgets to tell the
 * disclosure engine of something that follows from a report, this finds it.
 */
import type { Highs } from 'highs';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import {
  addDays,
  addMonthsToMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  type LocalDate,
} from '@shared/kernel/local-date';
import { toLocalDate } from '@shared/kernel/local-date';
import { engagements } from '@shared/records/person/person';
import type { ReportRecords } from '@shared/reports/report-input';
import { combine, less, valueOf, type Form } from '../forms';
import { createRandom } from '../random';
import { openRoom, type Constraint, type Room } from '../solver';
import { publishYear } from './publish';
import {
  absentFor,
  cameTo,
  eventsIn,
  inPost,
  joinedIn,
  leftIn,
  paidAt,
  paidKinds,
  quarterAt,
  quartersInAll,
  readReport,
  wentFrom,
  windowOf,
} from './read';
import { createRecords, reasonNames, teamNames } from './service';

const most = 10_000;
const wholeHistory = Array.from({ length: quartersInAll }, (_quarter, index) => index);

function quarterDays(quarter: number): { readonly from: LocalDate; readonly to: LocalDate } {
  const month = addMonthsToMonth(monthOf(toLocalDate('2023-04-01')), 3 * quarter);
  return { from: firstDayOf(month), to: lastDayOf(addMonthsToMonth(month, 2)) };
}

/** The true number of every atom. */
export function truthOf(records: ReportRecords): Map<string, number> {
  const truth = new Map<string, number>();
  const add = (name: string, by = 1): void => {
    truth.set(name, (truth.get(name) ?? 0) + by);
  };
  const isIn = (value: { startDate: LocalDate; lastDay: LocalDate | null }, day: LocalDate): boolean =>
    value.startDate <= day && (value.lastDay === null || value.lastDay >= day);
  const start = addDays(quarterDays(0).from, -1);
  for (const { value } of records.people) {
    const isPaid = value.engagement !== 'volunteer';
    if (isPaid && isIn(value, start)) add('start');
    for (const quarter of wholeHistory) {
      const { from, to } = quarterDays(quarter);
      if (isIn(value, to)) add(`post:${quarter + 1}:${value.engagement}:${value.team}`);
      if (!isPaid) continue;
      if (isIn(value, addDays(from, -1)) && !isIn(value, to)) add(`went:${quarter}:${value.team}`);
      if (!isIn(value, addDays(from, -1)) && isIn(value, to)) add(`came:${quarter}:${value.team}`);
      if (value.startDate >= from && value.startDate <= to) add(`joined:${quarter}`);
      const out = value.lastDay === null ? null : addDays(value.lastDay, 1);
      if (out !== null && out >= from && out <= to) add(`left:${quarter}`);
    }
  }
  const isPaid = new Set<string>(
    records.people.flatMap(({ id, value }) => (value.engagement === 'volunteer' ? [] : [id])),
  );
  for (const { value } of records.absences)
    for (const quarter of wholeHistory) {
      const { from, to } = quarterDays(quarter);
      if (isPaid.has(value.personId) && value.firstDay >= from && value.firstDay <= to)
        add(`ill:${quarter}:${value.reason}`);
    }
  for (const { value } of records.plans)
    for (const quarter of wholeHistory) {
      const { from, to } = quarterDays(quarter);
      if (value.occurredOn >= from && value.occurredOn <= to) add(`event:${quarter}`);
    }
  return truth;
}

interface Secret {
  readonly name: string;
  readonly form: Form;
  readonly minimum: number;
  readonly hidesZero: boolean;
}

function secretsOf(ends: readonly number[], windows: readonly (readonly number[])[]): Secret[] {
  const count = { minimum: 5, hidesZero: false };
  const flow = { minimum: 5, hidesZero: true };
  const sensitive = { minimum: 10, hidesZero: true };
  return [
    ...ends.flatMap((end) => {
      const everybody = inPost(end, engagements, teamNames);
      const parts = [
        ...engagements.map((kind) => ({ name: `${kind} ${end}`, form: inPost(end, [kind], teamNames) })),
        ...teamNames.map((team) => ({ name: `${team} ${end}`, form: inPost(end, engagements, [team]) })),
        ...teamNames.map((team) => ({ name: `paid ${team} ${end}`, form: inPost(end, paidKinds, [team]) })),
        ...(end === 0
          ? []
          : teamNames.flatMap((team) => [
              { name: `went from paid ${team} ${end}`, form: wentFrom(end - 1, team), isFlow: true },
              { name: `came to paid ${team} ${end}`, form: cameTo(end - 1, team), isFlow: true },
            ])),
        ...engagements.flatMap((kind) =>
          teamNames.map((team) => ({ name: `${kind} in ${team} ${end}`, form: inPost(end, [kind], [team]) })),
        ),
      ];
      return parts.flatMap((part) => {
        const { name, form } = part;
        if ('isFlow' in part) return [{ name, form, ...flow }];
        return [
          { name, form, ...count },
          { name: `all but ${name}`, form: less(everybody, form), ...count },
        ];
      });
    }),
    ...[...windows, ...wholeHistory.map((quarter) => [quarter])].flatMap((quarters) => {
      const name = `${quarters[0]}-${quarters.at(-1)}`;
      return [
        { name: `joined ${name}`, form: joinedIn(quarters), ...flow },
        { name: `left ${name}`, form: leftIn(quarters), ...flow },
        { name: `events ${name}`, form: eventsIn(quarters), ...flow },
        ...reasonNames.map((reason) => ({
          name: `${reason} ${name}`,
          form: absentFor(quarters, [reason]),
          ...sensitive,
        })),
      ];
    }),
  ];
}

function rangeOf(room: Room, form: Form): { least: number; most: number } | null {
  const low = room.relaxed(form, -1);
  const high = room.relaxed(form, 1);
  return low === null || high === null ? null : { least: low.bound, most: high.bound };
}

function openOn(
  highs: Highs,
  truth: ReadonlyMap<string, number>,
  known: readonly Constraint[],
  more: readonly Form[],
): Room {
  const atoms = new Set([...truth.keys(), ...more.flatMap((form) => [...form.keys()])]);
  for (const { form } of known) for (const name of form.keys()) atoms.add(name);
  const bounded = known.map((each) => ({ ...each, high: Math.min(each.high, most) }));
  return openRoom(highs, [...atoms], bounded);
}

export function attackReports(
  highs: Highs,
  solver: LinearSolver,
  seed: number,
  /** False: with an engine that knows nothing of what follows from a report, to see that this reader can. */
  tellsAll = true,
): string[] {
  const random = createRandom(seed);
  const records = createRecords(random);
  const truth = truthOf(records);
  const given = publishYear(records, random, solver, tellsAll);
  const ends = [...new Set(given.map(quarterAt))];
  const windows = given.map(windowOf);
  const secrets = secretsOf(ends, windows).filter(({ form, minimum, hidesZero }) => {
    const value = valueOf(form, truth);
    return value < minimum && (value > 0 || hidesZero);
  });
  const rules: Constraint[] = [
    // The paid people are those of each contract; how many they are everybody knows who works here.
    ...wholeHistory.map((quarter) => ({
      form: less(inPost(quarter + 1, paidKinds, teamNames), paidAt(quarter + 1)),
      low: 0,
      high: 0,
    })),
    // People may change teams, so that who comes to one need not have joined.
    // Of each team: those at the end are those at the start, less who went, and who came.
    ...wholeHistory.slice(1).flatMap((quarter) =>
      teamNames.map((team) => ({
        form: less(
          combine([inPost(quarter + 1, paidKinds, [team]), wentFrom(quarter, team)]),
          combine([inPost(quarter, paidKinds, [team]), cameTo(quarter, team)]),
        ),
        low: 0,
        high: 0,
      })),
    ),
    ...[0, ...wholeHistory.map((quarter) => quarter + 1)].map((quarter) => {
      const paid = valueOf(paidAt(quarter), truth);
      return { form: paidAt(quarter), low: paid, high: paid };
    }),
  ];
  const forms = secrets.map(({ form }) => form);
  const before = openOn(highs, truth, rules, forms);
  const after = openOn(highs, truth, [...rules, ...given.flatMap(readReport)], forms);
  try {
    return secrets.flatMap(({ name, form, minimum }) => {
      const found = rangeOf(after, form);
      if (found === null || found.most - found.least >= minimum - 1) return [];
      const alone = rangeOf(before, form);
      // What the number of people alone says is no disclosure of a report.
      if (alone !== null && alone.most - alone.least <= found.most - found.least) return [];
      return [
        `${name} is ${found.least} to ${found.most} (the app's own reports; truth ${valueOf(form, truth)})`,
      ];
    });
  } finally {
    before.close();
    after.close();
  }
}
