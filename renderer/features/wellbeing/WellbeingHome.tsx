import { ChevronDown, Plus, Sprout } from 'lucide-react';
import { useState } from 'react';
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import { hseScalesChart, wellbeingTrendChart } from '@shared/charts/wellbeing-charts';
import { baselineOf, minimumReplies, type RoundView } from '@shared/wellbeing/round-results';
import { Chart } from '../../charts';
import {
  Columns,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Select,
  Sheet,
  Status,
  TextLink,
} from '../../ui';
import { groupName, hiddenText, measureName, useRounds } from './rounds';
import styles from './wellbeing.module.css';

const newRoundButton = (
  <LinkButton href="/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    New round
  </LinkButton>
);

const plansButton = <LinkButton href="/plans">Wellbeing Plans</LinkButton>;

function RoundStatus(props: { readonly view: RoundView }) {
  const { view } = props;
  const { wave, state } = view;
  if (state.kind === 'open') {
    const replies = wave.answerSets.length;
    return (
      <Status kind={replies >= minimumReplies ? 'due' : 'later'}>
        {replies} of {wave.invited} in
      </Status>
    );
  }
  if (state.kind === 'hidden') return <Status kind="hidden">{hiddenText(state.reason).title}</Status>;
  return <Status kind="good">{wave.isBaseline ? 'Baseline, locked' : 'Closed, results'}</Status>;
}

function groupsWith(rounds: readonly RoundView[], instrumentId: string): string[] {
  const closed = rounds.filter(
    (view) => view.wave.instrumentId === instrumentId && view.state.kind !== 'open',
  );
  return [...new Set(closed.map((view) => view.wave.group))].sort((left, right) =>
    left.localeCompare(right, 'en-GB'),
  );
}

/** The place: how it is going, what is open, every round. */
export function WellbeingHome() {
  const rounds = useRounds();
  const groups = groupsWith(rounds, 'who5');
  const [chosenGroup, setChosenGroup] = useState<string | null>(null);
  const group = chosenGroup !== null && groups.includes(chosenGroup) ? chosenGroup : (groups[0] ?? '');

  if (rounds.length === 0) {
    return (
      <Page title="Wellbeing" lede="How the team is doing, in rounds, never by name." actions={plansButton}>
        <EmptyState icon={<Sprout />} title="Start with a baseline" action={newRoundButton}>
          <p>
            Ask everyone the same few questions, then ask again later. The first round is the baseline that
            every later one is set against.
          </p>
          <p>
            Replies carry no name. Nothing is shown until a round has {minimumReplies} of them and is closed.
            For example: WHO-5, five items, one minute each, every three months.
          </p>
        </EmptyState>
      </Page>
    );
  }

  const trend = rounds.filter(
    (view) => view.wave.instrumentId === 'who5' && view.wave.group === group && view.state.kind !== 'open',
  );
  const who5 = trend[0]?.instrument ?? null;
  const scalesRound =
    rounds.findLast((view) => view.wave.instrumentId === 'hse35' && view.state.kind === 'shown') ?? null;
  const open = rounds.filter((view) => view.state.kind === 'open');

  return (
    <Page
      title="Wellbeing"
      lede="How the team is doing, in rounds, never by name."
      actions={
        <>
          {plansButton}
          {newRoundButton}
        </>
      }
    >
      <Columns
        main={
          who5 === null ? (
            <Sheet pad>
              <h2>No closed WHO-5 round yet</h2>
              <p className={styles.muted}>
                Too early to say. A closed round with {minimumReplies} replies or more shows the first point;
                the next one shows whether it changes.
              </p>
            </Sheet>
          ) : (
            <Sheet pad>
              {groups.length > 1 && (
                <Select
                  label="Shown for"
                  name="group"
                  width="medium"
                  value={group}
                  onChange={setChosenGroup}
                  options={groups.map((each) => ({ value: each, label: groupName(each) }))}
                />
              )}
              <Chart spec={wellbeingTrendChart(who5, trend)} />
            </Sheet>
          )
        }
        side={
          <>
            {open.length > 0 && (
              <Section title="Open now">
                <Sheet>
                  <RowList>
                    {open.map((view) => (
                      <Row
                        key={view.id}
                        href={`/rounds/${view.id}`}
                        title={view.wave.label}
                        detail={`${measureName(view.wave.instrumentId)} · ${groupName(view.wave.group)} · until ${formatDate(view.wave.closesOn)}`}
                        status={<RoundStatus view={view} />}
                      />
                    ))}
                  </RowList>
                </Sheet>
              </Section>
            )}
            <Section title="Keep in mind">
              <Note kind="plain" title="Nobody’s own score is ever shown">
                Replies are kept without name, time or order. Groups under {minimumReplies} show nothing.
              </Note>
              <Note kind="plain" title="Tell people what follows">
                Share the result and one thing you will change within eight weeks. People stop answering when
                nothing follows.
              </Note>
            </Section>
          </>
        }
      />
      {scalesRound?.instrument != null && (
        <Sheet pad>
          <Chart
            spec={hseScalesChart(scalesRound.instrument, scalesRound, baselineOf(rounds, scalesRound))}
          />
        </Sheet>
      )}
      <Section title="All rounds">
        <Sheet>
          <RowList>
            {[...rounds].reverse().map((view) => (
              <Row
                key={view.id}
                href={`/rounds/${view.id}`}
                title={view.wave.label}
                detail={`${measureName(view.wave.instrumentId)} · ${groupName(view.wave.group)} · ${formatMonth(monthOf(view.wave.opensOn))}`}
                status={<RoundStatus view={view} />}
              />
            ))}
          </RowList>
        </Sheet>
      </Section>
      <details className={styles.how}>
        <summary>
          <ChevronDown aria-hidden="true" />
          How wellbeing is worked out
        </summary>
        <dl>
          <dt>WHO-5</dt>
          <dd>
            Five answers of 0 to 5 are added and multiplied by 4, so a reply is 0 to 100. All five items are
            needed. The round shows the average.
          </dd>
          <dt>HSE 35</dt>
          <dd>
            Twelve items are turned round, then each of seven scales is the average of its items, 1 to 5. A
            scale with more than a fifth of its items blank is left out for that reply.
          </dd>
          <dt>Likely range</dt>
          <dd>
            The 95% interval of the average, from how far replies lie apart and how many there are. Few
            replies make it wide.
          </dd>
          <dt>Change</dt>
          <dd>
            Welch’s test, as for different people, because replies are not linked. A change is named only when
            its whole likely range lies on one side of nothing.
          </dd>
          <dt>What a quick look gets wrong</dt>
          <dd>Calling each rise or fall a change, reading a team of four, or counting a blank as 0.</dd>
        </dl>
      </details>
      <p className={styles.muted}>
        Measures need your own licensed form. Steading holds no wording of any of them.{' '}
        <TextLink href="/new">Open a round</TextLink> to see each licence note.
      </p>
    </Page>
  );
}
