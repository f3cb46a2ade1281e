import type { KeyboardEvent } from 'react';
import type { FormSplit } from '@shared/survey/survey-form';
import { Segmented } from '../../../ui';

/** Which part of the service: by arrow keys, or by its number; 0 for those who left it out. */
export function SplitChoice(props: {
  readonly split: FormSplit;
  readonly value: number | null;
  readonly onChange: (place: number | null) => void;
}) {
  const { split, value, onChange } = props;
  function byNumber(event: KeyboardEvent): void {
    if (!/^\d$/u.test(event.key)) return;
    const number = Number(event.key);
    if (number > split.options.length) return;
    event.preventDefault();
    onChange(number === 0 ? null : number - 1);
  }
  return (
    <div onKeyDown={byNumber} role="presentation">
      <Segmented
        label={split.question}
        name="split"
        hint="Type the number, or use the arrow keys."
        value={value === null ? 'none' : String(value)}
        onChange={(chosen) => {
          onChange(chosen === 'none' ? null : Number(chosen));
        }}
        options={[
          { value: 'none', label: '0 Not said' },
          ...split.options.map((label, place) => ({ value: String(place), label: `${place + 1} ${label}` })),
        ]}
      />
    </div>
  );
}
