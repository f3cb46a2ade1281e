/** What of a sheet is given out: by the disclosure engine, or with its first step alone. */
import type { LinearSolver } from '../../shared/disclosure/linear-program';
import { release } from '../../shared/disclosure/release';
import type {
  EarlierRelease,
  ReleaseFigure,
  ReleasePolicy,
  ReleaseTable,
} from '../../shared/disclosure/release-figures';
import { suppressMean, suppressProportion } from '../../shared/disclosure/statistic';
import { complements, showsZero, type Share, type Sheet, type SheetFigure } from './sheet';

export const leastCount = 5;
export const leastSensitive = 10;

/** Below this rounded counts are hidden. */
const leastRounded = 8;

export const leastOf = ({ kind }: SheetFigure): number =>
  kind === 'sensitive-count' ? leastSensitive : leastCount;

/** The least number that is shown, besides 0. */
export const leastShownOf = (figure: SheetFigure, isRounded: boolean): number =>
  isRounded ? Math.max(leastRounded, leastOf(figure)) : leastOf(figure);

/** To the nearest multiple of 5. */
export function roundedToFive(value: number): number {
  return 5 * Math.floor((value + 2) / 5);
}

/** Keys of figures, shares and means that are in the file with their numbers; all the others bear the mark. */
export type Published = ReadonlySet<string>;

function shareReason(sheet: Sheet, { numerator, denominator }: Share): ReleaseFigure['reason'] {
  const part = sheet.figures.get(numerator)!;
  return suppressProportion({
    numerator: part.value,
    denominator: sheet.figures.get(denominator)!.value,
    minimum: leastOf(part),
  });
}

const toTenth = (value: number): number => Math.round(value * 10) / 10;

function statisticsOf(sheet: Sheet): ReleaseFigure[] {
  const valueOf = (key: string): number => sheet.figures.get(key)!.value;
  const statistic = { kind: 'statistic', isPublished: true } as const;
  return [
    ...sheet.shares.map((share) => ({
      ...statistic,
      key: share.key,
      value: toTenth((100 * valueOf(share.numerator)) / Math.max(1, valueOf(share.denominator))),
      reason: shareReason(sheet, share),
      madeOf: [share.numerator, share.denominator],
      ratio: { over: [share.numerator], under: [share.denominator], times: 100 },
    })),
    ...sheet.means.map(({ key, people, measure, total }) => ({
      ...statistic,
      key,
      value: toTenth(total / Math.max(1, valueOf(people))),
      reason: suppressMean(valueOf(people)),
      mean: { measure, people },
    })),
  ];
}

export function toReleaseTable(sheet: Sheet): ReleaseTable {
  const counts = [...sheet.figures.values()].map(
    ({ key, value, kind, isPublished, mostOfOne, hidesZero }) => ({
      key,
      value,
      kind,
      reason: null,
      isPublished,
      mostOfOne,
      hidesZero,
    }),
  );
  return { figures: [...counts, ...statisticsOf(sheet)], sums: sheet.sums };
}

/** Steps, not seconds, so that a service is published alike on every machine. */
const mostSteps = 4_000;

function withinSteps(): () => boolean {
  let steps = 0;
  return () => {
    steps += 1;
    return steps <= mostSteps;
  };
}

export function policyOf({ isRounded }: Sheet): ReleasePolicy {
  return {
    minimumCellSize: leastCount,
    minimumSensitiveCellSize: leastSensitive,
    rounding: isRounded ? 'base-5' : 'none',
  };
}

export interface Engine {
  publish(sheet: Sheet): Published;
}

/** `known`: what everybody knows without any export (the staff list), as entries that were given out already. */
export function createEngine(solver: LinearSolver, known: readonly EarlierRelease[]): Engine {
  const history = [...known];
  return {
    publish: (sheet) => {
      const table = toReleaseTable(sheet);
      const result = release(table, policyOf(sheet), history, { solver, mayContinue: withinSteps() });
      if (!result.ok) throw new Error(`The engine refused a sheet: ${JSON.stringify(result.error)}`);
      const shownKeys = [...result.value.cells].flatMap(([key, { state }]) =>
        state === 'shown' ? [key] : [],
      );
      history.push({ ...table, shownKeys, roundedKeys: result.value.roundedKeys });
      return new Set(shownKeys);
    },
  };
}

/** Small counts and small complements are hidden, and nothing beside them: the attacker has to get through this. */
export function publishPrimaryOnly(sheet: Sheet): Published {
  const hidden = new Set<string>();
  for (const figure of sheet.figures.values()) {
    const isZero = figure.value === 0 && showsZero(figure);
    if (figure.value < leastShownOf(figure, sheet.isRounded) && !isZero) hidden.add(figure.key);
  }
  for (const { of, rest } of complements(sheet)) {
    const isZero = (rest === 0 || of.value === 0) && showsZero(of);
    if (rest < leastOf(of) && !isZero) hidden.add(of.key);
  }
  for (const { key, reason } of statisticsOf(sheet)) if (reason !== null) hidden.add(key);
  const published = [...sheet.figures.values()].filter(({ isPublished }) => isPublished);
  const keys = [...published, ...sheet.shares, ...sheet.means].map(({ key }) => key);
  return new Set(keys.filter((key) => !hidden.has(key)));
}
