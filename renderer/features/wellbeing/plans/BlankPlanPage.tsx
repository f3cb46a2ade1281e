import { planSectionLabels, planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { planHints, planOpening } from '../../../records/plan-words';
import { Page } from '../../../ui';
import { PrintActions } from '../PrintActions';
import { plansCrumbs } from './plans';
import styles from './plans.module.css';

/** For those who prefer paper: it is filled in by hand and kept by its owner, never here. */
export function BlankPlanPage() {
  return (
    <Page
      title="Wellbeing Plan on paper"
      docTitle="Wellbeing Plan on paper"
      crumbs={plansCrumbs}
      lede="An empty form. Whoever fills it in keeps it, and decides who reads it."
      actions={
        <PrintActions
          suggestedName="wellbeing-plan-blank.pdf"
          footer="Wellbeing Plan. It belongs to whoever fills it in."
          said="Saved. The form is empty, so it may lie anywhere."
        />
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
