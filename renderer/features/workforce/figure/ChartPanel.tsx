import { CalendarPlus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { chartKindLabels, measureChart, type MeasureChartKind } from '@shared/charts/measure-chart';
import { measureSeries } from '@shared/charts/measure-series';
import { phaseSuggestion, type ShownSuggestion } from '@shared/charts/phase-suggestion';
import { formatMonth, type LocalDate } from '@shared/kernel/local-date';
import type { FigureRow } from '@shared/workforce/figure-row';
import type { Measure } from '@shared/workforce/measures';
import { Chart } from '../../../charts';
import { Button, Checkbox, Note, Segmented, Sheet } from '../../../ui';
import { ChartSettings, type OpenDialog } from './ChartSettings';
import styles from './figure.module.css';
import { DaysBetween } from './DaysBetween';
import { useLeaverDates } from './use-leaver-dates';
import type { ChartSettingHandle } from './use-chart-setting';
import { monthsKept, useChartNotes } from './use-figure';

const ranges = ['12', '24', '36', String(monthsKept)] as const;
type Range = (typeof ranges)[number];

type Kind = MeasureChartKind | 'gaps';
const kindLabels: Readonly<Record<Kind, string>> = { ...chartKindLabels, gaps: 'Days between' };

function Suggestion(props: { readonly suggestion: ShownSuggestion; readonly onStart: () => void }) {
  const { from, side, length, missing } = props.suggestion;
  return (
    <Note kind="info" title={`The level changed around ${formatMonth(from)}: ${length} months ${side}`}>
      <div className={styles.suggestion}>
        <span>
          If you know what changed, a new phase could start there.
          {missing > 0 &&
            ` Its limits stay a first attempt for ${missing === 1 ? '1 more month' : `${missing} more months`}.`}
        </span>
        <Button size="small" icon={<CalendarPlus aria-hidden="true" />} onPress={props.onStart}>
          Start a new phase here
        </Button>
      </div>
    </Note>
  );
}

/** The chart with its choices, and below it how it is read. */
export function ChartPanel(props: {
  readonly measure: Measure;
  readonly team: string | null;
  readonly rows: readonly FigureRow[];
  readonly handle: ChartSettingHandle;
  readonly today: LocalDate;
  /** What stands between the chart and its settings. */
  readonly children: ReactNode;
}) {
  const { measure, team, rows, handle, today } = props;
  const { setting } = handle;
  const [kind, setKind] = useState<Kind>(measure.charts[0] ?? 'run');
  const [range, setRange] = useState<Range>('36');
  const [hasNotes, setNotes] = useState(true);
  const [open, setOpen] = useState<OpenDialog>(null);
  const [isSuggested, setSuggested] = useState(false);
  const notes = useChartNotes(team, hasNotes);
  const spec = useMemo(
    () =>
      kind === 'gaps'
        ? null
        : measureChart({ measure, kind, rows, shown: Number(range), setting, notes, team }),
    [measure, kind, rows, range, setting, notes, team],
  );
  const suggestion = useMemo(() => phaseSuggestion(measure, rows, setting), [measure, rows, setting]);
  const months = useMemo(
    () => measureSeries(measure, rows, setting).points.map(({ month }) => month),
    [measure, rows, setting],
  );
  const leavers = useLeaverDates(today);
  // Where people leave most months, days between them say nothing that a count does not.
  const hasGaps = measure.id === 'leavers' && team === null;
  const kinds: readonly Kind[] = hasGaps ? [...measure.charts, 'gaps'] : measure.charts;
  return (
    <>
      <div className={styles.choices} data-print="no">
        {kinds.length > 1 && (
          <Segmented
            label="Kind of chart"
            name="kind"
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: kindLabels[value] }))}
          />
        )}
        <Segmented
          label="Months shown"
          name="range"
          value={range}
          onChange={setRange}
          options={ranges.map((value) => ({
            value,
            label: value === String(monthsKept) ? '10 years' : `${value} months`,
          }))}
        />
        <Checkbox name="notes" isSelected={hasNotes} onChange={setNotes}>
          Show notes and events
        </Checkbox>
      </div>
      <Sheet pad>
        {spec === null ? (
          <DaysBetween
            id="leavers-gaps"
            title="Days between one leaver and the next"
            measure="Time between leavers"
            one="leaver"
            events={leavers}
            today={today}
            shown={Number(range)}
          />
        ) : (
          <Chart spec={spec} />
        )}
      </Sheet>
      {suggestion !== null && (kind === 'run' || kind === 'xmr') && (
        <Suggestion
          suggestion={suggestion}
          onStart={() => {
            setSuggested(true);
            setOpen('phase');
          }}
        />
      )}
      {props.children}
      <ChartSettings
        measure={measure}
        handle={handle}
        months={months}
        today={today}
        open={open}
        onOpen={(dialog) => {
          setSuggested(false);
          setOpen(dialog);
        }}
        suggested={isSuggested && suggestion !== null ? suggestion.from : null}
      />
    </>
  );
}
