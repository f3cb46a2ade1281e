import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { IpcReply } from '@shared/ipc/contract';
import { backupTime } from '@shared/vault/backup-policy';
import type { BackupProof } from '@shared/vault/vault-care';
import type { BackupFile } from '@shared/vault/vault-files';
import { backupFolderText, careErrorText, type ExpectedError } from '../../../app/error-text';
import { dayOfInstant, desktop, useToday } from '../../../platform';
import { Awaited, CareProblem } from '../../../records/Awaited';
import { useAsked } from '../../../records/use-asked';
import { useCareSettings } from '../../../records/use-care-settings';
import {
  Button,
  Columns,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
} from '../../../ui';
import { useVault, useVaultCare, type VaultError } from '../../../vault';
import { agoWords, newestFirst, sizeWords } from '../backup-words';
import { whenWords } from '../BackupFields';
import { ProofResult } from '../ProofResult';
import { BackupCounts } from './BackupCounts';
import { OlderVaults } from './OlderVaults';
import styles from './care.module.css';
import { settingsCrumb } from '../settings-crumb';

type FolderStatus = IpcReply<'backup.status'>;

const shownBackups = 8;
const lowBytes = 500_000_000;

export function BackupsPage() {
  const vault = useVault();
  return (
    <Page
      title="Backups"
      docTitle="Backups"
      crumbs={settingsCrumb}
      lede="Sealed copies of everything, made by themselves while you work."
    >
      {vault.name === 'demo' ? (
        <EmptyState title="Made-up data needs no backup" action={null}>
          In your own records, backups are made, listed and proven here.
        </EmptyState>
      ) : (
        <Backups />
      )}
    </Page>
  );
}

function Backups() {
  const { name } = useVault();
  const status = useAsked<FolderStatus, ExpectedError>('status', () => desktop['backup.status']({}));
  const list = useAsked<readonly BackupFile[], ExpectedError>('list', async () => {
    const answer = await desktop['backup.list']({ vault: name });
    return answer.ok ? { ok: true, value: newestFirst(answer.value.backups) } : answer;
  });
  const again = (): void => {
    status.again();
    list.again();
  };
  return (
    <Columns
      main={
        <>
          <OlderVaults />
          <MakeOne newest={list.answer.state === 'ready' ? list.answer.value[0] : undefined} onMade={again} />
          <Section title="In the folder">
            <Awaited asked={list} waiting="Looking into the folder">
              {(backups) => <BackupList backups={backups} />}
            </Awaited>
          </Section>
        </>
      }
      side={
        <Awaited asked={status} waiting="Looking at the folder">
          {(folder) => (
            <>
              <Folder folder={folder} onChanged={again} />
              <Section title="How many stay">
                <BackupCounts policy={folder.policy} onSaved={again} />
              </Section>
            </>
          )}
        </Awaited>
      }
    />
  );
}

function MakeOne(props: { readonly newest: BackupFile | undefined; readonly onMade: () => void }) {
  const care = useVaultCare();
  const today = useToday();
  const { settings } = useCareSettings();
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<BackupProof | null>(null);
  const [error, setError] = useState<VaultError | null>(null);
  const madeAt = props.newest === undefined ? null : backupTime(props.newest.name);

  async function make(): Promise<void> {
    setBusy(true);
    setError(null);
    const answer = await care.backUp();
    setBusy(false);
    setMade(answer.ok ? answer.value : null);
    if (!answer.ok) setError(answer.error);
    props.onMade();
  }

  return (
    <div className={styles.stack}>
      <Sheet>
        <RowList>
          <Row
            title="Last made"
            detail={madeAt === null ? 'There is none in the folder.' : whenWords(madeAt)}
            action={
              <Button isPending={isBusy} pendingText="Making and reading it back" onPress={() => void make()}>
                Back up now
              </Button>
            }
          />
          <Row
            title="Last proven"
            detail={
              settings.lastProof === null
                ? 'No backup has been opened as a trial yet.'
                : `A backup was opened as a trial ${agoWords(settings.lastProof.on, today)}.`
            }
            action={<LinkButton href="/settings/backups/prove">Prove a backup</LinkButton>}
          />
        </RowList>
      </Sheet>
      <div role="status">
        {made !== null && <ProofResult proof={made} title="Made, read back and opened" />}
      </div>
      {error !== null && (
        <CareProblem
          title="No backup was made"
          error={error}
          task="back-up"
          onRetry={() => {
            void make();
          }}
        />
      )}
    </div>
  );
}

function BackupList(props: { readonly backups: readonly BackupFile[] }) {
  const { backups } = props;
  const today = useToday();
  const [isAll, setAll] = useState(false);
  if (backups.length === 0) {
    return (
      <p className={styles.small}>
        None yet. The first one is made by itself within the hour, or at once with “Back up now”.
      </p>
    );
  }
  const shown = isAll ? backups : backups.slice(0, shownBackups);
  return (
    <div className={styles.stack}>
      <Sheet>
        <RowList aria-label="Backups, newest first">
          {shown.map(({ name, size, hasKeys }, index) => {
            const at = backupTime(name);
            return (
              <Row
                key={name}
                title={at === null ? name : whenWords(at)}
                detail={`${sizeWords(size)}${at === null ? '' : `, ${agoWords(dayOfInstant(at), today)}`}`}
                status={
                  !hasKeys ? (
                    <Status kind="caution">Second file missing</Status>
                  ) : (
                    index === 0 && <Status kind="good">Newest</Status>
                  )
                }
              />
            );
          })}
        </RowList>
      </Sheet>
      {backups.length > shown.length && (
        <Button
          onPress={() => {
            setAll(true);
          }}
        >
          Show all {backups.length}
        </Button>
      )}
      <p className={styles.small}>
        To put one back, lock Steading and choose “Open a backup instead” on the lock page.
      </p>
    </div>
  );
}

function Folder(props: { readonly folder: FolderStatus; readonly onChanged: () => void }) {
  const { folder, onChanged } = props;
  const care = useVaultCare();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function use(channel: 'backup.chooseFolder' | 'backup.useDefaultFolder'): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await desktop[channel]({});
    setBusy(false);
    if (answer.ok) {
      void care.note([{ event: 'settings-changed', detail: 'backup-folder' }]);
      onChanged();
    } else if (answer.error.tag !== 'Cancelled') {
      setProblem(careErrorText(answer.error, 'back-up'));
    }
  }

  return (
    <Section title="Where they go">
      <div className={styles.stack}>
        <Sheet>
          <RowList>
            <Row
              icon={<FolderOpen />}
              title={folder.isDefault ? 'Beside your records' : folder.folderName}
              detail={
                folder.freeBytes === null
                  ? 'On this laptop or a stick'
                  : `${sizeWords(folder.freeBytes)} free`
              }
              status={
                <Status kind={folder.isWritable ? 'good' : 'caution'}>
                  {folder.isWritable ? 'Ready' : 'Not ready'}
                </Status>
              }
            />
          </RowList>
        </Sheet>
        <FolderNotes folder={folder} />
        <div className={styles.actions}>
          <Button isPending={isBusy} onPress={() => void use('backup.chooseFolder')}>
            Choose a folder
          </Button>
          {!folder.isDefault && (
            <Button variant="quiet" onPress={() => void use('backup.useDefaultFolder')}>
              Use the one beside your records
            </Button>
          )}
        </div>
        <div aria-live="polite">
          {problem !== null && (
            <Note kind="caution" title="The folder stays as it was">
              {problem}
            </Note>
          )}
        </div>
      </div>
    </Section>
  );
}

function FolderNotes(props: { readonly folder: FolderStatus }) {
  const { folder } = props;
  return (
    <>
      {folder.lastProblem !== null ? (
        <Note kind="caution" title="The last backup was not made">
          <p>{backupFolderText(folder.lastProblem.problem)}</p>
          <details>
            <summary>Details</summary>
            <code>{folder.lastProblem.code}</code>
          </details>
        </Note>
      ) : (
        !folder.isWritable && (
          <Note kind="caution" title="The folder cannot be written to now">
            <p>Connect the stick or drive, or choose another folder. Your records are safe on this laptop.</p>
          </Note>
        )
      )}
      {folder.isDefault && (
        <Note kind="caution" title="They are on this laptop only">
          <p>If the laptop is lost or breaks, its backups go with it. A stick or a network drive is safer.</p>
        </Note>
      )}
      {folder.isCloud && (
        <Note kind="caution" title="A cloud service copies this folder">
          <p>
            The copies are sealed. But the service may keep old ones for ever, and erasing a person cannot
            reach those.
          </p>
        </Note>
      )}
      {folder.freeBytes !== null && folder.freeBytes < lowBytes && (
        <Note kind="caution" title="There is little room left">
          <p>Free some space there, or keep fewer backups.</p>
        </Note>
      )}
    </>
  );
}
