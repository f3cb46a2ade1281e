import type { LocalDate } from '@shared/kernel/local-date';
import { DateField, Segmented, TextField } from '../../../ui';

export interface SignatureFieldProps {
  /** "person" or "supervisor": the start of the names of its fields. */
  readonly party: string;
  readonly label: string;
  readonly state: string;
  readonly on: string;
  readonly words: string;
  readonly today: LocalDate;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (patch: {
    readonly state?: string;
    readonly on?: string;
    readonly words?: string;
  }) => void;
}

/** A signature is a day: it was given on paper or face to face. "Does not agree" is dated too. */
export function SignatureField(props: SignatureFieldProps) {
  const { party, label, state, onChange, errorAt } = props;
  return (
    <>
      <Segmented
        name={`${party}State`}
        label={label}
        value={state}
        onChange={(next) => onChange({ state: next })}
        options={[
          { value: 'waiting', label: 'Not yet' },
          { value: 'signed', label: 'Signed' },
          { value: 'not-agreed', label: 'Does not agree' },
        ]}
      />
      {state !== 'waiting' && (
        <DateField
          name={`${party}On`}
          label={`${label}, on`}
          value={props.on}
          error={errorAt(`${party}On`)}
          today={props.today}
          onChange={(on) => onChange({ on })}
        />
      )}
      {state === 'not-agreed' && (
        <TextField
          name={`${party}Words`}
          label={`${label}, in their words`}
          isOptional
          value={props.words}
          error={errorAt(`${party}Words`)}
          onChange={(words) => onChange({ words })}
        />
      )}
    </>
  );
}
