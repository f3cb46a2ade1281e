import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { CareSettings } from '@shared/records/care-settings/care-settings';
import { dueItems, keptItems, leftBehind } from '@shared/retention/due';
import { dayOfInstant, useToday } from '../../../platform';
import { useCareSettings } from '../../../records/use-care-settings';
import { useKeptRecords } from '../../../records/use-kept-records';
import { Columns, LinkButton, Page, Row, RowList, Section, Sheet, TextLink } from '../../../ui';
import styles from './care.module.css';
import { DueList } from './DueList';
import { EraseSomeone } from './EraseSomeone';
import { Holds } from './Holds';
import { classCount } from './keeping-words';
import { KeptTimes } from './KeptTimes';
import { settingsCrumb } from '../settings-crumb';

/** What is due, who is on hold, how long things are kept, and what was destroyed. */
export function KeepingPage() {
  const today = useToday();
  const records = useKeptRecords();
  const { settings } = useCareSettings();
  const kept = useMemo(() => keptItems(records, settings, dayOfInstant), [records, settings]);
  const due = useMemo(() => dueItems(kept, today), [kept, today]);
  const behind = useMemo(() => leftBehind(records), [records]);
  const next = kept.find((item) => item.due > today && !item.isHeld);
  return (
    <Page
      title="Keeping and erasing"
      docTitle="Keeping and erasing"
      crumbs={settingsCrumb}
      lede="How long records are kept, what is due to go, and how a person is erased. Nothing goes by itself."
    >
      <Columns
        main={
          <>
            <Section title={due.length === 0 ? 'Nothing is due' : `Due: ${due.length}`}>
              <DueList items={due} />
              {due.length === 0 && (
                <p className={styles.small}>
                  {next === undefined
                    ? 'No record has a day on which its time is over yet.'
                    : `The next day to look is ${formatDate(next.due)}.`}
                </p>
              )}
            </Section>
            {behind.length > 0 && (
              <Section title="Left behind by deleted people">
                <Sheet>
                  <RowList>
                    {behind.map(({ personId, count }) => (
                      <Row
                        key={personId}
                        title="Someone no longer on the list"
                        detail={`${count === 1 ? '1 record names them' : `${count} records name them`}. Bring them back from Deleted items, or erase what is left.`}
                        action={
                          <LinkButton
                            size="small"
                            href={`/settings/keeping/erase/${personId}`}
                            aria-label={`Erase what ${count === 1 ? 'one record holds' : `${count} records hold`} of someone deleted`}
                          >
                            Erase…
                          </LinkButton>
                        }
                      />
                    ))}
                  </RowList>
                </Sheet>
              </Section>
            )}
            <Holds />
            <EraseSomeone />
          </>
        }
        side={
          <>
            <Section title="How long things are kept">
              <KeptTimes key={JSON.stringify(settings.months)} />
            </Section>
            <Section
              title="Destruction log"
              action={
                settings.destroyed.length > 0 && (
                  <TextLink href="/settings/keeping/destroyed">See it all</TextLink>
                )
              }
            >
              <LastDestroyed settings={settings} />
            </Section>
          </>
        }
      />
    </Page>
  );
}

function LastDestroyed(props: { readonly settings: CareSettings }) {
  const last = props.settings.destroyed.at(-1);
  return (
    <p className={styles.small}>
      {last === undefined
        ? 'Nothing was destroyed yet. Each time, this log keeps what sort of record it was, how many, the day and the reason, and nothing of a person.'
        : `Last: ${classCount(last.class, last.count)}, ${formatDate(last.on)}. It holds classes, counts, days and reasons, and nothing of a person.`}
    </p>
  );
}
