import { peopleTarget } from '@shared/import/targets/people';
import { ImportFlow } from '../../records/import/ImportFlow';
import { Page } from '../../ui';

export function ImportPeople() {
  return (
    <Page
      title="Bring in people"
      docTitle="Bring in people"
      crumbs={[{ label: 'People', href: '~/people' }]}
      lede="From a list that your HR or payroll system saved as CSV or Excel. Nothing leaves this laptop."
    >
      <ImportFlow
        target={peopleTarget}
        doneHref="~/people"
        doneLabel="See people"
        hint="One row a person: name, role and start date at least. Volunteers, sessional and agency people belong in it too."
      />
    </Page>
  );
}
