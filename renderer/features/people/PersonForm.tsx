import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { contractLabels, contracts, engagementLabels, engagements } from '@shared/records/person/person';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { useServiceInterval } from '../../records/use-coverage';
import { useFormFields } from '../../records/use-form-fields';
import { useToldWithUndo } from '../../records/use-told-with-undo';
import {
  Button,
  DateField,
  Form,
  FormActions,
  FormRow,
  LinkButton,
  Page,
  Segmented,
  Select,
  TextField,
  useGo,
  type FormProblem,
} from '../../ui';
import { useRecord, useRecords, useVault, type StoredRecord } from '../../vault';
import { NoPerson } from './NoPerson';
import {
  emptyPerson,
  fieldsOfPerson,
  readPersonFields,
  type PersonFields,
  type TextFieldOf,
} from './person-form';
import { TeamChange, TeamsBefore } from './PersonTeams';
import { options, PersonTimes, PersonWork, textOf, type PersonPartProps } from './PersonWork';
import styles from './people.module.css';

function PersonForm(props: { readonly record: StoredRecord<'person'> | null }) {
  const { record } = props;
  const vault = useVault();
  const told = useToldWithUndo('person');
  const go = useGo();
  const today = useToday();
  const interval = useServiceInterval();
  const people = useRecords('person');
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<PersonFields>(
    'person',
    record?.id ?? null,
    record === null ? emptyPerson : { ...fieldsOfPerson(record.value), teamSince: formatDate(today) },
    (fields) => (fields.name === '' ? 'A new person' : fields.name),
  );
  const { fields } = form;
  const part: PersonPartProps = {
    fields,
    set: form.set,
    errorOf: (name) => errors.find((problem) => problem.field === name)?.message,
  };
  const text = (name: TextFieldOf<PersonFields>) => textOf(part, name);

  const number = fields.payrollNumber.trim();
  const sameNumber =
    number === ''
      ? undefined
      : people.find(({ id, value }) => value.payrollNumber === number && id !== record?.id);

  const save = async (): Promise<void> => {
    const reading = readPersonFields(fields, today, record?.value ?? null);
    setErrors(reading.problems);
    if (reading.person === null || isSaving) return;
    setSaving(true);
    const saved = await vault.put('person', reading.person, record ?? undefined);
    setSaving(false);
    if (!saved.ok) {
      setErrors([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    told(record === null ? 'Saved. You can record their supervision now.' : 'Saved.', saved.value, record);
    go(`~/people/${saved.value.id}`);
  };

  return (
    <div className={styles.formWidth}>
      <Form errors={errors} onSubmit={save}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <FormRow>
          <TextField {...text('name')} label="Name" hint="As they like to be called" autoFocus />
          <TextField {...text('role')} label="Role" hint="Like key worker, nurse or peer volunteer" />
        </FormRow>
        <Segmented
          name="engagement"
          label="Belongs here as"
          value={fields.engagement}
          error={part.errorOf('engagement')}
          onChange={(engagement) =>
            form.set({
              engagement,
              contract: engagement === 'volunteer' ? 'none' : engagement === 'staff' ? 'permanent' : 'other',
            })
          }
          options={options(engagements, engagementLabels)}
        />
        {fields.engagement !== 'volunteer' && (
          <Select {...text('contract')} label="Contract" options={options(contracts, contractLabels)} />
        )}
        <FormRow>
          <TextField {...text('team')} label="Team" isOptional />
          <TextField {...text('site')} label="Site" isOptional />
        </FormRow>
        <TeamChange {...part} before={record?.value ?? null} today={today} />
        <FormRow>
          <TextField
            {...text('weeklyHours')}
            label="Hours a week"
            isOptional
            width="short"
            inputMode="decimal"
            unit="hours"
          />
          <TextField
            {...text('payrollNumber')}
            label="Payroll or volunteer number"
            hint="Lists from HR are matched by it"
            isOptional
            width="medium"
            warning={
              sameNumber === undefined
                ? undefined
                : 'Someone else here has this number. Check it. You can still save.'
            }
          />
        </FormRow>
        <DateField {...text('startDate')} label="Start date" today={today} />
        <PersonWork {...part} serviceInterval={interval} />
        <TeamsBefore {...part} before={record?.value ?? null} today={today} />
        <PersonTimes {...part} today={today} />
        <FormActions>
          <Button type="submit" variant="primary" isPending={isSaving}>
            Save person
          </Button>
          <LinkButton href={record === null ? '~/people' : `~/people/${record.id}`} variant="quiet">
            Leave for now
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}

export function NewPerson() {
  return (
    <Page
      title="Add a person"
      docTitle="Add a person"
      crumbs={[{ label: 'People', href: '~/people' }]}
      lede="Staff, volunteers, sessional and agency people alike."
    >
      <PersonForm record={null} />
    </Page>
  );
}

export function EditPerson(props: { readonly id: string }) {
  const record = useRecord('person', props.id);
  if (record === undefined) return <NoPerson />;
  return (
    <Page
      title="Change details"
      docTitle="Change a person"
      lede={record.value.name}
      crumbs={[
        { label: 'People', href: '~/people' },
        { label: 'Person', href: `~/people/${record.id}` },
      ]}
    >
      <PersonForm record={record} />
    </Page>
  );
}
