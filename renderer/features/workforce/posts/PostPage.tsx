import { History, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { postNow, type PostNow } from '@shared/workforce/posts';
import { useToday } from '../../../platform';
import { Facts } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, LinkButton, MoreMenu, Note, Page, Section, Sheet, useGo } from '../../../ui';
import { useRecord, useViewNote, type StoredRecord } from '../../../vault';
import { NoPost } from './NoPost';
import { postCrumbs } from './post-crumbs';
import { PostDayDialog, type PostDay } from './PostDayDialog';
import { PostStory } from './PostStory';
import { coverWords, dayCount, lastRoundWords, placeWords, wteWords } from './post-words';
import styles from './posts.module.css';

export function PostPage(props: { readonly id: string }) {
  const record = useRecord('vacancy', props.id);
  useViewNote('vacancy', record?.id);
  return record === undefined ? <NoPost /> : <PostDetail record={record} />;
}

function PostDetail(props: { readonly record: StoredRecord<'vacancy'> }) {
  const { record } = props;
  const { id, value } = record;
  const today = useToday();
  const go = useGo();
  const remove = useRemoveWithUndo();
  const [asking, setAsking] = useState<PostDay | null>(null);
  const post = postNow(record, today);
  const isOver = value.startedOn !== null || value.withdrawnOn !== null;
  return (
    <Page
      title={value.title}
      docTitle="Vacancy"
      crumbs={postCrumbs}
      lede={ledeOf(post)}
      actions={
        <>
          {!isOver && (
            <Button
              variant="primary"
              onPress={() => {
                setAsking('started');
              }}
            >
              Somebody starts
            </Button>
          )}
          <LinkButton href={`~/workforce/posts/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu
            items={[
              {
                label: 'Earlier versions',
                icon: <History aria-hidden="true" />,
                onAction: () => {
                  go(`~/workforce/posts/${id}/history`);
                },
              },
              {
                label: 'Delete',
                icon: <Trash2 aria-hidden="true" />,
                onAction: () =>
                  void remove([record], 'Vacancy deleted.').then((isGone) => {
                    if (isGone) go('~/workforce/posts');
                  }),
              },
            ]}
          />
        </>
      }
    >
      <Facts
        facts={[
          { label: 'How much', value: wteWords(value.wte), detail: placeWords(value) || undefined },
          {
            label: post.state === 'filled' ? 'Time to fill' : 'Days open',
            value: dayCount(post.daysOpen),
            detail: post.daysFrozen === 0 ? undefined : `and ${dayCount(post.daysFrozen)} frozen`,
          },
          { label: 'Rounds', value: value.rounds.length, detail: lastRoundWords(value) },
          {
            label: 'Cover',
            value: coverWords({ ...value, coverNote: '' }),
            detail: value.coverNote === '' ? undefined : value.coverNote,
          },
        ]}
      />
      {value.placeNote !== '' && (
        <Note kind="plain" title="About the place">
          {value.placeNote}
        </Note>
      )}
      <Section
        title="What was tried"
        action={
          isOver ? undefined : (
            <LinkButton
              href={`~/workforce/posts/${id}/rounds/new`}
              size="small"
              icon={<Plus aria-hidden="true" />}
            >
              Add a round
            </LinkButton>
          )
        }
      >
        <Sheet pad>
          <PostStory record={record} post={post} />
        </Sheet>
      </Section>
      {!isOver && (
        <div className={styles.buttons}>
          {post.state === 'frozen' ? (
            <Button
              onPress={() => {
                setAsking('advertised-again');
              }}
            >
              It may be advertised again
            </Button>
          ) : (
            <Button
              onPress={() => {
                setAsking('frozen');
              }}
            >
              It is frozen
            </Button>
          )}
          <Button
            onPress={() => {
              setAsking('withdrawn');
            }}
          >
            It is withdrawn
          </Button>
        </div>
      )}
      <Note kind="plain">
        <KeptLine of={null} />
      </Note>
      <PostDayDialog
        record={record}
        asking={asking}
        onClose={() => {
          setAsking(null);
        }}
      />
    </Page>
  );
}

function ledeOf({ state, vacancy, daysOpen, freeze }: PostNow): string {
  switch (state) {
    case 'open':
      return vacancy.startedOn === null
        ? `Open for ${dayCount(daysOpen)}, since ${formatDate(vacancy.clearedOn)}.`
        : `Somebody starts on ${formatDate(vacancy.startedOn)}. Until then it is open.`;
    case 'frozen':
      return freeze === null ? 'Frozen.' : `Frozen since ${formatDate(freeze.from)}: ${freeze.why}`;
    case 'ahead':
      return `Cleared to advertise from ${formatDate(vacancy.clearedOn)}.`;
    case 'filled':
      return vacancy.startedOn === null
        ? 'Filled.'
        : `Filled: somebody started on ${formatDate(vacancy.startedOn)}.`;
    case 'withdrawn':
      return `Withdrawn${vacancy.withdrawnOn === null ? '' : ` on ${formatDate(vacancy.withdrawnOn)}`}${vacancy.withdrawnWhy === '' ? '.' : `: ${vacancy.withdrawnWhy}`}`;
  }
}
