import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import {
  type FromTemplate,
  phaseIds,
  phaseLabels,
  type PlanOutline,
} from '@shared/records/event-plan/event-plan';
import { cx } from '../../ui';
import styles from './paper.module.css';
import { affectedLines, avoidLines, densityOf, type PageChoice, pageLines, pagePhases } from './page-lines';
import type { People } from './people';
import { countWords, weekdayWords, windowWords } from './plan-words';

export interface PlanSheetProps {
  readonly plan: PlanOutline;
  readonly avoid: FromTemplate['avoid'];
  readonly people: People;
  readonly choice: PageChoice;
}

/** The first 72 hours on one A4 page. */
export function PlanSheet(props: PlanSheetProps) {
  const { plan, avoid, people, choice } = props;
  const year = plan.occurredOn.slice(0, 4);
  const affected = affectedLines(plan, choice, people.nameOf);
  const phases = pagePhases.map((id) => ({ id, lines: pageLines(plan, id, choice, people.nameOf) }));
  const toAvoid = avoidLines(avoid, choice);
  const steps = phases.reduce((count, { lines }) => count + lines.length, 0);
  const density = densityOf(steps, affected?.length ?? 0);
  let left = density.lines;
  return (
    <div className={cx(styles.paper, density.isSmall && styles.paperSmall)}>
      <h1>Incident plan: the first 72 hours</h1>
      <p>
        {formatDateWithWeekday(plan.occurredOn)}
        {plan.occurredAt !== '' && `, ${plan.occurredAt}`}
      </p>
      {phases.map(({ id, lines }) => {
        const shown = lines.slice(0, left);
        left -= shown.length;
        return (
          <section key={id}>
            <h2>
              {phaseLabels[id]}, {windowWords(phaseWindow(id, plan.occurredOn), plan.occurredOn)}
            </h2>
            <ul className={styles.paperSteps}>
              {shown.map((line) => (
                <li key={line.id}>
                  <span className={styles.paperBox}>{line.isDone && '✓'}</span>
                  <span>
                    <b>{line.title}</b>
                    {density.hasDetail && line.detail !== '' && ` ${line.detail}`}
                  </span>
                  <span>{line.owner}</span>
                  <span>
                    {weekdayWords(line.due, year)}
                    {line.dueAt !== '' && `, ${line.dueAt}`}
                  </span>
                </li>
              ))}
            </ul>
            {shown.length < lines.length && (
              <p>{countWords(lines.length - shown.length, 'more step is', 'more steps are')} in Steading.</p>
            )}
          </section>
        );
      })}
      <section>
        <h2>People affected</h2>
        {affected === null ? (
          <p>Who was affected, and how closely, is kept in Steading.</p>
        ) : (
          <>
            <ul className={styles.paperPeople}>
              {affected.slice(0, density.people).map(({ id, words }) => (
                <li key={id}>{words}</li>
              ))}
            </ul>
            {affected.length > density.people && (
              <p>{countWords(affected.length - density.people, 'more is', 'more are')} in Steading.</p>
            )}
          </>
        )}
      </section>
      <section>
        <h2>Later</h2>
        <p>
          {phaseIds
            .filter((id) => id !== 'immediate' && id !== 'hours-24-72')
            .map(
              (id) => `${phaseLabels[id]}: ${windowWords(phaseWindow(id, plan.occurredOn), plan.occurredOn)}`,
            )
            .join('. ')}
          . {countWords(contactPhaseIds.length, 'check-in', 'check-ins')} with each person.
        </p>
      </section>
      {toAvoid.length > 0 && (
        <section>
          <h2>Avoid</h2>
          <p>{toAvoid.join('. ')}.</p>
        </section>
      )}
    </div>
  );
}
