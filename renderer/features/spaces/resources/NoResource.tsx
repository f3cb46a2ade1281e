import { LinkButton, Page, Sheet } from '../../../ui';
import { resourceCrumbs } from '../spaces-crumbs';

export function NoResource() {
  return (
    <Page title="This resource is not here" docTitle="Spaces" crumbs={resourceCrumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href="~/spaces/resources">See all resources</LinkButton>
      </Sheet>
    </Page>
  );
}
