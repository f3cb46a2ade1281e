import { formatDate } from '@shared/kernel/local-date';
import { useToday } from '../../../../platform';
import { DraftNote } from '../../../../records/DraftNote';
import { RecordFoot } from '../../../../records/RecordFoot';
import { DateField, Form, FormRow, Page, Section, Select, Sheet, TextField } from '../../../../ui';
import { useRecord, useRecords, type StoredRecord } from '../../../../vault';
import { trainingCrumbs } from '../crumbs';
import { NotHere } from '../NotHere';
import styles from '../team.module.css';
import { useTeamForm } from '../use-team-form';
import { emptyPlan, fieldsOfPlan, readPlan, type PlanFields } from './plan-form';

const list = '~/people/team/training';

function PlanForm(props: { readonly record: StoredRecord<'training-plan'> | null }) {
  const { record } = props;
  const isNew = record === null;
  const today = useToday();
  const rounds = useRecords('wellbeing-wave');
  const { form, text, problems, isSaving, onSave } = useTeamForm<'training-plan', PlanFields>({
    kind: 'training-plan',
    record,
    first: isNew ? emptyPlan : fieldsOfPlan(record.value),
    titleOf: ({ name }) => (name.trim() === '' ? 'A training plan' : `Training: ${name.trim()}`),
    read: (fields, before) => readPlan(fields, before, today),
    href: (id) => `${list}/${id}`,
  });
  const roundOptions = [
    { value: '', label: 'None' },
    ...rounds
      .toSorted((left, right) => right.value.opensOn.localeCompare(left.value.opensOn))
      .map(({ id, value }) => ({ value: id, label: `${value.label}, ${formatDate(value.opensOn)}` })),
  ];
  return (
    <div className={styles.formWidth}>
      <Form onSubmit={onSave} errors={problems} aria-label="Training plan">
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <Sheet pad>
          <TextField
            {...text('name')}
            label="Name of the plan"
            hint="Such as “Trauma-informed practice, 2026”"
            autoFocus={isNew}
          />
        </Sheet>
        {isNew && (
          <Section title="The first step: staff wellbeing">
            <Sheet pad>
              <p className={styles.small}>
                A plan starts with the people who learn. You can add the other steps afterwards.
              </p>
              <TextField
                {...text('title')}
                label="What the first step is called"
                hint="Such as “Looking after ourselves in this work”"
              />
              <FormRow>
                <DateField {...text('plannedOn')} label="Planned for" isOptional today={today} />
                <TextField
                  {...text('minutes')}
                  label="How long"
                  isOptional
                  inputMode="numeric"
                  width="short"
                  unit="minutes"
                />
              </FormRow>
              <TextField
                {...text('material')}
                label="Where its material is"
                hint="Such as the module’s name in the National Trauma Training Programme"
                isOptional
              />
            </Sheet>
          </Section>
        )}
        <Section title="Before and after">
          <Sheet pad>
            <p className={styles.small}>
              A short pulse before the first step and one after show whether people came along. Rounds live in
              Wellbeing.
            </p>
            <FormRow>
              <Select {...text('pulseBeforeId')} label="Round before" isOptional options={roundOptions} />
              <Select {...text('pulseAfterId')} label="Round after" isOptional options={roundOptions} />
            </FormRow>
            <TextField {...text('note')} label="Note" isOptional multiline rows={3} />
          </Sheet>
        </Section>
        <RecordFoot save="Save plan" isSaving={isSaving} back={isNew ? list : `${list}/${record.id}`} />
      </Form>
    </div>
  );
}

export function NewPlanPage() {
  return (
    <Page
      title="Start a training plan"
      docTitle="Start a training plan"
      crumbs={trainingCrumbs}
      lede="Its name, and the first step."
    >
      <PlanForm record={null} />
    </Page>
  );
}

export function EditPlanPage(props: { readonly id: string }) {
  const record = useRecord('training-plan', props.id);
  if (record === undefined) return <NoPlan />;
  return (
    <Page
      title="Change the plan"
      docTitle="Change a training plan"
      crumbs={[...trainingCrumbs, { label: record.value.name, href: `${list}/${record.id}` }]}
      lede={record.value.name}
    >
      <PlanForm key={record.id} record={record} />
    </Page>
  );
}

export function NoPlan() {
  return <NotHere title="This plan is not here" crumbs={trainingCrumbs} back="See all plans" href={list} />;
}
