import { BriefcaseBusiness, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatValue } from '@shared/charts/chart-spec';
import { addMonthsToMonth, formatDate, lastDayOf } from '@shared/kernel/local-date';
import {
  besideFunded,
  medianFrom,
  postFigures,
  type PostFigures,
  type PostNow,
} from '@shared/workforce/posts';
import { lastFullMonth } from '@shared/workforce/workforce-inputs';
import { useWorkforceFigures } from '../../../figures';
import { useToday } from '../../../platform';
import {
  Button,
  EmptyState,
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
  TextLink,
} from '../../../ui';
import { useRecords } from '../../../vault';
import { WorkforceNav } from '../workforce-nav';
import {
  besideFundedWords,
  coverWords,
  dayCount,
  daysSentence,
  placeWords,
  postCount,
  postStatus,
  roundsWords,
  wteWords,
} from './post-words';
import styles from './posts.module.css';

const shownOver = 12;
/** Older than a year says little about now. */
const monthsBack = 11;

const addButton = (
  <LinkButton href="~/workforce/posts/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Add a vacancy
  </LinkButton>
);

/** Every vacant post: how long it has been open, what was tried, and who covers it. */
export function PostsPage() {
  const today = useToday();
  const vacancies = useRecords('vacancy');
  const figures = useMemo(() => postFigures(vacancies, today), [vacancies, today]);
  const [isAll, setAll] = useState(false);
  const { open, frozen, ahead, over } = figures;
  const shown = isAll ? over : over.slice(0, shownOver);
  return (
    <Page
      title="Vacancies"
      docTitle="Vacancies"
      crumbs={[{ label: 'Workforce', href: '~/workforce' }]}
      lede="From the day a post is cleared to advertise until somebody starts in it."
      actions={vacancies.length === 0 ? undefined : addButton}
    >
      <WorkforceNav />
      {vacancies.length === 0 ? (
        <EmptyState icon={<BriefcaseBusiness />} title="No vacancy is listed" action={addButton}>
          <p>
            Add a post on the day it is cleared to advertise, then each round as you try it. For example: key
            worker, 1.0 WTE, advertised twice, nobody applied.
          </p>
        </EmptyState>
      ) : (
        <>
          <KeyFigures figures={figures} />
          <Beside />
          <Section title={open.length === 0 ? 'Nothing is open now' : 'Open now'}>
            {open.length === 0 ? (
              <p className={styles.small}>No post is cleared to advertise and still empty.</p>
            ) : (
              <Posts posts={open} name="Open now" />
            )}
          </Section>
          {frozen.length > 0 && (
            <Section title="Frozen">
              <p className={styles.small}>Nobody can apply, so these days count in no figure of days open.</p>
              <Posts posts={frozen} name="Frozen" />
            </Section>
          )}
          {ahead.length > 0 && (
            <Section title="Cleared from a later day">
              <Posts posts={ahead} name="Cleared from a later day" />
            </Section>
          )}
          {over.length > 0 && (
            <Section title="Filled or withdrawn">
              <Posts posts={shown} name="Filled or withdrawn" />
              {over.length > shown.length && (
                <Button
                  onPress={() => {
                    setAll(true);
                  }}
                >
                  {`See all ${over.length}`}
                </Button>
              )}
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function KeyFigures(props: { readonly figures: PostFigures }) {
  const { figures } = props;
  const { open, daysOpen, timeToFill, filled12, frozen } = figures;
  const longest = open[0];
  return (
    <FigureRow>
      <Figure label="Open now" value={wteWords(figures.openWte)} detail={postCount(open.length)} />
      {daysOpen === null ? (
        <Figure
          label={open.length === 0 ? 'Days open' : `The longest open. A median needs ${medianFrom} posts`}
          value={longest === undefined ? 'None open' : dayCount(longest.daysOpen)}
        />
      ) : (
        <Figure
          label={`Days open, median. ${daysSentence(daysOpen)}`}
          value={dayCount(Math.round(daysOpen.median))}
        />
      )}
      <Figure label="Rounds tried for open posts" value={figures.roundsTried} />
      {timeToFill === null ? (
        <Figure
          label={
            filled12 === 0
              ? 'Filled in 12 months'
              : `Filled in 12 months. A median time needs ${medianFrom} of them`
          }
          value={filled12}
        />
      ) : (
        <Figure
          label={`Time to fill over 12 months, median. ${daysSentence(timeToFill)}`}
          value={dayCount(Math.round(timeToFill.median))}
        />
      )}
      {frozen.length > 0 && (
        <Figure
          label="Frozen, counted apart"
          value={wteWords(figures.frozenWte)}
          detail={postCount(frozen.length)}
        />
      )}
    </FigureRow>
  );
}

/** The same month by two sources: what is funded less who is in post, and this list. */
function Beside() {
  const today = useToday();
  const vacancies = useRecords('vacancy');
  const to = lastFullMonth(today);
  const figures = useWorkforceFigures(addMonthsToMonth(to, -monthsBack), to);
  if (figures === null) return null;
  const rows = figures.groups.find(({ team }) => team === null)?.rows ?? [];
  const row = rows.findLast(({ vacantWte }) => vacantWte !== null);
  if (row?.vacantWte == null) {
    return (
      <Note kind="plain" title="No funded posts are known">
        Bring in the establishment, and the WTE that it leaves vacant stands here beside this list.
      </Note>
    );
  }
  const beside = besideFunded(vacancies, {
    month: row.month,
    day: lastDayOf(row.month),
    vacantWte: row.vacantWte,
  });
  const { title, text } = besideFundedWords(beside);
  return (
    <Note kind={beside.agrees ? 'plain' : 'info'} title={title}>
      <p>{text}</p>
      {row.vacancyRate !== null && row.vacancyRate >= 0 && (
        <p>
          <TextLink href="~/workforce/figures/vacancy-rate">
            Vacancy rate by funded posts: {formatValue(row.vacancyRate, 'percent')}
          </TextLink>
        </p>
      )}
    </Note>
  );
}

function Posts(props: { readonly posts: readonly PostNow[]; readonly name: string }) {
  return (
    <Sheet>
      <RowList aria-label={props.name}>
        {props.posts.map((post) => (
          <Row
            key={post.id}
            href={`~/workforce/posts/${post.id}`}
            title={`${post.vacancy.title}, ${wteWords(post.vacancy.wte)}`}
            detail={detailOf(post)}
            status={<Status {...postStatus(post)} />}
          />
        ))}
      </RowList>
    </Sheet>
  );
}

function detailOf({ vacancy, state, freeze }: PostNow): string {
  const cover = state === 'open' || state === 'frozen' ? coverWords({ ...vacancy, coverNote: '' }) : '';
  const start =
    state === 'open' && vacancy.startedOn !== null ? `Starts ${formatDate(vacancy.startedOn)}` : '';
  const why = state === 'frozen' ? (freeze?.why ?? '') : state === 'withdrawn' ? vacancy.withdrawnWhy : '';
  return [placeWords(vacancy), why, roundsWords(vacancy), cover, start]
    .filter((part) => part !== '')
    .join(' · ');
}
