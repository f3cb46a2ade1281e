import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { closenesses, closenessLabels } from '@shared/records/event-plan/event-plan';
import { Button, ComboBox, VisuallyHidden } from '../../ui';
import styles from './incidents.module.css';
import type { AffectedChoice } from './new-plan-values';
import { membersOf, type People, personOptions, teamOptions, teamPrefix } from './people';

export interface AffectedPickerProps {
  readonly value: readonly AffectedChoice[];
  readonly onChange: (value: AffectedChoice[]) => void;
  readonly people: People;
  readonly today: LocalDate;
}

/** Who is touched by it: type, Enter, type, Enter. How close each was is a choice beside the name. */
export function AffectedPicker(props: AffectedPickerProps) {
  const { value, onChange, people, today } = props;
  const [said, setSaid] = useState('');
  const [picks, setPicks] = useState(0);
  const chosen = new Set(value.map(({ personId }) => personId));
  const options = [...personOptions(people, today, chosen), ...teamOptions(people, today, chosen)];

  const add = (picked: string) => {
    setPicks(picks + 1);
    const isTeam = picked.startsWith(teamPrefix);
    const ids = isTeam ? membersOf(people, picked.slice(teamPrefix.length), today) : [picked as RecordId];
    const fresh = ids.filter((id) => !chosen.has(id));
    onChange([
      ...value,
      ...fresh.map((personId) => ({
        personId,
        closeness: isTeam ? ('wider-team' as const) : ('knew-them' as const),
      })),
    ]);
    setSaid(
      fresh.length === 1 && fresh[0] !== undefined
        ? `${people.nameOf(fresh[0])} added`
        : `${fresh.length} people added`,
    );
  };

  return (
    <div className={styles.picker}>
      <ComboBox
        // A new box after each pick: empty, shut, and with the focus in it for the next name.
        key={picks}
        autoFocus={picks > 0}
        name="affected"
        label="Add a person or a team"
        hint="On or off duty. Think of volunteers, reception, cleaners, and people who have left."
        value={null}
        onChange={(picked) => {
          if (picked !== null) add(picked);
        }}
        options={options}
      />
      <span role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </span>
      {value.length > 0 && (
        <ul className={styles.chosen} aria-label="People affected">
          {value.map(({ personId, closeness }, index) => {
            const name = people.nameOf(personId);
            return (
              <li key={personId}>
                <span className={styles.chosenName}>
                  <b>{name}</b>
                  <span className={styles.small}>{people.roleOf(personId)}</span>
                </span>
                <span className={styles.closeness}>
                  <select
                    aria-label={`How close ${name} was`}
                    value={closeness}
                    onChange={(event) => {
                      const next = closenesses.find((each) => each === event.target.value) ?? closeness;
                      onChange(
                        value.map((each, place) => (place === index ? { ...each, closeness: next } : each)),
                      );
                    }}
                  >
                    {closenesses.map((each) => (
                      <option key={each} value={each}>
                        {closenessLabels[each]}
                      </option>
                    ))}
                  </select>
                  <ChevronDown aria-hidden="true" />
                </span>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Take ${name} off the list`}
                  onPress={() => {
                    onChange(value.filter((each) => each.personId !== personId));
                    setSaid(`${name} taken off the list`);
                  }}
                >
                  <X aria-hidden="true" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
