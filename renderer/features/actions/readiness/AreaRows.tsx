import { formatDate } from '@shared/kernel/local-date';
import { readinessAreaIds, readinessAreaLabels, type ReadinessAreaId } from '@shared/readiness/areas';
import { actionsOfArea, changeOf } from '@shared/readiness/finish';
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import { kindCount } from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { Row, RowList, Sheet } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { RatingTrack } from './RatingTrack';
import { areaHref } from './readiness-crumbs';
import { changeWords, ownerWords } from './readiness-words';
import styles from './readiness.module.css';

/** The eight areas of a check, each a way in. */
export function AreaRows(props: {
  readonly check: StoredRecord<'readiness-check'>;
  readonly previous: ReadinessCheck | null;
}) {
  const { check, previous } = props;
  const nameOf = useNames();
  const actions = useRecords('action');
  const detailOf = (id: ReadinessAreaId): string => {
    const area = check.value.areas[id];
    const count = check.value.finalisedOn === null ? actionsOfArea(actions, id, check.value).length : 0;
    return [
      area.ratedOn === null ? '' : `Rated ${formatDate(area.ratedOn)}`,
      ownerWords(area, nameOf),
      count === 0 ? '' : kindCount('action', count),
      changeWords(changeOf(id, check.value, previous)),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
  return (
    <Sheet>
      <RowList aria-label="The eight areas">
        {readinessAreaIds.map((id) => {
          const { was, now } = changeOf(id, check.value, previous);
          const detail = detailOf(id);
          return (
            <Row
              key={id}
              href={areaHref(check.id, id)}
              title={
                id === 'wellbeing' ? (
                  <>
                    {readinessAreaLabels[id]} <span className={styles.tag}>Needed to finish</span>
                  </>
                ) : (
                  readinessAreaLabels[id]
                )
              }
              detail={detail === '' ? 'Nobody has rated it yet' : detail}
              status={<RatingTrack rating={now} was={was} />}
            />
          );
        })}
      </RowList>
    </Sheet>
  );
}
