import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { backupTime } from '@shared/vault/backup-policy';
import { formatDate } from '@shared/kernel/local-date';
import { careErrorText } from '../../app/error-text';
import { dayOfInstant, formatTime } from '../../platform';
import { Awaited } from '../../records/Awaited';
import { Button, Note, Segmented, Select, TextField, type FormProblem } from '../../ui';
import { pickedValue, type BackupOpener } from './backup-opener';
import { sizeWords } from './backup-words';
import styles from './backup.module.css';

/** "24 November 2026, 14:32" */
export function whenWords(at: number): string {
  return `${formatDate(dayOfInstant(at))}, ${formatTime(at)}`;
}

/** Which backup, and the secret that opens it. */
export function BackupFields(props: {
  readonly opener: BackupOpener;
  readonly errors: readonly FormProblem[];
}) {
  const { opener, errors } = props;
  const { picked } = opener;
  const [problem, setProblem] = useState<string | null>(null);
  const errorOf = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;

  async function pick(): Promise<void> {
    const error = await opener.pick();
    setProblem(error === null ? null : careErrorText(error, 'drill'));
  }

  return (
    <>
      <Awaited asked={opener.listed} waiting="Looking into the backup folder">
        {(backups) => (
          <div className={styles.stack}>
            {backups.length === 0 && picked === null ? (
              <Note kind="info" title="There is no backup in the folder">
                <p>Pick the file if you keep one somewhere else. Its name ends in .stb.</p>
              </Note>
            ) : (
              <Select
                label="Which backup"
                name="backup"
                width="full"
                value={opener.chosen}
                onChange={opener.choose}
                error={errorOf('backup')}
                options={[
                  ...(picked === null
                    ? []
                    : [
                        {
                          value: pickedValue,
                          label: `The file you picked, ${nameWords(picked.name)}${sizeWords(picked.size)}`,
                        },
                      ]),
                  ...backups.map(({ name, size }, index) => ({
                    value: name,
                    label: `${index === 0 ? 'The newest, ' : ''}${nameWords(name)}${sizeWords(size)}`,
                  })),
                ]}
              />
            )}
            {isWithoutKeys(opener, backups) && (
              <Note kind="caution" title="The second file is not beside it">
                <p>A backup is two files of one name, .stb and .stbk. Put both into the same folder.</p>
              </Note>
            )}
          </div>
        )}
      </Awaited>
      <div>
        <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void pick()}>
          Pick a file elsewhere
        </Button>
        <div aria-live="polite">
          {problem !== null && (
            <Note kind="caution" title="Not picked">
              {problem}
            </Note>
          )}
        </div>
      </div>
      <Segmented
        label="Open it with"
        name="by"
        value={opener.by}
        onChange={opener.setBy}
        options={[
          { value: 'passphrase', label: 'Passphrase' },
          { value: 'code', label: 'Recovery code' },
        ]}
      />
      <TextField
        key={opener.by}
        label={opener.by === 'passphrase' ? 'Passphrase of that day' : 'Recovery code'}
        hint={
          opener.by === 'passphrase'
            ? 'The one that opened your records when the backup was made.'
            : 'Nine groups. Capitals, spaces and dashes do not matter.'
        }
        name="secret"
        type={opener.by === 'passphrase' ? 'password' : 'text'}
        value={opener.text}
        onChange={opener.setText}
        error={errorOf('secret')}
      />
    </>
  );
}

function nameWords(name: string | null): string {
  const at = name === null ? null : backupTime(name);
  return at === null ? '' : `${whenWords(at)}, `;
}

function isWithoutKeys(
  opener: BackupOpener,
  backups: readonly { readonly name: string; readonly hasKeys: boolean }[],
): boolean {
  if (opener.chosen === pickedValue) return opener.picked?.hasKeys === false;
  return backups.find(({ name }) => name === opener.chosen)?.hasKeys === false;
}
