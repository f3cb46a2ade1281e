import { Plus } from 'lucide-react';
import type { Instrument } from '@shared/instruments/instrument';
import { marksToConfirm } from '@shared/instruments/evidence';
import { useMeasures } from '../../../records/use-measures';
import { Pairs } from '../../../records/Facts';
import { useRecord, useRecords, type StoredRecord } from '../../../vault';
import { EmptyState, LinkButton, Note, Page, Section, Sheet, TextLink } from '../../../ui';
import { FormPreview } from './FormPreview';
import { KeyChecks } from './KeyChecks';
import { BandsTable, NormsTable, ScalesTable } from './KeyTables';
import {
  answersText,
  constructWords,
  evidenceWords,
  licenceWords,
  minutesText,
  numbersText,
  sourceText,
} from './measure-words';
import { notValidatedText } from './own-measure-words';
import { OwnMeasureActions } from './OwnMeasureActions';
import { useFormWording } from '../use-form-wording';
import { WordingSection } from './WordingSection';
import styles from './measures.module.css';

const crumbs = [
  { label: 'Wellbeing', href: '/' },
  { label: 'Measures', href: '/measures' },
] as const;

/** One measure: what it asks of people, how it is scored, and where each part of its key comes from. */
export function MeasurePage(props: { readonly id: string }) {
  const measures = useMeasures();
  const own = useRecords('own-measure');
  const instrument = measures.find(props.id);
  if (instrument === null) return <Gone />;
  const record = own.find(({ value }) => value.id === instrument.id && value.version === instrument.version);
  return <Measure key={instrument.id} instrument={instrument} record={record ?? null} isNewest />;
}

/** One version of a measure of the service's own, by its record. */
export function OwnMeasurePage(props: { readonly recordId: string }) {
  const measures = useMeasures();
  const record = useRecord('own-measure', props.recordId);
  const instrument = record === undefined ? null : measures.find(record.value.id, record.value.version);
  if (record === undefined || instrument === null) return <Gone />;
  const isNewest = measures.find(instrument.id)?.version === instrument.version;
  return <Measure key={record.id} instrument={instrument} record={record} isNewest={isNewest} />;
}

function Gone() {
  return (
    <Page title="Measure" docTitle="Measure" crumbs={crumbs}>
      <EmptyState
        title="This measure is not here"
        action={<LinkButton href="/measures">All measures</LinkButton>}
      >
        It may have been deleted, or it comes from a newer version of Steading. Nothing else changed.
      </EmptyState>
    </Page>
  );
}

function Measure(props: {
  readonly instrument: Instrument;
  readonly record: StoredRecord<'own-measure'> | null;
  readonly isNewest: boolean;
}) {
  const { instrument, record, isNewest } = props;
  const isForTeam = instrument.setting === 'team';
  const holdsOwnWords = instrument.licence.use === 'ours';
  const others = useRecords('own-measure')
    .filter(({ value }) => value.id === instrument.id && value.version !== instrument.version)
    .toSorted((left, right) => right.value.version - left.value.version);
  return (
    <Page
      title={instrument.title}
      docTitle="Measure"
      crumbs={crumbs}
      lede={instrument.about}
      actions={
        <>
          {isForTeam && isNewest && (
            <LinkButton href={`/new/${instrument.id}`} variant="primary" icon={<Plus aria-hidden="true" />}>
              Open a round
            </LinkButton>
          )}
          <OwnMeasureActions instrument={instrument} record={record} isNewest={isNewest} />
        </>
      }
    >
      <Warnings instrument={instrument} isNewest={isNewest} />
      <Sheet pad>
        <Pairs
          pairs={[
            ['About', instrument.constructs.map((construct) => constructWords[construct]).join(', ')],
            ['Length', `${instrument.itemCount} items, about ${minutesText(instrument.minutes)} each time`],
            ['Answers', answersText(instrument)],
            [
              'Turned round',
              instrument.reverseScored.length === 0
                ? 'No item'
                : `Items ${numbersText(instrument.reverseScored)}`,
            ],
            [
              'Licence',
              holdsOwnWords
                ? instrument.licenceNote
                : `${licenceWords[instrument.licence.use]}. ${instrument.licenceNote}`,
            ],
            ['Whom to ask', instrument.licence.ask],
            ['About the licence', holdsOwnWords ? null : `${evidenceWords[instrument.licence.evidence]}.`],
            ['Key', holdsOwnWords ? instrument.provenance.source : sourceText(instrument.provenance)],
            ['Version of the key', String(instrument.version)],
            ['Other versions', others.length === 0 ? null : <Versions records={others} />],
          ]}
        />
      </Sheet>
      {marksToConfirm(instrument).length > 0 && <KeyChecks instrument={instrument} />}
      <Section title="Scales">
        <Sheet>
          <ScalesTable instrument={instrument} />
        </Sheet>
      </Section>
      {(instrument.bands.length > 0 || instrument.flag !== null) && (
        <Section title="Bands and prompts">
          <Sheet>
            <BandsTable instrument={instrument} />
          </Sheet>
          <p className={styles.small}>Pointers for a talk, never a diagnosis.</p>
        </Section>
      )}
      {instrument.norms.length > 0 && (
        <Section title="Published values to set a group beside">
          <Sheet>
            <NormsTable instrument={instrument} />
          </Sheet>
        </Section>
      )}
      {holdsOwnWords ? (
        <OwnWording instrument={instrument} />
      ) : (
        isForTeam && <WordingSection instrument={instrument} />
      )}
    </Page>
  );
}

function Versions(props: { readonly records: readonly StoredRecord<'own-measure'>[] }) {
  return (
    <ul className={styles.buttons}>
      {props.records.map(({ id, value }) => (
        <li key={id}>
          <TextLink href={`/measures/own/${id}`}>Version {value.version}</TextLink>
        </li>
      ))}
    </ul>
  );
}

function Warnings(props: { readonly instrument: Instrument; readonly isNewest: boolean }) {
  const { instrument, isNewest } = props;
  return (
    <div className={styles.stack}>
      {!isNewest && (
        <Note kind="info" title="An earlier version">
          It stays for the rounds that were opened with it. New rounds take the newest one.
        </Note>
      )}
      {instrument.setting === 'clinician' && (
        <Note kind="caution" title="Only for an independent clinician">
          It asks about one event in one person’s life. That talk needs somebody with no power over them. It
          cannot be used for a round.
        </Note>
      )}
      {!instrument.isValidated && (
        <Note kind="caution" title="Not validated: for talking and trends only">
          {notValidatedText}
        </Note>
      )}
      {instrument.isValidated && instrument.groupOnly && (
        <Note kind="info" title="For a group only">
          What it measures belongs to a team or an organisation. It says nothing about one person.
        </Note>
      )}
    </div>
  );
}

function OwnWording(props: { readonly instrument: Instrument }) {
  const wording = useFormWording(props.instrument);
  return (
    <Section title="The form as people see it">
      {wording != null && <FormPreview wording={wording} isValidated={props.instrument.isValidated} />}
    </Section>
  );
}
