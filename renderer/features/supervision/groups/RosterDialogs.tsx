import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { membersOn } from '@shared/groups/sittings';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import { isInPost } from '@shared/supervision/coverage';
import { Button, ComboBox, DateField, Dialog, Form, FormActions, Note, type FormProblem } from '../../../ui';
import { useRecords } from '../../../vault';

const unreadable = 'Type a day like today, 5 jan or 05/01/2026';

export function JoinDialog(props: {
  readonly what: 'join' | 'wait';
  readonly group: ReflectiveGroup;
  readonly today: LocalDate;
  readonly onClose: () => void;
  readonly onJoin: (personId: RecordId, on: LocalDate) => void;
}) {
  const { what, group, today } = props;
  const people = useRecords('person');
  const [personId, setPersonId] = useState<string | null>(null);
  const [on, setOn] = useState('today');
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const members = new Set<string>(membersOn(group, today));
  const waiting = new Set<string>(group.waiting.map((entry) => entry.personId));
  const isFull = members.size >= group.maxSize;
  const errorOf = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const save = (): void => {
    const day = parseDateText(on, today);
    const problems: FormProblem[] = [];
    if (personId === null)
      problems.push({
        field: 'personId',
        message: what === 'join' ? 'Choose who joins' : 'Choose who waits',
      });
    if (day === null) problems.push({ field: 'on', message: unreadable });
    setErrors(problems);
    if (personId !== null && isRecordId(personId) && day !== null) props.onJoin(personId, day);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      title={what === 'join' ? 'Add a member' : 'Add to the waiting list'}
      actions={null}
    >
      <Form onSubmit={save} errors={errors} aria-label={what === 'join' ? 'Add a member' : 'Waiting list'}>
        {what === 'join' && (isFull || group.membership === 'closed') && (
          <Note kind="plain">
            {isFull
              ? `It holds ${group.maxSize}. Add somebody when the group agrees.`
              : 'It is closed while it runs. Add somebody when the group agrees.'}
          </Note>
        )}
        <ComboBox
          name="personId"
          label="Who"
          autoFocus
          value={personId}
          error={errorOf('personId')}
          options={people
            .filter(
              ({ id, value }) =>
                isInPost(value, today) && !members.has(id) && (what === 'join' || !waiting.has(id)),
            )
            .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
            .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'))}
          onChange={setPersonId}
        />
        <DateField
          name="on"
          label={what === 'join' ? 'First day in the group' : 'Waits since'}
          value={on}
          error={errorOf('on')}
          today={today}
          onChange={setOn}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {what === 'join' ? 'Add member' : 'Add to the list'}
          </Button>
          <Button variant="quiet" onPress={props.onClose}>
            Not now
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

type Entry = Pick<ReflectiveGroup['roster'][number], 'joinedOn' | 'leftOn'>;

/** The days of one membership. Null: it was a mistake, and nobody was a member. */
export function MemberDialog(props: {
  readonly name: string;
  readonly entry: Entry;
  readonly today: LocalDate;
  readonly onClose: () => void;
  readonly onSave: (entry: Entry | null) => void;
}) {
  const { entry, today } = props;
  const [joined, setJoined] = useState(formatDate(entry.joinedOn));
  const [left, setLeft] = useState(entry.leftOn === null ? '' : formatDate(entry.leftOn));
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const errorOf = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const save = (): void => {
    const joinedOn = parseDateText(joined, today);
    const isStaying = left.trim() === '';
    const leftOn = isStaying ? null : parseDateText(left, today);
    const problems: FormProblem[] = [];
    if (joinedOn === null) problems.push({ field: 'joinedOn', message: unreadable });
    if (!isStaying && leftOn === null) problems.push({ field: 'leftOn', message: unreadable });
    if (joinedOn !== null && leftOn !== null && leftOn < joinedOn)
      problems.push({ field: 'leftOn', message: 'The last day is before the first day' });
    setErrors(problems);
    if (joinedOn !== null && problems.length === 0) props.onSave({ joinedOn, leftOn });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      title={props.name}
      actions={null}
    >
      <Form onSubmit={save} errors={errors} aria-label="Days in the group">
        <DateField
          name="joinedOn"
          label="First day in the group"
          value={joined}
          error={errorOf('joinedOn')}
          today={today}
          onChange={setJoined}
        />
        <DateField
          name="leftOn"
          label="Last day in the group"
          hint="Leave it empty while they belong to it."
          isOptional
          autoFocus
          value={left}
          error={errorOf('leftOn')}
          today={today}
          onChange={setLeft}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Save days
          </Button>
          <Button variant="quiet" onPress={props.onClose}>
            Not now
          </Button>
          <Button variant="quiet" onPress={() => props.onSave(null)}>
            Never a member: take off
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
