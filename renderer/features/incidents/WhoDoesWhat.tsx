import type { LocalDate } from '@shared/kernel/local-date';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { ComboBox, FormRow, TextField } from '../../ui';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import { type NewPlanValues, rolesOf } from './new-plan-values';
import { type People, personOptions } from './people';
import { countWords } from './plan-words';
import { isOnWeekend } from './step-groups';
import { StepsField } from './StepsField';

export interface WhoDoesWhatProps {
  readonly sketch: EventPlan;
  readonly roles: readonly { readonly ownerRole: string }[];
  readonly values: NewPlanValues;
  readonly set: (change: Partial<NewPlanValues>) => void;
  readonly errorOf: (field: string) => string | undefined;
  readonly people: People;
  readonly today: LocalDate;
}

/** Who is on call where a weekend is near; and, for those who have the time, who and when of every step. */
export function WhoDoesWhat(props: WhoDoesWhatProps) {
  const { sketch, roles, values, set, errorOf, people, today } = props;
  const options = personOptions(people, today);
  const weekend = sketch.steps.filter((step) => isOnWeekend(step, today)).length;
  const personOf = (picked: string | null) => people.all.find(({ id }) => id === picked)?.id ?? null;
  const hasProblem = sketch.steps.some(({ id }) => errorOf(`due-${id}`) !== undefined);
  return (
    <>
      {weekend > 0 && values.eventType !== '' && (
        <fieldset className={startStyles.group}>
          <legend>Who is on call this weekend?</legend>
          <p className={styles.small}>
            {countWords(weekend, 'step falls', 'steps fall')} on it. You can leave this for now.
          </p>
          <FormRow>
            <ComboBox
              name="onCallPersonId"
              label="Person on call"
              isOptional
              value={values.onCallPersonId}
              onChange={(picked) => {
                set({ onCallPersonId: personOf(picked) });
              }}
              options={options}
            />
            <TextField
              name="onCallRole"
              label="Or a role on call"
              isOptional
              value={values.onCallRole}
              onChange={(onCallRole) => {
                set({ onCallRole });
              }}
            />
          </FormRow>
        </fieldset>
      )}
      <details className={styles.more} open={hasProblem ? true : undefined}>
        <summary>Change who does what, and when</summary>
        <div className={startStyles.owners}>
          {rolesOf(roles).map((role) => (
            <ComboBox
              key={role}
              name={`owner-${role}`}
              label={role}
              isOptional
              value={values.owners[role] ?? null}
              onChange={(picked) => {
                const others = Object.entries(values.owners).filter(([each]) => each !== role);
                const person = personOf(picked);
                set({ owners: Object.fromEntries(person === null ? others : [...others, [role, person]]) });
              }}
              options={options}
            />
          ))}
        </div>
        {values.eventType !== '' && (
          <StepsField
            steps={sketch.steps}
            people={people}
            today={today}
            value={values.stepChanges}
            onChange={(stepChanges) => {
              set({ stepChanges });
            }}
            errorOf={errorOf}
          />
        )}
      </details>
    </>
  );
}
