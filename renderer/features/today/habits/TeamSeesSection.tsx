import { useMemo } from 'react';
import { newActionHref } from '@shared/actions/action-links';
import { habits } from '@shared/habits/habits';
import { habitGaps, seenBeside, teamSeen, type TeamSeen } from '@shared/habits/team-seen';
import { teamSeenMeasure, teamSeenMeasureId } from '@shared/habits/team-seen-measure';
import { formatDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';
import { minimumReplies } from '@shared/wellbeing/round-results';
import { errorText } from '../../../app/error-text';
import { useMeasures } from '../../../records/use-measures';
import { Button, DataTable, HiddenCell, LinkButton, Section, TextLink, useGo, useToast } from '../../../ui';
import { useRecords, useVault } from '../../../vault';
import { daysWords, gapWords, seenWords } from './habit-words';
import styles from './habits.module.css';

const tooFew = 'Fewer than 5 answers';
const whyHidden = 'Fewer than 5 answers, or all of them alike';

/** What the team said it sees, beside one's own days. Only from a closed round, and from five answers an item on. */
export function TeamSeesSection(props: { readonly weeks: readonly HabitWeek[] }) {
  const { weeks } = props;
  const waves = useRecords('wellbeing-wave');
  const measures = useMeasures();
  const seen = useMemo(() => teamSeen(waves, measures), [waves, measures]);
  return (
    <Section title="Seen by the team">
      <div className={styles.stack}>
        {seen.kind === 'none' ? (
          <NotAsked isOpen={seen.isOpen} />
        ) : (
          <>
            <p className={styles.small}>
              Round of{' '}
              <TextLink href={`~/wellbeing/rounds/${seen.roundId}`}>
                “{teamSeenMeasure.title}”, closed {formatDate(seen.closesOn)}
              </TextLink>
              .
            </p>
            {seen.kind === 'hidden' ? (
              <Hidden replies={seen.replies} />
            ) : (
              <Beside weeks={weeks} seen={seen} />
            )}
          </>
        )}
      </div>
    </Section>
  );
}

/** The form becomes a measure of the service's own, once, and is answered like any other. */
function NotAsked(props: { readonly isOpen: boolean }) {
  const vault = useVault();
  const go = useGo();
  const toast = useToast();
  const isThere = useRecords('own-measure').some(({ value }) => value.id === teamSeenMeasureId);
  if (props.isOpen) {
    return (
      <>
        <p>A round is open. It shows here once it is closed, with 5 answers or more.</p>
        <div>
          <LinkButton href="~/wellbeing">See the round</LinkButton>
        </div>
      </>
    );
  }
  const ask = async (): Promise<void> => {
    if (!isThere) {
      const saved = await vault.put('own-measure', teamSeenMeasure, undefined);
      if (!saved.ok) {
        toast({ text: errorText(saved.error) });
        return;
      }
    }
    go(`~/wellbeing/new/${teamSeenMeasureId}`);
  };
  return (
    <>
      <p>
        The team has not been asked. The form has six short items, and nobody’s answers can be told apart. It
        shows here from 5 answers on.
      </p>
      <div>
        <Button onPress={() => void ask()}>Ask the team</Button>
      </div>
    </>
  );
}

function Hidden(props: { readonly replies: number }) {
  const isSmall = props.replies < minimumReplies;
  return (
    <p>
      <HiddenCell reason={isSmall ? tooFew : whyHidden} />{' '}
      {isSmall ? 'It has fewer than 5 answers.' : 'Its answers are too few, or all alike.'} An average would
      tell how one person answered.
    </p>
  );
}

function Beside(props: {
  readonly weeks: readonly HabitWeek[];
  readonly seen: Extract<TeamSeen, { kind: 'shown' }>;
}) {
  const { weeks, seen } = props;
  const lines = seenBeside(weeks, seen);
  const gaps = habitGaps(weeks, seen);
  return (
    <>
      <DataTable
        caption="Your days in the four weeks before, and what the team sees"
        columns={[
          { key: 'habit', label: 'Habit' },
          { key: 'own', label: 'You noted' },
          { key: 'seen', label: 'The team sees' },
          { key: 'gap', label: 'Side by side' },
        ]}
        rows={lines.map((line) => ({
          key: line.habitId,
          cells: [
            habits[line.habitId].name,
            line.own === null
              ? 'Not set beside it'
              : `${String(line.own.kept)} of ${daysWords(line.own.days)}`,
            seenWords(line.seen) ?? <HiddenCell key="hidden" reason={whyHidden} />,
            gapWords(line),
          ],
        }))}
      />
      {gaps.some(({ direction }) => direction === 'team-sees-less') && (
        <div className={styles.buttons}>
          <LinkButton href={`~${newActionHref({ from: 'habits' })}`}>Make an action of it</LinkButton>
        </div>
      )}
    </>
  );
}
