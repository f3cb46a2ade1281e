/** Who came, name by name: Tab goes from one to the next, the arrow keys choose. */
import type { RecordId } from '@shared/kernel/ids';
import { attendances, type GroupSession } from '@shared/records/group-session/group-session';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { Button, ComboBox, Section, Segmented } from '../../../ui';
import { useRecords } from '../../../vault';
import styles from './groups.module.css';
import { attendanceField, saidFor, say } from './sitting-form';

/** Short, so that all four stand in one line. */
const answerWords = {
  came: 'Came',
  apologies: 'Apologies',
  work: 'Work',
  'did-not-come': 'Did not come',
} as const satisfies Record<GroupSession['attendance'][number]['answer'], string>;

export interface AttendanceProps {
  readonly asked: readonly RecordId[];
  readonly attendance: readonly string[];
  readonly nameOf: (id: RecordId) => string;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (attendance: readonly string[]) => void;
}

export function Attendance(props: AttendanceProps) {
  const { asked, attendance, nameOf, onChange } = props;
  const people = useRecords('person');
  const today = useToday();
  const sorted = [...asked].sort((left, right) => nameOf(left).localeCompare(nameOf(right), 'en-GB'));
  const open = asked.filter((id) => saidFor(attendance, id) === '');
  const known = new Set<string>(asked);
  return (
    <Section
      title="Who came"
      action={
        open.length > 0 ? (
          <Button
            size="small"
            variant="quiet"
            onPress={() =>
              onChange(open.reduce<readonly string[]>((list, id) => say(list, id, 'came'), attendance))
            }
          >
            {open.length === asked.length ? 'Everyone came' : 'Everyone else came'}
          </Button>
        ) : undefined
      }
    >
      <p className={styles.small}>
        “Work” means kept away by the work itself: for the service to look at, not for the person to explain.
      </p>
      {asked.length > 0 && (
        <ul className={styles.attendance}>
          {sorted.map((id) => (
            <li key={id}>
              <Segmented
                name={attendanceField(id)}
                label={nameOf(id)}
                value={saidFor(attendance, id)}
                error={props.error(attendanceField(id))}
                onChange={(answer) => onChange(say(attendance, id, answer))}
                options={attendances.map((value) => ({ value, label: answerWords[value] }))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.other}>
        <ComboBox
          name="other"
          label={asked.length === 0 ? 'Who came' : 'Somebody else who came'}
          hint={
            asked.length === 0 ? 'The group has no members on this day. Pick each person in turn.' : undefined
          }
          isOptional
          value={null}
          error={props.error('attendance')}
          options={people
            .filter(({ id, value }) => isInPost(value, today) && !known.has(id))
            .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
            .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'))}
          onChange={(id) => {
            if (id !== null) onChange(say(attendance, id, 'came'));
          }}
        />
      </div>
    </Section>
  );
}
