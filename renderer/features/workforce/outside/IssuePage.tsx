import { FileText, History, Milestone, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { issueStatusLabels, type OutsideIssue } from '@shared/records/outside-issue/outside-issue';
import { replyAwaited } from '@shared/workforce/outside-issues';
import { useToday } from '../../../platform';
import { Facts } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { useChangeRecord } from '../../../records/use-change-record';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import {
  Columns,
  LinkButton,
  MoreMenu,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextLink,
  Thread,
  ThreadItem,
  useGo,
} from '../../../ui';
import { useViewNote, useWholeRecord, type StoredRecord } from '../../../vault';
import { whenWords } from '../posts/post-words';
import styles from '../posts/posts.module.css';
import { issueCrumbs } from './issue-crumbs';
import { issueStatus, ratingWords } from './issue-words';
import { NoIssue } from './NoIssue';
import { StandingDialog } from './StandingDialog';

export function IssuePage(props: { readonly id: string }) {
  const record = useWholeRecord('outside-issue', props.id);
  useViewNote('outside-issue', record?.id);
  if (record === null) return <NoIssue />;
  if (record === undefined)
    return (
      <Page title="Outside our control" docTitle="Outside our control" crumbs={issueCrumbs}>
        {null}
      </Page>
    );
  return <IssueDetail record={record} />;
}

function IssueDetail(props: { readonly record: StoredRecord<'outside-issue'> }) {
  const { record } = props;
  const { id, value } = record;
  const today = useToday();
  const go = useGo();
  const remove = useRemoveWithUndo();
  const change = useChangeRecord('outside-issue', id);
  const [isSettling, setSettling] = useState(false);
  return (
    <Page
      title={value.title}
      docTitle="Outside our control"
      crumbs={issueCrumbs}
      lede={<Status {...issueStatus(value, today)} />}
      actions={
        <>
          <LinkButton
            href={`~/workforce/outside/${id}/replies/new`}
            variant="primary"
            icon={<Plus aria-hidden="true" />}
          >
            Add a reply
          </LinkButton>
          <LinkButton href={`~/workforce/outside/${id}/paper`} icon={<FileText aria-hidden="true" />}>
            Risk paper
          </LinkButton>
          <LinkButton href={`~/workforce/outside/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu
            items={[
              {
                label: 'Where it stands',
                icon: <Milestone aria-hidden="true" />,
                onAction: () => {
                  setSettling(true);
                },
              },
              {
                label: 'Earlier versions',
                icon: <History aria-hidden="true" />,
                onAction: () => {
                  go(`~/workforce/outside/${id}/history`);
                },
              },
              {
                label: 'Delete',
                icon: <Trash2 aria-hidden="true" />,
                onAction: () =>
                  void remove([record], 'Issue deleted.').then((isGone) => {
                    if (isGone) go('~/workforce/outside');
                  }),
              },
            ]}
          />
        </>
      }
    >
      <Facts
        facts={[
          { label: 'Asked of', value: value.askedOf, detail: `Raised on ${formatDate(value.raisedOn)}` },
          {
            label: 'Where it stands',
            value: issueStatusLabels[value.status],
            detail: value.statusWhy === '' ? undefined : value.statusWhy,
          },
          {
            label: 'To look at again',
            value: value.reviewOn === null ? 'No day set' : formatDate(value.reviewOn),
          },
        ]}
      />
      <Columns
        main={
          <Sheet pad>
            <Part title="What it is" text={value.situation} />
            <Part title="What it does to staff" text={value.effectOnStaff} />
            <Part title="What it does to people who use the service" text={value.effectOnPeople} />
            <Part title="How we know" text={value.evidence} figures={value.figures} />
            <Part title="What we have done ourselves" text={value.ownSteps} />
            <Part title="How large the risk is" text={ratingWords(value)} />
          </Sheet>
        }
        side={
          <Section title="Asked and answered">
            <Sheet pad>
              <Way id={id} issue={value} />
            </Sheet>
          </Section>
        }
      />
      <Note kind="plain">
        <KeptLine of={null} />
      </Note>
      {isSettling && (
        <StandingDialog
          issue={value}
          onClose={() => {
            setSettling(false);
          }}
          onSave={(standing) => change((now) => ({ ...now, ...standing }), 'Saved.')}
        />
      )}
    </Page>
  );
}

function Part(props: {
  readonly title: string;
  readonly text: string;
  readonly figures?: OutsideIssue['figures'];
}) {
  const { title, text, figures = [] } = props;
  if (text.trim() === '' && figures.length === 0) return null;
  return (
    <section>
      <h2 className={styles.partTitle}>{title}</h2>
      {text.trim() !== '' && <p className={styles.prose}>{text}</p>}
      {figures.length > 0 && (
        <ul className={styles.lines}>
          {figures.map(({ measure, words }) => (
            <li key={`${measure}${words}`}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The way of the question: raised, each reply, and what is still awaited. */
function Way(props: { readonly id: string; readonly issue: OutsideIssue }) {
  const { id, issue } = props;
  const today = useToday();
  const due = replyAwaited(issue);
  const settled = issue.status === 'accepted' || issue.status === 'closed';
  return (
    <Thread aria-label="Asked and answered">
      <ThreadItem when={whenWords(issue.raisedOn)} state="done" title={`Asked of ${issue.askedOf}`} />
      {issue.replies.map((reply) => (
        <ThreadItem key={reply.id} when={whenWords(reply.on)} state="done" title={`Reply from ${reply.from}`}>
          <p className={styles.prose}>{reply.said}</p>
          {reply.nextDue !== null && <p>More promised by {formatDate(reply.nextDue)}.</p>}
          <TextLink href={`~/workforce/outside/${id}/replies/${reply.id}`}>
            Change the reply of {formatDate(reply.on)}
          </TextLink>
        </ThreadItem>
      ))}
      {due !== null && (
        <ThreadItem
          when={whenWords(due)}
          state={due < today ? 'now' : 'later'}
          title={due < today ? 'Reply overdue' : 'Reply due'}
        >
          {due < today ? 'It may help to ask again, with the risk paper.' : undefined}
        </ThreadItem>
      )}
      {settled && (
        <ThreadItem when="Now" state="done" title={issueStatusLabels[issue.status]}>
          {issue.statusWhy}
        </ThreadItem>
      )}
    </Thread>
  );
}
