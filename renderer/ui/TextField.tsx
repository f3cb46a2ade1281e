import { Eye, EyeOff } from 'lucide-react';
import { useState, type ReactNode, type Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { cx } from './cx';
import styles from './field.module.css';
import { describedBy, FieldFrame, FieldWarning, useFieldIds, type FieldWords } from './field-parts';

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  /** Said after the box: "hours", "metres". */
  readonly unit?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'search' | undefined;
  readonly autoFocus?: boolean | undefined;
  /** A password box gets a Show button of its own. */
  readonly type?: 'text' | 'password' | undefined;
  readonly autoComplete?: string | undefined;
  /** Something to think about that stops nothing. */
  readonly warning?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onKeyDown?: ((event: React.KeyboardEvent) => void) | undefined;
  readonly onKeyUp?: ((event: React.KeyboardEvent) => void) | undefined;
}

export function TextField(props: TextFieldProps) {
  const {
    name,
    value,
    onChange,
    multiline = false,
    rows = 3,
    width = 'full',
    unit,
    type = 'text',
    warning,
    hint,
  } = props;
  const ids = useFieldIds(name);
  const [isShown, setShown] = useState(false);
  const hasError = props.error !== undefined && props.error !== '';
  const hasWarning = warning !== undefined && warning !== '';
  const shared = {
    id: ids.input,
    name,
    value,
    autoFocus: props.autoFocus,
    autoComplete: props.autoComplete ?? 'off',
    spellCheck: type === 'password' ? false : undefined,
    'aria-invalid': hasError ? (true as const) : undefined,
    'aria-describedby': describedBy(ids, {
      hint,
      error: hasError ? props.error : undefined,
      extra: hasWarning ? warning : undefined,
    }),
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
    onKeyUp: props.onKeyUp,
  };
  const className = cx(styles.input, styles[width], props.inputMode !== undefined && styles.numeric);
  return (
    <FieldFrame {...props} ids={ids} after={<FieldWarning id={ids.extra} warning={warning} />}>
      {multiline ? (
        <textarea
          {...shared}
          rows={rows}
          className={className}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      ) : (
        <input
          {...shared}
          ref={props.inputRef}
          type={type === 'password' && !isShown ? 'password' : 'text'}
          inputMode={props.inputMode}
          className={className}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      {type === 'password' && (
        <AriaButton
          className={styles.fieldButton ?? ''}
          aria-label={isShown ? `Hide ${props.label.toLowerCase()}` : `Show ${props.label.toLowerCase()}`}
          onPress={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          <span>{isShown ? 'Hide' : 'Show'}</span>
        </AriaButton>
      )}
    </FieldFrame>
  );
}
