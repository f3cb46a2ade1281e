/**
 * Teams or sites side by side with the range that chance alone gives each → ChartSpec. In the order they
 * come: a funnel is not a league table.
 */
import { binomialFunnel, exactFunnelRange, type FunnelUnit } from '@shared/statistics/funnel';
import type { ChartSpec, FlaggedPoint } from './chart-spec';
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
}

const teamsText = (count: number): string => (count === 1 ? '1 team' : `${count} teams`);

function sideText({ side }: FunnelUnit): string {
  return side === 'above' ? 'above' : 'below';
}

function headlineOf(shown: readonly FunnelTeam[], units: readonly FunnelUnit[], verb: string): string {
  const outside = shown.flatMap((team, at) => {
    const unit = units[at];
    return unit?.flag === 'outside-998' ? [{ team, unit }] : [];
  });
  const [first] = outside;
  if (first === undefined) {
    return shown.length === 1
      ? 'With one team there is nothing to compare'
      : `No team differs from the others by more than chance gives`;
  }
  if (outside.length === 1) {
    const { team, unit } = first;
    return `${team.name} is ${sideText(unit)} what chance gives: ${team.events} of ${team.n} people ${verb}`;
  }
  return `${teamsText(outside.length)} of ${shown.length} differ from the others by more than chance gives`;
}

function notesOf(units: readonly FunnelUnit[], left: number): string[] {
  const beyond = units.filter(({ flag }) => flag === 'outside-95' || flag === 'outside-998').length;
  const notes = [
    'Range: 99.8% limits from the exact binomial distribution. A marked team is a reason to look, not a cause.',
    `${beyond === 0 ? 'No team lies' : beyond === 1 ? '1 team lies' : `${beyond} teams lie`} outside the 95% limits. About 1 in 20 is expected there by chance.`,
  ];
  if (left > 0) {
    notes.push(
      `${teamsText(left)} of fewer than ${funnelMinimumTeam} people left out, also from the average.`,
    );
  }
  return notes;
}

/** Teams of fewer than 5 people are left out of the average as well, or it would give their figure away. */
export function funnelChartSpec(input: FunnelChartInput): ChartSpec {
  const shown = input.teams.filter(({ n }) => n >= funnelMinimumTeam);
  const { target, units } = binomialFunnel(shown);
  const spans = shown.map(({ n }) => {
    const range = target === null ? null : exactFunnelRange(n, target, 'in998');
    return { low: (range?.fewest ?? 0) / n, middle: target ?? 0, high: (range?.most ?? n) / n };
  });
  const flags = units.flatMap((unit, at): FlaggedPoint[] =>
    unit.flag === 'outside-998' ? [{ at, reason: `Outside the 99.8% limits, ${sideText(unit)}` }] : [],
  );
  const highest = [...spans.map(({ high }) => high), ...units.map(({ rate }) => rate ?? 0)].reduce(
    (top, value) => Math.max(top, value),
    0,
  );
  return {
    id: input.id,
    title: input.title,
    subtitle: `${input.period}. Funnel limits around the average of all teams shown.`,
    headline: headlineOf(shown, units, input.verb),
    layout: 'rows',
    x: {
      kind: 'scales',
      label: 'Team',
      detailLabel: 'People',
      points: shown.map(({ id, name, events, n }) => ({
        key: id,
        label: name,
        shortLabel: name,
        detail: `${events} of ${n}`,
      })),
    },
    y: { label: input.valueLabel, format: 'percent', ticks: niceTicks(0, highest) },
    series: [
      {
        id: 'rate',
        label: 'Team',
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
    flags,
    annotations: [],
    notes: shown.length === 0 ? [] : notesOf(units, input.teams.length - shown.length),
    hidden:
      shown.length === 0 ? `No team has ${funnelMinimumTeam} people or more, so nothing is drawn.` : null,
  };
}
