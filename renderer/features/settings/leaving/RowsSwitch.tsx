import { Rows3 } from 'lucide-react';
import { useState } from 'react';
import { disclosureDefaults } from '@shared/records/disclosure-settings/disclosure-settings';
import { errorText } from '../../../app/error-text';
import {
  Button,
  Dialog,
  LinkButton,
  Note,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  useToast,
} from '../../../ui';
import { useVault, useVaultCare, type StoredRecord } from '../../../vault';
import styles from './leaving.module.css';

/** Off until somebody has read what it is. Off again needs no question. */
export function RowsSwitch(props: { readonly stored: StoredRecord<'disclosure-settings'> | undefined }) {
  const { stored } = props;
  const vault = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const settings = stored?.value ?? disclosureDefaults;
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isOn = settings.allowsRows;

  const turn = async (allowsRows: boolean): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const saved = await vault.put('disclosure-settings', { ...settings, allowsRows }, stored);
    setBusy(false);
    setAsking(false);
    if (!saved.ok) {
      setProblem(errorText(saved.error));
      return;
    }
    void care.note([{ event: 'settings-changed', detail: allowsRows ? 'rows-on' : 'rows-off' }]);
    toast({ text: allowsRows ? 'Switched on. Reports offers it now.' : 'Switched off.' });
  };

  return (
    <Section
      title="Rows about single people"
      action={<Status kind={isOn ? 'caution' : 'none'}>{isOn ? 'On' : 'Off'}</Status>}
    >
      <Sheet>
        <RowList>
          <Row
            icon={<Rows3 />}
            title="A file with one row a person"
            detail="No names, no notes, no days. Tables answer nearly every question with less risk."
            action={
              <span className={styles.actions}>
                {isOn && (
                  <LinkButton size="small" href="/reports/rows">
                    Make one
                  </LinkButton>
                )}
                <Button
                  size="small"
                  isPending={isBusy && !isAsking}
                  aria-label={
                    isOn ? 'Switch off rows about single people' : 'Switch on rows about single people'
                  }
                  onPress={() => {
                    if (isOn) void turn(false);
                    else setAsking(true);
                  }}
                >
                  {isOn ? 'Switch off' : 'Switch on…'}
                </Button>
              </span>
            }
          />
        </RowList>
      </Sheet>
      <div aria-live="polite">
        {problem !== null && (
          <Note kind="caution" title="Not changed">
            {problem}
          </Note>
        )}
      </div>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Allow rows about single people?"
        actions={
          <>
            <Button variant="primary" isPending={isBusy} onPress={() => void turn(true)}>
              Switch it on
            </Button>
            <Button
              variant="quiet"
              onPress={() => {
                setAsking(false);
              }}
            >
              Leave it off
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <p>Each row of such a file is about one of your people, without a name.</p>
          <ul className={styles.points}>
            <li>Every row is the same as at least four others, so nobody stands alone.</li>
            <li>Some rows are always left out by chance.</li>
            <li>One file for a year, and no second one about the same time.</li>
            <li>Somebody who knows your staff may still recognise a group.</li>
          </ul>
          <p>Switch it on when a researcher or your board needs rows, and you know who will hold the file.</p>
        </div>
      </Dialog>
    </Section>
  );
}
