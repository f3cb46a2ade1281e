/** Rows of a table's column, drawn. From the words that are shown, so that neither the axis nor the picture can hold more. */
import type { ChartSpec } from '@shared/charts/chart-spec';
import { niceTicks } from '@shared/charts/nice-scale';
import { cellText } from '@shared/disclosure/summary-model';
import type { DecidedPart } from './decide';
import type { PublishedPart } from './published-report';

type DecidedTable = Extract<DecidedPart, { kind: 'table' }>;

function shownNumber(text: string): number | null {
  const found = /^(\d+(?:\.\d+)?)(%?)$/u.exec(text);
  if (found === null) return null;
  const value = Number(found[1]);
  return found[2] === '%' ? value / 100 : value;
}

/** Null where there is none, or fewer than two numbers to set beside each other. */
export function partChart(table: DecidedTable): Extract<PublishedPart, { kind: 'chart' }> | null {
  const { chart } = table;
  if (chart === undefined) return null;
  const rows = table.rows.filter(({ key }) => chart.rows.includes(key));
  const texts = rows.map(({ cells }) => {
    const cell = cells[chart.column];
    return cell === undefined ? '' : cellText(cell);
  });
  const values = texts.map(shownNumber);
  const shown = values.filter((value) => value !== null);
  if (shown.length < 2) return null;
  const isPercent = texts.some((text) => text.endsWith('%'));
  const hasDecimals = texts.some((text) => text.includes('.'));
  const spec: ChartSpec = {
    id: `${table.id}-chart`,
    title: table.columns[chart.column + 1] ?? '',
    subtitle: '',
    headline: chart.title,
    layout: 'rows',
    x: {
      kind: 'scales',
      label: table.columns[0] ?? '',
      points: rows.map(({ key, label }) => ({ key, label, shortLabel: label })),
    },
    y: {
      label: table.columns[chart.column + 1] ?? '',
      format: isPercent ? 'percent' : hasDecimals ? 'one-decimal' : 'whole',
      ticks: niceTicks(0, Math.max(...shown)),
    },
    series: [
      {
        id: 'shown',
        label: table.columns[chart.column + 1] ?? '',
        dash: 'solid',
        marker: 'circle',
        isJoined: false,
        values,
      },
    ],
    references: [],
    ranges: [],
    flags: [],
    annotations: [],
    notes: [],
    hidden: null,
  };
  const told = rows.map(({ label }, index) => `${label}: ${texts[index] ?? ''}`).join('; ');
  return { kind: 'chart', id: spec.id, title: chart.title, alt: `${chart.title}. ${told}.`, spec };
}
