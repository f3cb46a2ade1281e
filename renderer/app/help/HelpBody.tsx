import { Note, Sheet } from '../../ui';
import type { HelpPage } from './help-page';
import styles from './help.module.css';

/** The steps of a page, and what is good to know about it. */
export function HelpBody(props: { readonly page: HelpPage }) {
  const { steps, more } = props.page;
  return (
    <>
      <Sheet pad>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Sheet>
      {more !== undefined && (
        <Note kind="info" title="Good to know">
          {more.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
    </>
  );
}
