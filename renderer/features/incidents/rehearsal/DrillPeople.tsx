import type { MadeUpPerson } from '@shared/event-plans/rehearsal';
import { closenesses, closenessLabels, dutyLabels, dutyStates } from '@shared/records/event-plan/event-plan';
import { Checkbox, Select } from '../../../ui';
import type { DrillPerson } from './drill-values';
import styles from './rehearsal.module.css';

/** The made-up list. Who of them is touched by it, and how, is the drill. */
export function DrillPeople(props: {
  readonly people: readonly MadeUpPerson[];
  readonly value: readonly DrillPerson[];
  readonly onChange: (value: DrillPerson[]) => void;
}) {
  const { people, value, onChange } = props;
  return (
    <ul className={styles.people} aria-label="Made-up people">
      {people.map(({ id, name }) => {
        const chosen = value.find(({ personId }) => personId === id);
        const change = (part: Partial<DrillPerson>): void => {
          onChange(value.map((each) => (each.personId === id ? { ...each, ...part } : each)));
        };
        return (
          <li key={id}>
            <Checkbox
              name={`affected-${id}`}
              isSelected={chosen !== undefined}
              onChange={(isSelected) => {
                const others = value.filter(({ personId }) => personId !== id);
                onChange(
                  isSelected
                    ? [...others, { personId: id, closeness: 'knew-them', duty: 'not-known' }]
                    : others,
                );
              }}
            >
              {name}
            </Checkbox>
            {chosen !== undefined && (
              <div className={styles.choices}>
                <Select
                  name={`closeness-${id}`}
                  label={`How close: ${name}`}
                  width="full"
                  value={chosen.closeness}
                  onChange={(text) => {
                    change({ closeness: closenesses.find((each) => each === text) ?? chosen.closeness });
                  }}
                  options={closenesses.map((each) => ({ value: each, label: closenessLabels[each] }))}
                />
                <Select
                  name={`duty-${id}`}
                  label={`On duty or not: ${name}`}
                  width="full"
                  value={chosen.duty}
                  onChange={(text) => {
                    change({ duty: dutyStates.find((each) => each === text) ?? chosen.duty });
                  }}
                  options={dutyStates.map((each) => ({ value: each, label: dutyLabels[each] }))}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
