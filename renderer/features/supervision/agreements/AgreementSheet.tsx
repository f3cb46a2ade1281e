import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { confidentialityLimitLabels, type Agreement } from '@shared/records/agreement/agreement';
import { meetingModeLabels, type Signature } from '@shared/records/supervision-parts';
import { rhythmWords } from '../../../records/supervision-words';
import { useRecords } from '../../../vault';
import { agreementTitles, signatureWords } from './agreement-words';
import styles from './agreements.module.css';

function SignLine(props: { readonly name: string; readonly signature: Signature }) {
  return (
    <div>
      <div className={styles.rule} />
      <p>
        {props.name}
        {props.signature.state === 'waiting' ? ', and the day' : `. ${signatureWords(props.signature)}`}
      </p>
    </div>
  );
}

/** The same on paper, with room to sign. */
export function AgreementSheet(props: {
  readonly agreement: Agreement;
  readonly name: string;
  readonly supervisor: string;
  readonly today: LocalDate;
}) {
  const { agreement, name, supervisor, today } = props;
  const service = useRecords('service')[0]?.value.name ?? '';
  const lines: readonly (readonly [string, string])[] = [
    ['Between', `${name}, and ${supervisor === '' ? 'a supervisor to be named' : supervisor} as supervisor`],
    [
      'How it runs',
      [
        `${rhythmWords(agreement.intervalDays)}, ${agreement.minutes} minutes`,
        agreement.mode === null ? '' : meetingModeLabels[agreement.mode].toLowerCase(),
        agreement.place,
      ]
        .filter((part) => part !== '')
        .join(', '),
    ],
    ['Who sets the agenda', agreement.agendaRight],
    ['When one of us cannot come', agreement.cancellations],
    ['What stays between us', agreement.confidentiality],
    ['Where that ends', agreement.limits.map((limit) => `${confidentialityLimitLabels[limit]}.`).join(' ')],
    ['What is written down', agreement.whatIsWritten],
    ['Who may read it', agreement.whoMayRead],
    ['When we disagree', agreement.disagreementRoute],
    ['Somebody else to turn to', agreement.thirdParty],
    [
      'How long it holds',
      `From ${formatDate(agreement.startedOn)}. We look at it again on ${formatDate(agreement.reviewOn)}.`,
    ],
  ];
  return (
    <div className={styles.paper}>
      <h1>{agreementTitles[agreement.kind]}</h1>
      {service !== '' && <p>{service}</p>}
      <dl>
        {lines
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <div className={styles.signs}>
        <SignLine name={name} signature={agreement.signatures.person} />
        <SignLine
          name={agreement.facilitatorId === null ? 'The supervisor' : supervisor}
          signature={agreement.signatures.supervisor}
        />
      </div>
      <p className={styles.foot}>
        Somebody who does not agree writes so here, with the day. Confidential. Printed on {formatDate(today)}
        .
      </p>
    </div>
  );
}
