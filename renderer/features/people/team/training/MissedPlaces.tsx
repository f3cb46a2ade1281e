import { useMemo } from 'react';
import { missedTraining } from '@shared/team-life/training';
import { useToday } from '../../../../platform';
import { Section, TextLink } from '../../../../ui';
import { useRecords } from '../../../../vault';
import { missedWords } from './training-words';
import styles from '../team.module.css';

/** Why places were missed is counted once, by the month, in Workforce: this says what stands there. */
export function MissedPlaces() {
  const today = useToday();
  const records = useRecords('practice-time');
  const missed = useMemo(() => missedTraining(records, today), [records, today]);
  return (
    <Section title="Places that were missed">
      <p>
        {missed === null
          ? 'Nobody has counted for the whole service in the last 12 months.'
          : missedWords(missed)}
      </p>
      <p className={styles.small}>
        Reasons are counted by the month. <TextLink href="~/workforce/by-hand">Count them by hand</TextLink>{' '}
        or <TextLink href="~/workforce/figures/training-missed">see the figure over time</TextLink>.
      </p>
    </Section>
  );
}
