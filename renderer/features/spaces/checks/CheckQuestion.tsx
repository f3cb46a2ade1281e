import { checkAnswerLabels, checkAnswers, type CheckItem } from '@shared/spaces/check-items';
import { FormRow, Segmented, TextField } from '../../../ui';
import { answerKey, asksMore, noteKey, ownerKey, type CheckFields } from './check-form';
import styles from './check.module.css';

const options = checkAnswers.map((answer) => ({ value: answer, label: checkAnswerLabels[answer] }));

/** One question with its answer beside it; what is missing asks for a line, and for who sees to it. */
export function CheckQuestion(props: {
  readonly item: CheckItem;
  readonly label: string;
  /** Hints are for staff: they measure and inspect. */
  readonly hasHint: boolean;
  readonly fields: CheckFields;
  readonly set: (patch: CheckFields) => void;
  readonly errorAt: (name: string) => string | undefined;
}) {
  const { item, label, hasHint, fields, set, errorAt } = props;
  const answer = fields[answerKey(item.id)] ?? '';
  const text = (name: string) => ({
    name,
    value: fields[name] ?? '',
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  return (
    <div className={styles.question}>
      <Segmented
        label={label}
        hint={hasHint && item.hint !== '' ? item.hint : undefined}
        name={answerKey(item.id)}
        error={errorAt(answerKey(item.id))}
        value={checkAnswers.find((each) => each === answer) ?? ''}
        onChange={(chosen) => {
          set({ [answerKey(item.id)]: chosen });
        }}
        options={options}
      />
      {asksMore(answer) && (
        <div className={styles.more}>
          <FormRow>
            <TextField {...text(noteKey(item.id))} label="What is missing" hint="No names" isOptional />
            <TextField
              {...text(ownerKey(item.id))}
              label="Who sees to it"
              hint="A role, such as “Team lead”"
              isOptional
            />
          </FormRow>
        </div>
      )}
    </div>
  );
}
