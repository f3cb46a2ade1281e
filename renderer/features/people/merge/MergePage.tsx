import { useMemo, useState } from 'react';
import { planMerge, undoMerge, type MergePlan } from '@shared/people/merge';
import type { AnyRecord } from '@shared/retention/redact';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { Awaited } from '../../../records/Awaited';
import { ChangeList } from '../../../records/history/ChangeList';
import { changesBetween } from '../../../records/history/changes';
import { sayRecord } from '../../../records/history/say-record';
import { useAsked } from '../../../records/use-asked';
import { useNames } from '../../../records/use-names';
import { wholeRecords } from '../../../records/whole-records';
import {
  Button,
  DataTable,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Section,
  Segmented,
  Sheet,
  useGo,
  useToast,
} from '../../../ui';
import { useRecord, useVault, useViewNote, type StoredRecord, type VaultError } from '../../../vault';
import { hasLeft } from '../people-list';
import { peopleCrumb } from '../NoPerson';
import styles from '../people.module.css';
import { movedWords } from './merge-words';

const crumbs = [peopleCrumb, { label: 'Here twice', href: '~/people/merge' }];

type Pair = readonly [StoredRecord<'person'>, StoredRecord<'person'>];

/** Two records side by side: which one stays, what changes, and one press that can be undone. */
export function MergePage(props: { readonly firstId: string; readonly secondId: string }) {
  const first = useRecord('person', props.firstId);
  const second = useRecord('person', props.secondId);
  useViewNote('person', first?.id);
  useViewNote('person', second?.id);
  return (
    <Page
      title="Are these one person?"
      docTitle="Here twice"
      crumbs={crumbs}
      lede="If they are, choose which record stays. Everything that names the other will name it."
    >
      {first === undefined || second === undefined || first.id === second.id ? (
        <EmptyState
          title="There are not two records to compare"
          action={<LinkButton href="~/people/merge">See pairs</LinkButton>}
        >
          One of them may have been joined or deleted already.
        </EmptyState>
      ) : (
        <Compare pair={[first, second]} />
      )}
    </Page>
  );
}

function Compare(props: { readonly pair: Pair }) {
  const { pair } = props;
  const [first, second] = pair;
  const vault = useVault();
  const key = `${first.id}${first.revision}${second.id}${second.revision}`;
  const asked = useAsked<readonly AnyRecord[], VaultError>(key, () =>
    wholeRecords(vault, (record) => {
      const text = JSON.stringify(record.value);
      return (
        record.id === first.id ||
        record.id === second.id ||
        [first.id, second.id].some((id) => text.includes(id))
      );
    }),
  );
  return (
    <>
      <SideBySide pair={pair} />
      <Awaited asked={asked} waiting="Looking at what names them">
        {(records) => <Join pair={pair} records={records} />}
      </Awaited>
    </>
  );
}

function SideBySide(props: { readonly pair: Pair }) {
  const { pair } = props;
  const nameOf = useNames();
  const [first, second] = pair.map((record) => sayRecord(record, nameOf));
  const rows = (first ?? []).flatMap(({ field, label, lines }) => {
    const other = second?.find((each) => each.field === field)?.lines ?? [];
    if (lines.length === 0 && other.length === 0) return [];
    const isSame = lines.join('\n') === other.join('\n');
    const said = (texts: readonly string[]) =>
      texts.length === 0 ? 'Nothing' : isSame ? texts.join(', ') : <b>{texts.join(', ')}</b>;
    return [{ key: field, cells: [label, said(lines), said(other)] }];
  });
  return (
    <Section title="Side by side">
      <Sheet>
        <DataTable
          caption="Both records. What differs is in bold."
          columns={[
            { key: 'what', label: 'What' },
            { key: 'first', label: 'First record' },
            { key: 'second', label: 'Second record' },
          ]}
          rows={rows}
        />
      </Sheet>
    </Section>
  );
}

function Join(props: { readonly pair: Pair; readonly records: readonly AnyRecord[] }) {
  const { pair, records } = props;
  const [first, second] = pair;
  const today = useToday();
  const vault = useVault();
  const toast = useToast();
  const go = useGo();
  const nameOf = useNames();
  const [stays, setStays] = useState<'first' | 'second'>(
    hasLeft(first.value, today) && !hasLeft(second.value, today) ? 'second' : 'first',
  );
  const [isBusy, setBusy] = useState(false);
  const [kept, gone] = stays === 'first' ? [first, second] : [second, first];
  const plan = useMemo(
    () => planMerge({ keepId: kept.id, goneId: gone.id, records }),
    [kept.id, gone.id, records],
  );

  const join = async (merge: MergePlan): Promise<void> => {
    setBusy(true);
    const saved = await vault.commit(merge.writes);
    setBusy(false);
    if (!saved.ok) {
      toast({ text: errorText(saved.error) });
      return;
    }
    const undo = async (): Promise<void> => {
      const undone = await vault.commit(undoMerge(merge, saved.value));
      toast({ text: undone.ok ? 'Two records again, as they were.' : errorText(undone.error) });
    };
    toast({ text: 'Joined into one.', actions: [{ label: 'Undo', onPress: () => void undo() }] });
    go(`~/people/${kept.id}`);
  };

  const after = plan?.writes.find(({ id }) => id === kept.id);
  const changes =
    after?.type === 'put'
      ? changesBetween('person', kept.value, after.value as typeof kept.value, nameOf)
      : [];
  return (
    <Section title="What happens">
      <div className={styles.stack}>
        <Segmented
          name="stays"
          label="Which record stays"
          value={stays}
          onChange={setStays}
          options={[
            { value: 'first', label: 'The first' },
            { value: 'second', label: 'The second' },
          ]}
        />
        {plan === null || plan.goneHasPlan ? (
          <Note kind="caution" title="The other one has to stay">
            That record owns a Wellbeing Plan. It is sealed to that record and would never open again under
            the other. Let that record stay. When both own one, its owner has to delete one plan first.
          </Note>
        ) : (
          <>
            <Sheet pad>
              <div className={styles.stack} aria-live="polite">
                <MovedWords words={movedWords(plan)} />
                {changes.length > 0 && (
                  <div>
                    <p>
                      <b>What the record that stays takes over</b>
                    </p>
                    <ChangeList changes={changes} />
                  </div>
                )}
                <p className={styles.muted}>
                  Where both say something, the record that stays is right. The other goes to Deleted items.
                </p>
              </div>
            </Sheet>
            <div className={styles.buttons}>
              <Button variant="primary" isPending={isBusy} onPress={() => void join(plan)}>
                Join into one
              </Button>
              <LinkButton href="~/people/merge">They are two people</LinkButton>
            </div>
          </>
        )}
      </div>
    </Section>
  );
}

function MovedWords(props: { readonly words: readonly string[] }) {
  const { words } = props;
  if (words.length === 0) return <p>Nothing else names the record that goes.</p>;
  return (
    <div>
      <p>
        <b>What will name the record that stays</b>
      </p>
      <ul>
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
