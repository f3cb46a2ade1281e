/**
 * Teams or sites by their size, with the range that chance alone gives each size → ChartSpec. Points and table keep
 * the order they come in: a funnel is not a league table.
 */
import {
  binomialFunnel,
  exactFunnelRange,
  smoothFunnelLimits,
  type FunnelUnit,
} from '@shared/statistics/funnel';
import type { ChartCurve, ChartRegion, ChartSpec, FlaggedPoint, FlagTone } from './chart-spec';
import { niceTicks } from './nice-scale';

/** Below this a team's figure is about persons. */
export const funnelMinimumTeam = 5;

export interface FunnelTeam {
  readonly id: string;
  readonly name: string;
  readonly events: number;
  /** people the events are counted among */
  readonly n: number;
}

export interface FunnelChartInput {
  readonly id: string;
  readonly title: string;
  /** "12 months to March 2026" */
  readonly period: string;
  /** One value: "Share of people who left". */
  readonly valueLabel: string;
  /** "left": completes "8 of 22 people left". */
  readonly verb: string;
  readonly teams: readonly FunnelTeam[];
  /** What stands side by side, for the words; teams without it. */
  readonly groups?: keyof typeof groupWords;
  /** Under the axis. */
  readonly sizeLabel?: string;
  /** Which side is better, for the words of a mark; none without it. */
  readonly improvement?: 'lower' | 'higher';
}

/** Enough for curves that look smooth. */
const curvePoints = 90;

const groupWords = {
  team: { one: 'team', many: 'teams', column: 'Team', size: 'People in the team' },
  site: { one: 'site', many: 'sites', column: 'Site', size: 'People at the site' },
} as const;
type GroupWords = (typeof groupWords)[keyof typeof groupWords];

const groupsText = (count: number, { one, many }: GroupWords): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

function sideText({ side }: FunnelUnit): string {
  return side === 'above' ? 'above' : 'below';
}

function toneOf(unit: FunnelUnit, improvement: FunnelChartInput['improvement']): FlagTone {
  if (improvement === undefined) return 'neutral';
  return (unit.side === 'above') === (improvement === 'higher') ? 'improvement' : 'concern';
}

function headlineOf(
  shown: readonly FunnelTeam[],
  units: readonly FunnelUnit[],
  verb: string,
  group: GroupWords,
): string {
  const outside = shown.flatMap((team, at) => {
    const unit = units[at];
    return unit?.flag === 'outside-998' ? [{ team, unit }] : [];
  });
  const [first] = outside;
  if (first === undefined) {
    return shown.length === 1
      ? `With one ${group.one} there is nothing to compare`
      : `No ${group.one} differs from the others by more than chance gives`;
  }
  if (outside.length === 1) {
    const { team, unit } = first;
    return `${team.name} is ${sideText(unit)} what chance gives: ${team.events} of ${team.n} people ${verb}`;
  }
  return `${groupsText(outside.length, group)} of ${shown.length} differ from the others by more than chance gives`;
}

/** Sizes from the smallest team that is shown to the end of the axis. */
function curveSizes(high: number): number[] {
  const step = Math.max(1, (high - funnelMinimumTeam) / curvePoints);
  const count = Math.max(1, Math.floor((high - funnelMinimumTeam) / step));
  const sizes = Array.from({ length: count + 1 }, (_, at) => Math.round(funnelMinimumTeam + at * step));
  return [...new Set([...sizes, high])];
}

function regionsOf(target: number, high: number): ChartRegion[] {
  const sizes = curveSizes(high);
  const region = (kind: 'outer-limits' | 'inner-limits'): ChartRegion => ({
    label: kind === 'outer-limits' ? '99.8% limits' : '95% limits',
    kind,
    isStepped: false,
    points: sizes.flatMap((x) => {
      const limits = smoothFunnelLimits(x, target, kind === 'outer-limits' ? 'in998' : 'in95');
      return limits === null ? [] : [{ x, ...limits }];
    }),
  });
  return [region('outer-limits'), region('inner-limits')];
}

function averageLine(target: number, high: number): ChartCurve {
  const ends = [funnelMinimumTeam, high];
  return { seriesId: null, isStepped: false, points: ends.map((x) => ({ x, value: target })) };
}

function notesOf(units: readonly FunnelUnit[], left: number, group: GroupWords): string[] {
  const beyond = units.filter(({ flag }) => flag === 'outside-95' || flag === 'outside-998').length;
  const notes = [
    'Inner curves: 95% limits. Outer curves: 99.8% limits. Both are from the exact binomial distribution. A marked ' +
      `${group.one} is a reason to look, not a cause.`,
    `${beyond === 0 ? `No ${group.one} lies` : beyond === 1 ? `1 ${group.one} lies` : `${beyond} ${group.many} lie`} outside the 95% limits. About 1 in 20 is expected there by chance.`,
  ];
  if (left > 0) {
    notes.push(
      `${groupsText(left, group)} of fewer than ${funnelMinimumTeam} people left out, also from the average.`,
    );
  }
  return notes;
}

/** Teams of fewer than 5 people are left out of the average as well, or it would give their figure away. */
export function funnelChartSpec(input: FunnelChartInput): ChartSpec {
  const shown = input.teams.filter(({ n }) => n >= funnelMinimumTeam);
  const group = groupWords[input.groups ?? 'team'];
  const { target, units } = binomialFunnel(shown);
  const spans = shown.map(({ n }) => {
    const range = target === null ? null : exactFunnelRange(n, target, 'in998');
    return { low: (range?.fewest ?? 0) / n, middle: target ?? 0, high: (range?.most ?? n) / n };
  });
  const flags = units.flatMap((unit, at): FlaggedPoint[] =>
    unit.flag === 'outside-998'
      ? [{ at, reason: `Outside the 99.8% limits, ${sideText(unit)}`, tone: toneOf(unit, input.improvement) }]
      : [],
  );
  const sizes = niceTicks(
    0,
    shown.reduce((most, { n }) => Math.max(most, n), funnelMinimumTeam),
  );
  const largest = sizes.at(-1) ?? funnelMinimumTeam;
  const regions = target === null ? [] : regionsOf(target, largest);
  // The curves of the very smallest sizes may leave at the top: the axis is for the teams that are there.
  const highest = [...spans.map(({ high }) => high), ...units.map(({ rate }) => rate ?? 0)].reduce(
    (top, value) => Math.max(top, value),
    0,
  );
  return {
    id: input.id,
    title: input.title,
    subtitle: `${input.period}. Funnel limits around the average of all ${group.many} shown.`,
    headline: headlineOf(shown, units, input.verb, group),
    layout: 'funnel',
    x: {
      kind: 'scales',
      label: group.column,
      detailLabel: 'People',
      points: shown.map(({ id, name, events, n }) => ({
        key: id,
        label: name,
        shortLabel: name,
        detail: `${events} of ${n}`,
        people: n,
        counted: [events, n - events],
      })),
      scale: {
        label: input.sizeLabel ?? group.size,
        positions: shown.map(({ n }) => n),
        low: 0,
        high: largest,
        ticks: sizes.map((at) => ({ at, label: String(at) })),
      },
    },
    y: { label: input.valueLabel, format: 'percent', ticks: niceTicks(0, highest) },
    series: [
      {
        id: 'rate',
        label: input.valueLabel,
        dash: 'solid',
        marker: 'circle',
        isJoined: false,
        values: units.map(({ rate }) => rate),
      },
    ],
    references: [],
    ranges:
      shown.length === 0
        ? []
        : [
            {
              label: 'What chance alone gives',
              spans,
              columns: ['Lowest by chance', 'Average of all', 'Highest by chance'],
            },
          ],
    curves: target === null || shown.length === 0 ? [] : [averageLine(target, largest)],
    regions: shown.length === 0 ? [] : regions,
    flags,
    annotations: [],
    notes: shown.length === 0 ? [] : notesOf(units, input.teams.length - shown.length, group),
    hidden:
      shown.length === 0
        ? `No ${group.one} has ${funnelMinimumTeam} people or more, so nothing is drawn.`
        : null,
  };
}
