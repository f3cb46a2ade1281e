/** The pages around the form: a new record, one being changed, one that is not there. */
import { useState } from 'react';
import { EmptyState, LinkButton, Note, Page, useSlow } from '../../ui';
import { useRecords, useWholeRecord } from '../../vault';
import { SessionForm } from './SessionForm';
import styles from './supervision.module.css';

const crumbs = [{ label: 'Supervision', href: '~/supervision' }];

/**
 * A new record, for someone or from a draft. A draft about someone else is neither shown nor changed: it waits on
 * Today beside this one.
 */
export function NewSession(props: { readonly personId: string | null; readonly draftId?: string }) {
  const { personId, draftId } = props;
  const people = useRecords('person');
  const [isAnother, setAnother] = useState(false);
  return (
    <Page title="Record supervision" docTitle="Record supervision" crumbs={crumbs}>
      {people.length === 0 ? (
        <EmptyState
          title="People first"
          action={
            <LinkButton href="~/people/new" variant="primary">
              Add a person
            </LinkButton>
          }
        >
          A session is with someone. Add the person, or bring in a list, then record it here.
        </EmptyState>
      ) : (
        <SessionForm
          key={isAnother ? 'another' : 'first'}
          record={null}
          personId={personId}
          takesDraft={({ personIds }, id) =>
            !isAnother &&
            (draftId === undefined || draftId === id) &&
            (personId === null || personIds.includes(personId))
          }
          onSetAside={() => setAnother(true)}
        />
      )}
    </Page>
  );
}

export function EditSession(props: { readonly id: string }) {
  // The whole record: what is saved from the form takes the place of all of it.
  const record = useWholeRecord('supervision-session', props.id);
  if (record === null) return <NoSession />;
  return (
    <Page
      title="Change this record"
      docTitle="Change a supervision record"
      crumbs={[...crumbs, { label: 'Record', href: `~/supervision/${props.id}` }]}
    >
      {record === undefined ? <Reading /> : <SessionForm record={record} personId={null} />}
    </Page>
  );
}

/** While the record comes: nothing for a second, then words. */
export function Reading() {
  const isSlow = useSlow(true);
  return (
    <p role="status" className={styles.small}>
      {isSlow ? 'Reading the record…' : ''}
    </p>
  );
}

export function NoSession() {
  return (
    <Page title="This record is not here" docTitle="Supervision" crumbs={crumbs}>
      <Note kind="plain" title="No such record">
        It may have been deleted. If that was just now, press Undo in the message.
      </Note>
    </Page>
  );
}
