import { useState } from 'react';
import { roundOutcomeLabels, roundOutcomes } from '@shared/records/vacancy/vacancy';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  DateField,
  Form,
  FormRow,
  Page,
  Select,
  Sheet,
  TextField,
  useGo,
  type FormProblem,
} from '../../../ui';
import { useRecord, type StoredRecord } from '../../../vault';
import { NoPost } from './NoPost';
import { postCrumbs } from './post-crumbs';
import { emptyRound, fieldsOfRound, readRound, type RoundFields } from './post-form';
import styles from './posts.module.css';

function RoundForm(props: { readonly post: StoredRecord<'vacancy'>; readonly roundId: string | null }) {
  const [post] = useState(props.post);
  const { roundId } = props;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const round = post.value.rounds.find(({ id }) => id === roundId);
  const form = useFormFields<RoundFields>(
    'vacancy-round',
    post.id,
    round === undefined ? emptyRound(today) : fieldsOfRound(round),
    () => `A round of ${post.value.title}`.slice(0, 200),
    (draft) => draft.roundId === (round?.id ?? ''),
  );
  const { fields, set } = form;
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: keyof RoundFields) => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  const keep = async (value: typeof post.value, done: string): Promise<void> => {
    setSaving(true);
    const problem = await save([{ kind: 'vacancy', id: post.id, value, before: post }], done, () =>
      form.clear(),
    );
    setSaving(false);
    if (problem === null) go(`~/workforce/posts/${post.id}`);
    else setProblems([{ field: '', message: problem }]);
  };
  const onSave = async (): Promise<void> => {
    if (isSaving) return;
    const reading = readRound(fields, post.value, today);
    setProblems(reading.problems);
    if (reading.vacancy !== null)
      await keep(reading.vacancy, round === undefined ? 'Saved.' : 'Changes saved.');
  };

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="Round">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <FormRow>
            <DateField
              {...text('advertisedOn')}
              label="Advertised on"
              autoFocus={round === undefined}
              today={today}
            />
            <DateField
              {...text('closedOn')}
              label="Closed on"
              hint="Leave it blank while people can still apply"
              isOptional
              today={today}
            />
          </FormRow>
          <Select
            {...text('outcome')}
            label="How it ended"
            options={roundOutcomes.map((outcome) => ({ value: outcome, label: roundOutcomeLabels[outcome] }))}
          />
          <div className={styles.counts}>
            <TextField {...text('applicants')} label="Applied" isOptional inputMode="numeric" width="short" />
            <TextField
              {...text('shortlisted')}
              label="Shortlisted"
              isOptional
              inputMode="numeric"
              width="short"
            />
            <TextField
              {...text('offered')}
              label="Offers made"
              isOptional
              inputMode="numeric"
              width="short"
            />
          </div>
          <TextField
            {...text('note')}
            label="What you learned"
            hint="Why it went as it did. No names of applicants"
            isOptional
          />
          <RecordFoot save="Save round" isSaving={isSaving} back={`~/workforce/posts/${post.id}`}>
            {round !== undefined && (
              <Button
                variant="quiet"
                onPress={() => {
                  const rounds = post.value.rounds.filter(({ id }) => id !== round.id);
                  void keep({ ...post.value, rounds }, 'Round taken away.');
                }}
              >
                Take this round away
              </Button>
            )}
          </RecordFoot>
        </Form>
      </Sheet>
    </div>
  );
}

/** `roundId` null: a new one. */
export function RoundPage(props: { readonly id: string; readonly roundId: string | null }) {
  const record = useRecord('vacancy', props.id);
  if (record === undefined) return <NoPost />;
  const title = props.roundId === null ? 'Add a round' : 'Change a round';
  return (
    <Page
      title={title}
      docTitle={title}
      crumbs={[...postCrumbs, { label: record.value.title, href: `~/workforce/posts/${record.id}` }]}
      lede={record.value.title}
    >
      <RoundForm key={props.roundId ?? ''} post={record} roundId={props.roundId} />
    </Page>
  );
}
