import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { SpaceCheck } from '@shared/records/space-check/space-check';
import { checkAnswerLabels } from '@shared/spaces/check-items';
import { answeredWords, checkedWords } from '../space-words';
import type { SheetPart } from './sheet-words';
import styles from './sheet.module.css';

export interface CheckSheetProps {
  readonly check: Pick<SpaceCheck, 'on' | 'answeredBy' | 'answered'>;
  readonly siteName: string;
  readonly serviceName: string;
  readonly parts: readonly SheetPart[];
  readonly today: LocalDate;
}

/** `Heading` is one level below the sheet's own heading: h2 on paper, h3 in the preview. */
function Body(props: CheckSheetProps & { readonly Heading: 'h2' | 'h3' }) {
  const { check, serviceName, parts, today, Heading } = props;
  return (
    <>
      <p className={styles.from}>
        {serviceName === '' ? '' : `${serviceName}. `}
        {checkedWords(check)}. {answeredWords(check)}. Printed on {formatDate(today)}.
      </p>
      {parts.map(({ title, rows }) => (
        <section key={title}>
          <Heading>{title}</Heading>
          <table>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Answer</th>
                <th scope="col">What is missing, and who sees to it</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, label, answer, note, ownerRole }) => (
                <tr key={id}>
                  <td>{label}</td>
                  <td>{checkAnswerLabels[answer]}</td>
                  <td>{[note, ownerRole].filter((part) => part !== '').join('. ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

const sheetTitle = (siteName: string): string => `Check of ${siteName}`;

/** As it will look on paper. */
export function SheetPreview(props: CheckSheetProps) {
  return (
    <section className={styles.preview} aria-label="The sheet as it will look">
      <h2>{sheetTitle(props.siteName)}</h2>
      <Body {...props} Heading="h3" />
    </section>
  );
}

/** What is printed: straight under the body, so that no column of the app narrows it. */
export function PrintedSheet(props: CheckSheetProps) {
  return (
    <article data-print="sheet" data-screen="no" className={styles.print}>
      <h1>{sheetTitle(props.siteName)}</h1>
      <Body {...props} Heading="h2" />
    </article>
  );
}
