import { boardTitles, saidAndDone, type BoardPart } from './board-words';
import styles from './said.module.css';

export interface SaidSheetContent {
  readonly serviceName: string;
  readonly span: string;
  /** In the words as they leave. */
  readonly parts: readonly BoardPart[];
}

function SheetBody({ serviceName, span, parts }: SaidSheetContent) {
  return (
    <>
      <p className={styles.from}>
        {[serviceName, span === '' ? '' : `What was said from ${span}`]
          .filter((part) => part !== '')
          .join('. ')}
      </p>
      {parts.map(({ id, text }) => (
        <section key={id}>
          <h3>{boardTitles[id]}</h3>
          <ul className={styles.pairs}>
            {saidAndDone(text).map(({ said, answer }, index) => (
              <li key={index}>
                <span className={styles.said}>“{said}”</span>
                {answer !== '' && <span className={styles.done}>{answer}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className={styles.foot}>Something is missing, or no longer true? Say so at the next conversation.</p>
    </>
  );
}

/** As it will look on the wall. */
export function SheetPreview(props: SaidSheetContent) {
  return (
    <section className={styles.preview} aria-label="The sheet as it will look">
      <h2>You said, we did</h2>
      <SheetBody {...props} />
    </section>
  );
}

/** What is printed: straight under the body, so that no column of the app narrows it. */
export function PrintedSheet(props: SaidSheetContent) {
  return (
    <article data-print="sheet" data-screen="no" className={styles.print}>
      <h1>You said, we did</h1>
      <SheetBody {...props} />
    </article>
  );
}
