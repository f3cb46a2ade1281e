import { flagReasonsAt, formatInterval, formatValue, missingText, type ChartSpec } from './chart-spec';

export interface ChartTableColumn {
  readonly key: string;
  readonly label: string;
  readonly align?: 'right';
}

export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly ChartTableColumn[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

interface Column extends ChartTableColumn {
  cellAt(at: number): string;
}

function columnsOf(spec: ChartSpec): Column[] {
  const { format } = spec.y;
  const columns: Column[] = [
    { key: 'x', label: spec.x.label, cellAt: (at) => spec.x.points[at]?.label ?? '' },
  ];
  for (const series of spec.series) {
    columns.push({
      key: series.id,
      label: series.label,
      align: 'right',
      cellAt: (at) => {
        const value = series.values[at] ?? null;
        return value === null ? missingText : formatValue(value, format);
      },
    });
    const { intervals } = series;
    if (intervals?.some((interval) => interval !== null) === true) {
      columns.push({
        key: `${series.id}-range`,
        label:
          spec.series.length === 1
            ? (series.intervalLabel ?? 'Likely range')
            : `${series.label}, likely range`,
        align: 'right',
        cellAt: (at) => {
          const interval = intervals[at] ?? null;
          return interval === null ? '' : formatInterval(interval, format);
        },
      });
    }
  }
  if (spec.x.points.some((point) => point.detail !== undefined)) {
    columns.push({
      key: 'detail',
      label: spec.x.detailLabel ?? 'Made of',
      align: 'right',
      cellAt: (at) => spec.x.points[at]?.detail ?? '',
    });
  }
  spec.references.forEach((reference, index) => {
    columns.push({
      key: `reference-${index}`,
      label: reference.label,
      align: 'right',
      cellAt: () => formatValue(reference.value, format),
    });
  });
  const spanned = [...spec.ranges, ...(spec.bands ?? [])];
  spanned.forEach(({ spans, columns: titles }, index) => {
    const parts = ['low', 'middle', 'high'] as const;
    parts.forEach((part, place) => {
      columns.push({
        key: `range-${index}-${part}`,
        label: titles[place] ?? part,
        align: 'right',
        cellAt: (at) => {
          const span = spans[at] ?? null;
          return span === null ? '' : formatValue(span[part], format);
        },
      });
    });
  });
  if (spec.flags.length > 0 || spec.annotations.length > 0) {
    columns.push({
      key: 'marks',
      label: 'Marked because',
      cellAt: (at) =>
        [
          flagReasonsAt(spec, at),
          ...spec.annotations.filter((note) => note.at === at).map((note) => note.label),
        ]
          .filter((text) => text !== '')
          .join('; '),
    });
  }
  return columns;
}

/** The same numbers as the drawing, as a table. A hidden chart has a hidden table: no rows. */
export function chartTable(spec: ChartSpec): ChartTable {
  const columns = columnsOf(spec);
  return {
    caption: spec.title,
    columns: columns.map(({ key, label, align }) => ({
      key,
      label,
      ...(align === undefined ? {} : { align }),
    })),
    rows:
      spec.hidden === null
        ? spec.x.points.map((point, at) => ({
            key: point.key,
            cells: columns.map((column) => column.cellAt(at)),
          }))
        : [],
  };
}
