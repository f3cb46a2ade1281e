/**
 * Corrected figures. A figure that has another value than an earlier release has of it becomes a new version of its
 * key, linked to each earlier version by the difference: unpublished, and protected like any small count, so that the
 * new number is hidden where it would tell how few people a correction was about.
 */
import type { EarlierRelease, FigureSum, ReleaseFigure, ReleaseTable } from './release-figures';

const versionMark = '#';
const versionAtEnd = /#\d+$/;
const againstMark = ' against ';

/** As it would be if nothing had been given out before: without the differences to earlier versions. */
export function withoutDifferences({ figures, sums }: ReleaseTable): ReleaseTable {
  const isDifference = (key: string): boolean => key.includes(againstMark);
  return {
    figures: figures.filter(({ key }) => !isDifference(key)),
    sums: sums.filter(({ parts }) => !parts.some(isDifference)),
  };
}

/** The key as the report named it, whatever version of it stands in the ledger. */
export function keyWithoutVersion(key: string): string {
  return key.replace(versionAtEnd, '');
}

interface Version {
  readonly key: string;
  readonly figure: ReleaseFigure;
  readonly isShown: boolean;
}

function versionsBefore(history: readonly EarlierRelease[]): Map<string, Version[]> {
  const byKey = new Map<string, Version>();
  for (const { figures, shownKeys } of history) {
    const shown = new Set(shownKeys);
    for (const figure of figures) {
      const isShown = shown.has(figure.key) || byKey.get(figure.key)?.isShown === true;
      byKey.set(figure.key, { key: figure.key, figure, isShown });
    }
  }
  const versions = new Map<string, Version[]>();
  for (const version of byKey.values()) {
    const key = keyWithoutVersion(version.key);
    versions.set(key, [...(versions.get(key) ?? []), version]);
  }
  return versions;
}

/** Larger = smaller + difference. Who is told which of the two is larger knows more than a reader may. */
function linkVersions(
  fresh: ReleaseFigure,
  before: ReleaseFigure,
): { readonly figure: ReleaseFigure; readonly sum: FigureSum } {
  const [larger, smaller] = fresh.value > before.value ? [fresh, before] : [before, fresh];
  const key = `${fresh.key}${againstMark}${before.key}`;
  const { kind, mostOfOne } = fresh;
  return {
    figure: {
      key,
      kind,
      ...(mostOfOne === undefined ? {} : { mostOfOne }),
      value: larger.value - smaller.value,
      reason: null,
      isPublished: false,
      // A reader does not know that anything was corrected.
      hidesZero: true,
    },
    sum: { total: larger.key, parts: [smaller.key, key] },
  };
}

export function reconcile(table: ReleaseTable, history: readonly EarlierRelease[]): ReleaseTable {
  const before = versionsBefore(history);
  const versionOf = new Map<string, string>();
  const changed: { readonly figure: ReleaseFigure; readonly versions: readonly Version[] }[] = [];
  for (const figure of table.figures) {
    const versions = before.get(figure.key) ?? [];
    const same = versions.find((version) => version.figure.value === figure.value);
    if (same !== undefined) versionOf.set(figure.key, same.key);
    else if (versions.length > 0) {
      versionOf.set(figure.key, `${figure.key}${versionMark}${versions.length + 1}`);
      changed.push({ figure, versions });
    }
  }
  const keyOf = (key: string): string => versionOf.get(key) ?? key;
  const isChanged = new Map(changed.map(({ figure, versions }) => [figure.key, versions]));

  /**
   * Two versions of a share are counts again, and these have differences of their own. A mean of the same people, or a
   * statistic of which nobody knows what is behind it, would tell of the few whose answers were corrected.
   */
  const wouldTell = ({ key, madeOf, mean }: ReleaseFigure): boolean => {
    const versions = isChanged.get(key);
    if (versions?.some(({ isShown }) => isShown) !== true || madeOf !== undefined) return false;
    return mean === undefined || !isChanged.has(mean.people);
  };
  const renamed = (figure: ReleaseFigure): ReleaseFigure => ({
    ...figure,
    key: keyOf(figure.key),
    reason:
      figure.kind === 'statistic' && wouldTell(figure)
        ? (figure.reason ?? 'protects-another')
        : figure.reason,
    ...(figure.madeOf === undefined ? {} : { madeOf: figure.madeOf.map(keyOf) }),
    ...(figure.mean === undefined ? {} : { mean: { ...figure.mean, people: keyOf(figure.mean.people) } }),
    ...(figure.ratio === undefined
      ? {}
      : {
          ratio: {
            ...figure.ratio,
            over: figure.ratio.over.map(keyOf),
            under: figure.ratio.under.map(keyOf),
          },
        }),
  });
  const links = changed.flatMap(({ figure, versions }) =>
    figure.kind === 'statistic'
      ? []
      : versions.map((version) => linkVersions(renamed(figure), version.figure)),
  );
  return {
    figures: [...table.figures.map(renamed), ...links.map((link) => link.figure)],
    sums: [
      ...table.sums.map(({ total, parts }) => ({ total: keyOf(total), parts: parts.map(keyOf) })),
      ...links.map(({ sum }) => sum),
    ],
  };
}
