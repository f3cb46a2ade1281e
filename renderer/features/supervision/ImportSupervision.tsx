import { supervisionTarget } from '@shared/import/targets/supervision';
import { ImportFlow } from '../../records/import/ImportFlow';
import { EmptyState, LinkButton, Page } from '../../ui';
import { useRecords } from '../../vault';

export function ImportSupervision() {
  const people = useRecords('person');
  return (
    <Page
      title="Bring in sessions"
      docTitle="Bring in supervision sessions"
      crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
      lede="From a tracker or HR list saved as CSV or Excel. Dates, kinds and who: no notes are read."
    >
      {people.length === 0 ? (
        <EmptyState
          title="People first"
          action={
            <LinkButton href="~/people/import" variant="primary">
              Bring in people
            </LinkButton>
          }
        >
          Sessions are matched to people by payroll number or name. Bring in or add the people, then come
          back.
        </EmptyState>
      ) : (
        <ImportFlow
          target={supervisionTarget}
          doneHref="~/supervision"
          doneLabel="See who has supervision"
          hint="One row a session: date, payroll number or name, kind, and whether it was held."
        />
      )}
    </Page>
  );
}
