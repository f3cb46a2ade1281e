import { memo } from 'react';
import { removedWords } from '@shared/disclosure/redaction-patterns';
import { segmentsOf, type ReviewedWords } from '@shared/disclosure/reviewed-words';
import { VisuallyHidden } from '../ui';
import styles from './redaction.module.css';

/** The words as they leave. What was taken out is marked, and so is what was kept by choice. */
export const LeavingText = memo(function LeavingText(props: { readonly words: ReviewedWords }) {
  return (
    <div className={styles.text}>
      {segmentsOf(props.words).map(({ text, span }, index) => {
        if (span === null) return text;
        if (span.kept === null)
          return (
            <span key={index} className={styles.chip}>
              [{removedWords[span.kind]}]
            </span>
          );
        return (
          <mark key={index} className={styles.kept}>
            <VisuallyHidden>kept: </VisuallyHidden>
            {text}
          </mark>
        );
      })}
    </div>
  );
});
