import type { ReactNode } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { roundOutcomeLabels, type Vacancy } from '@shared/records/vacancy/vacancy';
import type { PostNow } from '@shared/workforce/posts';
import { useToday } from '../../../platform';
import { useChangeRecord } from '../../../records/use-change-record';
import { Button, TextLink, Thread, ThreadItem } from '../../../ui';
import type { StoredRecord } from '../../../vault';
import { keepFocus } from '../../../records/focus-kept';
import { roundCounts, whenWords } from './post-words';
import styles from './posts.module.css';

interface Moment {
  readonly key: string;
  readonly on: string;
  readonly when: string;
  readonly title: string;
  readonly state: 'done' | 'now' | 'later' | 'dot';
  readonly body?: ReactNode;
}

/** From being cleared to the end, in the order in which it happened. */
export function PostStory(props: { readonly record: StoredRecord<'vacancy'>; readonly post: PostNow }) {
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
                ).then(keepFocus)
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
