import type { PlanTemplate } from '@shared/event-plans/template';
import {
  conditionLabels,
  eventTypeLabels,
  phaseIds,
  phaseLabels,
  strandLabels,
} from '@shared/records/event-plan/event-plan';
import { Columns, Section, Sheet } from '../../../ui';
import styles from '../incidents.module.css';
import { timingWords } from './template-words';

/** A template to read: its steps by phase, what to avoid and why, what it leans on. */
export function TemplateWords(props: { readonly template: PlanTemplate }) {
  const { template } = props;
  return (
    <Columns
      main={phaseIds
        .map((id) => ({ id, steps: template.steps.filter(({ phaseId }) => phaseId === id) }))
        .filter(({ steps }) => steps.length > 0)
        .map(({ id, steps }) => {
          const focus = template.phases.find((phase) => phase.id === id)?.focus ?? '';
          return (
            <Section key={id} title={focus === '' ? phaseLabels[id] : `${phaseLabels[id]}: ${focus}`}>
              <Sheet>
                <ul className={styles.templateSteps} aria-label={`Steps, ${phaseLabels[id]}`}>
                  {steps.map((step) => (
                    <li key={step.id}>
                      <b>{step.title}</b>
                      {step.detail !== '' && <span>{step.detail}</span>}
                      <span className={styles.small}>
                        {[
                          timingWords(step.timing),
                          step.ownerRole,
                          step.strand === 'support' ? '' : strandLabels[step.strand],
                          step.condition === null ? '' : conditionLabels[step.condition],
                        ]
                          .filter((part) => part !== '')
                          .join('. ')}
                        .
                      </span>
                    </li>
                  ))}
                </ul>
              </Sheet>
            </Section>
          );
        })}
      side={
        <>
          <Section title="About">
            <p>
              {template.eventTypes.length === 0
                ? 'For any event.'
                : `For: ${template.eventTypes.map((type) => eventTypeLabels[type]).join(', ')}.`}{' '}
              Version {template.version}.
            </p>
          </Section>
          {template.avoid.length > 0 && (
            <Section title="Things to avoid, and why">
              <dl className={styles.avoid}>
                {template.avoid.map(({ what, why }) => (
                  <div key={what}>
                    <dt>{what}</dt>
                    <dd>{why}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          )}
          {template.sources.length > 0 && (
            <Section title="This leans on">
              <ul className={styles.links}>
                {template.sources.map(({ name, about }) => (
                  <li key={name}>
                    <b>{name}</b>
                    {about !== '' && <span className={styles.small}>{about}</span>}
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      }
    />
  );
}
