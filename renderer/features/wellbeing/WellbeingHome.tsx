import { ChevronDown, Plus, Sprout } from 'lucide-react';
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import { minimumReplies, type RoundView } from '@shared/wellbeing/round-results';
import { useMeasures } from '../../records/use-measures';
import {
  Columns,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  TextLink,
} from '../../ui';
import { NewestScales, Trend } from './results/Trend';
import { groupName, hiddenText, measureName, useRounds } from './rounds';
import styles from './wellbeing.module.css';

const newRoundButton = (
  <LinkButton href="/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    New round
  </LinkButton>
);

const otherPlaces = (
  <>
    <LinkButton href="/measures">Measures</LinkButton>
    <LinkButton href="/plans">Wellbeing Plans</LinkButton>
  </>
);

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

/** The place: how it is going, what is open, every round. */
export function WellbeingHome() {
  const rounds = useRounds();
  const measures = useMeasures();

  if (rounds.length === 0) {
    return (
      <Page title="Wellbeing" lede="How the team is doing, in rounds, never by name." actions={otherPlaces}>
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

  const open = rounds.filter((view) => view.state.kind === 'open');

  return (
    <Page
      title="Wellbeing"
      lede="How the team is doing, in rounds, never by name."
      actions={
        <>
          {otherPlaces}
          {newRoundButton}
        </>
      }
    >
      <Columns
        main={<Trend rounds={rounds} />}
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
                        detail={`${measureName(view.wave.instrumentId, measures)} · ${groupName(view.wave.group)} · until ${formatDate(view.wave.closesOn)}`}
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
      <NewestScales rounds={rounds} />
      <Section title="All rounds">
        <Sheet>
          <RowList>
            {[...rounds].reverse().map((view) => (
              <Row
                key={view.id}
                href={`/rounds/${view.id}`}
                title={view.wave.label}
                detail={`${measureName(view.wave.instrumentId, measures)} · ${groupName(view.wave.group)} · ${formatMonth(monthOf(view.wave.opensOn))}`}
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
          <dt>Scores</dt>
          <dd>
            Items that are worded the other way are turned round. Then the answers of a scale are added or
            averaged, as its key says. Each measure’s page under{' '}
            <TextLink href="/measures">Measures</TextLink> has its key, its source and its rule for blanks.
          </dd>
          <dt>Small groups</dt>
          <dd>
            Nothing about fewer than {minimumReplies} people is shown, nor anything from which it could be
            worked out: not a team, not a part, not a rest.
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
        Published measures need your own licensed form. Steading brings no wording of any of them.{' '}
        <TextLink href="/measures">See each licence note</TextLink>.
      </p>
    </Page>
  );
}
