import { ArrowRight, Plus } from 'lucide-react';
import { newActionHref } from '@shared/actions/action-links';
import { formatDate } from '@shared/kernel/local-date';
import {
  isReadinessAreaId,
  readinessAreaIds,
  readinessAreaLabels,
  readinessAreaLedes,
  type ReadinessAreaId,
} from '@shared/readiness/areas';
import { actionsOfArea } from '@shared/readiness/finish';
import type { AreaRating } from '@shared/records/readiness-check/readiness-check';
import { Facts } from '../../../records/Facts';
import { useNames } from '../../../records/use-names';
import { Columns, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords, useViewNote, type StoredRecord } from '../../../vault';
import { AreaForm } from './AreaForm';
import { BlockersPanel } from './BlockersPanel';
import { FoundList } from './FoundList';
import { NoCheck } from './NoCheck';
import { RatingTrack } from './RatingTrack';
import { areaHref, checkCrumbs } from './readiness-crumbs';
import { actionStatus, ownerWords } from './readiness-words';
import styles from './readiness.module.css';
import { useCheck, type CheckInView } from './use-check';

export function AreaPage(props: { readonly id: string; readonly area: string }) {
  const { id, area } = props;
  const view = useCheck(id);
  useViewNote('readiness-check', view?.record.id);
  if (view === undefined || !isReadinessAreaId(area)) return <NoCheck />;
  return <AreaInPage key={area} view={view} area={area} />;
}

function AreaInPage(props: { readonly view: CheckInView; readonly area: ReadinessAreaId }) {
  const { area } = props;
  const { record, previous } = props.view;
  const { id, value } = record;
  const isOpen = value.finalisedOn === null;
  const next = readinessAreaIds[readinessAreaIds.indexOf(area) + 1];
  return (
    <Page
      title={readinessAreaLabels[area]}
      docTitle="Readiness area"
      crumbs={checkCrumbs(id, value.name)}
      lede={readinessAreaLedes[area]}
      actions={
        next === undefined ? undefined : (
          <LinkButton href={areaHref(id, next)} icon={<ArrowRight aria-hidden="true" />}>
            {`Next: ${readinessAreaLabels[next]}`}
          </LinkButton>
        )
      }
    >
      <Columns
        main={isOpen ? <AreaForm check={record} area={area} /> : <AreaFacts rating={value.areas[area]} />}
        side={
          <>
            {previous !== null && <LastTime previous={previous} area={area} />}
            {isOpen && <AreaActions check={record} area={area} />}
            <BlockersPanel check={record} area={area} />
          </>
        }
      />
      {area === 'wellbeing' && <FoundList check={record} />}
    </Page>
  );
}

function AreaFacts(props: { readonly rating: AreaRating }) {
  const { rating } = props;
  const nameOf = useNames();
  const owner = ownerWords(rating, nameOf);
  return (
    <Sheet pad>
      <Facts
        facts={[
          { label: 'Where it stood', value: <RatingTrack rating={rating.rating} /> },
          { label: 'Rated on', value: rating.ratedOn === null ? 'Not rated' : formatDate(rating.ratedOn) },
          { label: 'Owner', value: owner === '' ? 'Nobody' : owner },
        ]}
      />
      <h2 className={styles.partTitle}>Evidence</h2>
      <p className={styles.prose}>
        {rating.evidence.trim() === '' ? 'None was written down.' : rating.evidence}
      </p>
    </Sheet>
  );
}

function LastTime(props: {
  readonly previous: StoredRecord<'readiness-check'>;
  readonly area: ReadinessAreaId;
}) {
  const { value } = props.previous;
  const { rating, evidence } = value.areas[props.area];
  return (
    <Section title="Last time">
      <p className={styles.small}>
        {value.name}
        {value.finalisedOn !== null && `, finished on ${formatDate(value.finalisedOn)}`}
      </p>
      <RatingTrack rating={rating} />
      {evidence.trim() !== '' && <p className={styles.quote}>{evidence}</p>}
    </Section>
  );
}

function AreaActions(props: {
  readonly check: StoredRecord<'readiness-check'>;
  readonly area: ReadinessAreaId;
}) {
  const { check, area } = props;
  const nameOf = useNames();
  const actions = actionsOfArea(useRecords('action'), area, check.value);
  return (
    <Section
      title="What is done about it"
      action={
        <LinkButton
          href={`~${newActionHref({ from: 'readiness', area })}`}
          variant="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
        >
          Make an action
        </LinkButton>
      }
    >
      {actions.length === 0 ? (
        <p className={styles.small}>
          {area === 'wellbeing'
            ? 'No action counts for it yet. One that is paid for is needed to finish.'
            : 'No action counts for it yet.'}
        </p>
      ) : (
        <Sheet>
          <RowList aria-label="Actions for this area">
            {actions.map(({ id, value }) => (
              <Row
                key={id}
                href={`~/actions/${id}`}
                title={value.what}
                detail={ownerWords(value, nameOf)}
                status={<Status {...actionStatus(value)} />}
              />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}
