import { CalendarX, History, Pencil, Printer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { confidentialityLimitLabels, type Agreement } from '@shared/records/agreement/agreement';
import { meetingModeLabels } from '@shared/records/supervision-parts';
import { isReviewDue } from '@shared/supervision/agreements';
import { sameLineAndClinical } from '@shared/supervision/facilitators';
import { IdentifiedDoor, useIdentifiedDoor } from '../../../identified';
import { useToday } from '../../../platform';
import { Pairs } from '../../../records/Facts';
import { unknownPerson } from '../../../records/record-words';
import { rhythmWords } from '../../../records/supervision-words';
import { useNames } from '../../../records/use-names';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { useSupervisorNames } from '../../../records/use-supervisors';
import {
  Button,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextLink,
  useGo,
  useToast,
} from '../../../ui';
import { useRecord, useRecords, useViewNote, type StoredRecord } from '../../../vault';
import { EndDialog } from '../EndDialog';
import styles from '../supervision.module.css';
import { agreementCrumbs } from './agreement-crumbs';
import { agreementTitles, agreementWords, signatureWords } from './agreement-words';
import { AgreementSheet } from './AgreementSheet';
import { NoAgreement } from './NoAgreement';

function Signatures(props: {
  readonly agreement: Agreement;
  readonly names: Readonly<Record<'person' | 'supervisor', string>>;
  readonly today: LocalDate;
  readonly href: string;
  readonly onChange: (signatures: Agreement['signatures'], done: string) => void;
}) {
  const { agreement, names, today, href, onChange } = props;
  const { signatures } = agreement;
  const isWaiting = signatures.person.state === 'waiting' || signatures.supervisor.state === 'waiting';
  return (
    <Section title="Signatures">
      <Sheet pad>
        <Pairs
          pairs={(['person', 'supervisor'] as const).map((party) => [
            names[party],
            <span key={party} className={styles.pair}>
              {signatureWords(signatures[party])}
              {signatures[party].state === 'waiting' && (
                <Button
                  size="small"
                  aria-label={`${names[party]} signed today`}
                  onPress={() =>
                    onChange({ ...signatures, [party]: { state: 'signed', on: today } }, 'Signature kept.')
                  }
                >
                  Signed today
                </Button>
              )}
            </span>,
          ])}
        />
        {isWaiting && (
          <p className={styles.small}>
            Signed on another day, or not agreed? <TextLink href={href}>Enter it with its day</TextLink>
          </p>
        )}
      </Sheet>
    </Section>
  );
}

function AgreementDetail(props: { readonly record: StoredRecord<'agreement'> }) {
  const { record } = props;
  const { id, value } = record;
  const today = useToday();
  const go = useGo();
  const toast = useToast();
  const door = useIdentifiedDoor();
  const nameOf = useNames();
  const supervisorName = useSupervisorNames();
  const remove = useRemoveWithUndo();
  const save = useSaveWithUndo();
  const facilitators = useRecords('facilitator');
  const assignments = useRecords('supervision-assignment');
  const [isEnding, setEnding] = useState(false);
  const name = nameOf(value.personId) ?? unknownPerson;
  const supervisor =
    value.facilitatorId === null
      ? 'Nobody named yet'
      : (supervisorName(value.facilitatorId) ?? unknownPerson);
  const { kind, words } = agreementWords(value, today);
  const isSame =
    value.kind === 'clinical' &&
    sameLineAndClinical({ facilitators, assignments, asOf: today }).includes(value.personId);
  const change = async (next: Agreement, done: string): Promise<string | null> =>
    await save([{ kind: 'agreement', id, value: next, before: record }], done);
  const changeNow = (next: Agreement, done: string): void => {
    void change(next, done).then((problem) => {
      if (problem !== null) toast({ text: problem });
    });
  };
  const print = (): void => {
    const parties = `${name} and ${value.facilitatorId === null ? 'the supervisor' : supervisor}`;
    door.open({
      code: 'agreement',
      about: { kind: 'agreement', ids: [id] },
      title: 'Supervision agreement',
      names: `${parties}.`,
      holds: 'The words of the agreement, its limits, and room to sign.',
      leavesOut: 'What is said in supervision, and every other record.',
      purposes: [
        { id: 'to-sign', whom: parties },
        { id: 'own-copy', whom: parties },
      ],
      way: {
        by: 'print',
        sheet: <AgreementSheet agreement={value} name={name} supervisor={supervisor} today={today} />,
      },
    });
  };
  return (
    <Page
      title={name}
      docTitle="Supervision agreement"
      lede={`${agreementTitles[value.kind]}, from ${formatDate(value.startedOn)}.`}
      crumbs={agreementCrumbs}
      actions={
        <>
          <Button icon={<Printer aria-hidden="true" />} variant="primary" onPress={print}>
            Print
          </Button>
          <LinkButton href={`~/supervision/agreements/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          {value.endedOn === null && (
            <Button icon={<CalendarX aria-hidden="true" />} onPress={() => setEnding(true)}>
              End
            </Button>
          )}
          <LinkButton
            href={`~/supervision/agreements/${id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" />}
            onPress={() =>
              void remove([record], 'Agreement deleted.').then((isRemoved) => {
                if (isRemoved) go('~/supervision/agreements');
              })
            }
          >
            Delete
          </Button>
        </>
      }
    >
      <IdentifiedDoor door={door} />
      <p>
        <Status kind={kind}>{words}</Status>
      </p>
      {isReviewDue(value, today) && (
        <Note kind="info" title={`To be looked at again since ${formatDate(value.reviewOn)}`}>
          <p>Read it together. When it still fits, keep it for another year.</p>
          <Button
            size="small"
            onPress={() => changeNow({ ...value, reviewOn: addMonths(today, 12) }, 'Kept for another year.')}
          >
            It still fits
          </Button>
        </Note>
      )}
      {isSame && (
        <Note kind="caution" title="Line manager and clinical supervisor in one">
          People often hold back with whoever also decides about their work. The line “Somebody else to turn
          to” matters here.
        </Note>
      )}
      <Sheet pad>
        <Pairs
          pairs={[
            [
              'Person',
              <TextLink key="person" href={`~/people/${value.personId}`}>
                {name}
              </TextLink>,
            ],
            ['Supervisor', supervisor],
            ['How often', rhythmWords(value.intervalDays)],
            ['Minutes each time', String(value.minutes)],
            ['How they meet', value.mode === null ? '' : meetingModeLabels[value.mode]],
            ['Where', value.place],
            ['Who sets the agenda', value.agendaRight],
            ['When one cannot come', value.cancellations],
            [
              'What stays between the two',
              value.confidentiality === '' ? (
                ''
              ) : (
                <span key="confidentiality" className={styles.note}>
                  {value.confidentiality}
                </span>
              ),
            ],
            [
              'Where that ends',
              value.limits.length === 0 ? (
                'Not said'
              ) : (
                <ul key="limits">
                  {value.limits.map((limit) => (
                    <li key={limit}>{confidentialityLimitLabels[limit]}</li>
                  ))}
                </ul>
              ),
            ],
            ['What is written down', value.whatIsWritten],
            ['Who may read it', value.whoMayRead],
            ['When they disagree', value.disagreementRoute],
            ['Somebody else to turn to', value.thirdParty],
            ['Looked at again on', formatDate(value.reviewOn)],
            ['Ended', value.endedOn === null ? '' : formatDate(value.endedOn)],
          ]}
        />
      </Sheet>
      <Signatures
        agreement={value}
        names={{ person: name, supervisor: value.facilitatorId === null ? 'The supervisor' : supervisor }}
        today={today}
        href={`~/supervision/agreements/${id}/edit`}
        onChange={(signatures, done) => changeNow({ ...value, signatures }, done)}
      />
      <EndDialog
        isOpen={isEnding}
        onOpenChange={setEnding}
        title="End this agreement"
        hint="It stays as history."
        today={today}
        since={value.startedOn}
        onEnd={(endedOn) => change({ ...value, endedOn }, 'Agreement ended.')}
      />
    </Page>
  );
}

export function AgreementPage(props: { readonly id: string }) {
  const record = useRecord('agreement', props.id);
  useViewNote('agreement', record?.id);
  if (record === undefined) return <NoAgreement />;
  return <AgreementDetail record={record} />;
}
