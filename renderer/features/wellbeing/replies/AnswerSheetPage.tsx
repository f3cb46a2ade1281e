import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { FormWording } from '@shared/survey/survey-form';
import { Checkbox, cx, Page } from '../../../ui';
import { useRecords } from '../../../vault';
import { sortedAnswers } from './entry';
import { OpenRoundGate, type OpenRoundParts } from './OpenRoundGate';
import paper from './paper.module.css';
import { PrintActions } from '../PrintActions';
import { useFormWording } from '../use-form-wording';

export function AnswerSheetPage(props: { readonly id: string }) {
  return <OpenRoundGate id={props.id}>{(parts) => <AnswerSheet {...parts} />}</OpenRoundGate>;
}

/** For whoever answers on paper: a box for each answer, by number. The questions stand on it where we hold them. */
function AnswerSheet({ record, instrument, crumbs }: OpenRoundParts) {
  const service = useRecords('service')[0]?.value;
  const wording = useFormWording(instrument);
  const [isWorded, setWorded] = useState(true);
  const shown = isWorded ? (wording ?? null) : null;
  const { split, closesOn } = record.value;
  const name = service?.name ?? '';
  return (
    <Page
      title="Answer sheet"
      docTitle="Answer sheet"
      crumbs={[...crumbs, { label: 'On paper', href: `/rounds/${record.id}/paper` }]}
      lede={
        wording === null
          ? 'By item number. Give it out with your own licensed form, which has the questions.'
          : 'One for each person. Nothing on it says whose it is.'
      }
      actions={<PrintActions suggestedName="answer-sheet.pdf" footer="No name belongs on this sheet." />}
    >
      {wording !== null && wording !== undefined && (
        <Checkbox name="worded" isSelected={isWorded} onChange={setWorded}>
          With the questions
        </Checkbox>
      )}
      <div className={paper.sheet} data-print="sheet">
        <h2>{instrument.title}</h2>
        <p>
          {name === '' ? '' : `${name}. `}Hand it in by {formatDate(closesOn)}. No name belongs on it. You can
          leave out any question.
        </p>
        {shown === null ? (
          <ByNumber
            itemCount={instrument.itemCount}
            values={sortedAnswers(instrument)}
            notApplicable={instrument.notApplicable}
          />
        ) : (
          <Worded wording={shown} />
        )}
        {split !== null && (
          <div className={paper.split}>
            <h3>{split.question}</h3>
            <p>You can leave this out too.</p>
            <ul>
              {split.options.map((option) => (
                <li key={option}>
                  <span className={paper.tick} aria-hidden="true" /> {option}
                </li>
              ))}
            </ul>
          </div>
        )}
        {shown !== null && shown.notice !== '' && <p className={paper.notice}>{shown.notice}</p>}
      </div>
    </Page>
  );
}

function ByNumber(props: {
  readonly itemCount: number;
  readonly values: readonly number[];
  readonly notApplicable: number | null;
}) {
  const { itemCount, values, notApplicable } = props;
  return (
    <>
      <p>
        Circle one number for each question of the form.
        {notApplicable !== null && ` ${notApplicable} means that it does not apply to you.`}
      </p>
      <ol className={cx(paper.items, itemCount > 12 && paper.twoColumns, values.length > 7 && paper.narrow)}>
        {Array.from({ length: itemCount }, (_, index) => (
          <li key={index}>
            <b>{index + 1}</b>
            <Boxes values={values} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Boxes(props: { readonly values: readonly number[] }) {
  return (
    <span className={paper.boxes}>
      {props.values.map((value) => (
        <span key={value} className={paper.box}>
          {value}
        </span>
      ))}
    </span>
  );
}

/** What the numbers mean stands once for each set of answers, above the questions that it belongs to. */
function Worded(props: { readonly wording: FormWording }) {
  const { wording } = props;
  return (
    <div lang={wording.language} className={paper.wording}>
      {wording.introduction.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      {wording.answers.map(({ items, options }) => (
        <div key={items.join(' ')}>
          <p className={paper.key}>{options.map(({ value, text }) => `${value} = ${text}`).join(' · ')}</p>
          <ol className={paper.items}>
            {wording.items
              .filter(({ number }) => items.includes(number))
              .map(({ number, text }) => (
                <li key={number} className={paper.worded}>
                  <b>{number}</b>
                  <span>{text}</span>
                  <Boxes values={options.map(({ value }) => value)} />
                </li>
              ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
