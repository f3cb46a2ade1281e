import { ChevronDown } from 'lucide-react';
import type { Explanation } from '@shared/workforce/explain/explanations';
import { Explained } from '../How';
import styles from '../workforce.module.css';

/** How something is worked out that is no figure with a page of its own. */
export function HowThis(props: { readonly explanation: Explanation }) {
  return (
    <details className={styles.how}>
      <summary>
        <ChevronDown aria-hidden="true" />
        How {props.explanation.title} is worked out
      </summary>
      <Explained explanation={props.explanation} />
    </details>
  );
}
