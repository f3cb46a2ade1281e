import { Package, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { monthOf } from '@shared/kernel/local-date';
import { resourceTypeLabels } from '@shared/records/resource/resource';
import { dueResources } from '@shared/spaces/findings';
import { usedIn } from '@shared/spaces/tally';
import { useToday } from '../../../platform';
import { EmptyState, LinkButton, Page, Row, RowList, Sheet, Status } from '../../../ui';
import { useRecords } from '../../../vault';
import { spacesCrumbs } from '../spaces-crumbs';
import { SpacesNav } from '../spaces-nav';
import { countWords } from '../space-words';
import { resourceStatus } from './resource-words';

const addButton = (
  <LinkButton href="~/spaces/resources/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Add a resource
  </LinkButton>
);

/** Soothing boxes, kits and corners: what is due first. */
export function ResourcesPage() {
  const today = useToday();
  const resources = useRecords('resource');
  const sites = useRecords('site');
  const rows = useMemo(() => {
    const due = dueResources(resources, today).map(({ id }) => id);
    const rank = (id: string): number => {
      const at = due.findIndex((each) => each === id);
      return at === -1 ? due.length : at;
    };
    return resources.toSorted(
      (left, right) => rank(left.id) - rank(right.id) || left.value.name.localeCompare(right.value.name),
    );
  }, [resources, today]);
  return (
    <Page
      title="Resources"
      docTitle="Resources"
      crumbs={spacesCrumbs}
      lede="What is there to settle with, and whether it is full."
      actions={resources.length === 0 ? undefined : addButton}
    >
      <SpacesNav />
      {resources.length === 0 ? (
        <EmptyState icon={<Package />} title="Nothing is listed yet" action={addButton}>
          <p>
            A soothing box helps when it is full and clean. List what is in it, and Today says when to fill it
            up. For example: tissues, every 30 days.
          </p>
        </EmptyState>
      ) : (
        <Sheet>
          <RowList aria-label="Resources">
            {rows.map(({ id, value }) => {
              const site = sites.find((each) => each.id === value.siteId)?.value.name ?? '';
              const used = usedIn(value, monthOf(today));
              return (
                <Row
                  key={id}
                  href={`~/spaces/resources/${id}`}
                  title={value.name}
                  detail={[
                    resourceTypeLabels[value.type],
                    site,
                    value.place,
                    `Used ${countWords(used, 'time', 'times')} this month`,
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                  status={<Status {...resourceStatus(id, value, today)} />}
                />
              );
            })}
          </RowList>
        </Sheet>
      )}
    </Page>
  );
}
