import { useMemo, useState } from 'react';
import { formatMonth } from '@shared/kernel/local-date';
import { explanations } from '@shared/workforce/explain/explanations';
import { isGroupShown, isMeasureId, measureOf, type Measure } from '@shared/workforce/measures';
import { formatValue } from '@shared/charts/chart-spec';
import { hiddenWords } from '@shared/charts/measure-chart';
import type { FigureRow } from '@shared/workforce/figure-row';
import { knownRows } from '@shared/workforce/known-rows';
import { useToday } from '../../../platform';
import {
  Figure,
  FigureRow as FigureLine,
  HiddenCell,
  LinkButton,
  Page,
  Section,
  Select,
  Sheet,
} from '../../../ui';
import { Explained } from '../How';
import { ChartPanel } from './ChartPanel';
import styles from './figure.module.css';
import { SourceSection } from './SourceSection';
import { useChartSetting } from './use-chart-setting';
import { fullMonths, useFigureGroups, useLeaversFrom } from './use-figure';

const crumbs = [{ label: 'Workforce', href: '/' }];

function valueText(measure: Measure, row: FigureRow | undefined) {
  if (row === undefined) return 'Not enough data';
  if (!isGroupShown(measure, row)) return <HiddenCell reason={hiddenWords} />;
  const value = measure.valueOf(row);
  return value === null ? 'Not enough data' : formatValue(value, measure.format);
}

/** "October 2026: 61.3 WTE days lost of 1,182" */
function underValue(measure: Measure, row: FigureRow | undefined): string {
  if (row === undefined) return 'No month yet';
  const words = isGroupShown(measure, row) ? measure.fractionOf(row)?.words : undefined;
  return words === undefined ? formatMonth(row.month) : `${formatMonth(row.month)}: ${words}`;
}

function Now(props: {
  readonly measure: Measure;
  readonly rows: readonly FigureRow[];
  readonly target: number | null;
}) {
  const { measure, rows, target } = props;
  const at = rows.findLastIndex((row) => measure.valueOf(row) !== null);
  const now = rows[at];
  const before = at < 12 ? undefined : rows[at - 12];
  return (
    <FigureLine>
      <Figure label={underValue(measure, now)} value={valueText(measure, now)} />
      {before !== undefined && (
        <Figure label={underValue(measure, before)} value={valueText(measure, before)} />
      )}
      {target !== null && <Figure label="Target" value={formatValue(target, measure.format)} />}
    </FigureLine>
  );
}

function FigureOf(props: { readonly measure: Measure }) {
  const { measure } = props;
  const today = useToday();
  const groups = useFigureGroups(today);
  const [team, setTeam] = useState<string | null>(null);
  const handle = useChartSetting(measure.id, team);
  const teams = (groups ?? []).flatMap((group) => (group.team === null ? [] : [group.team]));
  const leaversFrom = useLeaversFrom();
  const { rows, from } = useMemo(
    () => knownRows(measure, fullMonths(groups?.find((group) => group.team === team)), leaversFrom),
    [measure, groups, team, leaversFrom],
  );
  return (
    <Page
      title={measure.label}
      docTitle={measure.label}
      crumbs={crumbs}
      lede={explanations[measure.id].formula}
      actions={
        teams.length === 0 ? undefined : (
          <Select
            name="team"
            label="Shown for"
            width="medium"
            value={team ?? ''}
            onChange={(value) => {
              setTeam(value === '' ? null : value);
            }}
            options={[
              { value: '', label: 'The whole service' },
              ...teams.map((each) => ({ value: each, label: each })),
            ]}
          />
        )
      }
    >
      {groups === null ? (
        <p role="status">Working out the figures.</p>
      ) : (
        <>
          <Now measure={measure} rows={rows} target={handle.setting?.target ?? null} />
          <ChartPanel key={team} measure={measure} team={team} rows={rows} handle={handle} today={today}>
            {from !== null && (
              <p className={styles.quiet}>
                From {formatMonth(from)}. Before it, people who left are not on your list, so the figure would
                mislead.
              </p>
            )}
            <Section title="How it is worked out">
              <Sheet pad>
                <div className={styles.explained}>
                  <Explained explanation={explanations[measure.id]} />
                </div>
              </Sheet>
            </Section>
            <SourceSection measure={measure} team={team} rows={rows} />
          </ChartPanel>
        </>
      )}
    </Page>
  );
}

/** One figure: what it is now, its chart, how it is worked out, and the records behind it. */
export function FigurePage(props: { readonly id: string }) {
  const { id } = props;
  if (!isMeasureId(id)) {
    return (
      <Page title="This figure is not here" docTitle="Figures" crumbs={crumbs}>
        <Sheet pad>
          <p>The address names no figure that this version knows. Nothing changed.</p>
          <LinkButton href="/">See all figures</LinkButton>
        </Sheet>
      </Page>
    );
  }
  return <FigureOf key={id} measure={measureOf(id)} />;
}
