import { useMemo, useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { isRecordId } from '@shared/kernel/ids';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import {
  requestChannelLabels,
  requestChannels,
  requestStatusLabels,
  requestStatuses,
} from '@shared/records/access-request/access-request';
import { accessRequestDue } from '@shared/requests/due-date';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { useFormFields } from '../../../records/use-form-fields';
import { useNames } from '../../../records/use-names';
import { useNation } from '../../../records/use-nation';
import { useToldWithUndo } from '../../../records/use-told-with-undo';
import {
  Button,
  ComboBox,
  DateField,
  Form,
  FormActions,
  FormRow,
  LinkButton,
  Page,
  Section,
  Segmented,
  Select,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { useRecord, useRecords, useVault, type StoredRecord } from '../../../vault';
import styles from '../people.module.css';
import { emptyRequest, fieldsOfRequest, readRequestFields, type RequestFields } from './request-form';
import { NoRequest, requestCrumbs } from './request-page-parts';

const moreOptions = [
  { value: '0', label: 'None' },
  { value: '1', label: '1 month' },
  { value: '2', label: '2 months' },
] as const;

function RequestForm(props: {
  readonly record: StoredRecord<'access-request'> | null;
  readonly personId: string;
}) {
  const { record } = props;
  const vault = useVault();
  const told = useToldWithUndo('access-request');
  const go = useGo();
  const today = useToday();
  const nation = useNation();
  const people = useRecords('person');
  const nameOf = useNames();
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<RequestFields>(
    'access-request',
    record?.id ?? null,
    record === null ? emptyRequest(props.personId, today) : fieldsOfRequest(record.value),
    ({ personId }) =>
      `A request for a copy${isRecordId(personId) ? `, ${nameOf(personId) ?? 'someone'}` : ''}`,
    (draft) => props.personId === '' || draft.personId === props.personId,
  );
  const { fields } = form;
  const errorOf = (name: keyof RequestFields): string | undefined =>
    errors.find(({ field }) => field === name)?.message;
  const text = (name: keyof RequestFields) => ({
    name,
    value: fields[name],
    error: errorOf(name),
    onChange: (value: string) => {
      form.set({ [name]: value });
    },
  });
  const options = useMemo(
    () =>
      people
        .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
        .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
    [people],
  );
  const receivedOn = parseDateText(fields.receivedOn, today);

  const save = async (): Promise<void> => {
    const reading = readRequestFields(fields, today, record?.value ?? null);
    setErrors(reading.problems);
    if (reading.request === null || isSaving) return;
    setSaving(true);
    const saved = await vault.put('access-request', reading.request, record ?? undefined);
    setSaving(false);
    if (!saved.ok) {
      setErrors([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    told('Saved.', saved.value, record);
    go(`~/people/requests/${saved.value.id}`);
  };

  return (
    <div className={styles.formWidth}>
      <Form errors={errors} onSubmit={save}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <ComboBox
          name="personId"
          label="Who asked"
          autoFocus={record === null && fields.personId === ''}
          value={fields.personId === '' ? null : fields.personId}
          error={errorOf('personId')}
          options={options}
          onChange={(personId) => {
            form.set({ personId: personId ?? '' });
          }}
        />
        <DateField
          {...text('receivedOn')}
          label="It came on"
          hint={
            receivedOn === null
              ? 'The day it reached anybody in the service'
              : `Answer by ${formatDateWithWeekday(accessRequestDue({ receivedOn, extension: null }, nation).due)}, at the latest`
          }
          today={today}
        />
        <Select
          {...text('channel')}
          label="How it came"
          hint="Any way counts, and no special words are needed"
          options={requestChannels.map((value) => ({ value, label: requestChannelLabels[value] }))}
        />
        {record !== null && (
          <>
            <Section title="If you had to ask what they mean">
              <div className={styles.stack}>
                <p className={styles.muted}>
                  Only when it cannot be answered otherwise. The days until they answer do not count.
                </p>
                <FormRow>
                  <DateField {...text('askedOn')} label="You asked on" isOptional today={today} />
                  <DateField {...text('answeredOn')} label="They answered on" isOptional today={today} />
                </FormRow>
              </div>
            </Section>
            <Section title="If it takes longer">
              <div className={styles.stack}>
                <p className={styles.muted}>
                  Only for a complex request, and only when they hear of it within the first month.
                </p>
                <Segmented
                  name="moreMonths"
                  label="More time"
                  value={fields.moreMonths}
                  onChange={(moreMonths) => {
                    form.set({ moreMonths });
                  }}
                  options={moreOptions}
                />
                {fields.moreMonths !== '0' && (
                  <>
                    <DateField {...text('toldOn')} label="They were told on" today={today} />
                    <TextField {...text('reason')} label="Why, as they were told" />
                  </>
                )}
              </div>
            </Section>
            <Section title="How it ended">
              <div className={styles.stack}>
                <Segmented
                  name="status"
                  label="Status"
                  value={fields.status}
                  onChange={(status) => {
                    form.set({ status });
                  }}
                  options={requestStatuses.map((value) => ({ value, label: requestStatusLabels[value] }))}
                />
                {fields.status !== 'open' && (
                  <DateField
                    {...text('closedOn')}
                    label={fields.status === 'withdrawn' ? 'They withdrew it on' : 'You answered on'}
                    today={today}
                  />
                )}
              </div>
            </Section>
          </>
        )}
        <FormActions>
          <Button type="submit" variant="primary" isPending={isSaving}>
            Save request
          </Button>
          <LinkButton
            href={record === null ? '~/people/requests' : `~/people/requests/${record.id}`}
            variant="quiet"
          >
            Leave for now
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}

export function NewRequest(props: { readonly personId: string }) {
  return (
    <Page
      title="A request for a copy"
      docTitle="A request for a copy"
      crumbs={requestCrumbs}
      lede="Somebody asked what is held about them. Note it the day it comes."
    >
      <RequestForm record={null} personId={props.personId} />
    </Page>
  );
}

export function EditRequest(props: { readonly id: string }) {
  const record = useRecord('access-request', props.id);
  const nameOf = useNames();
  if (record === undefined) return <NoRequest />;
  return (
    <Page
      title="Change the request"
      docTitle="Change a request"
      lede={nameOf(record.value.personId) ?? ''}
      crumbs={[...requestCrumbs, { label: 'Request', href: `~/people/requests/${record.id}` }]}
    >
      <RequestForm record={record} personId="" />
    </Page>
  );
}
