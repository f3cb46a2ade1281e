import { contactOf, everyoneAffected, isContactLogged } from '@shared/event-plans/contacts';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import type { LocalDate } from '@shared/kernel/local-date';
import { type PhaseId, type PlanOutline, phaseLabels } from '@shared/records/event-plan/event-plan';
import { DataTable, VisuallyHidden } from '../../ui';
import { closeWords, ContactState, nameOfAffected } from './ContactRow';
import styles from './incidents.module.css';
import type { People } from './people';

/** Who was asked, in which phase, and what they said. A phase that is still to come is left blank. */
export function PeopleAffected(props: {
  readonly plan: PlanOutline;
  readonly people: People;
  readonly today: LocalDate;
}) {
  const { plan, people, today } = props;
  const everyone = everyoneAffected(plan);
  if (everyone.length === 0)
    return (
      <p className={styles.small}>Nobody is listed yet. Add those who were there, and those who knew them.</p>
    );
  // Phases that have begun, or that somebody has answered already; the rest would be empty columns.
  const isAnswered = (phaseId: PhaseId) =>
    everyone.some(({ person }) => contactOf(person, phaseId).status !== 'not-yet-asked');
  const phases: readonly PhaseId[] = [
    // What was offered on the day itself, where it was noted.
    ...(isAnswered('immediate') ? (['immediate'] as const) : []),
    ...contactPhaseIds.filter(
      (phaseId, index) =>
        index === 0 || phaseWindow(phaseId, plan.occurredOn).from <= today || isAnswered(phaseId),
    ),
  ];
  return (
    <DataTable
      caption="People affected and their answers"
      isCaptionHidden
      columns={[
        { key: 'person', label: 'Person' },
        ...phases.map((id) => ({ key: id, label: phaseLabels[id] })),
      ]}
      rows={everyone.map((each) => ({
        key: each.id,
        cells: [
          <>
            <span className={styles.personName}>{nameOfAffected(each, people)}</span>
            <span className={styles.closenessWords}>{closeWords(each.person)}</span>
          </>,
          ...phases.map((phaseId) =>
            phaseWindow(phaseId, plan.occurredOn).from > today && !isContactLogged(each.person, phaseId) ? (
              <span className={styles.small}>
                –<VisuallyHidden> Still to come</VisuallyHidden>
              </span>
            ) : (
              <ContactState person={each.person} phaseId={phaseId} />
            ),
          ),
        ],
      }))}
    />
  );
}
