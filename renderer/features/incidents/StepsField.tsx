import { useState } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import type { PlanStep } from '@shared/records/event-plan/event-plan';
import { ComboBox, DateField, FormRow, TextField } from '../../ui';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import type { NewPlanValues, StepChange } from './new-plan-values';
import { type People, personOptions } from './people';
import { weekdayWords } from './plan-words';
import { stepGroups } from './step-groups';

export interface StepsFieldProps {
  readonly steps: readonly PlanStep[];
  readonly people: People;
  readonly today: LocalDate;
  readonly value: NewPlanValues['stepChanges'];
  readonly onChange: (value: NewPlanValues['stepChanges']) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** The steps that the template fills in, with who and when to change in place. */
export function StepsField(props: StepsFieldProps) {
  const { steps, people, today, value, onChange, errorOf } = props;
  const [open, setOpen] = useState<string | null>(null);
  const options = personOptions(people, today);
  return (
    <div className={startStyles.stepGroups}>
      {stepGroups(steps, today).map((group) => (
        <section key={group.id}>
          <h2>{group.title}</h2>
          <ul className={startStyles.plainSteps} aria-label={`Steps: ${group.title}`}>
            {group.steps.map((step) => {
              const isOpen = open === step.id || errorOf(`due-${step.id}`) !== undefined;
              const change: StepChange = value[step.id] ?? {
                ownerPersonId: step.ownerPersonId,
                ownerRole: step.ownerRole,
                due: '',
              };
              const set = (part: Partial<StepChange>) => {
                onChange({ ...value, [step.id]: { ...change, ...part } });
              };
              const owner = step.ownerPersonId === null ? step.ownerRole : people.nameOf(step.ownerPersonId);
              return (
                <li key={step.id}>
                  <span className={styles.plainStep}>
                    <span>{step.title}</span>
                    <span className={styles.small}>
                      {[owner, weekdayWords(step.due, today.slice(0, 4)), step.dueAt]
                        .filter((part) => part !== '')
                        .join(', ')}
                    </span>
                  </span>
                  <button
                    type="button"
                    className={styles.textButton}
                    aria-expanded={isOpen}
                    aria-label={`Change who or when: ${step.title}`}
                    onClick={() => {
                      setOpen(isOpen ? null : step.id);
                    }}
                  >
                    Change
                  </button>
                  {isOpen && (
                    <div className={styles.panel}>
                      <FormRow>
                        <ComboBox
                          name={`person-${step.id}`}
                          label="Person"
                          isOptional
                          autoFocus
                          value={change.ownerPersonId}
                          onChange={(picked) => {
                            const person = people.all.find(({ id }) => id === picked);
                            set({ ownerPersonId: person?.id ?? null });
                          }}
                          options={options}
                        />
                        <TextField
                          name={`role-${step.id}`}
                          label="Or a role"
                          isOptional
                          value={change.ownerRole}
                          onChange={(ownerRole) => {
                            set({ ownerRole });
                          }}
                        />
                      </FormRow>
                      <DateField
                        name={`due-${step.id}`}
                        label="By when"
                        isOptional
                        value={change.due}
                        onChange={(due) => {
                          set({ due });
                        }}
                        today={today}
                        error={errorOf(`due-${step.id}`)}
                      />
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
