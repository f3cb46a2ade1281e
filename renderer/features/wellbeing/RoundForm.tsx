import { useMemo, useState } from 'react';
import { addDays, formatDate } from '@shared/kernel/local-date';
import type { Instrument } from '@shared/instruments/instrument';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import type { Measures } from '@shared/wellbeing/measures';
import { becomesBaseline, overlapping } from '@shared/wellbeing/wave-rules';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { useFormFields } from '../../records/use-form-fields';
import { useMeasures } from '../../records/use-measures';
import { useRecords, useVault } from '../../vault';
import {
  Button,
  Form,
  FormActions,
  LinkButton,
  Note,
  Page,
  useGo,
  useToast,
  type FormProblem,
} from '../../ui';
import { RoundFields } from './measures/RoundFields';
import {
  inPost,
  ownSplitQuestion,
  readRoundFields,
  splitKinds,
  type RoundFieldValues,
} from './measures/round-fields';
import { ruleErrorText, type WaveRecord } from './rounds';
import styles from './wellbeing.module.css';

const firstMeasure = 'who5';

/** Rounds of two versions are never set against each other, so each version has a baseline of its own. */
function ofVersion(waves: readonly WaveRecord[], instrument: Instrument | null): readonly WellbeingWave[] {
  return waves
    .map(({ value }) => value)
    .filter(({ instrumentVersion }) => instrumentVersion === instrument?.version);
}

/** A draft comes from another version, or is about another measure than the form was opened for. */
function isDraftFor(draft: RoundFieldValues, measure: string | undefined, measures: Measures): boolean {
  return (
    measures.find(draft.instrumentId)?.setting === 'team' &&
    splitKinds.includes(draft.splitKind) &&
    (measure === undefined || draft.instrumentId === measure)
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

/** `measure`: the one that it was opened for, from the measure's own page. */
export function NewRoundPage(props: { readonly measure?: string | undefined }) {
  const vault = useVault();
  const today = useToday();
  const go = useGo();
  const toast = useToast();
  const people = useRecords('person');
  const waves = useRecords('wellbeing-wave');
  const teams = useTeams();
  const measures = useMeasures();
  const [start] = useState<RoundFieldValues>(() => {
    const asked = measures.find(props.measure ?? firstMeasure);
    const instrumentId = asked?.setting === 'team' ? asked.id : firstMeasure;
    const isFirst = becomesBaseline(ofVersion(waves, asked), instrumentId, '');
    const count = inPost(people, '', today);
    return {
      instrumentId,
      label: isFirst ? 'Baseline' : '',
      group: '',
      opensOn: formatDate(today),
      closesOn: formatDate(addDays(today, 14)),
      invited: count === 0 ? '' : String(count),
      splitKind: 'none',
      splitQuestion: ownSplitQuestion,
      splitParts: '',
      note: '',
    };
  });
  const form = useFormFields<RoundFieldValues>(
    'wave',
    null,
    start,
    () => 'A new wellbeing round',
    (draft) => isDraftFor(draft, props.measure, measures),
  );
  const { fields } = form;
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const peopleNow = inPost(people, fields.group, today);
  const instrument = measures.find(fields.instrumentId);
  const isBaseline = becomesBaseline(ofVersion(waves, instrument), fields.instrumentId, fields.group);

  function change(patch: Partial<RoundFieldValues>): void {
    const isUntouched = fields.invited === String(inPost(people, fields.group, today));
    const follows =
      patch.group !== undefined && isUntouched ? { invited: String(inPost(people, patch.group, today)) } : {};
    form.set({ ...patch, ...follows });
  }

  async function save(): Promise<void> {
    const read = readRoundFields(fields, today);
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
            instrument={instrument}
            teams={teams}
            peopleNow={peopleNow}
          />
          <Note
            kind="info"
            title={isBaseline ? 'This round will be the baseline' : 'This round is set against the baseline'}
          >
            {isBaseline
              ? 'Later rounds are set against it. Once you close it, it is locked for good.'
              : 'Once you close it, it is locked for good, like the baseline.'}
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
