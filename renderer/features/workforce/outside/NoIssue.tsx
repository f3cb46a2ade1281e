import { LinkButton, Page, Sheet } from '../../../ui';
import { issueCrumbs } from './issue-crumbs';

export function NoIssue() {
  return (
    <Page title="This issue is not here" docTitle="Outside our control" crumbs={issueCrumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href="~/workforce/outside">See all of them</LinkButton>
      </Sheet>
    </Page>
  );
}
