import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { KeptItem } from '@shared/retention/due';
import { logDestroyed } from '@shared/retention/settings';
import type { ExpectedError } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { CareProblem } from '../../../records/Awaited';
import { recordTitle, unknownPerson, type KindAndValue } from '../../../records/record-words';
import { useCareSettings } from '../../../records/use-care-settings';
import { useNames } from '../../../records/use-names';
import { Button, LinkButton, Note, Row, RowList, Sheet, Status, useToast } from '../../../ui';
import { useVault, useVaultCare } from '../../../vault';
import styles from './care.module.css';
import { olderBackupsWords } from './erase-words';
import { classWords } from '../../../records/kept-words';
import { classCount } from './keeping-words';
import { DeleteForGood } from './DeleteForGood';

const shownItems = 20;

/** What is due, the longest first. Each line leads to a decision; none is made by itself. */
export function DueList(props: { readonly items: readonly KeptItem[] }) {
  const { items } = props;
  const [isAll, setAll] = useState(false);
  const [doomed, setDoomed] = useState<KeptItem | null>(null);
  const titleOf = useItemTitle();
  if (items.length === 0) return null;
  const shown = isAll ? items : items.slice(0, shownItems);
  return (
    <div className={styles.stack}>
      <Sheet>
        <RowList aria-label="Due, the longest first">
          {shown.map((item) => (
            <Row
              key={`${item.class} ${item.personId ?? ''} ${item.ids[0] ?? ''}`}
              title={titleOf(item)}
              detail={`${detailOf(item)}. Time over since ${formatDate(item.due)}`}
              action={
                item.isHeld ? (
                  <Status kind="hidden">On hold</Status>
                ) : (
                  <Act item={item} title={titleOf(item)} onDoom={setDoomed} />
                )
              }
            />
          ))}
        </RowList>
      </Sheet>
      {items.length > shown.length && (
        <Button
          onPress={() => {
            setAll(true);
          }}
        >
          Show all {items.length}
        </Button>
      )}
      {doomed !== null && (
        <DestroyItem
          item={doomed}
          title={titleOf(doomed)}
          onClose={() => {
            setDoomed(null);
          }}
        />
      )}
    </div>
  );
}

function Act(props: {
  readonly item: KeptItem;
  readonly title: string;
  readonly onDoom: (item: KeptItem) => void;
}) {
  const { item, title, onDoom } = props;
  return item.class === 'person' && item.personId !== null ? (
    <LinkButton
      size="small"
      href={`/settings/keeping/erase/${item.personId}`}
      aria-label={`Look at erasing ${title}`}
    >
      Erase…
    </LinkButton>
  ) : (
    <Button
      size="small"
      aria-label={`Delete for good: ${title}`}
      onPress={() => {
        onDoom(item);
      }}
    >
      Delete for good
    </Button>
  );
}

function useItemTitle(): (item: KeptItem) => string {
  const vault = useVault();
  const nameOf = useNames();
  return (item) => {
    if (item.personId !== null) return nameOf(item.personId) ?? unknownPerson;
    const record = vault.records(item.kind).find(({ id }) => id === item.ids[0]);
    return record === undefined ? classWords[item.class].title : recordTitle(record as KindAndValue, nameOf);
  };
}

/** "Left 3 March 2020", "14 supervision records", "Wellbeing rounds with their replies". */
function detailOf(item: KeptItem): string {
  if (item.class === 'person') return `Left ${formatDate(item.from)}`;
  return item.personId === null ? classWords[item.class].title : classCount(item.class, item.ids.length);
}

function DestroyItem(props: {
  readonly item: KeptItem;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { item, title, onClose } = props;
  const care = useVaultCare();
  const toast = useToast();
  const today = useToday();
  const { change } = useCareSettings();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ExpectedError | null>(null);
  const counted = classCount(item.class, item.ids.length);

  async function destroy(): Promise<void> {
    setBusy(true);
    setError(null);
    const purged = await care.purge(item.ids);
    if (!purged.ok) {
      setBusy(false);
      setError(purged.error);
      return;
    }
    const logged = await change((now) =>
      logDestroyed(now, { [item.class]: purged.value.purged }, today, 'period-over'),
    );
    toast({
      text: logged.ok
        ? `Gone for good: ${counted}. It is in the destruction log.`
        : `Gone for good: ${counted}. The destruction log could not be written: note it by hand.`,
    });
    onClose();
  }

  return (
    <DeleteForGood
      title="Delete for good?"
      keepText="Keep it for now"
      isBusy={isBusy}
      onDelete={() => void destroy()}
      onClose={onClose}
    >
      <p>
        <b>{title}</b>: {counted}, with all earlier versions. This cannot be undone.
      </p>
      <p>{olderBackupsWords}</p>
      {item.class === 'wellbeing-round' && (
        <Note kind="info" title="Its results go with it">
          <p>Without the replies there is no total. Save a board summary or print the results first.</p>
        </Note>
      )}
      {error !== null && <CareProblem title="Not deleted" error={error} task="purge" />}
    </DeleteForGood>
  );
}
