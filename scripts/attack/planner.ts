/**
 * The attack on the choice itself: a reader who has this very engine at home tries every table that fits a published
 * one, drops those that would have been published otherwise, and looks at what is left. The engine is asked as an
 * oracle, as that reader would ask it; what follows from its answers is worked out here.
 */
import { valueOf, type Form } from './forms';
import { leastOf, leastShownOf, roundedToFive, type Published } from './publish';
import { showsZero, type Sheet, type SheetFigure } from './sheet';

export type Oracle = (sheet: Sheet) => Published;

interface Guess {
  readonly form: Form;
  readonly low: number;
  readonly high: number;
}

/** More tables than this are not looked at: such a reader has better things to do. */
const mostTables = 20_000;
/** Steps of the search for them. */
const mostSteps = 1_000_000;
/** How far from the true table a first look goes. */
const nearness = 2;
/** Questions to the engine, of each of the two searches. */
const mostQuestions = 300;

/** The same figures, as if the atoms had been these. */
function sheetAs(sheet: Sheet, truth: ReadonlyMap<string, number>): Sheet {
  const figures = new Map(
    [...sheet.figures].map(([key, figure]) => [key, { ...figure, value: valueOf(figure.form, truth) }]),
  );
  return { ...sheet, figures };
}

/** What is read off the table alone. */
function guesses(sheet: Sheet, published: Published): Guess[] {
  return [...sheet.figures.values()].flatMap((figure): Guess[] => {
    const { key, form, value, isPublished } = figure;
    if (!isPublished) return [];
    if (!published.has(key)) {
      return [{ form, low: showsZero(figure) ? 1 : 0, high: Number.POSITIVE_INFINITY }];
    }
    if (!sheet.isRounded || value === 0) return [{ form, low: value, high: value }];
    const shown = roundedToFive(value);
    return [{ form, low: Math.max(shown - 2, leastShownOf(figure, true)), high: shown + 2 }];
  });
}

interface Tables {
  readonly found: readonly ReadonlyMap<string, number>[];
  /** False where there are more of them. */
  readonly isAll: boolean;
}

/** The tables that fit, by trying the atoms one after the other; with `near`, those that differ by 2 at most. */
export function everyTable(
  names: readonly string[],
  known: readonly Guess[],
  near: ReadonlyMap<string, number> | null = null,
): Tables {
  const limitOf = (name: string): number =>
    Math.min(...known.flatMap(({ form, high }) => (form.has(name) ? [high] : [])));
  const least = names.map((name) => (near === null ? 0 : Math.max(0, (near.get(name) ?? 0) - nearness)));
  const most = names.map((name) =>
    near === null ? limitOf(name) : Math.min(limitOf(name), (near.get(name) ?? 0) + nearness),
  );
  const found: Map<string, number>[] = [];
  if (!most.every(Number.isFinite)) return { found, isAll: false };
  const place = new Map(names.map((name, index) => [name, index]));
  const rows = known.map(({ form, low, high }) => {
    const at = new Set([...form.keys()].map((name) => place.get(name)!));
    // The least and the most that the atoms from each one on can still bring.
    const restOf = (bounds: readonly number[]): number[] =>
      [...names.keys(), names.length].map((index) =>
        [...at].reduce((sum, one) => (one >= index ? sum + bounds[one]! : sum), 0),
      );
    return { low, high, at, restLeast: restOf(least), restMost: restOf(most) };
  });
  const values: number[] = [];
  const sums = rows.map(() => 0);
  let steps = 0;
  const isOpen = (index: number): boolean =>
    rows.every(
      ({ low, high, restLeast, restMost }, row) =>
        sums[row]! + restLeast[index]! <= high && sums[row]! + restMost[index]! >= low,
    );
  const tryFrom = (index: number): boolean => {
    steps += 1;
    if (steps > mostSteps || found.length > mostTables) return false;
    if (index === names.length) {
      found.push(new Map(names.map((name, at) => [name, values[at]!])));
      return true;
    }
    const add = (by: number): void => {
      rows.forEach(({ at }, row) => {
        if (at.has(index)) sums[row]! += by;
      });
    };
    for (let value = least[index]!; value <= most[index]!; value += 1) {
      values[index] = value;
      add(value);
      const goesOn = !isOpen(index + 1) || tryFrom(index + 1);
      add(-value);
      if (!goesOn) return false;
    }
    return true;
  };
  return { isAll: tryFrom(0) && near === null, found };
}

const sameKeys = (left: Published, right: Published): boolean =>
  left.size === right.size && [...left].every((key) => right.has(key));

/** Numbers that must not be known: small ones that the table does not show. */
function secretsOf(sheet: Sheet, published: Published): SheetFigure[] {
  return [...sheet.figures.values()].filter((figure) => {
    const { key, value } = figure;
    return !published.has(key) && value < leastOf(figure) && (value > 0 || !showsZero(figure));
  });
}

interface PlannerAttack {
  /** 'safe': of each small count two numbers are left. 'too-many': there are more tables than were tried. */
  readonly state: 'safe' | 'fallen' | 'too-many';
  readonly findings: readonly string[];
}

/**
 * `truth`: by atom. `published`: what the oracle gave of this sheet. A small count falls when every table that would
 * have been published in the same way has the same number there, and not every table that fits has. That it does not
 * is found out sooner among the tables near the true one.
 */
export function attackPlanner(
  sheet: Sheet,
  truth: ReadonlyMap<string, number>,
  published: Published,
  oracle: Oracle,
): PlannerAttack {
  const names = [...new Set([...sheet.figures.values()].flatMap(({ form }) => [...form.keys()]))];
  const known = guesses(sheet, published);
  let questions = 0;
  const isOther =
    (table: ReadonlyMap<string, number>) =>
    ({ form, value }: SheetFigure): boolean =>
      valueOf(form, table) !== value;
  const distanceOf = (table: ReadonlyMap<string, number>): number =>
    names.reduce((sum, name) => sum + Math.abs((table.get(name) ?? 0) - (truth.get(name) ?? 0)), 0);
  /** What is left without a second number. */
  const ask = (tables: Tables['found'], secrets: readonly SheetFigure[]): readonly SheetFigure[] => {
    let open = secrets;
    const nearestFirst = tables
      .map((table) => ({ table, distance: distanceOf(table) }))
      .toSorted((left, right) => left.distance - right.distance);
    for (const { table } of nearestFirst) {
      if (!open.some(isOther(table))) continue;
      questions += 1;
      if (questions > mostQuestions) return open;
      if (sameKeys(oracle(sheetAs(sheet, table)), published))
        open = open.filter((secret) => !isOther(table)(secret));
    }
    return open;
  };
  const afterNear = ask(everyTable(names, known, truth).found, secretsOf(sheet, published));
  if (afterNear.length === 0) return { state: 'safe', findings: [] };
  questions = 0;
  const { found, isAll } = everyTable(names, known);
  if (!isAll) return { state: 'too-many', findings: [] };
  // What all tables agree on is for the attack by bounds.
  const open = ask(
    found,
    afterNear.filter((secret) => found.some((table) => isOther(table)(secret))),
  );
  if (questions > mostQuestions) return { state: 'too-many', findings: [] };
  const findings = open.map(({ key, value }) => `${key} is ${value}, or it would be published otherwise`);
  return { state: findings.length === 0 ? 'safe' : 'fallen', findings };
}
