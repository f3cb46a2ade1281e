import { useMemo, useState } from 'react';
import { scalesChart, wellbeingTrendChart } from '@shared/charts/wellbeing-charts';
import type { Instrument } from '@shared/instruments/instrument';
import { scaleTitle } from '@shared/wellbeing/round-details';
import {
  baselineOf,
  earlierRounds,
  minimumReplies,
  readScaleIds,
  shownScale,
  type RoundView,
} from '@shared/wellbeing/round-results';
import { chartNotes } from '@shared/workforce/chart-notes';
import { Chart } from '../../../charts';
import { useMeasures } from '../../../records/use-measures';
import { Select, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import { groupName, measureName } from '../rounds';
import styles from './results.module.css';

/** The measure of general wellbeing comes first, until another is chosen. */
const firstMeasure = 'who5';

const isClosed = ({ state }: RoundView): boolean => state.kind !== 'open';

function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort((left, right) => left.localeCompare(right, 'en-GB'));
}

/** What is drawn: measure, group and scale, each as chosen while there is something of it. */
function useShown(rounds: readonly RoundView[]) {
  const closed = rounds.filter(isClosed);
  const [chosen, setChosen] = useState({ measure: '', group: '', scale: '' });
  const measureIds = sorted(closed.map(({ wave }) => wave.instrumentId));
  const newest = closed.findLast(({ state }) => state.kind === 'shown') ?? closed.at(-1);
  const measure =
    [chosen.measure, firstMeasure].find((id) => measureIds.includes(id)) ?? newest?.wave.instrumentId ?? '';
  const ofMeasure = closed.filter(({ wave }) => wave.instrumentId === measure);
  const groups = sorted(ofMeasure.map(({ wave }) => wave.group));
  const group = groups.includes(chosen.group) ? chosen.group : (groups[0] ?? '');
  const ofGroup = ofMeasure.filter(({ wave }) => wave.group === group);
  // Two versions of one key are two measures: the newest one is drawn.
  const version = ofGroup.at(-1)?.wave.instrumentVersion;
  const trend = ofGroup.filter(({ wave }) => wave.instrumentVersion === version);
  const instrument = trend.at(-1)?.instrument ?? null;
  const scaleIds = instrument === null ? [] : readScaleIds(instrument);
  const scale = scaleIds.find((id) => id === chosen.scale) ?? scaleIds[0] ?? '';
  return { measureIds, measure, groups, group, trend, instrument, scaleIds, scale, chosen, setChosen };
}

/** How one scale has moved from round to round, for the measure and the group that are chosen. */
export function Trend(props: { readonly rounds: readonly RoundView[] }) {
  const measures = useMeasures();
  const shown = useShown(props.rounds);
  const { measureIds, measure, groups, group, trend, instrument, scaleIds, scale, chosen, setChosen } = shown;
  const notes = useRecords('context-note');
  const plans = useRecords('event-plan');
  const happened = useMemo(
    () => chartNotes(notes, plans, group === '' ? null : group),
    [notes, plans, group],
  );
  if (instrument === null || trend.length === 0) {
    return (
      <Sheet pad>
        <h2>No closed round yet</h2>
        <p className={styles.small}>
          Too early to say. A closed round with {minimumReplies} replies or more shows the first point; the
          next one shows whether it changes.
        </p>
      </Sheet>
    );
  }
  return (
    <Sheet pad>
      <div className={styles.stack}>
        {(measureIds.length > 1 || groups.length > 1 || scaleIds.length > 1) && (
          <div className={styles.choices}>
            {measureIds.length > 1 && (
              <Select
                label="Measure"
                name="measure"
                value={measure}
                onChange={(next) => {
                  setChosen({ ...chosen, measure: next, scale: '' });
                }}
                options={measureIds.map((id) => ({ value: id, label: measureName(id, measures) }))}
              />
            )}
            {groups.length > 1 && (
              <Select
                label="Shown for"
                name="group"
                value={group}
                onChange={(next) => {
                  setChosen({ ...chosen, group: next });
                }}
                options={groups.map((each) => ({ value: each, label: groupName(each) }))}
              />
            )}
            {scaleIds.length > 1 && (
              <Select
                label="Scale"
                name="scale"
                value={scale}
                onChange={(next) => {
                  setChosen({ ...chosen, scale: next });
                }}
                options={scaleIds.map((id) => ({ value: id, label: scaleTitle(instrument, id) }))}
              />
            )}
          </div>
        )}
        <Chart spec={wellbeingTrendChart(instrument, trend, { scaleId: scale, happened })} />
      </div>
    </Sheet>
  );
}

function withScales(view: RoundView): readonly [RoundView, Instrument] | null {
  const { instrument, state } = view;
  if (instrument === null || state.kind !== 'shown') return null;
  const ids = readScaleIds(instrument);
  return ids.length > 1 && ids.some((id) => shownScale(view, id) !== null) ? [view, instrument] : null;
}

/** The newest round of a measure with several scales: drivers beside each other. */
export function NewestScales(props: { readonly rounds: readonly RoundView[] }) {
  const { rounds } = props;
  const found = [...rounds].reverse().flatMap((view) => {
    const pair = withScales(view);
    return pair === null ? [] : [pair];
  })[0];
  if (found === undefined) return null;
  const [view, instrument] = found;
  const earlier = earlierRounds(rounds, view).filter(({ state }) => state.kind === 'shown');
  const compared = baselineOf(rounds, view) ?? earlier.at(-1) ?? null;
  return (
    <Sheet pad>
      <Chart spec={scalesChart(instrument, view, compared)} />
    </Sheet>
  );
}
