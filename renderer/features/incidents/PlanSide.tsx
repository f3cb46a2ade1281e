import type { Ref } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { planConditions } from '@shared/records/event-plan/event-plan';
import { Section, TextLink } from '../../ui';
import { ClosingNote } from './ClosingNote';
import { ExposureNotes } from './ExposureNotes';
import styles from './incidents.module.css';
import type { People } from './people';
import { PeopleAffected } from './PeopleAffected';
import { PlanLinks } from './PlanLinks';
import { TellNote } from './TellNote';
import type { PlanHandle } from './use-plan';

export interface PlanSideProps {
  readonly record: NonNullable<PlanHandle['record']>;
  readonly whole: PlanHandle['whole'];
  readonly people: People;
  readonly today: LocalDate;
  readonly hasTriedToClose: boolean;
  readonly closingRef: Ref<HTMLDivElement>;
  readonly onAnswer: (id: string) => void;
}

const conditionWords = {
  'staff-hurt': 'One of us was hurt',
  'lone-or-remote-site': 'At a lone or remote site',
} as const satisfies Record<(typeof planConditions)[number], string>;

/** Beside the steps: why it cannot close, the people, what is known, what to leave alone. */
export function PlanSide(props: PlanSideProps) {
  const { record, whole, people, today, hasTriedToClose, closingRef, onAnswer } = props;
  const plan = record.value;
  const isClosed = plan.closedOn !== null;
  const template = whole?.value.fromTemplate;
  return (
    <>
      {!isClosed && (
        <ClosingNote
          ref={closingRef}
          plan={plan}
          today={today}
          people={people}
          hasTried={hasTriedToClose}
          onAnswer={onAnswer}
        />
      )}
      <Section
        title="People affected"
        action={
          !isClosed && (
            <TextLink href={`~/incidents/${record.id}/people`}>
              {plan.affected.length + plan.othersAffected.length === 0 ? 'Add people' : 'Change the list'}
            </TextLink>
          )
        }
      >
        <PeopleAffected plan={plan} people={people} today={today} />
      </Section>
      <ExposureNotes plan={plan} people={people} today={today} />
      {!isClosed && <TellNote id={record.id} plan={plan} today={today} />}
      {!isClosed && <PlanLinks plan={plan} people={people} today={today} />}
      {((whole != null && whole.value.facts !== '') || plan.conditions.length > 0) && (
        <Section title="What is known">
          {whole != null && whole.value.facts !== '' && <p className={styles.facts}>{whole.value.facts}</p>}
          {plan.conditions.length > 0 && (
            <p className={styles.small}>{plan.conditions.map((each) => conditionWords[each]).join('. ')}.</p>
          )}
        </Section>
      )}
      {template !== undefined && (
        <details className={styles.more}>
          <summary>Things to avoid, and why</summary>
          <dl className={styles.avoid}>
            {template.avoid.map(({ what, why }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.small}>
            From the template “{template.title}”, version {plan.templateVersion}.
            {template.sources.length > 0 &&
              ` This leans on: ${template.sources.map(({ name }) => name).join('; ')}.`}
          </p>
        </details>
      )}
    </>
  );
}
