import { Coffee, Sprout } from 'lucide-react';
import { useMemo } from 'react';
import { ownCareLine } from '@shared/habits/own-care-line';
import { formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import { ProvenLine } from '../../records/ProvenLine';
import { useMeasures } from '../../records/use-measures';
import { useToday } from '../../platform';
import { Columns, Page, TextLink } from '../../ui';
import { useRecords } from '../../vault';
import { Drafts } from './Drafts';
import { Needs } from './Needs';
import { ShareSafe } from './ShareSafe';
import { Starters } from './Starters';
import { teamTrend } from './team-trend';
import styles from './today.module.css';
import { useTodayReading } from './use-today-reading';
import { Week } from './Week';

const shownNeeds = 5;
/** With a draft above, so that the page still fits without scrolling. */
const shownNeedsBesideDraft = 4;

export function TodayPage() {
  const today = useToday();
  const { speaker, needs, week, drafts, isEmpty } = useTodayReading(today);
  return (
    <Page
      title="Today"
      lede={lede(today, needs.length, isEmpty)}
      actions={isEmpty ? undefined : <ShareSafe />}
    >
      <Drafts drafts={drafts} today={today} speaker={speaker} />
      {isEmpty ? (
        <Starters />
      ) : (
        <Columns
          main={
            <>
              <Needs needs={needs} limit={drafts.length > 0 ? shownNeedsBesideDraft : shownNeeds} />
              <Trend />
            </>
          }
          side={
            <>
              <Week entries={week} today={today} isBusyToday={needs.length > 0} />
              <Yourself today={today} />
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

/** Of the manager's own page, in a sentence or two. */
function Yourself(props: { readonly today: LocalDate }) {
  const own = useRecords('own-care')[0]?.value ?? null;
  const weeks = useRecords('habit-week');
  const line = useMemo(
    () =>
      ownCareLine(
        own,
        weeks.map(({ value }) => value),
        props.today,
      ),
    [own, weeks, props.today],
  );
  return (
    <section className={styles.pair} aria-labelledby="today-yourself">
      <Coffee aria-hidden="true" />
      <div>
        <h2 id="today-yourself">Looking after yourself</h2>
        <p>
          {line} <TextLink href="/today/habits">Your own habits</TextLink>
        </p>
      </div>
    </section>
  );
}
