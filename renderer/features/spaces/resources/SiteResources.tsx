import type { RecordId } from '@shared/kernel/ids';
import { resourceTypeLabels } from '@shared/records/resource/resource';
import { useToday } from '../../../platform';
import { Row, RowList, Section, Sheet, Status, TextLink } from '../../../ui';
import { useRecords } from '../../../vault';
import { resourceStatus } from './resource-words';

/** What stands at this site to settle with. */
export function SiteResources(props: { readonly siteId: RecordId }) {
  const today = useToday();
  const resources = useRecords('resource').filter(({ value }) => value.siteId === props.siteId);
  return (
    <Section title="Resources" action={<TextLink href="~/spaces/resources">All resources</TextLink>}>
      {resources.length === 0 ? (
        <p>No soothing box or kit is listed here.</p>
      ) : (
        <Sheet>
          <RowList aria-label="Resources at this site">
            {resources.map(({ id, value }) => (
              <Row
                key={id}
                href={`~/spaces/resources/${id}`}
                title={value.name}
                detail={[resourceTypeLabels[value.type], value.place]
                  .filter((part) => part !== '')
                  .join(' · ')}
                status={<Status {...resourceStatus(id, value, today)} />}
              />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}
