import { FileCheck2, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { comingHours, quarterHours } from '@shared/workforce/policy-reviews';
import { useToday } from '../../../platform';
import { unknownPerson } from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { EmptyState, LinkButton, Note, Page, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords } from '../../../vault';
import { WorkforceNav } from '../workforce-nav';
import { foundWords, policyStatus, quarterWords } from './policy-words';

const addButton = (
  <LinkButton href="~/workforce/policies/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Add a document
  </LinkButton>
);

/** Which documents have to be looked at again, and whether anybody has the hours for it. */
export function PoliciesPage() {
  const today = useToday();
  const reviews = useRecords('policy-review');
  const nameOf = useNames();
  const quarter = useMemo(
    () => quarterWords(quarterHours(reviews, today), comingHours(reviews, today)),
    [reviews, today],
  );
  const sorted = useMemo(
    () => reviews.toSorted((left, right) => left.value.dueOn.localeCompare(right.value.dueOn)),
    [reviews],
  );
  return (
    <Page
      title="Policy reviews"
      docTitle="Policy reviews"
      crumbs={[{ label: 'Workforce', href: '~/workforce' }]}
      lede="Policies and guidance to look at again, and the hours that it takes."
      actions={reviews.length === 0 ? undefined : addButton}
    >
      <WorkforceNav />
      {reviews.length === 0 ? (
        <EmptyState icon={<FileCheck2 />} title="No document is listed" action={addButton}>
          <p>
            List each document with the hours that its review takes. What was found stands beside what is
            needed. For example: lone working guidance, 8 hours, due in April.
          </p>
        </EmptyState>
      ) : (
        <>
          <Note kind="plain" title={quarter.title}>
            {quarter.text}
          </Note>
          <Section title="Documents, the nearest first">
            <Sheet>
              <RowList aria-label="Documents">
                {sorted.map(({ id, value }) => (
                  <Row
                    key={id}
                    href={`~/workforce/policies/${id}`}
                    title={value.document}
                    detail={[
                      value.ownerId === null ? value.ownerRole : (nameOf(value.ownerId) ?? unknownPerson),
                      foundWords(value, today),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                    status={<Status {...policyStatus(value, today)} />}
                  />
                ))}
              </RowList>
            </Sheet>
          </Section>
        </>
      )}
    </Page>
  );
}
