import { useMemo, useState } from 'react';
import { pairCharts } from '@shared/charts/together-charts';
import type { ChartNote } from '@shared/workforce/chart-notes';
import type { FigureRow } from '@shared/workforce/figure-row';
import { knownRows } from '@shared/workforce/known-rows';
import { measureOf } from '@shared/workforce/measures';
import { measurePairs, movementWords, noCauseWords, type MeasurePair } from '@shared/workforce/together';
import { StackedCharts } from '../../../charts';
import { useToday } from '../../../platform';
import { Checkbox, Page, Section, Segmented, Select, Sheet, TextLink } from '../../../ui';
import { useChartNotes, useLeaversFrom } from '../figure/use-figure';
import { useChartSettings, useFullGroups } from '../teams/use-teams';
import { WorkforceNav } from '../workforce-nav';
import styles from '../workforce.module.css';

const ranges = ['12', '24', '36'] as const;
type Range = (typeof ranges)[number];

function Pair(props: {
  readonly pair: MeasurePair;
  readonly rows: readonly FigureRow[];
  readonly shown: number;
  readonly team: string | null;
  readonly notes: readonly ChartNote[];
}) {
  const { pair, rows, shown, team, notes } = props;
  const settings = useChartSettings();
  const leaversFrom = useLeaversFrom();
  const charts = useMemo(
    () => pairCharts({ pair, rows, shown, team, settings, notes, leaversFrom }),
    [pair, rows, shown, team, settings, notes, leaversFrom],
  );
  const measures = [measureOf(pair.upper), measureOf(pair.lower)];
  const window = rows.slice(-shown);
  const missing = charts.flatMap(({ hidden }, at) => (hidden === null ? [] : [measures[at]]));
  return (
    <Section title={pair.title}>
      <Sheet pad>
        <StackedCharts charts={charts} label={pair.title} headingLevel={3} />
      </Sheet>
      <div className={styles.pairWords}>
        {measures.map((measure) => {
          const words = movementWords(measure, knownRows(measure, window, leaversFrom).rows);
          return words === null ? null : <p key={measure.id}>{words}</p>;
        })}
        <p className={styles.muted}>
          {missing.length > 0 ? (
            <>
              Something is missing here. <TextLink href="~/workforce/bring-in">Bring figures in</TextLink> or{' '}
              <TextLink href="~/workforce/by-hand">type them by month</TextLink>.
            </>
          ) : (
            `${pair.about} ${noCauseWords}`
          )}
        </p>
      </div>
    </Section>
  );
}

/** What may weigh on people beside what may follow, on the same months. Never on one scale, and never as a cause. */
export function TogetherPage() {
  const today = useToday();
  const groups = useFullGroups(today);
  const [range, setRange] = useState<Range>('36');
  const [team, setTeam] = useState<string | null>(null);
  const [hasNotes, setNotes] = useState(true);
  const notes = useChartNotes(team, hasNotes);
  const teams = (groups ?? []).flatMap((group) => (group.team === null ? [] : [group.team]));
  const rows = groups?.find((group) => group.team === team)?.rows;
  return (
    <Page
      title="Side by side"
      docTitle="Side by side"
      crumbs={[{ label: 'Workforce', href: '~/workforce' }]}
      lede="Two figures on the same months, each on a scale of its own. They show when, not why."
    >
      <WorkforceNav />
      <div className={styles.choiceLine} data-print="no">
        {teams.length > 0 && (
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
        )}
        <Segmented
          label="Months shown"
          name="range"
          value={range}
          onChange={setRange}
          options={ranges.map((value) => ({ value, label: `${value} months` }))}
        />
        <Checkbox name="notes" isSelected={hasNotes} onChange={setNotes}>
          Show notes and events
        </Checkbox>
      </div>
      {rows === undefined ? (
        <p role="status">Working out the figures.</p>
      ) : (
        measurePairs.map((pair) => (
          <Pair key={pair.id} pair={pair} rows={rows} shown={Number(range)} team={team} notes={notes} />
        ))
      )}
      <p className={styles.muted}>
        <TextLink href="~/workforce/notes">Add a note of what happened</TextLink>
      </p>
    </Page>
  );
}
