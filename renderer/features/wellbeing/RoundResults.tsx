import { ArrowRight, EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { formatInterval, formatValue, type ValueFormat } from '@shared/charts/chart-spec';
import {
  changeRangeText,
  changeText,
  groupBandText,
  hseScalesChart,
  wellbeingTrendChart,
} from '@shared/charts/wellbeing-charts';
import type { Instrument } from '@shared/instruments/instrument';
import type { GuardedCount, ShownWave } from '@shared/instruments/wave-summary';
import {
  baselineOf,
  changeSince,
  minimumReplies,
  readScaleIds,
  roundsLike,
  shownScale,
  type RoundView,
} from '@shared/wellbeing/round-results';
import { Chart } from '../../charts';
import { Columns, DataTable, HiddenCell, LinkButton, Note, Page, Section, Sheet, TextLink } from '../../ui';
import { groupName, hiddenText, measureName, percentText, rateWords } from './rounds';
import styles from './wellbeing.module.css';

const hiddenScaleReason = `Fewer than ${minimumReplies} replies can be scored on this, or all came out the same`;

export function HiddenGroup(props: {
  readonly title: string;
  readonly why: string;
  readonly ways: readonly string[];
}) {
  return (
    <div className={styles.hidden}>
      <EyeOff aria-hidden="true" />
      <div>
        <strong>{props.title}</strong>
        <p>{props.why}</p>
        <ul className={styles.ways}>
          {props.ways.map((way) => (
            <li key={way}>
              <ArrowRight aria-hidden="true" />
              <span>{way}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** A range or a count that breaks over lines is hard to read across. */
function oneLine(text: string): ReactNode {
  return <span className={styles.oneLine}>{text}</span>;
}

function guardedText(count: GuardedCount | null): ReactNode {
  if (count === null) return '';
  return count.shown ? (
    String(count.count)
  ) : (
    <HiddenCell reason={`Fewer than ${minimumReplies}, or all but fewer than ${minimumReplies}`} />
  );
}

function Who5Table(props: { readonly view: RoundView; readonly baseline: RoundView | null }) {
  const { view, baseline } = props;
  const format: ValueFormat = 'one-decimal';
  const rounds = baseline === null ? [view] : [baseline, view];
  const change = changeSince(baseline, view, 'percent');
  const rows = rounds.map((round) => {
    const scale = shownScale(round, 'percent');
    const flagged = round.state.kind === 'shown' ? round.state.summary.flagged : null;
    const hidden = <HiddenCell reason={hiddenScaleReason} />;
    return {
      key: round.id,
      cells: [
        round.wave.label,
        round.state.kind === 'shown' ? (
          oneLine(`${round.wave.answerSets.length} of ${round.wave.invited}`)
        ) : (
          <HiddenCell reason={hiddenScaleReason} />
        ),
        scale === null ? hidden : formatValue(scale.mean, format),
        scale === null ? hidden : scale.sd === null ? '' : formatValue(scale.sd, format),
        scale === null ? hidden : formatValue(scale.median, format),
        scale?.interval == null ? '' : oneLine(formatInterval(scale.interval, format)),
        scale === null ? hidden : guardedText(flagged),
      ],
    };
  });
  const changeRow =
    change === null
      ? []
      : [
          {
            key: 'change',
            isTotal: true,
            cells: [
              'Change',
              '',
              changeText(change, format),
              '',
              '',
              oneLine(changeRangeText(change, format)),
              '',
            ],
          },
        ];
  return (
    <DataTable
      caption="The numbers"
      columns={[
        { key: 'round', label: 'Round' },
        { key: 'replied', label: 'Replied', align: 'right' },
        { key: 'mean', label: 'Average', align: 'right' },
        { key: 'sd', label: 'Spread (SD)', align: 'right' },
        { key: 'median', label: 'Middle', align: 'right' },
        { key: 'range', label: 'Likely range', align: 'right' },
        { key: 'flag', label: '50 or under', align: 'right' },
      ]}
      rows={[...rows, ...changeRow]}
    />
  );
}

const changeWords = { better: 'Better', worse: 'Worse', 'no-clear-change': 'No clear change' } as const;

function ScalesTable(props: {
  readonly view: RoundView;
  readonly baseline: RoundView | null;
  readonly instrument: Instrument;
}) {
  const { view, baseline, instrument } = props;
  const format: ValueFormat = 'two-decimals';
  const isComparing = baseline !== null;
  return (
    <DataTable
      caption="Each scale"
      columns={[
        { key: 'scale', label: 'Scale' },
        { key: 'n', label: 'Scored', align: 'right' },
        { key: 'mean', label: 'Average', align: 'right' },
        { key: 'sd', label: 'Spread (SD)', align: 'right' },
        { key: 'median', label: 'Middle', align: 'right' },
        { key: 'range', label: 'Likely range', align: 'right' },
        { key: 'band', label: 'Beside the benchmark' },
        ...(isComparing
          ? ([
              { key: 'change', label: 'Since the baseline' },
              { key: 'difference', label: 'Difference', align: 'right' },
            ] as const)
          : []),
      ]}
      rows={readScaleIds(instrument).map((id) => {
        const title = instrument.scales.find((scale) => scale.id === id)?.title ?? id;
        const scale = shownScale(view, id);
        const change = changeSince(baseline, view, id);
        if (scale === null) {
          return {
            key: id,
            cells: [
              title,
              <HiddenCell key="hidden" reason={hiddenScaleReason} />,
              '',
              '',
              '',
              '',
              '',
              ...(isComparing ? ['', ''] : []),
            ],
          };
        }
        return {
          key: id,
          cells: [
            title,
            String(scale.n),
            formatValue(scale.mean, format),
            scale.sd === null ? '' : formatValue(scale.sd, format),
            formatValue(scale.median, format),
            scale.interval === null ? '' : oneLine(formatInterval(scale.interval, format)),
            oneLine(groupBandText(scale.groupBand)),
            ...(isComparing
              ? change === null
                ? ['', '']
                : [
                    changeWords[change.meaning],
                    oneLine(`${changeText(change, format)} (${changeRangeText(change, format)})`),
                  ]
              : []),
          ],
        };
      })}
    />
  );
}

function KeepInMind(props: {
  readonly summary: ShownWave;
  readonly view: RoundView;
  readonly baseline: RoundView | null;
}) {
  const { summary, view, baseline } = props;
  const unusable = summary.returned - summary.usable;
  return (
    <Section title="Keep in mind">
      {summary.responseRate !== null && summary.responseRateBand !== null && (
        <Note
          kind="plain"
          title={`${percentText(summary.responseRate)} replied: ${summary.usable} of ${summary.invited}`}
        >
          {rateWords[summary.responseRateBand]}
          {baseline?.state.kind === 'shown' &&
            baseline.state.summary.responseRate !== null &&
            ` Baseline was ${percentText(baseline.state.summary.responseRate)}.`}
        </Note>
      )}
      {unusable > 0 && (
        <Note kind="plain" title="Some replies could not be scored">
          They have too many blanks. They count as returned, not as replied.
        </Note>
      )}
      {summary.isSmallSample && (
        <Note kind="plain" title="Fewer than 30 replies">
          Only a large change would show. Use this to start a talk, not to end one.
        </Note>
      )}
      {baseline !== null && (
        <Note kind="plain" title="The two rounds may be different people">
          Some have joined, some have left, some answered once. That is one more reason for care.
        </Note>
      )}
      {summary.straightLined?.shown === true && (
        <Note kind="plain" title={`${summary.straightLined.count} replies give one answer throughout`}>
          Some items are worded the other way, so these may have been filled in at a run.
        </Note>
      )}
      {view.wave.note !== '' && (
        <Note kind="plain" title="What was going on">
          {view.wave.note}
        </Note>
      )}
      {baseline !== null && baseline.wave.note !== '' && (
        <Note kind="plain" title="At the baseline">
          {baseline.wave.note}
        </Note>
      )}
      <Note kind="plain" title={view.wave.isBaseline ? 'The baseline is locked' : 'This round is locked'}>
        {view.wave.lockedOn === null ? '' : `Closed on ${formatDate(view.wave.lockedOn)}. It never changes.`}
      </Note>
    </Section>
  );
}

/** Teams asked in the same days, so that nobody looks for them elsewhere: shown or hidden, with the reason. */
function Teams(props: { readonly rounds: readonly RoundView[]; readonly view: RoundView }) {
  const { rounds, view } = props;
  if (view.wave.group !== '') return null;
  const teams = rounds.filter(
    (other) =>
      other.wave.group !== '' &&
      other.wave.instrumentId === view.wave.instrumentId &&
      other.state.kind !== 'open' &&
      other.wave.opensOn <= view.wave.closesOn &&
      other.wave.closesOn >= view.wave.opensOn,
  );
  if (teams.length === 0) return null;
  return (
    <Section title="Teams asked in the same days">
      {teams.map((team) =>
        team.state.kind === 'hidden' ? (
          <HiddenGroup
            key={team.id}
            {...hiddenText(team.state.reason)}
            title={`${team.wave.group} is hidden`}
          />
        ) : (
          <p key={team.id}>
            <TextLink href={`/rounds/${team.id}`}>{`${team.wave.group}: ${team.wave.label}`}</TextLink>
          </p>
        ),
      )}
    </Section>
  );
}

/** A closed round: the sentence first, then the drawing, then the numbers. */
export function RoundResults(props: { readonly view: RoundView; readonly rounds: readonly RoundView[] }) {
  const { view, rounds } = props;
  const { wave, instrument, state } = view;
  const crumbs = [{ label: 'Wellbeing', href: '/' }];
  const kind = `${measureName(wave.instrumentId)} · ${groupName(wave.group)} · ${formatDate(wave.opensOn)} to ${formatDate(wave.closesOn)}`;
  const about = `${wave.label} · ${kind}`;
  if (state.kind !== 'shown' || instrument === null) {
    return (
      <Page title={wave.label} docTitle="Wellbeing round" crumbs={crumbs} lede={kind}>
        <HiddenGroup {...hiddenText(state.kind === 'hidden' ? state.reason : 'measure-unknown')} />
        <LinkButton href="/new">Open another round</LinkButton>
      </Page>
    );
  }
  const baseline = baselineOf(rounds, view);
  const isWho5 = instrument.id === 'who5';
  const spec = isWho5
    ? wellbeingTrendChart(instrument, baseline === null ? [view] : [baseline, view])
    : hseScalesChart(instrument, view, baseline);
  const others = roundsLike(rounds, view).filter(
    (other) => other.id !== view.id && other.state.kind !== 'open',
  ).length;
  const remarks = (
    <>
      <KeepInMind summary={state.summary} view={view} baseline={baseline} />
      <Teams rounds={rounds} view={view} />
      {others > 1 && (
        <p>
          <TextLink href="/">See all rounds on one line</TextLink>
        </p>
      )}
    </>
  );
  if (!isWho5) {
    // Seven scales with their changes need the whole width.
    return (
      <Page title={spec.headline} docTitle="Wellbeing results" crumbs={crumbs} lede={about}>
        <Sheet pad>
          <Chart spec={spec} isHeadlineHidden />
          <ScalesTable view={view} baseline={baseline} instrument={instrument} />
        </Sheet>
        {remarks}
      </Page>
    );
  }
  return (
    <Page title={spec.headline} docTitle="Wellbeing results" crumbs={crumbs} lede={about}>
      <Columns
        main={
          <Sheet pad>
            <Chart spec={spec} isHeadlineHidden />
            <Who5Table view={view} baseline={baseline} />
            <p className={styles.small}>
              “50 or under” counts replies at or below the measure’s low-mood prompt. It is hidden below{' '}
              {minimumReplies}, and never says who.
            </p>
          </Sheet>
        }
        side={remarks}
      />
    </Page>
  );
}
