import { EmptyState, LinkButton, Page } from '../../../ui';
import { useRecord, useRecords } from '../../../vault';
import { agreementCrumbs } from './agreement-crumbs';
import { AgreementForm } from './AgreementForm';
import { NoAgreement } from './NoAgreement';

export function NewAgreement(props: { readonly personId: string | null }) {
  const people = useRecords('person');
  return (
    <Page title="New agreement" docTitle="New supervision agreement" crumbs={agreementCrumbs}>
      {people.length === 0 ? (
        <EmptyState
          title="People first"
          action={
            <LinkButton href="~/people/new" variant="primary">
              Add a person
            </LinkButton>
          }
        >
          An agreement is between two. Add the person, then write it here.
        </EmptyState>
      ) : (
        <AgreementForm record={null} personId={props.personId} />
      )}
    </Page>
  );
}

export function EditAgreement(props: { readonly id: string }) {
  const record = useRecord('agreement', props.id);
  if (record === undefined) return <NoAgreement />;
  return (
    <Page
      title="Change this agreement"
      docTitle="Change a supervision agreement"
      crumbs={[...agreementCrumbs, { label: 'Agreement', href: `~/supervision/agreements/${record.id}` }]}
    >
      <AgreementForm key={record.id} record={record} personId={null} />
    </Page>
  );
}
