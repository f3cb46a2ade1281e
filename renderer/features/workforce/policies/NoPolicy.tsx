import { LinkButton, Page, Sheet } from '../../../ui';
import { policyCrumbs } from './policy-crumbs';

export function NoPolicy() {
  return (
    <Page title="This review is not here" docTitle="Policy review" crumbs={policyCrumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href="~/workforce/policies">See all policy reviews</LinkButton>
      </Sheet>
    </Page>
  );
}
