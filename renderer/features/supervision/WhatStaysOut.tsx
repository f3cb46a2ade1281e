import { Section } from '../../ui';
import styles from './supervision.module.css';

/** Who can read the record, and what is never written in it: beside the form while it is filled in. */
export function WhatStaysOut(props: { readonly firstName: string }) {
  const { firstName } = props;
  return (
    <Section title="Who can see this">
      <p className={styles.small}>
        You, on this laptop. {firstName === '' ? 'They' : firstName} can ask to see what is written here.
      </p>
      <details className={styles.more}>
        <summary>What never belongs here</summary>
        <ul className={styles.plainList}>
          <li>Names or details of people who use the service. Use your own reference.</li>
          <li>A diagnosis, anybody’s own history, what was said in therapy, guesses about state of mind.</li>
          <li>Exact words of something told in confidence, or what is private to somebody else.</li>
          <li>Scores of wellbeing scales, and union matters.</li>
          <li>Anything kept for a process later. Take it to that process, and tell the person.</li>
        </ul>
      </details>
    </Section>
  );
}
