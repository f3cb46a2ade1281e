import { OwnWords, useRoster } from '../../../redaction';
import { Section, TextField } from '../../../ui';
import { CheckWords } from './CheckWords';
import { blocksOf, blockTexts, type FieldBlock, type ReportFields } from './report-form';

/** Own words of the report: typed, looked over, read and confirmed, before any of them is in the preview. */
export function WordsSections(props: {
  readonly fields: ReportFields;
  readonly onChange: (patch: Partial<ReportFields>) => void;
}) {
  const { fields, onChange } = props;
  const roster = useRoster({ hidesService: !fields.withServiceName });
  const blocks = blocksOf(fields);
  const change = (key: string, patch: Partial<FieldBlock>): void => {
    onChange({ blocks: blockTexts(blocks.map((each) => (each.key === key ? { ...each, ...patch } : each))) });
  };
  return blocks.map(({ key, heading, words }) =>
    words === null ? null : (
      <Section key={key} title={heading.trim() === '' ? 'Own words' : heading}>
        <TextField
          label="Heading"
          name={`${key}-heading`}
          value={heading}
          onChange={(value) => change(key, { heading: value })}
        />
        <CheckWords
          fields={fields}
          blockKey={key}
          value={words}
          onChange={(value) => change(key, { words: value })}
        />
        <OwnWords
          name={key}
          label="Words"
          value={words}
          roster={roster}
          rows={5}
          onChange={(value) => change(key, { words: value })}
        />
      </Section>
    ),
  );
}
