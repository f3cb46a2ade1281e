/** How many were at each conversation of the team: one count each, and a gap where it is not shown. */
import { defaultMinimumGroup } from '@shared/instruments/wave-summary';
import { formatDate, formatDateShort } from '@shared/kernel/local-date';
import { median } from '@shared/statistics/descriptive';
import type { Presence } from '@shared/team-life/conversations';
import type { ChartSpec } from './chart-spec';
import { formatAverage } from './month-points';
import { niceTicks } from './nice-scale';

/** More than these are no trend any more but a history. */
const most = 16;
/** Two counts are a difference, three the start of a pattern. */
const least = 3;

/** Null while there are too few counts to draw. Oldest first. */
export function presenceChart(all: readonly Presence[]): ChartSpec | null {
  const shown = all.slice(-most);
  const counts = shown.flatMap(({ count }) => (count === null ? [] : [count]));
  const first = shown[0];
  const last = shown.at(-1);
  if (counts.length < least || first === undefined || last === undefined) return null;
  const middle = median(counts);
  return {
    id: 'team-presence',
    title: 'People at each conversation',
    subtitle: `${formatDate(first.on)} to ${formatDate(last.on)}. A count; nobody is listed.`,
    headline: headlineOf(last, middle),
    layout: 'columns',
    x: {
      kind: 'rounds',
      label: 'Conversation',
      points: shown.map(({ conversationId, on, isHidden }) => ({
        key: conversationId,
        label: formatDate(on),
        shortLabel: formatDateShort(on),
        ...(isHidden ? { detail: `Fewer than ${defaultMinimumGroup}` } : {}),
      })),
    },
    y: { label: 'People there', format: 'whole', ticks: niceTicks(0, Math.max(...counts)) },
    series: [
      {
        id: 'present',
        label: 'People there',
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values: shown.map(({ count }) => count),
      },
    ],
    references: [],
    ranges: [],
    flags: [],
    annotations: [],
    notes: [
      `A count under ${defaultMinimumGroup} is not shown. A gap may also mean that nobody counted.`,
      'More people is not the aim. Some weeks nobody has room for it.',
    ],
    hidden: null,
  };
}

function headlineOf(last: Presence, middle: number | null): string {
  const usual = middle === null ? '' : ` Half of these conversations had ${formatAverage(middle)} or more.`;
  if (last.count === null) return `The last one, on ${formatDate(last.on)}, has no count shown.${usual}`;
  return `${last.count} were there on ${formatDate(last.on)}.${usual}`;
}
