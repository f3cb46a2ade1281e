import styles from './redaction.module.css';

/** What the patterns cannot do. */
export function OnlyReaders() {
  return (
    <p className={styles.limits}>
      Names of people who use the service are not known here. And no pattern finds “the only night nurse on
      the island”. Only a reader does.
    </p>
  );
}
