import { History, Pencil, Trash2 } from 'lucide-react';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import {
  attendanceLabels,
  groupSessionStatusLabels,
  type GroupSession,
} from '@shared/records/group-session/group-session';
import { meetingModeLabels } from '@shared/records/supervision-parts';
import { supervisionThemeLabels } from '@shared/records/supervision-session/supervision-session';
import { groupSupervisionCredit } from '@shared/statistics/supervision';
import { useToday } from '../../../platform';
import { Pairs } from '../../../records/Facts';
import { unknownPerson } from '../../../records/record-words';
import { dateNear } from '../../../records/supervision-words';
import { useChangeRecord } from '../../../records/use-change-record';
import { useNames } from '../../../records/use-names';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useSupervisorNames } from '../../../records/use-supervisors';
import {
  Button,
  Checkbox,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  TextLink,
  useGo,
  type StatusKind,
} from '../../../ui';
import { useRecord, useViewNote, useWholeRecord, type StoredRecord } from '../../../vault';
import { Reading } from '../EditSession';
import { creditWords } from './group-words';
import styles from './groups.module.css';
import { groupCrumbs, NoSitting } from './NoGroup';

type Answer = GroupSession['attendance'][number]['answer'];
const answerKinds = {
  came: 'good',
  apologies: 'later',
  work: 'caution',
  'did-not-come': 'none',
} as const satisfies Record<Answer, StatusKind>;

export function SittingPage(props: { readonly id: string }) {
  const listed = useRecord('group-session', props.id);
  const record = useWholeRecord('group-session', props.id);
  useViewNote('group-session', listed?.id);
  const group = useRecord('reflective-group', listed?.value.groupId);
  const go = useGo();
  const remove = useRemoveWithUndo();
  if (listed === undefined || record === null) return <NoSitting />;
  const { id, value } = listed;
  const back = group === undefined ? '~/supervision/groups' : `~/supervision/groups/${group.id}`;
  return (
    <Page
      title="Sitting of a reflective group"
      docTitle="Sitting of a reflective group"
      lede={formatDateWithWeekday(value.date)}
      crumbs={group === undefined ? groupCrumbs : [...groupCrumbs, { label: group.value.name, href: back }]}
      actions={
        <>
          <LinkButton href={`~/supervision/sittings/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <LinkButton
            href={`~/supervision/sittings/${id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          {record !== undefined && (
            <Button
              variant="quiet"
              icon={<Trash2 aria-hidden="true" />}
              onPress={() =>
                void remove([record], 'Sitting deleted.').then((isRemoved) => {
                  if (isRemoved) go(back);
                })
              }
            >
              Delete
            </Button>
          )}
        </>
      }
    >
      {record === undefined ? (
        <Reading />
      ) : (
        <SittingBody record={record} groupName={group?.value.name ?? ''} back={back} />
      )}
    </Page>
  );
}

function minutesWords({ minutes, plannedMinutes }: GroupSession): string {
  if (minutes === null) return plannedMinutes === null ? '' : `${plannedMinutes} planned`;
  return plannedMinutes === null || plannedMinutes === minutes
    ? String(minutes)
    : `${minutes}, of ${plannedMinutes} planned`;
}

function SittingBody(props: {
  readonly record: StoredRecord<'group-session'>;
  readonly groupName: string;
  readonly back: string;
}) {
  const { record } = props;
  const { value: sitting } = record;
  const today = useToday();
  const nameOf = useNames();
  const leaderName = useSupervisorNames();
  const change = useChangeRecord('group-session', record.id);
  const came = sitting.attendance.filter(({ answer }) => answer === 'came').length;
  const credit =
    sitting.status === 'held' && sitting.minutes !== null
      ? groupSupervisionCredit(sitting.minutes, came)
      : null;
  const setDone = (index: number, isDone: boolean): Promise<boolean> =>
    change((now) => ({
      ...now,
      takeBack: now.takeBack.map((item, each) =>
        each === index ? { ...item, doneOn: isDone ? today : null } : item,
      ),
    }));
  return (
    <>
      <Sheet pad>
        <Pairs
          pairs={[
            [
              'Group',
              props.groupName === '' ? (
                'A group that was deleted'
              ) : (
                <TextLink key="group" href={props.back}>
                  {props.groupName}
                </TextLink>
              ),
            ],
            ['Status', groupSessionStatusLabels[sitting.status]],
            ['Minutes', minutesWords(sitting)],
            ['Counts', credit === null ? '' : `${creditWords(credit)}, for those who came`],
            ['How they met', sitting.mode === null ? '' : meetingModeLabels[sitting.mode]],
            ['Led by', sitting.facilitatorId === null ? '' : (leaderName(sitting.facilitatorId) ?? '')],
            [
              'What came up',
              sitting.themeCounts
                .map(({ theme, count }) => `${supervisionThemeLabels[theme]} ${count}`)
                .join(', '),
            ],
            [
              'How the group worked',
              sitting.processNote === '' ? '' : <span className={styles.prose}>{sitting.processNote}</span>,
            ],
            ['Next time', sitting.nextDate === null ? '' : formatDateWithWeekday(sitting.nextDate)],
          ]}
        />
      </Sheet>
      {sitting.attendance.length > 0 && (
        <Section title={`Who came (${came} of ${sitting.attendance.length})`}>
          <Sheet>
            <RowList aria-label="Who came">
              {sitting.attendance.map(({ personId, answer }) => (
                <Row
                  key={personId}
                  title={nameOf(personId) ?? unknownPerson}
                  status={<Status kind={answerKinds[answer]}>{attendanceLabels[answer]}</Status>}
                />
              ))}
            </RowList>
          </Sheet>
        </Section>
      )}
      {sitting.takeBack.length > 0 && (
        <Section title="Taken back to the service">
          <ul className={styles.takenBack}>
            {sitting.takeBack.map((item, index) => (
              <li key={`${index}${item.text}`}>
                <Checkbox
                  name={`taken${index}`}
                  isSelected={item.doneOn !== null}
                  onChange={(isDone) => void setDone(index, isDone)}
                >
                  {item.text}
                  <span className={styles.detail}>
                    {`The group agreed ${dateNear(item.consentOn, today)}. `}
                    {item.doneOn === null ? 'Not yet answered' : `Answered ${dateNear(item.doneOn, today)}`}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Note kind="plain" title="Who can see this">
        You, on this laptop. Those who belong to the group can ask to see what is written here. What was said
        in the room is not.
      </Note>
    </>
  );
}
