/** The list beside a person's page on wide windows: moving from one to the next without going back. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecordId } from '@shared/kernel/ids';
import { useToday } from '../../platform';
import { supervisionWordsInList } from '../../records/supervision-words';
import { Status, TextField } from '../../ui';
import { hasLeft, roleWords, usePeopleList } from './people-list';
import styles from './people.module.css';
import type { Person } from '@shared/records/person/person';

export function PeopleAside(props: { readonly selected: RecordId; readonly person: Person }) {
  const today = useToday();
  const [filter, setFilter] = useState('');
  const listed = usePeopleList(today, hasLeft(props.person, today) ? 'left' : 'in-post', filter);
  return (
    <nav className={styles.aside} aria-label="Other people">
      <div className={styles.asideHead}>
        <TextField
          name="filter"
          label="Find by name, role or team"
          value={filter}
          onChange={setFilter}
          inputMode="search"
        />
      </div>
      <ul className={styles.asideList}>
        {listed.map(({ record, coverage }) => {
          const words = coverage === null ? null : supervisionWordsInList(coverage);
          return (
            <li key={record.id}>
              <Link
                href={`~/people/${record.id}`}
                aria-current={record.id === props.selected ? 'page' : undefined}
              >
                <span className={styles.asideName}>{record.value.name}</span>
                {words !== null && <Status kind={words.kind}>{words.words}</Status>}
                <span className={styles.asideRole}>{roleWords(record.value)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
