import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { FromTemplate, PlanOutline } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import { IdentifiedDoor, useIdentifiedDoor } from '../../identified';
import { desktop } from '../../platform';
import { sheetDrawn } from '../../records/print-sheet';
import { Button, Checkbox, Dialog, useToast } from '../../ui';
import { useVault } from '../../vault';
import { hasTypedWords, type PageChoice, pageTitle } from './page-lines';
import type { People } from './people';
import { PlanSheet } from './PlanSheet';

export interface OnePageProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly planId: RecordId;
  readonly plan: PlanOutline;
  /** Of the template that the plan started with; empty until it has come. */
  readonly avoid: FromTemplate['avoid'];
  readonly people: People;
  readonly today: LocalDate;
}

const suggestedName = 'incident-plan.pdf';
const nothingMore: PageChoice = { hasNames: false, hasOwnWords: false };

/**
 * The first 72 hours on one page of paper. Names and typed words stay off it unless they are asked for, and then it
 * leaves by the door of what names people.
 */
export function OnePage(props: OnePageProps) {
  const { isOpen, onOpenChange, planId, plan, avoid, people, today } = props;
  const vault = useVault();
  const toast = useToast();
  const [choice, setChoice] = useState(nothingMore);
  const [isPrinting, setPrinting] = useState(false);
  const door = useIdentifiedDoor();
  const namesPeople = choice.hasNames || choice.hasOwnWords;
  const footer = `Steading. Confidential. ${formatDate(today)}`;

  /** What was checked this time says nothing of the next: steps may be added in between. */
  const close = () => {
    setChoice(nothingMore);
    onOpenChange(false);
  };
  const goThroughDoor = () => {
    const { hasNames, hasOwnWords } = choice;
    const listed = hasNames ? 'Those affected and those who do the steps' : 'Nobody from the list of people';
    const typed = hasOwnWords ? ', and anyone whom the added words name' : '';
    door.open({
      code: 'incident-page',
      about: { kind: 'event-plan', ids: [planId] },
      title: pageTitle(choice),
      names: `${listed}${typed}.`,
      holds: 'The steps of the first 72 hours, and the dates that follow.',
      leavesOut: 'Notes, answers to check-ins, and everything of the investigation.',
      purposes: [
        { id: 'carry-out', whom: 'those who do its steps' },
        { id: 'on-call', whom: 'those on call' },
      ],
      way: {
        by: 'pdf',
        fileName: suggestedName,
        footer,
        sheet: <PlanSheet plan={plan} avoid={avoid} people={people} choice={choice} />,
      },
    });
    close();
  };
  const save = async () => {
    onOpenChange(false);
    setPrinting(true);
    await sheetDrawn();
    const saved = await desktop['file.savePdf']({ suggestedName, footer });
    setPrinting(false);
    setChoice(nothingMore);
    if (!saved.ok) {
      if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
      return;
    }
    const logged = await vault.put('export-entry', {
      report: 'plan-page',
      format: 'pdf',
      title: pageTitle(nothingMore),
      periodStart: null,
      periodEnd: null,
      exportedOn: today,
      hiddenCells: 0,
      model: { tables: [] },
      ledger: null,
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
            {namesPeople ? (
              <Button variant="primary" onPress={goThroughDoor}>
                Go on
              </Button>
            ) : (
              <Button variant="primary" onPress={() => void save()}>
                Save as PDF
              </Button>
            )}
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
        {hasTypedWords(plan, avoid) && (
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
      {isPrinting &&
        createPortal(
          <div data-print="sheet" data-screen="no">
            <PlanSheet plan={plan} avoid={avoid} people={people} choice={nothingMore} />
          </div>,
          document.body,
        )}
      <IdentifiedDoor door={door} />
    </>
  );
}
