import {
  CalendarClock,
  Coffee,
  Copy,
  FileUp,
  LifeBuoy,
  MessagesSquare,
  Pencil,
  Sprout,
  SquareCheckBig,
  UserPlus,
  UsersRound,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  addDays,
  formatDateShort,
  formatDateWithWeekday,
  isoWeekday,
  type LocalDate,
} from '@shared/kernel/local-date';
import { dayOfInstant, useFormatTime, useToday } from '../../platform';
import {
  Button,
  Columns,
  cx,
  LinkButton,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  TextLink,
} from '../../ui';
import { ProvenLine } from '../../records/ProvenLine';
import { useServiceInterval } from '../../records/use-coverage';
import { useMeasures } from '../../records/use-measures';
import { useReminderNames } from '../../records/use-reminder-names';
import { useReminders } from '../../records/use-reminders';
import { useRecords, useVault, type StoredRecord } from '../../vault';
import { datedEntries, datedNeeds, inOrder } from './dated-needs';
import { draftHref, draftsToCarryOn, draftWords } from './drafts';
import { needsToday, weekEntries, type Need, type WeekEntry } from './needs';
import { roundNeeds } from './round-needs';
import { serviceNeeds } from './service-needs';
import { teamTrend } from './team-trend';
import styles from './today.module.css';

const shownNeeds = 5;
/** With a draft above, so that the page still fits without scrolling. */
const shownNeedsBesideDraft = 4;
const shownDrafts = 2;

export function TodayPlace() {
  const today = useToday();
  const vault = useVault();
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const absences = useRecords('absence');
  const plans = useRecords('event-plan');
  const waves = useRecords('wellbeing-wave');
  const groupSessions = useRecords('group-session');
  const feedback = useRecords('round-feedback');
  const actions = useRecords('action');
  const allDrafts = useRecords('draft');
  const intervalDays = useServiceInterval();
  const records = useMemo(
    () => ({ people, sessions, absences, plans, groupSessions, intervalDays }),
    [people, sessions, absences, plans, groupSessions, intervalDays],
  );
  const reminders = useReminders(today, 6);
  const names = useReminderNames();
  const needs = useMemo(
    () =>
      inOrder([
        ...needsToday(records, today),
        ...serviceNeeds({ waves, feedback, actions }, today),
        ...datedNeeds(reminders, names),
        ...roundNeeds(waves, today),
      ]),
    [records, reminders, names, waves, feedback, actions, today],
  );
  const week = useMemo(
    () =>
      [...weekEntries(records, today), ...datedEntries(reminders, names)].sort((left, right) =>
        left.day.localeCompare(right.day),
      ),
    [records, reminders, names, today],
  );
  const drafts = useMemo(
    () =>
      draftsToCarryOn(allDrafts, {
        people,
        sessions,
        absences,
        plans,
        waves,
        isThere: (kind, id) => vault.records(kind).some((record) => record.id === id),
      }),
    [allDrafts, people, sessions, absences, plans, waves, vault],
  );
  const hasDraft = drafts.length > 0;
  const isEmpty = people.length === 0 && sessions.length === 0 && plans.length === 0 && needs.length === 0;

  return (
    <Page title="Today" lede={lede(today, needs.length, isEmpty)}>
      <Drafts drafts={drafts} today={today} />
      {isEmpty ? (
        <Starters />
      ) : (
        <Columns
          main={
            <>
              <Needs needs={needs} limit={hasDraft ? shownNeedsBesideDraft : shownNeeds} />
              <Trend />
            </>
          }
          side={
            <>
              <Week entries={week} today={today} isBusyToday={needs.length > 0} />
              <Yourself />
              <ProvenLine />
            </>
          }
        />
      )}
    </Page>
  );
}

const countWords = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
] as const;

function lede(today: LocalDate, count: number, isEmpty: boolean): string {
  const day = `${formatDateWithWeekday(today).replace(/ \d{4}$/, '')}.`;
  if (isEmpty) return `${day} Start wherever it suits you.`;
  if (count === 0) return `${day} Nothing needs you today.`;
  const number = countWords[count] ?? String(count);
  return `${day} ${number} ${count === 1 ? 'thing needs' : 'things need'} you now. The rest can wait.`;
}

function Drafts(props: { readonly drafts: readonly StoredRecord<'draft'>[]; readonly today: LocalDate }) {
  const time = useFormatTime();
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const [isWhole, setWhole] = useState(false);
  const offered = props.drafts.filter((draft) => !putOff.includes(draft.id));
  const shown = isWhole ? offered : offered.slice(0, shownDrafts);
  if (shown.length === 0) return null;
  return (
    <section aria-label="Carry on where you left off">
      {shown.map((draft) => {
        const { form, title } = draft.value;
        const words = title.trim() === '' ? draftWords[form] : title.charAt(0).toLowerCase() + title.slice(1);
        return (
          <div key={draft.id} className={styles.carry}>
            <Pencil aria-hidden="true" />
            <div>
              <b>Carry on: {words}</b>
              <span className={styles.carryDetail}>
                Draft saved {savedWhen(draft.savedAt, props.today, time)}.
              </span>
            </div>
            <div className={styles.carryActions}>
              <LinkButton href={draftHref(draft)} variant="primary" aria-label={`Carry on: ${words}`}>
                Carry on
              </LinkButton>
              <Button
                variant="quiet"
                aria-label={`Not now: ${words}`}
                onPress={() => {
                  setPutOff((ids) => [...ids, draft.id]);
                }}
              >
                Not now
              </Button>
            </div>
          </div>
        );
      })}
      {offered.length > shownDrafts && (
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isWhole}
          onPress={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? 'Show fewer drafts' : `See all ${String(offered.length)} drafts`}
        </Button>
      )}
    </section>
  );
}

function savedWhen(savedAt: number, today: LocalDate, time: (epochMs: number) => string): string {
  const day = dayOfInstant(savedAt);
  if (day === today) return `today ${time(savedAt)}`;
  if (day === addDays(today, -1)) return `yesterday ${time(savedAt)}`;
  return `${formatDateShort(day)} ${time(savedAt)}`;
}

const needIcons = {
  step: LifeBuoy,
  'check-in': LifeBuoy,
  supervision: MessagesSquare,
  action: SquareCheckBig,
  reply: Copy,
  date: CalendarClock,
} as const;

function lateness(need: Need): React.ReactNode {
  if (need.daysLate === 0) return <Status kind="due">Due today</Status>;
  if (need.daysLate < 0)
    return (
      <Status kind="later">{need.daysLate === -1 ? 'Tomorrow' : `In ${String(-need.daysLate)} days`}</Status>
    );
  return (
    <Status kind="caution">
      {need.daysLate === 1 ? 'Overdue 1 day' : `Overdue ${String(need.daysLate)} days`}
    </Status>
  );
}

function Needs(props: { readonly needs: readonly Need[]; readonly limit: number }) {
  const { needs, limit } = props;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? needs : needs.slice(0, limit);
  return (
    <Section
      title="Needs you today"
      action={
        needs.length > limit ? (
          <Button
            variant="quiet"
            size="small"
            aria-expanded={isWhole}
            onPress={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole ? 'Show fewer' : `See all ${String(needs.length)}`}
          </Button>
        ) : undefined
      }
    >
      <Sheet>
        {needs.length === 0 ? (
          <p className={styles.calm}>
            <b>Nothing needs you today.</b> Steps, supervision and actions show here on the day they are due.
          </p>
        ) : (
          <RowList>
            {shown.map((need) => {
              const Icon = needIcons[need.kind];
              return (
                <Row
                  key={need.key}
                  icon={<Icon />}
                  title={need.title}
                  detail={need.detail}
                  status={lateness(need)}
                  href={need.href}
                />
              );
            })}
          </RowList>
        )}
      </Sheet>
    </Section>
  );
}

const weekdayShort = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const shownPerDay = 3;

function Week(props: {
  readonly entries: readonly WeekEntry[];
  readonly today: LocalDate;
  readonly isBusyToday: boolean;
}) {
  const { entries, today, isBusyToday } = props;
  const days = Array.from({ length: 7 }, (_, index) => addDays(today, index))
    .map((day) => ({ day, entries: entries.filter((entry) => entry.day === day) }))
    // Working days are there even when they are free; a weekend only when it holds something.
    .filter(({ day, entries: own }) => own.length > 0 || isoWeekday(day) < 6);
  return (
    <Section title="This week">
      <ul className={styles.week}>
        {days.map(({ day, entries: own }) => (
          <li key={day} className={cx(day === today && styles.isToday)}>
            <span className={styles.day}>
              {weekdayShort[isoWeekday(day) - 1]} {Number(day.slice(8))}
            </span>
            <div>
              {own.slice(0, shownPerDay).map((entry) => (
                <div key={entry.key} className={styles.entry}>
                  <TextLink href={entry.href}>{entry.text}</TextLink>
                </div>
              ))}
              {own.length > shownPerDay && (
                <div className={styles.nothing}>and {own.length - shownPerDay} more</div>
              )}
              {own.length === 0 && (
                <div className={styles.nothing}>
                  {day === today && isBusyToday ? 'Nothing beside what needs you' : 'Nothing planned'}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One quiet sentence on the newest whole-service round; the place itself has the chart. */
function Trend() {
  const waves = useRecords('wellbeing-wave');
  const measures = useMeasures();
  const sentence = useMemo(() => teamTrend(waves, measures), [waves, measures]);
  return (
    <section className={styles.pair} aria-labelledby="today-trend">
      <Sprout aria-hidden="true" />
      <div>
        <h2 id="today-trend">How the team is</h2>
        <p>
          {sentence} <TextLink href="/wellbeing">Wellbeing</TextLink>
        </p>
      </div>
    </section>
  );
}

function Yourself() {
  return (
    <section className={styles.pair} aria-labelledby="today-yourself">
      <Coffee aria-hidden="true" />
      <div>
        <h2 id="today-yourself">Looking after yourself</h2>
        <p>
          Your own supervision and leave count too. Put the next date in your diary before the week fills up.
        </p>
        <p>Only you can see this page.</p>
      </div>
    </section>
  );
}

function Starters() {
  const cards = [
    {
      icon: UserPlus,
      title: 'Add people',
      text: 'Staff, volunteers, sessional and agency alike. A name, a role and a start date are enough.',
      href: '/people/new',
      label: 'Add a person',
    },
    {
      icon: FileUp,
      title: 'Bring in a spreadsheet',
      text: 'A CSV or Excel file from payroll or your own list. You see every row before anything is saved.',
      href: '/people/import',
      label: 'Choose a file',
    },
    {
      icon: UsersRound,
      title: 'Record a supervision',
      text: 'Who, when, what came up, what you agreed. It takes about two minutes.',
      href: '/supervision/new',
      label: 'Record one',
    },
  ];
  return (
    <div className={styles.starters}>
      {cards.map((card, index) => (
        <section key={card.href} className={styles.starter} aria-labelledby={`starter-${String(index)}`}>
          <card.icon aria-hidden="true" />
          <h2 id={`starter-${String(index)}`}>{card.title}</h2>
          <p>{card.text}</p>
          <LinkButton href={card.href} variant={index === 0 ? 'primary' : 'secondary'}>
            {card.label}
          </LinkButton>
        </section>
      ))}
    </div>
  );
}
