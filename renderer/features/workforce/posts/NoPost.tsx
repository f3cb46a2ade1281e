import { LinkButton, Page, Sheet } from '../../../ui';
import { postCrumbs } from './post-crumbs';

export function NoPost() {
  return (
    <Page title="This vacancy is not here" docTitle="Vacancy" crumbs={postCrumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href="~/workforce/posts">See all vacancies</LinkButton>
      </Sheet>
    </Page>
  );
}
