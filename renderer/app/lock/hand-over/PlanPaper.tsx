import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { planSectionLabels, planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { sectionTextOf } from '@shared/wellbeing/plan-content';
import type { OwnPlan } from '../../../vault';
import styles from './hand-over.module.css';

/** For the printer alone. */
export function PlanPaper(props: {
  readonly plan: OwnPlan;
  readonly name: string;
  readonly today: LocalDate;
}) {
  const { plan, name, today } = props;
  return (
    <div className={styles.paper}>
      <h1>Wellbeing Plan</h1>
      <p>
        {name}, {formatDate(today)}
      </p>
      {planSections.map((id) => {
        const text = sectionTextOf(plan.content, id).trim();
        return text === '' ? null : (
          <section key={id}>
            <h2>{planSectionLabels[id]}</h2>
            <p className={styles.paperText}>{text}</p>
          </section>
        );
      })}
      {plan.reviewOn !== null && <p>I look at this again on {formatDate(plan.reviewOn)}.</p>}
    </div>
  );
}
