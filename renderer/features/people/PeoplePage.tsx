import { UserPlus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { findDuplicates } from '@shared/people/merge';
import { useToday } from '../../platform';
import {
  EmptyState,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Segmented,
  Sheet,
  Status,
  TextField,
  TextLink,
} from '../../ui';
import { useRecords } from '../../vault';
import { supervisionWordsInList } from '../../records/supervision-words';
import { useFirstRows } from '../../records/use-first-rows';
import { AlsoDue } from './AlsoDue';
import { hasLeft, roleWords, usePeopleList, type ListedPerson, type Presence } from './people-list';
import styles from './people.module.css';

function PersonStatus(props: { readonly listed: ListedPerson }) {
  const { coverage, record } = props.listed;
  if (coverage === null) {
    const { lastDay, startDate } = record.value;
    return (
      <span className={styles.muted}>
        {lastDay === null ? `Starts ${formatDate(startDate)}` : `Left ${formatDate(lastDay)}`}
      </span>
    );
  }
  const { kind, words } = supervisionWordsInList(coverage);
  return <Status kind={kind}>{words}</Status>;
}

export function PeoplePage() {
  const today = useToday();
  const people = useRecords('person');
  const [filter, setFilter] = useState('');
  const [presence, setPresence] = useState<Presence>('in-post');
  const listed = usePeopleList(today, presence, filter);
  const rows = useFirstRows(listed);
  const twins = useMemo(
    () => findDuplicates(people).filter(({ reason }) => reason !== 'name').length,
    [people],
  );
  const leftCount = people.filter(({ value }) => hasLeft(value, today)).length;

  if (people.length === 0) {
    return (
      <Page title="People">
        <EmptyState
          icon={<Users />}
          title="Nobody here yet"
          action={
            <>
              <LinkButton href="~/people/new" variant="primary" icon={<UserPlus aria-hidden="true" />}>
                Add a person
              </LinkButton>
              <LinkButton href="~/people/import">Bring in a list</LinkButton>
            </>
          }
        >
          <p>Add the people you support, or bring them in from a spreadsheet.</p>
          <p>
            Staff, volunteers, sessional and agency people stand side by side. An example: Ailsa Munro, key
            worker, here since March 2021.
          </p>
        </EmptyState>
      </Page>
    );
  }

  return (
    <Page
      title="People"
      lede={`${people.length - leftCount} in post or about to start${leftCount === 0 ? '' : `, ${leftCount} left`}.`}
      actions={
        <>
          <LinkButton href="~/people/team/conversations">Team life</LinkButton>
          <LinkButton href="~/people/import">Bring in a list</LinkButton>
          <LinkButton href="~/people/new" variant="primary" icon={<UserPlus aria-hidden="true" />}>
            Add a person
          </LinkButton>
        </>
      }
    >
      <AlsoDue />
      <div>
        <div className={styles.filters} role="search" aria-label="People">
          <div className={styles.filterBox}>
            <TextField
              name="filter"
              label="Find by name, role, team or site"
              value={filter}
              onChange={setFilter}
              inputMode="search"
            />
          </div>
          <Segmented<Presence>
            name="presence"
            label="Show"
            value={presence}
            onChange={setPresence}
            options={[
              { value: 'in-post', label: 'In post' },
              { value: 'left', label: 'Left' },
            ]}
          />
          <p className={styles.alsoHere}>
            <TextLink href="~/people/requests">Requests for a copy</TextLink>
            <TextLink href="~/people/merge">
              {twins === 0
                ? 'Join two records of one person'
                : twins === 1
                  ? '1 pair may be here twice'
                  : `${twins} pairs may be here twice`}
            </TextLink>
          </p>
        </div>
        <p role="status" className={styles.count}>
          {listed.length === 1 ? '1 person' : `${listed.length} people`}
          {presence === 'in-post' &&
            listed.length > 0 &&
            '. The mark beside each says when supervision is due.'}
        </p>
        {listed.length > 0 ? (
          <Sheet>
            <RowList aria-label={presence === 'in-post' ? 'People in post' : 'People who left'}>
              {rows.map((each) => (
                <Row
                  key={each.record.id}
                  href={`~/people/${each.record.id}`}
                  title={each.record.value.name}
                  detail={[roleWords(each.record.value), each.record.value.team, each.record.value.site]
                    .filter((part) => part !== '')
                    .join(' · ')}
                  status={<PersonStatus listed={each} />}
                />
              ))}
            </RowList>
          </Sheet>
        ) : (
          <Note kind="plain" title={filter === '' ? 'Nobody to show' : `No matches for “${filter}”`}>
            {filter === '' ? 'Nobody has left so far.' : 'Try a role, a team or part of a name.'}
          </Note>
        )}
      </div>
    </Page>
  );
}
