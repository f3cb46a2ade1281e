import { HeartHandshake } from 'lucide-react';
import { useMemo } from 'react';
import { exposures, type Exposure } from '@shared/event-plans/exposure';
import { addMonths, formatDate } from '@shared/kernel/local-date';
import { useToday } from '../../../platform';
import { EmptyState, Note, Page, Section, Sheet, Status, TextLink } from '../../../ui';
import { useRecords } from '../../../vault';
import { IncidentsNav } from '../IncidentsNav';
import { usePeople } from '../people';
import { countWords } from '../plan-words';
import styles from './exposure.module.css';

/** Who was touched by how much in a year, beside what they carry: to know what to offer whom, and for nothing else. */
export function ExposurePage() {
  const today = useToday();
  const plans = useRecords('event-plan');
  const caseloads = useRecords('caseload-count');
  const people = usePeople();
  const all = useMemo(() => exposures(plans, caseloads, today), [plans, caseloads, today]);
  const inPost = useMemo(
    () =>
      new Set<string>(
        people.all
          .filter(({ value }) => value.lastDay === null || value.lastDay >= today)
          .map(({ id }) => id),
      ),
    [people, today],
  );
  const here = all.filter(({ personId }) => inPost.has(personId));
  const gone = all.length - here.length;
  const offered = here.filter(({ offers }) => offers.length > 0);
  const others = here.filter(({ offers }) => offers.length === 0);
  return (
    <Page
      title="Events per person"
      docTitle="Events per person"
      crumbs={[{ label: 'Incidents', href: '~/incidents' }]}
      lede={`Twelve months, ${formatDate(addMonths(today, -12))} to today. It adds up, also in those who say nothing.`}
    >
      <IncidentsNav />
      {/* The one page that paper gets nothing of: what prints is the sentence beside it. */}
      <div data-print="sheet" data-screen="no">
        <p>This page is not printed: it is about single people. Look at it in Steading.</p>
      </div>
      <Note kind="info" title="This page stays here">
        It cannot be printed or saved, and no report reads it. It is for what you may offer, never for judging
        how somebody does.
      </Note>
      {here.length === 0 ? (
        <EmptyState icon={<HeartHandshake />} title="Nobody is listed in an event of the last twelve months">
          People stand here once they are listed as affected in a plan. Two events in a year are a reason to
          offer more.
        </EmptyState>
      ) : (
        <>
          <Section title="Something to offer">
            {offered.length === 0 ? (
              <p>Nobody has had more than one event, or carries much more than others.</p>
            ) : (
              <Sheet>
                <ul className={styles.people} aria-label="Something to offer">
                  {offered.map((exposure) => (
                    <PersonLine
                      key={exposure.personId}
                      exposure={exposure}
                      name={people.nameOf(exposure.personId)}
                    />
                  ))}
                </ul>
              </Sheet>
            )}
          </Section>
          {others.length > 0 && (
            <Section title="One event, usual caseload">
              <Sheet>
                <ul className={styles.people} aria-label="One event, usual caseload">
                  {others.map((exposure) => (
                    <PersonLine
                      key={exposure.personId}
                      exposure={exposure}
                      name={people.nameOf(exposure.personId)}
                    />
                  ))}
                </ul>
              </Sheet>
            </Section>
          )}
        </>
      )}
      {gone > 0 && (
        <p className={styles.small}>
          {countWords(gone, 'person who has left is', 'people who have left are')} listed in these events too.
          Each plan says who.
        </p>
      )}
    </Page>
  );
}

function PersonLine(props: { readonly exposure: Exposure; readonly name: string }) {
  const { exposure, name } = props;
  const { personId, words, offers, lastEventOn, events } = exposure;
  return (
    <li>
      <div>
        <TextLink href={`~/people/${personId}`}>{name}</TextLink>
        <p>{words}</p>
        <p className={styles.small}>
          {events === 1 ? 'It was' : 'The latest was'} on {formatDate(lastEventOn)}.
        </p>
      </div>
      {offers.length > 0 && (
        <ul className={styles.offers} aria-label={`What may be offered to ${name}`}>
          {offers.map((offer) => (
            <li key={offer}>
              <Status kind="later">{offer}</Status>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
