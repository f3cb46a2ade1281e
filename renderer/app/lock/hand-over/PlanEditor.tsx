import { FileText, Printer } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { sectionTextOf } from '@shared/wellbeing/plan-content';
import { IdentifiedDoor, useOwnCopyDoor, type IdentifiedCopy } from '../../../identified';
import { clock, formatTime } from '../../../platform';
import type { PlanOwner } from '../../../records/hand-over';
import { planOpening } from '../../../records/plan-words';
import { Button, DateField, Note, Section, Sheet, Status } from '../../../ui';
import type { OwnPlan, VaultClient } from '../../../vault';
import { errorText } from '../../error-text';
import { ChangeOwnPassphrase } from './ChangeOwnPassphrase';
import { DeletePlan } from './DeletePlan';
import styles from './hand-over.module.css';
import { OwnScores } from './OwnScores';
import { createPlanKeeper, type PlanKeeper, type PlanState } from './plan-keeper';
import { PlanFrame } from './PlanFrame';
import { planText } from './plan-text';
import { PlanPaper } from './PlanPaper';
import { SectionEditor } from './SectionEditor';

export interface PlanEditorProps {
  readonly client: VaultClient;
  readonly owner: PlanOwner;
  readonly opened: OwnPlan;
  readonly onDeleted: () => void;
  readonly onDone: () => void;
}

export function PlanEditor(props: PlanEditorProps) {
  const { client, owner, opened, onDone } = props;
  const [keeper] = useState(() =>
    createPlanKeeper({ plans: client.plans, opened, today: clock.today, now: clock.now }),
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  const [isChanging, setChanging] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      client.beforeLock(async () => {
        await keeper.flush();
      }),
    [client, keeper],
  );

  if (isChanging) {
    return (
      <ChangeOwnPassphrase
        client={client}
        keeper={keeper}
        onDone={onDone}
        onBack={(isChanged) => {
          setSaid(isChanged ? 'Your new passphrase counts from now on. The old one opens nothing.' : '');
          setChanging(false);
        }}
      />
    );
  }
  const { plan, problem } = state;
  const today = clock.today();
  const sharedNow = plan.shared.filter(({ until }) => until >= today);
  return (
    <PlanFrame
      title="My Wellbeing Plan"
      lede={planOpening}
      doneLabel="Done: lock Steading"
      isDonePrimary
      onDone={onDone}
      status={<SaveState state={state} />}
    >
      {problem !== null && (
        <div className={styles.problem}>
          <Note kind="caution" title="The last change is not saved yet">
            <p role="alert">{errorText(problem)}</p>
            <Button size="small" onPress={() => void keeper.flush()}>
              Save it now
            </Button>
          </Note>
        </div>
      )}
      <SharedLine
        count={sharedNow.length}
        onTakeBack={() => {
          void keeper.takeBack(null).then((isDone) => {
            if (isDone) setSaid('All of it is taken back. Your manager sees nothing of your plan now.');
          });
        }}
      />
      <p role="status" className={styles.said}>
        {said}
      </p>
      <div className={styles.sections}>
        {planSections.map((id) => (
          <SectionEditor
            key={id}
            id={id}
            text={sectionTextOf(plan.content, id)}
            shared={sharedNow.find(({ sectionId }) => sectionId === id) ?? null}
            today={today}
            keeper={keeper}
          />
        ))}
      </div>
      <OwnScores scores={plan.content.scores} today={today} keeper={keeper} onSaid={setSaid} />
      <Section title="Look at it again">
        <Sheet pad>
          <ReviewDay today={today} plan={plan} keeper={keeper} />
        </Sheet>
      </Section>
      <Section title="Your plan is yours">
        <Sheet pad>
          <p>
            A copy that you save or print is outside every lock. Take it with you: this laptop is not only
            yours.
          </p>
          <TakeAway client={client} owner={owner} plan={plan} onSaid={setSaid} />
          <div className={styles.keep}>
            <Button
              size="small"
              onPress={() => {
                setChanging(true);
              }}
            >
              Change my passphrase
            </Button>
            <DeletePlan client={client} label="Delete my plan" onDeleted={props.onDeleted} />
          </div>
        </Sheet>
      </Section>
    </PlanFrame>
  );
}

function SaveState(props: { readonly state: PlanState }) {
  const { isSaved, savedAt, problem } = props.state;
  return (
    <span role="status" className={styles.state}>
      {problem !== null ? (
        <Status kind="caution">Not saved yet</Status>
      ) : !isSaved ? (
        'Saving as you write'
      ) : savedAt === null ? (
        'Sealed'
      ) : (
        `Sealed at ${formatTime(savedAt)}`
      )}
    </span>
  );
}

function SharedLine(props: { readonly count: number; readonly onTakeBack: () => void }) {
  const { count } = props;
  return (
    <div className={styles.sharedLine}>
      <p>
        {count === 0
          ? 'Nothing is shared. Only you can read this.'
          : `Your manager can read ${String(count)} of ${String(planSections.length)} sections, as they were when you shared them.`}
      </p>
      {count > 0 && (
        <Button size="small" onPress={props.onTakeBack}>
          Take everything back
        </Button>
      )}
    </div>
  );
}

function ReviewDay(props: {
  readonly today: LocalDate;
  readonly plan: OwnPlan;
  readonly keeper: PlanKeeper;
}) {
  const { today, plan, keeper } = props;
  const [typed, setTyped] = useState(plan.reviewOn === null ? '' : formatDate(plan.reviewOn));
  return (
    <DateField
      label="The day I look at this plan again"
      hint="Your manager sees this date, to make time for it. Nothing else goes with it."
      name="reviewOn"
      isOptional
      value={typed}
      today={today}
      onChange={(next) => {
        setTyped(next);
        const day = parseDateText(next, today);
        if (day !== null || next.trim() === '') keeper.reviewOn(day);
      }}
    />
  );
}

function TakeAway(props: {
  readonly client: VaultClient;
  readonly owner: PlanOwner;
  readonly plan: OwnPlan;
  readonly onSaid: (text: string) => void;
}) {
  const { client, owner, plan, onSaid } = props;
  const door = useOwnCopyDoor(client, onSaid);
  const today = clock.today();
  const open = (way: IdentifiedCopy['way']): void => {
    door.open({
      code: 'own-plan',
      about: { kind: 'wellbeing-plan', count: 1 },
      title: 'Wellbeing Plan',
      names: `You, ${owner.name}, and anyone whom your own words name.`,
      holds: 'All that you wrote in your plan, shared or not.',
      leavesOut: 'Your own scores, your passphrase, and all other records.',
      purposes: [{ id: 'my-own', whom: owner.name }],
      way,
      said: 'Your copy is saved. It has no lock, so keep it where only you look.',
    });
  };

  return (
    <>
      <div className={styles.keep}>
        <Button
          size="small"
          icon={<FileText aria-hidden="true" />}
          isPending={door.isBusy}
          onPress={() => {
            open({
              by: 'file',
              format: 'txt',
              fileName: 'my-plan.txt',
              text: (mark) => `${mark}\r\n\r\n${planText(plan, owner.name, today)}`,
            });
          }}
        >
          Save a copy
        </Button>
        <Button
          size="small"
          icon={<Printer aria-hidden="true" />}
          onPress={() => {
            open({ by: 'print', sheet: <PlanPaper plan={plan} name={owner.name} today={today} /> });
          }}
        >
          Print
        </Button>
      </div>
      <IdentifiedDoor door={door} />
    </>
  );
}
