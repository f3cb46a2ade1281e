import { useState } from 'react';
import type { GeneralisedRows } from '@shared/disclosure/generalise';
import { Button, Checkbox, Form, FormActions, Note, Section, Sheet, type FormProblem } from '../../../ui';
import { keptRowsOf, type KeptRows } from './row-file';
import styles from './rows.module.css';

/** The last look: what it is, that it is the only one for a year, and one's own word on it. */
export function RowsSave(props: {
  readonly file: GeneralisedRows;
  readonly problem: string | null;
  readonly isSaving: boolean;
  readonly onSave: (rows: KeptRows) => void;
}) {
  const { file, problem, isSaving, onSave } = props;
  const [hasLooked, setLooked] = useState(false);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const save = (): void => {
    if (!hasLooked) {
      setErrors([{ field: 'hasLooked', message: 'Say that you looked at the groups' }]);
      return;
    }
    setErrors([]);
    onSave(keptRowsOf(file));
  };
  return (
    <Section title="Save">
      <Sheet pad>
        <div>
          <Form aria-label="Save the rows" errors={errors} onSubmit={save}>
            <p>
              This will be the only file of rows about these months. Others would let somebody lay the two
              side by side.
            </p>
            <Checkbox name="hasLooked" isSelected={hasLooked} onChange={setLooked}>
              I looked at the groups, and I know who will hold the file
            </Checkbox>
            <FormActions>
              <Button type="submit" variant="primary" isPending={isSaving}>
                Save the CSV
              </Button>
              <span className={styles.small}>It will be added to your export log.</span>
            </FormActions>
          </Form>
          <div aria-live="polite">
            {problem !== null && (
              <Note kind="caution" title="Not saved">
                {problem}
              </Note>
            )}
          </div>
        </div>
      </Sheet>
    </Section>
  );
}
