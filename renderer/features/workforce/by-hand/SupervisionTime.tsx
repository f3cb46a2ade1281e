import { useMemo } from 'react';
import { plainWords } from '@shared/import/cells';
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import { supervisionCutShort } from '@shared/workforce/practice-time';
import { useRecords } from '../../../vault';
import { Section } from '../../../ui';
import styles from './by-hand.module.css';

/** As everywhere in Workforce: no figure about fewer. */
const fewestSessions = 5;

/** What the supervision records say by themselves: nobody has to type it. */
export function SupervisionTime(props: {
  readonly team: string;
  readonly from: LocalMonth;
  readonly to: LocalMonth;
}) {
  const { team, from, to } = props;
  const sessions = useRecords('supervision-session');
  const people = useRecords('person');
  const { above, below, groupSize } = useMemo(() => {
    const ofGroup = new Set<string>(
      people
        .filter(({ value }) => team === '' || plainWords(value.team) === plainWords(team))
        .map(({ id }) => id),
    );
    const months = [...supervisionCutShort(sessions, (id) => ofGroup.has(id))].filter(
      ([month]) => month >= from && month <= to,
    );
    return {
      above: months.reduce((sum, [, share]) => sum + share.above, 0),
      below: months.reduce((sum, [, share]) => sum + share.below, 0),
      groupSize: ofGroup.size,
    };
  }, [sessions, people, team, from, to]);
  if (below === 0) return null;
  return (
    <Section title="Supervision cut short">
      <p className={styles.beside}>
        {below < fewestSessions || groupSize < fewestSessions
          ? 'Hidden: fewer than 5.'
          : `${above} of ${below} sessions ended before their planned time, ${formatMonth(from)} to ${formatMonth(to)}. This comes from the supervision records where both times are noted.`}
      </p>
    </Section>
  );
}
