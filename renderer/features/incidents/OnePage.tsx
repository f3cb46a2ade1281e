import { useState } from 'react';
import { createPortal } from 'react-dom';
import { stepsOf } from '@shared/event-plans/open-plan';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import { templateById } from '@shared/event-plans/registry';
import { formatDate, formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import {
  closenesses,
  closenessLabels,
  type EventPlan,
  phaseIds,
  phaseLabels,
  type PlanStep,
} from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import { desktop } from '../../platform';
import { Button, Checkbox, Dialog, useToast } from '../../ui';
import { useVault } from '../../vault';
import styles from './incidents.module.css';
import type { People } from './people';
import { countWords, weekdayWords, windowWords } from './plan-words';

export interface OnePageProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly plan: EventPlan;
  readonly people: People;
  readonly today: LocalDate;
}

/** The first 72 hours on one page of paper. Names stay off it unless they are asked for. */
export function OnePage(props: OnePageProps) {
  const { isOpen, onOpenChange, plan, people, today } = props;
  const vault = useVault();
  const toast = useToast();
  const [hasNames, setNames] = useState(false);
  const [isPrinting, setPrinting] = useState(false);

  const save = async () => {
    onOpenChange(false);
    setPrinting(true);
    await twoFrames();
    const saved = await desktop['file.savePdf']({
      suggestedName: 'incident-plan.pdf',
      footer: `Steading. Confidential. ${formatDate(today)}`,
    });
    setPrinting(false);
    if (!saved.ok) {
      if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
      return;
    }
    await vault.put('export-entry', {
      report: 'plan-page',
      format: 'pdf',
      title: hasNames ? 'Incident plan, one page, with names' : 'Incident plan, one page',
      periodStart: null,
      periodEnd: null,
      exportedOn: today,
      hiddenCells: 0,
      model: { tables: [] },
    });
    toast({
      text: 'Saved as a PDF. It is outside the lock now, so keep it safe.',
      actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
    });
  };

  return (
    <>
      <Dialog
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        title="One page for the wall or the pocket"
        actions={
          <>
            <Button variant="primary" onPress={() => void save()}>
              Save as PDF
            </Button>
            <Button
              onPress={() => {
                onOpenChange(false);
              }}
            >
              Not now
            </Button>
          </>
        }
      >
        <p>
          The steps of the first 72 hours, then the dates that follow. It leaves the lock when you save it.
        </p>
        <Checkbox isSelected={hasNames} onChange={setNames}>
          Put names on the page
        </Checkbox>
      </Dialog>
      {isPrinting &&
        createPortal(<PlanSheet plan={plan} people={people} hasNames={hasNames} />, document.body)}
    </>
  );
}

/** React has drawn the sheet, and the dialog is gone from the accessibility tree, before the page is printed. */
function twoFrames(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        done();
      });
    });
  });
}

/** As many as leave the page one page. */
const shownAvoid = 6;

/** Straight under the body, so that no column of the app narrows it. */
function PlanSheet(props: Pick<OnePageProps, 'plan' | 'people'> & { readonly hasNames: boolean }) {
  const { plan, people, hasNames } = props;
  const year = plan.occurredOn.slice(0, 4);
  const template = templateById(plan.templateId);
  const ownerOf = (step: PlanStep) =>
    hasNames && step.ownerPersonId !== null ? people.nameOf(step.ownerPersonId) : step.ownerRole;
  return (
    <div data-print="sheet" data-screen="no" className={styles.paper}>
      <h1>Incident plan</h1>
      <p>
        {formatDateWithWeekday(plan.occurredOn)}
        {plan.occurredAt !== '' && `, ${plan.occurredAt}`}
      </p>
      {(['immediate', 'hours-24-72'] as const).map((phaseId) => (
        <section key={phaseId}>
          <h2>
            {phaseLabels[phaseId]}, {windowWords(phaseWindow(phaseId, plan.occurredOn), plan.occurredOn)}
          </h2>
          <ul className={styles.paperSteps}>
            {stepsOf(plan, phaseId).map((step) => (
              <li key={step.id}>
                <span className={styles.paperBox}>{step.doneOn !== null && '✓'}</span>
                <span>
                  <b>{step.title}</b>
                  {step.detail !== '' && step.doneOn === null && ` ${step.detail}`}
                </span>
                <span>{ownerOf(step)}</span>
                <span>{weekdayWords(step.due, year)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>People affected</h2>
        {hasNames ? (
          <ul>
            {plan.affected.map((person) => (
              <li key={person.personId}>
                {people.nameOf(person.personId)}, {closenessLabels[person.closeness].toLowerCase()}
              </li>
            ))}
          </ul>
        ) : (
          <p>
            {closenesses
              .map((closeness) => ({
                closeness,
                count: plan.affected.filter((person) => person.closeness === closeness).length,
              }))
              .filter(({ count }) => count > 0)
              .map(({ closeness, count }) => `${closenessLabels[closeness]}: ${count}`)
              .join('. ') || 'Nobody listed yet'}
            . Names are kept in Steading.
          </p>
        )}
      </section>
      <section>
        <h2>Later</h2>
        <p>
          {phaseIds
            .filter((id) => id !== 'immediate' && id !== 'hours-24-72')
            .map(
              (id) => `${phaseLabels[id]}: ${windowWords(phaseWindow(id, plan.occurredOn), plan.occurredOn)}`,
            )
            .join('. ')}
          . {countWords(contactPhaseIds.length, 'check-in', 'check-ins')} with each person.
        </p>
      </section>
      {template !== null && (
        <section>
          <h2>Avoid</h2>
          <p>
            {template.avoid
              .slice(0, shownAvoid)
              .map(({ what }) => what)
              .join('. ')}
            .
          </p>
        </section>
      )}
    </div>
  );
}
