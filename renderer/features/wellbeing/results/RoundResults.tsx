import { FileDown, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { formatDate, formatMonthShort, monthOf } from '@shared/kernel/local-date';
import { roundChart } from '@shared/charts/wellbeing-charts';
import type { Instrument } from '@shared/instruments/instrument';
import {
  baselineOf,
  earlierRounds,
  minimumReplies,
  readScaleIds,
  roundsLike,
  type RoundView,
} from '@shared/wellbeing/round-results';
import { Chart } from '../../../charts';
import { useMeasures } from '../../../records/use-measures';
import { Button, Columns, LinkButton, Note, Page, Section, Select, Sheet, TextLink } from '../../../ui';
import { groupName, hiddenText, measureName } from '../rounds';
import { Bands, Norms, Parts, StandingItems } from './Beside';
import { Findings } from './Findings';
import { HiddenGroup } from './HiddenGroup';
import { KeepInMind } from './KeepInMind';
import { RoundsTable, ScalesTable } from './ScoreTables';
import { useOwnWording } from './use-own-wording';
import { useSaveResults } from './use-save-results';
import styles from './results.module.css';

export interface RoundResultsProps {
  readonly view: RoundView;
  readonly rounds: readonly RoundView[];
}

const crumbs = [{ label: 'Wellbeing', href: '/' }];

/** Teams asked in the same days, so that nobody looks for them elsewhere: shown or hidden, with the reason. */
function Teams({ rounds, view }: RoundResultsProps) {
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

/** Which earlier round this one is set against: the baseline, unless another is chosen. */
function useCompared({ view, rounds }: RoundResultsProps) {
  const earlier = earlierRounds(rounds, view).filter(({ state }) => state.kind === 'shown');
  const baseline = baselineOf(rounds, view);
  const first = earlier.find(({ id }) => id === baseline?.id) ?? earlier.at(-1) ?? null;
  const [chosen, choose] = useState<string | null>(null);
  const compared = earlier.find(({ id }) => id === chosen) ?? first;
  return { earlier, compared, choose };
}

function HiddenRound({ view }: { readonly view: RoundView }) {
  const { wave, state } = view;
  const measures = useMeasures();
  return (
    <Page
      title={wave.label}
      docTitle="Wellbeing round"
      crumbs={crumbs}
      lede={aboutRound(view, measureName(wave.instrumentId, measures))}
      actions={<HeardLink view={view} />}
    >
      <HiddenGroup {...hiddenText(state.kind === 'hidden' ? state.reason : 'measure-unknown')} />
      <LinkButton href="/new">Open another round</LinkButton>
    </Page>
  );
}

function aboutRound({ wave }: RoundView, measure: string): string {
  return `${measure} · ${groupName(wave.group)} · ${formatDate(wave.opensOn)} to ${formatDate(wave.closesOn)}`;
}

function HeardLink({ view }: { readonly view: RoundView }) {
  return (
    <LinkButton href={`/rounds/${view.id}/heard`} icon={<MessageSquareText aria-hidden="true" />}>
      What we heard
    </LinkButton>
  );
}

/** A closed round: the sentence first, then the drawing, then the numbers, then what to keep in mind. */
export function RoundResults(props: RoundResultsProps) {
  const { view } = props;
  const { instrument, state } = view;
  return state.kind !== 'shown' || instrument === null ? (
    <HiddenRound view={view} />
  ) : (
    <ShownRound {...props} instrument={instrument} />
  );
}

function ShownRound(props: RoundResultsProps & { readonly instrument: Instrument }) {
  const { view, rounds, instrument } = props;
  const { wave, state } = view;
  const measures = useMeasures();
  const wording = useOwnWording(view);
  const { earlier, compared, choose } = useCompared(props);
  const saving = useSaveResults(view, compared);
  if (state.kind !== 'shown') return null;
  const spec = roundChart(instrument, view, compared);
  const isOneScale = readScaleIds(instrument).length === 1;
  const beside = { view, rounds, measures, instrument };
  const others = roundsLike(rounds, view).filter(
    (other) => other.id !== view.id && other.state.kind !== 'open',
  ).length;
  const figure = (
    <Sheet pad>
      <div className={styles.stack}>
        {earlier.length > 1 && (
          <div className={styles.compare}>
            <Select
              label="Set against"
              name="compared"
              value={compared?.id ?? ''}
              onChange={choose}
              options={earlier.map(({ id, wave: { label, closesOn, isBaseline } }) => ({
                value: id,
                label: `${isBaseline && label !== 'Baseline' ? 'Baseline: ' : ''}${label}, ${formatMonthShort(monthOf(closesOn))}`,
              }))}
            />
          </div>
        )}
        <Chart spec={spec} isHeadlineHidden />
        {isOneScale ? (
          <RoundsTable view={view} instrument={instrument} compared={compared} />
        ) : (
          <ScalesTable view={view} instrument={instrument} compared={compared} />
        )}
        {instrument.id === 'who5' && (
          <p className={styles.small}>
            “50 or under” counts replies at or below the measure’s low-mood prompt. It is hidden below{' '}
            {minimumReplies}, and never says who.
          </p>
        )}
      </div>
    </Sheet>
  );
  const remarks = (
    <>
      <KeepInMind
        summary={state.summary}
        view={view}
        instrument={instrument}
        compared={compared}
        measures={measures}
      />
      <Teams rounds={rounds} view={view} />
      {others > 1 && (
        <p>
          <TextLink href="/">See all rounds on one line</TextLink>
        </p>
      )}
    </>
  );
  const more = (
    <>
      <Findings instrument={instrument} view={view} compared={compared} />
      <Parts {...beside} />
      <Bands {...beside} />
      <Norms {...beside} />
      <StandingItems {...beside} wording={wording} />
    </>
  );
  return (
    <Page
      title={spec.headline}
      docTitle="Wellbeing results"
      crumbs={crumbs}
      crumb={wave.label}
      lede={`${wave.label} · ${aboutRound(view, measureName(wave.instrumentId, measures))}`}
      actions={
        <>
          <Button
            icon={<FileDown aria-hidden="true" />}
            isPending={saving.isPending}
            onPress={() => void saving.run()}
          >
            Save as CSV
          </Button>
          <HeardLink view={view} />
        </>
      }
    >
      <div aria-live="polite">
        {saving.problem !== null && (
          <Note kind="caution" title="Not saved">
            {saving.problem}
          </Note>
        )}
      </div>
      {isOneScale ? (
        <Columns
          main={
            <>
              {figure}
              {more}
            </>
          }
          side={remarks}
        />
      ) : (
        // Several scales with their changes need the whole width.
        <>
          {figure}
          <Columns main={more} side={remarks} />
        </>
      )}
    </Page>
  );
}
