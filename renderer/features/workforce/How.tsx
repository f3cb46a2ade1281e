import { ChevronDown } from 'lucide-react';
import { explanations, type Explanation } from '@shared/workforce/explain/explanations';
import type { MeasureId } from '@shared/workforce/measures';
import { TextLink } from '../../ui';
import styles from './workforce.module.css';

/** Formula, numerator, denominator, what a quick look gets wrong, and who uses this version. */
export function Explained(props: { readonly explanation: Explanation }) {
  const { formula, above, below, trap, usedBy } = props.explanation;
  return (
    <dl className={styles.explained}>
      <dt>Formula</dt>
      <dd>{formula}</dd>
      <dt>{below === null ? 'What is counted' : 'Above the line'}</dt>
      <dd>{above}</dd>
      {below !== null && (
        <>
          <dt>Below the line</dt>
          <dd>{below}</dd>
        </>
      )}
      <dt>What a quick look gets wrong</dt>
      <dd>{trap}</dd>
      {usedBy !== null && (
        <>
          <dt>Good to know</dt>
          <dd>{usedBy}</dd>
        </>
      )}
    </dl>
  );
}

/** Under a chart of the overview: how its figure is worked out, and the way to its own page. */
export function How(props: { readonly of: MeasureId }) {
  const explanation = explanations[props.of];
  return (
    <details className={styles.how}>
      <summary>
        <ChevronDown aria-hidden="true" />
        How {explanation.title} is worked out
      </summary>
      <Explained explanation={explanation} />
      <p className={styles.muted}>
        <TextLink href={`/figures/${props.of}`}>Other charts, a target, and the records behind it</TextLink>
      </p>
    </details>
  );
}
