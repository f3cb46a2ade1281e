import { History, Trash2 } from 'lucide-react';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, LinkButton, Note, Page, useGo } from '../../../ui';
import { useRecord, useViewNote } from '../../../vault';
import { AssignmentForm } from './AssignmentForm';

const crumbs = [
  { label: 'Supervision', href: '~/supervision' },
  { label: 'Who supervises whom', href: '~/supervision/assignments' },
];

export function NewAssignment(props: {
  readonly personId: string | null;
  readonly kind?: string | undefined;
}) {
  return (
    <Page title="Name a supervisor" docTitle="Name a supervisor" crumbs={crumbs}>
      <AssignmentForm record={null} personId={props.personId} kind={props.kind} />
    </Page>
  );
}

export function EditAssignment(props: { readonly id: string }) {
  const record = useRecord('supervision-assignment', props.id);
  useViewNote('supervision-assignment', record?.id);
  const remove = useRemoveWithUndo();
  const go = useGo();
  if (record === undefined)
    return (
      <Page title="This entry is not here" docTitle="Who supervises whom" crumbs={crumbs}>
        <Note kind="plain" title="No such entry">
          It may have been deleted. If that was just now, press Undo in the message.
        </Note>
      </Page>
    );
  return (
    <Page
      title="Change who supervises"
      docTitle="Change who supervises"
      lede="Somebody new? Name them instead: what was said before then stays as history."
      crumbs={crumbs}
      actions={
        <>
          <LinkButton
            href={`~/supervision/assignments/new/${record.value.personId}/${record.value.kind}`}
            variant="primary"
          >
            Name somebody new
          </LinkButton>
          <LinkButton
            href={`~/supervision/assignments/${record.id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" />}
            onPress={() =>
              void remove([record], 'Entry deleted.').then((isRemoved) => {
                if (isRemoved) go('~/supervision/assignments');
              })
            }
          >
            Delete
          </Button>
        </>
      }
    >
      <AssignmentForm key={record.id} record={record} personId={null} />
    </Page>
  );
}
