import { EmptyState, LinkButton, Page } from '../../../ui';
import { peopleCrumb } from '../NoPerson';

export function NoMove() {
  return (
    <Page title="This entry is not here" docTitle="Moved to a process" crumbs={[peopleCrumb]}>
      <EmptyState title="No such entry" action={<LinkButton href="~/people">See people</LinkButton>}>
        It may have been deleted. If that was just now, press Undo in the message.
      </EmptyState>
    </Page>
  );
}
