import type { LocalDate } from '@shared/kernel/local-date';
import { leadersOn, type Leader } from '../../records/use-leaders';
import { Select, TextField } from '../../ui';
import { inWords, type SessionFields } from './session-form';
import styles from './supervision.module.css';

/** Somebody of the register, or in words; words alone while the register is empty. */
export function WhoLed(props: {
  readonly fields: Pick<SessionFields, 'leader' | 'facilitator'>;
  readonly leaders: readonly Leader[];
  readonly today: LocalDate;
  readonly error: string | undefined;
  readonly onChange: (patch: Partial<SessionFields>) => void;
}) {
  const { fields, leaders, onChange } = props;
  const words = (
    <TextField
      name="facilitator"
      label={leaders.length === 0 ? 'Who led it' : 'Who, in words'}
      hint={leaders.length === 0 ? 'Leave empty when it was you' : undefined}
      isOptional
      value={fields.facilitator}
      error={props.error}
      onChange={(facilitator) => onChange({ facilitator })}
    />
  );
  if (leaders.length === 0) return words;
  const isInWords = fields.leader === inWords || (fields.leader === '' && fields.facilitator !== '');
  return (
    <div className={styles.stack}>
      <Select
        name="leader"
        label="Who led it"
        isOptional
        value={isInWords ? inWords : fields.leader}
        onChange={(leader) => onChange({ leader, facilitator: '' })}
        options={[
          { value: '', label: 'You, or not said' },
          ...leadersOn(leaders, props.today, fields.leader).map(({ id, name }) => ({
            value: id,
            label: name,
          })),
          { value: inWords, label: 'Somebody else' },
        ]}
      />
      {isInWords && words}
    </div>
  );
}
