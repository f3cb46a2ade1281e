import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { newActionHref } from '@shared/actions/action-links';
import { formatDate } from '@shared/kernel/local-date';
import { isOpen } from '@shared/records/action/action';
import type { Said } from '@shared/records/conversation/conversation';
import { withAnswer } from '@shared/team-life/conversations';
import { Facts } from '../../../../records/Facts';
import { nextId } from '../../../../records/form-read';
import { KeptLine } from '../../../../records/KeptLine';
import { useChangeRecord } from '../../../../records/use-change-record';
import {
  Button,
  Columns,
  LinkButton,
  MoreMenu,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
} from '../../../../ui';
import { useRecord, useRecords, useViewNote, type StoredRecord } from '../../../../vault';
import { conversationCrumbs } from '../crumbs';
import styles from '../team.module.css';
import { useRecordMenu } from '../use-record-menu';
import { NoConversation } from './ConversationForm';
import { answeredWords, presentWords, saidStatus } from './conversation-words';
import { DecisionForm } from './DecisionForm';
import { SaidDialog } from './SaidDialog';

export function ConversationPage(props: { readonly id: string }) {
  const record = useRecord('conversation', props.id);
  useViewNote('conversation', record?.id);
  return record === undefined ? <NoConversation /> : <ConversationDetail record={record} />;
}

function ConversationDetail(props: { readonly record: StoredRecord<'conversation'> }) {
  const { record } = props;
  const { id, value } = record;
  const href = `~/people/team/conversations/${id}`;
  const change = useChangeRecord('conversation', id);
  const menu = useRecordMenu({
    records: [record],
    href,
    gone: 'Conversation deleted.',
    back: '~/people/team/conversations',
  });
  const [open, setOpen] = useState<Said | null>(null);
  const isNew = open !== null && !value.said.some((each) => each.id === open.id);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Page
      title={value.topic}
      docTitle="Team conversation"
      crumbs={conversationCrumbs}
      actions={
        <>
          <LinkButton href={`${href}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu items={menu} />
        </>
      }
    >
      <Facts
        facts={[
          { label: 'When', value: formatDate(value.on) },
          { label: 'Team', value: value.team === '' ? 'Whole service' : value.team },
          {
            label: 'How many',
            value: value.presentCount === null ? 'Not counted' : presentWords(value.presentCount),
          },
          {
            label: 'Who spoke first',
            value: value.leaderSharedFirst ? 'Whoever led' : 'Not said',
          },
        ]}
      />
      <Columns
        main={
          <Section
            title="What was said, and what came of it"
            action={
              <Button
                size="small"
                icon={<Plus aria-hidden="true" />}
                onPress={() => {
                  setOpen({
                    id: nextId('said', value.said),
                    said: '',
                    state: 'waiting',
                    answer: '',
                    answeredOn: null,
                  });
                }}
              >
                Add what was said
              </Button>
            }
          >
            {value.said.length === 0 ? (
              <p className={styles.small}>
                Nothing is written down yet. One line each is enough, without names.
              </p>
            ) : (
              <Sheet>
                <RowList aria-label="What was said">
                  {value.said.map((said) => (
                    <SaidRow
                      key={said.id}
                      said={said}
                      onOpen={() => {
                        setOpen(said);
                      }}
                    />
                  ))}
                </RowList>
              </Sheet>
            )}
          </Section>
        }
        side={
          <>
            <Section title="What was decided">
              <Sheet pad>
                <DecisionForm conversation={value} change={change} />
              </Sheet>
            </Section>
            <ActionsOfIt record={record} />
          </>
        }
      />
      <Note kind="plain" title="Who can see this">
        You, on this laptop. The sheet “You said, we did” shows what was said and the answers, once you save
        it. <KeptLine of={null} />
      </Note>
      {open !== null && (
        <SaidDialog
          title={isNew ? 'Something that was said' : 'What came of it'}
          said={open}
          onClose={close}
          onSave={(said) =>
            change((now) => (isNew ? { ...now, said: [...now.said, said] } : withAnswer(now, said)), 'Saved.')
          }
        />
      )}
    </Page>
  );
}

function SaidRow(props: { readonly said: Said; readonly onOpen: () => void }) {
  const { said, onOpen } = props;
  const verb = said.state === 'waiting' ? 'Answer' : 'Change';
  return (
    <Row
      title={said.said}
      detail={
        said.state === 'waiting' ? undefined : (
          <>
            <span className={styles.answer}>{said.answer}</span> {answeredWords(said.answeredOn)}
          </>
        )
      }
      status={<Status {...saidStatus(said)} />}
      action={
        <Button size="small" variant="quiet" aria-label={`${verb}: ${said.said}`} onPress={onOpen}>
          {verb}
        </Button>
      }
    />
  );
}

/** Actions that name this conversation as their source: they live in Actions, and are only pointed at here. */
function ActionsOfIt(props: { readonly record: StoredRecord<'conversation'> }) {
  const { id } = props.record;
  const actions = useRecords('action').filter(
    ({ value }) => value.source?.from === 'conversation' && value.source.conversationId === id,
  );
  return (
    <Section title="Actions that came of it">
      {actions.length > 0 && (
        <Sheet>
          <RowList aria-label="Actions that came of it">
            {actions.map(({ id: actionId, value }) => (
              <Row
                key={actionId}
                href={`~/actions/${actionId}`}
                title={value.what}
                detail={
                  value.doneOn !== null
                    ? `Done on ${formatDate(value.doneOn)}`
                    : isOpen(value)
                      ? `To look at on ${formatDate(value.reviewOn)}`
                      : 'Not needed any more'
                }
              />
            ))}
          </RowList>
        </Sheet>
      )}
      <div className={styles.buttons}>
        <LinkButton href={`~${newActionHref({ from: 'conversation', conversationId: id })}`}>
          Make an action
        </LinkButton>
      </div>
    </Section>
  );
}
