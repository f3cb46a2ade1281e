import { useState } from 'react';
import { retentionClasses } from '@shared/records/care-settings/care-settings';
import { careErrorText } from '../../../app/error-text';
import { useCareSettings } from '../../../records/use-care-settings';
import { Button, Form, Sheet, TextField, useToast, type FormProblem } from '../../../ui';
import { useVaultCare } from '../../../vault';
import styles from './care.module.css';
import { monthFields, readMonths } from './keeping-form';
import { classWords, monthsWords } from '../../../records/kept-words';

export function KeptTimes() {
  const { settings, change } = useCareSettings();
  const care = useVaultCare();
  const toast = useToast();
  const [fields, setFields] = useState(() => monthFields(settings.months));
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    const read = readMonths(fields);
    setErrors(read.ok ? [] : read.problems);
    if (!read.ok || isBusy) return;
    setBusy(true);
    const saved = await change((now) => ({ ...now, months: read.months }));
    setBusy(false);
    if (!saved.ok) {
      setErrors([{ field: '', message: careErrorText(saved.error, 'read') }]);
      return;
    }
    void care.note([{ event: 'settings-changed', detail: 'keeping-times' }]);
    toast({ text: 'Saved. The list of what is due follows.' });
  }

  return (
    <Sheet pad>
      <Form aria-label="How long things are kept" errors={errors} onSubmit={save}>
        <p className={styles.small}>
          Six years from leaving is what the Scottish NHS code gives for staff records. Use your own
          organisation’s schedule. Empty: kept until you decide.
        </p>
        <div className={styles.months}>
          {retentionClasses.map((of) => (
            <TextField
              key={of}
              label={classWords[of].title}
              hint={hintOf(fields[of], classWords[of].from)}
              name={of}
              unit="months"
              width="short"
              inputMode="numeric"
              value={fields[of]}
              error={errors.find(({ field }) => field === of)?.message}
              onChange={(value) => {
                setFields((now) => ({ ...now, [of]: value }));
              }}
            />
          ))}
        </div>
        <Button type="submit" isPending={isBusy}>
          Save times
        </Button>
      </Form>
    </Sheet>
  );
}

/** "6 years after they leave", once the number is one. */
function hintOf(text: string, from: string): string {
  const months = Number(text.trim());
  if (text.trim() === '') return 'Kept until you decide';
  return Number.isInteger(months) && months > 0 ? `${monthsWords(months)} ${from}` : `Months ${from}`;
}
