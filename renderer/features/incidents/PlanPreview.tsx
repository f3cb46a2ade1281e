import type { LocalDate } from '@shared/kernel/local-date';
import { stepsOf } from '@shared/event-plans/open-plan';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import type { PlanTemplate } from '@shared/event-plans/template';
import { type EventPlan, phaseLabels } from '@shared/records/event-plan/event-plan';
import { Thread, ThreadItem } from '../../ui';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import { countWords, windowWords } from './plan-words';

export interface PlanPreviewProps {
  readonly template: PlanTemplate;
  readonly isChosen: boolean;
  /** Null while the day is not readable. */
  readonly occurredOn: LocalDate | null;
  readonly plan: EventPlan;
  readonly affected: number;
}

/** What will be in the plan and when, before it is opened. */
export function PlanPreview(props: PlanPreviewProps) {
  const { template, occurredOn, plan, affected, isChosen } = props;
  return (
    <div className={startStyles.preview}>
      <p className={styles.small}>
        {isChosen ? template.summary : 'Choose what happened, and the steps follow.'}
      </p>
      <Thread aria-label="Phases of the plan">
        {template.phases.map((phase) => {
          const steps = stepsOf(plan, phase.id);
          const isAsked = affected > 0 && (contactPhaseIds as readonly string[]).includes(phase.id);
          return (
            <ThreadItem
              key={phase.id}
              state="later"
              when={occurredOn === null ? '' : windowWords(phaseWindow(phase.id, occurredOn), occurredOn)}
              title={phaseLabels[phase.id]}
            >
              {sentence(phase.focus)}.
              {isChosen &&
                ` ${countWords(steps.length, 'step', 'steps')}${isAsked ? `, ${countWords(affected, 'check-in', 'check-ins')}` : ''}.`}
            </ThreadItem>
          );
        })}
      </Thread>
      {isChosen && (
        <details className={styles.more}>
          <summary>See every step</summary>
          {template.phases.map((phase) => (
            <div key={phase.id} className={startStyles.previewPhase}>
              <h3>{phaseLabels[phase.id]}</h3>
              <ul>
                {stepsOf(plan, phase.id).map((step) => (
                  <li key={step.id}>{step.title}</li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
