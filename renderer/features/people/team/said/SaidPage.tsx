import { Megaphone } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatDate } from '@shared/kernel/local-date';
import { answerDueOn, boardOf, type Board, type BoardEntry } from '@shared/team-life/conversations';
import { useToday } from '../../../../platform';
import { BeforeItLeaves, useLeavingWords, useRoster } from '../../../../redaction';
import {
  Checkbox,
  Columns,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Section,
  Segmented,
  Sheet,
  Status,
  TextLink,
} from '../../../../ui';
import { useRecords } from '../../../../vault';
import { answeredWords } from '../conversations/conversation-words';
import { teamCrumbs } from '../crumbs';
import { TeamNav } from '../TeamNav';
import {
  boardGroups,
  boardParts,
  boardSpan,
  boardTitles,
  periodLabels,
  periods,
  periodStart,
  type BoardGroup,
  type Period,
} from './board-words';
import { PrintedSheet, SheetPreview } from './SaidSheet';
import styles from './said.module.css';
import { useSaveBoard } from './use-save-board';

/** What was said and what came of it, over all conversations: for the screen, and as a sheet for a wall. */
export function SaidPage() {
  const today = useToday();
  const conversations = useRecords('conversation');
  const [period, setPeriod] = useState<Period>('year');
  const board = useMemo(
    () => boardOf(conversations, periodStart(period, today)),
    [conversations, period, today],
  );
  const isEmpty = conversations.every(({ value }) => value.said.length === 0);
  return (
    <Page
      title="You said, we did"
      docTitle="You said, we did"
      crumbs={teamCrumbs}
      lede="People stop speaking up when nothing visibly follows. A reason counts as an answer."
    >
      <TeamNav />
      {isEmpty ? (
        <EmptyState
          icon={<Megaphone />}
          title="Nothing was said yet"
          action={
            <LinkButton href="~/people/team/conversations/new" variant="primary">
              Record a conversation
            </LinkButton>
          }
        >
          <p>
            What is said in conversations comes here with its answer. For example: “A second phone for
            visits”, and “Ordered, here by May”.
          </p>
        </EmptyState>
      ) : (
        <>
          <Segmented
            name="period"
            label="Said in"
            value={period}
            onChange={setPeriod}
            options={periods.map((value) => ({ value, label: periodLabels[value] }))}
          />
          <Columns main={<BoardGroups board={board} />} side={<ForTheWall board={board} />} />
        </>
      )}
      <HeardInRounds />
    </Page>
  );
}

/** What waits comes first: it is what somebody has to do something about. */
const onScreen: readonly BoardGroup[] = ['waiting', 'did', 'doing', 'notNow'];

function BoardGroups(props: { readonly board: Board }) {
  const { board } = props;
  if (boardGroups.every((group) => board[group].length === 0))
    return (
      <Note kind="plain" title="Nothing was said in this time">
        Choose a longer time to see more.
      </Note>
    );
  return (
    <div className={styles.board}>
      {onScreen
        .filter((group) => board[group].length > 0)
        .map((group) => (
          <Section key={group} title={boardTitles[group]}>
            <Sheet>
              <ul className={styles.entries} aria-label={boardTitles[group]}>
                {board[group].map((entry) => (
                  <li key={entry.key}>
                    <span className={styles.quote}>“{entry.said.said}”</span>
                    <Reply entry={entry} />
                  </li>
                ))}
              </ul>
            </Sheet>
          </Section>
        ))}
    </div>
  );
}

function Reply(props: { readonly entry: BoardEntry }) {
  const { said, conversationId, on } = props.entry;
  const today = useToday();
  const href = `~/people/team/conversations/${conversationId}`;
  if (said.state === 'waiting') {
    const due = answerDueOn(props.entry);
    return (
      <span className={styles.reply}>
        <Status kind={due < today ? 'caution' : 'due'}>
          {due < today ? `Was to be answered by ${formatDate(due)}` : `Answer by ${formatDate(due)}`}
        </Status>
        <span className={styles.where}>
          Said on {formatDate(on)}. <TextLink href={href}>Answer it</TextLink>
        </span>
      </span>
    );
  }
  return (
    <span className={styles.reply}>
      <strong>{said.answer}</strong>
      <span className={styles.where}>
        {answeredWords(said.answeredOn)}. <TextLink href={href}>See the conversation</TextLink>
      </span>
    </span>
  );
}

function ForTheWall(props: { readonly board: Board }) {
  const { board } = props;
  const [hasWaiting, setHasWaiting] = useState(true);
  const serviceName = useRecords('service')[0]?.value.name ?? '';
  const roster = useRoster({ hidesService: false });
  const parts = useMemo(() => boardParts(board, hasWaiting), [board, hasWaiting]);
  const words = useLeavingWords(parts, roster);
  const leaving = parts.map((part) => ({ ...part, text: words.resultOf(part.id) }));
  const sheet = useSaveBoard(leaving);
  if (parts.length === 0) return null;
  const content = { serviceName, span: boardSpan(board), parts: leaving };
  return (
    <div className={styles.side}>
      <Section title="For the wall">
        <Checkbox name="hasWaiting" isSelected={hasWaiting} onChange={setHasWaiting}>
          Put on it what is not answered yet
        </Checkbox>
      </Section>
      <SheetPreview {...content} />
      <Section title="Before it leaves">
        <Sheet pad>
          <BeforeItLeaves
            words={words}
            saveLabel="Save the sheet as PDF"
            isSaving={sheet.isPrinting}
            onSave={sheet.save}
          />
        </Sheet>
      </Section>
      {sheet.isPrinting && createPortal(<PrintedSheet {...content} />, document.body)}
    </div>
  );
}

/** What was heard in rounds has sheets of its own, with the round. */
function HeardInRounds() {
  const rounds = useRecords('wellbeing-wave');
  const told = useRecords('round-feedback')
    .flatMap(({ value }) => {
      const round = rounds.find(({ id }) => id === value.waveId);
      return round === undefined ? [] : [{ round, toldOn: value.toldOn }];
    })
    .toSorted((left, right) => right.round.value.closesOn.localeCompare(left.round.value.closesOn));
  if (told.length === 0) return null;
  return (
    <Section title="What we heard in rounds">
      <ul>
        {told.slice(0, 4).map(({ round, toldOn }) => (
          <li key={round.id}>
            <TextLink href={`~/wellbeing/rounds/${round.id}/heard`}>{round.value.label}</TextLink>
            {toldOn === null ? ': people are not told yet' : `: people were told on ${formatDate(toldOn)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
