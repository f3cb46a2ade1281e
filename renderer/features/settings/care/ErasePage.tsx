import { useEffect, useMemo, useRef, useState } from 'react';
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { formatDate } from '@shared/kernel/local-date';
import { destructionReasons, type DestructionReason } from '@shared/records/care-settings/care-settings';
import { isHeld, logDestroyed, defaultCareSettings } from '@shared/retention/settings';
import { dueItems, keptItems } from '@shared/retention/due';
import { planErasure, type AnyRecord, type ErasurePlan } from '@shared/retention/redact';
import { careErrorText, type ExpectedError } from '../../../app/error-text';
import { dayOfInstant, desktop, useToday } from '../../../platform';
import { Awaited } from '../../../records/Awaited';
import { useAsked } from '../../../records/use-asked';
import { useCareSettings } from '../../../records/use-care-settings';
import { useKeptRecords } from '../../../records/use-kept-records';
import { wholeRecords } from '../../../records/whole-records';
import {
  Button,
  EmptyState,
  Form,
  FormActions,
  LinkButton,
  Note,
  Page,
  Section,
  Select,
  Sheet,
  TextField,
  useGo,
  useToast,
  type FormProblem,
} from '../../../ui';
import {
  newRecordId,
  useRecord,
  useVault,
  useVaultCare,
  useViewNote,
  type StoredRecord,
  type VaultError,
  type Write,
} from '../../../vault';
import styles from './care.module.css';
import { ErasedParts } from './ErasedParts';
import { OlderVaults } from './OlderVaults';
import { backupsLeftWords, eraseWord, folderWords, isTypedName, type BackupsNow } from './erase-words';
import { destructionReasonWords } from './keeping-words';
import { settingsCrumb } from '../settings-crumb';

const crumbs = [...settingsCrumb, { label: 'Keeping and erasing', href: '/settings/keeping' }];

export function ErasePage(props: { readonly id: string }) {
  const { id } = props;
  const live = useRecord('person', id);
  useViewNote('person', live?.id);
  // While it is being done the page stays as it was confirmed, though the records go from under it.
  const [confirmed, setConfirmed] = useState<ErasurePlan | null>(null);
  const [first] = useState(live);
  const person = confirmed === null ? live : first;
  const today = useToday();
  const { settings } = useCareSettings();
  const isOnHold = isRecordId(id) && isHeld(settings, id);
  const hasLeft = person === undefined || (person.value.lastDay !== null && person.value.lastDay < today);
  const title = person === undefined ? 'Erase someone deleted' : `Erase ${person.value.name}`;
  return (
    <Page title={title} docTitle="Erase a person" crumbs={crumbs} lede={ledeOf(person)}>
      {isOnHold ? (
        <Note kind="caution" title="On hold">
          <p>
            Nothing about this person can be erased while the hold stands. Lift it first, if that is right.
          </p>
          <LinkButton size="small" href="/settings/keeping">
            See who is on hold
          </LinkButton>
        </Note>
      ) : !hasLeft ? (
        <Note kind="info" title="This person is still here">
          <p>Only somebody who left can be erased. Set their last day first.</p>
          <LinkButton size="small" href={`/people/${id}/edit`}>
            Change details
          </LinkButton>
        </Note>
      ) : isRecordId(id) ? (
        <EraseFlow personId={id} person={person} confirmed={confirmed} onConfirmed={setConfirmed} />
      ) : (
        <Nothing />
      )}
    </Page>
  );
}

function ledeOf(person: StoredRecord<'person'> | undefined): string {
  if (person === undefined) return 'Their own record is gone. What is left names them by a number only.';
  const { role, lastDay } = person.value;
  return lastDay === null ? role : `${role}. Left ${formatDate(lastDay)}.`;
}

function Nothing() {
  return (
    <EmptyState
      title="There is nothing to erase"
      action={<LinkButton href="/settings/keeping">Keeping and erasing</LinkButton>}
    >
      No record is about this person. They may have been erased already.
    </EmptyState>
  );
}

function EraseFlow(props: {
  readonly personId: RecordId;
  readonly person: StoredRecord<'person'> | undefined;
  readonly confirmed: ErasurePlan | null;
  readonly onConfirmed: (plan: ErasurePlan | null) => void;
}) {
  const { personId, person, confirmed, onConfirmed } = props;
  const vault = useVault();
  // Any text may name the person: only whole records show that.
  const asked = useAsked<readonly AnyRecord[], VaultError>(personId, () => wholeRecords(vault));
  return (
    <Awaited asked={asked} waiting="Looking through the records">
      {(records) => (
        <Erasure
          personId={personId}
          person={person}
          records={records}
          confirmed={confirmed}
          onConfirmed={onConfirmed}
        />
      )}
    </Awaited>
  );
}

function Erasure(props: {
  readonly personId: RecordId;
  readonly person: StoredRecord<'person'> | undefined;
  readonly records: readonly AnyRecord[];
  readonly confirmed: ErasurePlan | null;
  readonly onConfirmed: (plan: ErasurePlan | null) => void;
}) {
  const { personId, person, records, confirmed, onConfirmed } = props;
  const name = person?.value.name ?? null;
  const fresh = useMemo(() => planErasure({ personId, name, records }), [personId, name, records]);
  const plan = confirmed ?? fresh;
  if (plan.writes.length === 0) return <Nothing />;
  return (
    <div className={styles.narrow}>
      <div className={styles.parts}>
        <ErasedParts plan={plan} />
        <Staying plan={plan} />
        <Confirm personId={personId} name={name} plan={plan} onConfirmed={onConfirmed} />
      </div>
    </div>
  );
}

/** What an erasure cannot reach, said before it is done. */
function Staying(props: { readonly plan: ErasurePlan }) {
  const { plan } = props;
  const { name: vaultName } = useVault();
  const today = useToday();
  const asked = useAsked<BackupsNow, ExpectedError>('backups', async () => {
    const status = await desktop['backup.status']({});
    if (!status.ok) return status;
    const list = await desktop['backup.list']({ vault: vaultName });
    const isReachable = status.value.isWritable && list.ok;
    const count = list.ok ? list.value.backups.length : 0;
    return { ok: true, value: { isReachable, count, policy: status.value.policy } };
  });
  const mentions = plan.changed.filter(({ isShared }) => !isShared).length;
  return (
    <Section title="What stays for a while, and where">
      <ul className={styles.lines}>
        <li>
          <Awaited asked={asked} waiting="Looking at the backups">
            {(backups) => folderWords(backups, today)}
          </Awaited>
        </li>
        <li>
          Copies elsewhere, such as a stick in a drawer or a cloud’s old versions, can still open them.
          Destroy those by hand.
        </li>
        {mentions > 0 && (
          <li>
            {mentions === 1
              ? 'One record about others only mentions the name. Its earlier versions keep it'
              : `${mentions} records about others only mention the name. Their earlier versions keep it`}{' '}
            for up to 30 days, and older backups until newer ones take their place.
          </li>
        )}
        <li>What was printed or saved as a file before today. The activity log keeps a number, no name.</li>
      </ul>
      <OlderVaults />
    </Section>
  );
}

const reasons = destructionReasons.filter((reason) => reason !== 'deleted');

function Confirm(props: {
  readonly personId: RecordId;
  readonly name: string | null;
  readonly plan: ErasurePlan;
  readonly onConfirmed: (plan: ErasurePlan | null) => void;
}) {
  const { personId, name, plan, onConfirmed } = props;
  const care = useVaultCare();
  const vault = useVault();
  const toast = useToast();
  const go = useGo();
  const today = useToday();
  const isDue = useIsDue(personId);
  const [reason, setReason] = useState<string>(isDue ? 'period-over' : '');
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const wanted = name ?? eraseWord;
  const errorOf = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;

  async function erase(): Promise<void> {
    if (isBusy) return;
    const why: DestructionReason | undefined = reasons.find((each) => each === reason);
    const problems: FormProblem[] = [];
    if (why === undefined) problems.push({ field: 'reason', message: 'Choose a reason' });
    if (!isTypedName(typed, wanted)) {
      problems.push({
        field: 'confirm',
        message: name === null ? `Type the word ${eraseWord}` : 'Type the name as it stands above',
      });
    }
    setErrors(problems);
    if (why === undefined || problems.length > 0) return;
    setBusy(true);
    onConfirmed(plan);
    const erased = await care.erasePerson(personId, withLog(why));
    if (!erased.ok) {
      setBusy(false);
      onConfirmed(null);
      setErrors([{ field: '', message: careErrorText(erased.error, 'erase') }]);
      return;
    }
    const gone = erased.value.erased;
    const kept = plan.changed.filter(({ kind }) => kind !== 'care-settings').length;
    const left = backupsLeftWords(erased.value.backupsNotReached);
    toast({
      text: `Erased. ${gone === 1 ? '1 record is' : `${gone} records are`} gone, ${kept === 1 ? '1 was' : `${kept} were`} saved again without the person.${left}`,
      actions: left === '' ? [] : [{ label: 'Look at backups', onPress: () => go('/settings/backups') }],
    });
    if (isHere.current) go('/settings/keeping');
  }

  /** The destruction log is part of the same commit: neither is there without the other. */
  function withLog(why: DestructionReason): readonly Write[] {
    const [stored] = vault.records('care-settings');
    const planned = plan.writes.find((write) => write.kind === 'care-settings');
    const now =
      planned?.type === 'put'
        ? (planned.value as typeof defaultCareSettings)
        : (stored?.value ?? defaultCareSettings);
    return [
      ...plan.writes.filter((write) => write !== planned),
      {
        type: 'put',
        kind: 'care-settings',
        id: stored?.id ?? newRecordId(),
        baseRevision: stored?.revision ?? 0,
        value: logDestroyed(now, plan.removed, today, why),
      },
    ];
  }

  return (
    <Section title="Erase for good">
      <Sheet pad>
        <Form aria-label="Erase for good" errors={errors} onSubmit={erase}>
          <p>This cannot be undone, not by Deleted items and not by a backup from your folder.</p>
          <Select
            label="Why"
            name="reason"
            width="full"
            value={reason}
            onChange={setReason}
            options={reasons.map((each) => ({ value: each, label: destructionReasonWords[each] }))}
            error={errorOf('reason')}
          />
          <TextField
            label={name === null ? `Type ${eraseWord} to confirm` : 'Type the name to confirm'}
            hint={name === null ? undefined : wanted}
            name="confirm"
            value={typed}
            onChange={setTyped}
            error={errorOf('confirm')}
          />
          <FormActions>
            <Button type="submit" variant="primary" isPending={isBusy} pendingText="Erasing">
              Erase for good
            </Button>
            <LinkButton href="/settings/keeping">Keep everything</LinkButton>
          </FormActions>
        </Form>
      </Sheet>
    </Section>
  );
}

function useIsDue(personId: RecordId): boolean {
  const records = useKeptRecords();
  const today = useToday();
  const { settings } = useCareSettings();
  return useMemo(
    () =>
      dueItems(keptItems(records, settings, dayOfInstant), today).some(
        (item) => item.class === 'person' && item.personId === personId,
      ),
    [records, settings, today, personId],
  );
}
