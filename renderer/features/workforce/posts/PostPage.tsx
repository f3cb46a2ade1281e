import { History, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { addDays, formatDate } from '@shared/kernel/local-date';
import { roundOutcomeLabels, type Vacancy } from '@shared/records/vacancy/vacancy';
import { postNow, type PostNow } from '@shared/workforce/posts';
import { useToday } from '../../../platform';
import { Facts } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { useChangeRecord } from '../../../records/use-change-record';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import {
  Button,
  LinkButton,
  MoreMenu,
  Note,
  Page,
  Section,
  Sheet,
  TextLink,
  Thread,
  ThreadItem,
  useGo,
} from '../../../ui';
import { useRecord, useViewNote, type StoredRecord } from '../../../vault';
import { DayDialog } from './DayDialog';
import { NoPost } from './NoPost';
import { postCrumbs } from './post-crumbs';
import {
  coverWords,
  dayCount,
  lastRoundWords,
  placeWords,
  roundCounts,
  whenWords,
  wteWords,
} from './post-words';
import styles from './posts.module.css';

type Asking = 'started' | 'withdrawn' | 'frozen' | 'advertised-again' | null;

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
  const [asking, setAsking] = useState<Asking>(null);
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
          <Story record={record} post={post} />
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
      <Asked
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

interface Moment {
  readonly key: string;
  readonly on: string;
  readonly when: string;
  readonly title: string;
  readonly state: 'done' | 'now' | 'later' | 'dot';
  readonly body?: ReactNode;
}

/** From being cleared to the end, in the order in which it happened. */
function Story(props: { readonly record: StoredRecord<'vacancy'>; readonly post: PostNow }) {
  const { record, post } = props;
  const { id, value } = record;
  const today = useToday();
  const change = useChangeRecord('vacancy', id);
  const moments: Moment[] = [
    {
      key: 'cleared',
      on: value.clearedOn,
      when: whenWords(value.clearedOn),
      title: 'Cleared to advertise',
      state: value.clearedOn > today ? 'later' : 'done',
    },
    ...value.rounds.map((round, index): Moment => {
      const title = `Round ${index + 1}: ${roundOutcomeLabels[round.outcome].toLowerCase()}`;
      return {
        key: round.id,
        on: round.advertisedOn,
        when: whenWords(round.advertisedOn),
        title,
        state: round.outcome === 'still-open' ? 'now' : 'done',
        body: (
          <>
            {[
              roundCounts(round),
              round.closedOn === null ? '' : `Closed ${formatDate(round.closedOn)}`,
              round.note,
            ]
              .filter((part) => part !== '')
              .map((part) => (
                <p key={part}>{part}</p>
              ))}
            <TextLink href={`~/workforce/posts/${id}/rounds/${round.id}`}>Change round {index + 1}</TextLink>
          </>
        ),
      };
    }),
    ...value.freezes.map((freeze): Moment => ({
      key: `freeze-${freeze.from}`,
      on: freeze.from,
      when: whenWords(freeze.from),
      title: freeze.until === null ? 'Frozen' : `Frozen until ${formatDate(freeze.until)}`,
      state: freeze.until === null || freeze.until > today ? 'now' : 'done',
      body: (
        <>
          <p>{freeze.why}</p>
          <div className={styles.inline}>
            <Button
              variant="quiet"
              size="small"
              aria-label={`Take away: frozen from ${formatDate(freeze.from)}`}
              onPress={() =>
                void change(
                  (now) => ({ ...now, freezes: now.freezes.filter(({ from }) => from !== freeze.from) }),
                  'Freeze taken away.',
                )
              }
            >
              Take away
            </Button>
          </div>
        </>
      ),
    })),
    ...endOf(value, today),
  ];
  const inOrder = moments.toSorted((left, right) => left.on.localeCompare(right.on));
  return (
    <Thread aria-label="What was tried">
      {inOrder.map(({ key, when, title, state, body }) => (
        <ThreadItem key={key} when={when} state={state} title={title}>
          {body}
        </ThreadItem>
      ))}
      {post.state === 'open' && value.startedOn === null && value.rounds.length === 0 && (
        <ThreadItem when="Next" state="later" title="First round">
          Not advertised yet.
        </ThreadItem>
      )}
    </Thread>
  );
}

function endOf({ startedOn, withdrawnOn, withdrawnWhy }: Vacancy, today: string): readonly Moment[] {
  const on = startedOn ?? withdrawnOn;
  if (on === null) return [];
  return [
    {
      key: 'end',
      on,
      when: whenWords(on),
      title: startedOn === null ? 'Withdrawn' : on > today ? 'Somebody starts' : 'Somebody started',
      state: on > today ? 'later' : 'done',
      ...(withdrawnWhy === '' ? {} : { body: withdrawnWhy }),
    },
  ];
}

/** The day of a step that ends or stops the search. */
function Asked(props: {
  readonly record: StoredRecord<'vacancy'>;
  readonly asking: Asking;
  readonly onClose: () => void;
}) {
  const { record, asking, onClose } = props;
  const { value } = record;
  const today = useToday();
  const change = useChangeRecord('vacancy', record.id);
  const cleared = {
    day: value.clearedOn,
    message: `It was cleared to advertise on ${formatDate(value.clearedOn)}`,
  };
  const lastFreeze = value.freezes.at(-1);
  switch (asking) {
    case null:
      return null;
    case 'started':
      return (
        <DayDialog
          title="Somebody starts"
          label="First day in the post"
          hint="An accepted offer ends nothing. The vacancy is open until this day."
          why={null}
          save="Save the day"
          today={today}
          notBefore={cleared}
          onClose={onClose}
          onSave={(startedOn) => change((now) => ({ ...now, startedOn }), 'Saved.')}
        />
      );
    case 'withdrawn':
      return (
        <DayDialog
          title="The post is withdrawn"
          label="Withdrawn on"
          hint="It is no longer looked for. What was tried stays here."
          why={{ label: 'Why', missing: 'Say why it was withdrawn' }}
          save="Withdraw the post"
          today={today}
          notBefore={cleared}
          hasToBeOver
          onClose={onClose}
          onSave={(withdrawnOn, withdrawnWhy) =>
            change((now) => ({ ...now, withdrawnOn, withdrawnWhy }), 'Withdrawn.')
          }
        />
      );
    case 'frozen':
      return (
        <DayDialog
          title="The post is frozen"
          label="Frozen from"
          hint="Until it may be advertised again, its days count as frozen, not as open."
          why={{ label: 'Why', missing: 'Say why it is frozen' }}
          save="Freeze the post"
          today={today}
          notBefore={
            lastFreeze?.until == null
              ? cleared
              : {
                  day: lastFreeze.until,
                  message: `It was frozen before, until ${formatDate(lastFreeze.until)}`,
                }
          }
          hasToBeOver
          onClose={onClose}
          onSave={(from, why) =>
            change((now) => ({ ...now, freezes: [...now.freezes, { from, until: null, why }] }), 'Frozen.')
          }
        />
      );
    case 'advertised-again': {
      const from = lastFreeze?.from ?? value.clearedOn;
      return (
        <DayDialog
          title="It may be advertised again"
          label="From"
          hint="The first day on which it is open again."
          why={null}
          save="Save the day"
          today={today}
          notBefore={{ day: addDays(from, 1), message: `The freeze began on ${formatDate(from)}` }}
          hasToBeOver
          onClose={onClose}
          onSave={(until) =>
            change(
              (now) => ({
                ...now,
                freezes: now.freezes.map((freeze) => (freeze.until === null ? { ...freeze, until } : freeze)),
              }),
              'Open again.',
            )
          }
        />
      );
    }
  }
}
