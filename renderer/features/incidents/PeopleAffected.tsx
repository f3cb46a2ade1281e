import { isContactLogged } from '@shared/event-plans/contacts';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import type { LocalDate } from '@shared/kernel/local-date';
import { closenessLabels, type EventPlan, phaseLabels } from '@shared/records/event-plan/event-plan';
import { DataTable, VisuallyHidden } from '../../ui';
import { ContactState } from './ContactRow';
import styles from './incidents.module.css';
import type { People } from './people';

/** Who was asked, in which phase, and what they said. A phase that is still to come is left blank. */
export function PeopleAffected(props: {
  readonly plan: EventPlan;
  readonly people: People;
  readonly today: LocalDate;
}) {
  const { plan, people, today } = props;
  if (plan.affected.length === 0)
    return (
      <p className={styles.small}>Nobody is listed yet. Add those who were there, and those who knew them.</p>
    );
  // Phases that have begun, or that somebody has answered already; the rest would be empty columns.
  const phases = contactPhaseIds.filter(
    (phaseId, index) =>
      index === 0 ||
      phaseWindow(phaseId, plan.occurredOn).from <= today ||
      plan.affected.some((person) => isContactLogged(person, phaseId)),
  );
  return (
    <DataTable
      caption="People affected and their answers"
      isCaptionHidden
      columns={[
        { key: 'person', label: 'Person' },
        ...phases.map((id) => ({ key: id, label: phaseLabels[id] })),
      ]}
      rows={plan.affected.map((person) => ({
        key: person.personId,
        cells: [
          <>
            <span className={styles.personName}>{people.nameOf(person.personId)}</span>
            <span className={styles.closenessWords}>{closenessLabels[person.closeness]}</span>
          </>,
          ...phases.map((phaseId) =>
            phaseWindow(phaseId, plan.occurredOn).from > today && !isContactLogged(person, phaseId) ? (
              <span className={styles.small}>
                –<VisuallyHidden> Still to come</VisuallyHidden>
              </span>
            ) : (
              <ContactState person={person} phaseId={phaseId} />
            ),
          ),
        ],
      }))}
    />
  );
}
