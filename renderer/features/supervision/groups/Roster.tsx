/** Who belongs to a group and who waits for a place: both change here, each change with a way back. */
import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { membersOn } from '@shared/groups/sittings';
import { dateNear } from '../../../records/supervision-words';
import { unknownPerson } from '../../../records/record-words';
import { useChangeRecord } from '../../../records/use-change-record';
import { useNames } from '../../../records/use-names';
import { Button, Note, Row, RowList, Section, Sheet } from '../../../ui';
import type { StoredRecord } from '../../../vault';
import styles from './groups.module.css';
import { JoinDialog, MemberDialog } from './RosterDialogs';

export interface RosterProps {
  readonly record: StoredRecord<'reflective-group'>;
  readonly today: LocalDate;
  /** Minutes that somebody may count over the last twelve months. */
  readonly creditOf: (personId: RecordId) => number;
}

type Asked = { readonly what: 'join' | 'wait' } | { readonly what: 'member'; readonly index: number } | null;

export function Roster(props: RosterProps) {
  const { record, today } = props;
  const { value: group } = record;
  const nameOf = useNames();
  const called = (id: RecordId): string => nameOf(id) ?? unknownPerson;
  const change = useChangeRecord('reflective-group', record.id);
  const [asked, setAsked] = useState<Asked>(null);
  const entries = group.roster.map((entry, index) => ({ ...entry, index }));
  const byName = (left: { personId: RecordId }, right: { personId: RecordId }): number =>
    called(left.personId).localeCompare(called(right.personId), 'en-GB');
  const now = entries.filter(({ leftOn }) => leftOn === null || leftOn >= today).sort(byName);
  const past = entries.filter(({ leftOn }) => leftOn !== null && leftOn < today).sort(byName);
  const waiting = [...group.waiting].sort((left, right) => left.since.localeCompare(right.since));
  const isFull = membersOn(group, today).length >= group.maxSize;
  const asks = asked?.what === 'member' ? group.roster[asked.index] : undefined;

  const moveIn = (personId: RecordId): Promise<boolean> =>
    change(
      (value) => ({
        ...value,
        roster: [...value.roster, { personId, joinedOn: today, leftOn: null }],
        waiting: value.waiting.filter((entry) => entry.personId !== personId),
      }),
      `${called(personId)} is in the group from today.`,
    );
  const takeOff = (personId: RecordId): Promise<boolean> =>
    change(
      (value) => ({ ...value, waiting: value.waiting.filter((entry) => entry.personId !== personId) }),
      `${called(personId)} no longer waits.`,
    );

  return (
    <>
      <Section
        title={`Members (${now.length} of ${group.maxSize})`}
        action={
          <Button size="small" variant="quiet" onPress={() => setAsked({ what: 'join' })}>
            Add a member
          </Button>
        }
      >
        {now.length === 0 ? (
          <p className={styles.small}>Nobody belongs to it yet.</p>
        ) : (
          <Sheet>
            <RowList aria-label="Members">
              {now.map(({ personId, joinedOn, leftOn, index }) => {
                const credit = props.creditOf(personId);
                return (
                  <Row
                    key={index}
                    href={nameOf(personId) === null ? undefined : `~/people/${personId}`}
                    title={called(personId)}
                    detail={[
                      joinedOn > today
                        ? `from ${dateNear(joinedOn, today)}`
                        : `since ${dateNear(joinedOn, today)}`,
                      leftOn === null ? '' : `until ${dateNear(leftOn, today)}`,
                      credit === 0 ? '' : `${Math.round(credit)} minutes counted`,
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                    action={
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={`Change the days of ${called(personId)}`}
                        onPress={() => setAsked({ what: 'member', index })}
                      >
                        Change
                      </Button>
                    }
                  />
                );
              })}
            </RowList>
          </Sheet>
        )}
        {now.some(({ personId }) => props.creditOf(personId) > 0) && (
          <p className={styles.small}>Minutes counted over the last 12 months.</p>
        )}
        {past.length > 0 && (
          <details className={styles.more}>
            <summary>{`Have left (${past.length})`}</summary>
            <RowList aria-label="Have left">
              {past.map(({ personId, joinedOn, leftOn, index }) => (
                <Row
                  key={index}
                  title={called(personId)}
                  detail={`${dateNear(joinedOn, today)} to ${leftOn === null ? '' : dateNear(leftOn, today)}`}
                  action={
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={`Change the days of ${called(personId)}`}
                      onPress={() => setAsked({ what: 'member', index })}
                    >
                      Change
                    </Button>
                  }
                />
              ))}
            </RowList>
          </details>
        )}
      </Section>
      <Section
        title={waiting.length === 0 ? 'Waiting list' : `Waiting list (${waiting.length})`}
        action={
          <Button size="small" variant="quiet" onPress={() => setAsked({ what: 'wait' })}>
            Add to the list
          </Button>
        }
      >
        {waiting.length === 0 ? (
          <p className={styles.small}>Nobody waits for a place.</p>
        ) : (
          <>
            {(isFull || group.membership === 'closed') && (
              <Note kind="plain">
                {isFull
                  ? 'The group is full. Somebody can still move in when the group agrees.'
                  : 'The group is closed while it runs. Somebody can still move in when the group agrees.'}
              </Note>
            )}
            <Sheet>
              <RowList aria-label="Waiting list">
                {waiting.map(({ personId, since }) => (
                  <Row
                    key={personId}
                    title={called(personId)}
                    detail={`since ${dateNear(since, today)}`}
                    action={
                      <span className={styles.rowButtons}>
                        <Button
                          size="small"
                          aria-label={`Move in: ${called(personId)}`}
                          onPress={() => void moveIn(personId)}
                        >
                          Move in
                        </Button>
                        <Button
                          size="small"
                          variant="quiet"
                          aria-label={`Take off the list: ${called(personId)}`}
                          onPress={() => void takeOff(personId)}
                        >
                          Take off
                        </Button>
                      </span>
                    }
                  />
                ))}
              </RowList>
            </Sheet>
          </>
        )}
      </Section>
      {(asked?.what === 'join' || asked?.what === 'wait') && (
        <JoinDialog
          what={asked.what}
          group={group}
          today={today}
          onClose={() => setAsked(null)}
          onJoin={(personId, on) => {
            setAsked(null);
            void change(
              (value) =>
                asked.what === 'join'
                  ? {
                      ...value,
                      roster: [...value.roster, { personId, joinedOn: on, leftOn: null }],
                      waiting: value.waiting.filter((entry) => entry.personId !== personId),
                    }
                  : { ...value, waiting: [...value.waiting, { personId, since: on }] },
              asked.what === 'join' ? 'Saved.' : 'On the waiting list.',
            );
          }}
        />
      )}
      {asked?.what === 'member' && asks !== undefined && (
        <MemberDialog
          name={called(asks.personId)}
          entry={asks}
          today={today}
          onClose={() => setAsked(null)}
          onSave={(entry) => {
            setAsked(null);
            void change(
              (value) => ({
                ...value,
                roster: value.roster.flatMap((each, index) =>
                  index !== asked.index ? [each] : entry === null ? [] : [{ ...each, ...entry }],
                ),
              }),
              entry === null ? 'Taken off the list of members.' : 'Saved.',
            );
          }}
        />
      )}
    </>
  );
}
