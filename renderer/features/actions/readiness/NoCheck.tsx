import { LinkButton, Page, Sheet } from '../../../ui';
import { readinessCrumbs, readinessHref } from './readiness-crumbs';

export function NoCheck() {
  return (
    <Page title="This check is not here" docTitle="Readiness" crumbs={readinessCrumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href={readinessHref}>See readiness</LinkButton>
      </Sheet>
    </Page>
  );
}
