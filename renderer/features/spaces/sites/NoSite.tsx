import { LinkButton, Page, Sheet } from '../../../ui';
import { spacesCrumbs } from '../spaces-crumbs';

export function NoSite() {
  return (
    <Page title="This site is not here" docTitle="Spaces" crumbs={spacesCrumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href="~/spaces">See all sites</LinkButton>
      </Sheet>
    </Page>
  );
}
