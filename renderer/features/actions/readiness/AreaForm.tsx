import { useMemo, useState } from 'react';
import { readinessAreaLabels, type ReadinessAreaId } from '@shared/readiness/areas';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useChangeRecord } from '../../../records/use-change-record';
import { useFormFields } from '../../../records/use-form-fields';
import { ComboBox, DateField, Form, FormRow, Sheet, TextField, useGo, type FormProblem } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { fieldsOfArea, readArea, type AreaFields } from './area-form';
import { RatingChoice } from './RatingChoice';
import { checkHref } from './readiness-crumbs';

export function AreaForm(props: {
  readonly check: StoredRecord<'readiness-check'>;
  readonly area: ReadinessAreaId;
}) {
  const { area } = props;
  const [check] = useState(props.check);
  const today = useToday();
  const go = useGo();
  const people = useRecords('person');
  // On top of what stands then: words beside a wellbeing check are added while this form is open.
  const change = useChangeRecord('readiness-check', check.id);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<AreaFields>(
    'readiness-area',
    check.id,
    fieldsOfArea(area, check.value.areas[area], today),
    () => `Readiness: ${readinessAreaLabels[area]}`,
    (draft) => draft.area === area,
  );
  const { fields, set } = form;
  const text = (name: keyof AreaFields) => ({
    name,
    value: fields[name],
    error: problems.find(({ field }) => field === name)?.message,
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  const options = useMemo(
    () =>
      people
        .filter(({ value }) => value.lastDay === null || value.lastDay >= today)
        .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
        .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
    [people, today],
  );
  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readArea(fields, area, check.value, today);
    setProblems(reading.problems);
    if (reading.check === null) return;
    setSaving(true);
    const isSaved = await change((now) => readArea(fields, area, now, today).check ?? now, 'Area saved.');
    if (isSaved) await form.clear();
    setSaving(false);
    if (isSaved) go(checkHref(check.id));
  };
  return (
    <Sheet pad>
      <Form onSubmit={onSave} errors={problems} aria-label={readinessAreaLabels[area]}>
        {form.isRestored && <DraftNote onDiscard={form.discard} />}
        <RatingChoice
          area={area}
          value={fields.rating}
          onChange={(rating) => {
            set({ rating });
          }}
        />
        <TextField
          {...text('evidence')}
          label="Evidence"
          hint="What shows it: a figure, a date, something that was done. No names"
          isOptional={area !== 'wellbeing'}
          multiline
          rows={4}
        />
        {fields.rating !== '' && <DateField {...text('ratedOn')} label="Rated on" today={today} />}
        <FormRow>
          <ComboBox
            name="ownerId"
            label="Who owns it"
            hint="Leave it empty to name a role instead"
            isOptional
            value={fields.ownerId === '' ? null : fields.ownerId}
            options={options}
            onChange={(ownerId) => {
              set({ ownerId: ownerId ?? '' });
            }}
          />
          {fields.ownerId === '' && (
            <TextField {...text('ownerRole')} label="Or a role" hint="Such as “Team lead”" isOptional />
          )}
        </FormRow>
        <RecordFoot save="Save area" isSaving={isSaving} back={checkHref(check.id)} />
      </Form>
    </Sheet>
  );
}
