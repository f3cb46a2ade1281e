import { ChevronDown } from 'lucide-react';
import { cx } from './cx';
import styles from './field.module.css';
import { describedBy, FieldFrame, useFieldIds, type FieldWords } from './field-parts';

export interface SelectProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly width?: 'short' | 'medium' | 'full' | undefined;
}

/**
 * One of a short list. The platform's own list: it types ahead, it works with every assistive technology and
 * it may be larger than the window. A value that is in no option shows an empty first line.
 */
export function Select(props: SelectProps) {
  const { name, value, onChange, options, width = 'medium', hint } = props;
  const ids = useFieldIds(name);
  const hasError = props.error !== undefined && props.error !== '';
  return (
    <FieldFrame {...props} ids={ids}>
      <span className={cx(styles.selectWrap, styles[width])}>
        <select
          id={ids.input}
          name={name}
          value={value}
          className={styles.select}
          aria-invalid={hasError ? true : undefined}
          aria-describedby={describedBy(ids, { hint, error: hasError ? props.error : undefined })}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {!options.some((option) => option.value === value) && <option value={value}>Choose one</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles.chevron} aria-hidden="true" />
      </span>
    </FieldFrame>
  );
}
