import { useMemo, useState } from 'react';
import { formatMonth, monthOf } from '@shared/kernel/local-date';
import { quarterEnds } from '@shared/reports/build-report';
import {
  canBeOfTeam,
  givenMeasureLabels,
  givenMeasures,
  isAtDay,
} from '@shared/reports/figures/given-measures';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  DateField,
  Form,
  FormRow,
  Note,
  Page,
  Select,
  Sheet,
  TextField,
  TextLink,
  useGo,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useRecords, type StoredRecord } from '../../../vault';
import styles from '../reports.module.css';
import { emptyGiven, fieldsOfGiven, readGiven, type GivenFields } from './given-form';

const crumbs = [
  { label: 'Reports', href: '/reports' },
  { label: 'Given out elsewhere', href: '/reports/given' },
];
const quarters = 16;

export function GivenForm(props: { readonly id: string | null }) {
  const record = useRecords('given-figure').find(({ id }) => id === props.id) ?? null;
  if (props.id !== null && record === null)
    return (
      <Page title="This figure is not here" crumbs={crumbs}>
        <Note kind="plain">It may have been taken out. Nothing else has changed.</Note>
      </Page>
    );
  return <FigureForm record={record} />;
}

const monthsOptions = [
  { value: '3', label: 'Three months' },
  { value: '12', label: 'Twelve months' },
  { value: '24', label: 'Two years' },
  { value: '36', label: 'Three years' },
];

function FigureForm(props: { readonly record: StoredRecord<'given-figure'> | null }) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(props.record);
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const remove = useRemoveWithUndo();
  const people = useRecords('person');
  const ends = useMemo(() => quarterEnds(today, quarters), [today]);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<GivenFields>(
    'given-figure',
    record?.id ?? null,
    record === null ? emptyGiven(ends[0] ?? today, today) : fieldsOfGiven(record.value),
    () => 'A figure given out elsewhere',
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const teams = [...new Set(people.map(({ value }) => value.team.trim()))]
    .filter((team) => team !== '')
    .sort();

  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readGiven(fields);
    setProblems(reading.problems);
    if (reading.given === null) return;
    setSaving(true);
    const problem = await save(
      [{ kind: 'given-figure', id: record?.id ?? newRecordId(), value: reading.given, before: record }],
      'Saved. Reports are checked together with it.',
      () => form.clear(),
    );
    setSaving(false);
    if (problem === null) go('/reports/given');
    else setProblems([{ field: '', message: problem }]);
  };

  return (
    <Page
      title={record === null ? 'A figure given out elsewhere' : 'Change a figure given out elsewhere'}
      docTitle="A figure given out elsewhere"
      crumbs={crumbs}
    >
      <div className={styles.formWidth}>
        <Form onSubmit={onSave} errors={problems} aria-label="A figure given out elsewhere">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <Sheet pad>
            <Select
              label="What it counts"
              name="measure"
              value={fields.measure}
              onChange={(value) =>
                set({ measure: givenMeasures.find((each) => each === value) ?? 'leavers' })
              }
              options={givenMeasures.map((value) => ({ value, label: givenMeasureLabels[value] }))}
            />
            <FormRow>
              {!isAtDay(fields.measure) && (
                <Select
                  label="Over"
                  name="months"
                  value={fields.months}
                  onChange={(months) => set({ months: months as GivenFields['months'] })}
                  options={monthsOptions}
                />
              )}
              <Select
                label={isAtDay(fields.measure) ? 'At the end of' : 'To the end of'}
                name="periodEnd"
                value={fields.periodEnd}
                onChange={(periodEnd) => set({ periodEnd })}
                options={[...new Set([...ends, fields.periodEnd])].map((end) => ({
                  value: end,
                  label: formatMonth(monthOf(end as never)),
                }))}
              />
            </FormRow>
            {canBeOfTeam(fields.measure) && (
              <Select
                label="Of"
                name="team"
                value={fields.team}
                onChange={(team) => set({ team })}
                options={[
                  { value: '', label: 'Everybody' },
                  ...[...new Set([...teams, fields.team])]
                    .filter((team) => team !== '')
                    .map((team) => ({ value: team, label: team })),
                ]}
              />
            )}
            <TextField
              label="Number"
              name="value"
              inputMode="numeric"
              value={fields.value}
              error={errorAt('value')}
              onChange={(value) => set({ value })}
            />
            <TextField
              label="Where it stands"
              name="where"
              hint="Such as “Annual report of the charity”"
              value={fields.where}
              error={errorAt('where')}
              onChange={(where) => set({ where })}
            />
            <DateField
              label="Given out on"
              name="givenOn"
              today={today}
              value={fields.givenOn}
              error={errorAt('givenOn')}
              onChange={(givenOn) => set({ givenOn })}
            />
          </Sheet>
          <RecordFoot save="Save figure" isSaving={isSaving} back="/reports/given">
            {record !== null && (
              <>
                <TextLink href={`/reports/given/${record.id}/history`}>History</TextLink>
                <Button
                  variant="quiet"
                  onPress={() => {
                    void remove([record], 'Figure taken out.').then((isGone) => {
                      if (isGone) go('/reports/given');
                    });
                  }}
                >
                  Take it out
                </Button>
              </>
            )}
          </RecordFoot>
        </Form>
      </div>
    </Page>
  );
}
