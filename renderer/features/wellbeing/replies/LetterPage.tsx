import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { staffLetter, type ReplyWay } from '@shared/survey/staff-letter';
import { Chips, Page } from '../../../ui';
import { useRecords } from '../../../vault';
import { OpenRoundGate, type OpenRoundParts } from './OpenRoundGate';
import paper from './paper.module.css';
import { PrintActions } from '../PrintActions';

const ways: readonly { readonly value: ReplyWay; readonly label: string }[] = [
  { value: 'folder', label: 'Shared folder' },
  { value: 'stick', label: 'Memory stick' },
  { value: 'email', label: 'E-mail' },
  { value: 'kiosk', label: 'On this laptop' },
  { value: 'paper', label: 'Paper' },
];

export function LetterPage(props: { readonly id: string }) {
  return <OpenRoundGate id={props.id}>{(parts) => <Letter {...parts} />}</OpenRoundGate>;
}

/** One page for everyone: what the manager can see, and what nobody can promise. */
function Letter({ record, instrument, crumbs }: OpenRoundParts) {
  const service = useRecords('service')[0]?.value;
  const [how, setHow] = useState<readonly ReplyWay[]>(['folder', 'paper']);
  const letter = staffLetter({
    serviceName: service?.name ?? '',
    title: instrument.title,
    closesOn: formatDate(record.value.closesOn),
    hasSplit: record.value.split !== null,
    how: ways.map(({ value }) => value).filter((way) => how.includes(way)),
  });
  return (
    <Page
      title="Letter to staff"
      docTitle="Letter to staff"
      crumbs={crumbs}
      lede="What you can see and what you cannot, on one page. Give it to everyone who is asked."
      actions={
        <PrintActions suggestedName="letter-to-staff.pdf" footer="Wellbeing survey. Answering is a choice." />
      }
    >
      <Chips
        label="How people can hand in their reply"
        name="how"
        hint="The letter says what each way shows."
        value={how}
        onChange={setHow}
        options={ways}
      />
      <div className={paper.sheet} data-print="sheet">
        <h2>{letter.heading}</h2>
        {letter.opening.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {letter.parts.map(({ heading, lines }) => (
          <section key={heading} aria-label={heading}>
            <h3>{heading}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
        <p>{letter.closing}</p>
      </div>
    </Page>
  );
}
