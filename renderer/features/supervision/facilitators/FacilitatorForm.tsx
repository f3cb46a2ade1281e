import { useState } from 'react';
import {
  traumaKnowledgeLabels,
  traumaKnowledges,
  type Facilitator,
} from '@shared/records/facilitator/facilitator';
import {
  supervisionKindLabels,
  supervisionKinds,
} from '@shared/records/supervision-session/supervision-session';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { facilitatorName } from '../../../records/supervisors';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useNames } from '../../../records/use-names';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Chips,
  ComboBox,
  DateField,
  Form,
  FormRow,
  Page,
  Section,
  Segmented,
  Select,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecord, useRecords, type StoredRecord } from '../../../vault';
import styles from '../supervision.module.css';
import {
  emptyFacilitatorFields,
  fieldsOfFacilitator,
  readFacilitator,
  type FacilitatorFields,
} from './facilitator-form';
import { NoFacilitator } from './NoFacilitator';
import { registerCrumbs } from './register-crumbs';

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function FacilitatorForm(props: { readonly record: StoredRecord<'facilitator'> | null }) {
  const { record } = props;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const people = useRecords('person');
  const register = useRecords('facilitator');
  const nameOf = useNames();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<FacilitatorFields>(
    'facilitator',
    record?.id ?? null,
    record === null ? emptyFacilitatorFields(null) : fieldsOfFacilitator(record.value),
    ({ name, personId }) => {
      const called = name === '' ? people.find(({ id }) => id === personId)?.value.name : name;
      return called === undefined ? 'Somebody who supervises' : `${called} as a supervisor`;
    },
  );
  const { fields, set } = form;
  const isOutside = fields.whence === 'outside';
  const errorAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const others = register.filter(({ id }) => id !== record?.id);

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readFacilitator(fields, {
      today,
      taken: others.map(({ value }) => value.personId),
    });
    setProblems(reading.problems);
    if (reading.facilitator === null) return;
    const value: Facilitator = reading.facilitator;
    const id = record?.id ?? newRecordId();
    setSaving(true);
    const problem = await save(
      [{ kind: 'facilitator', id, value, before: record }],
      record === null ? `${facilitatorName(value, nameOf)} is in the register.` : 'Changes saved.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem !== null) {
      setProblems([{ field: '', message: problem }]);
      return;
    }
    go(`~/supervision/facilitators/${id}`);
  };

  return (
    <div className={styles.formPage}>
      <Form onSubmit={onSave} errors={problems}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <Segmented
          name="whence"
          label="Where are they from?"
          value={fields.whence}
          onChange={(whence) => set({ whence })}
          options={[
            { value: 'service', label: 'This service' },
            { value: 'outside', label: 'Outside' },
          ]}
        />
        {isOutside ? (
          <TextField
            name="name"
            label="Name"
            value={fields.name}
            error={errorAt('name')}
            onChange={(name) => set({ name })}
          />
        ) : (
          <ComboBox
            name="personId"
            label="Who"
            value={fields.personId === '' ? null : fields.personId}
            error={errorAt('personId')}
            options={people
              .filter(({ id, value }) => isInPost(value, today) || id === fields.personId)
              .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
              .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'))}
            onChange={(personId) => set({ personId: personId ?? '' })}
          />
        )}
        <Chips
          name="mayLead"
          label="May lead"
          hint="None ticked: nobody has said, and nothing is flagged."
          isOptional
          value={fields.mayLead}
          onChange={(mayLead) => set({ mayLead })}
          options={supervisionKinds.map((value) => ({
            value,
            label: supervisionKindLabels[value],
          }))}
        />
        <div className={styles.part}>
          <h2>What they have learned</h2>
          <FormRow>
            <TextField
              name="baseProfession"
              label="Profession"
              isOptional
              value={fields.baseProfession}
              error={errorAt('baseProfession')}
              onChange={(baseProfession) => set({ baseProfession })}
            />
            <TextField
              name="years"
              label="Years in it"
              isOptional
              width="short"
              inputMode="numeric"
              value={fields.years}
              error={errorAt('years')}
              onChange={(years) => set({ years })}
            />
          </FormRow>
          <TextField
            name="training"
            label="Training as a supervisor"
            isOptional
            value={fields.training}
            error={errorAt('training')}
            onChange={(training) => set({ training })}
          />
          <FormRow>
            <DateField
              name="trainedOn"
              label="Done on"
              isOptional
              value={fields.trainedOn}
              error={errorAt('trainedOn')}
              today={today}
              onChange={(trainedOn) => set({ trainedOn })}
            />
            <DateField
              name="trainingExpires"
              label="Runs out on"
              hint="The first day on which it no longer counts."
              isOptional
              value={fields.trainingExpires}
              error={errorAt('trainingExpires')}
              today={today}
              onChange={(trainingExpires) => set({ trainingExpires })}
            />
          </FormRow>
          <Select
            name="traumaKnowledge"
            label="Knowledge of trauma"
            hint="What they were trained for. Nothing about their own life is asked."
            value={fields.traumaKnowledge}
            onChange={(traumaKnowledge) => set({ traumaKnowledge })}
            options={traumaKnowledges.map((value) => ({ value, label: traumaKnowledgeLabels[value] }))}
          />
          <Segmented
            name="hasGroupSkill"
            label="Can lead groups"
            isOptional
            value={fields.hasGroupSkill}
            onChange={(hasGroupSkill) => set({ hasGroupSkill })}
            options={yesOrNo}
          />
        </div>
        <div className={styles.part}>
          <h2>Where they stand</h2>
          <Segmented
            name="isOutsideLine"
            label="Outside the line of those they supervise"
            isOptional
            value={fields.isOutsideLine}
            onChange={(isOutsideLine) => set({ isOutsideLine })}
            options={yesOrNo}
          />
          <Segmented
            name="hasOwnSupervision"
            label="Has supervision for their supervising"
            isOptional
            value={fields.hasOwnSupervision}
            onChange={(hasOwnSupervision) => set({ hasOwnSupervision })}
            options={yesOrNo}
          />
          <TextField
            name="maxLoad"
            label="People and groups at most"
            hint="Leave it empty when nobody has set a limit."
            isOptional
            width="short"
            inputMode="numeric"
            value={fields.maxLoad}
            error={errorAt('maxLoad')}
            onChange={(maxLoad) => set({ maxLoad })}
          />
        </div>
        <RecordFoot
          save={record === null ? 'Add to the register' : 'Save changes'}
          isSaving={isSaving}
          back={record === null ? '~/supervision/facilitators' : `~/supervision/facilitators/${record.id}`}
          end={
            record === null
              ? null
              : {
                  name: 'endedOn',
                  label: 'Stopped on',
                  hint: 'The last day on which they do this. Empty while they do.',
                  value: fields.endedOn,
                  error: errorAt('endedOn'),
                  today,
                  onChange: (endedOn) => set({ endedOn }),
                }
          }
        />
      </Form>
      <Section title="What it is for">
        <p className={styles.small}>
          Everyone who supervises or leads a group, a line manager too. What is missing shows as a calm note,
          and nobody is barred by it.
        </p>
      </Section>
    </div>
  );
}

export function NewFacilitator() {
  return (
    <Page title="Add a supervisor" docTitle="Add a supervisor" crumbs={registerCrumbs}>
      <FacilitatorForm record={null} />
    </Page>
  );
}

export function EditFacilitator(props: { readonly id: string }) {
  const record = useRecord('facilitator', props.id);
  if (record === undefined) return <NoFacilitator />;
  return (
    <Page
      title="Change this entry"
      docTitle="Change a supervisor"
      crumbs={[...registerCrumbs, { label: 'Entry', href: `~/supervision/facilitators/${record.id}` }]}
    >
      <FacilitatorForm key={record.id} record={record} />
    </Page>
  );
}
