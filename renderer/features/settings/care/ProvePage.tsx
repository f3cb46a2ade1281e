import { useState } from 'react';
import type { BackupProof } from '@shared/vault/vault-care';
import { careErrorText } from '../../../app/error-text';
import { dayOfInstant, useToday } from '../../../platform';
import { useCareSettings } from '../../../records/use-care-settings';
import { Button, Form, FormActions, LinkButton, Page, Sheet, type FormProblem } from '../../../ui';
import { useVault, useVaultCare } from '../../../vault';
import { openingProblem, useBackupOpener } from '../backup-opener';
import { BackupFields } from '../BackupFields';
import { ProofResult } from '../ProofResult';
import styles from './care.module.css';
import { settingsCrumb } from '../settings-crumb';

/** The drill: opens a backup with a typed secret and counts what is in it. The records of now are not touched. */
export function ProvePage() {
  const vault = useVault();
  const care = useVaultCare();
  const today = useToday();
  const { change } = useCareSettings();
  const opener = useBackupOpener(vault.name);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [proof, setProof] = useState<BackupProof | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function prove(): Promise<void> {
    const problems = opener.problems();
    setErrors(problems);
    if (problems.length > 0 || isBusy) return;
    setBusy(true);
    setProof(null);
    const { source, secret } = opener.request();
    const opened = await care.drill(source, secret);
    if (opened.ok) {
      opener.forget();
      const madeOn = dayOfInstant(opened.value.madeAt);
      await change((now) => ({ ...now, lastProof: { on: today, madeOn } }));
      setProof(opened.value);
    } else {
      setErrors([openingProblem(opened.error, careErrorText(opened.error, 'drill'))]);
    }
    setBusy(false);
  }

  return (
    <Page
      title="Prove a backup"
      docTitle="Prove a backup"
      crumbs={[...settingsCrumb, { label: 'Backups', href: '/settings/backups' }]}
      lede="A backup counts once it has been opened. Nothing in your records changes. Four times a year is enough."
    >
      <div className={styles.narrow}>
        <div className={styles.stack}>
          <div role="status">
            {proof !== null && <ProofResult proof={proof} title="Proven: this backup opens" />}
          </div>
          <Sheet pad>
            <Form aria-label="Prove a backup" errors={errors} onSubmit={prove}>
              <BackupFields opener={opener} errors={errors} />
              <FormActions>
                <Button
                  type="submit"
                  variant="primary"
                  isPending={isBusy}
                  pendingText="Opening everything in it"
                >
                  Prove it
                </Button>
                <LinkButton href="/settings/backups" variant="quiet">
                  {proof === null ? 'Not now' : 'Back to Backups'}
                </LinkButton>
              </FormActions>
            </Form>
          </Sheet>
        </div>
      </div>
    </Page>
  );
}
