import type { FormWording } from '@shared/survey/survey-form';
import styles from './measures.module.css';

/** What stands on the form, to be read through: nothing here takes an answer. */
export function FormPreview(props: { readonly wording: FormWording; readonly isValidated: boolean }) {
  const { wording, isValidated } = props;
  const optionsOf = (item: number) =>
    wording.answers.find(({ items }) => items.includes(item))?.options ?? [];
  return (
    <div className={styles.preview} lang={wording.language}>
      <p className={styles.previewTitle}>{wording.title}</p>
      {!isValidated && (
        <p className={styles.small} lang="en-GB">
          Our own words. Not validated: for talking and trends only.
        </p>
      )}
      <p>{wording.introduction}</p>
      <ol className={styles.previewItems}>
        {wording.items.map(({ number, text }) => (
          <li key={number}>
            <b>{number}.</b> {text}
            <ul className={styles.previewAnswers}>
              {optionsOf(number).map((option) => (
                <li key={option.value}>{option.text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {wording.notice !== '' && <p className={styles.small}>{wording.notice}</p>}
    </div>
  );
}
