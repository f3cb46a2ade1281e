import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  addMonthsToMonth,
  formatMonth,
  isLocalMonth,
  type LocalDate,
  type LocalMonth,
  monthOf,
} from '@shared/kernel/local-date';
import { useToday } from '../../../platform';
import { LinkButton, Note, Page, Row, RowList, Section, Segmented, Sheet, Status } from '../../../ui';
import { useRecords } from '../../../vault';
import { IncidentsNav } from '../IncidentsNav';
import { usePeople } from '../people';
import { countWords } from '../plan-words';
import { stateWords } from './entry-words';
import { DayList } from './DayList';
import { MonthGrid } from './MonthGrid';
import styles from './month.module.css';
import { type PlanEntry, planEntries, type Side } from './plan-entries';

/** What is late is shown in the present month, whichever month it was due in: this many, then a count. */
const shownOverdue = 8;

/** Everything with a day, of all plans: a grid where there is room, a list day by day in any case. */
export function MonthPage(props: { readonly month: string | undefined }) {
  const today = useToday();
  const present = monthOf(today);
  const month = props.month !== undefined && isLocalMonth(props.month) ? props.month : present;
  const plans = useRecords('event-plan');
  const people = usePeople();
  const [side, setSide] = useState<Side>('support');
  const all = useMemo(() => planEntries(plans, side, today, people.nameOf), [plans, side, today, people]);
  const entries = useMemo(() => all.filter(({ on }) => monthOf(on) === month), [all, month]);
  const late = useMemo(() => all.filter(({ state }) => state === 'overdue'), [all]);
  return (
    <Page
      title={formatMonth(month)}
      docTitle="Month of incident plans"
      crumbs={[{ label: 'Incidents', href: '~/incidents' }]}
      lede={ledeOf(entries, month === present ? late.length : 0)}
      actions={<MonthSteps month={month} present={present} />}
    >
      <IncidentsNav />
      <Segmented
        name="side"
        label="Show"
        value={side}
        onChange={(value) => {
          setSide(value === 'investigation' ? 'investigation' : 'support');
        }}
        options={[
          { value: 'support', label: 'Support and service' },
          { value: 'investigation', label: 'Learning and investigation' },
        ]}
      />
      {month === present && late.length > 0 && <Late late={late} today={today} />}
      <MonthGrid month={month} entries={entries} today={today} />
      <Section title="Day by day">
        {entries.length === 0 ? (
          <Note kind="plain" title="No day of a plan falls in this month" />
        ) : (
          <DayList entries={entries} today={today} />
        )}
      </Section>
    </Page>
  );
}

function MonthSteps(props: { readonly month: LocalMonth; readonly present: LocalMonth }) {
  const { month, present } = props;
  const before = addMonthsToMonth(month, -1);
  const after = addMonthsToMonth(month, 1);
  return (
    <nav aria-label="Months" className={styles.steps}>
      <LinkButton href={hrefOf(before, present)} icon={<ChevronLeft aria-hidden="true" />}>
        {formatMonth(before)}
      </LinkButton>
      {month !== present && <LinkButton href="~/incidents/month">This month</LinkButton>}
      <LinkButton href={hrefOf(after, present)} icon={<ChevronRight aria-hidden="true" />}>
        {formatMonth(after)}
      </LinkButton>
    </nav>
  );
}

function hrefOf(month: LocalMonth, present: LocalMonth): string {
  return month === present ? '~/incidents/month' : `~/incidents/month/${month}`;
}

function Late(props: { readonly late: readonly PlanEntry[]; readonly today: LocalDate }) {
  const { late, today } = props;
  const shown = [...late].sort((left, right) => left.lateFrom.localeCompare(right.lateFrom));
  const more = late.length - shownOverdue;
  return (
    <Section title="Overdue">
      <Sheet>
        <RowList aria-label="Overdue">
          {shown.slice(0, shownOverdue).map((entry) => {
            const words = stateWords(entry, today);
            return (
              <Row
                key={entry.key}
                href={`~/incidents/${entry.planId}`}
                title={entry.title}
                detail={entry.plan}
                status={words !== null && <Status kind={words.kind}>{words.text}</Status>}
              />
            );
          })}
        </RowList>
      </Sheet>
      {more > 0 && (
        <p className={styles.small}>
          And {countWords(more, 'more', 'more')}. Each stands in its plan, and on its day below.
        </p>
      )}
    </Section>
  );
}

function ledeOf(entries: readonly PlanEntry[], late: number): string {
  const tasks = entries.filter(({ kind }) => kind === 'step' || kind === 'check-in' || kind === 'action');
  const done = tasks.filter(({ state }) => state === 'done').length;
  const first =
    tasks.length === 0
      ? 'Nothing to do falls in this month.'
      : `${countWords(tasks.length, 'thing', 'things')} to do, ${done} done.`;
  return late === 0 ? first : `${first} ${late === 1 ? 'One is' : `${late} are`} overdue.`;
}
