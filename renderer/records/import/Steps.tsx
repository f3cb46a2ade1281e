import { Check } from 'lucide-react';
import { useSlow } from '../../ui';
import styles from './import.module.css';

export const stepNames = ['Choose a file', 'Match the columns', 'Check', 'Done'] as const;

export function Steps(props: { readonly at: number }) {
  return (
    <ol className={styles.steps} aria-label="Steps">
      {stepNames.map((name, index) => (
        <li
          key={name}
          aria-current={index === props.at ? 'step' : undefined}
          className={index < props.at ? styles.done : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {index < props.at ? <Check /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}

export interface Work {
  readonly words: string;
  /** 0 to 1; null while nobody can tell: one commit is all or nothing. */
  readonly share: number | null;
}

export function Progress({ words, share }: Work) {
  const isSlow = useSlow(true);
  return (
    <div className={styles.progress} role="status">
      {isSlow && (
        <>
          <span>{words}</span>
          <progress max={1} value={share ?? undefined} aria-label={words} />
        </>
      )}
    </div>
  );
}
