import { X } from 'lucide-react';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../platform';
import { Button, ComboBox } from '../../ui';
import { useRecords } from '../../vault';
import type { SessionFields } from './session-form';
import styles from './supervision.module.css';

/** One person, or everyone who came to a group. */
export function WhoWith(props: {
  readonly fields: Pick<SessionFields, 'kind' | 'personIds'>;
  readonly isNew: boolean;
  readonly error: string | undefined;
  readonly onChange: (personIds: readonly string[]) => void;
}) {
  const { fields, onChange } = props;
  const people = useRecords('person');
  const today = useToday();
  const isGroup = fields.kind === 'reflective-group';
  const chosen = fields.personIds
    .map((id) => people.find((person) => person.id === id))
    .filter((person) => person !== undefined);
  const options = people
    .filter(
      ({ id, value }) =>
        (isInPost(value, today) || fields.personIds.includes(id)) &&
        !(isGroup && fields.personIds.includes(id)),
    )
    .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));
  return (
    <div>
      <ComboBox
        name="personIds"
        label={isGroup ? 'Who came' : 'Who with'}
        hint={isGroup ? 'Pick each person in turn' : undefined}
        autoFocus={props.isNew}
        // A group gathers people one by one: nobody stays in the box, so that the next can be typed.
        value={isGroup ? null : (fields.personIds[0] ?? null)}
        error={props.error}
        options={options}
        onChange={(id) =>
          onChange(
            id === null ? (isGroup ? fields.personIds : []) : isGroup ? [...fields.personIds, id] : [id],
          )
        }
      />
      {isGroup && chosen.length > 0 && (
        <ul className={styles.chosen} aria-label="People who came">
          {chosen.map(({ id, value }) => (
            <li key={id}>
              {value.name}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Take away ${value.name}`}
                onPress={() => onChange(fields.personIds.filter((each) => each !== id))}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
