import { History, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { addMonths, formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import { creditOf, groupSummary, sittingsOf, type Sitting } from '@shared/groups/sittings';
import { groupSessionStatusLabels } from '@shared/records/group-session/group-session';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import { meetingModeLabels } from '@shared/records/supervision-parts';
import {
  supervisionStatusLabels,
  supervisionThemeLabels,
} from '@shared/records/supervision-session/supervision-session';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { Pairs } from '../../../records/Facts';
import { dateNear, rhythmWords } from '../../../records/supervision-words';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useSupervisorNames } from '../../../records/use-supervisors';
import {
  Button,
  Columns,
  DataTable,
  Figure,
  FigureRow,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  useGo,
  useToast,
} from '../../../ui';
import { useRecord, useRecords, useVault, useViewNote, type StoredRecord } from '../../../vault';
import { cameWords, creditWords, nextSitting, placeWords } from './group-words';
import styles from './groups.module.css';
import { groupCrumbs, NoGroup } from './NoGroup';
import { Roster } from './Roster';

const shownAtFirst = 10;

function ledeOf(group: ReflectiveGroup): string {
  return [
    `${rhythmWords(group.intervalDays)}, ${group.minutes} minutes.`,
    group.membership === 'open' ? 'Open.' : 'Closed while it runs.',
    group.isTimeProtected ? 'The time is protected.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function SittingRows(props: {
  readonly record: StoredRecord<'reflective-group'>;
  readonly sittings: readonly Sitting[];
}) {
  const { record } = props;
  const ownSittings = useRecords('group-session');
  const statusOf = (each: Sitting): string => {
    const own = ownSittings.find(({ id }) => id === each.id);
    if (own !== undefined) return groupSessionStatusLabels[own.value.status];
    return each.isHeld
      ? supervisionStatusLabels.held
      : supervisionStatusLabels[each.isCancelledByService ? 'cancelled-by-service' : 'cancelled-by-person'];
  };
  const own = new Set(ownSittings.map(({ id }) => id));
  const [shown, setShown] = useState(shownAtFirst);
  return (
    <>
      <Sheet>
        <RowList aria-label="Sittings, newest first">
          {props.sittings.slice(0, shown).map((each) => (
            <Row
              key={each.id}
              href={own.has(each.id) ? `~/supervision/sittings/${each.id}` : `~/supervision/${each.id}`}
              title={formatDateWithWeekday(each.date)}
              detail={
                each.isHeld
                  ? [
                      cameWords(record.value, each.date, each.came.length),
                      each.minutes === null ? '' : `${each.minutes} minutes`,
                      each.creditMinutes === null ? '' : `counts ${creditWords(each.creditMinutes)}`,
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')
                  : undefined
              }
              status={<Status kind={each.isHeld ? 'good' : 'none'}>{statusOf(each)}</Status>}
            />
          ))}
        </RowList>
      </Sheet>
      {props.sittings.length > shown && (
        <Button onPress={() => setShown(shown + shownAtFirst)}>
          {`Show ${Math.min(shownAtFirst, props.sittings.length - shown)} more`}
        </Button>
      )}
      <p className={styles.small}>
        Of the time of a sitting, up to four people may each count half, five and more an equal share.
      </p>
    </>
  );
}

export function GroupPage(props: { readonly id: string }) {
  const record = useRecord('reflective-group', props.id);
  useViewNote('reflective-group', record?.id);
  const today = useToday();
  const sessions = useRecords('supervision-session');
  const groupSessions = useRecords('group-session');
  const leaderName = useSupervisorNames();
  const vault = useVault();
  const toast = useToast();
  const go = useGo();
  const remove = useRemoveWithUndo();
  const sittings = useMemo(
    () =>
      sittingsOf(sessions, groupSessions)
        .filter(({ groupId }) => groupId === props.id)
        .sort((left, right) => (left.date < right.date ? 1 : -1)),
    [sessions, groupSessions, props.id],
  );
  if (record === undefined) return <NoGroup />;
  const { id, value: group } = record;
  const yearAgo = addMonths(today, -12);
  const summary = groupSummary(id, group, groupSessions, yearAgo, today);
  const place = placeWords(group, summary, today);
  const next = nextSitting(id, group, groupSessions, today);
  const { attendance } = summary;
  const led = group.facilitatorId === null ? null : leaderName(group.facilitatorId);

  const onDelete = async (): Promise<void> => {
    // What comes back with an undo is all that was taken away, so the sittings are read whole first.
    const ids = groupSessions.filter(({ value }) => value.groupId === id).map((each) => each.id);
    const whole = ids.length === 0 ? null : await vault.whole('group-session', ids);
    if (whole !== null && !whole.ok) {
      toast({ text: errorText(whole.error) });
      return;
    }
    const done = ids.length === 0 ? 'Group deleted.' : 'Group and its sittings deleted.';
    if (await remove([record, ...(whole?.value ?? [])], done)) go('~/supervision/groups');
  };

  return (
    <Page
      title={group.name}
      docTitle="Reflective group"
      lede={ledeOf(group)}
      crumbs={groupCrumbs}
      actions={
        <>
          <LinkButton href={`~/supervision/groups/${id}/sitting`} variant="primary">
            Record a sitting
          </LinkButton>
          <LinkButton href={`~/supervision/groups/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <LinkButton
            href={`~/supervision/groups/${id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onPress={() => void onDelete()}>
            Delete
          </Button>
        </>
      }
    >
      <FigureRow>
        <Figure
          label="Members"
          value={`${summary.members} of ${group.maxSize}`}
          detail={<Status kind={place.kind}>{place.words}</Status>}
        />
        <Figure
          label="Next sitting"
          value={next === null ? '–' : dateNear(next.date, today)}
          detail={nextDetail(next, today)}
        />
        <Figure
          label={summary.keptAwayByWork === 0 ? 'Came' : `Came (work kept ${summary.keptAwayByWork} away)`}
          value={attendance.rate === null ? '–' : `${Math.round(attendance.rate * 100)}%`}
          detail={`${attendance.part} of ${attendance.whole} in 12 months`}
        />
        <Figure
          label="Sittings held in 12 months"
          value={summary.held}
          detail={
            summary.cancelledByService === 0
              ? undefined
              : `${summary.cancelledByService} cancelled by the service`
          }
        />
      </FigureRow>
      {!group.isTimeProtected && (
        <Note kind="caution" title="The time is not protected">
          Nobody covers while the group meets, so work comes first. Cover is what keeps a group alive.
        </Note>
      )}
      {led === null && (
        <Note kind="caution" title="Nobody leads it">
          Name somebody from outside the team, if you can.
        </Note>
      )}
      <Columns
        main={
          <div className={styles.part}>
            <Section title="Sittings">
              {sittings.length === 0 ? (
                <>
                  <p className={styles.small}>It has not met yet.</p>
                  <LinkButton href={`~/supervision/groups/${id}/sitting`} size="small">
                    Record the first sitting
                  </LinkButton>
                </>
              ) : (
                <SittingRows record={record} sittings={sittings} />
              )}
            </Section>
            {summary.themes.length > 0 && (
              <Section title="What came up, as counts">
                <Sheet>
                  <DataTable
                    caption="What came up in 12 months, as counts"
                    isCaptionHidden
                    columns={[
                      { key: 'theme', label: 'Theme' },
                      { key: 'count', label: 'Times', align: 'right' },
                    ]}
                    rows={summary.themes.map(({ theme, count }) => ({
                      key: theme,
                      cells: [supervisionThemeLabels[theme], count],
                    }))}
                  />
                </Sheet>
                <p className={styles.small}>
                  Of the group as a whole, over 12 months. Of nobody in particular.
                </p>
              </Section>
            )}
          </div>
        }
        side={
          <div className={styles.part}>
            <Roster
              record={record}
              today={today}
              creditOf={(personId: RecordId) => creditOf(sittings, personId, yearAgo, today)}
            />
            <Section title="About the group">
              <Pairs
                pairs={[
                  ['Led by', led ?? ''],
                  [
                    'Where',
                    [group.mode === null ? '' : meetingModeLabels[group.mode], group.place]
                      .filter((part) => part !== '')
                      .join(', '),
                  ],
                  ['Size', `${group.minSize} to ${group.maxSize} people`],
                  ['For', group.purpose === '' ? '' : <span className={styles.prose}>{group.purpose}</span>],
                  [
                    'Ground rules',
                    group.groundRules === '' ? '' : <span className={styles.prose}>{group.groundRules}</span>,
                  ],
                  ['From', dateNear(group.startedOn, today)],
                  ['Ended', group.endedOn === null ? '' : dateNear(group.endedOn, today)],
                ]}
              />
            </Section>
          </div>
        }
      />
    </Page>
  );
}

function nextDetail(next: ReturnType<typeof nextSitting>, today: LocalDate): string {
  if (next === null) return 'The group has ended';
  if (next.date < today) return 'Was due';
  return next.isSet ? 'Set by the group' : 'From the rhythm';
}
