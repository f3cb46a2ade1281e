import { useMemo, useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { addDays, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { findInstrument } from '@shared/instruments/registry';
import type { Person } from '@shared/records/person/person';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { coversDay } from '@shared/statistics/days';
import { minimumReplies } from '@shared/wellbeing/round-results';
import { becomesBaseline, changeDetails, overlapping } from '@shared/wellbeing/wave-rules';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { useFormFields } from '../../records/use-form-fields';
import { useRecord, useRecords, useVault } from '../../vault';
import {
  Button,
  DateField,
  Form,
  FormActions,
  FormRow,
  LinkButton,
  Note,
  Page,
  Segmented,
  Select,
  Sheet,
  TextField,
  useGo,
  useToast,
  type FormProblem,
} from '../../ui';
import { RoundNearEvent } from './RoundNearEvent';
import {
  isOffered,
  measureNames,
  offeredMeasures,
  ruleErrorText,
  type OfferedMeasure,
  type WaveRecord,
} from './rounds';
import styles from './wellbeing.module.css';

type Fields = {
  readonly instrumentId: OfferedMeasure;
  readonly label: string;
  readonly group: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly invited: string;
  readonly note: string;
};

/** A draft comes from another version: the measure it names has to be one that this one offers. */
function isOfThisVersion(draft: Fields): boolean {
  return isOffered(draft.instrumentId);
}

function inPost(people: readonly { readonly value: Person }[], group: string, day: LocalDate): number {
  return people.filter(
    ({ value }) =>
      (group === '' || value.team === group) &&
      coversDay({ start: value.startDate, end: value.lastDay }, day),
  ).length;
}

interface Read {
  readonly details: Pick<WellbeingWave, 'label' | 'opensOn' | 'closesOn' | 'invited' | 'note'> | null;
  readonly problems: readonly FormProblem[];
}

function readFields(fields: Fields, today: LocalDate): Read {
  const problems: FormProblem[] = [];
  const label = fields.label.trim();
  if (label === '') problems.push({ field: 'label', message: 'Give the round a name, such as Spring 2026' });
  else if (label.length > 200) problems.push({ field: 'label', message: 'Use 200 characters or fewer' });
  const opensOn = parseDateText(fields.opensOn, today);
  if (opensOn === null)
    problems.push({ field: 'opensOn', message: 'Enter the first day, such as today or 24 nov' });
  const closesOn = parseDateText(fields.closesOn, today);
  if (closesOn === null) problems.push({ field: 'closesOn', message: 'Enter the last day, such as 8 dec' });
  else if (opensOn !== null && closesOn < opensOn)
    problems.push({ field: 'closesOn', message: 'The last day is before the first day' });
  const invited = /^\d{1,6}$/.test(fields.invited.trim()) ? Number(fields.invited.trim()) : 0;
  if (invited < 1 || invited > 100_000)
    problems.push({ field: 'invited', message: 'Enter how many people were invited, as a whole number' });
  return {
    details:
      problems.length === 0 && opensOn !== null && closesOn !== null
        ? { label, opensOn, closesOn, invited, note: fields.note }
        : null,
    problems,
  };
}

function MeasureFacts(props: { readonly instrumentId: OfferedMeasure }) {
  const instrument = findInstrument(props.instrumentId);
  if (instrument === null) return null;
  const marks = {
    V: 'Scoring key read in an official source.',
    V2: 'Scoring key read in a secondary source.',
    R: 'Check this key with your manual before use.',
  } as const;
  return (
    <div className={styles.facts}>
      <strong>{instrument.title}</strong>
      <span>{instrument.about}</span>
      <span>
        {instrument.itemCount} items, about{' '}
        {instrument.minutes === 1 ? '1 minute' : `${instrument.minutes} minutes`} a person.
      </span>
      <span>Licence: {instrument.licenceNote}</span>
      <span>Evidence: {marks[instrument.provenance.evidence]}</span>
    </div>
  );
}

function RoundFields(props: {
  readonly fields: Fields;
  readonly onChange: (patch: Partial<Fields>) => void;
  readonly problems: readonly FormProblem[];
  readonly today: LocalDate;
  readonly isNew: boolean;
  readonly teams: readonly string[];
  readonly peopleNow: number;
}) {
  const { fields, onChange, problems, today, isNew, teams, peopleNow } = props;
  const errorAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const invited = Number(fields.invited);
  return (
    <>
      {isNew && (
        <>
          <Segmented
            label="Measure"
            name="instrumentId"
            value={fields.instrumentId}
            onChange={(instrumentId) => {
              onChange({ instrumentId });
            }}
            options={offeredMeasures.map((value) => ({ value, label: measureNames[value] }))}
          />
          <MeasureFacts instrumentId={fields.instrumentId} />
          <Select
            label="Who is asked"
            name="group"
            value={fields.group}
            onChange={(group) => {
              onChange({ group });
            }}
            options={[
              { value: '', label: 'Whole service' },
              ...teams.map((team) => ({ value: team, label: team })),
            ]}
          />
        </>
      )}
      <TextField
        label="Name of the round"
        hint="Something you will know it by later. No names of people."
        name="label"
        value={fields.label}
        error={errorAt('label')}
        onChange={(label) => {
          onChange({ label });
        }}
      />
      <FormRow>
        <DateField
          label="First day"
          name="opensOn"
          value={fields.opensOn}
          today={today}
          error={errorAt('opensOn')}
          onChange={(opensOn) => {
            onChange({ opensOn });
          }}
        />
        <DateField
          label="Last day"
          name="closesOn"
          value={fields.closesOn}
          today={today}
          error={errorAt('closesOn')}
          onChange={(closesOn) => {
            onChange({ closesOn });
          }}
        />
      </FormRow>
      <RoundNearEvent opensOn={fields.opensOn} closesOn={fields.closesOn} today={today} />
      <TextField
        label="People invited"
        hint={`Count each person once. ${peopleNow} are in post on your list, volunteers included.`}
        name="invited"
        width="short"
        inputMode="numeric"
        value={fields.invited}
        error={errorAt('invited')}
        warning={
          invited > 0 && invited < minimumReplies
            ? `Results need ${minimumReplies} replies. With ${invited} invited, nothing can ever be shown.`
            : undefined
        }
        onChange={(value) => {
          onChange({ invited: value });
        }}
      />
      <TextField
        label="What was going on"
        hint="Anything that matters when this is read later, such as “team moved office”."
        name="note"
        isOptional
        multiline
        rows={2}
        value={fields.note}
        onChange={(note) => {
          onChange({ note });
        }}
      />
    </>
  );
}

function useTeams(): readonly string[] {
  const people = useRecords('person');
  return useMemo(
    () =>
      [...new Set(people.map(({ value }) => value.team).filter((team) => team !== ''))].sort((left, right) =>
        left.localeCompare(right, 'en-GB'),
      ),
    [people],
  );
}

export function NewRoundPage() {
  const vault = useVault();
  const today = useToday();
  const go = useGo();
  const toast = useToast();
  const people = useRecords('person');
  const waves = useRecords('wellbeing-wave');
  const teams = useTeams();
  const [start] = useState<Fields>(() => {
    const isFirst = becomesBaseline(
      waves.map(({ value }) => value),
      'who5',
      '',
    );
    const count = inPost(people, '', today);
    return {
      instrumentId: 'who5',
      label: isFirst ? 'Baseline' : '',
      group: '',
      opensOn: formatDate(today),
      closesOn: formatDate(addDays(today, 14)),
      invited: count === 0 ? '' : String(count),
      note: '',
    };
  });
  const form = useFormFields<Fields>('wave', null, start, () => 'A new wellbeing round', isOfThisVersion);
  const { fields } = form;
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const isBaseline = becomesBaseline(
    waves.map(({ value }) => value),
    fields.instrumentId,
    fields.group,
  );
  const peopleNow = inPost(people, fields.group, today);

  function change(patch: Partial<Fields>): void {
    const isUntouched = fields.invited === String(inPost(people, fields.group, today));
    const follows =
      patch.group !== undefined && isUntouched ? { invited: String(inPost(people, patch.group, today)) } : {};
    form.set({ ...patch, ...follows });
  }

  async function save(): Promise<void> {
    const read = readFields(fields, today);
    const instrument = findInstrument(fields.instrumentId);
    if (read.details === null || instrument === null) {
      setProblems(read.problems);
      return;
    }
    const wave: WellbeingWave = {
      ...read.details,
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      group: fields.group,
      answerSets: [],
      split: null,
      splitAnswers: [],
      isBaseline,
      lockedOn: null,
    };
    if (
      overlapping(
        wave,
        waves.map(({ value }) => value),
      )
    ) {
      setProblems([{ field: 'opensOn', message: ruleErrorText({ tag: 'RoundsOverlap' }, instrument) }]);
      return;
    }
    const saved = await vault.put('wellbeing-wave', wave);
    if (!saved.ok) {
      setProblems([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    toast({ text: 'Round opened.' });
    go(`/rounds/${saved.value.id}`);
  }

  return (
    <Page
      title="New round"
      docTitle="New round"
      crumbs={[{ label: 'Wellbeing', href: '/' }]}
      lede="Ask the same people the same thing, then enter what comes back."
    >
      <div className={styles.form}>
        <Form onSubmit={save} errors={problems}>
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <RoundFields
            fields={fields}
            onChange={change}
            problems={problems}
            today={today}
            isNew
            teams={teams}
            peopleNow={peopleNow}
          />
          <Note
            kind="info"
            title={isBaseline ? 'This round will be the baseline' : 'This round is set against the baseline'}
          >
            {isBaseline
              ? 'Later rounds are set against it. Once you close it, it is locked for good.'
              : 'Once you close it, it is locked for good, like the baseline.'}{' '}
            Have your own licensed form beside you: only item numbers and answers are kept here, never
            wording.
          </Note>
          <FormActions>
            <Button type="submit" variant="primary">
              Open the round
            </Button>
            <LinkButton href="/" variant="quiet">
              Not now
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

function EditRound(props: { readonly record: WaveRecord }) {
  const { record } = props;
  const { value } = record;
  const vault = useVault();
  const today = useToday();
  const go = useGo();
  const toast = useToast();
  const people = useRecords('person');
  const waves = useRecords('wellbeing-wave');
  const form = useFormFields<Fields>(
    'wave-details',
    record.id,
    {
      instrumentId: isOffered(value.instrumentId) ? value.instrumentId : 'who5',
      label: value.label,
      group: value.group,
      opensOn: formatDate(value.opensOn),
      closesOn: formatDate(value.closesOn),
      invited: String(value.invited),
      note: value.note,
    },
    () => `The details of ${value.label}`,
    isOfThisVersion,
  );
  const { fields } = form;
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);

  async function save(): Promise<void> {
    const read = readFields(fields, today);
    if (read.details === null) {
      setProblems(read.problems);
      return;
    }
    const others = waves.filter((wave) => wave.id !== record.id).map((wave) => wave.value);
    const changed = changeDetails(value, read.details, others);
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
