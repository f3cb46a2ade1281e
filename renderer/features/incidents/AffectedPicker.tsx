import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { Button, ComboBox, cx, TextField, VisuallyHidden } from '../../ui';
import { AffectedRow } from './AffectedRow';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import type { AffectedChoice, OtherChoice } from './new-plan-values';
import {
  everyoneKey,
  membersOf,
  type People,
  personOptions,
  roleOptions,
  rolePrefix,
  teamOptions,
  teamPrefix,
} from './people';

export interface Affected {
  readonly affected: readonly AffectedChoice[];
  readonly others: readonly OtherChoice[];
}

export interface AffectedPickerProps {
  readonly value: Affected;
  readonly onChange: (value: { affected: AffectedChoice[]; others: OtherChoice[] }) => void;
  readonly people: People;
  readonly today: LocalDate;
  /** In a plan that runs, answers are kept with the check-ins; in a new one they may be noted here. */
  readonly hasSupport: boolean;
}

const unknown = { duty: 'not-known', support: 'not-yet-asked' } as const;

/** Who is touched by it: type, Enter, type, Enter. People, whole teams, or a role with nobody's name. */
export function AffectedPicker(props: AffectedPickerProps) {
  const { value, onChange, people, today, hasSupport } = props;
  const { affected, others } = value;
  const [said, setSaid] = useState('');
  const [picks, setPicks] = useState(0);
  const [line, setLine] = useState('');
  const chosen = useMemo(() => new Set(affected.map(({ personId }) => personId)), [affected]);
  const options = useMemo(
    () => [
      ...personOptions(people, today, chosen),
      ...teamOptions(people, today, chosen),
      ...roleOptions(others.map((other) => other.line)),
    ],
    [people, today, chosen, others],
  );
  const teams = options.filter(({ value: key }) => key.startsWith(teamPrefix));
  const set = (change: Partial<Affected>) => {
    onChange({ affected: [...(change.affected ?? affected)], others: [...(change.others ?? others)] });
  };
  const addOther = (words: string) => {
    const wanted = words.trim().slice(0, 200);
    if (wanted === '') return;
    set({ others: [...others, { line: wanted, closeness: 'knew-them', ...unknown }] });
    setSaid(`${wanted} added`);
    setLine('');
  };
  const add = (picked: string) => {
    if (picked.startsWith(rolePrefix)) {
      addOther(picked.slice(rolePrefix.length));
      return;
    }
    const isTeam = picked.startsWith(teamPrefix);
    const ids = isTeam ? membersOf(people, picked.slice(teamPrefix.length), today) : [picked as RecordId];
    const fresh = ids.filter((id) => !chosen.has(id));
    const closeness = isTeam ? ('wider-team' as const) : ('knew-them' as const);
    set({ affected: [...affected, ...fresh.map((personId) => ({ personId, closeness, ...unknown }))] });
    const [only] = fresh;
    setSaid(
      fresh.length === 1 && only !== undefined
        ? `${people.nameOf(only)} added`
        : `${fresh.length} people added`,
    );
  };

  return (
    <div className={startStyles.picker}>
      <ComboBox
        // A new box after each pick: empty, shut, and with the focus in it for the next name.
        key={picks}
        autoFocus={picks > 0}
        name="affected"
        label="Add a person or a team"
        hint="On or off duty, or a role. Think of volunteers, reception, cleaners, and people who have left."
        value={null}
        onChange={(picked) => {
          if (picked === null) return;
          setPicks(picks + 1);
          add(picked);
        }}
        options={options}
      />
      {teams.length > 0 && (
        <div className={styles.guardButtons}>
          {teams.slice(0, 3).map((team) => (
            <Button
              key={team.value}
              size="small"
              onPress={() => {
                add(team.value);
              }}
            >
              {team.value === everyoneKey
                ? 'Add everyone'
                : `Add everyone${team.label.slice('Everyone'.length)}`}
            </Button>
          ))}
        </div>
      )}
      <div className={cx(styles.addLine, startStyles.otherLine)}>
        <TextField
          name="other"
          label="Somebody who is not on the list, by role"
          hint="For example: agency cleaner. No name is needed."
          isOptional
          value={line}
          onChange={setLine}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || line.trim() === '') return;
            event.preventDefault();
            addOther(line);
          }}
        />
        <Button
          onPress={() => {
            addOther(line);
          }}
        >
          Add role
        </Button>
      </div>
      <span role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </span>
      {affected.length + others.length > 0 && (
        <ul className={startStyles.chosen} aria-label="People affected">
          {affected.map((each, index) => (
            <AffectedRow
              key={each.personId}
              name={people.nameOf(each.personId)}
              detail={people.roleOf(each.personId)}
              value={each}
              hasSupport={hasSupport}
              onChange={(change) => {
                set({ affected: affected.map((one, at) => (at === index ? { ...one, ...change } : one)) });
              }}
              onRemove={() => {
                set({ affected: affected.filter((one) => one.personId !== each.personId) });
                setSaid(`${people.nameOf(each.personId)} taken off the list`);
              }}
            />
          ))}
          {others.map((each, index) => (
            <AffectedRow
              key={each.id ?? `new-${index}`}
              name={each.line}
              detail="By role"
              value={each}
              hasSupport={hasSupport}
              onChange={(change) => {
                set({ others: others.map((one, at) => (at === index ? { ...one, ...change } : one)) });
              }}
              onRemove={() => {
                set({ others: others.filter((_, at) => at !== index) });
                setSaid(`${each.line} taken off the list`);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
