import { useState } from 'react';
import type { BackupPolicy } from '@shared/ipc/backup-contract';
import { careErrorText } from '../../../app/error-text';
import { desktop } from '../../../platform';
import { Button, Form, Sheet, TextField, useToast, type FormProblem } from '../../../ui';
import { useVaultCare } from '../../../vault';
import { countFields, countLabels, countNames, readCounts } from './backup-counts';
import styles from './care.module.css';

/** Of each of the last hours, days, weeks and months that have a backup, the newest one stays. */
export function BackupCounts(props: { readonly policy: BackupPolicy; readonly onSaved: () => void }) {
  const care = useVaultCare();
  const toast = useToast();
  const [fields, setFields] = useState(() => countFields(props.policy));
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    const read = readCounts(fields);
    setErrors(read.ok ? [] : read.problems);
    if (!read.ok || isBusy) return;
    setBusy(true);
    const answer = await desktop['backup.setPolicy']({ policy: read.policy });
    setBusy(false);
    if (!answer.ok) {
      setErrors([{ field: '', message: careErrorText(answer.error, 'read') }]);
      return;
    }
    void care.note([{ event: 'settings-changed', detail: 'backup-counts' }]);
    toast({ text: 'Saved. It counts from the next backup on.' });
    props.onSaved();
  }

  return (
    <Sheet pad>
      <Form aria-label="How many backups stay" errors={errors} onSubmit={save}>
        <p className={styles.small}>
          Of this many hours, days, weeks and months, the newest backup each. The newest of all always stays.
        </p>
        <div className={styles.numbers}>
          {countNames.map((name) => (
            <TextField
              key={name}
              label={countLabels[name]}
              name={name}
              width="short"
              inputMode="numeric"
              value={fields[name]}
              error={errors.find((each) => each.field === name)?.message}
              onChange={(value) => {
                setFields((now) => ({ ...now, [name]: value }));
              }}
            />
          ))}
        </div>
        <Button type="submit" isPending={isBusy}>
          Save numbers
        </Button>
      </Form>
    </Sheet>
  );
}
