import { useState } from 'react';
import { pulseMeasure } from '@shared/instruments/pulse';
import type { OwnMeasure } from '@shared/instruments/own-measure';
import { changedMeasure, isVersionUsed, ownMeasureId } from '@shared/wellbeing/own-measures';
import { formWordingOf } from '@shared/survey/form-wording';
import { errorText } from '../../../app/error-text';
import { DraftNote } from '../../../records/DraftNote';
import { useMeasures } from '../../../records/use-measures';
import {
  Button,
  EmptyState,
  Form,
  FormActions,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  TextField,
  useGo,
  useToast,
  type FormProblem,
} from '../../../ui';
import { newRecordId, useDraft, useRecord, useRecords, useVault, type StoredRecord } from '../../../vault';
import { AnswersEditor } from './AnswersEditor';
import { emptyMeasure, measureOf, typedOf, typedOfDraft, type TypedMeasure } from './composer-draft';
import { FormPreview } from './FormPreview';
import { ItemsEditor } from './ItemsEditor';
import { notValidatedText } from './own-measure-words';
import { ScalesEditor } from './ScalesEditor';
import styles from './measures.module.css';

const crumbs = [
  { label: 'Wellbeing', href: '/' },
  { label: 'Measures', href: '/measures' },
];

/** A new measure in the service's own words; `from` is the measure whose words it begins with. */
export function NewMeasurePage(props: { readonly from?: string | undefined }) {
  const { from = '' } = props;
  const own = useRecords('own-measure');
  const measures = useMeasures();
  const newest = measures.find(from)?.version;
  const source =
    from === pulseMeasure.id
      ? pulseMeasure
      : own.find(({ value }) => value.id === from && value.version === newest)?.value;
  const start =
    source === undefined
      ? emptyMeasure
      : { ...typedOf(source, from), title: `${source.title.slice(0, 70)}, our own`, about: ownAbout(source) };
  return <Composer key={from} start={start} before={null} />;
}

/** The pulse says of itself that its words are Steading's. */
function ownAbout({ id, about }: OwnMeasure): string {
  return id === pulseMeasure.id ? 'What makes work here easier or harder.' : about;
}

export function EditMeasurePage(props: { readonly recordId: string }) {
  const record = useRecord('own-measure', props.recordId);
  const measures = useMeasures();
  const isNewest = record !== undefined && measures.find(record.value.id)?.version === record.value.version;
  if (record === undefined || !isNewest) {
    return (
      <Page title="Change a measure" docTitle="Change a measure" crumbs={crumbs}>
        <EmptyState
          title={record === undefined ? 'This measure is not here' : 'There is a newer version'}
          action={
            <LinkButton href={record === undefined ? '/measures' : `/measures/${record.value.id}`}>
              {record === undefined ? 'All measures' : 'Go to the newest version'}
            </LinkButton>
          }
        >
          {record === undefined
            ? 'It may have been deleted. Nothing else changed.'
            : 'This one stays as it is, for the rounds that were opened with it.'}
        </EmptyState>
      </Page>
    );
  }
  return <Composer key={record.id} start={typedOf(record.value, '')} before={record} />;
}

function Composer(props: {
  readonly start: TypedMeasure;
  readonly before: StoredRecord<'own-measure'> | null;
}) {
  const { before } = props;
  const [start] = useState(props.start);
  const waves = useRecords('wellbeing-wave');
  const vault = useVault();
  const go = useGo();
  const toast = useToast();
  const [typed, setTyped] = useState<TypedMeasure | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const draft = useDraft(
    'own-measure',
    before?.id ?? null,
    draftTitle(typed ?? start),
    { ...(typed ?? start) },
    typed !== null && !isLeaving,
    // A copy of one measure does not go on with what was begun from another.
    ({ value }) => typedOfDraft(value.fields)?.from === start.from,
  );
  const [restored, setRestored] = useState(() =>
    draft.restored === null ? null : typedOfDraft(draft.restored),
  );
  const now = typed ?? restored ?? start;
  const set = (patch: Partial<TypedMeasure>) => {
    setTyped({ ...now, ...patch });
  };
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const used = waves.map(({ value }) => value);
  const isUsed = before !== null && isVersionUsed(before.value, used);
  const title = before === null ? 'Compose a measure' : 'Change a measure';

  async function save(): Promise<void> {
    const identity =
      before === null
        ? { id: ownMeasureId(newRecordId()), version: 1 }
        : { id: before.value.id, version: before.value.version };
    const read = measureOf(now, identity);
    if (!read.ok) {
      setProblems(read.error);
      return;
    }
    const change =
      before === null
        ? ({ kind: 'new-version', measure: read.value } as const)
        : changedMeasure(before.value, read.value, used);
    setLeaving(true);
    const inPlace = change.kind === 'replace' ? before : null;
    const saved =
      change.kind === 'same'
        ? null
        : await vault.commit([
            {
              type: 'put',
              kind: 'own-measure',
              id: inPlace?.id ?? newRecordId(),
              baseRevision: inPlace?.revision ?? 0,
              value: change.measure,
            },
          ]);
    if (saved?.ok === false) {
      setLeaving(false);
      setProblems([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await draft.clear();
    toast({ text: savedText(before === null ? 'new' : change.kind, change.measure.version) });
    go(`/measures/${change.measure.id}`);
  }

  return (
    <Page title={title} docTitle={title} crumbs={crumbs} lede="Your own words, asked again and again.">
      <div className={styles.form}>
        <Form onSubmit={save} errors={problems} aria-label={title}>
          {restored !== null && typed === null && (
            <DraftNote
              onDiscard={() => {
                setRestored(null);
                void draft.clear();
              }}
            />
          )}
          <Note kind="caution" title="Not validated: for talking and trends only">
            {notValidatedText} Do not copy items of a published measure: their wording is licensed.
          </Note>
          {isUsed && (
            <Note kind="info" title="A round was opened with this version">
              It stays as it is for that round. A change of items, answers or scales is saved as a new
              version.
            </Note>
          )}
          <WordFields typed={now} onChange={set} errorAt={errorAt} />
          <ItemsEditor
            items={now.items}
            onChange={(items) => {
              set({ items });
            }}
            errorAt={errorAt}
          />
          <AnswersEditor
            answers={now.answers}
            onChange={(answers) => {
              set({ answers });
            }}
            errorAt={errorAt}
          />
          <ScalesEditor typed={now} onChange={set} errorAt={errorAt} />
          <Preview typed={now} />
          <FormActions>
            <Button type="submit" variant="primary">
              Save measure
            </Button>
            <LinkButton href={before === null ? '/measures' : `/measures/${before.value.id}`} variant="quiet">
              Not now
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

function draftTitle({ title }: TypedMeasure): string {
  return title.trim() === '' ? 'A measure of our own' : `Measure: ${title.trim()}`;
}

function savedText(kind: 'new' | 'same' | 'replace' | 'new-version', version: number): string {
  switch (kind) {
    case 'new':
      return 'Measure saved. Open a round with it when you are ready.';
    case 'same':
      return 'Nothing was changed.';
    case 'replace':
      return 'Measure saved.';
    case 'new-version':
      return `Saved as version ${version}. Earlier rounds keep the version that they were opened with.`;
  }
}

function WordFields(props: {
  readonly typed: TypedMeasure;
  readonly onChange: (patch: Partial<TypedMeasure>) => void;
  readonly errorAt: (field: string) => string | undefined;
}) {
  const { typed, onChange, errorAt } = props;
  return (
    <Sheet pad>
      <TextField
        label="Title"
        name="title"
        hint="It stands on the form."
        value={typed.title}
        error={errorAt('title')}
        onChange={(title) => {
          onChange({ title });
        }}
      />
      <TextField
        label="What it is about"
        name="about"
        hint="In a sentence, for whoever chooses it."
        value={typed.about}
        error={errorAt('about')}
        onChange={(about) => {
          onChange({ about });
        }}
      />
      <TextField
        label="Takes about"
        name="minutes"
        unit="minutes"
        width="short"
        inputMode="numeric"
        value={typed.minutes}
        error={errorAt('minutes')}
        onChange={(minutes) => {
          onChange({ minutes });
        }}
      />
      <TextField
        label="Introduction"
        name="introduction"
        hint="Above the items. Say which weeks people should think of."
        multiline
        rows={3}
        value={typed.introduction}
        error={errorAt('introduction')}
        onChange={(introduction) => {
          onChange({ introduction });
        }}
      />
    </Sheet>
  );
}

/** What is typed so far, as a form. Nothing while it cannot be one yet. */
function Preview(props: { readonly typed: TypedMeasure }) {
  const read = measureOf(props.typed, { id: 'preview', version: 1 });
  const wording = read.ok ? formWordingOf(read.value, { own: [read.value], packs: [] }) : null;
  return (
    <Section title="The form as people see it">
      {wording === null ? (
        <p className={styles.small}>It shows here once there is a title, a sentence about it, and an item.</p>
      ) : (
        <FormPreview wording={wording} isValidated={false} />
      )}
    </Section>
  );
}
