import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import type { RoundView } from '@shared/wellbeing/round-results';
import { minimumReplies } from '@shared/wellbeing/round-results';
import { linesOf, type SheetWords } from './heard-form';
import styles from './heard.module.css';

export interface SheetContent {
  readonly view: RoundView;
  readonly serviceName: string;
  /** All that somebody typed, as it leaves. */
  readonly fields: SheetWords;
}

function Lines(props: { readonly text: string }) {
  const lines = linesOf(props.text);
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

function SheetBody({ view, serviceName, fields }: SheetContent) {
  const { wave } = view;
  return (
    <>
      <p className={styles.sheetFrom}>
        {serviceName === '' ? '' : `${serviceName}. `}
        {fields.label}, closed in {formatMonth(monthOf(wave.closesOn))}
        {fields.group === '' ? '' : `. ${fields.group}`}
      </p>
      <h3>What we heard</h3>
      <Lines text={fields.heard} />
      <h3>What we will do</h3>
      <Lines text={fields.willDo} />
      {fields.cannotDo.trim() !== '' && (
        <>
          <h3>What we cannot do now</h3>
          <Lines text={fields.cannotDo} />
        </>
      )}
      <p className={styles.sheetFoot}>
        Only groups of {minimumReplies} or more are shown, and nobody’s own answers.
        {wave.lockedOn === null ? '' : ` The round was closed on ${formatDate(wave.lockedOn)}.`}
      </p>
    </>
  );
}

/** As it will look on paper. */
export function SheetPreview(props: SheetContent) {
  return (
    <section className={styles.preview} aria-label="The sheet as it will look">
      <h2 className={styles.sheetTitle}>What we heard, what we will do</h2>
      <SheetBody {...props} />
    </section>
  );
}

/** What is printed: straight under the body, so that no column of the app narrows it. */
export function PrintedSheet(props: SheetContent) {
  return (
    <article data-print="sheet" data-screen="no" className={styles.print}>
      <h1>What we heard, what we will do</h1>
      <SheetBody {...props} />
    </article>
  );
}
