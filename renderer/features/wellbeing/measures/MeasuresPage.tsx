import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { chooseInstruments, halfYearLoad, type ChooserChoice } from '@shared/instruments/chooser';
import { notBuiltIn } from '@shared/instruments/not-built-in';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { useMeasures } from '../../../records/use-measures';
import { useRecords } from '../../../vault';
import { Columns, LinkButton, Note, Page, Row, RowList, Section, Sheet } from '../../../ui';
import { Chooser, type Wish } from './Chooser';
import { ImportMeasure } from './ImportMeasure';
import { cautionWords, itemsText, minutesText } from './measure-words';
import styles from './measures.module.css';
import { askedAlreadyText, plannedRounds, tooSoonText } from './planned-rounds';

/** Which measure to take: what fits, what speaks against each, and how much is asked of people already. */
export function MeasuresPage() {
  const today = useToday();
  const measures = useMeasures();
  const people = useRecords('person');
  const waves = useRecords('wellbeing-wave');
  const plans = useRecords('event-plan');
  const peopleNow = people.filter(({ value }) => isInPost(value, today)).length;
  const [wish, setWish] = useState<Wish>(() => ({
    constructs: [],
    atMost: '',
    licences: [],
    withNorms: false,
    people: peopleNow === 0 ? '' : String(peopleNow),
  }));
  const planned = useMemo(() => plannedRounds(waves, measures), [waves, measures]);
  const tooSoon = tooSoonText(
    plans.map(({ value }) => value.occurredOn),
    today,
  );
  const clinicianOnly = measures.all.filter(({ setting }) => setting === 'clinician');
  const typed = /^\d{1,6}$/u.test(wish.people.trim()) ? Number(wish.people.trim()) : null;
  const answer = chooseInstruments(measures.all, {
    constructs: wish.constructs,
    atMostMinutes: wish.atMost === '' ? null : Number(wish.atMost),
    licences: wish.licences.length === 0 ? null : wish.licences,
    withNorms: wish.withNorms,
    // Until a number is typed, nothing speaks for a small team.
    people: typed ?? Number.MAX_SAFE_INTEGER,
  });
  const choices = answer.kind === 'choices' ? answer.choices : [];
  const isSmallSample = typed !== null && choices.some(({ cautions }) => cautions.includes('small-sample'));

  return (
    <Page
      title="Measures"
      docTitle="Measures"
      crumbs={[{ label: 'Wellbeing', href: '/' }]}
      lede="Choose what to ask, by what it is about and what it asks of people."
      actions={
        <LinkButton href="/measures/new" icon={<Plus aria-hidden="true" />}>
          Compose your own
        </LinkButton>
      }
    >
      <Columns
        main={
          <>
            <Chooser
              wish={wish}
              onChange={(patch) => {
                setWish({ ...wish, ...patch });
              }}
              peopleNow={peopleNow}
            />
            <div role="status" className={styles.answer}>
              {answer.kind === 'talk-instead' ? (
                <TalkInstead />
              ) : (
                <p>
                  {choices.length === 0
                    ? 'No measure fits all of that. Take one wish back, or compose your own.'
                    : choices.length === 1
                      ? '1 measure fits.'
                      : `${choices.length} measures fit.`}{' '}
                  {isSmallSample && `${cautionWords['small-sample']}.`}
                </p>
              )}
            </div>
            {choices.length > 0 && (
              <Sheet>
                <RowList aria-label="Measures that fit">
                  {choices.map((choice) => (
                    <ChoiceRow
                      key={choice.instrument.id}
                      choice={choice}
                      isTooMuch={
                        halfYearLoad(planned, {
                          opensOn: today,
                          minutes: choice.instrument.minutes,
                          group: '',
                        }).isTooMuch
                      }
                    />
                  ))}
                </RowList>
              </Sheet>
            )}
          </>
        }
        side={
          <>
            <Section title="Before you ask">
              {tooSoon !== null && (
                <Note kind="caution" title="Soon after a hard event">
                  {tooSoon}
                </Note>
              )}
              <Note kind="plain" title="What people are asked already">
                {askedAlreadyText(planned, today)}
              </Note>
              <Note kind="plain" title="Whose words these are">
                Steading ships no published wording. Use your own licensed copy, or load it on the page of the
                measure.
              </Note>
            </Section>
            <Section title="From another service">
              <ImportMeasure />
            </Section>
            <Section title="Not for a round">
              <Sheet>
                <RowList aria-label="Measures that are not for a round">
                  {clinicianOnly.map(({ id, title }) => (
                    <Row
                      key={id}
                      href={`/measures/${id}`}
                      title={title}
                      detail="For an independent clinician, never for a line manager."
                    />
                  ))}
                  {notBuiltIn.map(({ id, title, note }) => (
                    <Row key={id} title={title} detail={note} />
                  ))}
                </RowList>
              </Sheet>
            </Section>
          </>
        }
      />
    </Page>
  );
}

function ChoiceRow(props: { readonly choice: ChooserChoice; readonly isTooMuch: boolean }) {
  const { instrument, cautions } = props.choice;
  const told = [
    ...cautions.filter((caution) => caution !== 'small-sample').map((caution) => cautionWords[caution]),
    ...(props.isTooMuch ? ['Too long beside your other rounds'] : []),
  ];
  return (
    <Row
      href={`/measures/${instrument.id}`}
      title={instrument.title}
      detail={
        <>
          {instrument.about}
          {told.length > 0 && <span className={styles.cautions}>{`${told.join('. ')}.`}</span>}
        </>
      }
      action={
        <span className={styles.length}>
          {minutesText(instrument.minutes)}
          <span>{itemsText(instrument.itemCount)}</span>
        </span>
      }
    />
  );
}

function TalkInstead() {
  return (
    <Note kind="info" title="Talk instead">
      With fewer than 5 people no result could ever be shown, so nobody should be asked to fill in a form. Ask
      in supervision, or together: what helps, what wears you out, what to change first.
    </Note>
  );
}
