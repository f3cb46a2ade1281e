import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { changeDetails } from '@shared/wellbeing/wave-rules';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { useFormFields } from '../../records/use-form-fields';
import { useRecord, useRecords, useVault } from '../../vault';
import {
  Button,
  Form,
  FormActions,
  LinkButton,
  Page,
  Sheet,
  useGo,
  useToast,
  type FormProblem,
} from '../../ui';
import { RoundFields } from './measures/RoundFields';
import { inPost, readRoundFields, type RoundFieldValues } from './measures/round-fields';
import { ruleErrorText, type WaveRecord } from './rounds';
import styles from './wellbeing.module.css';

function EditRound(props: { readonly record: WaveRecord }) {
  const { record } = props;
  const { value } = record;
  const vault = useVault();
  const today = useToday();
  const go = useGo();
  const toast = useToast();
  const people = useRecords('person');
  const waves = useRecords('wellbeing-wave');
  const form = useFormFields<RoundFieldValues>(
    'wave-details',
    record.id,
    {
      instrumentId: value.instrumentId,
      label: value.label,
      group: value.group,
      opensOn: formatDate(value.opensOn),
      closesOn: formatDate(value.closesOn),
      invited: String(value.invited),
      // What is asked of people is chosen once: this form leaves the parts as they are.
      splitKind: 'none',
      splitQuestion: '',
      splitParts: '',
      note: value.note,
    },
    () => `The details of ${value.label}`,
  );
  const { fields } = form;
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);

  async function save(): Promise<void> {
    const read = readRoundFields(fields, today);
    if (read.details === null) {
      setProblems(read.problems);
      return;
    }
    const { label, opensOn, closesOn, invited, note } = read.details;
    const others = waves.filter((wave) => wave.id !== record.id).map((wave) => wave.value);
    const changed = changeDetails(value, { label, opensOn, closesOn, invited, note }, others);
    if (!changed.ok) {
      const field =
        changed.error.tag === 'MoreRepliesThanInvited'
          ? 'invited'
          : changed.error.tag === 'RoundsOverlap'
            ? 'opensOn'
            : '';
      setProblems([{ field, message: ruleErrorText(changed.error, null) }]);
      return;
    }
    const saved = await vault.put('wellbeing-wave', changed.value, record);
    if (!saved.ok) {
      setProblems([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    toast({ text: 'Saved.' });
    go(`/rounds/${record.id}`);
  }

  return (
    <Page
      title="Change the round"
      docTitle="Change the round"
      crumbs={[
        { label: 'Wellbeing', href: '/' },
        { label: value.label, href: `/rounds/${record.id}` },
      ]}
    >
      <div className={styles.form}>
        <Form onSubmit={save} errors={problems}>
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <RoundFields
            fields={fields}
            onChange={form.set}
            problems={problems}
            today={today}
            isNew={false}
            instrument={null}
            teams={[]}
            peopleNow={inPost(people, value.group, today)}
          />
          <FormActions>
            <Button type="submit" variant="primary">
              Save changes
            </Button>
            <LinkButton href={`/rounds/${record.id}`} variant="quiet">
              Leave for now
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

export function EditRoundPage(props: { readonly id: string }) {
  const record = useRecord('wellbeing-wave', props.id);
  if (record === undefined || record.value.lockedOn !== null) {
    return (
      <Page
        title={record === undefined ? 'This round is not here' : 'This round is locked'}
        crumbs={[{ label: 'Wellbeing', href: '/' }]}
      >
        <Sheet pad>
          <p>
            {record === undefined
              ? 'It may have been deleted. Nothing else changed.'
              : 'A closed round never changes, so that later rounds can be set against it. Nothing was changed.'}
          </p>
          <LinkButton href={record === undefined ? '/' : `/rounds/${record.id}`}>
            {record === undefined ? 'See all rounds' : 'Back to the round'}
          </LinkButton>
        </Sheet>
      </Page>
    );
  }
  return <EditRound key={record.id} record={record} />;
}
