import { Button, FormRow, Section, Sheet, TextField } from '../../../ui';
import styles from '../incidents.module.css';
import type { EditedTemplate } from './template-draft';

export interface AvoidEditorProps {
  readonly value: EditedTemplate['avoid'];
  readonly onChange: (value: EditedTemplate['avoid']) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** What to leave alone, each with its reason. */
export function AvoidEditor(props: AvoidEditorProps) {
  const { value, onChange, errorOf } = props;
  const set = (index: number, change: Partial<EditedTemplate['avoid'][number]>) => {
    onChange(value.map((each, at) => (at === index ? { ...each, ...change } : each)));
  };
  return (
    <Section title="Things to avoid, and why">
      <Sheet>
        <ul aria-label="Things to avoid">
          {value.map(({ what, why }, index) => (
            <li key={index} className={styles.padded}>
              <FormRow>
                <TextField
                  name={`what-${index}`}
                  label={`Avoid, ${index + 1}`}
                  multiline
                  rows={2}
                  value={what}
                  onChange={(words) => {
                    set(index, { what: words });
                  }}
                  error={errorOf(`what-${index}`)}
                />
                <TextField
                  name={`why-${index}`}
                  label={`Why, ${index + 1}`}
                  multiline
                  rows={2}
                  value={why}
                  onChange={(words) => {
                    set(index, { why: words });
                  }}
                  error={errorOf(`why-${index}`)}
                />
              </FormRow>
              <Button
                variant="quiet"
                size="small"
                aria-label={`Take out, ${index + 1}`}
                onPress={() => {
                  onChange(value.filter((_, at) => at !== index));
                }}
              >
                Take out
              </Button>
            </li>
          ))}
        </ul>
        <div className={styles.padded}>
          <Button
            size="small"
            onPress={() => {
              onChange([...value, { what: '', why: '' }]);
            }}
          >
            Add a thing to avoid
          </Button>
        </div>
      </Sheet>
    </Section>
  );
}
