import { EyeOff, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useToday } from '../../../platform';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Columns, MoreMenu, Page } from '../../../ui';
import { useRecords } from '../../../vault';
import { CountsSection } from './CountsSection';
import styles from './habits.module.css';
import { OwnCareSection } from './OwnCareSection';
import { TeamSeesSection } from './TeamSeesSection';
import { TeamTimeSection } from './TeamTimeSection';
import { WeekSection } from './WeekSection';

/** The manager's own habits: private ticks, plain counts, and what the team sees beside them. */
export function HabitsPage() {
  const today = useToday();
  const stored = useRecords('habit-week');
  const weeks = useMemo(() => stored.map(({ value }) => value), [stored]);
  const remove = useRemoveWithUndo();
  return (
    <Page
      title="Your own habits"
      docTitle="Your own habits"
      crumbs={[{ label: 'Today', href: '~/today' }]}
      lede="A team learns from what it sees. Note a day when it suits you."
      actions={
        stored.length === 0 ? undefined : (
          <MoreMenu
            aria-label="More for your own habits"
            items={[
              {
                label: 'Delete all days noted',
                icon: <Trash2 aria-hidden="true" />,
                onAction: () => void remove(stored, 'All days noted are deleted.'),
              },
            ]}
          />
        )
      }
    >
      <p className={styles.private}>
        <EyeOff aria-hidden="true" />
        <span>Only in this vault. In no report, no export and no search.</span>
      </p>
      <Columns
        main={
          <>
            <WeekSection today={today} />
            <CountsSection weeks={weeks} today={today} />
            <TeamSeesSection weeks={weeks} />
          </>
        }
        side={
          <>
            <OwnCareSection today={today} />
            <TeamTimeSection today={today} />
          </>
        }
      />
    </Page>
  );
}
