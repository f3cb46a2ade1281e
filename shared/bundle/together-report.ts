/** The sums over services as what leaves: tables of what the engine let through, and the chart of one measure. */
import type { ChartSpec } from '@shared/charts/chart-spec';
import { keyWithoutVersion } from '@shared/disclosure/reconcile';
import type { ReleaseCell } from '@shared/disclosure/release';
import { hiddenMark } from '@shared/disclosure/thresholds';
import { monthPoint, monthSpan } from '@shared/charts/month-points';
import { niceTicks } from '@shared/charts/nice-scale';
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import type { PublishedReport, PublishedSection, PublishedTable } from '@shared/reports/published-report';
import type { BundleMeasure } from './measures';
import { fewestServices, type TogetherPoint, type TogetherSeries } from './together';
import { togetherKey } from './together-release';

export const togetherTitle = 'Services together';

/** What the engine let through; the rest has no value any more. */
export function publishedSeries(
  series: readonly TogetherSeries[],
  cells: ReadonlyMap<string, ReleaseCell>,
): TogetherSeries[] {
  const shown = new Set(
    [...cells].flatMap(([key, { state }]) => (state === 'shown' ? [keyWithoutVersion(key)] : [])),
  );
  return series.map(({ measure, points }) => ({
    measure,
    points: points.map((point) =>
      shown.has(togetherKey(measure, point.month)) ? point : { ...point, value: null },
    ),
  }));
}

const decimals = { whole: 0, percent: 1, 'one-decimal': 1 } as const;

export function valueText(measure: BundleMeasure, value: number | null): string {
  if (value === null) return hiddenMark;
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals[measure.format],
    maximumFractionDigits: decimals[measure.format],
  });
  return `${value < 0 ? '−' : ''}${text}${measure.format === 'percent' ? '%' : ''}`;
}

export const servicesText = ({ shown, of }: TogetherPoint): string => `${shown} of ${of}`;

const howWords = {
  sum: 'Added up over the services that have shown the number.',
  share: 'Both numbers of the share are added up first.',
  mean: 'The average of the services’ own averages: every service counts once.',
} as const;

export const howText = ({ together }: BundleMeasure): string => howWords[together.by];

const familyTitles = { staff: 'Staffing', sickness: 'Sickness', care: 'Supervision', wellbeing: 'Wellbeing' };
const families = ['staff', 'sickness', 'care', 'wellbeing'] as const;

function familyOf({ id }: BundleMeasure): (typeof families)[number] {
  if (id.startsWith('wellbeing.')) return 'wellbeing';
  if (id.startsWith('sickness-')) return 'sickness';
  return id.startsWith('supervision-') ? 'care' : 'staff';
}

/** Months in which no service has the measure at all (a round is not held each month) are no rows. */
function tableOf({ measure, points }: TogetherSeries): PublishedTable {
  return {
    kind: 'table',
    id: measure.id,
    title: measure.label,
    note: howText(measure),
    columns: ['Month', measure.label, 'Services'],
    rows: points
      .filter(({ of }) => of > 0)
      .map((point) => ({
        label: formatMonth(point.month),
        cells: [valueText(measure, point.value), servicesText(point)],
        isTotal: false,
      })),
  };
}

export interface TogetherReport {
  readonly services: number;
  readonly months: readonly LocalMonth[];
  /** After `publishedSeries`. */
  readonly series: readonly TogetherSeries[];
  /** A chart of this one is in it. */
  readonly charted: string | null;
  readonly hasRounded: boolean;
}

export function togetherReport({
  services,
  months,
  series,
  charted,
  hasRounded,
}: TogetherReport): PublishedReport {
  const sections = families.flatMap((family): PublishedSection[] => {
    const of = series.filter(({ measure }) => familyOf(measure) === family);
    if (of.length === 0) return [];
    const parts = of.flatMap((one) => {
      const spec = one.measure.id === charted ? togetherChart(one) : null;
      return spec === null
        ? [tableOf(one)]
        : [
            {
              kind: 'chart' as const,
              id: `chart-${one.measure.id}`,
              title: one.measure.label,
              alt: `${spec.headline}.`,
              spec,
            },
            tableOf(one),
          ];
    });
    return [{ id: family, title: familyTitles[family], parts }];
  });
  return {
    title: togetherTitle,
    serviceName: null,
    periodWords: monthSpan(months),
    sections,
    footnotes: [
      `From the bundles of ${services} services. “12 of 14”: 14 services have the figure, and 12 of them show it.`,
      `${hiddenMark} = not shown: fewer than ${fewestServices} services have shown it, or it would give away more.`,
      ...(hasRounded ? ['Some services round every count to the nearest 5.'] : []),
    ],
    fileStem: `services-together-${months.at(-1) ?? 'none'}`,
  };
}

const unlikeText =
  'Not every service shows the number each month, so the months are of different services and are not joined.';
const missingWords = `No figure: fewer than ${fewestServices} services show it, or it would give a small number away.`;

/** What the numbers do over the months, without a cause. Null where nothing is shown. */
export function togetherChart({ measure, points }: TogetherSeries): ChartSpec | null {
  // Rounds are months apart: only months that have the figure are points.
  const used = measure.id.startsWith('wellbeing.') ? points.filter(({ of }) => of > 0) : points;
  const values = used.map(({ value }) =>
    value === null ? null : measure.format === 'percent' ? value / 100 : value,
  );
  const known = values.filter((value) => value !== null);
  const [first, last] = [
    used.find(({ value }) => value !== null),
    used.findLast(({ value }) => value !== null),
  ];
  if (first === undefined || last === undefined) return null;
  // Who shows a small number differs from month to month: a sum of eight services is not to be set beside one of ten.
  const isAlike = used.every(({ value, shown }) => value === null || shown === first.shown);
  const said = (point: TogetherPoint): string => {
    const of = isAlike ? '' : `, from ${servicesText(point)} services`;
    return `${valueText(measure, point.value)} in ${formatMonth(point.month)}${of}`;
  };
  return {
    id: `together-${measure.id}`,
    title: `${measure.label}, all services`,
    subtitle: `${monthSpan(used.map(({ month }) => month))}. ${howText(measure)}`,
    headline: first === last || !isAlike ? said(last) : `${said(first)}, ${said(last)}`,
    layout: 'columns',
    x: {
      kind: 'months',
      label: 'Month',
      detailLabel: 'Services',
      points: used.map((point) => monthPoint(point.month, servicesText(point))),
    },
    y: {
      label: measure.label,
      format: measure.format === 'one-decimal' ? 'one-decimal' : measure.format,
      ticks: niceTicks(Math.min(0, ...known), Math.max(0, ...known)),
    },
    series: [
      {
        id: measure.id,
        label: measure.label,
        dash: 'solid',
        marker: 'circle',
        isJoined: isAlike,
        values,
      },
    ],
    references: [],
    ranges: [],
    flags: [],
    annotations: [],
    notes: [...(isAlike ? [] : [unlikeText]), ...(known.length < values.length ? [missingWords] : [])],
    hidden: null,
  };
}
