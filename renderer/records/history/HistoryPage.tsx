import { History } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import { careErrorText } from '../../app/error-text';
import { dayOfInstant, useFormatTime, useToday } from '../../platform';
import { Button, EmptyState, LinkButton, Page, Section, Thread, ThreadItem, useToast } from '../../ui';
import { useWholeRecord, useVault, useVaultCare, useViewNote, type StoredRecord } from '../../vault';
import { Awaited } from '../Awaited';
import { recordTitle, type KindAndValue } from '../record-words';
import { dateNear } from '../supervision-words';
import { useAsked } from '../use-asked';
import { useNames } from '../use-names';
import { ChangeList } from './ChangeList';
import { changedLabels, versionEntries, type VersionEntry } from './changes';
import styles from './history.module.css';

export interface HistoryPageProps {
  readonly kind: KindName;
  readonly id: string;
  /** The place, and the record's own page. */
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
}

/** Every version of one record that is still kept, and the way back to any of them. */
export function HistoryPage(props: HistoryPageProps) {
  const { kind, id, crumbs } = props;
  const record = useWholeRecord(kind, id);
  useViewNote(kind, record?.id);
  const nameOf = useNames();
  const back = crumbs.at(-1)?.href ?? '/';
  if (record === undefined) {
    return (
      <Page title="Earlier versions" docTitle="Earlier versions" crumbs={crumbs}>
        {null}
      </Page>
    );
  }
  if (record === null) {
    return (
      <Page title="Earlier versions" docTitle="Earlier versions" crumbs={crumbs.slice(0, 1)}>
        <EmptyState
          title="This record is not here"
          action={<LinkButton href="/settings/deleted">Deleted items</LinkButton>}
        >
          What was deleted in the last 30 days can be brought back from there.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title="Earlier versions"
      docTitle="Earlier versions"
      lede={recordTitle(record as KindAndValue, nameOf)}
      crumbs={crumbs}
      actions={<LinkButton href={back}>Leave it as it is</LinkButton>}
    >
      <Versions key={id} record={record} />
    </Page>
  );
}

function Versions(props: { readonly record: StoredRecord }) {
  const { record } = props;
  const { kind, id } = record;
  const care = useVaultCare();
  const nameOf = useNames();
  const asked = useAsked(`${id} ${record.revision}`, () => care.history(kind, id));
  return (
    <Awaited asked={asked} waiting="Reading earlier versions">
      {(earlier) => {
        const entries = versionEntries(record, earlier, nameOf);
        return (
          <Section title={entries.length === 1 ? 'One version' : `${entries.length} versions`}>
            <div className={styles.versions}>
              <Thread aria-label="Versions, newest first">
                {entries.map((entry) => (
                  <Version key={entry.revision} entry={entry} record={record} />
                ))}
              </Thread>
            </div>
            <p className={styles.foot}>
              Earlier versions are kept for 30 days. Bringing one back saves it again as the newest; the
              others stay where they are.
            </p>
          </Section>
        );
      }}
    </Awaited>
  );
}

function Version(props: { readonly entry: VersionEntry; readonly record: StoredRecord }) {
  const { entry, record } = props;
  const today = useToday();
  const time = useFormatTime();
  const bringBack = useBringBack(record);
  const [isBusy, setBusy] = useState(false);
  const when = `${dateNear(dayOfInstant(entry.savedAt), today)} ${time(entry.savedAt)}`;
  const { changes } = entry;

  async function press(): Promise<void> {
    setBusy(true);
    await bringBack(entry.value);
    setBusy(false);
  }

  return (
    <ThreadItem
      when={when}
      state={entry.isNow ? 'now' : 'dot'}
      title={entry.isNow ? 'As it is now' : `Version ${entry.revision}`}
    >
      {changes === null ? (
        <p>{entry.revision === 1 ? 'First saved.' : 'The version before this one is not kept any more.'}</p>
      ) : changes.length === 0 ? (
        <p>Saved again without a change that shows.</p>
      ) : (
        <details className={styles.details}>
          <summary>Changed: {changedLabels(changes)}</summary>
          <ChangeList changes={changes} />
        </details>
      )}
      {!entry.isNow &&
        (entry.isSameAsNow ? (
          <p>The same as it is now.</p>
        ) : (
          <div className={styles.action}>
            <Button
              size="small"
              icon={<History aria-hidden="true" />}
              aria-label={`Bring this version back: ${when}`}
              isPending={isBusy}
              onPress={() => void press()}
            >
              Bring this version back
            </Button>
          </div>
        ))}
    </ThreadItem>
  );
}

/** A new save on top of the record as it is shown: refused when it has changed meanwhile. */
function useBringBack(record: StoredRecord): (value: unknown) => Promise<void> {
  const vault = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const put = async (value: unknown, base: { readonly id: RecordId; readonly revision: number }) =>
    vault.put(record.kind, value as never, base);
  return async (value) => {
    const saved = await put(value, record);
    if (!saved.ok) {
      toast({ text: careErrorText(saved.error, 'bring-back') });
      return;
    }
    void care.note([{ event: 'bring-back', kind: record.kind, ids: [record.id], detail: 'version' }]);
    const undo = async (): Promise<void> => {
      const undone = await put(record.value, saved.value);
      toast({ text: undone.ok ? 'As it was before.' : careErrorText(undone.error, 'bring-back') });
    };
    toast({
      text: 'Brought back, as the newest version.',
      actions: [{ label: 'Undo', onPress: () => void undo() }],
    });
  };
}
