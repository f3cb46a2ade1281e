import { useState } from 'react';
import { createPortal } from 'react-dom';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import { templateById } from '@shared/event-plans/registry';
import { formatDate, formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import { type EventPlan, phaseIds, phaseLabels } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import { desktop } from '../../platform';
import { sheetDrawn } from '../../records/print-sheet';
import { Button, Checkbox, Dialog, useToast } from '../../ui';
import { useVault } from '../../vault';
import styles from './incidents.module.css';
import {
  affectedLines,
  hasTypedWords,
  type PageChoice,
  pageLines,
  pagePhases,
  pageTitle,
} from './page-lines';
import type { People } from './people';
import { countWords, weekdayWords, windowWords } from './plan-words';

export interface OnePageProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly plan: EventPlan;
  readonly people: People;
  readonly today: LocalDate;
}

const nothingMore: PageChoice = { hasNames: false, hasOwnWords: false };

/** The first 72 hours on one page of paper. Names and typed words stay off it unless they are asked for. */
export function OnePage(props: OnePageProps) {
  const { isOpen, onOpenChange, plan, people, today } = props;
  const vault = useVault();
  const toast = useToast();
  const [choice, setChoice] = useState(nothingMore);
  const [isPrinting, setPrinting] = useState(false);

  /** What was checked this time says nothing of the next: steps may be added in between. */
  const close = () => {
    setChoice(nothingMore);
    onOpenChange(false);
  };
  const save = async () => {
    onOpenChange(false);
    setPrinting(true);
    await sheetDrawn();
    const saved = await desktop['file.savePdf']({
      suggestedName: 'incident-plan.pdf',
      footer: `Steading. Confidential. ${formatDate(today)}`,
    });
    setPrinting(false);
    setChoice(nothingMore);
    if (!saved.ok) {
      if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
      return;
    }
    const logged = await vault.put('export-entry', {
      report: 'plan-page',
      format: 'pdf',
      title: pageTitle(choice),
      periodStart: null,
      periodEnd: null,
      exportedOn: today,
      hiddenCells: 0,
      model: { tables: [] },
    });
    toast({
      text: logged.ok
        ? 'Saved as a PDF. It is outside the lock now, so keep it safe.'
        : 'Saved as a PDF, and it is whole. The export log could not be written, so note for yourself that the page left.',
      actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
    });
  };

  return (
    <>
      <Dialog
        isOpen={isOpen}
        onOpenChange={(isNowOpen) => {
          if (!isNowOpen) close();
        }}
        title="One page for the wall or the pocket"
        actions={
          <>
            <Button variant="primary" onPress={() => void save()}>
              Save as PDF
            </Button>
            <Button onPress={close}>Not now</Button>
          </>
        }
      >
        <p>
          The steps of the first 72 hours, then the dates that follow. It leaves the lock when you save it.
        </p>
        <Checkbox
          isSelected={choice.hasNames}
          onChange={(hasNames) => {
            setChoice({ ...choice, hasNames });
          }}
        >
          Put names on the page
        </Checkbox>
        {hasTypedWords(plan) && (
          <Checkbox
            isSelected={choice.hasOwnWords}
            onChange={(hasOwnWords) => {
              setChoice({ ...choice, hasOwnWords });
            }}
          >
            Print the words of steps and roles that we added. I have checked whom they name
          </Checkbox>
        )}
      </Dialog>
      {isPrinting && createPortal(<PlanSheet plan={plan} people={people} choice={choice} />, document.body)}
    </>
  );
}

/** As many as leave the page one page. */
const shownAvoid = 6;

/** Straight under the body, so that no column of the app narrows it. */
function PlanSheet(props: Pick<OnePageProps, 'plan' | 'people'> & { readonly choice: PageChoice }) {
  const { plan, people, choice } = props;
  const year = plan.occurredOn.slice(0, 4);
  const template = templateById(plan.templateId);
  const affected = affectedLines(plan, choice, people.nameOf);
  return (
    <div data-print="sheet" data-screen="no" className={styles.paper}>
      <h1>Incident plan</h1>
      <p>
        {formatDateWithWeekday(plan.occurredOn)}
        {plan.occurredAt !== '' && `, ${plan.occurredAt}`}
      </p>
      {pagePhases.map((phaseId) => (
        <section key={phaseId}>
          <h2>
            {phaseLabels[phaseId]}, {windowWords(phaseWindow(phaseId, plan.occurredOn), plan.occurredOn)}
          </h2>
          <ul className={styles.paperSteps}>
            {pageLines(plan, phaseId, choice, people.nameOf).map((line) => (
              <li key={line.id}>
                <span className={styles.paperBox}>{line.isDone && '✓'}</span>
                <span>
                  <b>{line.title}</b>
                  {line.detail !== '' && ` ${line.detail}`}
                </span>
                <span>{line.owner}</span>
                <span>{weekdayWords(line.due, year)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>People affected</h2>
        {affected === null ? (
          <p>Who was affected, and how closely, is kept in Steading.</p>
        ) : (
          <ul>
            {affected.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
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
