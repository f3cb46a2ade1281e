import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { isRecordId } from '@shared/kernel/ids';
import { addDays, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { feedbackDays } from '@shared/wellbeing/feedback';
import { baselineOf, earlierRounds, type RoundView } from '@shared/wellbeing/round-results';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { useFormFields } from '../../../records/use-form-fields';
import { BeforeItLeaves, useLeavingWords, useRoster } from '../../../redaction';
import {
  Button,
  Columns,
  Form,
  FormActions,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextField,
  useToast,
  type FormProblem,
} from '../../../ui';
import { useRecords, useVault, type StoredRecord } from '../../../vault';
import { useRounds } from '../rounds';
import { fieldsOfFeedback, firstFields, readHeard, sheetParts, type HeardFields } from './heard-form';
import { PrintedSheet, SheetPreview } from './StaffSheet';
import { useSaveSheet } from './use-save-sheet';
import styles from './heard.module.css';

type Feedback = StoredRecord<'round-feedback'>;

export function HeardPage(props: { readonly id: string }) {
  const rounds = useRounds();
  const view = rounds.find(({ id }) => id === props.id);
  const all = useRecords('round-feedback');
  const record = all.find(({ value }) => value.waveId === props.id) ?? null;
  const crumbs = [
    { label: 'Wellbeing', href: '/' },
    { label: 'Round', href: `/rounds/${props.id}` },
  ];
  if (view === undefined || view.state.kind === 'open') {
    return (
      <Page
        title={view === undefined ? 'This round is not here' : 'Close the round first'}
        crumbs={[{ label: 'Wellbeing', href: '/' }]}
      >
        <Sheet pad>
          <p>
            {view === undefined
              ? 'It may have been deleted. Nothing else changed.'
              : 'What you heard follows from its results, and those show once it is closed.'}
          </p>
          <LinkButton href={view === undefined ? '/' : `/rounds/${props.id}`}>
            {view === undefined ? 'See all rounds' : 'Go to the round'}
          </LinkButton>
        </Sheet>
      </Page>
    );
  }
  return (
    <Page
      title="What we heard, what we will do"
      docTitle="What we heard"
      crumbs={crumbs}
      lede={`${view.wave.label}. One page for everybody who was asked, in your own words.`}
    >
      <HeardForm view={view} rounds={rounds} record={record} />
    </Page>
  );
}

function DueLine(props: {
  readonly view: RoundView;
  readonly record: Feedback | null;
  readonly today: LocalDate;
}) {
  const { view, record, today } = props;
  const toldOn = record?.value.toldOn ?? null;
  if (toldOn !== null) return <Status kind="good">People were told on {formatDate(toldOn)}</Status>;
  if (view.wave.lockedOn === null) return null;
  const by = addDays(view.wave.lockedOn, feedbackDays);
  return (
    <Status kind={by < today ? 'caution' : 'later'}>
      {by < today ? 'It was to be told by' : 'Tell people by'} {formatDate(by)}
    </Status>
  );
}

function HeardForm(props: {
  readonly view: RoundView;
  readonly rounds: readonly RoundView[];
  readonly record: Feedback | null;
}) {
  const { view, rounds, record } = props;
  const vault = useVault();
  const toast = useToast();
  const today = useToday();
  const actions = useRecords('action');
  const serviceName = useRecords('service')[0]?.value.name ?? '';
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const first = useMemo(() => {
    if (record !== null) return fieldsOfFeedback(record.value);
    const earlier = earlierRounds(rounds, view).filter(({ state }) => state.kind === 'shown');
    const baseline = baselineOf(rounds, view);
    const compared = earlier.find(({ id }) => id === baseline?.id) ?? earlier.at(-1) ?? null;
    const own = actions.filter(({ value }) => value.source?.from === 'round' && value.source.waveId === view.id);
    return firstFields(
      view,
      compared,
      own.map(({ value }) => value),
    );
  }, [record, rounds, view, actions]);
  const form = useFormFields<HeardFields>('round-feedback', isRecordId(view.id) ? view.id : null, first, () =>
    `What we heard, ${view.wave.label}`.slice(0, 200),
  );
  const { fields } = form;
  const roster = useRoster({ hidesService: false });
  const { heard, willDo, cannotDo } = fields;
  const { label, group } = view.wave;
  const words = useLeavingWords(
    useMemo(
      () => sheetParts({ label, group, heard, willDo, cannotDo }),
      [label, group, heard, willDo, cannotDo],
    ),
    roster,
  );
  const leaving = {
    label: words.resultOf('label'),
    group: words.resultOf('group'),
    heard: words.resultOf('heard'),
    willDo: words.resultOf('willDo'),
    cannotDo: words.resultOf('cannotDo'),
  };
  const sheet = useSaveSheet(leaving);
  const errorOf = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;

  const save = async (toldOn: LocalDate | null, words: string): Promise<void> => {
    const reading = readHeard(fields, view.id, toldOn);
    setErrors(reading.problems);
    if (reading.feedback === null || isSaving) return;
    setSaving(true);
    const before = vault.records('round-feedback').find(({ value }) => value.waveId === view.id);
    const saved = await vault.put('round-feedback', reading.feedback, before);
    setSaving(false);
    if (!saved.ok) {
      setErrors([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    toast({ text: words });
  };
  const toldOn = record?.value.toldOn ?? null;

  return (
    <>
      <Columns
        main={
          <Sheet pad>
            <Form errors={errors} onSubmit={() => save(toldOn, 'Saved.')} aria-label="What we heard">
              {form.isRestored && <DraftNote onDiscard={form.discard} />}
              {record === null && !form.isRestored && (
                <Note kind="plain" title="A start, from what is shown of the round">
                  Change every word of it. Averages of fewer than 8 people are left out: the page leaves the
                  lock.
                </Note>
              )}
              <TextField
                name="heard"
                label="What we heard"
                hint="One line each. Say the hard things too"
                multiline
                rows={6}
                value={fields.heard}
                error={errorOf('heard')}
                onChange={(heard) => {
                  form.set({ heard });
                }}
              />
              <TextField
                name="willDo"
                label="What we will do"
                hint="One line each: what, who, by when. One thing that happens is better than five that do not"
                multiline
                rows={4}
                value={fields.willDo}
                error={errorOf('willDo')}
                onChange={(willDo) => {
                  form.set({ willDo });
                }}
              />
              <TextField
                name="cannotDo"
                label="What we cannot do now"
                hint="And why. People can live with a no that is told"
                isOptional
                multiline
                rows={3}
                value={fields.cannotDo}
                error={errorOf('cannotDo')}
                onChange={(cannotDo) => {
                  form.set({ cannotDo });
                }}
              />
              <FormActions>
                <Button type="submit" variant="primary" isPending={isSaving} pendingText="Saving">
                  Save
                </Button>
                <LinkButton href={`/rounds/${view.id}`} variant="quiet">
                  Not now
                </LinkButton>
              </FormActions>
            </Form>
          </Sheet>
        }
        side={
          <div className={styles.side}>
            <Section title="Telling people">
              <DueLine view={view} record={record} today={today} />
              <p className={styles.small}>
                Eight weeks from the close of a round is the usual promise. People stop answering when nothing
                follows.
              </p>
              <div className={styles.actions}>
                {toldOn === null ? (
                  <Button onPress={() => void save(today, 'Noted: people were told today.')}>
                    People were told today
                  </Button>
                ) : (
                  <Button variant="quiet" onPress={() => void save(null, 'Taken back.')}>
                    They were not told yet
                  </Button>
                )}
              </div>
            </Section>
            <SheetPreview view={view} serviceName={serviceName} fields={leaving} />
            <Section title="Before it leaves">
              <Sheet pad>
                <BeforeItLeaves
                  words={words}
                  saveLabel="Save the sheet as PDF"
                  isSaving={sheet.isPrinting}
                  onSave={sheet.save}
                />
              </Sheet>
            </Section>
          </div>
        }
      />
      {sheet.isPrinting &&
        createPortal(<PrintedSheet view={view} serviceName={serviceName} fields={leaving} />, document.body)}
    </>
  );
}
