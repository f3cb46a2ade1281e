import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { recordKinds } from '@shared/records/registry';
import type { RecordKind } from '@shared/records/record-kind';
import { isHeld, logDestroyed } from '@shared/retention/settings';
import type { RemovedRecord } from '@shared/vault/vault-care';
import { careErrorText, type ExpectedError } from '../../../app/error-text';
import { clock, dayOfInstant, useFormatTime, useToday } from '../../../platform';
import { Awaited, CareProblem } from '../../../records/Awaited';
import {
  kindTitle,
  recordHref,
  recordTitle,
  type KindAndValue,
  type NameOf,
} from '../../../records/record-words';
import { dateNear } from '../../../records/supervision-words';
import { useAsked } from '../../../records/use-asked';
import { useCareSettings } from '../../../records/use-care-settings';
import { useNames } from '../../../records/use-names';
import { Button, EmptyState, Page, Row, RowList, Select, Sheet, Status, useGo, useToast } from '../../../ui';
import { useVault, useVaultCare } from '../../../vault';
import styles from './care.module.css';
import { daysLeft } from './days-left';
import { settingsCrumb } from '../settings-crumb';
import { DeleteForGood } from './DeleteForGood';
import { olderBackupsWords } from './erase-words';

export function DeletedPage() {
  const care = useVaultCare();
  const asked = useAsked('removed', () => care.removed());
  return (
    <Page
      title="Deleted items"
      docTitle="Deleted items"
      crumbs={settingsCrumb}
      lede="What was deleted stays here for 30 days. Then it goes by itself."
    >
      <Awaited asked={asked} waiting="Reading what was deleted">
        {(removed) =>
          removed.length === 0 ? (
            <EmptyState icon={<Trash2 />} title="Nothing was deleted in the last 30 days">
              A person, a supervision record, a plan, a round or an absence that you delete waits here.
            </EmptyState>
          ) : (
            <Removed removed={removed} onChanged={asked.again} />
          )
        }
      </Awaited>
    </Page>
  );
}

function Removed(props: { readonly removed: readonly RemovedRecord[]; readonly onChanged: () => void }) {
  const { removed, onChanged } = props;
  const [kind, setKind] = useState<string>('');
  const [doomed, setDoomed] = useState<RemovedRecord | null>(null);
  const nameOf = useNamesOf(removed);
  const kinds = [...new Set(removed.map((record) => record.kind))];
  const shown = removed.filter((record) => kind === '' || record.kind === kind);
  return (
    <>
      {kinds.length > 1 && (
        <Select
          label="Show"
          name="kind"
          value={kind}
          onChange={setKind}
          options={[
            { value: '', label: 'Everything' },
            ...kinds.map((each) => ({ value: each, label: kindTitle(each) })),
          ]}
        />
      )}
      <Sheet>
        <RowList aria-label="Deleted items, newest first">
          {shown.map((record) => (
            <RemovedRow
              key={record.id}
              record={record}
              title={titleOf(record, nameOf)}
              onChanged={onChanged}
              onForGood={() => {
                setDoomed(record);
              }}
            />
          ))}
        </RowList>
      </Sheet>
      {doomed !== null && (
        <ForGood
          record={doomed}
          title={titleOf(doomed, nameOf)}
          onClose={() => {
            setDoomed(null);
          }}
          onChanged={onChanged}
        />
      )}
    </>
  );
}

/** Somebody who lies in the list as well still has a name there. */
function useNamesOf(removed: readonly RemovedRecord[]): NameOf {
  const live = useNames();
  return useMemo(() => {
    const gone = new Map(
      removed.flatMap((record): [RecordId, string][] => {
        const { kind, value } = record as KindAndValue;
        return kind === 'person' ? [[record.id, value.name]] : [];
      }),
    );
    return (id) => live(id) ?? gone.get(id) ?? null;
  }, [live, removed]);
}

function titleOf(record: RemovedRecord, nameOf: NameOf): string {
  return recordTitle(record as KindAndValue, nameOf);
}

/** Those whom it is about; empty for a record of nobody in particular. */
function peopleOf(record: RemovedRecord): readonly RecordId[] {
  // The kinds differ in their value type; the record is of its own kind.
  const kind = recordKinds[record.kind] as unknown as RecordKind;
  return kind.people(record.value, record.id);
}

function RemovedRow(props: {
  readonly record: RemovedRecord;
  readonly title: string;
  readonly onChanged: () => void;
  readonly onForGood: () => void;
}) {
  const { record, title } = props;
  const today = useToday();
  const time = useFormatTime();
  const vault = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const go = useGo();
  const { settings } = useCareSettings();
  const left = daysLeft(record.replacedAt, clock.now());
  const onHold = peopleOf(record).some((id) => isHeld(settings, id));

  async function bringBack(): Promise<void> {
    const saved = await vault.put(record.kind, record.value, {
      id: record.id,
      revision: record.removedRevision,
    });
    if (!saved.ok) {
      toast({ text: careErrorText(saved.error, 'bring-back') });
      return;
    }
    void care.note([{ event: 'bring-back', kind: record.kind, ids: [record.id], detail: 'deleted' }]);
    const href = recordHref(record.kind, record.id);
    toast({
      text: 'Brought back.',
      actions: href === null ? [] : [{ label: 'Open it', onPress: () => go(href) }],
    });
    props.onChanged();
  }

  return (
    <Row
      title={title}
      detail={`${kindTitle(record.kind)}. Deleted ${dateNear(dayOfInstant(record.replacedAt), today)}, ${time(record.replacedAt)}`}
      status={
        onHold ? (
          <Status kind="hidden">On hold</Status>
        ) : (
          <Status kind="later">{left === 1 ? '1 day left' : `${left} days left`}</Status>
        )
      }
      action={
        <span className={styles.rowActions}>
          <Button size="small" aria-label={`Bring back: ${title}`} onPress={() => void bringBack()}>
            Bring back
          </Button>
          {!onHold && (
            <Button
              size="small"
              variant="quiet"
              aria-label={`Delete for good: ${title}`}
              onPress={props.onForGood}
            >
              Delete for good
            </Button>
          )}
        </span>
      }
    />
  );
}

function ForGood(props: {
  readonly record: RemovedRecord;
  readonly title: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const { record, title, onClose, onChanged } = props;
  const care = useVaultCare();
  const toast = useToast();
  const today = useToday();
  const { change } = useCareSettings();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ExpectedError | null>(null);

  async function destroy(): Promise<void> {
    setBusy(true);
    setError(null);
    const purged = await care.purge([record.id]);
    if (!purged.ok) {
      setBusy(false);
      setError(purged.error);
      return;
    }
    const of = recordKinds[record.kind].retention;
    const logged =
      of === null || (await change((now) => logDestroyed(now, { [of]: 1 }, today, 'deleted'))).ok;
    toast({
      text: logged
        ? 'Deleted for good.'
        : 'Deleted for good. The destruction log could not be written: note it by hand.',
    });
    onChanged();
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
        <b>{title}</b>
      </p>
      <p>It goes with all its earlier versions. This cannot be undone.</p>
      <p>{olderBackupsWords}</p>
      {error !== null && <CareProblem title="Not deleted" error={error} task="purge" />}
    </DeleteForGood>
  );
}
