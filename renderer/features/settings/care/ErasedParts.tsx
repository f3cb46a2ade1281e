import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { ChangedRecord, ErasurePlan } from '@shared/retention/redact';
import { ChangeList } from '../../../records/history/ChangeList';
import { changesBetween } from '../../../records/history/changes';
import {
  capital,
  kindTitle,
  recordHref,
  recordTitle,
  type KindAndValue,
} from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { Button, Note, Section, Sheet, TextLink } from '../../../ui';
import { useVault } from '../../../vault';
import styles from './care.module.css';
import { countsWords } from './keeping-words';

const shownChanges = 10;

/** What goes, what is saved again without the person, and what somebody should look at. */
export function ErasedParts(props: { readonly plan: ErasurePlan }) {
  const { removed, changed, lookAt } = props.plan;
  const [isAll, setAll] = useState(false);
  const visible = changed.filter(({ kind }) => kind !== 'care-settings');
  const shown = isAll ? visible : visible.slice(0, shownChanges);
  const { person, ...others } = removed;
  const goes = [
    ...(person === undefined ? [] : ['their own details']),
    ...(Object.keys(others).length === 0 ? [] : [countsWords(others)]),
  ].join(', ');
  return (
    <>
      <Section title="What goes">
        <p>
          {goes === ''
            ? 'No record is about this person alone.'
            : `${capital(goes)}, with all earlier versions.`}{' '}
          The key that opens them is destroyed, so no copy of them in a backup from your folder opens either.
          Items about this person in Deleted items go, too.
        </p>
      </Section>
      <Section title={visible.length === 0 ? 'What others share' : `What others share: ${visible.length}`}>
        {visible.length === 0 ? (
          <p className={styles.small}>No other record names this person.</p>
        ) : (
          <div className={styles.stack}>
            <p className={styles.small}>
              These stay and are saved again without the person. Open a line to see what changes.
            </p>
            <Sheet>
              <ul className={styles.items}>
                {shown.map((change) => (
                  <ChangedItem key={change.id} change={change} />
                ))}
              </ul>
            </Sheet>
            {visible.length > shown.length && (
              <Button
                onPress={() => {
                  setAll(true);
                }}
              >
                Show all {visible.length}
              </Button>
            )}
          </div>
        )}
      </Section>
      {lookAt.length > 0 && <LookAt records={lookAt} />}
    </>
  );
}

function ChangedItem(props: { readonly change: ChangedRecord }) {
  const { kind, before, after } = props.change;
  const nameOf = useNames();
  const title = recordTitle({ kind, value: before } as KindAndValue, nameOf);
  const changes = changesBetween(kind, before as never, after as never, nameOf);
  return (
    <li>
      <b>{title}</b>
      <details>
        <summary>{kindTitle(kind)}: what changes</summary>
        <ChangeList changes={changes} />
      </details>
    </li>
  );
}

/** A part of the name belongs to somebody else, too: only a person can say who is meant. */
function LookAt(props: { readonly records: readonly { readonly kind: KindName; readonly id: RecordId }[] }) {
  const vault = useVault();
  const nameOf = useNames();
  const { records } = props;
  return (
    <Note kind="caution" title="Look at these yourself">
      <p>
        They hold a part of the name that somebody else here bears as well, so it was left. Take it out by
        hand where this person is meant.
      </p>
      <ul>
        {records.slice(0, shownChanges).map(({ kind, id }) => {
          const record = vault.records(kind).find((each) => each.id === id);
          const title = record === undefined ? kindTitle(kind) : recordTitle(record as KindAndValue, nameOf);
          const href = recordHref(kind, id);
          return <li key={id}>{href === null ? title : <TextLink href={href}>{title}</TextLink>}</li>;
        })}
      </ul>
      {records.length > shownChanges && <p>And {records.length - shownChanges} more.</p>}
    </Note>
  );
}
