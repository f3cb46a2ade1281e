import { useState } from 'react';
import { roundings } from '@shared/disclosure/thresholds';
import { disclosureDefaults } from '@shared/records/disclosure-settings/disclosure-settings';
import { errorText } from '../../../app/error-text';
import {
  Button,
  Form,
  FormActions,
  Section,
  Segmented,
  Sheet,
  TextField,
  useToast,
  type FormProblem,
} from '../../../ui';
import { useVault, useVaultCare, type StoredRecord } from '../../../vault';
import {
  leavingFields,
  readLeaving,
  shares,
  teamsLeftWords,
  type CountField,
  type LeavingFields,
} from './leaving-form';
import styles from './leaving.module.css';

const roundingLabels = { none: 'As they are', 'base-5': 'Rounded to 5' } as const;

export function LeavingForm(props: {
  readonly stored: StoredRecord<'disclosure-settings'> | undefined;
  readonly teamSizes: readonly number[];
}) {
  const { stored, teamSizes } = props;
  const vault = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const settings = stored?.value ?? disclosureDefaults;
  const [fields, setFields] = useState(() => leavingFields(settings));
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const set = (patch: Partial<LeavingFields>): void => {
    setFields((now) => ({ ...now, ...patch }));
  };
  const count = (name: CountField) => ({
    name,
    value: fields[name],
    error: errors.find(({ field }) => field === name)?.message,
    unit: 'people',
    width: 'short' as const,
    inputMode: 'numeric' as const,
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });

  const save = async (): Promise<void> => {
    const read = readLeaving(fields, settings.allowsRows);
    setErrors(read.problems);
    if (read.settings === null || isBusy) return;
    setBusy(true);
    const saved = await vault.put('disclosure-settings', read.settings, stored);
    setBusy(false);
    if (!saved.ok) {
      setErrors([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    void care.note([{ event: 'settings-changed', detail: 'what-may-leave' }]);
    toast({ text: 'Saved. It counts from the next export on.' });
  };

  const left = teamsLeftWords(fields.minimumCellSize, teamSizes);
  return (
    <Section title="Small numbers">
      <Sheet pad>
        <Form aria-label="Small numbers" errors={errors} onSubmit={save}>
          <TextField
            {...count('minimumCellSize')}
            label="People in a count"
            hint={`5 or more. A smaller count is hidden. ${left ?? ''}`.trim()}
          />
          <TextField
            {...count('minimumSensitiveCellSize')}
            label="People in a sensitive count"
            hint="10 or more. Wellbeing, reasons of absence, kinds of event"
          />
          <TextField
            {...count('minimumForStatistic')}
            label="People behind an average or rate"
            hint="8 or more. With fewer, one person’s answer could be worked out"
          />
          <Segmented
            name="maximumShareOfOne"
            label="One person is at most"
            hint="Of a sum of hours or days. Where one person is more of it, the sum is hidden"
            value={fields.maximumShareOfOne}
            options={shares}
            onChange={(maximumShareOfOne) => {
              set({ maximumShareOfOne });
            }}
          />
          <Segmented
            name="rounding"
            label="Counts in a new report"
            hint="Rounded to 5, more of them can be shown, and columns may not add up. Each report can choose"
            value={fields.rounding}
            options={roundings.map((value) => ({ value, label: roundingLabels[value] }))}
            onChange={(rounding) => {
              set({ rounding });
            }}
          />
          <FormActions>
            <Button type="submit" variant="primary" isPending={isBusy} pendingText="Saving">
              Save rules
            </Button>
            {stored === undefined && <span className={styles.small}>Nothing was changed yet.</span>}
          </FormActions>
        </Form>
      </Sheet>
    </Section>
  );
}
