import type { ReactNode } from 'react';
import styles from './records.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
}

/** A row of facts about one thing, between two hairlines. */
export function Facts(props: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {props.facts.map(({ label, value, detail }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {detail !== undefined && <dd>{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Label and value, line by line. Lines without a value are left out. */
export function Pairs(props: { readonly pairs: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.pairs}>
      {props.pairs
        .filter(([, value]) => value !== '' && value !== null && value !== undefined)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
