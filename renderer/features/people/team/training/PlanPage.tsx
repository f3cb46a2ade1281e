import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TrainingPlan, TrainingStep } from '@shared/records/training-plan/training-plan';
import { withStep, type OrderError } from '@shared/team-life/training';
import type { Result } from '@shared/kernel/result';
import { Facts } from '../../../../records/Facts';
import { nextId } from '../../../../records/form-read';
import { KeptLine } from '../../../../records/KeptLine';
import { useChangeRecord } from '../../../../records/use-change-record';
import { Button, Columns, LinkButton, MoreMenu, Note, Page, Section, Sheet, TextLink } from '../../../../ui';
import { useRecord, useRecords, useViewNote, type StoredRecord } from '../../../../vault';
import { trainingCrumbs } from '../crumbs';
import styles from '../team.module.css';
import { useRecordMenu } from '../use-record-menu';
import { MissedPlaces } from './MissedPlaces';
import { emptyStep } from './plan-form';
import { NoPlan } from './PlanForm';
import { StepDialog } from './StepDialog';
import { StepItem } from './StepItem';
import { attendanceWords, orderWords, planLine } from './training-words';

export function PlanPage(props: { readonly id: string }) {
  const record = useRecord('training-plan', props.id);
  useViewNote('training-plan', record?.id);
  return record === undefined ? <NoPlan /> : <PlanDetail record={record} />;
}

const newStep = (plan: TrainingPlan): TrainingStep => ({
  id: nextId('step', plan.steps),
  title: '',
  kind: emptyStep.kind,
  plannedOn: null,
  minutes: null,
  material: '',
  sessions: [],
  doneOn: null,
});

function PlanDetail(props: { readonly record: StoredRecord<'training-plan'> }) {
  const { record } = props;
  const { id, value: plan } = record;
  const href = `~/people/team/training/${id}`;
  const change = useChangeRecord('training-plan', id);
  const menu = useRecordMenu({
    records: [record],
    href,
    gone: 'Plan deleted.',
    back: '~/people/team/training',
  });
  const [open, setOpen] = useState<TrainingStep | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  /** Null when it was saved; else the words for why not. */
  const reorder = async (
    with_: (now: TrainingPlan) => Result<TrainingPlan, OrderError>,
    done: string,
  ): Promise<string | null> => {
    const tried = with_(plan);
    if (!tried.ok) return orderWords(tried.error);
    const isSaved = await change((now) => {
      const changed = with_(now);
      return changed.ok ? changed.value : now;
    }, done);
    return isSaved ? null : 'It was not saved.';
  };

  const all = { sessions: plan.steps.flatMap(({ sessions }) => sessions) };
  return (
    <Page
      title={plan.name}
      docTitle="Training plan"
      crumbs={trainingCrumbs}
      lede={`${planLine(plan)}.`}
      actions={
        <>
          <Button
            variant="primary"
            icon={<Plus aria-hidden="true" />}
            onPress={() => {
              setOpen(newStep(plan));
            }}
          >
            Add a step
          </Button>
          <LinkButton href={`${href}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu items={menu} />
        </>
      }
    >
      <Facts
        facts={[
          { label: 'Steps', value: plan.steps.length },
          { label: 'All sessions', value: attendanceWords(all) },
          { label: 'Starts with', value: 'Staff wellbeing' },
        ]}
      />
      <Columns
        main={
          <Section title="Steps, in order">
            {/* Stays in the page, so that what is put in it is said at once. */}
            <div role="alert">{refused !== null && <Note kind="caution" title={refused} />}</div>
            <Sheet>
              <ol className={styles.steps} aria-label="Steps, in order">
                {plan.steps.map((step, index) => (
                  <StepItem
                    key={step.id}
                    step={step}
                    place={index + 1}
                    places={plan.steps.length}
                    onChange={() => {
                      setOpen(step);
                    }}
                    onReorder={async (with_, done) => {
                      const problem = await reorder(with_, done);
                      setRefused(problem);
                      return problem === null;
                    }}
                    change={change}
                  />
                ))}
              </ol>
            </Sheet>
          </Section>
        }
        side={
          <>
            <BeforeAndAfter plan={plan} />
            <MissedPlaces />
            {plan.note !== '' && (
              <Section title="Note">
                <p className={styles.prose}>{plan.note}</p>
              </Section>
            )}
          </>
        }
      />
      <Note kind="plain">
        Attendance is counted; nobody is listed. <KeptLine of={null} />
      </Note>
      {open !== null && (
        <StepDialog
          title={open.title === '' ? 'Add a step' : 'Change the step'}
          step={open}
          onClose={() => {
            setOpen(null);
          }}
          onSave={(step) => reorder((now) => withStep(now, step), 'Saved.')}
        />
      )}
    </Page>
  );
}

function BeforeAndAfter(props: { readonly plan: TrainingPlan }) {
  const { pulseBeforeId, pulseAfterId } = props.plan;
  const rounds = useRecords('wellbeing-wave');
  const linkTo = (id: string | null, none: string) => {
    const round = rounds.find((each) => each.id === id);
    return round === undefined ? (
      none
    ) : (
      <TextLink href={`~/wellbeing/rounds/${round.id}`}>{round.value.label}</TextLink>
    );
  };
  return (
    <Section title="Before and after">
      <dl className={styles.guide}>
        <div>
          <dt>Before the first step</dt>
          <dd>{linkTo(pulseBeforeId, 'No round chosen')}</dd>
        </div>
        <div>
          <dt>After it</dt>
          <dd>{linkTo(pulseAfterId, 'No round chosen yet')}</dd>
        </div>
      </dl>
      <p className={styles.small}>
        The later round shows the change and its likely range. A change is no proof that training made it.
      </p>
    </Section>
  );
}
