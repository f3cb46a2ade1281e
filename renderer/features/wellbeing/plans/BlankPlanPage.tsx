import { useState } from 'react';
import { Printer } from 'lucide-react';
import { planSectionLabels, planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { errorText } from '../../../app/error-text';
import { desktop } from '../../../platform';
import { planHints, planOpening } from '../../../records/plan-words';
import { Button, Page, useToast } from '../../../ui';
import { plansCrumbs } from './plans';
import styles from './plans.module.css';

/** For those who prefer paper: it is filled in by hand and kept by its owner, never here. */
export function BlankPlanPage() {
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    const saved = await desktop['file.savePdf']({
      suggestedName: 'wellbeing-plan-blank.pdf',
      footer: 'Wellbeing Plan. It belongs to whoever fills it in.',
    });
    setBusy(false);
    if (saved.ok) toast({ text: 'Saved. The form is empty, so it may lie anywhere.' });
    else if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
  }

  return (
    <Page
      title="Wellbeing Plan on paper"
      docTitle="Wellbeing Plan on paper"
      crumbs={plansCrumbs}
      lede="An empty form. Whoever fills it in keeps it, and decides who reads it."
      actions={
        <>
          <Button
            variant="primary"
            icon={<Printer aria-hidden="true" />}
            onPress={() => {
              window.print();
            }}
          >
            Print
          </Button>
          <Button isPending={isBusy} pendingText="Saving the form" onPress={() => void save()}>
            Save as PDF
          </Button>
        </>
      }
    >
      <div className={styles.form} data-print="sheet">
        <h2>Wellbeing Plan</h2>
        <p>{planOpening} The page is yours: nobody has to see it.</p>
        <dl className={styles.head}>
          <div>
            <dt>Name, if you want it here</dt>
          </div>
          <div>
            <dt>Date</dt>
          </div>
        </dl>
        {planSections.map((id) => (
          <section key={id} className={styles.blank} aria-label={planSectionLabels[id]}>
            <h3>{planSectionLabels[id]}</h3>
            <p>{planHints[id]}</p>
            <div className={styles.lines} aria-hidden="true" />
            <p className={styles.mayRead}>Who may read this, and until when:</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
