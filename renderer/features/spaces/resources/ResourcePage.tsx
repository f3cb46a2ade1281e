import { History, PackageCheck, Pencil, Plus, Trash2 } from 'lucide-react';
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import { resourceTypeLabels } from '@shared/records/resource/resource';
import { lookDue } from '@shared/spaces/findings';
import { recentUses, usedIn, usedOnce } from '@shared/spaces/tally';
import { useToday } from '../../../platform';
import { Facts } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { useChangeRecord } from '../../../records/use-change-record';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import {
  Button,
  Columns,
  DataTable,
  LinkButton,
  MoreMenu,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  useGo,
} from '../../../ui';
import { useRecord, useViewNote, type StoredRecord } from '../../../vault';
import { resourceCrumbs } from '../spaces-crumbs';
import styles from '../spaces.module.css';
import { countWords } from '../space-words';
import { NoResource } from './NoResource';
import { contentDetail, contentStatus, resourceStatus } from './resource-words';

export function ResourcePage(props: { readonly id: string }) {
  const record = useRecord('resource', props.id);
  useViewNote('resource', record?.id);
  return record === undefined ? <NoResource /> : <ResourceDetail record={record} />;
}

function ResourceDetail(props: { readonly record: StoredRecord<'resource'> }) {
  const { record } = props;
  const { id, value } = record;
  const today = useToday();
  const go = useGo();
  const remove = useRemoveWithUndo();
  const change = useChangeRecord('resource', id);
  const site = useRecord('site', value.siteId ?? undefined);
  const uses = recentUses(value, today);
  return (
    <Page
      title={value.name}
      docTitle="A resource"
      crumbs={resourceCrumbs}
      lede={<Status {...resourceStatus(id, value, today)} />}
      actions={
        <>
          <Button
            variant="primary"
            icon={<PackageCheck aria-hidden="true" />}
            onPress={() =>
              void change(
                (now) => ({
                  ...now,
                  checkedOn: today,
                  contents: now.contents.map((content) =>
                    content.restockEveryDays === null ? content : { ...content, lastRestockedOn: today },
                  ),
                }),
                'Full and looked through as of today.',
              )
            }
          >
            All full and checked
          </Button>
          <LinkButton href={`~/spaces/resources/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu
            items={[
              {
                label: 'Earlier versions',
                icon: <History aria-hidden="true" />,
                onAction: () => {
                  go(`~/spaces/resources/${id}/history`);
                },
              },
              {
                label: 'Delete',
                icon: <Trash2 aria-hidden="true" />,
                onAction: () =>
                  void remove([record], 'Resource deleted.').then((isGone) => {
                    if (isGone) go('~/spaces/resources');
                  }),
              },
            ]}
          />
        </>
      }
    >
      <Facts
        facts={[
          { label: 'What it is', value: resourceTypeLabels[value.type] },
          {
            label: 'Where',
            value: site?.value.name ?? 'Goes along with people',
            detail: value.place === '' ? undefined : value.place,
          },
          {
            label: 'Looked through',
            value: value.checkedOn === null ? 'Not yet' : formatDate(value.checkedOn),
            detail: `Again by ${formatDate(lookDue(value, today))}`,
          },
        ]}
      />
      <Columns
        main={
          <>
            <Section title="What is in it">
              {value.contents.length === 0 ? (
                <p>Nothing is listed. Change it to say what belongs in it.</p>
              ) : (
                <Sheet>
                  <RowList aria-label="What is in it">
                    {value.contents.map((content) => (
                      <Row
                        key={content.id}
                        title={content.what}
                        detail={contentDetail(content)}
                        status={<Status {...contentStatus(content, today)} />}
                        action={
                          <Button
                            size="small"
                            variant="quiet"
                            aria-label={`Filled up today: ${content.what}`}
                            onPress={() =>
                              void change(
                                (now) => ({
                                  ...now,
                                  contents: now.contents.map((each) =>
                                    each.id === content.id ? { ...each, lastRestockedOn: today } : each,
                                  ),
                                }),
                                'Filled up.',
                              )
                            }
                          >
                            Filled up
                          </Button>
                        }
                      />
                    ))}
                  </RowList>
                </Sheet>
              )}
            </Section>
            {value.infectionControl !== '' && (
              <Section title="Infection control">
                <p className={styles.prose}>{value.infectionControl}</p>
              </Section>
            )}
          </>
        }
        side={
          <Section title="How often it was used">
            <Sheet pad>
              <p className={styles.used}>
                <b>{countWords(usedIn(value, monthOf(today)), 'time', 'times')}</b> in{' '}
                {formatMonth(monthOf(today))}
              </p>
              <Button
                icon={<Plus aria-hidden="true" />}
                onPress={() => void change((now) => usedOnce(now, today), 'Counted.')}
              >
                Used
              </Button>
              <p className={styles.small}>
                A number for each month. Who used it, and on which day, is not asked.
              </p>
              {uses.length > 1 && (
                <DataTable
                  caption="Times used, by month"
                  isCaptionHidden
                  columns={[
                    { key: 'month', label: 'Month' },
                    { key: 'count', label: 'Times', align: 'right' },
                  ]}
                  rows={uses.map(({ month, count }) => ({
                    key: month,
                    cells: [formatMonth(month), String(count)],
                  }))}
                />
              )}
            </Sheet>
          </Section>
        }
      />
      <Note kind="plain">
        <KeptLine of={null} />
      </Note>
    </Page>
  );
}
