import { Handshake } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { pairKinds } from '@shared/records/agreement/agreement';
import { supervisionKindLabels } from '@shared/records/supervision-session/supervision-session';
import { agreementState, isReviewDue } from '@shared/supervision/agreements';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { unknownPerson } from '../../../records/record-words';
import { rhythmWords } from '../../../records/supervision-words';
import { useNames } from '../../../records/use-names';
import { useSupervisorNames } from '../../../records/use-supervisors';
import {
  Button,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Select,
  Sheet,
  Status,
  TextLink,
} from '../../../ui';
import { useRecords } from '../../../vault';
import { SupervisionNav } from '../SupervisionNav';
import { agreementWords } from './agreement-words';
import styles from './agreements.module.css';

const crumbs = [{ label: 'Supervision', href: '~/supervision' }];
const pageSize = 60;
const shownNames = 12;

const views = {
  current: 'All that hold or are to come',
  waiting: 'Waiting for a signature',
  'not-agreed': 'Not agreed',
  review: 'To be looked at again',
  ended: 'Ended',
} as const;
type View = keyof typeof views;

export function AgreementsPage() {
  const today = useToday();
  const nameOf = useNames();
  const supervisorName = useSupervisorNames();
  const people = useRecords('person');
  const agreements = useRecords('agreement');
  const [view, setView] = useState<View>('current');
  const [kind, setKind] = useState('all');
  const [shownCount, setShownCount] = useState(pageSize);
  const [isLong, setLong] = useState(false);
  const all = useMemo(
    () =>
      agreements
        .map((record) => ({ record, state: agreementState(record.value, today) }))
        .sort((left, right) =>
          (nameOf(left.record.value.personId) ?? '').localeCompare(
            nameOf(right.record.value.personId) ?? '',
            'en-GB',
          ),
        ),
    [agreements, nameOf, today],
  );
  const found = all.filter(({ record, state }) => {
    if (kind !== 'all' && record.value.kind !== kind) return false;
    switch (view) {
      case 'current':
        return state !== 'ended';
      case 'review':
        return state === 'agreed' && isReviewDue(record.value, today);
      case 'waiting':
      case 'not-agreed':
      case 'ended':
        return state === view;
    }
  });
  const agreed = new Set(
    all.filter(({ state }) => state === 'agreed').map(({ record }) => record.value.personId),
  );
  const begun = new Set(
    all.filter(({ state }) => state !== 'ended').map(({ record }) => record.value.personId),
  );
  const inPost = people.filter(({ value }) => isInPost(value, today));
  const without = inPost
    .filter(({ id }) => !begun.has(id))
    .sort((left, right) => left.value.name.localeCompare(right.value.name, 'en-GB'));
  const shownWithout = isLong ? without : without.slice(0, shownNames);
  return (
    <Page
      title="Supervision agreements"
      docTitle="Supervision agreements"
      crumbs={crumbs}
      lede={`As of ${formatDate(today)}. ${inPost.filter(({ id }) => agreed.has(id)).length} of ${inPost.length} people in post have one that both signed.`}
      actions={
        <LinkButton href="~/supervision/agreements/new" variant="primary">
          New agreement
        </LinkButton>
      }
    >
      <SupervisionNav />
      {agreements.length === 0 ? (
        <EmptyState
          icon={<Handshake />}
          title="No agreements yet"
          action={
            <LinkButton href="~/supervision/agreements/new" variant="primary">
              Write the first one
            </LinkButton>
          }
        >
          How often two people meet, what stays between them and where that ends. Standing words are there to
          start from.
        </EmptyState>
      ) : (
        <>
          <div className={styles.filters}>
            <Select
              name="view"
              label="Show"
              value={view}
              onChange={(value) =>
                setView((Object.keys(views) as View[]).find((each) => each === value) ?? 'current')
              }
              options={(Object.keys(views) as View[]).map((value) => ({ value, label: views[value] }))}
            />
            <Select
              name="kind"
              label="Kind"
              value={kind}
              onChange={setKind}
              options={[
                { value: 'all', label: 'Every kind' },
                ...pairKinds.map((value) => ({ value, label: supervisionKindLabels[value] })),
              ]}
            />
          </div>
          {found.length === 0 ? (
            <Note kind="plain" title="No agreements to show">
              Choose another line above.
            </Note>
          ) : (
            <Sheet>
              <RowList aria-label="Agreements">
                {found.slice(0, shownCount).map(({ record: { id, value } }) => {
                  const status = agreementWords(value, today);
                  return (
                    <Row
                      key={id}
                      href={`~/supervision/agreements/${id}`}
                      title={nameOf(value.personId) ?? unknownPerson}
                      detail={[
                        supervisionKindLabels[value.kind],
                        value.facilitatorId === null
                          ? 'nobody named yet'
                          : `with ${supervisorName(value.facilitatorId) ?? unknownPerson}`,
                        `${rhythmWords(value.intervalDays).toLowerCase()}, ${value.minutes} minutes`,
                        value.endedOn === null
                          ? `looked at again on ${formatDate(value.reviewOn)}`
                          : `ended on ${formatDate(value.endedOn)}`,
                      ].join(', ')}
                      status={<Status kind={status.kind}>{status.words}</Status>}
                    />
                  );
                })}
              </RowList>
            </Sheet>
          )}
          {found.length > shownCount && (
            <Button onPress={() => setShownCount(shownCount + pageSize)}>
              Show {Math.min(pageSize, found.length - shownCount)} more
            </Button>
          )}
        </>
      )}
      {agreements.length > 0 && without.length > 0 && (
        <Section title={`Nothing written yet: ${without.length}`}>
          <ul className={styles.names} aria-label="People without an agreement">
            {shownWithout.map(({ id, value }) => (
              <li key={id}>
                <TextLink href={`~/supervision/agreements/new/${id}`}>{value.name}</TextLink>
              </li>
            ))}
          </ul>
          {without.length > shownWithout.length && (
            <Button size="small" onPress={() => setLong(true)}>
              Show all {without.length}
            </Button>
          )}
        </Section>
      )}
    </Page>
  );
}
