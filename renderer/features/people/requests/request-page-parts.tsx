import { EmptyState, LinkButton, Page } from '../../../ui';

export const requestCrumbs = [
  { label: 'People', href: '~/people' },
  { label: 'Requests', href: '~/people/requests' },
] as const;

export function NoRequest() {
  return (
    <Page title="This request is not here" docTitle="Request" crumbs={requestCrumbs}>
      <EmptyState
        title="No such request"
        action={<LinkButton href="~/people/requests">See requests</LinkButton>}
      >
        It may have been deleted. If that was just now, press Undo in the message.
      </EmptyState>
    </Page>
  );
}
