import { Note, Segmented } from '../../ui';
import type { NewPlanValues } from './new-plan-values';
import styles from './quick-start.module.css';
import { OwnContacts } from './ready/OwnContacts';

export interface SafetyQuestionProps {
  readonly value: NewPlanValues['everyoneSafe'];
  readonly onChange: (value: Exclude<NewPlanValues['everyoneSafe'], ''>) => void;
  readonly error: string | undefined;
}

/** Asked first. Where somebody is not safe, whom to ring comes before every other question. */
export function SafetyQuestion(props: SafetyQuestionProps) {
  const { value, onChange, error } = props;
  return (
    <>
      <Segmented
        name="everyoneSafe"
        label="Is everyone safe right now?"
        value={value}
        onChange={onChange}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'not-sure', label: 'Not sure' },
        ]}
        error={error}
      />
      <div role="status" className={styles.safety}>
        {value === 'no' && (
          <Note kind="caution" title="Act first, write later">
            <p>
              Call 999 if anyone is in danger. Move people away, and stay with whoever is hurt or alone. This
              page keeps what you typed.
            </p>
            <OwnContacts />
          </Note>
        )}
        {value === 'not-sure' && (
          <Note kind="info" title="Find out first, if you can">
            <p>Ring whoever is on shift. Nothing here is lost when you leave it.</p>
            <OwnContacts />
          </Note>
        )}
      </div>
    </>
  );
}
