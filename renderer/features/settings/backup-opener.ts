/** Which backup is to be opened and with what: the fields that proving one and putting one back share. */
import { useState } from 'react';
import type { BackupFile } from '@shared/vault/vault-files';
import type { BackupSource } from '@shared/vault/vault-care';
import type { ExpectedError } from '../../app/error-text';
import { desktop } from '../../platform';
import { useAsked, type Asked } from '../../records/use-asked';
import type { FormProblem } from '../../ui';
import { isRecoveryCodeWellFormed, type TypedSecret, type VaultName } from '../../vault';
import { newestFirst } from './backup-words';

export interface PickedBackup {
  /** Null when it is not called as a backup is. */
  readonly name: string | null;
  readonly size: number;
  readonly hasKeys: boolean;
}

export interface BackupOpener {
  readonly listed: Asked<readonly BackupFile[], ExpectedError>;
  readonly picked: PickedBackup | null;
  readonly by: TypedSecret['by'];
  readonly text: string;
  /** The name of a backup in the folder, `pickedValue`, or empty for the newest one. */
  readonly chosen: string;
  choose(value: string): void;
  setBy(by: TypedSecret['by']): void;
  setText(text: string): void;
  /** Null when it went well or was called off. */
  pick(): Promise<ExpectedError | null>;
  /** What stands in the way of opening; none when `request` can be made. */
  problems(): readonly FormProblem[];
  request(): { readonly source: BackupSource; readonly secret: TypedSecret };
  /** After use: nothing typed stays. */
  forget(): void;
}

export const pickedValue = 'picked';

export function useBackupOpener(vault: VaultName): BackupOpener {
  const listed = useAsked<readonly BackupFile[], ExpectedError>(`list ${vault}`, async () => {
    const answer = await desktop['backup.list']({ vault });
    return answer.ok ? { ok: true, value: newestFirst(answer.value.backups) } : answer;
  });
  const [picked, setPicked] = useState<PickedBackup | null>(null);
  const [chosenName, setChosen] = useState('');
  const [by, setBy] = useState<TypedSecret['by']>('passphrase');
  const [text, setText] = useState('');
  const newest = listed.answer.state === 'ready' ? listed.answer.value[0]?.name : undefined;
  const chosen = chosenName === '' ? (newest ?? '') : chosenName;
  return {
    listed,
    picked,
    by,
    text,
    chosen,
    choose: setChosen,
    setBy: (next) => {
      setBy(next);
      setText('');
    },
    setText,
    pick: async () => {
      const answer = await desktop['backup.pick']({ vault });
      if (!answer.ok) return answer.error.tag === 'Cancelled' ? null : answer.error;
      setPicked(answer.value);
      setChosen(pickedValue);
      return null;
    },
    problems: () => {
      const found: FormProblem[] = [];
      if (chosen === '') found.push({ field: 'backup', message: 'Choose a backup, or pick a file' });
      if (text === '') {
        found.push({
          field: 'secret',
          message: by === 'passphrase' ? 'Type the passphrase' : 'Type the recovery code',
        });
      } else if (by === 'code' && !isRecoveryCodeWellFormed(text)) {
        found.push({
          field: 'secret',
          message: 'One character of that code is not right. Compare each group with your kit',
        });
      }
      return found;
    },
    request: () => ({
      source: chosen === pickedValue ? { from: 'picked' } : { from: 'folder', name: chosen },
      secret: { by, text },
    }),
    forget: () => {
      setText('');
    },
  };
}

/** A secret that did not fit belongs to its field; anything else to the form as a whole. */
export function openingProblem(error: ExpectedError, words: string): FormProblem {
  const isSecret = error.tag === 'WrongPassphrase' || error.tag === 'WrongRecoveryCode';
  return { field: isSecret ? 'secret' : '', message: words };
}
