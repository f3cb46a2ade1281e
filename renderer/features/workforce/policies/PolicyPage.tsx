import { History, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { addMonths, formatDate } from '@shared/kernel/local-date';
import { afterReview, hoursSince } from '@shared/workforce/policy-reviews';
import { useToday } from '../../../platform';
import { Facts } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { unknownPerson } from '../../../records/record-words';
import { useChangeRecord } from '../../../records/use-change-record';
import { useNames } from '../../../records/use-names';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import {
  Button,
  Columns,
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
import { DayDialog } from '../posts/DayDialog';
import { keepFocus } from '../../../records/focus-kept';
import styles from '../posts/posts.module.css';
import { HoursForm } from './HoursForm';
import { NoPolicy } from './NoPolicy';
import { policyCrumbs } from './policy-crumbs';
import { hoursText, hoursWords, policyStatus } from './policy-words';

export function PolicyPage(props: { readonly id: string }) {
  const record = useRecord('policy-review', props.id);
  useViewNote('policy-review', record?.id);
  return record === undefined ? <NoPolicy /> : <PolicyDetail record={record} />;
}

function PolicyDetail(props: { readonly record: StoredRecord<'policy-review'> }) {
  const { record } = props;
  const { id, value } = record;
  const today = useToday();
  const go = useGo();
  const nameOf = useNames();
  const remove = useRemoveWithUndo();
  const change = useChangeRecord('policy-review', id);
  const [isEnding, setEnding] = useState(false);
  const owner = value.ownerId === null ? value.ownerRole : (nameOf(value.ownerId) ?? unknownPerson);
  const found = hoursSince(value, today);
  return (
    <Page
      title={value.document}
      docTitle="Policy review"
      crumbs={policyCrumbs}
      lede={<Status {...policyStatus(value, today)} />}
      actions={
        <>
          <Button
            variant="primary"
            onPress={() => {
              setEnding(true);
            }}
          >
            It was looked at
          </Button>
          <LinkButton href={`~/workforce/policies/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu
            items={[
              {
                label: 'Earlier versions',
                icon: <History aria-hidden="true" />,
                onAction: () => {
                  go(`~/workforce/policies/${id}/history`);
                },
              },
              {
                label: 'Delete',
                icon: <Trash2 aria-hidden="true" />,
                onAction: () =>
                  void remove([record], 'Review deleted.').then((isGone) => {
                    if (isGone) go('~/workforce/policies');
                  }),
              },
            ]}
          />
        </>
      }
    >
      <Facts
        facts={[
          {
            label: 'Hours found',
            value: `${hoursText(found)} of ${hoursText(value.hoursNeeded)}`,
            detail:
              found < value.hoursNeeded ? `${hoursWords(value.hoursNeeded - found)} to find` : undefined,
          },
          { label: 'Next due', value: formatDate(value.dueOn) },
          {
            label: 'Last looked at',
            value: value.lastReviewedOn === null ? 'Not known' : formatDate(value.lastReviewedOn),
            detail: `Every ${value.intervalMonths === 1 ? 'month' : `${value.intervalMonths} months`}`,
          },
          { label: 'Who sees to it', value: owner === '' ? 'Nobody yet' : owner },
        ]}
      />
      <Columns
        main={
          <>
            <Section title="Hours found">
              {value.found.length === 0 ? (
                <p className={styles.small}>None so far. Time found for it is worth writing down.</p>
              ) : (
                <Sheet>
                  <RowList aria-label="Hours found">
                    {value.found.toReversed().map((each) => (
                      <Row
                        key={each.id}
                        title={`${hoursWords(each.hours)}, ${formatDate(each.on)}`}
                        detail={[
                          each.by,
                          value.lastReviewedOn !== null && each.on <= value.lastReviewedOn
                            ? 'For an earlier review'
                            : '',
                        ]
                          .filter((part) => part !== '')
                          .join(' · ')}
                        action={
                          <Button
                            variant="quiet"
                            size="small"
                            aria-label={`Take away: ${hoursWords(each.hours)}, ${formatDate(each.on)}`}
                            onPress={() =>
                              void change(
                                (now) => ({ ...now, found: now.found.filter((one) => one.id !== each.id) }),
                                'Hours taken away.',
                              ).then(keepFocus)
                            }
                          >
                            Take away
                          </Button>
                        }
                      />
                    ))}
                  </RowList>
                </Sheet>
              )}
            </Section>
            {value.note !== '' && (
              <Section title="Note">
                <p className={styles.prose}>{value.note}</p>
              </Section>
            )}
          </>
        }
        side={
          <Section title="Add hours">
            <Sheet pad>
              <HoursForm review={value} change={change} />
            </Sheet>
          </Section>
        }
      />
      <Note kind="plain">
        <KeptLine of={null} />
      </Note>
      {isEnding && (
        <DayDialog
          title="It was looked at"
          label="Looked at on"
          hint={`The next review is then due ${value.intervalMonths === 1 ? 'a month' : `${value.intervalMonths} months`} on. From today: ${formatDate(addMonths(today, value.intervalMonths))}.`}
          why={null}
          save="Save the day"
          today={today}
          notBefore={
            value.lastReviewedOn === null
              ? { day: addMonths(today, -1200), message: 'Enter a day that can be' }
              : {
                  day: value.lastReviewedOn,
                  message: `It was last looked at on ${formatDate(value.lastReviewedOn)}`,
                }
          }
          hasToBeOver
          onClose={() => {
            setEnding(false);
          }}
          onSave={(on) => change((now) => afterReview(now, on), 'Done. The next review has its day.')}
        />
      )}
    </Page>
  );
}
