import { EmptyState, LinkButton, Page } from '../../ui';

export const peopleCrumb = { label: 'People', href: '~/people' } as const;

export function NoPerson() {
  return (
    <Page title="This person is not here" docTitle="Person" crumbs={[peopleCrumb]}>
      <EmptyState title="No such person" action={<LinkButton href="~/people">See people</LinkButton>}>
        They may have been deleted. If that was just now, press Undo in the message.
      </EmptyState>
    </Page>
  );
}
