import { ChevronDown } from 'lucide-react';
import { Section, Sheet } from '../../../ui';
import styles from './access.module.css';
import type { Indicator, IndicatorGroup } from './indicators';

function IndicatorRow(props: { readonly indicator: Indicator }) {
  const { label, value, count, above, below, trap } = props.indicator;
  return (
    <li className={styles.indicator}>
      <span className={styles.label}>{label}</span>
      <span className={styles.figure}>
        <b>{value}</b>
        {count !== '' && <span>{count}</span>}
      </span>
      <details className={styles.how}>
        <summary aria-label={`How it is counted: ${label}`}>
          <ChevronDown aria-hidden="true" />
          How it is counted
        </summary>
        <dl>
          <dt>Above the line</dt>
          <dd>{above}</dd>
          <dt>Below the line</dt>
          <dd>{below}</dd>
          <dt>What a quick look gets wrong</dt>
          <dd>{trap}</dd>
        </dl>
      </details>
    </li>
  );
}

/** Every figure with its count, and how it comes about behind it. */
export function Indicators(props: { readonly groups: readonly IndicatorGroup[] }) {
  return (
    <div className={styles.groups}>
      {props.groups.map(({ title, indicators }) => (
        <Section key={title} title={title}>
          <Sheet>
            <ul aria-label={title}>
              {indicators.map((indicator) => (
                <IndicatorRow key={indicator.key} indicator={indicator} />
              ))}
            </ul>
          </Sheet>
        </Section>
      ))}
    </div>
  );
}
