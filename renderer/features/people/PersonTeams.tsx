/** Asked only when somebody's team changes, and what teams they were in before. */
import type { LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import { Button, DateField, FormRow, Section, Segmented, TextField } from '../../ui';
import { lineField, without, withText } from './form-lines';
import { isTeamChanged } from './person-teams';
import { textOf, type PersonPartProps } from './PersonWork';
import styles from './people.module.css';

interface Props extends PersonPartProps {
  readonly before: Person | null;
  readonly today: LocalDate;
}

/** Moves count as leaving one team and starting in another; a name put right counts as nothing. */
export function TeamChange(props: Props) {
  const { fields, set, before, today } = props;
  if (before === null || !isTeamChanged(fields, before)) return null;
  return (
    <FormRow>
      <Segmented
        name="teamChange"
        label={`The team was ${before.team}`}
        value={fields.teamChange}
        onChange={(teamChange) => {
          set({ teamChange });
        }}
        options={[
          { value: 'moved', label: 'They moved' },
          { value: 'misspelt', label: 'It was only misspelt' },
        ]}
      />
      {fields.teamChange === 'moved' && (
        <DateField
          {...textOf(props, 'teamSince')}
          label={fields.team.trim() === '' ? 'In no team since' : 'In this team since'}
          hint="Figures by team follow this day"
          today={today}
        />
      )}
    </FormRow>
  );
}

export function TeamsBefore(props: Props) {
  const { fields, set, errorOf, today } = props;
  if (fields.teamBefore.length === 0) return null;
  return (
    <Section title="Teams before">
      <div className={styles.stack}>
        {fields.teamBefore.map((team, index) => (
          <div key={index} className={styles.line} role="group" aria-label={`Earlier team ${index + 1}`}>
            <TextField
              name={lineField('teamBefore', index)}
              label="Team then"
              isOptional
              value={team}
              error={errorOf(lineField('teamBefore', index))}
              onChange={(text) => {
                set({ teamBefore: withText(fields.teamBefore, index, text) });
              }}
            />
            <DateField
              name={lineField('teamBeforeLast', index)}
              label="Last day in it"
              value={fields.teamBeforeLast[index] ?? ''}
              error={errorOf(lineField('teamBeforeLast', index))}
              today={today}
              onChange={(text) => {
                set({ teamBeforeLast: withText(fields.teamBeforeLast, index, text) });
              }}
            />
            <Button
              variant="quiet"
              size="small"
              aria-label={`Take away earlier team ${index + 1}`}
              onPress={() => {
                set({
                  teamBefore: without(fields.teamBefore, index),
                  teamBeforeLast: without(fields.teamBeforeLast, index),
                });
              }}
            >
              Take away
            </Button>
          </div>
        ))}
      </div>
    </Section>
  );
}
