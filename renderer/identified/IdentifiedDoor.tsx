import { FileDown, IdCard, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button, Checkbox, Dialog, Note, Segmented } from '../ui';
import type { IdentifiedCopy } from './copy';
import styles from './identified.module.css';
import { purposeWords, type PurposeId } from './purposes';
import type { Door } from './use-door';

/** The one way out for what names people. Stands where its problems are to be read: below what opens it. */
export function IdentifiedDoor(props: { readonly door: Door }) {
  const { door } = props;
  return (
    <>
      {door.problem !== null && (
        <div role="alert">
          <Note kind="caution" title="It has not left">
            {door.problem}
          </Note>
        </div>
      )}
      {door.asked !== null && <OpenDoor door={door} copy={door.asked} />}
      {door.onPaper !== null &&
        createPortal(
          <div data-print="sheet" data-screen="no" lang="en-GB">
            <p className={styles.mark}>{door.onPaper.mark}</p>
            {sheetOf(door.onPaper.copy)}
          </div>,
          document.body,
        )}
    </>
  );
}

function sheetOf({ way }: IdentifiedCopy) {
  return way.by === 'file' ? null : way.sheet;
}

function OpenDoor(props: { readonly door: Door; readonly copy: IdentifiedCopy }) {
  const { door, copy } = props;
  const { purposes, way } = copy;
  const [only] = purposes.length === 1 ? purposes : [];
  const [chosen, setChosen] = useState<PurposeId | ''>(only?.id ?? '');
  const [isSure, setSure] = useState(false);
  const [hasAsked, setAsked] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const purpose = purposes.find(({ id }) => id === chosen);
  const isPrint = way.by === 'print';

  const goOn = (): void => {
    if (purpose !== undefined && isSure) {
      void door.letOut(copy, purpose);
      return;
    }
    setAsked(true);
    body.current
      ?.querySelector<HTMLInputElement>(
        purpose === undefined ? 'input[type="radio"]' : 'input[type="checkbox"]',
      )
      ?.focus();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) door.close();
      }}
      tone="plum"
      icon={<IdCard aria-hidden="true" />}
      title="This copy names people"
      actions={
        <>
          <Button
            variant="primary"
            icon={isPrint ? <Printer aria-hidden="true" /> : <FileDown aria-hidden="true" />}
            onPress={goOn}
          >
            {isPrint ? 'Print this copy' : 'Save this copy'}
          </Button>
          <Button onPress={door.close}>Not now</Button>
        </>
      }
    >
      <div ref={body} className={styles.body}>
        <p className={styles.plain}>
          It is not anonymised. Once outside the lock, whoever has it can read it.
        </p>
        <dl className={styles.facts}>
          <Fact label="Names" text={copy.names} />
          <Fact label="In it" text={copy.holds} />
          <Fact label="Not in it" text={copy.leavesOut} />
          <Fact
            label="Who may have it"
            text={purpose === undefined ? 'Say below what it is for.' : `Only ${purpose.whom}.`}
          />
        </dl>
        {copy.warning !== undefined && <Note kind="caution">{copy.warning}</Note>}
        {only === undefined && (
          <Segmented
            label="What is it for?"
            name="purpose"
            value={chosen}
            onChange={(next) => {
              setChosen(next);
              // Whoever ticked the line for one purpose has not said it of another.
              setSure(false);
            }}
            options={purposes.map(({ id }) => ({ value: id, label: purposeWords[id].label }))}
            error={hasAsked && purpose === undefined ? 'Choose what it is for' : undefined}
          />
        )}
        {purpose !== undefined && (
          <div className={styles.tick}>
            {hasAsked && !isSure && (
              <p role="alert" className={styles.missing}>
                Tick this line if it is so
              </p>
            )}
            <Checkbox name="sure" isSelected={isSure} onChange={setSure}>
              {purposeWords[purpose.id].tick(purpose.whom)}
            </Checkbox>
          </div>
        )}
        <p className={styles.small}>
          The activity log notes what left, when, and what it was for. It holds no name.
        </p>
      </div>
    </Dialog>
  );
}

function Fact(props: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.text}</dd>
    </div>
  );
}
