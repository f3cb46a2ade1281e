import { useMemo } from 'react';
import { teamOn } from '@shared/people/teams';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { Columns, Note, Page, Section, TextLink } from '../../../ui';
import { useRecords } from '../../../vault';
import { settingsCrumb } from '../settings-crumb';
import { LeavingForm } from './LeavingForm';
import styles from './leaving.module.css';
import { RowsSwitch } from './RowsSwitch';

/** How careful exports are: stricter than the app's own rules where a service wants it, never laxer. */
export function LeavingPage() {
  const stored = useRecords('disclosure-settings')[0];
  const teamSizes = useTeamSizes();
  return (
    <Page
      title="What may leave"
      docTitle="What may leave"
      crumbs={settingsCrumb}
      lede="Numbers about few people stay here. You can make these rules stricter, and never laxer."
    >
      <Columns
        main={
          <>
            <LeavingForm stored={stored} teamSizes={teamSizes} />
            <RowsSwitch stored={stored} />
          </>
        }
        side={
          <>
            <Section title="Before you raise one">
              <div className={styles.stack}>
                <p>
                  In a small service a higher number hides nearly everything. A number that is hidden takes
                  others with it, so that nobody can work it out.
                </p>
                <p>
                  Raise one when the people you send reports to know your staff well, or when your board asks
                  for it.
                </p>
                <p>What has left already stays as it was. The new rules count from the next export on.</p>
              </div>
            </Section>
            {stored !== undefined && (
              <p className={styles.small}>
                <TextLink href={`/settings/leaving/${stored.id}/history`}>Earlier versions</TextLink> of these
                rules, and when they changed.
              </p>
            )}
            <Note kind="plain">
              These are the app’s own: 5 people in a count, 10 where it is sensitive, 8 behind an average.
            </Note>
          </>
        }
      />
    </Page>
  );
}

/** People in each team today; those in none are no team. */
function useTeamSizes(): readonly number[] {
  const today = useToday();
  const people = useRecords('person');
  return useMemo(() => {
    const sizes = new Map<string, number>();
    for (const { value } of people) {
      const team = teamOn(value, today).trim();
      if (team !== '' && isInPost(value, today)) sizes.set(team, (sizes.get(team) ?? 0) + 1);
    }
    return [...sizes.values()];
  }, [people, today]);
}
