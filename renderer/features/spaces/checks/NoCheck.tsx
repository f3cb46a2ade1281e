import { LinkButton, Page, Sheet } from '../../../ui';
import { spacesCrumbs } from '../spaces-crumbs';

export function NoCheck() {
  return (
    <Page title="This check is not here" docTitle="Spaces" crumbs={spacesCrumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href="~/spaces">See all sites</LinkButton>
      </Sheet>
    </Page>
  );
}
