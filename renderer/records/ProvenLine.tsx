import { ShieldQuestionMark } from 'lucide-react';
import { proofDue } from '@shared/retention/proof';
import { dayOfInstant, useToday } from '../platform';
import { TextLink } from '../ui';
import { useRecords } from '../vault';
import styles from './records.module.css';
import { useCareSettings } from './use-care-settings';

/** One quiet line once no backup has been proven for ninety days; nothing before. */
export function ProvenLine() {
  const today = useToday();
  const { settings } = useCareSettings();
  const people = useRecords('person');
  const oldest = people.reduce<number | null>(
    (first, { savedAt }) => (first === null ? savedAt : Math.min(first, savedAt)),
    null,
  );
  const due = proofDue(settings.lastProof, oldest === null ? null : dayOfInstant(oldest), today);
  if (due === null) return null;
  return (
    <p className={styles.proven}>
      <ShieldQuestionMark aria-hidden="true" />
      <span>
        {due.state === 'never'
          ? 'No backup has been opened as a trial yet.'
          : `A backup was last opened as a trial ${due.days} days ago.`}{' '}
        <TextLink href="/settings/backups/prove">Prove one</TextLink>
      </span>
    </p>
  );
}
