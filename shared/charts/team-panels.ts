/** One measure for the whole service and each team, as small charts of one kind. In order of name: no ranking. */
import type { LocalDate } from '@shared/kernel/local-date';
import { blankChartSetting, type ChartSetting } from '@shared/records/chart-setting/chart-setting';
import { isSameTeam } from '@shared/people/teams';
import type { FigureGroup, FigureRow } from '@shared/workforce/figure-row';
import { knownRows } from '@shared/workforce/known-rows';
import { isGroupShown, smallestGroup, type Measure } from '@shared/workforce/measures';
import type { ChartSpec } from './chart-spec';
import { hiddenWords, measureChart } from './measure-chart';

export interface TeamPanel {
  readonly key: string;
  readonly name: string;
  readonly spec: ChartSpec;
  /** Of a small team nothing is drawn, said or tabled. */
  readonly isHidden: boolean;
}

export interface TeamPanelsInput {
  readonly measure: Measure;
  /** The whole service first, then teams by name; full months only. */
  readonly groups: readonly FigureGroup[];
  readonly shown: number;
  readonly settings: readonly ChartSetting[];
  /** A line at this value, where nobody has set a target for the chart. */
  readonly threshold: { readonly label: string; readonly value: number } | null;
  /** See `knownRows`. */
  readonly leaversFrom: LocalDate | null;
}

const wholeService = 'Whole service';

/** The newest month with a figure says whether the team is large enough now. */
function isLargeEnough(measure: Measure, rows: readonly FigureRow[]): boolean {
  const newest = rows.findLast((row) => measure.valueOf(row) !== null) ?? rows.at(-1);
  return newest !== undefined && isGroupShown(measure, newest);
}

function settingOf(settings: readonly ChartSetting[], measure: string, team: string | null): ChartSetting {
  const own = (of: string | null): ChartSetting | undefined =>
    settings.find(
      (setting) =>
        setting.measure === measure &&
        (of === null || setting.team === null ? setting.team === of : isSameTeam(setting.team, of)),
    );
  const found = own(team) ?? blankChartSetting(measure, team);
  return { ...found, target: found.target ?? own(null)?.target ?? null };
}

function panelOf(input: TeamPanelsInput, group: FigureGroup): TeamPanel {
  const { measure, settings, threshold, shown } = input;
  const { team } = group;
  const { rows } = knownRows(measure, group.rows, input.leaversFrom);
  const name = team ?? wholeService;
  const key = team ?? '';
  const isHidden = !isLargeEnough(measure, rows);
  const setting = settingOf(settings, measure.id, team);
  const usesThreshold = setting.target === null && threshold !== null;
  const chart = measureChart({
    measure,
    kind: 'run',
    rows: isHidden ? [] : rows,
    shown,
    setting: usesThreshold ? { ...setting, target: threshold.value } : setting,
    notes: [],
    team,
  });
  const spec: ChartSpec = {
    ...chart,
    // One page, many charts of one measure: an id of its own for each.
    id: `${measure.id}-${team === null ? 'service' : `team-${input.groups.findIndex((each) => each.team === team)}`}`,
    references: chart.references.map((reference) =>
      usesThreshold && reference.label === 'Target' ? { ...reference, label: threshold.label } : reference,
    ),
    hidden: isHidden ? hiddenWords : chart.hidden,
  };
  return { key, name, spec, isHidden };
}

export function teamPanels(input: TeamPanelsInput): TeamPanel[] {
  return input.groups.map((group) => panelOf(input, group));
}

/** What the page says of teams that it does not show; null when all are there. */
export function hiddenTeamsWords(panels: readonly TeamPanel[]): string | null {
  const hidden = panels.filter(({ isHidden, key }) => isHidden && key !== '').length;
  if (hidden === 0) return null;
  return hidden === 1
    ? `1 team has fewer than ${smallestGroup} people here. The whole service includes it.`
    : `${hidden} teams have fewer than ${smallestGroup} people here. The whole service includes them.`;
}
